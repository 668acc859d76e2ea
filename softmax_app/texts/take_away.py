"""What a reader can take along: the words around the files, and those inside."""

from typing import Final

from softmax_app.texts.text import Text

HEADING = Text(en="Take it with you", zh="带走这一课")
TABLE = Text(en="Table (CSV)", zh="表格（CSV）")
NOTEBOOK = Text(en="Notebook (Jupyter)", zh="笔记本（Jupyter）")

IN_A_NOTEBOOK = Text(
    en="In this notebook, what the page lets you drag is a number in the code: change it, and run "
    "the cells again. NumPy and Plotly are all it needs.",
    zh="网页上可以拖动的，在这个笔记本里就是代码中的数：改掉它，再重新运行代码单元。"
    "只需要 NumPy 和 Plotly。",
)
YOUR_NUMBERS = Text(en="Your numbers", zh="你的数值")
SCORE = Text(en="score", zh="得分")
REMEMBER = Text(en="What to remember", zh="要点")
TRY = Text(en="Something to try", zh="试一试")
TRIES: Final = (  # in the order of the lessons
    Text(
        en="Subtract 100 from every score in `z` and run both cells again: which of the three maps "
        "changes? Then try `T = 0.05` and `T = 20`.",
        zh="把 `z` 中每个得分都减去 100，再运行两个代码单元：三种映射中，哪一种的结果变了？"
        "然后试试 `T = 0.05` 和 `T = 20`。",
    ),
    Text(
        en="Make `dx` smaller, 0.1 and then 0.001: what does `secant` tend to? Then put two "
        "different negative scores into `z`: which ways still tell them apart?",
        zh="把 `dx` 依次改成 0.1 和 0.001：`secant` 趋于多少？再在 `z` 里放两个不同的负得分："
        "哪些办法还能把它们区分开？",
    ),
    Text(
        en="Add the same number to the first two scores: what changes, and what stays? Then make "
        "them equal: where is the point now?",
        zh="给前两个得分加上同一个数：什么变了，什么没变？再让它们相等：点在哪里？",
    ),
    Text(
        en="Make `c` larger until the naive formula breaks. Then choose another format, "
        "`number_format = np.float16`: how far can you go now?",
        zh="不断增大 `c`，直到朴素公式出错。再换一种格式，`number_format = np.float16`：现在能走多远？",
    ),
    Text(
        en="Set `smoothing = 0.1` and make the score of the true class larger and larger: from "
        "where on does the loss grow again, and why?",
        zh="设 `smoothing = 0.1`，把真实类别的得分越调越大：损失从哪里开始反而又变大，为什么？",
    ),
    Text(
        en="Write `clip=1e-3` in `from_probs`: where does the dashed line turn flat now? What can "
        "a model learn from a flat line?",
        zh="在 `from_probs` 中写 `clip=1e-3`：虚线现在从哪里开始变平？一条平线能教给模型什么？",
    ),
    Text(
        en="Give one class a score 20 above all others: what becomes of the matrix? Then set "
        "`h = 1` and `h = 1e-15`: why is the check worse both times?",
        zh="让一个类别的得分比其他都高 20：矩阵变成什么样？再分别设 `h = 1` 和 `h = 1e-15`："
        "为什么两次检验都变差了？",
    ),
    Text(
        en="Make another class the true one (`y`): which bars stay as they are? Then set "
        "`smoothing = 0.3`: who shares the pull now?",
        zh="换一个真实类别（`y`）：哪些柱子不变？再设 `smoothing = 0.3`：现在谁来分这份拉力？",
    ),
    Text(
        en="Set `steps = 10` and try `rate = 0.1` and `rate = 10`. Then set `smoothing = 0.3` and "
        "`rate = 20`: does the loss still fall at every step?",
        zh="设 `steps = 10`，试试 `rate = 0.1` 和 `rate = 10`。再设 `smoothing = 0.3`、"
        "`rate = 20`：损失还是每一步都下降吗？",
    ),
)

"""What a reader can take along: the words around the files, and those inside."""

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

"""Lesson 7: push all, pull one."""

from typing import Final

from softmax_app.texts.common import TOPICS
from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Push all, pull one", zh="全体下压，一个上拉")
SURPRISE = Text(
    en="A long chain of derivatives collapses into one subtraction. Which one?",
    zh="一长串导数最后化成一个减法。是什么减什么？",
)
LEAD = Text(
    en="Put the loss and softmax together, and the long chain collapses: the [[gradient|gradient]] is "
    "**p − t** (at T = 1). Going downhill means to push every score down by its probability and to pull the "
    "true one up by 1. Drag a score, change the label, smooth it.",
    zh="把损失和 Softmax 合在一起，长长的链条就化简了：[[梯度|gradient]]就是 **p − t**（T = 1 时）。下山意味着："
    "每个得分按自己的概率往下推，再把真实类别往上拉 1。拖动得分，换个标签，再试试标签平滑。",
)
PUSH = Text(en="Push all: −p", zh="全体下压：−p")
PULL = Text(en="Pull one: +t", zh="一个上拉：+t")
TOGETHER = Text(en="Stacked: t − p", zh="叠起来：t − p")
MOVE = Text(en="push and pull", zh="推力与拉力")
PICTURE_DESCRIPTION = Text(
    en="Three bar charts on one axis from −1 to 1: every score is pushed down by its probability, "
    "the true one is pulled up by 1, and the pull stacked upon the pushes, which gives t − p.",
    zh="三幅柱状图，共用 −1 到 1 的纵轴：每个得分按概率往下推；真实类别往上拉 1；"
    "拉力叠在推力上，就得到 t − p。",
)
LEFT: Final = {  # of what is stacked on the true class
    "pushing": Text(en="push on {name} so far", zh="“{name}”目前受到的推力"),
    "pulling": Text(en="push and pull on {name} so far", zh="“{name}”目前受到的推力与拉力"),
    "done": Text(en="t − p of {name}", zh="“{name}”的 t − p"),
}
PUSH_NOTE = Text(
    en="**The more probable a class, the harder it is pushed.** The push on a class is its own probability; all pushes "
    "together are −1.",
    zh="**概率越大，推得越重**。对每个类别的推力就是它自己的概率，所有推力合计 −1。",
)
PULL_NOTES: Final = {
    "hard": Text(
        en="**The pull is always +1**, on {name} alone. What is left of it after the push is "
        "{left}: little when the model is right and sure, nearly 1 when it is badly wrong.",
        zh="**拉力总是 +1**，只拉“{name}”。扣掉推力还剩 {left}：模型答对且有把握时剩得很少，错得离谱时接近 1。",
    ),
    "soft": Text(
        en="**With a soft label the pull of 1 is shared**, {share} of it on {name}. One-hotness is "
        "not needed, only that the targets add up to 1.",
        zh="**软标签把大小为 1 的拉力分给各类别**，“{name}”得到 {share}。"
        "并不需要 one-hot，只要目标之和为 1。",
    ),
    "sure": Text(
        en="**With a soft label the pull of 1 is shared**, {share} of it on {name}. Its p is larger than that: "
        "the model is too sure, and even its true class is pushed down.",
        zh="**软标签把大小为 1 的拉力分给各类别**，“{name}”得到 {share}。它的 p 比这更大："
        "模型太有把握了，连真实类别也被往下推。",
    ),
}
SUM_NOTE = Text(
    en="**Pushes and pull cancel:** everything sums to 0 (computed: {total}). So a step "
    "downhill moves the scores against one another and never all together.",
    zh="**推与拉相互抵消**：总和是 0（实际算出 {total}）。所以下山的一步只会让得分此消彼长，不会整体移动。",
)
TEMPERATURE_NOTES: Final = {
    "one": Text(
        en="At T = 1, t − p is exactly minus the gradient.",
        zh="T = 1 时，t − p 正好是负梯度。",
    ),
    "another": Text(
        en="At T = {temperature} the gradient is (p − t)/T: t − p times {factor}, with the other sign.",
        zh="T = {temperature} 时，梯度是 (p − t)/T：把 t − p 乘以 {factor}，再取负号。",
    ),
}

LEDGER = Text(en="The ledger", zh="明细账")
LEDGER_LEADS: Final = {
    "vanished": Text(
        en="Here a probability is so close to 0 that −t/p is −∞ in float64, and the chain rule gives "
        "no number. The direct way still does.",
        zh="这里有一个概率太接近 0，−t/p 在 float64 中成了 −∞，链式法则算不出数；直接算仍然可以。",
    ),
    "known": Text(
        en="The same by two ways: directly, and by the chain rule, the Jacobian of softmax "
        "(divided by T) times the slope of the loss, −t/p. The two agree but for rounding; the largest "
        "difference here is {off}.",
        zh="同一个结果的两种算法：直接算，或用链式法则，即 Softmax 的雅可比矩阵（除以 T）乘以损失的斜率 "
        "−t/p。两者只差舍入误差，这里最大相差 {off}。",
    ),
}
LEDGER_DESCRIPTION = Text(
    en="For every class the push, the pull, their sum, the slope of the loss, and the gradient by "
    "the chain rule and directly",
    zh="每个类别的推力、拉力、两者之和、损失的斜率，以及由链式法则和直接得到的梯度",
)
PUSH_COLUMN = Text(en="push", zh="推")
PULL_COLUMN = Text(en="pull", zh="拉")
TOGETHER_COLUMN = Text(en="together", zh="合计")
SLOPE = Text(en="slope of the loss", zh="损失的斜率")
BY_CHAIN = Text(en="gradient, by the chain rule", zh="梯度（链式法则）")
GRADIENT = Text(en="gradient", zh="梯度")

DERIVATION = Text(en="How the chain collapses", zh="链条怎样化简")
DERIVATION_LEAD = Text(
    en="The gradient in the score of {name}, line by line (the factor 1/T is left out):",
    zh="损失对“{name}”的得分的梯度，一行一行推导（略去因子 1/T）：",
)
REASONS: Final = (
    Text(en="chain rule: through every probability", zh="链式法则：经过每一个概率"),
    Text(
        en="put in the Jacobian and the slope of the loss: log p has the slope 1/p, so −t log p has −t/p",
        zh="代入雅可比矩阵和损失的斜率：log p 的斜率是 1/p，所以 −t log p 的斜率是 −t/p",
    ),
    Text(en="pᵢ cancels, and the sum splits in two", zh="约去 pᵢ，和式分成两部分"),
    Text(en="the targets add up to 1", zh="目标之和为 1"),
)

VANISHED = Text(
    en="a p is so close to 0 that t ÷ p is ∞ here: no number comes of it",
    zh="有一个 p 太接近 0，t ÷ p 在这里成了 ∞：算不出数",
)

TAKEAWAYS = Text(
    en="""
- **$\\partial L / \\partial z_j = (p_j - t_j)/T$** holds for one-hot and for soft labels alike; all it
  needs is $\\sum_i t_i = 1$.
- **The update is** $z \\leftarrow z - \\eta (p - t)$ (at $T = 1$). “Subtract p, add 1 to the label” is $\\eta = 1$.
- **The saturation is gone:** softmax's Jacobian vanishes where the model is sure, but where it is
  sure and wrong, $1/p_y$ grows just as fast. At $T = 1$ a badly wrong model pulls its true class
  with nearly 1.
- **It slows down by itself:** the gradient is 0 exactly when $p = t$.
""",
    zh="""
- **$\\partial L / \\partial z_j = (p_j - t_j)/T$** 对 one-hot 标签和软标签都成立，只需要 $\\sum_i t_i = 1$。
- **更新公式是** $z \\leftarrow z - \\eta (p - t)$（$T = 1$ 时）。“减去 p，标签处加 1”就是 $\\eta = 1$ 的情形。
- **饱和消失了**：模型很有把握时，Softmax 的雅可比矩阵趋于 0；但如果它错了，$1/p_y$ 增长得同样快。$T = 1$ 时，错得离谱的模型对真实类别的拉力接近 1。
- **它会自己慢下来**：当且仅当 $p = t$ 时，梯度为 0。
""",
)
TRY = Text(
    en="Make another class the true one (`y`): which bars stay as they are? Then set "
    "`smoothing = 0.3`: who shares the pull now?",
    zh="换一个真实类别（`y`）：哪些柱子不变？再设 `smoothing = 0.3`：现在谁来分这份拉力？",
)

# What the lesson asks

GUESS_GRADIENT = Text(en="gradient of the loss", zh="损失的梯度")
GUESS_LEFT = Text(en="size of the gradient at sport", zh="体育处梯度的大小")
GUESS_SIZE = Text(en="size of the gradient", zh="梯度的大小")
GUESS_CLASSES: Final = TOPICS[:3]
ASKS: Final = {
    "gradient": Ask(
        title=Text(en="the whole gradient", zh="整个梯度"),
        ask=Text(
            en="The scores are 4, −4 and 3 with probabilities 0.731, 0.000245 and 0.269. **The article was about "
            "politics.** What is the gradient of the loss in the three scores?",
            zh="得分是 4、−4、3，概率是 0.731、0.000245、0.269，**文章讲的其实是时政**。损失对三个得分的梯度是什么？",
        ),
        why=Text(
            en="The gradient is p − t: the probabilities themselves, with 1 subtracted at the true class. The "
            "long chain of derivatives comes down to one subtraction, and the result sums to 0.",
            zh="梯度就是 p − t：真实类别处减 1，其余就是概率本身。那一长串导数最后只是一个减法，而且总和为 0。",
        ),
    ),
    "bound": Ask(
        title=Text(en="a loss of 20", zh="损失为 20 时"),
        ask=Text(
            en="The scores are 0, 20 and 0, and the article was about sport: the loss is **20**. How large is the "
            "gradient at sport, ignoring its sign?",
            zh="得分是 0、20、0，文章讲的其实是体育：损失是 **20**。不看符号，体育处的梯度有多大？",
        ),
        why=Text(
            en="However large the loss, no part of p − t is ever larger than 1 in size: far out, the loss "
            "grows like a straight line. So at T = 1 no step moves a score by more than the learning rate.",
            zh="损失再大，p − t 各项的大小也不会超过 1：错得厉害时，损失像直线那样增长。所以 T = 1 时，一步移动得分不会超过学习率。",
        ),
    ),
    "most": Ask(
        title=Text(en="who is moved most", zh="谁动得最多"),
        ask=Text(
            en="The scores are 2, 3 and 5, and **the article was about sport**. Put the topics in order of how far a step "
            "downhill moves their scores, up or down.",
            zh="得分是 2、3、5，**文章讲的是体育**。下山走一步，按得分移动的距离（不分上下），把三个主题从大到小排序。",
        ),
        why=Text(
            en="Sport is pulled up by 1 − 0.042 = 0.958, by what all others are pushed down together; science, which has "
            "most, pays most of it: 0.844. Politics, wrong as well, is pushed by no more than its 0.114.",
            zh="体育被拉高 1 − 0.042 = 0.958，正好是其他类别被推低的总和；科学概率最大，付出的也最多：0.844。时政同样是错的，但只被推低它自己的 0.114。",
        ),
    ),
    "still": Ask(
        title=Text(en="standing still", zh="纹丝不动"),
        ask=Text(
            en="The scores are 4, −4 and 3, and the true class is {second}. Bring **every part of p − t below 0.001** in "
            "size.",
            zh="得分是 4、−4、3，真实类别是“{second}”。让 **p − t 的每一项**的大小都**小于 0.001**。",
        ),
        why=Text(
            en="**Solved.** The gradient is 0 exactly where p = t: nothing pushes a model that says what the label "
            "says. Finite scores get all the way there only with a soft label.",
            zh="**成功**！梯度恰好在 p = t 时为 0：模型说的和标签一样，就没有东西去推它。只有软标签，有限的得分才能真正到达那里。",
        ),
    ),
}

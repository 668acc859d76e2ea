"""Lesson 1: scores to probabilities."""

from typing import Final

from softmax_app.texts.text import Text

TITLE = Text(en="Scores to probabilities", zh="从得分到概率")
LEAD = Text(
    en="A model gives every class a **score**. Three ways to turn scores into shares of 1: "
    "divide by the sum, take softmax, or give the winner everything. Drag a score.",
    zh="模型给每个类别打一个**得分**。要把得分变成总和为 1 的份额，有三种办法："
    "除以总和、取 Softmax，或者赢家通吃。拖动一个得分试试。",
)

LINEAR = Text(en="Linear", zh="线性归一化")
SOFTMAX = Text(en="Softmax", zh="Softmax")
HARDMAX = Text(en="Hardmax", zh="Hardmax")
SHARE = Text(en="share", zh="份额")
MAPS_DESCRIPTION = Text(
    en="Three bar charts of the same scores on one axis from 0 to 1: linear normalisation, "
    "softmax and hardmax. The table on this page holds every value.",
    zh="同一组得分的三幅柱状图，共用 0 到 1 的纵轴：线性归一化、Softmax 和 Hardmax。"
    "所有数值见本页的表格。",
)
FAULTS: Final = (
    Text(en="", zh=""),
    Text(en="outside 0 to 1", zh="超出 0 到 1"),
    Text(en="order reversed", zh="顺序颠倒"),
    Text(en="outside 0 to 1", zh="超出 0 到 1"),
    Text(en="division by 0", zh="除数为 0"),
    Text(en="", zh=""),
)
LINEAR_NOTES: Final = (
    Text(
        en="Linear normalisation looks at ratios of scores: it works here because no score is "
        "negative.",
        zh="线性归一化看的是得分之比；这里没有负的得分，所以行得通。",
    ),
    Text(
        en="Linear normalisation fails: a negative score gives a negative share, {smallest}, so "
        "the others add up to more than 1. These are no probabilities.",
        zh="线性归一化失败了：负的得分给出负的份额 {smallest}，其余份额之和就超过了 1。"
        "这不是概率。",
    ),
    Text(
        en="Linear normalisation fails: the scores add up to {total}, and dividing by a negative "
        "number reverses their order. The largest score gets the smallest share.",
        zh="线性归一化失败了：得分之和是 {total}，除以负数会颠倒顺序，最大的得分反而拿到最小的份额。",
    ),
    Text(
        en="Linear normalisation fails twice: the sum {total} is negative, which reverses the "
        "order, and the smallest share is {smallest}. These are no probabilities.",
        zh="线性归一化两处出错：总和 {total} 是负数，顺序颠倒；最小的份额是 {smallest}。"
        "这不是概率。",
    ),
    Text(
        en="Linear normalisation has no answer: the scores add up to 0, and nothing can be "
        "divided by 0.",
        zh="线性归一化没有答案：得分之和为 0，而除数不能为 0。",
    ),
    Text(
        en="The scores and their sum {total} are negative. Linear normalisation would reverse "
        "their order, and it does not show only because all scores are equal.",
        zh="得分与总和 {total} 都是负数，线性归一化会颠倒顺序；只因得分全都相等，才看不出来。",
    ),
)
SOFTMAX_NOTES: Final = (
    Text(
        en="Softmax looks at differences of scores only, and spreads these out more than linear "
        "normalisation does. Add the same number to every score: it does not move.",
        zh="Softmax 只看得分之差，这里它比线性归一化拉得更开。给每个得分加上同一个数，它纹丝不动。",
    ),
    Text(
        en="Here softmax is flatter than linear normalisation: entropy {softmax} against {linear} "
        "nats. exp pulls apart only differences that are large enough for the temperature.",
        zh="这里 Softmax 比线性归一化更平：熵是 {softmax} 对 {linear} 纳特。"
        "只有相对于温度足够大的差，exp 才会拉开。",
    ),
    Text(
        en="Softmax gives probabilities for any scores, because it looks only at their "
        "differences: exp makes every term positive, and dividing by the sum makes the total 1.",
        zh="Softmax 只看得分之差，所以对任何得分都给出概率：exp 让每一项为正，除以总和使总和为 1。",
    ),
    Text(
        en="Softmax probabilities are never exactly 0 or 1. Those shown so here are too close to "
        "tell apart in float64, and were rounded.",
        zh="Softmax 概率从不恰好等于 0 或 1。这里显示成 0 或 1 的，是近到 float64 分不开，舍入而成的。",
    ),
    Text(
        en="Here softmax and linear normalisation agree.",
        zh="这里 Softmax 与线性归一化的结果相同。",
    ),
)
HARDMAX_NOTES: Final = (
    Text(
        en="Hardmax marks the largest score, {top}. It is what softmax becomes as T goes to 0; "
        "“max” itself would be the number {top}.",
        zh="Hardmax 标出最大的得分 {top}。T 趋于 0 时 Softmax 就变成它；而“max”本身是 {top} 这个数。",
    ),
    Text(
        en="{ties} classes share the largest score, {top}, so each gets an equal part: that is "
        "where softmax goes as T goes to 0. (argmax would take the first.)",
        zh="有 {ties} 个类别并列最大得分 {top}，所以平分：T 趋于 0 时 Softmax 也走向这里。"
        "（argmax 则取第一个。）",
    ),
)

TRIANGLE = Text(en="Every distribution over three classes", zh="三个类别的所有概率分布")
TRIANGLE_LEAD = Text(
    en="Each point is a distribution: a corner is certainty, the centre is 1/3 each. The dotted "
    "path is softmax as T runs from 0.05 (near hardmax) to 20 (near the centre).",
    zh="每个点是一个分布：顶点是完全确定，中心是各占 1/3。"
    "虚线是温度 T 从 0.05（接近 Hardmax）到 20（接近中心）时 Softmax 走过的路。",
)
TRIANGLE_ELSEWHERE = Text(
    en="With three classes, a triangle of all distributions stands here.",
    zh="恰好三个类别时，这里会显示所有分布构成的三角形。",
)
LINEAR_OUTSIDE = Text(
    en="The linear answer is no point of this triangle.", zh="线性归一化的结果不在这个三角形里。"
)
TRIANGLE_DESCRIPTION = Text(
    en="A triangle whose points are the distributions over three classes, with the three answers "
    "as points and the path of softmax over all temperatures as a curve.",
    zh="三角形中的每个点是三个类别上的一个分布；三种回答是三个点，Softmax 随温度变化的路径是一条曲线。",
)
LEGEND: Final = ("■", "●", "◇")

ENTROPY = Text(en="Entropy", zh="熵")
ENTROPY_NOTE = Text(
    en="Entropy says how much is left open. Softmax: {softmax} nats, between 0 (certain) and "
    "{uniform} (all {count} alike). Raise T and it grows.",
    zh="熵衡量还有多少不确定。Softmax 的熵是 {softmax} 纳特，介于 0（完全确定）和 "
    "{uniform}（{count} 个类别一样可能）之间。升高 T，熵就变大。",
)

NUMBERS = Text(en="Every number", zh="所有数值")
TABLE_DESCRIPTION = Text(
    en="Scores, shifted scores, exponentials and the three maps",
    zh="得分、平移后的得分、指数与三种映射",
)
CLASS = Text(en="class", zh="类别")
SCORE = Text(en="score", zh="得分")
SHIFTED = Text(en="shifted", zh="平移后")
EXPONENTIAL = Text(en="exponential", zh="指数")
SUM = Text(en="sum", zh="总和")
ENTROPY_ROW = Text(en="entropy (nats)", zh="熵（纳特）")
FORMULAS = Text(en="The formulas, with these numbers", zh="公式，代入当前数值")
IN_WORDS = Text(en="What to see", zh="看什么")

TAKEAWAYS = Text(
    en="""
- **Softmax is linear normalisation of the exponentials.** exp makes every term positive and keeps
  the order; dividing by the sum makes the total 1.
- **Only differences count:** $p_i / p_j = e^{(z_i - z_j)/T}$. So adding a number to all scores changes
  nothing, and multiplying them changes everything; $T$ divides them.
- **Hardmax** is the one-hot *indicator* of the largest score, not its value. Softmax is its soft
  version, a soft *argmax*. The soft version of the maximum itself is $\\log \\sum_j e^{z_j}$.
- Softmax shares out one whole, so it fits classes that **exclude one another**. And a
  probability of 0.9 is not yet a promise to be right nine times out of ten.
""",
    zh="""
- **Softmax 就是对指数做线性归一化**。exp 让每一项为正并保持顺序，除以总和使总和为 1。
- **只有差才算数：**$p_i / p_j = e^{(z_i - z_j)/T}$。所以给所有得分加同一个数什么也不变，
  而乘以同一个数则处处不同；$T$ 就是除数。
- **Hardmax** 是最大得分的 one-hot *指示*，不是最大值本身。Softmax 是它的软化，即软的 *argmax*；
  最大值的软化是 $\\log \\sum_j e^{z_j}$。
- Softmax 分的是同一个整体，所以适用于**互斥**的类别。而且概率 0.9 并不保证十次里对九次。
""",
)

"""Lesson 1: scores to probabilities."""

from typing import Final

from softmax_app.texts.common import TOPICS
from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Scores to probabilities", zh="从得分到概率")
SURPRISE = Text(
    en="Softmax can be flatter than simply dividing by the sum. When?",
    zh="Softmax 有时比直接除以总和还要平缓。什么时候？",
)
LEAD = Text(
    en="An article is about one topic: sport, politics or science. Which one? A model gives each a "
    "**[[score|score]]**, and we want to know how probable each is: [[shares|share]] that add up to 1. "
    "Three ways to make them: divide by the sum, take **softmax**, or "
    "give the winner everything, **[[hardmax|hardmax]]**. Drag a score.",
    zh="一篇文章只讲一个主题：体育、时政还是科学？模型给每个主题打一个**[[得分|score]]**，"
    "我们想知道每个主题的可能性有多大，也就是总和为 1 的[[份额|share]]。由得分算出份额，有三种办法：除以总和、取 **Softmax**，"
    "或者赢家通吃，即 **[[Hardmax|hardmax]]**。拖动一个得分试试。",
)

EXPONENTIALS = Text(en="exponentials", zh="指数值")
SCALED = Text(en="scaled: the largest is 1", zh="缩放到最大为 1")
DIVIDED = Text(en="÷ sum → Softmax", zh="÷ 总和 → Softmax")
LINEAR = Text(en="Linear", zh="线性归一化")
SOFTMAX = Text(en="Softmax", zh="Softmax")
HARDMAX = Text(en="Hardmax", zh="Hardmax")
SHARE = Text(en="share", zh="份额")
MAPS_DESCRIPTION = Text(
    en="Four bar charts of the same scores on one axis from 0 to 1: the exponentials, softmax, which "
    "divides them by their sum, linear normalisation and hardmax. Their values stand above the bars.",
    zh="同一组得分的四幅柱状图，共用 0 到 1 的纵轴：指数值、把指数值除以总和的 Softmax、"
    "线性归一化和 Hardmax。数值标在柱子上方。",
)
FAULTS: Final = {
    "negative": Text(en="outside 0 to 1", zh="超出 0 到 1 的范围"),
    "reversed": Text(en="order reversed", zh="顺序颠倒"),
    "both": Text(en="outside 0 to 1", zh="超出 0 到 1 的范围"),
    "no_sum": Text(en="division by 0", zh="除数为 0"),
}
NO_FAULT = Text(en="", zh="")
EXPONENTIALS_NOTE = Text(
    en="The exponentials {power}, where m is the largest score, add up to {total}; **divided by "
    "that sum**, they are softmax. Each is the term e^(z ÷ T) of the formula divided by e^(m ÷ T), the "
    "same for all: so the shares are the same.",
    zh="m 是最大的得分。指数值 {power} 加起来是 {total}，**除以这个总和**，就是 Softmax。它们是公式中的各项 e^(z ÷ T) "
    "同除以 e^(m ÷ T) 的结果，所以份额相同。",
)
LINEAR_NOTES: Final = {
    "sound": Text(
        en="Linear normalisation looks at ratios of scores: it works here because no score is "
        "negative.",
        zh="线性归一化看的是得分之比；这里没有负的得分，所以行得通。",
    ),
    "negative": Text(
        en="Linear normalisation fails: a negative score gives a negative share, {smallest}, so "
        "the others add up to more than 1. These are not probabilities.",
        zh="线性归一化失败了：负的得分给出负的份额 {smallest}，其余份额之和就超过了 1。"
        "这不是概率。",
    ),
    "reversed": Text(
        en="Linear normalisation fails: the scores add up to {total}, and dividing by a negative "
        "number reverses their order. The largest score gets the smallest share.",
        zh="线性归一化失败了：得分之和是 {total}，除以负数会颠倒顺序，最大的得分反而拿到最小的份额。",
    ),
    "both": Text(
        en="Linear normalisation fails twice: the sum {total} is negative, which reverses the "
        "order, and the smallest share is {smallest}. These are not probabilities.",
        zh="线性归一化两处出错：总和 {total} 是负数，顺序颠倒；最小的份额是 {smallest}。"
        "这不是概率。",
    ),
    "no_sum": Text(
        en="Linear normalisation has no answer: the scores add up to 0, and nothing can be "
        "divided by 0.",
        zh="线性归一化没有答案：得分之和为 0，而除数不能为 0。",
    ),
    "nothing_to_reverse": Text(
        en="The sum {total} is negative, and dividing by it reverses any order. Here all scores "
        "are equal, so there is none to reverse.",
        zh="总和 {total} 是负数，除以它会颠倒顺序；这里得分全都相等，没有顺序可颠倒。",
    ),
}
SOFTMAX_NOTES: Final = {
    "sharper": Text(
        en="Here softmax is **sharper**: its largest share is {softmax}, where dividing by the sum gives "
        "{linear}. It looks at differences of scores only: add the same number to every score, and it "
        "does not move.",
        zh="这里 Softmax **更尖锐**：它的最大份额是 {softmax}，而直接除以总和是 {linear}。"
        "Softmax 只看得分之差：给每个得分加上同一个数，它纹丝不动。",
    ),
    "flatter": Text(
        en="Here softmax is **flatter**: its largest share is {softmax}, where dividing by the sum gives "
        "{linear}. Only differences d count, as factors e^(d ÷ T): here these leave the largest "
        "less than the scores’ own ratios do.",
        zh="这里 Softmax **更平缓**：它的最大份额是 {softmax}，而直接除以总和是 {linear}。"
        "Softmax 把得分之差变成份额之比 e^(差 ÷ T)；在这里，这样分给最大者的，比按得分本身之比分的少。",
    ),
    "alone": Text(
        en="Softmax gives probabilities for any scores: exp makes every term positive, and "
        "dividing by the sum makes the total 1.",
        zh="Softmax 对任何得分都给出概率：exp 让每一项都为正，再除以总和，总和就是 1。",
    ),
    "rounded": Text(
        en="Softmax probabilities are never exactly 0 or 1. Those shown so here are too close to "
        "0 or 1 for [[float64|format]] to tell apart, and were rounded.",
        zh="Softmax 概率从不恰好等于 0 或 1。这里显示的 0 或 1 是舍入的结果："
        "真值离它们太近，[[float64|format]] 区分不开。",
    ),
    "as_spread": Text(
        en="Here the largest share is the same by softmax and by dividing by the sum: {softmax}.",
        zh="这里用 Softmax 和直接除以总和，最大的份额相同：{softmax}。",
    ),
}
# where linear normalisation fails, that comes first
KEY_NOTES: Final = {
    **{name: note for name, note in LINEAR_NOTES.items() if name != "sound"},
    **SOFTMAX_NOTES,
}
OTHER_NOTES: Final = {"sound": LINEAR_NOTES["sound"], **SOFTMAX_NOTES}
HARDMAX_NOTES: Final = {
    "one_largest": Text(
        en="Hardmax marks the largest score, {top}. It is what softmax becomes as T goes to 0; "
        "“max” itself would be the number {top}.",
        zh="Hardmax 标出最大的得分 {top}。T 趋于 0 时 Softmax 就变成它；而“max”本身是 {top} 这个数。",
    ),
    "ties": Text(
        en="{ties} classes share the largest score, {top}, so each gets an equal part: that is "
        "where softmax goes as T goes to 0. (np.argmax would take the first.)",
        zh="有 {ties} 个类别并列最大得分 {top}，所以平分：T 趋于 0 时 Softmax 也走向这里。"
        "（np.argmax 则取第一个。）",
    ),
}

NO_ANSWER = Text(en="no answer: the sum is 0", zh="没有答案：总和是 0")
LARGEST = Text(en="largest softmax share", zh="最大的 Softmax 份额")
TRIANGLE = Text(en="Every distribution over three classes", zh="三个类别上的所有概率分布")
TRIANGLE_LEAD = Text(
    en="Each point is a distribution: a corner is certainty, the centre is 1/3 each. The dotted "
    "path is softmax as T runs from 0.05 to 20: towards hardmax when T is small, towards the "
    "centre when it is large.",
    zh="每个点是一个分布：顶点是完全确定，中心是各占 1/3。"
    "点线是温度 T 从 0.05 变到 20 时 Softmax 走过的路径：T 越小越靠近 Hardmax，T 越大越靠近中心。",
)
TRIANGLE_ELSEWHERE = Text(
    en="With three classes, a triangle of all distributions stands here.",
    zh="恰好三个类别时，这里会显示所有分布构成的三角形。",
)
LINEAR_OUTSIDE = Text(
    en="The linear answer is not a point of this triangle.", zh="线性归一化的结果不在这个三角形里。"
)
TRIANGLE_DESCRIPTION = Text(
    en="A triangle whose points are the distributions over three classes, with the three answers "
    "as points and the path of softmax over all temperatures as a curve.",
    zh="三角形中的每个点是三个类别上的一个分布；三种映射的结果是三个点，Softmax 随温度变化的路径是一条曲线。",
)
LEGEND: Final = ("■", "●", "◇")

ENTROPY = Text(en="Entropy", zh="熵")
ENTROPY_NOTE = Text(
    en="[[Entropy|entropy]] says how much is left open. Softmax: {softmax} [[nats|nat]], between 0 (certain) and "
    "{uniform} (all {count} alike). Raise T and it grows, unless all scores are equal.",
    zh="[[熵|entropy]]衡量还有多少不确定。Softmax 的熵是 {softmax} [[纳特|nat]]，介于 0（完全确定）和 "
    "{uniform}（{count} 个类别的概率相等）之间。升高 T，熵就变大（得分全都相等时除外）。",
)

TABLE_DESCRIPTION = Text(
    en="Scores, shifted scores, exponentials and the three maps",
    zh="得分、平移后的得分、指数值与三种映射",
)
SCORE = Text(en="score", zh="得分")
SHIFTED = Text(en="less the largest, over T", zh="减去最大得分，除以 T")
EXPONENTIAL = Text(en="exponential", zh="指数值")
ENTROPY_ROW = Text(en="entropy (nats)", zh="熵（纳特）")
FORMULAS = Text(en="The formulas, with these numbers", zh="代入当前数值的公式")
BRACKETS = Text(
    en="[…] counts 1 where what it says is true, and 0 where it is not.",
    zh="方括号里的等式成立记作 1，不成立记作 0。",
)

TAKEAWAYS = Text(
    en="""
- **Softmax is linear normalisation of the exponentials.** exp makes every term positive and keeps
  the order; dividing by the sum makes the total 1. Taking the largest score $m$ away first, as the
  table does, changes nothing and keeps exp from overflowing.
- **Only differences count:** for any two classes, $i$ and $j$, $p_i / p_j = e^{(z_i - z_j)/T}$. So adding a number to all scores
  changes nothing, but multiplying them scales the differences. Dividing by $T$ does just that.
- **Hardmax** is the *indicator* of the largest score, $[z_i = \\max z]$: 1 where that holds and 0
  elsewhere (ties share the 1), not its value.
  Softmax is its soft version, a soft *argmax*. The soft version of the maximum itself is
  $T \\log \\sum_j e^{z_j/T}$.
- **Why not hardmax?** It throws away all but who is first. And it has no slope to learn from: a small
  change of a score changes nothing, until another class takes the lead, and then all of it jumps.
- Softmax shares out one whole, so it fits classes that **exclude one another**: an article may touch on
  several topics, but it is filed under one. A probability of 0.84 says how sure the model is of that
  one, not that 84 % of the text is about it. Nor is it a promise to be right 84 times in a hundred.
""",
    zh="""
- **Softmax 就是先取指数，再做线性归一化**。exp 让每一项为正并保持顺序，除以总和使总和为 1。表格里先减去最大得分 $m$，结果不变，却能防止 exp 上溢。
- **只有差才算数**：对任意两个类别 $i$ 和 $j$，$p_i / p_j = e^{(z_i - z_j)/T}$。所以给所有得分加上同一个数，结果不变；乘以同一个数，差就按比例缩放。除以温度 $T$ 正是这样的缩放。
- **Hardmax** 是最大得分的*指示* $[z_i = \\max z]$：最大处为 1，其余为 0（并列时平分），不是最大值本身。Softmax 是它的“软”版本，即软 argmax；最大值本身的“软”版本是 $T \\log \\sum_j e^{z_j/T}$。
- **为什么不用 Hardmax**？除了谁是第一，它什么都丢掉了。它也没有斜率可供学习：得分略有变化，结果纹丝不动；直到另一个类别领先，才一下子全部跳过去。
- Softmax 分的是同一个整体，所以适用于**互斥**的类别：一篇文章可以涉及几个主题，但只归入一个。概率 0.84 说的是模型对这个主题有多大把握，而不是文章有 84% 在讲它；也不意味着一百次里能对 84 次。
""",
)
TRY = Text(
    en="Subtract 100 from every score in `z` and run both cells again: which of the three maps "
    "changes? Then try `T = 0.05` and `T = 20`.",
    zh="把 `z` 中每个得分都减去 100，再运行两个代码单元：三种映射中，哪一种的结果变了？"
    "然后试试 `T = 0.05` 和 `T = 20`。",
)

# What the lesson asks

GUESS_CLASSES: Final = tuple(
    Text(en=f"{topic.en} ({score})", zh=f"{topic.zh}（{score}）")
    for topic, score in zip(TOPICS, ("−98", "−97", "−95"), strict=False)
)
GUESS_SHARE = Text(en="share", zh="份额")
GUESS_LINEAR_SHARE = Text(en="share by linear normalisation", zh="线性归一化的份额")
ASKS: Final = {
    "tenth": Ask(
        title=Text(en="a tenth of each score", zh="得分缩到十分之一"),
        ask=Text(
            en="Softmax turns the scores 2, 3 and 5 into 0.042, 0.114 and 0.844. What does it give for "
            "**0.2, 0.3 and 0.5**? (Divided by their sum, they stay 0.2, 0.3 and 0.5.)",
            zh="得分 2、3、5 经过 Softmax 得到 0.042、0.114、0.844。得分换成 **0.2、0.3、0.5** 呢？"
            "（若除以总和，结果仍是 0.2、0.3、0.5。）",
        ),
        why=Text(
            en="Only differences count: for any two topics, [[i and j|indices]], pᵢ/pⱼ = e^(zᵢ − zⱼ). Here they are 0.3 at most, so no share is more "
            "than e⁰·³ ≈ 1.35 times another. exp pulls apart only what is far enough apart; here "
            "softmax is **flatter** than dividing by the sum.",
            zh="只有差才算数：对任意两个主题 [[i 和 j|indices]]，pᵢ/pⱼ = e^(zᵢ − zⱼ)。这里的差最多是 0.3，所以任何两个份额之比都不超过 "
            "e⁰·³ ≈ 1.35。得分差得够远，exp 才会拉开差距；在这里 Softmax 反而比除以总和**更平缓**。",
        ),
    ),
    "minus": Ask(
        title=Text(en="100 less for all", zh="全都减去 100"),
        ask=Text(
            en="Subtract 100 from the scores 2, 3 and 5. Softmax gives the same as before. In which order "
            "does **linear normalisation** put the topics?",
            zh="从得分 2、3、5 中各减去 100。Softmax 的结果不变。**线性归一化**会把三个主题排成什么顺序？",
        ),
        why=Text(
            en="All scores are negative now, and so is their sum, −290. Dividing by a negative number "
            "reverses the order: the lowest score gets the largest share.",
            zh="现在得分全是负数，总和 −290 也是负数。除以负数会颠倒顺序：得分最低的反而份额最大。",
        ),
    ),
    "negative": Ask(
        title=Text(en="a negative score", zh="出现负的得分"),
        ask=Text(
            en="The scores are **4, −4 and 3**. Linear normalisation divides each score by the sum of all. "
            "What share does sport, with the 4, get?",
            zh="得分是 **4、−4、3**。线性归一化把每个得分除以总和。得分为 4 的体育，份额是多少？",
        ),
        why=Text(
            en="The sum is 3, and 4/3 is more than the whole. Politics gets −4/3 in return. Neither is a "
            "probability. Softmax always stays between 0 and 1.",
            zh="总和是 3，而 4/3 比整体还大；时政则得到 −4/3。这两个都不是概率。Softmax 总在 0 与 1 之间。",
        ),
    ),
    "win": Ask(
        title=Text(en="a win without moving", zh="不动也能赢"),
        ask=Text(
            en="The scores are 2, 3 and 5. Make {second} win, so that hardmax gives it everything, "
            "**without touching its score**.",
            zh="得分是 2、3、5。让“{second}”胜出，也就是让 Hardmax 把全部份额给它，但**不许动它自己的得分**。",
        ),
        why=Text(
            en="**Solved.** No score wins by itself: what counts is how far it is above the others. "
            "Lowering them works as well as raising it.",
            zh="**成功**！没有哪个得分本身就能获胜，要看它比别的高多少。压低别的得分，和抬高自己一样有效。",
        ),
        broken=Text(
            en="There must be three classes, and the score of {second} must be 3. Change it back, or restart the puzzle.",
            zh="必须是三个类别，而且“{second}”的得分必须是 3。请改回来，或者重做这道题。",
        ),
    ),
    "flat": Ask(
        title=Text(en="nearly equal", zh="几乎一样大"),
        ask=Text(
            en="The scores are 2, 3 and 5, and softmax gives {third} a share of 0.844. Bring it **below 0.4 "
            "without touching a score**.",
            zh="得分是 2、3、5，“{third}”的 Softmax 份额是 0.844。**不动任何得分**，把它压到 **0.4 以下**。",
        ),
        why=Text(
            en="**Solved.** Dividing by a large temperature brings all differences close to 0, and softmax close "
            "to equal shares. The order stays.",
            zh="**成功**！除以很大的温度，所有的差都接近 0，Softmax 就接近均分，而顺序不变。",
        ),
        broken=Text(
            en="The scores are no longer 2, 3 and 5. Change them back, or restart the puzzle.",
            zh="得分不再是 2、3、5 了。请改回来，或者重做这道题。",
        ),
    ),
}

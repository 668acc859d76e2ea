"""Lesson 2: why exp."""

from typing import Final

from softmax_app.texts.common import TOPICS
from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Why exp", zh="为什么用 exp")
SURPRISE = Text(
    en="A step of 1 to the right multiplies the height of eˣ by the same number everywhere. Which one?",
    zh="在 eˣ 的曲线上，无论从哪里向右走 1，高度都乘以同一个数。是哪个数？",
)
LEAD = Text(
    en="Softmax raises e to every score. Why e, and why a power at all? Drag the point along "
    "**y = eˣ**, on the picture itself or by the slider, and change the step.",
    zh="Softmax 对每个得分取以 e 为底的幂。为什么取幂，又为什么底数是 e？沿着曲线 **y = eˣ** 拖动这个点"
    "（直接在图上拖，或用滑块），再改变步长。",
)
CURVE_DESCRIPTION = Text(
    en="The curve y = eˣ with a point on it. Its tangent meets the x axis one unit to the left of "
    "the point. A step to the right from the point leads to a second point on the curve.",
    zh="曲线 y = eˣ 和曲线上的一个点。过该点的切线与 x 轴的交点总在点的左边 1 个单位处。"
    "从该点向右走一步，到达曲线上的第二个点。",
)
STEP_NOTE = Text(
    en="**Adding on x multiplies on y.** The step adds {step} to x and multiplies the height by "
    "{power} = {ratio}. Drag the point: the factor stays.",
    zh="**横轴上相加，纵轴上相乘**。x 增加 {step}，高度就乘以 {power} = {ratio}。拖动这个点：倍数不变。",
)
TANGENT_NOTE = Text(
    en="**The slope is the height.** The tangent always reaches the x axis exactly 1 to the left. "
    "It rises by {height} over that 1, so its slope is {slope}, the same as the height.",
    zh="**斜率等于高度**。切线总是恰好在左边 1 个单位处与 x 轴相交。在这 1 个单位里它上升 {height}，"
    "所以斜率是 {slope}，正好等于高度。",
)
SECANT_NOTE = Text(
    en="**The slope is the limit of secant slopes.** The line through both points has slope "
    "{secant}, steeper than {slope}. Make Δx small, and it approaches the tangent.",
    zh="**斜率是割线斜率的极限**。过两点的直线斜率是 {secant}，比 {slope} 更陡。Δx 越小，割线越接近切线。",
)

HEIGHT_AND_SLOPE = Text(en="height, and slope", zh="高度，也是斜率")
DERIVATIVE = Text(en="The derivative of eˣ is eˣ", zh="eˣ 的导数就是 eˣ")
DERIVATION_LEAD = Text(
    en="The slope of the secant, taken apart, with the numbers of the picture:",
    zh="把割线的斜率一步步拆开，代入图中的数：",
)
REASONS: Final = (
    Text(en="the slope between two points of the curve", zh="曲线上两点之间的斜率"),
    Text(
        en="a sum in the exponent is a product of powers: take eˣ out",
        zh="指数相加就是幂相乘：提出 eˣ",
    ),
    Text(
        en="as Δx goes to 0, the fraction goes to 1 (at 0.001 it is 1.0005): e is the base for which it "
        "does; with base 2 it goes to 0.693, with base 3 to 1.099",
        zh="Δx 趋于 0 时，这个分式趋于 1（Δx = 0.001 时是 1.0005）：e 正是使它趋于 1 的底数；"
        "底数为 2 时趋于 0.693，为 3 时趋于 1.099",
    ),
)

OTHERS = Text(en="Other ways to make scores non-negative", zh="让得分非负的其他办法")
OTHERS_LEAD = Text(
    en="Dividing by the sum needs terms that are not negative. exp is one way to make them so; "
    "here it stands beside four others, on your scores. Drag a score below 0, or add 100 to all.",
    zh="要除以总和，各项就不能为负。exp 是一种办法；下面把它和另外四种放在一起，用的是你的得分。"
    "把一个得分拖到 0 以下，或者给所有得分加 100 试试。",
)
WAYS_DESCRIPTION = Text(
    en="Five bar charts: the shares of the same scores after exp, powers of 2, squares, the "
    "positive part and softplus.",
    zh="五幅柱状图：同一组得分分别经过 exp、2 的幂、平方、正部和 softplus 之后的份额。",
)
SHARE = Text(en="share", zh="份额")
NOTHING_TO_SHARE: Final = "0 ÷ 0"
WAY_FAULTS: Final = (Text(en="", zh=""), Text(en=NOTHING_TO_SHARE, zh=NOTHING_TO_SHARE))
WAY_NAMES: Final = {
    "exp": "eᶻ",
    "power_of_2": "2ᶻ",
    "square": "z²",
    "relu": "max(0, z)",
    "softplus": "log(1 + eᶻ)",
}

COMPARED = Text(en="What each of them keeps", zh="各自保住了什么")
COMPARED_DESCRIPTION = Text(
    en="For each way: whether it keeps the order of the scores, whether only differences count, "
    "and its derivative",
    zh="每种办法是否保持得分的顺序、是否只看得分之差，以及它的导数",
)
WAY = Text(en="term", zh="每一项")
ORDER = Text(en="keeps the order?", zh="保持顺序吗？")
DIFFERENCES = Text(en="do only differences count?", zh="只看得分之差吗？")
MOVED = Text(
    en="most that a share moves when 1 is added to all (about 10⁻¹⁶ is rounding)",
    zh="所有得分加 1 后份额的最大变化（10⁻¹⁶ 左右是舍入误差）",
)
SLOPE = Text(en="derivative", zh="导数")
ALWAYS: Final = {
    "kept": Text(en="always", zh="总是"),
    "level": Text(en="always; here rounding hides it", zh="总是；这里被舍入掩盖了"),
    "reversed": Text(en="always; here rounding hides it", zh="总是；这里被舍入掩盖了"),
    "nothing": Text(en="always; here all terms round to 0", zh="总是；这里各项都舍入成了 0"),
}
ORDERS: Final = {
    "kept": Text(en="for these scores, yes", zh="对这组得分，保持"),
    "level": Text(en="no: different scores get the same share", zh="否：不同的得分得到相同的份额"),
    "reversed": Text(en="no: a smaller score gets a larger share", zh="否：较小的得分反而份额更大"),
    "nothing": Text(en="no: nothing is left to share", zh="否：没有可分的东西了"),
}
ONLY_DIFFERENCES = Text(en="yes", zh="是")
NOT_ONLY_DIFFERENCES = Text(en="no", zh="否")
SLOPES: Final = {
    "exp": Text(en="eᶻ: the term itself, for free", zh="eᶻ：就是这一项本身，不必另算"),
    "power_of_2": Text(en="2ᶻ log 2: the term times 0.693…", zh="2ᶻ log 2：这一项乘以 0.693…"),
    "square": Text(en="2z: 0 at 0, negative below", zh="2z：在 0 处为 0，在 0 以下为负"),
    "relu": Text(en="0 or 1: no pull at all below 0", zh="0 或 1：在 0 以下导数为 0，无法推动得分"),
    "softplus": Text(
        en="σ(z) = eᶻ ÷ (1 + eᶻ): not the term itself", zh="σ(z) = eᶻ ÷ (1 + eᶻ)：不是这一项本身"
    ),
}
SQUARE_NOTES: Final = {  # by what becomes of the order
    "kept": Text(
        en="**A square** forgets the sign: −4 counts as much as 4. Here the order happens to stay.",
        zh="**平方**丢掉了符号：−4 和 4 一样大。这组得分的顺序碰巧没变。",
    ),
    "level": Text(
        en="**A square** forgets the sign: −4 counts as much as 4. Here it makes different scores equal.",
        zh="**平方**丢掉了符号：−4 和 4 一样大。这里，不同的得分变得一样了。",
    ),
    "reversed": Text(
        en="**A square** forgets the sign: −4 counts as much as 4. Here a smaller score gets a larger share.",
        zh="**平方**丢掉了符号：−4 和 4 一样大。这里，较小的得分反而份额更大。",
    ),
    "nothing": Text(
        en="**A square** of 0 is 0. Here all squares come out as 0, and 0 ÷ 0 has no answer.",
        zh="**平方**：0 的平方是 0。这里算出的平方全都是 0，而 0 ÷ 0 没有答案。",
    ),
}
RELU_NOTES: Final = {
    "kept": Text(
        en="**max(0, z)** gives every negative score the same 0, and leaves no slope to learn from. Here no "
        "two different scores fall together.",
        zh="**max(0, z)** 把所有负的得分都变成 0，也就没有斜率可供学习。这里还没有哪两个不同的得分变得一样。",
    ),
    "level": Text(
        en="**max(0, z)** gives every negative score the same 0, and leaves no slope to learn from. Here it "
        "makes different scores equal.",
        zh="**max(0, z)** 把所有负的得分都变成 0，也就没有斜率可供学习。这里，不同的得分变得一样了。",
    ),
    "nothing": Text(
        en="**max(0, z)** gives every negative score the same 0. Here no score is above 0, and 0 ÷ 0 has no answer.",
        zh="**max(0, z)** 把所有负的得分都变成 0。这里没有一个得分大于 0，而 0 ÷ 0 没有答案。",
    ),
}
SOFTPLUS_NOTES: Final = {  # by what adding 1 to every score does
    "moves": Text(
        en="**softplus**, [[log|log]] (1 + eᶻ), keeps the order, but adding 1 to every score changes its shares: here "
        "by up to {moved}. Only powers aᶻ look at differences alone.",
        zh="**softplus**，即 [[log|log]] (1 + eᶻ)，保持顺序，但给所有得分加 1，份额会变：这里最多变 {moved}。"
        "只有幂 aᶻ 只看得分之差。",
    ),
    "equal": Text(
        en="**softplus**, [[log|log]] (1 + eᶻ), keeps the order. These scores are all equal, and so are all shares; "
        "others change when 1 is added to every score. Only powers aᶻ look at differences alone.",
        zh="**softplus**，即 [[log|log]] (1 + eᶻ)，保持顺序。这组得分全都相等，份额也就相等；换成别的得分，"
        "全都加 1，份额会变。只有幂 aᶻ 只看得分之差。",
    ),
    "nothing": Text(
        en="**softplus**, [[log|log]] (1 + eᶻ), is never 0, but here all its terms are too small for the number "
        "format: 0 ÷ 0.",
        zh="**softplus**，即 [[log|log]] (1 + eᶻ)，永远不是 0，但这里各项都小得数值格式装不下了：0 ÷ 0。",
    ),
}
FLOAT_NOTE = Text(
    en="In [[float64|format]], eᶻ shows as ∞ above 709.8; below −745.2 eᶻ and softplus show as 0.",
    zh="在 [[float64|format]] 中，z 大于 709.8 时 eᶻ 显示为 ∞；小于 −745.2 时 eᶻ 和 softplus 都显示为 0。",
)
NUMBERS_DESCRIPTION = Text(
    en="The term and the share of every class by each of the five ways",
    zh="五种办法下每个类别的项和份额",
)
SHARE_OF = Text(en="share by {way}", zh="按 {way} 的份额")
SCORE = Text(en="score z", zh="得分 z")

TAKEAWAYS = Text(
    en="""
- **exp turns differences into ratios:** $e^{a+b} = e^a e^b$, so $p_i / p_j = e^{z_i - z_j}$. Of all
  continuous positive functions applied to each score alone, only powers $a^z$ (times a constant)
  let nothing but differences count.
- **Another base is another temperature:** $2^z = e^{z \\log 2}$, so the shares of $2^z$ are a softmax
  with $T = 1/\\log 2 \\approx 1.44$. e is the base whose power is its own derivative.
- **That derivative keeps everything after it short:** how fast softmax and its loss
  change, which later lessons work out, takes nothing but probabilities and the true class.
""",
    zh="""
- **exp 把差变成比**：$e^{a+b} = e^a e^b$，所以 $p_i / p_j = e^{z_i - z_j}$。在所有逐个作用于得分的连续正函数中，只有幂 $a^z$（可乘一个常数）能做到只看得分之差。
- **换一个底数就是换一个温度**：$2^z = e^{z \\log 2}$，所以 $2^z$ 的份额就是 $T = 1/\\log 2 \\approx 1.44$ 的 Softmax。底数 e 的特别之处，是以它为底的幂，导数就是自身。
- **这个导数让后面的一切都很简短**：后面的课会算出 Softmax 及其损失变化得多快，用到的只有概率和真实类别。
""",
)
TRY = Text(
    en="Make `dx` smaller, 0.1 and then 0.001: what does `secant` tend to? Then put two "
    "different negative scores into `z`: which ways still tell them apart?",
    zh="把 `dx` 依次改成 0.1 和 0.001：`secant` 趋于多少？再在 `z` 里放两个不同的负得分："
    "哪些办法还能把它们区分开？",
)

# What the lesson asks

GUESS_FACTOR = Text(en="factor", zh="倍数")
GUESS_SQUARE_SHARE = Text(en="share by squares", zh="按平方的份额")
GUESS_SHARE = Text(en="share", zh="份额")
GUESS_SCORES: Final = tuple(
    Text(en=f"{topic.en} ({score})", zh=f"{topic.zh}（{score}）")
    for topic, score in zip(TOPICS, ("−1", "−2", "−3"), strict=False)
)
ASKS: Final = {
    "step": Ask(
        title=Text(en="one step further", zh="再往右走一步"),
        ask=Text(
            en="From x = 0 to x = 1 the height of y = eˣ grows from 1 to 2.718: it is multiplied by 2.718. "
            "What is it multiplied by **from x = 1 to x = 2**?",
            zh="从 x = 0 到 x = 1，y = eˣ 的高度从 1 变成 2.718，也就是乘以 2.718。"
            "**从 x = 1 到 x = 2**，高度乘以多少？",
        ),
        why=Text(
            en="The same step always multiplies by the same number, because eˣ⁺¹ = eˣ · e. The height itself "
            "grows faster and faster; the factor does not change.",
            zh="同样的一步总是乘以同一个数，因为 eˣ⁺¹ = eˣ · e。高度本身越长越快，倍数却不变。",
        ),
    ),
    "square": Ask(
        title=Text(en="squares instead of exp", zh="用平方代替 exp"),
        ask=Text(
            en="The scores are **−1, −2 and −3**. Someone makes them positive by **squaring** them and "
            "divides by the sum. Which topic gets the largest share?",
            zh="得分是 **−1、−2、−3**。有人用**平方**把它们变成正数，再除以总和。哪个主题份额最大？",
        ),
        why=Text(
            en="A square forgets the sign: −3 becomes 9, the largest of all, though −3 is the lowest score. "
            "exp keeps the order, whatever the signs.",
            zh="平方会丢掉符号：−3 变成 9，成了最大的，尽管 −3 是最低的得分。exp 则无论正负都保持顺序。",
        ),
    ),
    "relu": Ask(
        title=Text(en="max(0, z) instead of exp", zh="用 max(0, z) 代替 exp"),
        ask=Text(
            en="The scores are **4, −4 and 3**. With exp, politics gets 0.000245. What does it get with "
            "**max(0, z)**?",
            zh="得分是 **4、−4、3**。用 exp 时，时政得到 0.000245。改用 **max(0, z)**，它得到多少？",
        ),
        why=Text(
            en="The share is exactly 0, and moving the score a little does not change it: where the slope is "
            "0, there is nothing to learn from. And [[log|log]] 0 is −∞: if the article was about politics, the loss that "
            "later lessons learn from, −log of this share, would be infinite.",
            zh="份额恰好是 0，得分略增略减也不会改变它：斜率为 0 的地方什么也学不到。而且 [[log|log]] 0 是 −∞："
            "假如文章讲的正是时政，后面要讲的损失，即这个份额的 −log，就是无穷大。",
        ),
    ),
    "secant": Ask(
        title=Text(en="close to the tangent", zh="逼近切线"),
        ask=Text(
            en="The step Δx is 1. Make it so small that the secant is **less than 1 % steeper** than the "
            "tangent.",
            zh="步长 Δx 是 1。把它缩小，让割线的斜率比切线只大**不到 1%**。",
        ),
        why=Text(
            en="**Solved.** Wherever the point is, the secant is steeper by the factor (e^(Δx) − 1) ÷ Δx, which "
            "is about 1 + Δx/2 when Δx is small. As Δx goes to 0, it goes to 1.",
            zh="**成功**！无论点在哪里，割线的斜率都是切线的 (e^(Δx) − 1) ÷ Δx 倍；Δx 很小时约为 1 + Δx/2。Δx 趋于 0 时，它趋于 1。",
        ),
    ),
    "vanish": Ask(
        title=Text(en="no answer", zh="没有答案"),
        ask=Text(
            en="The scores are 4, −4 and 3. Move them, in the second part of this lesson, until **max(0, z) has no "
            "answer** while exp still has one.",
            zh="得分是 4、−4、3。在本课的第二部分移动它们，直到 **max(0, z) 没有答案**，而 exp 仍然有。",
        ),
        why=Text(
            en="**Solved.** No score is above 0, so every term is 0, and 0 ÷ 0 has no answer. In mathematics "
            "exp is never 0, so it always has one.",
            zh="**成功**！没有得分大于 0，每一项都是 0，而 0 ÷ 0 没有答案。数学上 exp 永远不为 0，所以总有答案。",
        ),
    ),
}

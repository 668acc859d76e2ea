"""Lesson 2: why exp."""

from typing import Final

from softmax_app.texts.text import Text

TITLE = Text(en="Why exp", zh="为什么用 exp")
LEAD = Text(
    en="Softmax raises e to every score. Why e, and why a power at all? Drag the point along "
    "**y = eˣ**, on the picture itself or by the slider, and change the step.",
    zh="Softmax 对每个得分取以 e 为底的幂。为什么取幂，又为什么底数是 e？沿着曲线 **y = eˣ** 拖动这个点"
    "（直接在图上拖，或用滑块），再改变步长。",
)
POINT = Text(en="Point x", zh="点 x")
STEP = Text(en="Step Δx", zh="步长 Δx")
CURVE_DESCRIPTION = Text(
    en="The curve y = eˣ with a point on it. Its tangent meets the x axis one unit to the left of "
    "the point. A step to the right from the point leads to a second point on the curve.",
    zh="曲线 y = eˣ 和曲线上的一个点。过该点的切线与 x 轴的交点总在点的左边 1 个单位处。"
    "从该点向右走一步，到达曲线上的第二个点。",
)
STEP_NOTE = Text(
    en="**Adding on x multiplies on y.** The step adds {step} to x and multiplies the height by "
    "{power} = {ratio}. Drag the point: the factor stays.",
    zh="**横轴上相加，纵轴上相乘。**x 增加 {step}，高度就乘以 {power} = {ratio}。拖动这个点：倍数不变。",
)
TANGENT_NOTE = Text(
    en="**The slope is the height.** The tangent always reaches the x axis exactly 1 to the left. "
    "It rises by {height} over that 1, so its slope is {slope}, the same as the height.",
    zh="**斜率等于高度。**切线总是恰好在左边 1 个单位处与 x 轴相交。在这 1 个单位里它上升 {height}，"
    "所以斜率是 {slope}，正好等于高度。",
)
SECANT_NOTE = Text(
    en="**The slope is the limit of secant slopes.** The line through both points has slope "
    "{secant}, steeper than {slope}. Make Δx small, and it approaches the tangent.",
    zh="**斜率是割线斜率的极限。**过两点的直线斜率是 {secant}，比 {slope} 更陡。Δx 越小，割线越接近切线。",
)

DERIVATIVE = Text(en="The derivative of eˣ is eˣ", zh="eˣ 的导数就是 eˣ")
DERIVATION_LEAD = Text(
    en="The slope of the secant, taken apart, with the numbers of the picture:",
    zh="把割线的斜率一步步拆开，代入图中的数：",
)
DERIVATION: Final = (
    Text(en="the slope between two points of the curve", zh="曲线上两点之间的斜率"),
    Text(
        en="a sum in the exponent is a product of powers: take eˣ out",
        zh="指数相加就是幂相乘：提出 eˣ",
    ),
    Text(
        en="as Δx goes to 0, the fraction goes to 1: this is what singles out the base e",
        zh="Δx 趋于 0 时，这个分式趋于 1：这正是底数 e 的特别之处",
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
WAY_FAULTS: Final = (Text(en="", zh=""), Text(en="0 ÷ 0", zh="0 ÷ 0"))
WAY_NAMES: Final = ("eᶻ", "2ᶻ", "z²", "max(0, z)", "log(1 + eᶻ)")

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
ALWAYS: Final = (
    Text(en="always", zh="总是"),
    Text(en="always; here rounding hides it", zh="总是；这里被舍入掩盖了"),
    Text(en="always; here rounding hides it", zh="总是；这里被舍入掩盖了"),
    Text(en="always; here all terms round to 0", zh="总是；这里各项都舍入成了 0"),
)
ORDERS: Final = (
    Text(en="for these scores, yes", zh="对这组得分，是"),
    Text(en="no: different scores get the same share", zh="否：不同的得分得到相同的份额"),
    Text(en="no: a smaller score gets a larger share", zh="否：较小的得分反而份额更大"),
    Text(en="no: nothing is left to share", zh="否：没有可分的东西了"),
)
ONLY_DIFFERENCES = Text(en="yes", zh="是")
NOT_ONLY_DIFFERENCES = Text(en="no", zh="否")
SLOPES: Final = (
    Text(en="eᶻ: the term itself, for free", zh="eᶻ：就是这一项本身，不必另算"),
    Text(en="2ᶻ log 2: the term times 0.693…", zh="2ᶻ log 2：这一项乘以 0.693…"),
    Text(en="2z: 0 at 0, negative below", zh="2z：在 0 处为 0，在 0 以下为负"),
    Text(en="0 or 1: no pull at all below 0", zh="0 或 1：在 0 以下导数为 0，无法推动得分"),
    Text(en="σ(z) = eᶻ ÷ (1 + eᶻ): not the term itself", zh="σ(z) = eᶻ ÷ (1 + eᶻ)：不是这一项本身"),
)
NOTES: Final = (
    Text(
        en="**A square** forgets the sign: −4 counts as much as 4.",
        zh="**平方**丢掉了符号：−4 和 4 一样大。",
    ),
    Text(
        en="**max(0, z)** gives every negative score the same 0, and leaves no gradient to learn from.",
        zh="**max(0, z)** 把所有负的得分都变成 0，也就没有梯度可供学习。",
    ),
    Text(
        en="**softplus** keeps the order, but adding the same number to every score changes its "
        "shares. Only powers aᶻ look at differences alone. (In float64, eᶻ shows as ∞ above 709.8; "
        "below −745.2 eᶻ and softplus show as 0.)",
        zh="**softplus** 保持顺序，但给所有得分加同一个数，份额会变。只有幂 aᶻ 只看得分之差。"
        "（在 float64 中，z 大于 709.8 时 eᶻ 显示为 ∞；小于 −745.2 时 eᶻ 和 softplus 都显示为 0。）",
    ),
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
- **That derivative keeps everything after it short:** the gradient of softmax and its loss, in
  lessons 7 and 8, is made of probabilities and targets alone.
""",
    zh="""
- **exp 把差变成比**：$e^{a+b} = e^a e^b$，所以 $p_i / p_j = e^{z_i - z_j}$。在所有逐个作用于得分的连续正函数中，只有幂 $a^z$（可乘一个常数）能做到只看得分之差。
- **换一个底数就是换一个温度**：$2^z = e^{z \\log 2}$，所以 $2^z$ 的份额就是 $T = 1/\\log 2 \\approx 1.44$ 的 Softmax。底数 e 的特别之处，是以它为底的幂，导数就是自身。
- **这个导数让后面的一切都很简短**：第 7、8 课会看到，Softmax 及其损失的梯度只由概率和目标组成。
""",
)

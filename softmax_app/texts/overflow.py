"""Lesson 4: overflow."""

from typing import Final

from softmax_app.texts.text import Text

TITLE = Text(en="Overflow", zh="数值溢出")
LEAD = Text(
    en="exp grows so fast that a score of 710 is already too much for float64. Add the same number "
    "to every score: in mathematics nothing changes. Drag **shift all scores** and watch the naive "
    "formula break, while the one that subtracts the maximum stands.",
    zh="exp 增长太快：得分到 710，float64 就已经装不下了。给每个得分加上同一个数，数学上什么都不变。"
    "拖动**所有得分一起平移**，看朴素公式怎样崩溃，而先减去最大值的公式屹立不动。",
)
SHIFT = Text(en="Shift all scores by c", zh="所有得分一起平移 c")
NAIVE = Text(en="Naive: eᶻ ÷ sum", zh="朴素公式：eᶻ ÷ 总和")
SHIFTED = Text(en="Less the maximum first", zh="先减去最大值")
NAIVE_ROW = Text(en="naive", zh="朴素")
SHIFTED_ROW = Text(en="shifted", zh="减最大值")
SHARE = Text(en="share", zh="份额")
LINE_AXIS = Text(en="the power z that e is raised to", zh="e 的指数 z")
ZONES: Final = (
    Text(en="eᶻ is 0", zh="eᶻ 为 0"),
    Text(en="loses digits", zh="丢失位数"),
    Text(en="eᶻ fits", zh="装得下"),
    Text(en="too large", zh="太大"),
)
PICTURE_DESCRIPTION = Text(
    en="Two bar charts of the same scores in {format}: the naive softmax and the one that "
    "subtracts the maximum first. Below them the number line of the format, with the power that "
    "each exponential is taken of, for both.",
    zh="同一组得分在 {format} 中的两幅柱状图：朴素 Softmax，以及先减去最大值的 Softmax。"
    "下方是该格式的数轴，标出两种算法中每个指数所在的位置。",
)
FAULTS: Final = (
    Text(en="", zh=""),
    Text(en="∞ ÷ ∞ is nan", zh="∞ ÷ ∞ 是 nan"),
    Text(en="all 0: the sum is ∞", zh="全为 0：总和是 ∞"),
    Text(en="0 ÷ 0 is nan", zh="0 ÷ 0 是 nan"),
    Text(en="nan", zh="结果是 nan"),
    Text(en="digits lost", zh="丢失了有效数字"),
)
NAIVE_NOTES: Final = (
    Text(
        en="**The naive formula holds here:** every exponential, and their sum, fits into "
        "{format}.",
        zh="**朴素公式在这里没问题：**每个指数值以及它们的总和，{format} 都装得下。",
    ),
    Text(
        en="**exp overflowed:** {infinite} of {count} exponentials are ∞. ∞ ÷ ∞ is nan, and "
        "anything finite divided by ∞ is 0.",
        zh="**exp 上溢：**{count} 个指数值中有 {infinite} 个是 ∞。∞ ÷ ∞ 得 nan，"
        "有限的数除以 ∞ 得 0。",
    ),
    Text(
        en="**A silent failure:** every exponential is finite, but their sum is ∞. Every share is "
        "0, and no nan gives it away.",
        zh="**悄无声息的失败：**每个指数值都有限，总和却是 ∞。所有份额都是 0，连一个 nan 都没有。",
    ),
    Text(
        en="**Everything underflowed:** every exponential is 0 in {format}, and 0 ÷ 0 is nan.",
        zh="**全部下溢：**每个指数值在 {format} 中都是 0，0 ÷ 0 得 nan。",
    ),
    Text(
        en="**Something outgrew the format**, and {format} has no ∞: it says nan at once.",
        zh="**有数超出了格式的范围**，而 {format} 没有 ∞，直接给出 nan。",
    ),
    Text(
        en="**No overflow, yet wrong:** the exponentials are so close to 0 that {format} has lost "
        "digits of them. A share is off by {off}.",
        zh="**没有上溢，却仍然不对：**指数值离 0 太近，{format} 丢失了它们的有效数字，"
        "份额的误差达到 {off}。",
    ),
    Text(
        en="**The naive formula holds here.** {zeros} of {count} exponentials underflowed to 0, "
        "too small to matter beside the sum.",
        zh="**朴素公式在这里没问题。**{count} 个指数值中有 {zeros} 个下溢为 0，与总和相比微不足道。",
    ),
)
SHIFTED_NOTES: Final = (
    Text(
        en="**With the maximum subtracted** the largest power is 0: every exponential is at most 1, "
        "the sum at most {count}. Nothing can overflow.",
        zh="**减去最大值之后**，最大的指数是 0：每个指数值至多为 1，总和至多为 {count}。不可能上溢。",
    ),
    Text(
        en="**With the maximum subtracted** nothing can overflow. {zeros} of {count} exponentials "
        "underflowed to 0: harmless for p, but not for log p (see below).",
        zh="**减去最大值之后**不可能上溢。{count} 个指数值中有 {zeros} 个下溢为 0："
        "对 p 无害，对 log p 却不然（见下文）。",
    ),
    Text(
        en="**A score does not fit** into {format}: it is ∞ before anything is computed, and "
        "∞ − ∞ is nan. No formula helps here.",
        zh="**有的得分 {format} 根本装不下：**还没开始算就已经是 ∞，而 ∞ − ∞ 得 nan。"
        "什么公式都救不了。",
    ),
)
ROUNDING_NOTES: Final = (
    Text(
        en="{format} holds these scores exactly, so the shifted row does not move at all.",
        zh="{format} 能精确表示这些得分，所以减去最大值的那一行纹丝不动。",
    ),
    Text(
        en="{format} has to round these scores before anything else. What moves in the shifted row "
        "is this rounding alone.",
        zh="{format} 首先要对这些得分做舍入。减去最大值的那一行如果动了，只是因为这个舍入。",
    ),
)
SAID = Text(en="NumPy’s warnings, naive formula", zh="NumPy 对朴素公式的警告")
SAID_SHIFTED = Text(en="With the maximum subtracted", zh="对先减最大值的警告")
SAID_NOTHING = Text(en="none", zh="无")

STEPS = Text(
    en="Step by step, every step rounded to {format}", zh="逐步计算，每一步都舍入到 {format}"
)
STEPS_DESCRIPTION = Text(
    en="Scores, exponentials, sums and shares, by the naive formula and with the maximum subtracted",
    zh="得分、指数值、总和与份额：朴素公式与先减最大值的对照",
)
CLASS = Text(en="class", zh="类别")
SCORE = Text(en="score, in the format", zh="得分（按格式舍入）")
NAIVE_EXP = Text(en="naive: exponential", zh="朴素：指数值")
NAIVE_SHARE = Text(en="naive: share", zh="朴素：份额")
LESS_MAX = Text(en="less the maximum", zh="减去最大值")
SHIFTED_EXP = Text(en="its exponential", zh="再取指数")
SHIFTED_SHARE = Text(en="share", zh="份额")
SUM = Text(en="sum", zh="总和")
EXP_TAGS: Final = (
    Text(en="", zh=""),
    Text(en="loses digits", zh="丢失位数"),
    Text(en="underflow", zh="下溢"),
    Text(en="overflow", zh="上溢"),
    Text(en="no number", zh="不是数"),
)
SHARE_TAGS: Final = (
    Text(en="", zh=""),
    Text(en="underflow", zh="下溢"),
    Text(en="divided by ∞", zh="除以 ∞"),
    Text(en="∞ ÷ ∞", zh="∞ ÷ ∞"),
    Text(en="0 ÷ 0", zh="0 ÷ 0"),
    Text(en="no number", zh="不是数"),
)

ALGEBRA = Text(en="Why subtracting the maximum changes nothing", zh="为什么减去最大值不改变结果")
ALGEBRA_LEAD = Text(
    en="The share of {name}, with the maximum m subtracted, taken apart line by line:",
    zh="“{name}”的份额，减去最大值 m 之后，一行一行地化简：",
)
ALGEBRA_STEPS: Final = (
    Text(en="what is computed", zh="实际计算的式子"),
    Text(en="a difference of powers is a product", zh="指数相减就是相乘"),
    Text(en="e⁻ᵐ stands in every term of the sum: take it out", zh="和的每一项都有 e⁻ᵐ：提出来"),
    Text(
        en="it is the same above and below, and never 0: it cancels",
        zh="分子分母都有它，而且它不为 0：约去",
    ),
)
NEXT_LINE = Text(en="Next line", zh="下一行")
ANY_CONSTANT = Text(
    en="Nothing here needed m to be the maximum: any number cancels. The maximum is taken because "
    "it makes the largest power 0, where e⁰ = 1 is safe in every format.",
    zh="这里并不要求 m 是最大值：任何数都能约去。取最大值，是因为它让最大的指数变成 0，"
    "e⁰ = 1 在任何格式里都是安全的。",
)

LOGS = Text(en="It does not save the logarithm", zh="它救不了对数")
LOGS_NOTES: Final = (
    Text(
        en="The loss of lesson 5 is −log p. Here no p has become 0, and both ways to it agree but "
        "for rounding. Make a score much smaller than the others.",
        zh="第 5 课的损失是 −log p。这里没有哪个 p 变成 0，两种算法只差舍入误差。"
        "把一个得分调得比其他的小得多试试。",
    ),
    Text(
        en="The loss of lesson 5 is −log p. A p that has become 0 costs ∞, though the class is only "
        "improbable. Taken from the scores, log S − (z − m), where S is the shifted sum, the "
        "answer is there.",
        zh="第 5 课的损失是 −log p。p 一旦变成 0，代价就是 ∞，而这个类别其实只是不太可能。"
        "直接由得分来算，log S − (z − m)，其中 S 是减去最大值后的总和，答案就在那里。",
    ),
    Text(
        en="No logarithm can be taken here: a score itself does not fit into {format}.",
        zh="这里无法取对数：得分本身就装不进 {format}。",
    ),
)
LOGS_DESCRIPTION = Text(
    en="Minus the logarithm of every share, from the share and from the scores",
    zh="每个份额的负对数：由份额计算与由得分计算",
)
FROM_PROBS = Text(en="from the share", zh="由份额计算")
FROM_LOGITS = Text(en="from the scores", zh="由得分计算")

LIMITS = Text(en="Where exp leaves each format", zh="exp 在哪里超出各种格式")
LIMITS_DESCRIPTION = Text(
    en="For every format its largest number and the powers at which exp leaves it",
    zh="每种格式的最大数，以及 exp 超出格式范围时的指数",
)
FORMAT_COLUMN = Text(en="format", zh="格式")
LARGEST = Text(en="largest number", zh="最大的数")
LAST_FINITE = Text(en="last finite eᶻ at z =", zh="eᶻ 最后有限处 z =")
FIRST_OVERFLOW = Text(en="overflows at z =", zh="上溢处 z =")
LAST_NORMAL = Text(en="loses digits below z =", zh="开始丢失位数 z <")
LAST_NONZERO = Text(en="is 0 below z =", zh="变为 0 处 z <")
SUM_LIMIT = Text(
    en="sum of {count} equal ones overflows above z =", zh="{count} 个相等时总和上溢处 z >"
)

TAKEAWAYS = Text(
    en="""
- **Subtract the maximum before exp.** It changes no share and leaves nothing to overflow. Every
  library does it; a hand-written softmax has to do it itself.
- **The limits belong to the number format**, not to softmax: float64 overflows at 709.78, float32
  at 88.72, float16 at 11.09. `[123, 456, 789]` gives `[0, 0, nan]` in float64, but three times nan
  in float32.
- **Not every failure says nan.** `[709, 709, 709]` gives three zeros. Check that the shares add
  up to 1.
- **For log p use the scores**: $\\log p_i = (z_i - m) - \\log \\sum_j e^{z_j - m}$. A probability
  that has underflowed cannot be brought back by a logarithm.
- **Traps of the short version in place.** `scores -= scores.max()` overwrites the caller's array;
  with whole numbers it can wrap around: in `uint8`, 3 − 5 is 254. Write
  `shifted = np.asarray(scores, dtype=float) - np.max(scores)` instead.
""",
    zh="""
- **先减去最大值，再取 exp**。份额不变，也没有什么可上溢。所有的库都这样做；自己写 Softmax 就得自己做。
- **界限属于数值格式**，而不属于 Softmax：float64 在 709.78 处上溢，float32 在 88.72，float16 在 11.09。`[123, 456, 789]` 在 float64 中得到 `[0, 0, nan]`，在 float32 中却是三个 nan。
- **失败不一定表现为 nan**。`[709, 709, 709]` 得到三个 0。要检查份额之和是否为 1。
- **求 log p 要用得分**：$\\log p_i = (z_i - m) - \\log \\sum_j e^{z_j - m}$。概率一旦下溢，取对数也找不回来。
- **就地修改的陷阱**。`scores -= scores.max()` 会改写调用者的数组；对整数数组还可能回绕：在 `uint8` 中 3 − 5 是 254。应当写 `shifted = np.asarray(scores, dtype=float) - np.max(scores)`。
""",
)

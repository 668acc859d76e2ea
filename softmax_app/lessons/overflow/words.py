"""Lesson 4: overflow."""

from typing import Final

from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Overflow", zh="数值溢出")
SURPRISE = Text(
    en="A formula that is right on paper answers nan. And sometimes, worse, 0. For which scores?",
    zh="纸上正确的公式，算出来却是 nan；有时更糟，算出来是 0。得分是多少时会这样？",
)
LEAD = Text(
    en="exp grows so fast that a score of 710 is too much for **[[float64|format]]**, the usual number "
    "format. Adding the same number to every score changes nothing, on paper. Drag **shift all scores**: "
    "where does the naive formula break?",
    zh="exp 增长太快：得分到 710，最常用的数值格式 **[[float64|format]]** 就已经装不下了。给每个得分加上同一个数，数学上什么都不变。"
    "拖动**所有得分一起平移**：朴素公式在哪里崩溃？",
)
BOTH_SCORES = Text(en="Scores z, outlined z + c", zh="得分 z，空框是 z + c")
NAIVE = Text(en="Naive: eᶻ ÷ sum", zh="朴素公式：eᶻ ÷ 总和")
SHIFTED = Text(en="Maximum subtracted first", zh="先减去最大值")
NAIVE_ROW = Text(en="naive", zh="朴素")
SHIFTED_ROW = Text(en="shifted", zh="减最大值")
SHARE = Text(en="share", zh="份额")
LINE_AXIS = Text(en="exponent z", zh="e 的指数 z")
ZONES: Final = {
    "zero": Text(en="eᶻ is 0", zh="eᶻ 为 0"),
    "subnormal": Text(en="fewer digits", zh="位数变少"),
    "fits": Text(en="eᶻ fits", zh="装得下"),
    "too_large": Text(en="too large", zh="太大"),
}
PICTURE_DESCRIPTION = Text(
    en="Two bar charts of the same scores in {format}: the naive softmax and the one that "
    "subtracts the maximum first. Below them the number line of the format, with the exponents "
    "of both.",
    zh="同一组得分在 {format} 中的两幅柱状图：朴素 Softmax，以及先减去最大值的 Softmax。"
    "下方是该格式的数轴，标出两种算法中每个指数所在的位置。",
)
FAULTS: Final = {
    "overflow": Text(en="∞ ÷ ∞ is nan", zh="∞ ÷ ∞ 是 nan"),
    "infinite_sum": Text(en="all 0: the sum is ∞", zh="全为 0：总和是 ∞"),
    "all_zero": Text(en="0 ÷ 0 is nan", zh="0 ÷ 0 是 nan"),
    "nan": Text(en="nan", zh="结果是 nan"),
    "inaccurate": Text(en="digits lost", zh="丢失了有效数字"),
}
NO_FAULT = Text(en="", zh="")
NAIVE_NOTES: Final = {
    "fits": Text(
        en="**The naive formula does not break here:** every exponential, and their sum, fits into "
        "{format}. Only rounding is left.",
        zh="**朴素公式在这里没有出错**：每个指数值以及它们的总和，{format} 都装得下，只有舍入误差。",
    ),
    "overflow": Text(
        en="**Overflow:** eᶻ is ∞ for {infinite} of {count} classes. ∞ ÷ ∞ is [[nan|nan]], and anything "
        "finite divided by ∞ is 0.",
        zh="**上溢：**{count} 个指数值中有 {infinite} 个是 ∞。∞ ÷ ∞ 得 [[nan|nan]]，有限的数除以 ∞ 得 0。",
    ),
    "infinite_sum": Text(
        en="**A failure without [[nan|nan]]:** every exponential is finite, but their sum is ∞, so every "
        "share is 0.",
        zh="**不出现 [[nan|nan]] 的失败**：每个指数值都有限，总和却是 ∞，所以所有份额都是 0。",
    ),
    "all_zero": Text(
        en="**Everything [[underflowed|underflow]]:** every exponential is 0 in {format}, and 0 ÷ 0 is [[nan|nan]].",
        zh="**全部[[下溢|underflow]]**：每个指数值在 {format} 中都是 0，0 ÷ 0 得 [[nan|nan]]。",
    ),
    "nan": Text(
        en="**Something outgrew the format**, and {format} has no ∞: it says [[nan|nan]] at once.",
        zh="**有数超出了格式的范围**，而 {format} 没有 ∞，直接给出 [[nan|nan]]。",
    ),
    "inaccurate": Text(
        en="**No overflow, yet wrong:** the exponentials are so close to 0 that {format} has lost "
        "digits of them. A share differs by {off} from that of the shifted formula.",
        zh="**没有上溢，却仍然不对**：指数值离 0 太近，{format} 丢失了它们的有效数字，"
        "有份额与减最大值公式的结果相差 {off}。",
    ),
    "some_zero": Text(
        en="**The naive formula does not break here.** {zeros} of {count} exponentials [[underflowed|underflow]] "
        "to 0, each too small to change the sum in {format}.",
        zh="**朴素公式在这里没有出错。**{count} 个指数值中有 {zeros} 个[[下溢|underflow]]为 0，"
        "每个都小到不足以改变 {format} 中的总和。",
    ),
}
SHIFTED_NOTES: Final = {
    "safe": Text(
        en="**With the maximum subtracted** the largest exponent is 0: every exponential is at most "
        "1, the sum at most {count}. exp cannot overflow.",
        zh="**减去最大值之后**，e 的指数最大为 0，所以每个指数值至多为 1，总和至多为 {count}。"
        "exp 不可能上溢。",
    ),
    "some_zero": Text(
        en="**With the maximum subtracted** exp cannot overflow. {zeros} of {count} exponentials "
        "[[underflowed|underflow]] to 0: harmless for p, but not for log p (see below).",
        zh="**减去最大值之后** exp 不可能上溢。{count} 个指数值中有 {zeros} 个[[下溢|underflow]]为 0："
        "对 p 无害，对 log p 却不然（见下文）。",
    ),
    "lost": Text(
        en="**Lost before exp is taken:** a score does not fit into {format} and becomes ±∞. Less the maximum this is "
        "∞ − ∞: [[nan|nan]], which has no place on the line. The shares are nan; subtracting the maximum cannot help.",
        zh="**取 exp 之前就已出错**：有得分超出 {format} 的范围，变成 ±∞；再减去最大值就是 ∞ − ∞，得 [[nan|nan]]，"
        "数轴上没有它的位置。份额成为 nan，减去最大值也救不了。",
    ),
    "lost_at_once": Text(
        en="**Lost before exp is taken:** a score, or its difference z − m from the maximum m, does not fit into {format}, which "
        "has no ∞: it becomes [[nan|nan]], which has no place on the line. The shares are nan; subtracting the maximum cannot help.",
        zh="**取 exp 之前就已出错**：有得分，或者它与最大值 m 之差 z − m，超出 {format} 的范围；这个格式没有 ∞，"
        "只能变成 [[nan|nan]]，数轴上没有它的位置。份额成为 nan，减去最大值也救不了。",
    ),
}
ROUNDING_NOTES: Final = {
    "exact": Text(
        en="Storing z + c in {format} adds no rounding beyond float64’s. Where nothing is rounded, "
        "the shifted row does not move.",
        zh="把 z + c 存成 {format}，没有在 float64 之外再引入舍入。没有舍入时，"
        "减去最大值的那一行纹丝不动。",
    ),
    "rounded": Text(
        en="Storing z + c in {format} rounds it, or it does not fit. If the shifted row moves with "
        "c, that is the only reason.",
        zh="z + c 存成 {format} 时要舍入，或者根本装不下。减去最大值的那一行若随 c 变动，"
        "只是因为这一点。",
    ),
}
NAIVE_TOTAL = Text(en="sum of eᶻ in {format}", zh="{format} 中 eᶻ 的总和")
SAID = Text(en="NumPy’s warnings, naive formula", zh="NumPy 对朴素公式的警告")
SAID_SHIFTED = Text(en="NumPy’s warnings, maximum subtracted", zh="NumPy 对先减最大值公式的警告")
SAID_NOTHING = Text(en="none", zh="无")

STEP_TABLE = Text(
    en="Step by step, every step rounded to {format}", zh="逐步计算，每一步都舍入到 {format}"
)
STEP_TABLE_DESCRIPTION = Text(
    en="Scores, exponentials, sums and shares, by the naive formula and with the maximum subtracted",
    zh="得分、指数值、总和与份额：朴素公式与先减最大值的对照",
)
SCORE = Text(en="score, in the format", zh="得分（按格式舍入）")
NAIVE_EXP = Text(en="naive: exponential", zh="朴素：指数值")
NAIVE_SHARE = Text(en="naive: share", zh="朴素：份额")
LESS_MAX = Text(en="less the maximum", zh="减去最大值")
SHIFTED_EXP = Text(en="its exponential", zh="再取指数")
SHIFTED_SHARE = Text(en="share", zh="份额")
EXP_TAGS: Final = {
    "sound": Text(en="", zh=""),
    "subnormal": Text(en="loses digits", zh="丢失有效数字"),
    "zero": Text(en="underflow", zh="下溢"),
    "infinite": Text(en="overflow", zh="上溢"),
    "nan": Text(en="not a number", zh="不是数"),
}
SHARE_TAGS: Final = {
    "sound": Text(en="", zh=""),
    "zero": Text(en="underflow", zh="下溢"),
    "over_infinity": Text(en="divided by ∞", zh="除以 ∞"),
    "infinity_over_infinity": Text(en="∞ ÷ ∞", zh="∞ ÷ ∞"),
    "zero_over_zero": Text(en="0 ÷ 0", zh="0 ÷ 0"),
    "nan": Text(en="not a number", zh="不是数"),
}

ALGEBRA = Text(en="Why subtracting the maximum changes nothing", zh="为什么减去最大值不改变结果")
ALGEBRA_LEAD = Text(
    en="The share of {name}, with the maximum m subtracted, taken apart line by line:",
    zh="“{name}”的份额，减去最大值 m 之后，一行一行地化简：",
)
REASONS: Final = (
    Text(en="what is computed", zh="实际计算的式子"),
    Text(en="a difference in the exponent is a product of powers", zh="指数里的差，就是幂的乘积"),
    Text(en="e⁻ᵐ stands in every term of the sum: take it out", zh="和的每一项都有 e⁻ᵐ：提出来"),
    Text(
        en="it is the same above and below, and never 0: it cancels",
        zh="分子分母都有它，而且它不为 0：约去",
    ),
)
ANY_CONSTANT = Text(
    en="Nothing here needed m to be the maximum: any number cancels. The maximum is taken because "
    "it makes the largest exponent 0, where e⁰ = 1 is safe in every format.",
    zh="这里并不要求 m 是最大值：任何数都能约去。取最大值，是因为它让最大的指数变成 0，"
    "e⁰ = 1 在任何格式里都是安全的。",
)

LOGS = Text(en="Subtracting the maximum does not save log p", zh="减去最大值救不了 log p")
LOGS_NOTES: Final = {
    "agree": Text(
        en="The loss that models learn from is −[[log|log]] p. Here no p has become 0, and both ways agree but for "
        "rounding, which is large where p has lost digits. Make a score much smaller than the "
        "others.",
        zh="模型学习所用的损失是 −[[log|log]] p。这里没有哪个 p 变成 0，两种算法只差舍入误差；"
        "p 丢失有效数字时，误差会很大。把一个得分调得比其他的小得多试试。",
    ),
    "vanished": Text(
        en="The loss that models learn from is −[[log|log]] p. Once p has become 0 this is ∞, or nan where the format "
        "has no ∞, though the class is only improbable. From the scores, log S − (z − m) with the "
        "shifted sum S still gives it, as long as z − m fits.",
        zh="模型学习所用的损失是 −[[log|log]] p。p 一旦变成 0，损失就是 ∞（没有 ∞ 的格式给出 nan），"
        "而这个类别其实只是不太可能。直接由得分计算 log S − (z − m)，"
        "其中 S 是减去最大值后的总和，只要 z − m 装得下，仍能得到结果。",
    ),
    "lost": Text(
        en="No logarithm can be taken here: a score, or z − m, does not fit into {format}.",
        zh="这里无法取对数：有得分或 z − m 超出了 {format} 的范围。",
    ),
}
LOGS_DESCRIPTION = Text(
    en="Minus the logarithm of every share, from the share and from the scores",
    zh="每个份额的负对数：由份额计算与由得分计算",
)
FROM_PROBS = Text(en="from the share", zh="由份额计算")
FROM_LOGITS = Text(en="from the scores", zh="由得分计算")

LIMITS = Text(en="Where exp leaves each format", zh="exp 在哪里超出各种格式")
LIMITS_DESCRIPTION = Text(
    en="For every format its largest number and the exponents at which exp leaves it",
    zh="每种格式的最大数，以及 exp 超出格式范围时的指数",
)
FORMAT_COLUMN = Text(en="format", zh="格式")
LARGEST = Text(en="largest number", zh="最大的数")
LAST_FINITE = Text(en="last finite eᶻ at z =", zh="eᶻ 仍有限的最大 z")
FIRST_OVERFLOW = Text(en="overflows at z =", zh="开始上溢的 z")
LAST_NORMAL = Text(en="loses digits below z =", zh="z 低于此值时丢失有效数字")
LAST_NONZERO = Text(en="is 0 below z =", zh="z 低于此值时 eᶻ 为 0")
SUM_LIMIT = Text(
    en="sum of {count} equal ones overflows above z =",
    zh="z 高于此值时，{count} 个相等项的总和上溢",
)

TAKEAWAYS = Text(
    en="""
- **Subtract the maximum before exp.** In exact arithmetic it changes no share, and exp can no
  longer overflow. The major libraries do it; a hand-written softmax has to do it itself.
- **The limits belong to the number format**, not to softmax: float64 overflows at about 709.78,
  float32 at about 88.72, float16 at about 11.09. Naively, `[123, 456, 789]` gives `[0, 0, nan]` in
  float64, but three times nan in float32.
- **Not every failure says nan.** In float64, `[709, 709, 709]` naively gives three zeros. Check
  that the shares add up to 1.
- **A share of exactly 0 or 1 is a rounded one:** of finite scores none is, in exact arithmetic.
- **For log p use the scores**: $\\log p_i = (z_i - m) - \\log \\sum_j e^{z_j - m}$. A probability
  that has underflowed cannot be brought back by a logarithm.
- **Traps of working in place.** `scores -= scores.max()` overwrites the caller's array; with whole
  numbers it can wrap around: in `uint8`, 3 − 5 is 254. Write
  `shifted = np.asarray(scores, dtype=float) - np.max(scores)` instead.
""",
    zh="""
- **先减去最大值，再取 exp**。数学上份额不变，exp 也不会再上溢。主流的库都这样做；自己写 Softmax 就得自己做。
- **界限属于数值格式**，而不属于 Softmax：float64 约在 709.78 处上溢，float32 约在 88.72，float16 约在 11.09。用朴素公式，`[123, 456, 789]` 在 float64 中得到 `[0, 0, nan]`，在 float32 中却是三个 nan。
- **失败不一定表现为 nan**。在 float64 中，朴素公式对 `[709, 709, 709]` 给出三个 0。要检查份额之和是否为 1。
- **恰好为 0 或 1 的份额是舍入的结果**：得分有限时，精确计算的份额不会是 0 或 1。
- **求 log p 要用得分**：$\\log p_i = (z_i - m) - \\log \\sum_j e^{z_j - m}$。概率一旦下溢，取对数也找不回来。
- **就地修改的陷阱**。`scores -= scores.max()` 会改写调用者的数组；对整数数组还可能回绕：在 `uint8` 中 3 − 5 是 254。应当写 `shifted = np.asarray(scores, dtype=float) - np.max(scores)`。
""",
)
TRY = Text(
    en="Make `c` larger until the naive formula breaks. Then choose another format, "
    "`number_format = np.float16`: how far can you go now?",
    zh="不断增大 `c`，直到朴素公式出错。再换一种格式，`number_format = np.float16`：现在能走多远？",
)

# What the lesson asks

GUESS_SCORE = Text(en="score", zh="得分")
GUESS_SHARE = Text(en="share", zh="份额")
GUESS_DIGITS = Text(en="largest score whose exponential fits", zh="指数值还装得下的最大得分")
GUESS_FORMATS: Final = tuple(Text(en=name, zh=name) for name in ("float32", "float16", "bfloat16"))
ASKS: Final = {
    "limit": Ask(
        title=Text(en="the limit of float16", zh="float16 的上限"),
        ask=Text(
            en="float16 holds numbers up to 65504. What is the largest **score** whose exponential still fits?",
            zh="float16 最大能存 65504。得分最大到**多少**，它的指数值还装得下？",
        ),
        why=Text(
            en="The limit is log 65504 ≈ 11.09: exp grows so fast that 12 is already too much. float32 lasts "
            "to 88.7, and even float64, which holds up to 10³⁰⁸, only to 709.8.",
            zh="上限是 log 65504 ≈ 11.09：exp 增长太快，12 就已经太大了。float32 能撑到 88.7，"
            "而 float64 虽能存到 10³⁰⁸，也只到 709.8。",
        ),
    ),
    "quiet": Ask(
        title=Text(en="three times 709", zh="三个 709"),
        ask=Text(
            en="Three scores of **709** in float64. Each exponential fits: 8.2\u202f×\u202f10³⁰⁷. The naive formula "
            "should give ⅓ each. What does the computer give?",
            zh="三个得分都是 **709**，用 float64。每个指数值都装得下：8.2\u202f×\u202f10³⁰⁷。"
            "按朴素公式，每个份额应该是 ⅓。计算机算出的是多少？",
        ),
        why=Text(
            en="The sum of the three does not fit: it becomes ∞, and anything finite divided by ∞ is 0. No "
            "nan gives this failure away. What does: NumPy’s warning that the sum overflowed, and a check "
            "that the shares add up to 1.",
            zh="三者之和装不下，变成 ∞；有限的数除以 ∞ 得 0。这种失败不出现 nan。要发现它，靠的是 NumPy 给出的求和上溢警告，或者检查份额之和是否为 1。",
        ),
    ),
    "widest": Ask(
        title=Text(en="which format lasts longest", zh="哪种格式撑得最久"),
        ask=Text(
            en="float32, float16 and bfloat16 take 32, 16 and 16 bits. Put them **in order** of the largest "
            "score whose exponential still fits.",
            zh="float32、float16、bfloat16 分别占 32、16、16 位。按指数值还装得下的最大得分，把它们**从大到小排序**。",
        ),
        why=Text(
            en="bfloat16 has as many bits for the exponent as float32, so the two end close together, at 88.5 "
            "and 88.7, while float16 ends at 11.09. What bfloat16 gives up is digits, not range.",
            zh="bfloat16 的指数位和 float32 一样多，所以两者的上限相近，分别是 88.5 和 88.7，"
            "而 float16 到 11.09 就到头了。bfloat16 舍弃的是有效数字，不是范围。",
        ),
    ),
    "save": Ask(
        title=Text(en="save the naive formula", zh="挽救朴素公式"),
        ask=Text(
            en="The scores are 123, 456 and 789, and the naive formula gives 0, 0 and nan. **Without touching "
            "a score**, get it to work again: no share may be 0 or nan.",
            zh="得分是 123、456、789，朴素公式给出 0、0、nan。**不动任何得分**，让它重新可用：份额里不能有 0，也不能有 nan。",
        ),
        why=Text(
            en="**Solved.** Any shift will do that keeps all exponentials, and their sum, within the range of "
            "the format. Subtracting the maximum needs no search, and after it exp cannot overflow.",
            zh="**成功**！只要平移后所有指数值及其总和都在格式的范围之内就行。减去最大值用不着去找，而且减去之后 exp 不可能上溢。",
        ),
        broken=Text(
            en="The scores are no longer 123, 456 and 789, or the format is no longer float64. Change it back, "
            "or restart the puzzle.",
            zh="得分不再是 123、456、789，或者格式不再是 float64 了。请改回来，或者重做这道题。",
        ),
    ),
}

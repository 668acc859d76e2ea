"""What lesson 4 asks."""

from typing import Final

from softmax_app.texts.text import Text

SCORE = Text(en="score", zh="得分")
SHARE = Text(en="share", zh="份额")
SHARES_SUM = Text(en="sum of the three shares", zh="三个份额之和")
DIGITS = Text(en="largest score whose exp fits", zh="exp 装得下的最大得分")
FORMATS: Final = tuple(Text(en=name, zh=name) for name in ("float32", "float16", "bfloat16"))

LIMIT_TITLE = Text(en="the limit of float16", zh="float16 的上限")
LIMIT = Text(
    en="float16 holds numbers up to 65504. Up to **which score** does its exponential fit in?",
    zh="float16 最大能存 65504。得分最大到**多少**，它的指数值还装得下？",
)
LIMIT_WHY = Text(
    en="log 65504 ≈ 11.09: exp is so fast that 12 is too much already. float32 holds out to 88.7, "
    "and float64, with its 10³⁰⁸, not further than 709.8.",
    zh="log 65504 ≈ 11.09：exp 增长太快，12 就已经太大了。float32 能撑到 88.7，而 float64 虽能存下 10³⁰⁸，也只到 709.8。",
)
QUIET_TITLE = Text(en="three times 709", zh="三个 709")
QUIET = Text(
    en="Three scores of **709** in float64. Each exponential fits: 8.2 × 10³⁰⁷. The naive formula "
    "should give ⅓ each. What does the computer give?",
    zh="三个得分都是 **709**，用 float64。每个指数值都装得下：8.2 × 10³⁰⁷。朴素公式本应各给 ⅓。计算机给出多少？",
)
QUIET_WHY = Text(
    en="The sum of the three does not fit, it is ∞, and anything finite divided by ∞ is 0. No nan "
    "gives this failure away; only a look at the sum of the shares does.",
    zh="三者之和装不下，变成 ∞；有限的数除以 ∞ 得 0。这种失败没有 nan 来报警，只有检查份额之和才能发现。",
)
WIDEST_TITLE = Text(en="which format holds most", zh="哪种格式撑得最久")
WIDEST = Text(
    en="float32, float16 and bfloat16 take 32, 16 and 16 bits. Put them **in order** of the largest "
    "score whose exponential still fits in.",
    zh="float32、float16、bfloat16 分别占 32、16、16 位。按指数值还装得下的最大得分，把它们**从大到小排序**。",
)
WIDEST_WHY = Text(
    en="bfloat16 has as many bits for the exponent as float32, so both end near 88.7, while float16 "
    "ends at 11.09. What bfloat16 gives up are digits, not range.",
    zh="bfloat16 的指数位和 float32 一样多，所以两者都到 88.7 附近才到头，而 float16 到 11.09 就到头了。bfloat16 舍弃的是有效数字，不是范围。",
)
SAVE_TITLE = Text(en="save the naive formula", zh="挽救朴素公式")
SAVE = Text(
    en="The scores are 123, 456 and 789, and the naive formula gives 0, 0 and nan. **Without touching "
    "a score**, make it give what is right.",
    zh="得分是 123、456、789，朴素公式给出 0、0、nan。**不动任何得分**，让它给出正确的结果。",
)
SAVE_WHY = Text(
    en="**Solved.** Any shift will do that brings all exponentials, and their sum, into what the "
    "format holds. Subtracting the maximum always does, without looking for it.",
    zh="**成功！**只要平移后所有指数值及其总和都落在格式装得下的范围内就行。减去最大值总能做到，用不着去找。",
)
SAVE_BROKEN = Text(
    en="The scores are no longer 123, 456 and 789, or the format is no longer float64. Put them back, or start again.",
    zh="得分不再是 123、456、789，或者格式不再是 float64 了。改回去，或者重新开始。",
)

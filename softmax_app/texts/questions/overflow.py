"""What lesson 4 asks."""

from typing import Final

from softmax_app.texts.text import Text

SCORE = Text(en="score", zh="得分")
SHARE = Text(en="share", zh="份额")
DIGITS = Text(en="largest score whose exponential fits", zh="指数值还装得下的最大得分")
FORMATS: Final = tuple(Text(en=name, zh=name) for name in ("float32", "float16", "bfloat16"))

LIMIT_TITLE = Text(en="the limit of float16", zh="float16 的上限")
LIMIT = Text(
    en="float16 holds numbers up to 65504. What is the largest **score** whose exponential still fits?",
    zh="float16 最大能存 65504。得分最大到**多少**，它的指数值还装得下？",
)
LIMIT_WHY = Text(
    en="The limit is log 65504 ≈ 11.09: exp grows so fast that 12 is already too much. float32 lasts "
    "to 88.7, and even float64, which holds up to 10³⁰⁸, only to 709.8.",
    zh="上限是 log 65504 ≈ 11.09：exp 增长太快，12 就已经太大了。float32 能撑到 88.7，"
    "而 float64 虽能存到 10³⁰⁸，也只到 709.8。",
)
QUIET_TITLE = Text(en="three times 709", zh="三个 709")
QUIET = Text(
    en="Three scores of **709** in float64. Each exponential fits: 8.2 × 10³⁰⁷. The naive formula "
    "should give ⅓ each. What does the computer give?",
    zh="三个得分都是 **709**，用 float64。每个指数值都装得下：8.2 × 10³⁰⁷。"
    "按朴素公式，每个份额应该是 ⅓。计算机算出的是多少？",
)
QUIET_WHY = Text(
    en="The sum of the three does not fit: it becomes ∞, and anything finite divided by ∞ is 0. No "
    "nan gives this failure away; only checking the sum of the shares does.",
    zh="三者之和装不下，变成 ∞；有限的数除以 ∞ 得 0。这种失败没有 nan 来报警，只有检查份额之和才能发现。",
)
WIDEST_TITLE = Text(en="which format lasts longest", zh="哪种格式撑得最久")
WIDEST = Text(
    en="float32, float16 and bfloat16 take 32, 16 and 16 bits. Put them **in order** of the largest "
    "score whose exponential still fits.",
    zh="float32、float16、bfloat16 分别占 32、16、16 位。按指数值还装得下的最大得分，把它们**从大到小排序**。",
)
WIDEST_WHY = Text(
    en="bfloat16 has as many bits for the exponent as float32, so the two end close together, at 88.5 "
    "and 88.7, while float16 ends at 11.09. What bfloat16 gives up is digits, not range.",
    zh="bfloat16 的指数位和 float32 一样多，所以两者的上限相近，分别是 88.5 和 88.7，"
    "而 float16 到 11.09 就到头了。bfloat16 舍弃的是有效数字，不是范围。",
)
SAVE_TITLE = Text(en="save the naive formula", zh="挽救朴素公式")
SAVE = Text(
    en="The scores are 123, 456 and 789, and the naive formula gives 0, 0 and nan. **Without touching "
    "a score**, get it to work again: no share may be 0 or nan.",
    zh="得分是 123、456、789，朴素公式给出 0、0、nan。**不动任何得分**，让它重新可用：份额里不能有 0，也不能有 nan。",
)
SAVE_WHY = Text(
    en="**Solved.** Any shift will do that keeps all exponentials, and their sum, within the range of "
    "the format. Subtracting the maximum needs no search, and after it exp cannot overflow.",
    zh="**成功！**只要平移后所有指数值及其总和都在格式的范围之内就行。减去最大值用不着去找，而且减去之后 exp 不可能上溢。",
)
SAVE_BROKEN = Text(
    en="The scores are no longer 123, 456 and 789, or the format is no longer float64. Change it back, "
    "or restart the puzzle.",
    zh="得分不再是 123、456、789，或者格式不再是 float64 了。请改回来，或者重做这道题。",
)

"""What lesson 1 asks."""

from typing import Final

from softmax_app.texts.text import Text

CLASSES: Final = tuple(
    Text(en=f"class {number} ({score})", zh=f"类别 {number}（{score}）")
    for number, score in ((1, "−98"), (2, "−97"), (3, "−95"))
)
SHARE = Text(en="share", zh="份额")
LINEAR_SHARE = Text(en="share by linear normalisation", zh="线性归一化的份额")

TENTH_TITLE = Text(en="a tenth of every score", zh="得分缩到十分之一")
TENTH = Text(
    en="Softmax turns the scores 2, 3 and 5 into 0.042, 0.114 and 0.844. What does it give for "
    "**0.2, 0.3 and 0.5**? (Divided by their sum, they stay 0.2, 0.3 and 0.5.)",
    zh="得分 2、3、5 经过 Softmax 得到 0.042、0.114、0.844。得分换成 **0.2、0.3、0.5** 呢？"
    "（若除以总和，结果仍是 0.2、0.3、0.5。）",
)
TENTH_WHY = Text(
    en="Only differences count: pᵢ/pⱼ = e^(zᵢ − zⱼ). Here they are 0.3 at most, so no share is more "
    "than e⁰·³ ≈ 1.35 times another. exp pulls apart only what is far enough apart; here "
    "softmax is **flatter** than dividing by the sum.",
    zh="只有差才算数：pᵢ/pⱼ = e^(zᵢ − zⱼ)。这里的差最多是 0.3，所以任何两个份额之比都不超过 "
    "e⁰·³ ≈ 1.35。得分差得够远，exp 才会拉开差距；在这里 Softmax 反而比除以总和**更平缓**。",
)

MINUS_TITLE = Text(en="100 less for every class", zh="全都减去 100")
MINUS = Text(
    en="Subtract 100 from the scores 2, 3 and 5. Softmax gives the same as before. In which order "
    "does **linear normalisation** put the classes?",
    zh="从得分 2、3、5 中各减去 100。Softmax 的结果不变。**线性归一化**会把三个类别排成什么顺序？",
)
MINUS_WHY = Text(
    en="All scores are negative now, and so is their sum, −290. Dividing by a negative number "
    "reverses the order: the lowest score gets the largest share.",
    zh="现在得分全是负数，总和 −290 也是负数。除以负数会颠倒顺序：得分最低的反而份额最大。",
)

FOUR_TITLE = Text(en="a negative score", zh="出现负的得分")
FOUR = Text(
    en="The scores are **4, −4 and 3**. Linear normalisation divides each score by the sum of all. "
    "What share does class 1 get?",
    zh="得分是 **4、−4、3**。线性归一化把每个得分除以总和。类别 1 的份额是多少？",
)
FOUR_WHY = Text(
    en="The sum is 3, and 4/3 is more than the whole. Class 2 gets −4/3 in return. Neither is a "
    "probability. Softmax always stays between 0 and 1.",
    zh="总和是 3，而 4/3 比整体还大；类别 2 则得到 −4/3。这两个都不是概率。Softmax 总在 0 与 1 之间。",
)

WIN_TITLE = Text(en="class 2 wins", zh="让类别 2 胜出")
WIN = Text(
    en="The scores are 2, 3 and 5. Make class 2 win, so that hardmax gives it everything, "
    "**without touching its score**.",
    zh="得分是 2、3、5。让类别 2 胜出，也就是让 Hardmax 把全部份额给它，但**不许动它自己的得分**。",
)
WIN_WHY = Text(
    en="**Solved.** No score wins by itself: what counts is how far it is above the others. "
    "Lowering them works as well as raising it.",
    zh="**成功！**没有哪个得分本身就能获胜，要看它比别的高多少。压低别的得分，和抬高自己一样有效。",
)
WIN_BROKEN = Text(
    en="There must be three classes, and the score of class 2 must be 3. Change it back, or restart the puzzle.",
    zh="必须是三个类别，而且类别 2 的得分必须是 3。请改回来，或者重做这道题。",
)

FLAT_TITLE = Text(en="nearly equal", zh="几乎一样大")
FLAT = Text(
    en="The scores are 2, 3 and 5, and softmax gives class 3 a share of 0.844. Bring it **below 0.4 "
    "without touching a score**.",
    zh="得分是 2、3、5，类别 3 的 Softmax 份额是 0.844。**不动任何得分**，把它压到 **0.4 以下**。",
)
FLAT_WHY = Text(
    en="**Solved.** Dividing by a large temperature brings all differences close to 0, and softmax close "
    "to equal shares. The order stays.",
    zh="**成功！**除以很大的温度，所有的差都接近 0，Softmax 就接近均分，而顺序不变。",
)
FLAT_BROKEN = Text(
    en="The scores are no longer 2, 3 and 5. Change them back, or restart the puzzle.",
    zh="得分不再是 2、3、5 了。请改回来，或者重做这道题。",
)

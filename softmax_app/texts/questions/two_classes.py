"""What lesson 3 asks."""

from softmax_app.texts.text import Text

PROBABILITY = Text(en="probability of class 1", zh="类别 1 的概率")
LOSER = Text(en="probability of the other class", zh="另一类的概率")
TOTAL = Text(en="sum of the three sigmoids", zh="三个 sigmoid 之和")

HUNDRED_TITLE = Text(en="a hundred higher", zh="都高出一百")
HUNDRED = Text(
    en="With the scores 4 and 3, the probability of class 1 is 0.7311. What is it with **104 and "
    "103**?",
    zh="得分为 4 和 3 时，类别 1 的概率是 0.7311。得分为 **104 和 103** 时呢？",
)
HUNDRED_WHY = Text(
    en="Only the difference counts, and it is 1 both times: σ(1) ≈ 0.7311. How large the scores "
    "are says nothing about how sure the model is.",
    zh="只有差才算数，两次都是 1：σ(1) ≈ 0.7311。得分本身有多大，并不说明模型有多大把握。",
)
DOUBLE_TITLE = Text(en="twice as far apart", zh="差距加倍")
DOUBLE = Text(
    en="Two scores differ by 2, and the less probable class has 0.119. Now they differ by **4**. "
    "What is left for it? Half?",
    zh="两个得分相差 2，概率较小的那一类是 0.119。现在相差 **4**，它还剩多少？一半吗？",
)
DOUBLE_WHY = Text(
    en="Each 1 more divides the odds (the ratio of the two probabilities) by e ≈ 2.718, so 2 more "
    "divide them by 7.39. Far to the left, sigmoid falls as fast as exp does, and yet never reaches 0.",
    zh="差每增加 1，两个概率之比就除以 e ≈ 2.718，增加 2 就除以 7.39。在左边远处，sigmoid 像 exp 一样迅速接近 0，却永远到不了。",
)
SEVERAL_TITLE = Text(en="several sigmoids", zh="多个 sigmoid")
SEVERAL = Text(
    en="A photo may show a cat, may show a dog, and may be taken outdoors: all of it can be true, or "
    "none. Each label has a **sigmoid** of its own, and the scores are 4, 3 and 2. What do the three "
    "probabilities **add up to**?",
    zh="一张照片里可能有猫，可能有狗，也可能是在室外拍的：可以都成立，也可以都不成立。"
    "每个标签各用一个 **sigmoid**，得分是 4、3、2。三个概率**加起来**是多少？",
)
SEVERAL_WHY = Text(
    en="The three are 0.982, 0.953 and 0.881: each answers its own yes-or-no question, and nothing "
    "makes them add up to 1. Softmax would share out 1 among them, as if exactly one of the three "
    "were true.",
    zh="三个概率是 0.982、0.953、0.881：每个只回答自己的是非题，没有什么要求它们之和为 1。"
    "Softmax 则会把 1 分给三者，好像其中恰好只有一个成立。",
)
HALF_TITLE = Text(en="undecided", zh="难分高下")
HALF = Text(
    en="The scores are 4 and 3. Bring the probability of class 1 to **exactly ½**, without touching "
    "its score.",
    zh="得分是 4 和 3。不动类别 1 的得分，让它的概率**恰好是 ½**。",
)
HALF_WHY = Text(
    en="**Solved.** On the decision boundary both scores are equal, whatever they are.",
    zh="**成功！**决策边界上两个得分相等，无论它们是多少。",
)
HALF_BROKEN = Text(
    en="The score of class 1 is no longer 4. Change it back, or restart the puzzle.",
    zh="类别 1 的得分不再是 4 了。请改回来，或者重做这道题。",
)

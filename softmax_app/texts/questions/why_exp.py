"""What lesson 2 asks."""

from typing import Final

from softmax_app.texts.text import Text

FACTOR = Text(en="factor", zh="倍数")
SQUARE_SHARE = Text(en="share by squares", zh="按平方的份额")
SHARE = Text(en="share", zh="份额")
SCORES: Final = tuple(
    Text(en=f"class {number} ({score})", zh=f"类别 {number}（{score}）")
    for number, score in ((1, "−1"), (2, "−2"), (3, "−3"))
)

STEP_TITLE = Text(en="one step further", zh="再往右走一步")
STEP = Text(
    en="From x = 0 to x = 1 the height of y = eˣ grows from 1 to 2.718: it is multiplied by 2.718. "
    "What is it multiplied by **from x = 1 to x = 2**?",
    zh="从 x = 0 到 x = 1，y = eˣ 的高度从 1 变成 2.718，也就是乘以 2.718。"
    "**从 x = 1 到 x = 2**，高度乘以多少？",
)
STEP_WHY = Text(
    en="The same step always multiplies by the same number, because eˣ⁺¹ = eˣ · e. The height itself "
    "grows faster and faster; the factor does not change.",
    zh="同样的一步总是乘以同一个数，因为 eˣ⁺¹ = eˣ · e。高度本身越长越快，倍数却不变。",
)

SQUARE_TITLE = Text(en="squares instead of exp", zh="用平方代替 exp")
SQUARE = Text(
    en="The scores are **−1, −2 and −3**. Someone makes them positive by **squaring** them and "
    "divides by the sum. Which class gets the largest share?",
    zh="得分是 **−1、−2、−3**。有人用**平方**把它们变成正数，再除以总和。哪个类别份额最大？",
)
SQUARE_WHY = Text(
    en="A square forgets the sign: −3 becomes 9, the largest of all, though −3 is the lowest score. "
    "exp keeps the order, whatever the signs.",
    zh="平方会丢掉符号：−3 变成 9，成了最大的，尽管 −3 是最低的得分。exp 则无论正负都保持顺序。",
)

RELU_TITLE = Text(en="max(0, z) instead of exp", zh="用 max(0, z) 代替 exp")
RELU = Text(
    en="The scores are **4, −4 and 3**. With exp, class 2 gets 0.000245. What does it get with "
    "**max(0, z)**?",
    zh="得分是 **4、−4、3**。用 exp 时，类别 2 得到 0.000245。改用 **max(0, z)**，它得到多少？",
)
RELU_WHY = Text(
    en="The share is exactly 0, and moving the score a little does not change it: where the slope is "
    "0, there is nothing to learn from. And log 0 is −∞: if class 2 were true, the loss of lesson 5 "
    "would be infinite.",
    zh="份额恰好是 0，得分略增略减也不会改变它：斜率为 0 的地方什么也学不到。而且 log 0 是 −∞："
    "假如真实类别是类别 2，第 5 课的损失就是无穷大。",
)

VANISH_TITLE = Text(en="no answer", zh="没有答案")
VANISH = Text(
    en="The scores are 4, −4 and 3. Move them, in the second part of this lesson, until **max(0, z) has no "
    "answer** while exp still has one.",
    zh="得分是 4、−4、3。在本课的第二部分移动它们，直到 **max(0, z) 没有答案**，而 exp 仍然有。",
)
VANISH_WHY = Text(
    en="**Solved.** No score is above 0, so every term is 0, and 0 ÷ 0 has no answer. In mathematics "
    "exp is never 0, so it always has one.",
    zh="**成功！**没有得分大于 0，每一项都是 0，而 0 ÷ 0 没有答案。数学上 exp 永远不为 0，所以总有答案。",
)
SECANT_TITLE = Text(en="close to the tangent", zh="逼近切线")
SECANT = Text(
    en="The step Δx is 1. Make it so small that the secant is **less than 1 % steeper** than the "
    "tangent.",
    zh="步长 Δx 是 1。把它缩小，让割线的斜率比切线只大**不到 1%**。",
)
SECANT_WHY = Text(
    en="**Solved.** Wherever the point is, the secant is steeper by the factor (e^Δx − 1) ÷ Δx, which "
    "is about 1 + Δx/2 when Δx is small. As Δx goes to 0, it goes to 1.",
    zh="**成功！**无论点在哪里，割线的斜率都是切线的 (e^Δx − 1) ÷ Δx 倍；Δx 很小时约为 1 + Δx/2。Δx 趋于 0 时，它趋于 1。",
)
UNUSED = Text(en="Nothing here is forbidden.", zh="这里没有禁止的做法。")

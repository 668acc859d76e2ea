"""What lesson 8 asks."""

from typing import Final

from softmax_app.texts.text import Text

GRADIENT = Text(en="gradient of the loss", zh="损失的梯度")
LEFT = Text(en="size of the gradient at class 1", zh="类别 1 处梯度的大小")
SIZE = Text(en="size of the gradient", zh="梯度的大小")
CLASSES: Final = tuple(Text(en=f"class {number}", zh=f"类别 {number}") for number in (1, 2, 3))

BARS_TITLE = Text(en="the whole gradient", zh="整个梯度")
BARS = Text(
    en="The scores are 4, −4 and 3 with probabilities 0.731, 0.000245 and 0.269. **Class 2 is true.** "
    "What is the gradient of the loss in the three scores?",
    zh="得分是 4、−4、3，概率是 0.731、0.000245、0.269，**真实类别是类别 2**。损失对三个得分的梯度是什么？",
)
BARS_WHY = Text(
    en="The gradient is p − t: the probabilities themselves, with 1 subtracted at the true class. The "
    "long chain of derivatives comes down to one subtraction, and the result sums to 0.",
    zh="梯度就是 p − t：真实类别处减 1，其余就是概率本身。那一长串导数最后只是一个减法，而且总和为 0。",
)
BOUND_TITLE = Text(en="a loss of 20", zh="损失为 20 时")
BOUND = Text(
    en="The scores are 0, 20 and 0, and class 1 is true: the loss is **20**. How large is the gradient at "
    "class 1, ignoring its sign?",
    zh="得分是 0、20、0，真实类别是类别 1：损失是 **20**。不看符号，类别 1 处的梯度有多大？",
)
BOUND_WHY = Text(
    en="However large the loss, no part of p − t is ever larger than 1 in size: far out, the loss "
    "grows like a straight line, and even a very wrong model takes no wild step.",
    zh="损失再大，p − t 各项的大小也不会超过 1：错得厉害时，损失像直线那样增长，错得再离谱，一步也不会失控。",
)
ORDER_TITLE = Text(en="who is moved most", zh="谁动得最多")
ORDER = Text(
    en="The scores are 4, −4 and 3, and **class 3 is true**. Put the classes in order of how far a step "
    "downhill moves their scores, up or down.",
    zh="得分是 4、−4、3，**真实类别是类别 3**。下山走一步，按得分移动的距离（不分上下），把三个类别从大到小排序。",
)
ORDER_WHY = Text(
    en="Class 3 is pulled up by 1 − 0.2689 = 0.7311, and class 1, which has 0.7309, is pushed down "
    "almost as much; class 2 has next to nothing to lose.",
    zh="类别 3 被拉高 1 − 0.2689 = 0.7311；类别 1 有 0.7309，被推低的几乎一样多；类别 2 几乎没有什么可失去的。",
)
STILL_TITLE = Text(en="standing still", zh="纹丝不动")
STILL = Text(
    en="The scores are 4, −4 and 3, and class 2 is true. Bring **every part of p − t below 0.001** in "
    "size.",
    zh="得分是 4、−4、3，真实类别是类别 2。让 **p − t 的每一项**的大小都**小于 0.001**。",
)
STILL_WHY = Text(
    en="**Solved.** The gradient is 0 exactly where p = t: nothing pushes a model that says what the label "
    "says. Finite scores get all the way there only with a soft label.",
    zh="**成功！**梯度恰好在 p = t 时为 0：模型说的和标签一样，就没有东西去推它。只有软标签，有限的得分才能真正到达那里。",
)
UNUSED = Text(en="Nothing here is forbidden.", zh="这里没有禁止的做法。")

"""The home page."""

from typing import Final, NamedTuple

from softmax_app.texts.text import Text

LEAD = Text(
    en="A classifier gives every class a score; softmax turns the scores into probabilities, and "
    "cross-entropy says how wrong they are. This course lets you drag the scores, watch every "
    "number follow, and feel why.",
    zh="分类模型给每个类别打分；Softmax 把得分变成概率，交叉熵衡量这些概率错得有多远。"
    "这门课让你亲手拖动得分，看后面的每个数怎样随之改变，并体会其中的道理。",
)
CHAIN_HEADING = Text(
    en="One chain, with the same scores all the way", zh="一条链，同一组得分贯穿始终"
)
TRY = Text(
    en="Drag the slider: three ways to turn the same scores into shares.",
    zh="拖动滑块：把同一组得分变成份额的三种办法。",
)
START = Text(en="Start with lesson 1: {title} →", zh="从第 1 课开始：{title} →")


class Link(NamedTuple):
    """A link of the chain: what it is called, and the question it answers."""

    name: Text
    question: Text


CHAIN: Final = (
    Link(Text(en="Scores", zh="得分"), Text(en="What does a model say?", zh="模型给出了什么？")),
    Link(
        Text(en="Probabilities", zh="概率"),
        Text(en="Why exp, why a sum?", zh="为什么取指数再除以和？"),
    ),
    Link(
        Text(en="Overflow", zh="上溢"), Text(en="When does the formula break?", zh="公式何时会崩？")
    ),
    Link(Text(en="Loss", zh="损失"), Text(en="How wrong is an answer?", zh="答案错了多少？")),
    Link(Text(en="Derivative", zh="导数"), Text(en="What moves what?", zh="谁牵动谁？")),
    Link(Text(en="Gradient", zh="梯度"), Text(en="Which way is better?", zh="往哪边更好？")),
    Link(Text(en="Learning", zh="学习"), Text(en="Does it get there?", zh="走得到终点吗？")),
)

"""Lesson 9: learning."""

from typing import Final

from softmax_app.texts.text import Text

TITLE = Text(en="Learning", zh="学习")
LEAD = Text(
    en="Downhill, step by step: **gradient descent** subtracts a part of the gradient from the "
    "scores and does it again. Press play, or drag the step. Then try another learning rate.",
    zh="一步一步下山：**梯度下降**从得分中减去梯度的一部分，如此反复。按播放键，或拖动步数，"
    "再换个学习率试试。",
)
STEP = Text(en="Step of the descent", zh="下降的步数")
RATE = Text(en="Learning rate η", zh="学习率 η")
REWIND = Text(en="Back to the start", zh="回到起点")
PLAY = Text(en="Play", zh="播放")
PAUSE = Text(en="Pause", zh="暂停")
BY_STEPS = Text(en="{count} steps", zh="{count} 步")

LOSS = Text(en="Loss", zh="损失")
STEPS_AXIS = Text(en="step", zh="步数")
PROBABILITIES = Text(en="Probabilities p", zh="概率 p")
GRADIENT = Text(en="Gradient p − t", zh="梯度 p − t")
VALUE = Text(en="value", zh="值")
PICTURE_DESCRIPTION = Text(
    en="The loss over 100 steps of gradient descent with the current step as a point, and beside "
    "it the probabilities and the gradient at that step as bars.",
    zh="梯度下降 100 步的损失曲线，当前步是上面的一个点；旁边是这一步的概率和梯度的柱状图。",
)
TRIANGLE_DESCRIPTION = Text(
    en="The triangle of all distributions over three classes, with the path of the descent, the "
    "current point as a dot and the target as a star.",
    zh="三个类别上所有分布构成的三角形，画出下降经过的路径；圆点是当前位置，星形是目标。",
)
NOTES: Final = (
    Text(
        en="**At the start** the loss is {start}. One step of rate {rate} would bring it to {next}.",
        zh="**起点**的损失是 {start}。以学习率 {rate} 走一步，损失会变成 {next}。",
    ),
    Text(
        en="**After {step} steps** of rate {rate} the loss has gone from {start} to {loss}.",
        zh="以学习率 {rate} **走了 {step} 步**，损失从 {start} 变为 {loss}。",
    ),
)
END_NOTES: Final = (
    Text(
        en="**It never arrives.** The target is certainty, p = 1, which no finite score reaches: "
        "the steps get smaller and smaller, the scores drift apart without end.",
        zh="**它永远走不到。**目标是完全确定，即 p = 1，有限的得分到不了那里："
        "步子越来越小，得分却越拉越开，没有尽头。",
    ),
    Text(
        en="**A soft label has a place to arrive at:** p = t, where the gradient is 0. The loss "
        "there is the entropy of the target, {floor}.",
        zh="**软标签有终点：**p = t，那里梯度为 0，损失等于目标分布的熵 {floor}。",
    ),
)
RATE_NOTES: Final = (
    Text(
        en="**At this rate every step of the 100 goes down.** A larger one gets there faster, up to "
        "a point: with a soft label, a rate too large overshoots.",
        zh="**以这个学习率，100 步里每一步都在下降。**更大的学习率走得更快，但有限度："
        "标签是软的时候，学习率太大就会冲过头。",
    ),
    Text(
        en="**This rate is too large:** {ups} of the 100 steps go up. The step overshoots the goal, "
        "and comes back, and overshoots again.",
        zh="**这个学习率太大了：**100 步里有 {ups} 步损失反而上升。一步冲过了头，折回来，又冲过头。",
    ),
)

NUMBERS = Text(en="Every number of this step", zh="这一步的所有数值")
NUMBERS_DESCRIPTION = Text(
    en="For every class the score at the start, the score now, its probability, its target, the "
    "gradient and the score after the next step",
    zh="每个类别的初始得分、当前得分、概率、目标、梯度，以及再走一步之后的得分",
)
CLASS = Text(en="class", zh="类别")
AT_START = Text(en="score at the start", zh="初始得分")
NOW = Text(en="score now", zh="当前得分")
PROBABILITY = Text(en="probability", zh="概率")
TARGET = Text(en="target", zh="目标")
GRADIENT_COLUMN = Text(en="gradient", zh="梯度")
AFTER = Text(en="after one more step", zh="再走一步之后")
SUM = Text(en="sum", zh="总和")
SUM_NOTE = Text(
    en="The sum of the scores stays what it was at the start: what the pull adds to one class, the "
    "pushes take from the others.",
    zh="得分的总和始终和起点一样：拉力加给一个类别的，正是推力从其他类别拿走的。",
)

TAKEAWAYS = Text(
    en="""
- **The update** is $z \\leftarrow z - \\eta (p - t)$: push all, pull one, times the learning rate $\\eta$.
- **The better the model, the smaller the step:** the gradient shrinks with the error, without any
  rule that says so.
- **In a real model the scores are not what is learned.** They come from weights, $z = W x + b$, and
  the chain rule hands the same gradient on: $\\partial L / \\partial W = (p - t) x^T$.
""",
    zh="""
- **更新公式**是 $z \\leftarrow z - \\eta (p - t)$：推所有、拉一个，再乘以学习率 $\\eta$。
- **模型越好，步子越小**：梯度随误差一起缩小，不需要另外规定。
- **真实的模型学的不是得分本身**。得分来自权重，$z = W x + b$，链式法则把同一个梯度继续往下传：$\\partial L / \\partial W = (p - t) x^T$。
""",
)

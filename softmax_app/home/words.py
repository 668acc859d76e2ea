"""The words of the chain on the home page."""

from typing import Final

from softmax_app.texts.text import Text

TITLES: Final = (
    Text(en="scores z", zh="得分 z"),
    Text(en="exponentials", zh="指数值"),
    Text(en="probabilities p", zh="概率 p"),
    Text(en="loss", zh="损失"),
    Text(en="gradient", zh="梯度"),
    Text(en="next scores", zh="下一步的得分"),
)
STEPS: Final = (
    Text(en="drag a bar ↕", zh="拖动柱子 ↕"),
    Text(en="e<sup>z − max</sup>", zh="e<sup>z − 最大值</sup>"),
    Text(en="÷ sum", zh="÷ 总和"),
    Text(en="take −log p", zh="取 −log p"),
    Text(en="p − t", zh="p − t"),
    Text(en="z − η (p − t)", zh="z − η (p − t)"),
)
AHEAD = Text(en="○ next steps", zh="○ 接下来几步")
DESCRIPTION = Text(
    en="Six linked panels of the same classes: scores, exponentials, probabilities, the loss at the "
    "true class as a point on the curve of minus log p, with rings where the next steps lead, the "
    "gradient p minus t, and the scores after one step. The bars of the scores can be dragged.",
    zh="同一组类别的六幅联动图：得分、指数值、概率、真实类别的损失（负 log p 曲线上的一点，圆圈是接下来几步的落点）、"
    "梯度 p 减 t，以及走一步之后的得分。得分的柱子可以拖动。",
)
LOSS = Text(en="loss, in nats", zh="损失（纳特）")
STEP = Text(en="Step: next scores → scores", zh="走一步，更新得分")
STEP_HELP = Text(
    en="Take one step of gradient descent: the next scores become the scores",
    zh="做一步梯度下降：下一步的得分变成得分",
)
KEYS: Final = {
    "falls": Text(
        en="The true class, {name}, has p = {p}. **One step, and the loss falls to {next}.**",
        zh="真实类别“{name}”的概率 p = {p}。**走一步，损失就降到 {next}。**",
    ),
    "vanished": Text(
        en="The true class, {name}, has a p too small for float64. "
        "**One step, and the loss falls to {next}.**",
        zh="真实类别“{name}”的概率 p 小到 float64 存不下。**走一步，损失就降到 {next}。**",
    ),
    "still": Text(
        en="The true class, {name}, has p = {p}. **A step lowers the loss by less than "
        "these digits show.**",
        zh="真实类别“{name}”的概率 p = {p}。**再走一步，损失的下降小到这几位数字看不出。**",
    ),
}

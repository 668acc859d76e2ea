"""Lesson 6: the loss from logits, or from probabilities."""

from typing import Final

from softmax_app.texts.text import Text

TITLE = Text(en="Logits or probabilities?", zh="由 logits，还是由概率？")
LEAD = Text(
    en="The same loss can be taken from the scores or from the probabilities made of them. In "
    "mathematics there is no difference; in a computer there is one just where it matters, when "
    "the model is badly wrong. Drag a **wrong score** upwards.",
    zh="同一个损失，可以由得分（logits）计算，也可以由得分变成的概率计算。数学上没有区别；"
    "在计算机里，恰恰在最要紧的时候，也就是模型错得离谱时，区别就来了。把**错误类别的得分**往上拖。",
)
WRONG = Text(en="Wrong score: {name}", zh="错误类别的得分：{name}")
LOSS_TITLE = Text(en="Loss", zh="损失")
PULL_TITLE = Text(en="Net pull on the label", zh="对真实类别的净拉力")
WRONG_AXIS = Text(en="the wrong score", zh="错误类别的得分")
ROUTES: Final = (
    Text(en="from logits", zh="由 logits"),
    Text(en="from probabilities, clipped (Keras)", zh="由概率，截断（Keras）"),
    Text(en="from float32 probabilities", zh="由 float32 概率"),
)
PICTURE_DESCRIPTION = Text(
    en="Two plots over the wrong score. The loss from logits has no upper limit, the clipped one "
    "never passes 16.118, the float32 one can become infinite. The pull on the true class tends "
    "to 1 from logits and drops to 0 where the clip holds.",
    zh="以错误类别的得分为横轴的两幅图。由 logits 计算的损失没有上限；截断的不超过 16.118；"
    "float32 的可能变成无穷大。对真实类别的拉力，由 logits 计算时趋于 1，截断起作用时降为 0。",
)
LOSS_NOTE = Text(
    en="**From logits** the loss is {sound} and keeps growing: the more wrong, the larger.",
    zh="**由 logits 计算**，损失是 {sound}，会一直增长：错得越多，损失越大。",
)
CLIP_NOTES: Final = (
    Text(
        en="**From probabilities** Keras keeps p between 10⁻⁷ and 1 − 10⁻⁷: the loss is {clipped}. "
        "Here p is not below the lower limit.",
        zh="**由概率计算**，Keras 把 p 限制在 10⁻⁷ 与 1 − 10⁻⁷ 之间：损失是 {clipped}。"
        "这里 p 没有低于下限。",
    ),
    Text(
        en="**From probabilities** p has been clipped: the loss stays at {clipped}, and its "
        "gradient is exactly 0. Where the model is most wrong, it cannot learn.",
        zh="**由概率计算**，p 被截断了：损失停在 {clipped}，梯度恰好是 0。"
        "模型错得最厉害的地方，反而学不动。",
    ),
)
FLOAT32_NOTES: Final = (
    Text(
        en="**float32 without a clip** gives {single}, as long as p has not underflowed.",
        zh="**float32 不截断**得到 {single}，前提是 p 还没有下溢。",
    ),
    Text(
        en="**float32 without a clip** gives ∞: p has become 0.",
        zh="**float32 不截断**得到 ∞：p 已经变成 0。",
    ),
)

ROUTES_HEADING = Text(en="Four routes, one of them always right", zh="四条路，只有一条始终正确")
ROUTES_LEAD = Text(
    en="Both mistakes below are easily made: softmax twice, when probabilities are handed to a "
    "loss that expects logits, and none at all, when logits are handed to one that expects "
    "probabilities. Neither raises an error.",
    zh="下面两种错误都很容易犯：把概率交给需要 logits 的损失，等于做了两次 Softmax；"
    "把 logits 交给需要概率的损失，等于一次也没做。两种都不会报错。",
)
ROUTES_DESCRIPTION = Text(
    en="The loss and its gradient in the scores by four routes",
    zh="四条路给出的损失及其对得分的梯度",
)
ROUTE = Text(en="route", zh="路径")
LOSS = Text(en="loss", zh="损失")
SCORES = Text(en="scores (logits)", zh="得分（logits）")
GRADIENT_IN = Text(en="gradient: {name}", zh="梯度：{name}")
ROUTE_NAMES: Final = (
    Text(en="from logits", zh="由 logits 计算"),
    Text(en="softmax, then from clipped probabilities", zh="先做 Softmax，再由截断的概率计算"),
    Text(en="softmax twice (a mistake)", zh="两次 Softmax（错误）"),
    Text(en="logits taken for probabilities (a mistake)", zh="把 logits 当概率（错误）"),
)
NO_SUM = Text(en="their sum is 0: cannot be normalised", zh="总和为 0，无法归一化")
VERDICTS: Final = (
    Text(en="right", zh="正确"),
    Text(en="right until it is clipped", zh="截断之前正确"),
    Text(en="wrong: this is another loss", zh="错误：算的是另一个损失"),
    Text(en="meaningless", zh="没有意义"),
)
VERDICT = Text(en="verdict", zh="评价")

BATCH = Text(en="A batch of 2 samples, 10 classes", zh="一个批次：2 个样本，10 个类别")
BATCH_LEAD = Text(
    en="Logits from np.random.default_rng({seed}).normal(size=(2, 10)), labels {labels}. A loss "
    "function gives one number a sample; what is trained on is their mean, {mean} from logits. "
    "From probabilities it is {from_probs}: nothing is clipped here, so it is the same but for "
    "rounding.",
    zh="logits 来自 np.random.default_rng({seed}).normal(size=(2, 10))，标签是 {labels}。"
    "损失函数对每个样本给出一个数，训练用的是它们的平均值：由 logits 计算是 {mean}。"
    "由概率计算是 {from_probs}：这里没有截断，所以只差舍入误差。",
)
BATCH_DESCRIPTION = Text(en="Logits and losses of the two samples", zh="两个样本的 logits 与损失")
SAMPLE = Text(en="sample", zh="样本")
LABEL = Text(en="label", zh="标签")

TAKEAWAYS = Text(
    en="""
- **Hand the loss the logits:** `from_logits=True` in Keras, `torch.nn.functional.cross_entropy`,
  `optax.softmax_cross_entropy`. The loss is then $\\log \\sum_j e^{z_j} - z_y$, which,
  with the largest score taken out first, does not overflow and needs no clip.
- **A clip hides infinity and kills the gradient:** from $p_y < 10^{-7}$ on, the loss stays at
  $-\\log 10^{-7} \\approx 16.118$ and its slope is 0.
- **Softmax twice is silent:** it runs, trains and reports a loss, which is wrong. Know what your
  last layer gives out and what your loss expects.
""",
    zh="""
- **把 logits 交给损失函数**：Keras 里用 `from_logits=True`，PyTorch 用 `torch.nn.functional.cross_entropy`，JAX 用 `optax.softmax_cross_entropy`。这时损失是 $\\log \\sum_j e^{z_j} - z_y$，先提出最大的得分再算，就不会上溢，也不需要截断。
- **截断掩盖了无穷大，也毁掉了梯度**：一旦 $p_y < 10^{-7}$，损失就停在 $-\\log 10^{-7} \\approx 16.118$，斜率为 0。
- **做两次 Softmax 不会报错**：程序照样运行、训练、报告损失，只是损失是错的。要清楚最后一层输出的是什么，损失函数需要的又是什么。
""",
)

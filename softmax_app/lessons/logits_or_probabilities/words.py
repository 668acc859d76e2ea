"""Lesson 8: the loss from logits, or from probabilities."""

from typing import Final

from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Logits or probabilities?", zh="用 logits 还是用概率？")
SURPRISE = Text(
    en="Where the model is most wrong, one way to compute the loss stops it from learning. Which?",
    zh="在模型错得最厉害的地方，有一种计算损失的办法会让它停止学习。是哪一种？",
)
LEAD = Text(
    en="The same loss can be taken from the scores (**[[logits|logit]]**) or from the probabilities made of "
    "them: equal on paper. But a computer cannot keep a p that is too small, and where a model is badly wrong, "
    "one of the ways goes blind. Drag the **wrong score**.",
    zh="同一个损失，可以由得分（**[[logits|logit]]**）计算，也可以由得分变成的概率计算：纸面上两者相等。"
    "但计算机留不住太小的 p，模型错得离谱时，其中一种办法会“失明”。拖动**错误类别的得分**。",
)
WRONG = Text(en="Wrong score: {name}", zh="错误类别的得分：{name}")
LOSS_TITLE = Text(en="Loss", zh="损失")
PULL_TITLE = Text(en="Net pull on the label", zh="对真实类别的净拉力")
LOSS_MEASURED = Text(en="−log p of the label, in nats", zh="真实类别的 −log p（纳特）")
PULL_MEASURED = Text(en="pull less push = −gradient", zh="拉力减推力 = −梯度")
BLIND = Text(en="blind: slope 0", zh="失明：斜率为 0")
WRONG_AXIS = Text(en="the wrong score", zh="错误类别的得分")
ROUTES: Final = {
    "logits": Text(en="from logits", zh="由 logits"),
    "clipped": Text(
        en="from probabilities, [[clipped|clip]] ([[Keras|keras]])",
        zh="由概率，[[截断|clip]]（[[Keras|keras]]）",
    ),
    "single": Text(
        en="from probabilities, in [[float32|format]]", zh="由概率，用 [[float32|format]]"
    ),
}
SHORT_ROUTES: Final = {  # where a line ends
    "logits": Text(en="from logits", zh="由 logits"),
    "clipped": Text(en="clipped", zh="截断"),
    "single": Text(en="float32, then ∞", zh="float32，之后是 ∞"),
}
PICTURE_DESCRIPTION = Text(
    en="Two plots over the wrong score. The loss from logits has no upper limit, the clipped one "
    "never passes 16.118, the float32 one can become infinite. The pull on the true class tends "
    "to 1 from logits and drops to 0 where p is clipped to 10⁻⁷: that range is shaded.",
    zh="以错误类别的得分为横轴的两幅图。由 logits 计算的损失没有上限；截断的不超过 16.118；"
    "float32 的可能变成无穷大。对真实类别的拉力，由 logits 计算时趋于 1，p 被截断到 10⁻⁷ 时降为 0，这个范围涂了底色。",
)
SOUND_LOSS = Text(en="loss, from the logits", zh="损失（由 logits 算出）")
LOSS_NOTE = Text(
    en="**From logits** the loss is {sound}, and it has no upper limit: the more wrong, the larger.",
    zh="**由 logits 计算**，损失是 {sound}，而且没有上限：错得越多，损失越大。",
)
CLIP_NOTES: Final = {
    "unclipped": Text(
        en="**Here both ways agree**, but for less than a millionth of the loss: taken from probabilities it is {clipped}. "
        "Only p below 10⁻⁷ or above 1 − 10⁻⁷ is out of reach for the second way, as [[Keras|keras]] does it. "
        "Make the model more wrong.",
        zh="**这里两种办法一致**，相差不到损失的百万分之一：由概率计算，损失是 {clipped}。"
        "只有 p 小于 10⁻⁷ 或大于 1 − 10⁻⁷ 时，第二种办法（[[Keras|keras]] 的做法）才会失灵。让模型错得更厉害些试试。",
    ),
    "sure": Text(
        en="**A p too near 1 is [[clipped|clip]] as well**, to 1 − 10⁻⁷: from probabilities, as [[Keras|keras]] does it, the "
        "loss is {clipped}, however small it really is. Nearly nothing is lost: the model is right. Make it wrong.",
        zh="**p 太接近 1 也会被[[截断|clip]]**，变成 1 − 10⁻⁷：由概率计算（[[Keras|keras]] 的做法），"
        "损失是 {clipped}，真正的损失再小也一样。这里几乎不碍事，因为模型答对了。让它答错试试。",
    ),
    "clipped": Text(
        en="**From probabilities the loss stays at {clipped}**, however wrong the model: the line is flat, its "
        "slope exactly 0: nothing says which way is better. [[Keras|keras]] has [[clipped|clip]] p to 10⁻⁷.",
        zh="**由概率计算，损失停在 {clipped}**，模型再错也一样：线是平的，斜率恰好是 0，"
        "看不出该往哪边走。[[Keras|keras]] 把 p [[截断|clip]]到了 10⁻⁷。",
    ),
    "infinite": Text(
        en="**From probabilities in float32 the loss is now ∞**: p has become 0. [[Clipped|clip]] to 10⁻⁷, as in "
        "[[Keras|keras]], it stays at {clipped}, with a slope of exactly 0: nothing says which way is better.",
        zh="**用 float32 的概率计算，损失已经是 ∞**：p 变成了 0。像 [[Keras|keras]] 那样把 p [[截断|clip]]到 10⁻⁷，"
        "损失停在 {clipped}，斜率恰好是 0，看不出该往哪边走。",
    ),
}
FLOAT32_NOTES: Final = {
    "finite": Text(
        en="**float32 without a [[clip|clip]]** agrees, but for less than a thousandth of the loss: its p is "
        "neither too near 0 nor too near 1.",
        zh="**float32 不[[截断|clip]]**也一致，相差不到损失的千分之一：p 离 0 和 1 都还不太近。",
    ),
    "rough": Text(
        en="**float32 without a [[clip|clip]]** gives {single}: of what parts p from 0 or 1 it has kept few digits.",
        zh="**float32 不[[截断|clip]]**得到 {single}：p 离 0 或 1 太近，这点差别它只留得下几位数字。",
    ),
    "sure": Text(
        en="**float32 without a [[clip|clip]]** gives 0: p has been rounded to 1.",
        zh="**float32 不[[截断|clip]]**得到 0：p 已经舍入成 1。",
    ),
    "infinite": Text(
        en="**float32 without a clip** gives ∞: p has become 0.",
        zh="**float32 不截断**得到 ∞：p 已经变成 0。",
    ),
}

ROUTES_HEADING = Text(en="Four routes, one of them always right", zh="四种做法，只有一种始终正确")
ROUTES_LEAD = Text(
    en="The scores are {scores}. Both mistakes below are easily made: softmax twice, when probabilities are handed to a "
    "loss that expects logits, and none at all, when logits are handed to one that expects "
    "probabilities. That one divides them by their sum: say, of 4, −4 and 3 the last gets 3 ÷ (4 − 4 + 3) = 1, "
    "a loss of almost 0. Neither raises an error. (Keras on TensorFlow goes back from the output of a softmax "
    "[[layer|layer]] to its logits; of bare numbers, as in the code below, it cannot know.)",
    zh="得分是 {scores}。下面两种错误都很容易犯：把概率交给需要 logits 的损失，等于做了两次 Softmax；"
    "把 logits 交给需要概率的损失，等于一次也没做。后者会除以总和：例如 4、−4、3 中最后一个得到 3 ÷ (4 − 4 + 3) = 1，损失几乎为 0。"
    "两种都不会报错。（TensorFlow 上的 Keras 会从 Softmax [[层|layer]]的输出退回它的 logits；"
    "单独的数，例如下面代码里的，它就无从知道了。）",
)
ROUTES_DESCRIPTION = Text(
    en="The loss and its gradient in the scores by four routes",
    zh="四种做法给出的损失及其对得分的梯度",
)
ROUTE = Text(en="route", zh="做法")
LOSS = Text(en="loss", zh="损失")
GRADIENT_IN = Text(en="gradient: {name}", zh="梯度：{name}")
ROUTE_NAMES: Final = {
    "logits": Text(en="from logits", zh="由 logits 计算"),
    "clipped": Text(
        en="softmax, then from clipped probabilities", zh="先做 Softmax，再由截断的概率计算"
    ),
    "twice": Text(en="softmax twice (a mistake)", zh="两次 Softmax（错误）"),
    "taken": Text(en="logits taken for probabilities (a mistake)", zh="把 logits 当概率（错误）"),
}
NO_SUM = Text(en="their sum is 0: cannot be normalised", zh="总和为 0，无法归一化")
VERDICTS: Final = {
    "logits": Text(en="right", zh="正确"),
    "clipped": Text(en="right until it is clipped", zh="截断之前正确"),
    "twice": Text(en="wrong: this is another loss", zh="错误：算的是另一个损失"),
    "taken": Text(en="meaningless", zh="没有意义"),
}
VERDICT = Text(en="verdict", zh="评价")

BATCH = Text(en="A batch of 2 samples, 10 classes", zh="一个批次：2 个样本，10 个类别")
BATCH_LEAD = Text(
    en="A [[batch|batch]] of logits from np.random.default_rng({seed}).normal(size=(2, 10)), [[labels|label]] {labels}. A loss "
    "function gives one number a sample; what is trained on is their mean, {mean} from logits. "
    "From probabilities it is {from_probs}: nothing is clipped here, so it is the same but for "
    "rounding.",
    zh="一个[[批次|batch]]的 logits 来自 np.random.default_rng({seed}).normal(size=(2, 10))，[[标签|label]]是 {labels}。"
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
- **Softmax twice raises no error:** it runs, trains and reports a loss, which is wrong. Only Keras
  on TensorFlow traces the output of a softmax *layer* back to its logits. Know what your last layer
  gives out and what your loss expects.
""",
    zh="""
- **把 logits 交给损失函数**：Keras 里用 `from_logits=True`，PyTorch 用 `torch.nn.functional.cross_entropy`，JAX 用 `optax.softmax_cross_entropy`。这时损失是 $\\log \\sum_j e^{z_j} - z_y$，先提出最大的得分再算，就不会上溢，也不需要截断。
- **截断掩盖了无穷大，也毁掉了梯度**：一旦 $p_y < 10^{-7}$，损失就停在 $-\\log 10^{-7} \\approx 16.118$，斜率为 0。
- **做两次 Softmax 不会报错**：程序照样运行、训练、报告损失，只是损失是错的。只有 TensorFlow 上的 Keras 会把 Softmax 层的输出追溯回它的 logits。要清楚最后一层输出的是什么，损失函数需要的又是什么。
""",
)
TRY = Text(
    en="Write `clip=1e-3` in `from_probs`: where does the dashed line turn flat now? What can "
    "a model learn from a flat line?",
    zh="在 `from_probs` 中写 `clip=1e-3`：虚线现在从哪里开始变平？一条平线能教给模型什么？",
)

# What the lesson asks

GUESS_LOSS = Text(en="loss from probabilities", zh="由概率计算的损失")
GUESS_PULL = Text(en="pull on the true class", zh="对真实类别的拉力")
GUESS_TWICE = Text(en="loss after softmax twice", zh="做两次 Softmax 的损失")
ASKS: Final = {
    "clip": Ask(
        title=Text(en="a loss of 20", zh="本应是 20 的损失"),
        ask=Text(
            en="The scores are 0, 20 and 0, and the article was about sport. From the logits, the loss is **20**. What does Keras "
            "report when it is given the **probabilities**?",
            zh="得分是 0、20、0，文章讲的其实是体育。由 logits 计算，损失是 **20**。如果交给 Keras 的是**概率**，它会报告多少？",
        ),
        why=Text(
            en="Keras keeps every p at 10⁻⁷ or above, so that the loss never becomes infinite, and "
            "−log 10⁻⁷ ≈ 16.118. Any worse prediction has the same loss: the error is hidden, not removed.",
            zh="Keras 让每个 p 不小于 10⁻⁷，以免损失成为无穷大，而 −log 10⁻⁷ ≈ 16.118。预测再差，损失也一样：错误只是被掩盖，并没有消除。",
        ),
    ),
    "blind": Ask(
        title=Text(en="the pull under the clip", zh="截断时的拉力"),
        ask=Text(
            en="The scores are 0, 20 and 0, and the article was about sport. From the logits, the pull on the true class "
            "(minus the gradient in its score) is **1.0**. What is it when the loss comes from **clipped "
            "probabilities**?",
            zh="得分是 0、20、0，文章讲的其实是体育。由 logits 计算，对真实类别的拉力（损失对其得分的负梯度）是 **1.0**。"
            "如果损失由**截断的概率**算出，拉力有多大？",
        ),
        why=Text(
            en="It is exactly 0: below the clip the loss is flat. Where the model is most wrong, nothing tells "
            "it which way to go.",
            zh="恰好是 0：p 低于截断值时，损失是平的。在模型错得最厉害的地方，没有任何东西告诉它该往哪走。",
        ),
    ),
    "twice": Ask(
        title=Text(en="softmax twice", zh="两次 Softmax"),
        ask=Text(
            en="The scores are 0, 20 and 0, and the article was about politics: the model is sure and right, and its loss is "
            "nearly 0. By mistake, **softmax is applied twice**. What is the loss now?",
            zh="得分是 0、20、0，文章讲的是时政：模型有把握，也答对了，损失几乎为 0。不小心**做了两次 Softmax**，损失变成多少？",
        ),
        why=Text(
            en="The second softmax takes the probabilities 0, 1 and 0 for scores, which are only 1 apart: with "
            "three classes no model, however good, gets below log(e + 2) − 1 ≈ 0.551. And no error is raised.",
            zh="第二次 Softmax 把概率 0、1、0 当成得分，而它们只相差 1：三个类别时，模型再好，损失也降不到 "
            "log(e + 2) − 1 ≈ 0.551 以下，而且不会报错。",
        ),
    ),
    "gap": Ask(
        title=Text(en="blind, but finite", zh="看不见，却有限"),
        ask=Text(
            en="The scores are 4, −4 and 3, and the true class is {second}. Move the wrong score until the **clipped route is blind** (its "
            "gradient is 0), while **float32 without a clip still gives a finite loss**.",
            zh="得分是 4、−4、3，真实类别是“{second}”。移动错误类别的得分，直到**截断的做法看不见错误**（梯度为 0），"
            "而**不截断的 float32 给出的损失仍然有限**。",
        ),
        why=Text(
            en="**Solved.** The clip at 10⁻⁷ gives up long before float32 has to, whose smallest numbers are "
            "near 10⁻⁴⁵. And from the logits nothing is lost at all.",
            zh="**成功**！10⁻⁷ 处的截断远比 float32 放弃得早：后者最小的数在 10⁻⁴⁵ 附近。由 logits 计算则什么都不会丢。",
        ),
        broken=Text(
            en="There must be three classes, and {second} must be the true one. Change it back, or restart the puzzle.",
            zh="必须是三个类别，而且真实类别必须是“{second}”。请改回来，或者重做这道题。",
        ),
    ),
}

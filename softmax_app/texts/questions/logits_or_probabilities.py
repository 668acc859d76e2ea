"""What lesson 6 asks."""

from softmax_app.texts.text import Text

LOSS = Text(en="loss from probabilities", zh="由概率计算的损失")
PULL = Text(en="pull on the true class", zh="对真实类别的拉力")
TWICE = Text(en="loss after softmax twice", zh="做两次 Softmax 的损失")

CLIP_TITLE = Text(en="a loss of 20", zh="本应是 20 的损失")
CLIP = Text(
    en="The scores are 0, 20 and 0, and class 1 is true. From the logits, the loss is **20**. What does Keras "
    "report when it is given the **probabilities**?",
    zh="得分是 0、20、0，真实类别是类别 1。由 logits 计算，损失是 **20**。如果交给 Keras 的是**概率**，它会报告多少？",
)
CLIP_WHY = Text(
    en="Keras keeps every p at 10⁻⁷ or above, so that the loss never becomes infinite, and "
    "−log 10⁻⁷ ≈ 16.118. Any worse prediction has the same loss: the error is hidden, not removed.",
    zh="Keras 让每个 p 不小于 10⁻⁷，以免损失成为无穷大，而 −log 10⁻⁷ ≈ 16.118。预测再差，损失也一样：错误只是被掩盖，并没有消除。",
)
BLIND_TITLE = Text(en="the pull under the clip", zh="截断时的拉力")
BLIND = Text(
    en="The scores are 0, 20 and 0, and class 1 is true. From the logits, the pull on the true class "
    "(minus the gradient in its score) is **1.0**. What is it when the loss comes from **clipped "
    "probabilities**?",
    zh="得分是 0、20、0，真实类别是类别 1。由 logits 计算，对真实类别的拉力（损失对其得分的负梯度）是 **1.0**。"
    "如果损失由**截断的概率**算出，拉力有多大？",
)
BLIND_WHY = Text(
    en="It is exactly 0: below the clip the loss is flat. Where the model is most wrong, nothing tells "
    "it which way to go.",
    zh="恰好是 0：p 低于截断值时，损失是平的。在模型错得最厉害的地方，没有任何东西告诉它该往哪走。",
)
TWICE_TITLE = Text(en="softmax twice", zh="两次 Softmax")
TWICE_ASK = Text(
    en="The scores are 0, 20 and 0, and class 2 is true: the model is sure and right, and its loss is "
    "nearly 0. By mistake, **softmax is applied twice**. What is the loss now?",
    zh="得分是 0、20、0，真实类别是类别 2：模型有把握，也答对了，损失几乎为 0。不小心**做了两次 Softmax**，损失变成多少？",
)
TWICE_WHY = Text(
    en="The second softmax takes the probabilities 0, 1 and 0 for scores, which are only 1 apart: with "
    "three classes no model, however good, gets below log(e + 2) − 1 ≈ 0.551. And no error is raised.",
    zh="第二次 Softmax 把概率 0、1、0 当成得分，而它们只相差 1：三个类别时，模型再好，损失也降不到 "
    "log(e + 2) − 1 ≈ 0.551 以下，而且不会报错。",
)
GAP_TITLE = Text(en="blind, but finite", zh="看不见，却有限")
GAP = Text(
    en="The scores are 4, −4 and 3, and class 2 is true. Move the wrong score until the **clipped route is blind** (its "
    "gradient is 0), while **float32 without a clip still gives a finite loss**.",
    zh="得分是 4、−4、3，真实类别是类别 2。移动错误类别的得分，直到**截断的那条路看不见错误**（梯度为 0），"
    "而**不截断的 float32 给出的损失仍然有限**。",
)
GAP_WHY = Text(
    en="**Solved.** The clip at 10⁻⁷ gives up long before float32 has to, whose smallest numbers are "
    "near 10⁻⁴⁵. And from the logits nothing is lost at all.",
    zh="**成功！**10⁻⁷ 处的截断远比 float32 放弃得早：后者最小的数在 10⁻⁴⁵ 附近。由 logits 计算则什么都不会丢。",
)
GAP_BROKEN = Text(
    en="There must be three classes, and class 2 must be the true one. Change it back, or restart the puzzle.",
    zh="必须是三个类别，而且真实类别必须是类别 2。请改回来，或者重做这道题。",
)

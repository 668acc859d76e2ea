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
    en="It keeps every p at 10⁻⁷ or above, lest log 0 be infinite, and −log 10⁻⁷ ≈ 16.118. Any "
    "worse prediction has the same loss: the error is hidden, not mended.",
    zh="它让每个 p 不小于 10⁻⁷，以免 log 0 成为无穷大，而 −log 10⁻⁷ ≈ 16.118。预测再差，损失也一样：错误被掩盖了，而不是被纠正了。",
)
BLIND_TITLE = Text(en="the pull there", zh="那里的拉力")
BLIND = Text(
    en="The same scores, 0, 20 and 0, with class 1 true. From the logits the true class is pulled up "
    "by **1.0** a step. How hard is it pulled when the loss comes from **clipped probabilities**?",
    zh="同样的得分 0、20、0，真实类别是类别 1。由 logits 计算，每步对真实类别的拉力是 **1.0**。"
    "如果损失由**截断的概率**算出，拉力有多大？",
)
BLIND_WHY = Text(
    en="Exactly 0: below the clip the loss is flat. The model is most wrong there, and nothing tells it "
    "where to go.",
    zh="恰好是 0：低于截断值，损失是平的。模型在那里错得最厉害，却没有任何东西告诉它该往哪走。",
)
TWICE_TITLE = Text(en="softmax twice", zh="两次 Softmax")
TWICE_ASK = Text(
    en="The scores are 0, 20 and 0, and class 2 is true: the model is sure and right, its loss is nearly 0. By "
    "mistake **softmax is applied twice**. What is the loss now?",
    zh="得分是 0、20、0，真实类别是类别 2：模型有把握，也答对了，损失几乎为 0。不小心**做了两次 Softmax**，损失变成多少？",
)
TWICE_WHY = Text(
    en="The second softmax takes the probabilities 0, 1 and 0 for scores, only 1 apart: no model, however "
    "good, can get below log(e + 2) − 1 ≈ 0.551. And no error is raised.",
    zh="第二次 Softmax 把概率 0、1、0 当成得分，它们只相差 1：模型再好，损失也降不到 log(e + 2) − 1 ≈ 0.551 以下，而且不会报错。",
)
GAP_TITLE = Text(en="blind, but finite", zh="看不见，却有限")
GAP = Text(
    en="The scores are 4, −4 and 3, and class 2 is true. Move the wrong score until the **clipped route is blind** (its "
    "gradient is 0), while **float32 without a clip is still finite**.",
    zh="得分是 4、−4、3，真实类别是类别 2。移动错误类别的得分，直到**截断的算法看不见了**（梯度为 0），而**不截断的 float32 仍是有限的**。",
)
GAP_WHY = Text(
    en="**Solved.** The clip at 10⁻⁷ gives up long before float32 has to: its smallest numbers are "
    "near 10⁻⁴⁵. And from the logits nothing is lost at all.",
    zh="**成功！**10⁻⁷ 处的截断远比 float32 放弃得早：后者最小的数在 10⁻⁴⁵ 附近。由 logits 计算则什么都不会丢。",
)
GAP_BROKEN = Text(
    en="Class 2 is no longer the true one, of three. Put it back, or start again.",
    zh="真实类别不再是三个类别中的类别 2 了。改回去，或者重新开始。",
)

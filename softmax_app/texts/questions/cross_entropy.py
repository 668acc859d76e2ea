"""What lesson 5 asks."""

from softmax_app.texts.text import Text

LOSS = Text(en="loss in nats", zh="损失（纳特）")

WRONG_TITLE = Text(en="badly wrong", zh="错得离谱")
WRONG = Text(
    en="The scores are **4, −4 and 3**, and class 2 is true. The model gives it a probability of "
    "0.000245. How large is the loss?",
    zh="得分是 **4、−4、3**，真实类别是类别 2，模型给它的概率只有 0.000245。损失有多大？",
)
WRONG_WHY = Text(
    en="The loss is −log 0.000245: it counts how many times 1 has to be divided by e to get this "
    "probability. A probability 1000 times smaller costs only 6.9 more, but there is no upper limit.",
    zh="损失是 −log 0.000245，它数的是 1 要除以 e 多少次才得到这个概率。概率再小 1000 倍，损失只多 6.9，但没有上限。",
)
BLANK_TITLE = Text(en="a model that knows nothing", zh="一无所知的模型")
BLANK = Text(
    en="A model that has learned nothing yet gives each of **10 classes** the same score. What is its loss, "
    "whichever class is true?",
    zh="还什么都没学的模型给 **10 个类别**打同样的得分。无论真实类别是哪个，损失是多少？",
)
BLANK_WHY = Text(
    en="Each class gets 1/10, so the loss is −log(1/10) = log 10. Expect this loss before training; "
    "a first loss far above it means that something is wrong with the initialisation.",
    zh="每个类别的概率是 1/10，损失就是 −log(1/10) = log 10。训练开始前就该看到这个损失；如果一开始就高出许多，说明初始化有问题。",
)
SMOOTH_TITLE = Text(en="right, but smoothed", zh="答对了也要平滑")
SMOOTH = Text(
    en="The scores are 0, 20 and 0, class 2 is true, and the loss is 4 × 10⁻⁹. Now the label is "
    "**smoothed by 0.1**: a tenth of it is shared equally among all three classes. What does the "
    "loss become?",
    zh="得分是 0、20、0，真实类别是类别 2，损失是 4 × 10⁻⁹。现在把标签**平滑 0.1**："
    "拿出十分之一，平均分给全部三个类别。损失变成多少？",
)
SMOOTH_WHY = Text(
    en="Each wrong class now has a target of 1/30, and each would surprise the model by about 20 "
    "nats: 2 · 20/30 ≈ 1.33. Smoothing makes being too sure expensive.",
    zh="每个错误类别现在都有 1/30 的目标，而模型对它们的意外程度各约 20 纳特：2 · 20/30 ≈ 1.33。平滑让过分自信付出代价。",
)
WITHOUT_TITLE = Text(en="right without raising it", zh="不抬高也能对")
WITHOUT = Text(
    en="The scores are 4, −4 and 3, and class 3 is true. Bring the loss **below 0.01** without touching "
    "the score of class 3.",
    zh="得分是 4、−4、3，真实类别是类别 3。不动类别 3 的得分，把损失降到 **0.01 以下**。",
)
WITHOUT_WHY = Text(
    en="**Solved.** The loss looks only at p of the true class, but all classes share one whole: "
    "lowering the other scores works just as well.",
    zh="**成功！**损失只看真实类别的 p，但所有类别分的是同一个整体：压低其他得分同样有效。",
)
WITHOUT_BROKEN = Text(
    en="Only the scores of the others may change: of three classes, class 3 stays the true one, with "
    "score 3 and no smoothing. Change it back, or restart the puzzle.",
    zh="只能改动其他类别的得分：三个类别中，真实类别仍是类别 3，得分为 3，不平滑。请改回来，或者重做这道题。",
)

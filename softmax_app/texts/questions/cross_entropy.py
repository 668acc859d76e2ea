"""What lesson 5 asks."""

from softmax_app.texts.text import Text

LOSS = Text(en="loss in nats", zh="损失（纳特）")

WRONG_TITLE = Text(en="badly wrong", zh="错得离谱")
WRONG = Text(
    en="The scores are **4, −4 and 3**, and class 2 is the true one. The model has given it 0.000245. "
    "How large is the loss?",
    zh="得分是 **4、−4、3**，真实类别是类别 2，模型只给了它 0.000245。损失有多大？",
)
WRONG_WHY = Text(
    en="−log 0.000245: the logarithm counts how often the probability has been divided by e. A "
    "probability 1000 times smaller costs only 6.9 more, but it goes on for ever.",
    zh="−log 0.000245：对数数的是概率被 e 除过多少次。概率再小 1000 倍，损失只多 6.9，但永无止境。",
)
BLANK_TITLE = Text(en="a model that knows nothing", zh="一无所知的模型")
BLANK = Text(
    en="A model that has learned nothing yet gives each of **10 classes** the same score. What is its loss, "
    "whichever class is true?",
    zh="还什么都没学的模型给 **10 个类别**打同样的得分。无论真实类别是哪个，损失是多少？",
)
BLANK_WHY = Text(
    en="−log 1/10 = log 10. This is the loss to expect before training; a first loss much above it "
    "says that something is wrong with the start.",
    zh="−log 1/10 = log 10。训练开始前就该看到这个损失；如果一开始就高出许多，说明初始化有问题。",
)
SMOOTH_TITLE = Text(en="smoothing for a model that is right", zh="答对了也要平滑")
SMOOTH = Text(
    en="The scores are 0, 20 and 0, class 2 is true, and the loss is 0.000000004. Now the label is **smoothed by 0.1**. "
    "How large does the loss become?",
    zh="得分是 0、20、0，真实类别是类别 2，损失是 0.000000004。现在把标签**平滑 0.1**，损失变成多少？",
)
SMOOTH_WHY = Text(
    en="Each wrong class now has a target of 1/30, and the model has made each about 20 nats "
    "surprising: 2 · 20/30 ≈ 1.33. Smoothing makes being too sure expensive.",
    zh="每个错误类别现在都有 1/30 的目标，而模型对它们的意外程度各约 20 纳特：2 · 20/30 ≈ 1.33。平滑让过分自信付出代价。",
)
WITHOUT_TITLE = Text(en="right without lifting it", zh="不抬也能对")
WITHOUT = Text(
    en="The scores are 4, −4 and 3, and class 3 is true. Bring the loss **below 0.01** without touching "
    "the score of class 3.",
    zh="得分是 4、−4、3，真实类别是类别 3。不动类别 3 的得分，把损失降到 **0.01 以下**。",
)
WITHOUT_WHY = Text(
    en="**Solved.** The loss looks at p of the true class alone, but that p takes its share from the others: "
    "lowering them is as good.",
    zh="**成功！**损失只看真实类别的 p，但这个 p 是从别的类别那里分来的：压低它们同样有效。",
)
WITHOUT_BROKEN = Text(
    en="Only the scores of the others may change: class 3 stays the true one, with score 3 and no "
    "smoothing. Put it back, or start again.",
    zh="只能改动其他类别的得分：真实类别仍是类别 3，得分为 3，不平滑。改回去，或者重新开始。",
)

"""Lesson 5: cross-entropy."""

from typing import Final

from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Cross-entropy", zh="交叉熵")
SURPRISE = Text(
    en="A model that knows nothing has a loss that you can work out in advance. How large is it?",
    zh="一无所知的模型，损失事先就能算出来。是多少？",
)
LEAD = Text(
    en="The model has said how probable each topic is; now it comes out which one the article was really "
    "about: its **[[label|label]]**. **Cross-entropy** says how wrong the model was: how surprised by the "
    "class that is true. Choose the true class, drag its score, then smooth the label.",
    zh="模型说出了每个主题的概率，现在揭晓文章讲的究竟是哪一个，也就是它的**[[标签|label]]**。**交叉熵**衡量模型错得有多厉害："
    "真实类别揭晓时，它有多意外。选定真实类别，拖动它的得分，再试试标签平滑。",
)
LOSS_IN_NATS = Text(en="loss, in nats", zh="损失（纳特）")
CURVE = Text(en="Surprise: −log p", zh="意外程度：−log p")
P_AXIS = Text(en="probability p", zh="概率 p")
PREDICTED = Text(en="Predicted: p", zh="预测：p")
TARGET = Text(en="Target: t", zh="目标：t")
SHARE = Text(en="probability", zh="概率")
PICTURE_DESCRIPTION = Text(
    en="The curve −log p with a point for every class, larger the more it counts, and beside it "
    "the predicted probabilities and the target as bars.",
    zh="曲线 −log p，每个类别是上面的一个点，权重越大点越大；旁边是预测概率和目标分布的柱状图。",
)
LOSS_NOTES: Final = {
    "one_hot": Text(
        en="**The loss is the surprise at the truth:** −[[log|log]] p = {loss} [[nats|nat]], where p of {name} ≈ "
        "{p}. With a [[one-hot|one_hot]] label the other classes count only through this p.",
        zh="**损失就是对真实类别的意外程度：**−[[log|log]] p = {loss} [[纳特|nat]]，其中“{name}”的 p ≈ {p}。"
        "标签为 [[one-hot|one_hot]] 时，其他类别只通过这个 p 起作用。",
    ),
    "near_1": Text(
        en="**The loss is the surprise at the truth:** −[[log|log]] p = {loss} [[nats|nat]], where p of {name} ≈ "
        "1\u202f−\u202f{rest}. With a [[one-hot|one_hot]] label the other classes count only through this p.",
        zh="**损失就是对真实类别的意外程度：**−[[log|log]] p = {loss} [[纳特|nat]]，其中“{name}”的 p ≈ 1\u202f−\u202f{rest}。"
        "标签为 [[one-hot|one_hot]] 时，其他类别只通过这个 p 起作用。",
    ),
    "soft": Text(
        en="**With a soft label every class counts**, weighted by its target: {loss} nats in all. "
        "−log p of {name} alone would be {label_loss}.",
        zh="**软标签让每个类别都算数**，按目标概率加权：总共 {loss} 纳特。"
        "只看“{name}”的 −log p，则是 {label_loss}。",
    ),
}
FLOOR_NOTES: Final = {
    "never_0": Text(
        en="**It never gets to 0:** that would take p = 1, which no finite score reaches but by rounding. "
        "Entropy of this label: 0.",
        zh="**它永远到不了 0**：那需要 p = 1，而有限的得分做不到，除非是舍入的结果。这个标签的熵是 0。",
    ),
    "entropy_of_target": Text(
        en="**It cannot get below the entropy of the target**, {entropy} nats, reached exactly when "
        "p = t.",
        zh="**它不会低于目标分布的熵** {entropy} 纳特，当且仅当 p = t 时取到。",
    ),
    "shown_as_0": Text(
        en="**It is shown as 0 and is not:** what is left is too small for float64. The loss would "
        "be 0 at p = 1, which no finite score reaches.",
        zh="**显示为 0，其实不是 0**：剩下的部分太小，float64 表示不了。"
        "损失为 0 需要 p = 1，而有限的得分做不到。",
    ),
}
WHY_LOG_NOTE = Text(
    en="**Why −log? Chances multiply, losses add.** How probable did the model find "
    "what two articles were about? The product of their p, and −log makes a sum of it: so each has a "
    "loss of its own. Line by line: below.",
    zh="**为什么取 −log？概率相乘，损失相加**。模型认为两篇文章都像揭晓的那样，有多大可能？是两个 p 的乘积；"
    "取 −log，乘积变成和，于是每篇文章各有自己的损失。逐行推导见下面。",
)
PARTS = Text(en="What the loss is made of", zh="损失由什么组成")
DIVERGENCE_NOTE = Text(
    en="**Loss = entropy + [[divergence|kl]]:** {entropy} + {divergence}. The divergence KL(t‖p) is no "
    "distance: the other way round is in general another number, here KL(p‖t) = {reverse}.",
    zh="**损失 = 熵 + [[散度|kl]]：**{entropy} + {divergence}。散度 KL(t‖p) 不是距离："
    "反过来一般是另一个数，这里 KL(p‖t) = {reverse}。",
)

FORMULAS = Text(en="Two formulas for one loss", zh="同一个损失的两个公式")
REASONS: Final = (
    Text(
        en="formula 1, for a one-hot label: the true class alone",
        zh="公式 1，适用于 one-hot 标签：只看真实类别",
    ),
    Text(
        en="formula 2, for any label: every class, weighted by its target (one-hot: all other terms are 0)",
        zh="公式 2，适用于任何标签：每个类别按目标概率加权（one-hot 时其余各项都是 0）",
    ),
    Text(en="put the softmax into formula 1", zh="把 Softmax 代入公式 1"),
    Text(
        en="the logarithm of a quotient is a difference: log(a ÷ b) = log a − log b",
        zh="商的对数等于对数之差：log(a ÷ b) = log a − log b",
    ),
    Text(
        en="log undoes exp, so the score itself is left: formula 1 straight from the "
        "scores, and no probability is formed that could underflow",
        zh="log 与 exp 抵消，只剩得分本身：公式 1 直接由得分计算，不必先求可能下溢的概率",
    ),
)
WHY_LOG = Text(en="Why −log: chances multiply, losses add", zh="为什么取 −log：概率相乘，损失相加")
WHY_LOG_LEAD = Text(
    en="Two articles, to which the model gives these same probabilities: one is about {one}, the "
    "other about {other}. How probable is that, according to the model?",
    zh="两篇文章，模型给出的都是上面这组概率：一篇属于“{one}”，另一篇属于“{other}”。"
    "按模型的看法，出现这种情况的概率有多大？",
)
WHY_LOG_REASONS: Final = (
    Text(
        en="one says nothing about the other, so the chance of both is the product",
        zh="两篇文章互不相干，所以两者都如此的概率是乘积",
    ),
    Text(
        en="the logarithm of a product is a sum: log(a · b) = log a + log b",
        zh="积的对数等于对数之和：log(a · b) = log a + log b",
    ),
    Text(
        en="so each article has a loss of its own, and losses add",
        zh="于是每篇文章各有自己的损失，而损失是相加的",
    ),
)
WHY_LOG_END = Text(
    en="**The most probable is the least loss:** −log falls as p grows, so the model that makes the "
    "product largest makes the sum smallest. And a product of ever more probabilities underflows in "
    "the end; a sum of losses does not.",
    zh="**概率最大就是损失最小**：p 越大，−log p 越小，所以让乘积最大的模型，也让总和最小。"
    "而且概率越乘越多，终究会下溢；损失相加却不会。",
)
PRODUCT_VANISHED = Text(
    en="the product has underflowed to 0: take the next line", zh="乘积已下溢为 0：请看下一行"
)
VANISHED = Text(en="p has underflowed to 0: take the next line", zh="p 已下溢为 0：请看下一行")
EQUAL_NOTE = Text(
    en="The label is one-hot: both formulas give the same.",
    zh="标签是 one-hot 的：两个公式结果相同。",
)
UNEQUAL_NOTE = Text(
    en="The label is not one-hot: formula 1 looks at the true class alone; the loss is formula 2.",
    zh="标签不是 one-hot 的：公式 1 只看真实类别；损失要用公式 2。",
)

NUMBERS_DESCRIPTION = Text(
    en="For every class its score, target, probability, surprise and part of the loss",
    zh="每个类别的得分、目标概率、预测概率、意外程度和它对损失的贡献",
)
SCORE = Text(en="score", zh="得分")
ONE_HOT = Text(en="one-hot label", zh="one-hot 标签")
TARGET_COLUMN = Text(en="target", zh="目标")
PROBABILITY = Text(en="softmax", zh="Softmax 概率")
SURPRISE_COLUMN = Text(en="surprise", zh="意外程度")
PART = Text(en="part of the loss", zh="对损失的贡献")

TAKEAWAYS = Text(
    en="""
- **Cross-entropy with a one-hot label is the negative log-likelihood:** $L = -\\log p_y$, where $p_y$ is
  the likelihood, how probable the model found what came true. Since log is increasing, making $p_y$ largest and making $L$ smallest have the same answer. “Softmax loss”
  is short for it: the cross-entropy of a softmax.
- **Confident and wrong is expensive.** Halving $p_y$ costs the same, $\\log 2$, whether from 0.8 to
  0.4 or from 0.002 to 0.001: the loss has no upper end.
- **Label smoothing** takes a little from the true class and shares it among all. Then the best
  $p$ is the smoothed label itself, without a 0 in it, and finite scores reach it; but the loss cannot go below the entropy of the target.
- **“Distance” is loose language:** the cross-entropy $H(t, p) = H(t) + \\mathrm{KL}(t \\| p)$ is not symmetric.
""",
    zh="""
- **one-hot 标签下的交叉熵就是负对数似然**：$L = -\\log p_y$，其中 $p_y$ 就是似然，即模型事先认为真实结果有多大可能。log 单调递增，所以让 $p_y$ 最大和让 $L$ 最小是一回事。常说的“Softmax 损失”，就是 Softmax 的交叉熵的简称。
- **自信却错了，代价很高**。$p_y$ 每减半，损失都增加 $\\log 2$，无论是从 0.8 到 0.4，还是从 0.002 到 0.001：损失没有上限。
- **标签平滑**从真实类别拿走一点，分给所有类别。这样最优的 $p$ 就是平滑后的标签本身，其中没有 0，有限的得分到得了；但损失不会低于目标分布的熵。
- **“距离”是不严格的说法**：交叉熵 $H(t, p) = H(t) + \\mathrm{KL}(t \\| p)$ 并不对称。
""",
)
TRY = Text(
    en="Set `smoothing = 0.1` and make the score of the true class larger and larger: from "
    "where on does the loss grow again, and why?",
    zh="设 `smoothing = 0.1`，把真实类别的得分越调越大：损失从哪里开始反而又变大，为什么？",
)

# What the lesson asks

GUESS_LOSS = Text(en="loss in nats", zh="损失（纳特）")
ASKS: Final = {
    "wrong": Ask(
        title=Text(en="badly wrong", zh="错得离谱"),
        ask=Text(
            en="The scores are **4, −4 and 3**, and the article was about politics. The model gives this a "
            "probability of 0.000245. How large is the loss?",
            zh="得分是 **4、−4、3**，文章讲的其实是时政，而模型给它的概率只有 0.000245。损失有多大？",
        ),
        why=Text(
            en="The loss is −log 0.000245: it counts how many times 1 has to be divided by e to get this "
            "probability. A probability 1000 times smaller costs only 6.9 more, but there is no upper limit.",
            zh="损失是 −log 0.000245，它数的是 1 要除以 e 多少次才得到这个概率。概率再小 1000 倍，损失只多 6.9，但没有上限。",
        ),
    ),
    "blank": Ask(
        title=Text(en="a model that knows nothing", zh="一无所知的模型"),
        ask=Text(
            en="A model that has learned nothing yet gives each of **10 classes** the same score. What is its loss, "
            "whichever class is true?",
            zh="还什么都没学的模型给 **10 个类别**打同样的得分。无论真实类别是哪个，损失是多少？",
        ),
        why=Text(
            en="Each class gets 1/10, so the loss is −log(1/10) = log 10. Expect this loss before training; "
            "a first loss far above it means that something is wrong with the initialisation.",
            zh="每个类别的概率是 1/10，损失就是 −log(1/10) = log 10。训练开始前就该看到这个损失；如果一开始就高出许多，说明初始化有问题。",
        ),
    ),
    "smooth": Ask(
        title=Text(en="right, but smoothed", zh="答对了，但标签是平滑的"),
        ask=Text(
            en="The scores are 0, 20 and 0, the article was about politics, and the loss is 4\u202f×\u202f10⁻⁹. Now the label is "
            "**smoothed by 0.1**: a tenth of it is shared equally among all three classes. What does the "
            "loss become?",
            zh="得分是 0、20、0，文章讲的是时政，损失是 4\u202f×\u202f10⁻⁹。现在把标签**平滑 0.1**："
            "拿出十分之一，平均分给全部三个类别。损失变成多少？",
        ),
        why=Text(
            en="Each wrong class now has a target of 1/30, and each would surprise the model by about 20 "
            "nats: 2 · 20/30 ≈ 1.33. Smoothing makes being too sure expensive.",
            zh="每个错误类别现在都有 1/30 的目标，而模型对它们的意外程度各约 20 纳特：2 · 20/30 ≈ 1.33。平滑让过分自信付出代价。",
        ),
    ),
    "lower": Ask(
        title=Text(en="right without raising it", zh="不抬高它也能答对"),
        ask=Text(
            en="The scores are 4, −4 and 3, and the true class is {third}. Bring the loss **below 0.01** without "
            "touching its score.",
            zh="得分是 4、−4、3，真实类别是“{third}”。不动它的得分，把损失降到 **0.01 以下**。",
        ),
        why=Text(
            en="**Solved.** The loss looks only at p of the true class, but all classes share one whole: "
            "lowering the other scores works just as well.",
            zh="**成功**！损失只看真实类别的 p，但所有类别分的是同一个整体：压低其他得分同样有效。",
        ),
        broken=Text(
            en="Only the scores of the others may change: of three classes, {third} stays the true one, with "
            "score 3 and no smoothing. Change it back, or restart the puzzle.",
            zh="只能改动其他类别的得分：三个类别中，真实类别仍是“{third}”，得分为 3，不平滑。请改回来，或者重做这道题。",
        ),
    ),
}

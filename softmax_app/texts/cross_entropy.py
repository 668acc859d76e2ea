"""Lesson 5: cross-entropy."""

from typing import Final

from softmax_app.texts.text import Text

TITLE = Text(en="Cross-entropy", zh="交叉熵")
LEAD = Text(
    en="The model has given every class a probability; now the truth comes out. **Cross-entropy** "
    "says how wrong the model was: how surprised by the class that is true. Choose the true class, "
    "drag its score, then smooth the label.",
    zh="模型给每个类别一个概率，现在揭晓真实类别。**交叉熵**衡量模型错得有多远："
    "它对真实类别的出现有多意外。选定真实类别，拖动它的得分，再试试标签平滑。",
)
SURPRISE = Text(en="Surprise: −log p", zh="意外程度：−log p")
P_AXIS = Text(en="probability p", zh="概率 p")
PREDICTED = Text(en="Predicted: p", zh="预测：p")
TARGET = Text(en="Target: t", zh="目标：t")
SHARE = Text(en="probability", zh="概率")
PICTURE_DESCRIPTION = Text(
    en="The curve −log p with a point for every class, larger the more it counts, and beside it "
    "the predicted probabilities and the target as bars.",
    zh="曲线 −log p，每个类别是上面的一个点，权重越大点越大；旁边是预测概率和目标分布的柱状图。",
)
LOSS_NOTES: Final = (
    Text(
        en="**The loss is the surprise at the truth:** −log p = {loss} nats, where p of {name} ≈ "
        "{p}. With a one-hot label the other classes count only through this p.",
        zh="**损失就是对真实类别的意外程度：**−log p = {loss} 纳特，其中 {name} 的 p ≈ {p}。"
        "标签为 one-hot 时，其他类别只通过这个 p 起作用。",
    ),
    Text(
        en="**With a soft label every class counts**, weighted by its target: {loss} nats in all. "
        "−log p of {name} alone would be {label_loss}.",
        zh="**软标签让每个类别都算数**，按目标概率加权：总共 {loss} 纳特。"
        "只看 {name} 的 −log p，则是 {label_loss}。",
    ),
)
FLOOR_NOTES: Final = (
    Text(
        en="**It never gets to 0:** that would take p = 1, which no finite score reaches. "
        "Entropy of this label: 0.",
        zh="**它永远到不了 0：**那需要 p = 1，而有限的得分做不到。这个标签的熵是 0。",
    ),
    Text(
        en="**It cannot get below the entropy of the target**, {entropy} nats, reached exactly when "
        "p = t.",
        zh="**它不会低于目标分布的熵** {entropy} 纳特，当且仅当 p = t 时取到。",
    ),
    Text(
        en="**It is shown as 0 and is not:** what is left is too small for float64. The loss would "
        "be 0 at p = 1, which no finite score reaches.",
        zh="**显示为 0，其实不是 0：**剩下的部分太小，float64 表示不了。"
        "损失为 0 需要 p = 1，而有限的得分做不到。",
    ),
)
DIVERGENCE_NOTE = Text(
    en="**Loss = entropy + divergence:** {entropy} + {divergence}. The divergence KL(t‖p) is no "
    "distance: the other way round is in general another number, here KL(p‖t) = {reverse}.",
    zh="**损失 = 熵 + 散度：**{entropy} + {divergence}。散度 KL(t‖p) 不是距离："
    "反过来一般是另一个数，这里 KL(p‖t) = {reverse}。",
)

FORMULAS = Text(en="Two formulas for one loss", zh="同一个损失的两个公式")
STEPS: Final = (
    Text(
        en="formula 2: every class, weighted by its target",
        zh="公式 2：每个类别按目标概率加权",
    ),
    Text(
        en="formula 1, for a one-hot label: all other terms are 0",
        zh="公式 1，适用于 one-hot 标签：其余各项都是 0",
    ),
    Text(
        en="formula 1 straight from the scores: no probability is formed that could underflow",
        zh="公式 1 直接由得分计算：不必先求可能下溢的概率",
    ),
)
VANISHED = Text(en="p has underflowed to 0: take the next line", zh="p 已下溢为 0：请看下一行")
EQUAL_NOTES: Final = (
    Text(
        en="The label is one-hot: both formulas give the same.",
        zh="标签是 one-hot 的：两个公式结果相同。",
    ),
    Text(
        en="The label is not one-hot: formula 1 looks at the true class alone; the loss is "
        "formula 2.",
        zh="标签不是 one-hot 的：公式 1 只看真实类别；损失要用公式 2。",
    ),
)

NUMBERS_DESCRIPTION = Text(
    en="For every class its score, target, probability, surprise and part of the loss",
    zh="每个类别的得分、目标概率、预测概率、意外程度和它在损失中的份额",
)
SCORE = Text(en="score", zh="得分")
ONE_HOT = Text(en="one-hot label", zh="one-hot 标签")
TARGET_COLUMN = Text(en="target", zh="目标")
PROBABILITY = Text(en="softmax", zh="Softmax 概率")
SURPRISE_COLUMN = Text(en="surprise", zh="意外程度")
PART = Text(en="part of the loss", zh="在损失中的份额")

TAKEAWAYS = Text(
    en="""
- **Cross-entropy with a one-hot label is the negative log-likelihood:** $L = -\\log p_y$. Since log
  is increasing, making $p_y$ largest and making $L$ smallest have the same answer. “Softmax loss”
  is short for it: the cross-entropy of a softmax.
- **Confident and wrong is expensive.** Halving $p_y$ costs the same, $\\log 2$, whether from 0.8 to
  0.4 or from 0.002 to 0.001: the loss has no upper end.
- **Label smoothing** takes a little from the true class and shares it among all. Then the best
  possible scores are finite, but the loss cannot go below the entropy of the target.
- **“Distance” is loose language:** $H(t, p) = H(t) + \\mathrm{KL}(t \\| p)$ is not symmetric.
""",
    zh="""
- **one-hot 标签下的交叉熵就是负对数似然**：$L = -\\log p_y$。log 单调递增，所以让 $p_y$ 最大和让 $L$ 最小是一回事。常说的“Softmax 损失”，就是 Softmax 的交叉熵的简称。
- **自信却错了，代价很高**。$p_y$ 每减半，损失都增加 $\\log 2$，无论是从 0.8 到 0.4，还是从 0.002 到 0.001：损失没有上限。
- **标签平滑**从真实类别拿走一点，分给所有类别。这样最优的得分是有限的，但损失不会低于目标分布的熵。
- **“距离”是不严格的说法**：$H(t, p) = H(t) + \\mathrm{KL}(t \\| p)$ 并不对称。
""",
)

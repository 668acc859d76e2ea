"""Lesson 9: learning."""

from typing import Final

from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Learning", zh="学习")
SURPRISE = Text(
    en="Gradient descent on the scores never arrives. What has to change so that it does?",
    zh="在得分上做梯度下降，永远走不到终点。改变什么才走得到？",
)
LEAD = Text(
    en="Downhill, step by step: **gradient descent** subtracts the gradient times the learning "
    "rate from the scores and does it again. Press play, or drag the step. Then try another learning rate.",
    zh="一步一步下山：**梯度下降**从得分中减去学习率乘以梯度，如此反复。按播放键，或拖动步数，"
    "再换个学习率试试。",
)

LOSS = Text(en="Loss", zh="损失")
LOSS_CURVE = Text(en="Loss in nats (log axis)", zh="损失（纳特，对数轴）")
STEPS_AXIS = Text(en="step", zh="步数")
PROBABILITIES = Text(en="Softmax", zh="Softmax")
GRADIENT = Text(en="Gradient", zh="梯度")
VALUE = Text(en="value", zh="值")
PICTURE_DESCRIPTION = Text(
    en="The loss over 100 steps of gradient descent, on a log axis, with the current step as a point, "
    "and beside it the probabilities and the gradient at that step as bars.",
    zh="梯度下降 100 步的损失曲线（对数刻度），当前步是上面的一个点；旁边是这一步的概率和梯度的柱状图。",
)
TRIANGLE_DESCRIPTION = Text(
    en="The triangle of all distributions over three classes, with the path of the descent, the "
    "current point as a dot and the target as a star.",
    zh="三个类别上所有分布构成的三角形，画出下降经过的路径；圆点是当前位置，星形是目标。",
)
NOTES: Final = {
    "at_start": Text(
        en="**At the start** the loss is {start}. One step of rate {rate} would bring it to {next}.",
        zh="**起点**的损失是 {start}。以学习率 {rate} 走一步，损失会变成 {next}。",
    ),
    "hardly_at_start": Text(
        en="**At the start** the loss is {start}. One step of rate {rate} would change it by less than these digits show.",
        zh="**起点**的损失是 {start}。以学习率 {rate} 走一步，损失的变化小到这几位数字看不出。",
    ),
    "too_large": Text(
        en="**Rate {rate} is too large here:** in {ups} of the 100 steps the loss goes up. At the start it is "
        "{start}, at step {step} it is {loss}.",
        zh="**学习率 {rate} 在这里太大了**：100 步里有 {ups} 步损失上升。起点的损失是 {start}，第 {step} 步是 {loss}。",
    ),
    "further": Text(
        en="**At step {step}**, with rate {rate}, the loss has gone from {start} to {loss}.",
        zh="以学习率 {rate} **走了 {step} 步**，损失从 {start} 变为 {loss}。",
    ),
    "hardly_further": Text(
        en="**At step {step}**, with rate {rate}, the loss is still {start}: it has changed by less than these digits show.",
        zh="以学习率 {rate} **走了 {step} 步**，损失还是 {start}：变化小到这几位数字看不出。",
    ),
}
END_NOTES: Final = {
    "hard": Text(
        en="**It never arrives.** The target is certainty, p = 1, which no finite score reaches: "
        "in the end the steps get smaller and smaller, and yet the scores drift apart without end.",
        zh="**它永远走不到**。目标是完全确定，即 p = 1，有限的得分到不了那里："
        "步子最终越来越小，得分却越拉越开，没有尽头。",
    ),
    "shown_as_0": Text(
        en="**It has stopped, and not because it arrived.** Certainty, p = 1, is out of reach of "
        "finite scores; but what is left of loss and gradient is too small for float64 and counts "
        "as 0, so the scores stand still.",
        zh="**它停下了，但并不是走到了**。完全确定（p = 1）是有限的得分到不了的；"
        "只是剩下的损失和梯度太小，在 float64 中都成了 0，得分也就不再移动。",
    ),
    "soft": Text(
        en="**A soft label has a place to arrive at:** p = t, where the gradient is 0. The loss "
        "there is the entropy of the target, {floor}.",
        zh="**软标签有终点**：p = t，那里梯度为 0，损失等于目标分布的熵 {floor}。",
    ),
}
LOSS_AT = Text(en="loss at step {step}", zh="第 {step} 步的损失")
ACCURACIES: Final = {
    "guessed": Text(en="% right by guessing", zh="%：靠猜的正确率"),
    "classified": Text(en="% of the birds classified correctly", zh="% 的企鹅分类正确"),
}
RATE_NOTES: Final = {
    "steady": Text(
        en="**At this rate the loss never goes up in these 100 steps.** A larger rate usually brings "
        "it down faster, up to a point: with a soft label, too large a rate overshoots.",
        zh="**以这个学习率，100 步里损失没有一步上升**。更大的学习率通常降得更快，但有限度："
        "标签是软的时候，学习率太大就会冲过头。",
    ),
    "too_large": Text(
        en="**This rate is too large for a steady descent:** in {ups} of the 100 steps the loss goes "
        "up. Such a step goes past the lowest point on its way, and further than it was before.",
        zh="**这个学习率太大，损失不能一路下降**：100 步里有 {ups} 步损失反而上升。"
        "这样的一步越过了途中的最低点，冲得太远，损失反而比原来更大。",
    ),
}

EVERY_NUMBER = Text(en="Every number of this step", zh="这一步的所有数值")
NUMBERS_DESCRIPTION = Text(
    en="For every class the score at the start, the score now, its probability, its target, the "
    "gradient and the score after the next step",
    zh="每个类别的初始得分、当前得分、概率、目标、梯度，以及再走一步之后的得分",
)
AT_START = Text(en="score at the start", zh="初始得分")
NOW = Text(en="score now", zh="当前得分")
PROBABILITY = Text(en="probability", zh="概率")
TARGET = Text(en="target", zh="目标")
GRADIENT_COLUMN = Text(en="gradient", zh="梯度")
AFTER = Text(en="after one more step", zh="再走一步之后")
SUM_NOTE = Text(
    en="The sum of the scores stays what it was at the start: at every step the pull adds η in all, "
    "and the pushes take η in all.",
    zh="得分的总和始终和起点一样：每一步，拉力一共加上 η，推力一共减去 η。",
)

WEIGHTS = Text(en="In a real model: learning weights", zh="真实的模型：学习权重")
WEIGHTS_LEAD = Text(
    en="Scores are not what a model learns. Here they come from two measurements of a penguin’s "
    "bill, by weights and a [[bias|bias]] for each species: z = W x + b. Every step learns from all "
    "342 birds. Press play, then click a bird.",
    zh="模型学的并不是得分本身。这里的得分由企鹅喙的两个测量值算出，每个物种有自己的权重和[[偏置|bias]]："
    "z = W x + b。权重从 342 只企鹅的数据中学出来，每一步都用上全部数据。按播放键，再点选一只企鹅。",
)
SPECIES: Final = (
    Text(en="Adelie", zh="阿德利企鹅"),
    Text(en="Chinstrap", zh="帽带企鹅"),
    Text(en="Gentoo", zh="巴布亚企鹅"),
)
LENGTH = Text(en="bill length (mm)", zh="喙长（毫米）")
DEPTH = Text(en="bill depth (mm)", zh="喙高（毫米）")
CHOSEN_BIRD = Text(en="chosen bird", zh="选中的企鹅")
REGIONS = Text(en="Most probable species", zh="最可能的物种")
TRAINING_LOSS = Text(en="Training loss (nats)", zh="训练损失（纳特）")
REGIONS_DESCRIPTION = Text(
    en="The birds as points over bill length and depth. The ground is coloured by the species that "
    "the model finds most probable there, the stronger the surer. Beside it the loss over 100 "
    "steps of training.",
    zh="以喙长和喙高为坐标，每只企鹅是一个点。背景颜色是模型认为该处最可能的物种，越确定颜色越深。"
    "旁边是训练 100 步的损失曲线。",
)
TRAINING_NOTES: Final = {
    "untrained": Text(
        en="**Before the first step** all weights are 0, so every bird gets ⅓ for each species: the "
        "loss is log 3 ≈ {loss}, and a guess is right in {accuracy} % of all cases.",
        zh="**第一步之前**所有权重都是 0，每只企鹅属于每个物种的概率都是 ⅓：损失是 log 3 ≈ {loss}，"
        "只能猜，平均猜对 {accuracy}%。",
    ),
    "steady": Text(
        en="**At step {step}** the loss is {loss}, and {accuracy} % of the birds are classified "
        "correctly.",
        zh="**训练 {step} 步后**，损失是 {loss}，{accuracy}% 的企鹅分类正确。",
    ),
    "too_large": Text(
        en="**This rate is too large:** in {ups} of the 100 steps the loss goes up. At step {step} "
        "it is {loss}, and {accuracy} % of the birds are classified correctly.",
        zh="**这个学习率太大了**：100 步里有 {ups} 步损失上升。第 {step} 步的损失是 {loss}，"
        "{accuracy}% 的企鹅分类正确。",
    ),
}
STANDARD_NOTE = Text(
    en="**The features are standardised:** the mean is subtracted and the rest divided by the "
    "standard deviation, or the one with the larger numbers would get most of every step.",
    zh="**特征做了标准化**：减去平均值，再除以标准差；否则数值大的特征会占去每一步的大部分。",
)
BOUNDARY_NOTE = Text(
    en="**The boundaries are straight:** where two species are equally probable their scores are "
    "equal, and the scores are linear in x.",
    zh="**边界是直线**：两个物种概率相等的地方得分也相等，而得分是 x 的线性函数。",
)
ONE_BIRD = Text(en="What one bird asks of the weights", zh="一只企鹅对权重的要求")
ONE_BIRD_LEAD = Text(
    en="Bird {number}, {species}: bill {length} × {depth} mm, standardised x = ({x1}, {x2}). Its "
    "part of the gradient is the error p − t times x; the step takes the mean over all birds and adds "
    "0.01 W for the [[penalty|penalty]].",
    zh="第 {number} 只企鹅，{species}：喙 {length} × {depth} 毫米，标准化后 x = ({x1}, {x2})。"
    "它对梯度的贡献是误差 p − t 乘以 x；每一步取所有企鹅的平均，再加上[[惩罚项|penalty]]的 0.01 W。",
)
ONE_BIRD_DESCRIPTION = Text(
    en="For every species the probability, the target, the error, its product with both features, "
    "and the weights now",
    zh="每个物种的概率、目标、误差、误差与两个特征的乘积，以及当前的权重",
)
SPECIES_COLUMN = Text(en="species", zh="物种")
ERROR = Text(en="error", zh="误差")
BY_LENGTH = Text(en="error × length", zh="误差 × 喙长")
BY_DEPTH = Text(en="error × depth", zh="误差 × 喙高")
WEIGHTS_NOW = Text(en="weights now (length, depth), bias", zh="当前权重（喙长，喙高）与偏置")
DATA_SOURCE = Text(
    en="Data: Gorman, Williams & Fraser (2014), doi.org/10.1371/journal.pone.0090081, in the public "
    "domain (CC0). The weights start at 0; a [[penalty|penalty]] of 0.01/2 times the sum of their squares keeps "
    "them small and is part of the loss.",
    zh="数据：Gorman, Williams & Fraser (2014)，doi.org/10.1371/journal.pone.0090081，属公有领域（CC0）。"
    "权重从 0 开始；损失中含有[[惩罚项|penalty]]（权重平方和的 0.01/2 倍），使权重不致过大。",
)

TAKEAWAYS = Text(
    en="""
- **The update** is $z \\leftarrow z - \\eta (p - t)$: push all, pull one, times the learning rate $\\eta$.
- **The better the model, the smaller the step:** the gradient shrinks with the error, without any
  rule that says so.
- **A one-hot label is never reached, a soft one can be:** smoothed, the target $p = t$ lies where finite
  scores can get, and a rate that is not too large leads there.
- **Why softmax and not hardmax:** to go downhill there must be a slope. Softmax moves with every score;
  hardmax is flat, and jumps where another class takes the lead: its slope is 0, and no step begins.
- **In a real model the scores are not what is learned.** They come from weights, $z = W x + b$, and
  the chain rule hands the same gradient on, for one sample: $\\partial L / \\partial W = (p - t) x^T$,
  the table of every error times every feature.
""",
    zh="""
- **更新公式**是 $z \\leftarrow z - \\eta (p - t)$：全体下压、一个上拉，再乘以学习率 $\\eta$。
- **模型越好，步子越小**：梯度随误差一起缩小，不需要另外规定。
- **one-hot 标签永远到不了，软标签到得了**：平滑之后，目标 $p = t$ 是有限的得分到得了的地方，学习率不太大，就会走到那里。
- **为什么是 Softmax 而不是 Hardmax**：要下山，先得有坡。Softmax 随每个得分变化；Hardmax 处处是平的，只在另一个类别领先时突然一跳：斜率为 0，一步也迈不出去。
- **真实的模型学的不是得分本身**。得分来自权重，$z = W x + b$，链式法则把同一个梯度继续往下传，对一个样本就是：$\\partial L / \\partial W = (p - t) x^T$，也就是每个误差乘以每个特征排成的表。
""",
)
TRY = Text(
    en="Set `steps = 10` and try `rate = 0.1` and `rate = 10`. Then set `smoothing = 0.3` and "
    "`rate = 20`: does the loss still fall at every step?",
    zh="设 `steps = 10`，试试 `rate = 0.1` 和 `rate = 10`。再设 `smoothing = 0.3`、"
    "`rate = 20`：损失还是每一步都下降吗？",
)

# What the lesson asks

GUESS_PROBABILITY = Text(en="probability of politics", zh="时政的概率")
GUESS_TOTAL = Text(en="sum of the three scores", zh="三个得分之和")
GUESS_RIGHT = Text(en="% of the birds classified correctly", zh="% 的企鹅分类正确")
ASKS: Final = {
    "after": Ask(
        title=Text(en="after 100 steps", zh="走 100 步之后"),
        ask=Text(
            en="The scores are 4, −4 and 3, the article was about politics, and the learning rate is 1. The "
            "probability of politics starts at 0.000245. **What is it after 100 steps?**",
            zh="得分是 4、−4、3，文章讲的是时政，学习率是 1。时政的概率从 0.000245 开始，**100 步之后是多少**？",
        ),
        why=Text(
            en="It is close to 1 but not there, and no finite number of such steps gets there: the closer the "
            "probability comes, the smaller the gradient.",
            zh="它接近 1，却没有到；这样走多少步也到不了：概率越接近 1，梯度越小。",
        ),
    ),
    "sum": Ask(
        title=Text(en="sum of the scores", zh="得分的总和"),
        ask=Text(
            en="The scores are 4, −4 and 3, the article was about politics, and the learning rate is 1. At the start the "
            "scores add up to **3**, and then they move far. What do they add up to after 100 steps?",
            zh="得分是 4、−4、3，文章讲的是时政，学习率是 1。一开始得分之和是 **3**，之后它们移动得很远。100 步之后，和是多少？",
        ),
        why=Text(
            en="The parts of p − t always sum to 0, so a step moves the scores against one another, never "
            "all together.",
            zh="p − t 各项之和总是 0，所以每一步只会让得分此消彼长，不会整体移动。",
        ),
    ),
    "birds": Ask(
        title=Text(en="one single step", zh="只走一步"),
        ask=Text(
            en="In the second part a model learns to tell **three species** of penguins apart. All its weights start "
            "at 0, so at first it can only guess. It takes **one single step** at the smallest rate of the slider, 0.03. "
            "How many percent of the 342 birds does it classify correctly then?",
            zh="在第二部分，一个模型要学会区分**三种**企鹅，所有权重从 0 开始，起初只能猜。"
            "它用滑块上最小的学习率 0.03 **只走一步**，这时 342 只企鹅里有百分之几分类正确？",
        ),
        why=Text(
            en="The gradient points each species’ weights at once to where its own birds lie on average. And the rate "
            "does not matter here: from weights of 0 it multiplies all scores alike, and the largest stays the largest. "
            "But p is still near ⅓ and the loss hardly lower: what the other steps bring is above all certainty.",
            zh="梯度一下子就让每个物种的权重指向自己那群企鹅的平均位置。而且这里学习率多大都一样："
            "权重从 0 开始，学习率只是把所有得分同乘一个数，最大的还是最大。"
            "不过 p 仍接近 ⅓，损失也几乎没降：之后的步子带来的主要是把握。",
        ),
    ),
    "fast": Ask(
        title=Text(en="ten steps are enough", zh="十步就够"),
        ask=Text(
            en="The scores are 4, −4 and 3, and the true class is {second}. Choose a learning rate that brings the loss "
            "**below 0.01** in **10 steps or fewer**.",
            zh="得分是 4、−4、3，真实类别是“{second}”。选一个学习率，在 **10 步以内**把损失降到 **0.01 以下**。",
        ),
        why=Text(
            en="**Solved.** With a one-hot label, a very large rate works on the scores themselves: each "
            "step raises the true one and lowers all others, so the loss cannot rise. With a soft label, or with weights, the same rate may overshoot.",
            zh="**成功**！标签是 one-hot 时，直接在得分上下降，很大的学习率也行：每一步都抬高真实类别的得分，压低其他所有得分，损失不会上升。"
            "换成软标签，或者换成权重，同样的学习率就可能冲过头。",
        ),
        broken=Text(
            en="Only the learning rate and the step may change. Change the rest back, or restart the puzzle.",
            zh="只能改学习率和步数。请把其他的改回来，或者重做这道题。",
        ),
    ),
    "arrive": Ask(
        title=Text(en="an end to reach", zh="能走到的终点"),
        ask=Text(
            en="With a one-hot label the descent never arrives. Change the target so that **at step 100 "
            "every part of the gradient is below 0.00001** in size.",
            zh="标签是 one-hot 时，下降永远走不到终点。改变目标，让**第 100 步时梯度每一项的大小都小于 0.00001**。",
        ),
        why=Text(
            en="**Solved.** A smoothed label lies inside the triangle, where finite scores can get: the descent "
            "comes to p = t and stays.",
            zh="**成功**！平滑后的标签在三角形内部，有限的得分到得了那里：下降走到 p = t 就停住。",
        ),
        broken=Text(
            en="The scores are no longer 4, −4 and 3. Change them back, or restart the puzzle.",
            zh="得分不再是 4、−4、3 了。请改回来，或者重做这道题。",
        ),
    ),
}

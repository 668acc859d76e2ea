"""What lesson 9 asks."""

from softmax_app.texts.text import Text

PROBABILITY = Text(en="probability of class 2", zh="类别 2 的概率")
TOTAL = Text(en="sum of the three scores", zh="三个得分之和")
LOSS = Text(en="loss in nats", zh="损失（纳特）")

HUNDRED_TITLE = Text(en="after 100 steps", zh="走 100 步之后")
HUNDRED = Text(
    en="The scores are 4, −4 and 3, class 2 is true, and the learning rate is 1. The probability of "
    "class 2 starts at 0.000245. **What is it after 100 steps?**",
    zh="得分是 4、−4、3，真实类别是类别 2，学习率是 1。类别 2 的概率从 0.000245 开始，**100 步之后是多少**？",
)
HUNDRED_WHY = Text(
    en="It is close to 1 but not there, and no finite number of such steps gets there: the closer the "
    "probability comes, the smaller the gradient.",
    zh="它接近 1，却没有到；这样走多少步也到不了：概率越接近 1，梯度越小。",
)
SUM_TITLE = Text(en="the sum of the scores", zh="得分的总和")
SUM = Text(
    en="The scores are 4, −4 and 3, class 2 is true, and the learning rate is 1. At the start the "
    "scores add up to **3**, and then they move far. What do they add up to after 100 steps?",
    zh="得分是 4、−4、3，真实类别是类别 2，学习率是 1。一开始得分之和是 **3**，之后它们移动得很远。100 步之后，和是多少？",
)
SUM_WHY = Text(
    en="The parts of p − t always sum to 0, so a step moves the scores against one another, never "
    "all together.",
    zh="p − t 各项之和总是 0，所以每一步只会让得分此消彼长，不会整体移动。",
)
BIRDS_TITLE = Text(en="before the training", zh="训练之前")
BIRDS = Text(
    en="In the second part a model learns to tell **three species** of penguins apart. All its weights start "
    "at 0. What is its loss before the first step?",
    zh="在第二部分，一个模型要学会区分**三种**企鹅，所有权重从 0 开始。走第一步之前，它的损失是多少？",
)
BIRDS_WHY = Text(
    en="Weights of 0 give scores of 0, and so ⅓ for each species, whatever the bird: the loss is log 3. "
    "This is the model that knows nothing, from lesson 5.",
    zh="权重为 0，得分就为 0，无论哪只企鹅，每个物种都是 ⅓：损失是 log 3。这就是第 5 课里一无所知的模型。",
)
FAST_TITLE = Text(en="ten steps are enough", zh="十步就够")
FAST = Text(
    en="The scores are 4, −4 and 3, and class 2 is true. Choose a learning rate that brings the loss "
    "**below 0.01** in **10 steps or fewer**.",
    zh="得分是 4、−4、3，真实类别是类别 2。选一个学习率，在 **10 步以内**把损失降到 **0.01 以下**。",
)
FAST_WHY = Text(
    en="**Solved.** With a one-hot label, a very large rate works on the scores themselves: there is no "
    "minimum to overshoot. With a soft label, or with weights, the same rate may overshoot.",
    zh="**成功！**标签是 one-hot 时，直接在得分上下降，很大的学习率也行：那里没有极小值可以冲过头。"
    "换成软标签，或者换成权重，同样的学习率就可能冲过头。",
)
FAST_BROKEN = Text(
    en="Only the learning rate and the step may change. Change the rest back, or restart the puzzle.",
    zh="只能改学习率和步数。请把其他的改回来，或者重做这道题。",
)
ARRIVE_TITLE = Text(en="a place to arrive at", zh="走得到的终点")
ARRIVE = Text(
    en="With a one-hot label the descent never arrives. Change the target so that **at step 100 "
    "every part of the gradient is below 0.00001** in size.",
    zh="标签是 one-hot 时，下降永远走不到终点。改变目标，让**第 100 步时梯度每一项的大小都小于 0.00001**。",
)
ARRIVE_WHY = Text(
    en="**Solved.** A smoothed label lies inside the triangle, where finite scores can get: the descent "
    "comes to p = t and stays.",
    zh="**成功！**平滑后的标签在三角形内部，有限的得分到得了那里：下降走到 p = t 就停住。",
)
ARRIVE_BROKEN = Text(
    en="The scores are no longer 4, −4 and 3. Change them back, or restart the puzzle.",
    zh="得分不再是 4、−4、3 了。请改回来，或者重做这道题。",
)

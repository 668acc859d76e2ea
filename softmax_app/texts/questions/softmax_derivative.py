"""What lesson 7 asks."""

from typing import Final

from softmax_app.texts.text import Text

RATE = Text(en="change of p per unit of z₁", zh="z₁ 每增加 1 时 p 的变化")
OWN = Text(en="∂p₂/∂z₂", zh="∂p₂/∂z₂")
DIGITS = Text(en="correct digits of the derivative", zh="导数的正确位数")
STEPS: Final = (
    Text(en="h = 0.1", zh="h = 0.1"),
    Text(en="h = 10⁻⁵", zh="h = 10⁻⁵"),
    Text(en="h = 10⁻¹²", zh="h = 10⁻¹²"),
)

EQUAL_TITLE = Text(en="one of three equals", zh="三个一样大")
EQUAL = Text(
    en="Three scores are equal, so every p is ⅓. **Raise z₁ a little.** How fast does each "
    "probability change, per unit of z₁?",
    zh="三个得分相等，每个 p 都是 ⅓。把 **z₁ 稍稍提高**，按 z₁ 每增加 1 计，每个概率变化多快？",
)
EQUAL_WHY = Text(
    en="Class 1 gains p(1 − p) = 2/9, and the others lose p·p = 1/9 each: what one class gains, the "
    "others lose, so the three add up to 0.",
    zh="类别 1 增加 p(1 − p) = 2/9，另外两个各减少 p·p = 1/9：一个得到多少，其他的就合计失去多少，所以三者之和为 0。",
)
SURE_TITLE = Text(en="a model that is sure", zh="很有把握的模型")
SURE = Text(
    en="The scores are **0, 20 and 0**: the model is sure of class 2. How fast does p₂ change with "
    "its own score z₂?",
    zh="得分是 **0、20、0**：模型确信是类别 2。p₂ 随它自己的得分 z₂ 变化多快？",
)
SURE_WHY = Text(
    en="The rate is p(1 − p). With p almost 1 it is almost 0, about 4 × 10⁻⁹: softmax has saturated. "
    "It is greatest, ¼, at p = ½.",
    zh="变化率是 p(1 − p)。p 几乎为 1 时，它几乎为 0，约 4 × 10⁻⁹：Softmax 饱和了。p = ½ 时它最大，为 ¼。",
)
CHECK_TITLE = Text(en="the best step for a check", zh="检验用多大的步长")
CHECK = Text(
    en="A derivative is checked by finite differences: move a score by h both ways and divide the "
    "change of the probability by 2h. Which h gives **the most correct digits**?",
    zh="用有限差分检验导数：把一个得分向两边各移动 h，再用概率的变化除以 2h。哪个 h 得到**最多的正确位数**？",
)
CHECK_WHY = Text(
    en="Over too large a step the curve bends; too small a step divides rounding errors by almost "
    "nothing. The best lies between, near the cube root of the rounding error 10⁻¹⁶, about 10⁻⁵.",
    zh="步长太大，会受曲线弯曲的影响；步长太小，等于用几乎为零的数去除舍入误差。"
    "最好的在中间，接近舍入误差 10⁻¹⁶ 的立方根，约 10⁻⁵。",
)
QUARTER_TITLE = Text(en="as sensitive as can be", zh="最灵敏的时候")
QUARTER = Text(
    en="The scores are 4, −4 and 3. Bring a number **on the diagonal** to **0.2499 or more**. (No "
    "entry of the matrix can ever be above ¼.)",
    zh="得分是 4、−4、3。让**对角线上**的某个数达到 **0.2499 或更大**。（矩阵的元素永远不会超过 ¼。）",
)
QUARTER_WHY = Text(
    en="**Solved.** p(1 − p) is largest at p = ½, when one class has as much as all the others "
    "together.",
    zh="**成功！**p(1 − p) 在 p = ½ 时最大，也就是一个类别与其余全部加起来一样多的时候。",
)
UNUSED = Text(en="Nothing here is forbidden.", zh="这里没有禁止的做法。")

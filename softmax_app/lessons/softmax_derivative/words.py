"""Lesson 6: the derivative of softmax."""

from typing import Final

from softmax_app.texts.text import Ask, Text

TITLE = Text(en="The derivative of softmax", zh="Softmax 的导数")
SURPRISE = Text(
    en="When a model is sure, pushing a score hardly moves its probabilities. Why?",
    zh="模型很有把握时，推一推得分，概率几乎不动。为什么？",
)
LEAD = Text(
    en="Move one score a little: which probabilities move, and how fast? All of them do, since all are "
    "divided by one sum. In this table, the **[[Jacobian matrix|jacobian]]**, a column is the score that is "
    "moved, a row the probability that answers. Drag a score, or click a cell to read it.",
    zh="把一个得分稍稍动一下：哪些概率会动，动得多快？全都会动，因为大家除以的是同一个总和。"
    "在这张表（**[[雅可比矩阵|jacobian]]**）里，列是被移动的得分，行是随之变化的概率。拖动一个得分，或点一个格子，看它说了什么。",
)
BY_SCORE = Text(en="score that is moved", zh="被移动的得分")
OF_PROBABILITY = Text(en="probability that answers", zh="随之变化的概率")
COLUMN = Text(en="Column: score that is moved", zh="列：被移动的得分")
ROW = Text(en="Row: probability that answers", zh="行：随之变化的概率")
PROBABILITIES = Text(en="probability p", zh="概率 p")
PICTURE_DESCRIPTION = Text(
    en="The Jacobian matrix of softmax as a table of coloured cells with their numbers: how each "
    "probability, by row, moves with each score, by column. The diagonal is never negative, all "
    "else never positive. Beside each row its probability as a bar. A frame is around the entry "
    "that is read beside the matrix; a click on a cell chooses another.",
    zh="用带数字的彩色格子表示的 Softmax 雅可比矩阵：每行是一个概率，每列是一个得分，"
    "格子里是该概率随该得分的变化率。对角线不为负，其余不为正。每行旁边的柱子是这个概率本身。加框的格子就是旁边解读的元素；点其他格子可以换一个。",
)
OWN_NOTE = Text(
    en="**Raise the score of {moved} by 0.1, and its probability grows by about {small}**: 0.1 times this "
    "rate, p(1 − p). It is fastest at p = ½, where the rate is ¼; a p close to 0 or 1 hardly moves.",
    zh="**把“{moved}”的得分提高 0.1，它的概率大约增加 {small}**：0.1 乘以这个变化率 p(1 − p)。"
    "p = ½ 时最快，变化率是 ¼；p 接近 0 或 1 时几乎不动。",
)
OWN_RATE = Text(en="how fast p of {answers} grows, {rate}", zh="“{answers}”的 p 增加得多快，{rate}")
OTHER_NOTE = Text(
    en="**Raise the score of {moved} by 0.1, and the probability of {answers} falls by about {small}**: "
    "0.1 times this rate, −pᵢpⱼ. It is fastest where both are ½, at −¼; where either p is close to 0, "
    "it hardly moves.",
    zh="**把“{moved}”的得分提高 0.1，“{answers}”的概率大约减少 {small}**：0.1 乘以这个变化率 −pᵢpⱼ。"
    "两个 p 各为 ½ 时最快，变化率是 −¼；其中一个接近 0 时几乎不动。",
)
OTHER_RATE = Text(
    en="how fast p of {answers} moves with z of {moved}, {rate}",
    zh="“{answers}”的 p 随“{moved}”的 z 变化得多快，{rate}",
)
OFF_NOTE = Text(
    en="**Off the diagonal** −[[pᵢpⱼ|indices]], never above 0: what one class gains, the others lose, each in "
    "proportion to what it has. The matrix is symmetric.",
    zh="**对角线外**是 −[[pᵢpⱼ|indices]]，不会大于 0：一个类别得到多少，其他类别就合计失去多少，各自按自己的概率成比例分摊。"
    "矩阵是对称的。",
)
SUMS_NOTE = Text(
    en="**Every column sums to 0:** probabilities only change hands. **Every row, too:** adding the same "
    "to all scores changes nothing. (Largest sum found: {largest}; anything but 0 is rounding.)",
    zh="**每一列之和是 0**：概率只在类别之间此消彼长。**每一行之和也是 0**：给所有得分加同一个数，结果不变。（算出的和，绝对值最大为 {largest}；不为 0 就是舍入误差。）",
)

STEP_NOTE = Text(
    en="**Checked by differences:** with the step h = {step}, no entry is off by more than {worst}. "
    "Move h and watch.",
    zh="**用差分检验**：步长 h = {step} 时，各元素与公式最多相差 {worst}。改变 h，看它怎样变化。",
)

WARM_UP = Text(en="Warm-up: the chain rule on two nodes", zh="热身：两个节点上的链式法则")
WARM_UP_LEAD = Text(
    en="Only {first} is moved; the other exponentials stand still, {rest} in all, and so does m, which "
    "cancels. Above each line "
    "stands its **slope**: what comes out moves that many times as far as what goes in.",
    zh="只移动“{first}”的得分；其他指数值不动，合计 {rest}；m 反正会约去，也当作不动。每条连线上方是它的**斜率**："
    "输出的变化是输入变化的多少倍。",
)
WARM_UP_DESCRIPTION = Text(
    en="A computational graph of two nodes: a score leads to its exponential, and that to its "
    "probability; above each line stands its slope.",
    zh="两个节点的计算图：得分通向指数值，指数值通向概率；每条连线上方是它的斜率。",
)
CHAIN_NOTE = Text(
    en="**Chain rule: along a path slopes multiply.** {outer} · {inner} = {slope}, the first entry "
    "of the matrix. Where several paths lead to the same end, their products add. Done from the end "
    "of the graph backwards, so that each slope is used once for all that lies before it, this is "
    "**backpropagation**.",
    zh="**链式法则：沿一条路径，斜率相乘。**{outer} · {inner} = {slope}，正是矩阵的第一个元素。"
    "有几条路径通向同一处，就把各自的乘积相加。从图的末端往回算，每个斜率只算一次、供前面的所有节点共用，"
    "这就是**反向传播**。",
)

GRAPH = Text(en="How a score reaches every probability", zh="一个得分怎样影响每个概率")
GRAPH_LEAD = Text(
    en="The computational graph. Point at a score, tap it or tab to it: all that depends on it lights up. "
    "Two paths lead to its own probability, straight and through the sum; to each other one only the "
    "second does.",
    zh="计算图。指向或点一个得分（也可以用 Tab 键选中），受它影响的一切都会亮起来。"
    "通向它自己的概率有两条路：直接的，和经过总和的；通向其他概率的只有后一条。",
)
GRAPH_DESCRIPTION = Text(
    en="Computational graph: each score leads to its exponential, all exponentials to their sum, "
    "and each probability comes from its exponential and the sum.",
    zh="计算图：每个得分通向自己的指数值，所有指数值通向总和，每个概率来自自己的指数值和总和。",
)
SUM_NODE = Text(en="sum", zh="总和")

DERIVATION = Text(en="The two cases, line by line", zh="两种情形，一行一行推导")
OWN_LEAD = Text(
    en="How the probability of {first} moves with its own score ([[i = j|indices]]):",
    zh="“{first}”的概率怎样随它自己的得分变化（[[i = j|indices]]）：",
)
OTHER_LEAD = Text(
    en="How the probability of {first} moves with the score of {second} (i ≠ j):",
    zh="“{first}”的概率怎样随“{second}”的得分变化（i ≠ j）：",
)
OWN_REASONS: Final = (
    Text(
        en="quotient rule: the numerator eᵢ and the sum S both move with zᵢ, each with slope eᵢ",
        zh="商的求导法则：分子 eᵢ 与总和 S 都随 zᵢ 变化，斜率都是 eᵢ",
    ),
    Text(en="take out eᵢ ÷ S", zh="提出 eᵢ ÷ S"),
    Text(en="the factors are p and 1 − p", zh="两个因子就是 p 和 1 − p"),
)
OTHER_REASONS: Final = (
    Text(
        en="the sum first: of all its terms only eⱼ holds zⱼ; the others stand still, their slope is 0",
        zh="先看总和：所有项中只有 eⱼ 含有 zⱼ，其余各项不动，斜率为 0",
    ),
    Text(
        en="quotient rule: the numerator eᵢ stands still too, and S moves with slope eⱼ",
        zh="商的求导法则：分子 eᵢ 也不动，S 的斜率是 eⱼ",
    ),
    Text(en="split into a product", zh="拆成两个分式的乘积"),
    Text(en="both factors are probabilities", zh="两个因子都是概率"),
)

CHECK = Text(en="Believe it? Check it", zh="不信？检验一下")
CHECK_LEAD = Text(
    en="Move the score of {first} by h = {step} both ways and divide the change of each "
    "probability by 2h. Over all {count} entries of the matrix the largest difference from the "
    "formula is {worst}. Try h: too large, and the curve bends; too small, and rounding takes "
    "over.",
    zh="把“{first}”的得分向两边各移动 h = {step}，再用每个概率的变化除以 2h。"
    "矩阵的 {count} 个元素中，与公式的最大差别是 {worst}。改变 h 试试：太大，曲线的弯曲就显出来；太小，舍入误差就占了上风。",
)
CHECK_DESCRIPTION = Text(
    en="The first column of the Jacobian by the formula and by finite differences",
    zh="雅可比矩阵的第一列：公式与有限差分的对照",
)
PROBABILITY = Text(en="probability", zh="概率")
BY_FORMULA = Text(en="by the formula", zh="由公式")
BY_DIFFERENCE = Text(en="by differences", zh="由差分")
OFF_BY = Text(en="difference", zh="相差")

TAKEAWAYS = Text(
    en="""
- **One rule for both cases:** $\\partial p_i / \\partial z_j = p_i ([i = j] - p_j)$, where $[i = j]$ is 1 if
  the two are the same and 0 otherwise; that is $J = \\mathrm{diag}(p) - p p^T$,
  the probabilities on the diagonal less the table of all products $p_i p_j$.
- **Softmax cannot be taken apart class by class:** a loss that looks at $p_y$ alone still has a
  slope at every score.
- **Rows sum to 0** because adding the same number to all scores changes nothing; **columns** do
  because the probabilities always add up to 1.
- Where the probabilities are close to 0 and 1 all entries are close to 0: softmax **saturates**.
  That the loss still pulls there when the model is wrong is due to its own slope: that of
  $\\log x$ is $1/x$, so that of $-\\log p_y$ is $-1/p_y$, steep where $p_y$ is small.
""",
    zh="""
- **两种情形，一个公式**：$\\partial p_i / \\partial z_j = p_i ([i = j] - p_j)$，其中 $[i = j]$ 在两者相同时为 1，否则为 0；也就是 $J = \\mathrm{diag}(p) - p p^T$：对角线上放各个概率，再减去所有乘积 $p_i p_j$ 排成的表。
- **Softmax 不能按类别拆开**：即使损失只看 $p_y$，它对每一个得分也都有斜率。
- **每行之和为 0**，因为给所有得分加同一个数，结果不变；**每列之和为 0**，因为概率之和恒为 1。
- 概率接近 0 和 1 时，所有元素都接近 0：Softmax **饱和**了。模型答错时，损失自身的斜率很大，仍能推动得分：$\\log x$ 的斜率是 $1/x$，所以 $-\\log p_y$ 的斜率是 $-1/p_y$，$p_y$ 越小越陡。
""",
)
TRY = Text(
    en="Give one class a score 20 above all others: what becomes of the matrix? Then set "
    "`h = 1` and `h = 1e-15`: why is the check worse both times?",
    zh="让一个类别的得分比其他都高 20：矩阵变成什么样？再分别设 `h = 1` 和 `h = 1e-15`："
    "为什么两次检验都变差了？",
)

# What the lesson asks

GUESS_RATE = Text(en="change of p per unit of z₁", zh="z₁ 每增加 1 时 p 的变化")
GUESS_OWN = Text(en="∂p₂/∂z₂", zh="∂p₂/∂z₂")
GUESS_DIGITS = Text(en="correct digits of the derivative", zh="导数的正确位数")
GUESS_STEPS: Final = (
    Text(en="h = 0.1", zh="h = 0.1"),
    Text(en="h = 10⁻⁵", zh="h = 10⁻⁵"),
    Text(en="h = 10⁻¹²", zh="h = 10⁻¹²"),
)
ASKS: Final = {
    "equal": Ask(
        title=Text(en="one of three equals", zh="三个一样大"),
        ask=Text(
            en="Three scores are equal, so every p is ⅓. **Raise z₁ a little.** How fast does each "
            "probability change, per unit of z₁?",
            zh="三个得分相等，每个 p 都是 ⅓。把 **z₁ 稍稍提高**，按 z₁ 每增加 1 计，每个概率变化多快？",
        ),
        why=Text(
            en="Sport, the first, gains p(1 − p) = 2/9, and the others lose p·p = 1/9 each: what one class gains, the "
            "others lose, so the three add up to 0.",
            zh="第一个（体育）增加 p(1 − p) = 2/9，另外两个各减少 p·p = 1/9：一个得到多少，其他的就合计失去多少，所以三者之和为 0。",
        ),
    ),
    "sure": Ask(
        title=Text(en="a model that is sure", zh="很有把握的模型"),
        ask=Text(
            en="The scores are **0, 20 and 0**: the model is sure of politics. How fast does p₂ change with "
            "its own score z₂?",
            zh="得分是 **0、20、0**：模型确信文章讲的是时政。p₂ 随它自己的得分 z₂ 变化多快？",
        ),
        why=Text(
            en="The rate is p(1 − p). With p almost 1 it is almost 0, about 4\u202f×\u202f10⁻⁹: softmax has saturated. "
            "It is greatest, ¼, at p = ½.",
            zh="变化率是 p(1 − p)。p 几乎为 1 时，它几乎为 0，约 4\u202f×\u202f10⁻⁹：Softmax 饱和了。p = ½ 时它最大，为 ¼。",
        ),
    ),
    "check": Ask(
        title=Text(en="the best step for a check", zh="检验用多大的步长"),
        ask=Text(
            en="A derivative is checked by finite differences: move a score by h both ways and divide the "
            "change of the probability by 2h. Which h gives **the most correct digits**?",
            zh="用有限差分检验导数：把一个得分向两边各移动 h，再用概率的变化除以 2h。哪个 h 得到**最多的正确位数**？",
        ),
        why=Text(
            en="Over too large a step the curve bends; too small a step divides rounding errors by almost "
            "nothing. The best lies between, near the cube root of the rounding error 10⁻¹⁶, about 10⁻⁵.",
            zh="步长太大，会受曲线弯曲的影响；步长太小，等于用几乎为零的数去除舍入误差。"
            "最好的在中间，接近舍入误差 10⁻¹⁶ 的立方根，约 10⁻⁵。",
        ),
    ),
    "quarter": Ask(
        title=Text(en="as sensitive as can be", zh="最灵敏的时候"),
        ask=Text(
            en="The scores are 4, −4 and 3. Bring a number **on the diagonal** to **0.2499 or more**. (No "
            "entry of the matrix can ever be above ¼.)",
            zh="得分是 4、−4、3。让**对角线上**的某个数达到 **0.2499 或更大**。（矩阵的元素永远不会超过 ¼。）",
        ),
        why=Text(
            en="**Solved.** p(1 − p) is largest at p = ½, when one class has as much as all the others "
            "together.",
            zh="**成功**！p(1 − p) 在 p = ½ 时最大，也就是一个类别与其余全部加起来一样多的时候。",
        ),
    ),
}

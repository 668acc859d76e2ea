"""Lesson 3: two classes, and sigmoid."""

from typing import Final

from softmax_app.texts.text import Ask, Text

TITLE = Text(en="Two classes: sigmoid", zh="两个类别：sigmoid")
SURPRISE = Text(
    en="Do two scores say more about two classes than one score does?",
    zh="区分两个类别，两个得分比一个得分说得更多吗？",
)
LEAD = Text(
    en="Is a tumour malignant or benign? For two classes one score is enough: **sigmoid**, "
    "σ(z) = 1 ÷ (1 + e⁻ᶻ), makes P(A) of it, and P(not A) is the rest. Softmax of two scores is "
    "sigmoid of their difference. Drag a score, or the point on the curve; then both together.",
    zh="肿瘤是恶性还是良性？只有两个类别时，一个得分就够了：**sigmoid**，即 σ(z) = 1 ÷ (1 + e⁻ᶻ)，把它变成概率 P(A)，"
    "剩下的就是 P(非 A)。对两个得分做 Softmax，就是对它们的差做 sigmoid。先拖动一个得分，或拖动曲线上的点；再把两个得分一起拖动。",
)
TUMOUR: Final = (Text(en="malignant", zh="恶性"), Text(en="benign", zh="良性"))
FIRST_TWO = Text(
    en="**Two classes have two scores:** here, the first two of yours. All {count} come back in the "
    "second part, further down.",
    zh="**两个类别就是两个得分**：这里用的是你的前两个得分。全部 {count} 个得分在下面的第二部分再用。",
)
PAIR = Text(en="Both together (mean)", zh="一起移动（平均值）")
EXAMPLES = Text(en="Examples for the first two", zh="前两个得分的例子")
CURVE = Text(en="σ(z₁ − z₂)", zh="σ(z₁ − z₂)")
ONE_NODE = Text(en="One score", zh="一个得分")
TWO_NODES = Text(en="Two scores", zh="两个得分")
DIFFERENCE_AXIS = Text(en="difference d = z₁ − z₂", zh="得分之差 d = z₁ − z₂")
PROBABILITY = Text(en="probability", zh="概率")
PICTURE_DESCRIPTION = Text(
    en="The sigmoid curve over the difference of the two scores with the current point, and beside "
    "it two bar charts with equal bars: one score with sigmoid, two scores with softmax.",
    zh="以两个得分之差为横轴的 sigmoid 曲线和当前的点；旁边是两幅柱高相同的柱状图："
    "一个得分的 sigmoid 与两个得分的 Softmax。",
)
CURVE_NOTES: Final = {
    "left": Text(
        en="d = {difference} is below 0, left of the **decision boundary**: {second} is the more "
        "probable class.",
        zh="d = {difference}，小于 0，在**决策边界**的左边：更可能是“{second}”。",
    ),
    "boundary": Text(
        en="d = 0, on the **decision boundary**: both classes are equally probable.",
        zh="d = 0，正在**决策边界**上：两个类别的概率相等。",
    ),
    "right": Text(
        en="d = {difference} is above 0, right of the **decision boundary**: {first} is the more "
        "probable class.",
        zh="d = {difference}，大于 0，在**决策边界**的右边：更可能是“{first}”。",
    ),
}
SAME_NOTE = Text(
    en="**One score says as much as two**, if it is d: one output [[node|node]] is enough. P({first}) ≈ {one} by "
    "sigmoid and {two} by softmax; what is left, {rest}, is P(not {first}): the two add up to 1. Softmax goes on to any number of classes.",
    zh="**只用差值 d 这一个得分，就与用两个得分等效**：一个输出[[节点|node]]就够了。P({first})：sigmoid 给出约 {one}，Softmax 给出约 {two}；"
    "剩下的 {rest} 就是 P(非{first})：两者之和为 1。Softmax 还能推广到任意多个类别。",
)
PAIR_NOTE = Text(
    en="**Only the difference counts.** Move both scores together: the scores change, d and both "
    "probabilities above stay.",
    zh="**只有差才算数**。把两个得分一起移动：得分变了，d 和上面这两个概率都不变。",
)
FIRST_PROBABILITY = Text(en="probability P({first})", zh="概率 P({first})")
SUM_OF_SIGMOIDS = Text(en="sum of the sigmoids", zh="各 sigmoid 之和")
FORMULAS = Text(en="Why they are equal, with these numbers", zh="为什么相等：代入当前数值")
REASONS: Final = (
    Text(en="softmax over two scores", zh="两个得分的 Softmax"),
    Text(
        en="divide above and below by the term of the first class",
        zh="分子分母同除以第一类的那一项",
    ),
    Text(en="that is the sigmoid of the difference", zh="这就是得分之差的 sigmoid"),
    Text(en="and the two probabilities add up to 1", zh="两个概率之和是 1"),
    Text(
        en="from two classes to n: divided in the same way, softmax over all scores has one power for "
        "each other class below; where there is only one, it is sigmoid",
        zh="从两类到 n 类：对全部得分的 Softmax 同样相除，分母中每个其他类别各有一个幂；只有一个时，就是 sigmoid",
    ),
)

SEVERAL = Text(en="When classes do not exclude one another", zh="类别互不排斥的时候")
SEVERAL_LEAD = Text(
    en="An article can be filed under several topics at once, or under none. Such tags are separate "
    "yes-or-no questions: each score gets a sigmoid of its own. Drag one score and see which bars "
    "move.",
    zh="一篇文章可以同时归入几个主题，也可以一个都不归。这样的标记是几道分开回答的是非题："
    "每个得分各用一个 sigmoid。拖动一个得分，看哪些柱子会动。",
)
SOFTMAX = Text(en="One softmax", zh="一个 Softmax")
SIGMOIDS = Text(en="Several sigmoids", zh="多个 sigmoid")
SEVERAL_DESCRIPTION = Text(
    en="Two bar charts of the same scores: softmax, whose bars share 1, and a sigmoid for each "
    "score, whose bars need not add up to 1.",
    zh="同一组得分的两幅柱状图：Softmax 的各柱之和为 1；每个得分各用一个 sigmoid，柱子之和不必为 1。",
)
SOFTMAX_NOTE = Text(
    en="**One softmax:** its bars add up to 1; if one grows, the rest together must shrink. Right for classes "
    "that exclude one another.",
    zh="**一个 Softmax**：各柱之和是 1，一个变大，其余之和必然变小。适合互斥的类别。",
)
SIGMOIDS_NOTE = Text(
    en="**Several sigmoids:** their bars add up to {total}; the sum need not be 1. Each answers its own question, and "
    "only its own score moves it: it is compared with 0, not with the other scores.",
    zh="**多个 sigmoid**：各柱之和是 {total}，不必等于 1。每个回答各自的问题，只随自己的得分变化："
    "得分是和 0 比较，而不是和其他得分比较。",
)
NUMBERS_DESCRIPTION = Text(
    en="Scores, softmax and sigmoids of all classes", zh="所有类别的得分、Softmax 与 sigmoid"
)
SCORE = Text(en="score", zh="得分")
OVER_ALL = Text(en="softmax over all", zh="全部类别的 Softmax")
OWN_SIGMOID = Text(en="its own sigmoid", zh="各自的 sigmoid")

TAKEAWAYS = Text(
    en="""
- **Sigmoid is softmax over two classes**, $\\sigma(z_1 - z_2) = \\mathrm{softmax}(z_1, z_2)_1$; a
  single node with score $z$ is a softmax over $z$ and 0. Two nodes have one score to spare.
- **The decision boundary** is where both are equally probable, $z_1 = z_2$, that is
  $\\sigma = \\tfrac12$. Dividing all scores by a temperature does not move it.
- **One softmax or several sigmoids** is a question about the classes, not about taste: softmax if
  exactly one of them holds, a sigmoid each if any number of them may.
""",
    zh="""
- **sigmoid 就是两个类别的 Softmax**：$\\sigma(z_1 - z_2) = \\mathrm{softmax}(z_1, z_2)_1$；得分为 $z$ 的单个节点，就是对 $z$ 和 0 做 Softmax。两个节点中有一个得分是多余的。
- **决策边界**是两类概率相等的地方：$z_1 = z_2$，即 $\\sigma = \\tfrac12$。把得分都除以温度，也不会移动它。
- **用一个 Softmax 还是多个 sigmoid**，取决于类别本身，而不是喜好：恰好只有一个成立，用 Softmax；可以有任意多个同时成立，就各用一个 sigmoid。
""",
)
TRY = Text(
    en="Add the same number to the first two scores: what changes, and what stays? Then make "
    "them equal: where is the point now?",
    zh="给前两个得分加上同一个数：什么变了，什么没变？再让它们相等：点在哪里？",
)

# What the lesson asks

GUESS_PROBABILITY = Text(en="probability of malignant", zh="恶性的概率")
GUESS_LOSER = Text(en="probability of the other class", zh="另一类的概率")
GUESS_TOTAL = Text(en="sum of the three sigmoids", zh="三个 sigmoid 之和")
ASKS: Final = {
    "hundred": Ask(
        title=Text(en="a hundred higher", zh="都高出一百"),
        ask=Text(
            en="A tumour is scored: malignant 4, benign 3. The probability of malignant is 0.7311. What "
            "is it with **104 and 103**?",
            zh="模型给一个肿瘤打分：恶性 4，良性 3，恶性的概率是 0.7311。得分为 **104 和 103** 时呢？",
        ),
        why=Text(
            en="Only the difference counts, and it is 1 both times: σ(1) ≈ 0.7311. How large the scores "
            "are says nothing about how sure the model is.",
            zh="只有差才算数，两次都是 1：σ(1) ≈ 0.7311。得分本身有多大，并不说明模型有多大把握。",
        ),
    ),
    "double": Ask(
        title=Text(en="twice as far apart", zh="差距加倍"),
        ask=Text(
            en="Two scores differ by 2, and the less probable class has 0.119. Now they differ by **4**. "
            "What is left for it? Half?",
            zh="两个得分相差 2，概率较小的那一类是 0.119。现在相差 **4**，它还剩多少？一半吗？",
        ),
        why=Text(
            en="Each 1 more divides the odds (the ratio of the two probabilities) by e ≈ 2.718, so 2 more "
            "divide them by 7.39. Far to the left, sigmoid falls as fast as exp does, and yet never reaches 0.",
            zh="差每增加 1，两个概率之比就除以 e ≈ 2.718，增加 2 就除以 7.39。在左边远处，sigmoid 像 exp 一样迅速接近 0，却永远到不了。",
        ),
    ),
    "several": Ask(
        title=Text(en="several sigmoids", zh="多个 sigmoid"),
        ask=Text(
            en="An article may be filed under sport, under politics and under science: under all of them, or "
            "none. Each tag has a **sigmoid** of its own, and the scores are 4, 3 and 2. What do the three "
            "probabilities **add up to**?",
            zh="一篇文章可以归入体育，可以归入时政，也可以归入科学：可以全归，也可以全不归。"
            "每个标记各用一个 **sigmoid**，得分是 4、3、2。三个概率**加起来**是多少？",
        ),
        why=Text(
            en="The three are 0.982, 0.953 and 0.881: each answers its own yes-or-no question, and nothing "
            "makes them add up to 1. Softmax would share out 1 among them, as if exactly one of the three "
            "were true.",
            zh="三个概率是 0.982、0.953、0.881：每个只回答自己的是非题，没有什么要求它们之和为 1。"
            "Softmax 则会把 1 分给三者，好像其中恰好只有一个成立。",
        ),
    ),
    "half": Ask(
        title=Text(en="undecided", zh="难分高下"),
        ask=Text(
            en="The scores are 4 and 3. Bring the probability of the first class to **exactly ½**, without touching "
            "its score.",
            zh="得分是 4 和 3。不动第一个类别的得分，让它的概率**恰好是 ½**。",
        ),
        why=Text(
            en="**Solved.** On the decision boundary both scores are equal, whatever they are.",
            zh="**成功**！决策边界上两个得分相等，无论它们是多少。",
        ),
        broken=Text(
            en="The first score is no longer 4. Change it back, or restart the puzzle.",
            zh="第一个得分不再是 4 了。请改回来，或者重做这道题。",
        ),
    ),
}

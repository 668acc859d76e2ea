"""Lesson 3: two classes, and sigmoid."""

from typing import Final

from softmax_app.texts.text import Text

TITLE = Text(en="Two classes: sigmoid", zh="两个类别：sigmoid")
LEAD = Text(
    en="For two classes one score is enough: **sigmoid** turns it into a probability, and the rest "
    "goes to the other class. Softmax over two scores gives the same as sigmoid of their "
    "difference. Drag one score, then both together.",
    zh="只有两个类别时，一个得分就够了：**sigmoid** 把它变成概率，剩下的归另一类。"
    "对两个得分做 Softmax，等于对它们的差做 sigmoid。先拖动一个得分，再把两个一起拖动。",
)
FIRST_TWO = Text(
    en="This part looks at the first two of your {count} classes; the others wait below.",
    zh="这一部分只看你的 {count} 个类别中的前两个，其余的在下面等着。",
)
PAIR = Text(en="Both together (their mean)", zh="两个一起（它们的平均值）")
EXAMPLES = Text(en="Examples for the first two", zh="前两个得分的例子")
CURVE = Text(en="σ(z₁ − z₂)", zh="σ(z₁ − z₂)")
ONE_NODE = Text(en="One node", zh="一个节点")
TWO_NODES = Text(en="Two nodes", zh="两个节点")
DIFFERENCE_AXIS = Text(en="difference d = z₁ − z₂", zh="得分之差 d = z₁ − z₂")
PROBABILITY = Text(en="probability", zh="概率")
PICTURE_DESCRIPTION = Text(
    en="The sigmoid curve over the difference of the two scores with the current point, and beside "
    "it two bar charts with equal bars: one node with sigmoid, two nodes with softmax.",
    zh="以两个得分之差为横轴的 sigmoid 曲线和当前的点；旁边是两幅柱高相同的柱状图："
    "一个节点的 sigmoid 与两个节点的 Softmax。",
)
CURVE_NOTES: Final = (
    Text(
        en="d = {difference} is below 0, left of the **decision boundary**: {second} is the more "
        "probable class.",
        zh="d = {difference}，小于 0，在**决策边界**的左边：更可能是 {second}。",
    ),
    Text(
        en="d = 0, on the **decision boundary**: both classes are equally probable.",
        zh="d = 0，正在**决策边界**上：两个类别的概率相等。",
    ),
    Text(
        en="d = {difference} is above 0, right of the **decision boundary**: {first} is the more "
        "probable class.",
        zh="d = {difference}，大于 0，在**决策边界**的右边：更可能是 {first}。",
    ),
)
SAME_NOTE = Text(
    en="**One node says as much as two.** P({first}) ≈ {one} by sigmoid and {two} by softmax; what "
    "is left, {rest}, is P(not {first}).",
    zh="**一个节点与两个节点等效。**P({first})：sigmoid 给出约 {one}，Softmax 给出约 {two}；"
    "剩下的 {rest} 就是 P(非 {first})。",
)
PAIR_NOTE = Text(
    en="**Only the difference counts.** Move both scores together: the scores change, d and both "
    "probabilities above stay.",
    zh="**只有差才算数。**把两个得分一起移动：得分变了，d 和上面这两个概率都不变。",
)
FORMULAS = Text(en="Why they are equal, with these numbers", zh="为什么相等：代入当前数值")
STEPS: Final = (
    Text(en="softmax over two scores", zh="两个得分的 Softmax"),
    Text(
        en="divide above and below by the term of the first class",
        zh="分子分母同除以第一类的那一项",
    ),
    Text(en="that is the sigmoid of the difference", zh="这就是得分之差的 sigmoid"),
    Text(en="and the two probabilities add up to 1", zh="两个概率之和是 1"),
)

SEVERAL = Text(en="When classes do not exclude one another", zh="类别互不排斥的时候")
SEVERAL_LEAD = Text(
    en="A photo can show a cat, and be taken outdoors, and at night. Such labels are separate "
    "yes-or-no questions: each score gets a sigmoid of its own. Drag one score and see which bars "
    "move.",
    zh="一张照片里可以有猫，同时又是在室外、在夜里拍的。这样的标签是几道分开回答的是非题："
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
    en="The bars add up to 1: if one grows, the rest together must shrink. Right for classes that exclude "
    "one another.",
    zh="各柱之和是 1：一个变大，其余之和必然变小。适合互斥的类别。",
)
SIGMOIDS_NOTE = Text(
    en="The bars add up to {total}; the sum need not be 1. Each answers its own question, and only "
    "its own score moves it. Here the score is compared with 0, not with the other scores.",
    zh="各柱之和是 {total}，不必等于 1。每个回答各自的问题，只随自己的得分变化。"
    "这里的得分是和 0 比较，而不是和其他得分比较。",
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
  $\\sigma = \\tfrac12$. Changing the temperature does not move it.
- **One softmax or several sigmoids** is a question about the classes, not about taste: softmax if
  exactly one of them holds, a sigmoid each if any number of them may.
""",
    zh="""
- **sigmoid 就是两个类别的 Softmax**：$\\sigma(z_1 - z_2) = \\mathrm{softmax}(z_1, z_2)_1$；得分为 $z$ 的单个节点，就是对 $z$ 和 0 做 Softmax。两个节点中有一个得分是多余的。
- **决策边界**是两类概率相等的地方：$z_1 = z_2$，即 $\\sigma = \\tfrac12$。改变温度不会移动它。
- **用一个 Softmax 还是多个 sigmoid**，取决于类别本身，而不是喜好：恰好只有一个成立，用 Softmax；可以有任意多个同时成立，就各用一个 sigmoid。
""",
)

"""The terms of the course, each explained in a line that opens where it is met.

In a text, ``[[words|term]]`` are words that open what is said here of a term.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from softmax_app.texts.text import Text

MARK: Final = re.compile(r"\[\[(?P<words>.+?)\|(?P<term>\w+)\]\]")

# in the order in which the lessons first need them
GLOSSES: Final[Mapping[str, Text]] = {
    "score": Text(
        en="What the model gives each class: a number of any size, larger where the class fits "
        "better. A score that goes into a softmax is also called a logit.",
        zh="模型给每个类别打的分，可以是任何数，越大越相符。送进 Softmax 的得分也叫 logit。",
    ),
    "share": Text(
        en="How much of the whole, 1, a class gets. The article is filed under one topic, its label; a "
        "share of 0.84 by softmax is how sure the model is of that topic, not 84 % of the text.",
        zh="整体 1 之中分给一个类别的那一部分。文章只归入一个主题，也就是它的标签；"
        "Softmax 给出的份额 0.84，说的是模型对这个主题有多大把握，而不是文章有 84% 在讲它。",
    ),
    "hardmax": Text(
        en="1 for the class with the largest score, 0 for all others. How close the others were is lost, "
        "and a small change of a score changes nothing (but where two tie): no slope to learn from.",
        zh="得分最大的类别为 1，其余为 0。别的类别差得多近，全丢掉了；得分略有变化，结果也纹丝不动"
        "（并列时除外），没有斜率可供学习。",
    ),
    "entropy": Text(
        en="How much a distribution leaves open: H(p) = −Σ pᵢ log pᵢ, the average of −log p, with the "
        "natural logarithm. It is 0 where one class has everything, and largest where all have the same.",
        zh="一个分布还剩下多少不确定：H(p) = −Σ pᵢ log pᵢ，也就是 −log p 的平均值（log 是自然对数）。"
        "全归一个类别时为 0，各类别相等时最大。",
    ),
    "nat": Text(
        en="The unit of −log p when log is the natural logarithm, to the base e ≈ 2.718, as it is "
        "everywhere here. (To the base 2 the unit would be the bit.)",
        zh="−log p 的单位。本课程的 log 都是自然对数，以 e ≈ 2.718 为底；若以 2 为底，单位就是比特。",
    ),
    "log": Text(
        en="The natural logarithm, to the base e ≈ 2.718: log x is the power to which e has to be "
        "raised to give x. It turns products into sums.",
        zh="自然对数，以 e ≈ 2.718 为底：log x 就是 e 的多少次方等于 x。它把乘积变成和。",
    ),
    "format": Text(
        en="A number format says with how many bits a computer stores a number, and so how large, "
        "small and exact it can be. float64 takes 64: about 16 digits, up to 1.8\u202f×\u202f10³⁰⁸.",
        zh="数值格式规定计算机用多少位存一个数，因而决定它能多大、多小、多精确。"
        "float64 用 64 位：约 16 位有效数字，最大 1.8\u202f×\u202f10³⁰⁸。",
    ),
    "gradient": Text(
        en="The slopes of the loss, one for each score: how fast it grows as that score grows. The "
        "gradient points uphill, so learning steps against it.",
        zh="损失的斜率，每个得分一个：该得分增大时损失增大得多快。梯度指向上坡，所以学习要逆着它走。",
    ),
    "underflow": Text(
        en="A number too close to 0 for its format is stored as 0: it has underflowed. One that is too large "
        "overflows: it becomes ∞, or nan where the format has no ∞.",
        zh="一个数太接近 0，格式装不下，就存成 0，这叫下溢。太大则是上溢：变成 ∞，没有 ∞ 的格式则给出 nan。",
    ),
    "jacobian": Text(
        en="A table of slopes: row i, column j says how fast pᵢ moves with the score zⱼ while all other "
        "scores stand still. Such a slope is a partial derivative, written ∂pᵢ/∂zⱼ.",
        zh="一张斜率表：第 i 行第 j 列表示其他得分都不动时，pᵢ 随得分 zⱼ 变化得多快。"
        "这样的斜率叫作偏导数，写作 ∂pᵢ/∂zⱼ。",
    ),
    "node": Text(
        en="One output of a neural network: it gives one number, here a score.",
        zh="神经网络的一个输出，它给出一个数，这里就是一个得分。",
    ),
    "nan": Text(
        en="“Not a number”: what a computer answers where a computation has no answer, such as "
        "∞ ÷ ∞ or 0 ÷ 0. Whatever is computed with it is nan again.",
        zh="“不是数”（not a number）：∞ ÷ ∞、0 ÷ 0 这类没有答案的计算，计算机就给出它。"
        "拿它再去计算，结果还是 nan。",
    ),
    "label": Text(
        en="The class that is true, as the data say. In code labels count from 0: label 2 is the "
        "third class.",
        zh="数据给出的真实类别。代码里标签从 0 数起：标签 2 是第三个类别。",
    ),
    "one_hot": Text(
        en="A label as a distribution: 1 for the true class, 0 for all others. Of three classes, the "
        "second is [0, 1, 0].",
        zh="写成分布的标签：真实类别处为 1，其余为 0。三个类别中的第二个是 [0, 1, 0]。",
    ),
    "kl": Text(
        en="Kullback–Leibler divergence, KL(t‖p) = Σ tᵢ log(tᵢ ÷ pᵢ): how much more p is surprised by "
        "what t brings than t itself is. It is 0 exactly when p = t. The other way round, KL(p‖t) is ∞ where some tᵢ is 0 and its pᵢ is not.",
        zh="KL 散度（Kullback–Leibler divergence）：KL(t‖p) = Σ tᵢ log(tᵢ ÷ pᵢ)，"
        "表示面对按 t 出现的类别，p 比 t 自己平均多意外多少。当且仅当 p = t 时为 0。反过来，只要有一个 tᵢ 为 0 而 pᵢ 不为 0，KL(p‖t) 就是 ∞。",
    ),
    "indices": Text(
        en="i and j are any two classes: i that of a probability, j that of a score. eᵢ is the "
        "exponential of the score zᵢ, S the sum of all of them: pᵢ = eᵢ ÷ S.",
        zh="i 和 j 是任意两个类别：i 指概率，j 指得分。eᵢ 是得分 zᵢ 的指数值，S 是所有指数值的总和，"
        "所以 pᵢ = eᵢ ÷ S。",
    ),
    "logit": Text(
        en="Another word for a score that goes into a softmax.",
        zh="送进 Softmax 的得分的另一个名称。",
    ),
    "keras": Text(
        en="A widely used library for neural networks, which TensorFlow includes.",
        zh="一个广泛使用的神经网络库，TensorFlow 自带。",
    ),
    "clip": Text(
        en="To clip a number is to put the limit in its place where it lies beyond one: here, 10⁻⁷ "
        "for every smaller p, and 1 − 10⁻⁷ for every larger one.",
        zh="截断：一个数超出界限时，就用界限代替它；这里凡是小于 10⁻⁷ 的 p 都换成 10⁻⁷，大于 1 − 10⁻⁷ 的都换成 1 − 10⁻⁷。",
    ),
    "layer": Text(
        en="One stage of a neural network: it makes new numbers of those that it is given. The last layer "
        "gives out the scores, or, if a softmax is built into it, the probabilities.",
        zh="神经网络的一级：把收到的数变成新的数。最后一层输出得分；如果里面带有 Softmax，输出的就是概率。",
    ),
    "batch": Text(
        en="Several samples that are computed at once, a row each. Training goes by the mean of their "
        "losses.",
        zh="一起计算的若干个样本，每个一行。训练依据的是它们损失的平均值。",
    ),
    "bias": Text(
        en="A number of each class that is added to its score whatever the input. In z = W x + b a score is "
        "the weights of its class, a row of W, times the measurements x, added up, plus its bias, from b.",
        zh="每个类别一个数，不论输入是什么，都加到它的得分上。z = W x + b 的意思是：用该类别的权重（W 的一行）"
        "乘以各测量值 x，相加，再加上它的偏置（b 中的一个数），就是得分。",
    ),
    "penalty": Text(
        en="A part of the loss that grows with the weights themselves, so that large ones have their price.",
        zh="损失中随权重本身增大的一部分，让过大的权重付出代价。",
    ),
    "token": Text(
        en="What a language model reads and writes, piece by piece: a frequent word is one token, a "
        "rare one several. The space before a word belongs to its token.",
        zh="语言模型读写的最小单位，也叫词元：常见的词是一个 token，少见的词由几个拼成；词前的空格也算在 token 里。",
    ),
    "vocabulary": Text(
        en="All the tokens that a model knows. They are the classes of its softmax.",
        zh="模型认识的全部 token，也就是它的 Softmax 的全部类别。",
    ),
    "perplexity": Text(
        en="e to the power of the entropy H: among so many equally likely tokens the choice would be "
        "as open. Where one token has everything it is 1.",
        zh="e 的 H 次方，H 是熵：相当于在多少个同样可能的 token 里选。全归一个 token 时为 1。",
    ),
    "top_k": Text(
        en="Keep the k likeliest tokens, and cut off the rest.",
        zh="只留下概率最大的 k 个 token，其余截掉。",
    ),
    "top_p": Text(
        en="Keep the fewest of the likeliest tokens that together have at least p of the probability. "
        "They are called the nucleus.",
        zh="从概率最大的 token 开始，留下概率合起来不小于 p 所需的最少几个。这几个叫作核（nucleus），所以 top-p 又叫核采样。",
    ),
    "min_p": Text(
        en="Keep the tokens whose probability is at least p times that of the likeliest one.",
        zh="留下概率不小于最大概率 p 倍的 token。",
    ),
    "query": Text(
        en="A list of d numbers that a word’s place in the text gives: what it looks for. The model "
        "computes it with weights that it has learned.",
        zh="一个词给出的 d 个数，表示它在找什么；由模型用学到的权重算出。",
    ),
    "key": Text(
        en="A list of d numbers, too: what a word has to offer. The better it fits a query, the larger "
        "is their product q·k, the sum of the d products of their numbers.",
        zh="也是 d 个数，表示一个词能提供什么。与查询越相符，两者的点积 q·k（对应的数相乘再相加）就越大。",
    ),
    "head": Text(
        en="One of the parts of a layer that look at the text side by side, each with queries and keys "
        "of its own, so that each can look for something else.",
        zh="一层里有几个头并排看同一段文字，各有自己的查询和键，所以能各找各的。",
    ),
    "attention_share": Text(
        en="What is done with them: each word has a third list of numbers, its value, and the word that "
        "looks takes the mean of all values, weighted by these shares.",
        zh="份额的用处：每个词还有第三列数，叫作值（value）；看的那个词按这些份额，取所有值的加权平均。",
    ),
    "norm": Text(
        en="The size of a whole table in one number, here the Frobenius norm: the root of the sum of all its entries’ squares. The Jacobian "
        "says how fast each share moves with each score; its norm is 0 only where none moves.",
        zh="用一个数表示整张表的大小，这里用 Frobenius 范数：所有元素的平方和再开方。雅可比矩阵说的是每个份额随每个得分变化多快；"
        "只有哪个都不动时，它的范数才是 0。",
    ),
    "causal_mask": Text(
        en="A causal mask hides from each word the words after it: when a model writes, they are not there "
        "yet, and when it learns to predict them, they would give the answer away.",
        zh="因果掩码让每个词看不到它后面的词：模型写到这里时，后面的词还不存在；学习预测它们时，看见了就等于泄露答案。",
    ),
}


def plain(sentence: str) -> str:
    """Return a sentence without its marks.

    >>> plain("a **[[score|score]]** each")
    'a **score** each'
    """
    return MARK.sub(r"\g<words>", sentence)


def parts(words: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a sentence, each with its term, or with "" where it opens none.

    >>> list(parts("a [[score|score]] each"))
    [('a ', ''), ('score', 'score'), (' each', '')]
    """
    start = 0
    for found in MARK.finditer(words):
        yield words[start : found.start()], ""
        yield found["words"], found["term"]
        start = found.end()
    yield words[start:], ""

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
    "entropy": Text(
        en="How much a distribution leaves open: H(p) = −Σ pᵢ log pᵢ, the average of −log p. It is "
        "0 where one class has everything, and largest where all have the same.",
        zh="一个分布还剩下多少不确定：H(p) = −Σ pᵢ log pᵢ，也就是 −log p 的平均值。"
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
        "small and exact it can be. float64 takes 64: about 16 digits, up to 1.8 × 10³⁰⁸.",
        zh="数值格式规定计算机用多少位存一个数，因而决定它能多大、多小、多精确。"
        "float64 用 64 位：约 16 位有效数字，最大 1.8 × 10³⁰⁸。",
    ),
    "gradient": Text(
        en="The slopes of the loss, one for each score: how fast it grows as that score grows. The "
        "gradient points uphill, so learning steps against it.",
        zh="损失的斜率，每个得分一个：该得分增大时损失增大得多快。梯度指向上坡，所以学习要逆着它走。",
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
        "what t brings than t itself is. It is 0 exactly when p = t.",
        zh="KL 散度（Kullback–Leibler divergence）：KL(t‖p) = Σ tᵢ log(tᵢ ÷ pᵢ)，"
        "表示面对按 t 出现的类别，p 比 t 自己平均多意外多少。当且仅当 p = t 时为 0。",
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
        "for every smaller p.",
        zh="截断：一个数超出界限时，就用界限代替它；这里凡是小于 10⁻⁷ 的 p 都换成 10⁻⁷。",
    ),
    "batch": Text(
        en="Several samples that are computed at once, a row each. Training goes by the mean of their "
        "losses.",
        zh="一起计算的若干个样本，每个一行。训练依据的是它们损失的平均值。",
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

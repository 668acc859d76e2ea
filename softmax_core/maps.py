"""From scores to probabilities: hardmax, softmax, and softmax of two classes."""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats, check_scores, check_single_scores
from softmax_core._kernels import shift
from softmax_core._short_rows import quick_for_short_rows, short_softmax
from softmax_core.targets import one_hot


def hardmax(logits: ArrayLike, *, ties: Literal["share", "first"] = "share") -> Floats:
    """Give everything to the largest score: the one-hot indicator of the argmax.

    Formula: ``h_i = [z_i = max_j z_j]``, divided by the number of classes that tie

    This is the limit of ``softmax`` as its temperature goes to 0. With ``ties="first"`` the
    first of the largest scores takes all, as ``numpy.argmax`` and the Hardmax operator of ONNX
    have it. The *value* of the largest score is ``numpy.max``, which is not a hardmax.

    Shapes: (..., n) -> (..., n), each row summing to 1.

    Raises:
        TypeError: the scores are not real numbers.
        ValueError: a score is nan, a row is empty or all -inf, or two scores are +inf.

    Source: https://onnx.ai/onnx/operators/onnx__Hardmax.html

    >>> hardmax([2, 3, 5])
    array([0., 0., 1.])
    >>> hardmax([5, 5, 1]), hardmax([5, 5, 1], ties="first")
    (array([0.5, 0.5, 0. ]), array([1., 0., 0.]))
    """
    if ties not in ("share", "first"):
        raise ValueError(f'ties must be "share" or "first", not {ties!r}')
    scores, top = check_scores(logits)
    if ties == "first":
        return one_hot(scores.argmax(axis=-1), scores.shape[-1])
    winners = np.asarray(scores == top, dtype=np.float64)
    winners /= winners.sum(axis=-1, keepdims=True)
    return winners


@quick_for_short_rows(short_softmax)  # up to 16 scores: the same formula in plain Python
def softmax(logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
    """Turn scores into probabilities that keep their order.

    Formula: ``p_i = exp((z_i - m) / T) / sum_j exp((z_j - m) / T)``, where ``m = max_j z_j``

    Subtracting the maximum changes nothing in exact arithmetic and keeps exp from overflowing;
    it is done before dividing by the temperature, so that a large common offset costs no digits.

    Shapes: logits (..., n), temperature broadcastable to (...) -> (..., n). Every row sums to 1.

    Raises:
        TypeError: the scores or the temperature are not real numbers.
        ValueError: a score is nan, a row is empty or all -inf, two scores are +inf, or the
            temperature is not > 0.

    Source: Blanchard, Higham & Higham (2021), https://doi.org/10.1093/imanum/draa038

    >>> softmax([2, 3, 5]).round(3)
    array([0.042, 0.114, 0.844])
    >>> softmax([2, 3, 5], temperature=[0.5, 1, 2]).round(3)
    array([[0.002, 0.018, 0.98 ],
           [0.042, 0.114, 0.844],
           [0.14 , 0.231, 0.629]])
    """
    shifted = shift(check_scores(logits), temperature)  # (z_i - m) / T
    exponentials = np.exp(shifted, out=shifted)  # in place: a second array costs more than exp
    total = exponentials.sum(axis=-1, keepdims=True)
    probs: Floats = np.divide(exponentials, total, out=exponentials)
    return probs


class SoftmaxSteps(NamedTuple):
    """The intermediates of a softmax: each term of its formula, under its name.

    ``top``, ``total`` have one value a row, shape (...); the others the shape of the scores.
    """

    top: Floats
    shifted: Floats
    exponentials: Floats
    total: Floats
    probs: Floats


def softmax_steps(logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> SoftmaxSteps:
    """Return every step of a softmax, for showing how its answer comes about.

    Formula: ``top = max_j z_j``, ``shifted_i = (z_i - top) / T``,
    ``exponentials_i = exp(shifted_i)``, ``total = sum_j exponentials_j``,
    ``probs_i = exponentials_i / total``

    Shapes: logits (..., n), temperature broadcastable to (...) -> as the fields say.

    Raises: as ``softmax``.

    >>> softmax_steps([2, 3, 5]).exponentials.round(3)
    array([0.05 , 0.135, 1.   ])
    """
    checked = check_scores(logits)
    shifted = shift(checked, temperature)  # (z_i - m) / T
    exponentials = np.exp(shifted)
    total = exponentials.sum(axis=-1)
    probs = exponentials / total[..., np.newaxis]
    return SoftmaxSteps(checked.top[..., 0], shifted, exponentials, total, probs)


def sigmoid(score: ArrayLike) -> Floats:
    """Return the probability that one score gives to one of two classes.

    Formula: ``1 / (1 + exp(-z))``, taken as ``exp(z) / (1 + exp(z))`` for negative z

    It is softmax over two classes, of which only the difference counts:
    ``sigmoid(z_1 - z_2) = softmax([z_1, z_2])_1``. Unlike softmax it looks at each score alone,
    so several sigmoids suit classes that do not exclude one another.

    Shapes: (...) -> (...), a single number as well.

    Raises:
        TypeError: the score is not a real number.
        ValueError: a score is nan.

    >>> sigmoid(1)
    np.float64(0.7310585786300049)
    """
    scores = check_single_scores(score)
    small = np.exp(-abs(scores))  # never above 1: cannot overflow
    share: Floats = np.where(scores >= 0, 1.0, small) / (1.0 + small)
    return share

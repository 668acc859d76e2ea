"""Three ways from scores to shares: linear normalisation, softmax, hardmax."""

from math import log1p
from typing import Literal, NamedTuple, cast

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import (
    Bools,
    CheckedScores,
    Floats,
    as_float64,
    check_scores,
    check_temperature,
)
from softmax_core._kernels import log_total, shift, short_rest, short_softmax, short_surprise


class LinearShares(NamedTuple):
    """What linear normalisation gives, and what is wrong with it.

    ``shares`` has the shape of the scores; the others have one value a row.
    """

    shares: Floats
    total: Floats
    zero_sum: Bools
    negative_share: Bools


def linear_normalize(scores: ArrayLike) -> LinearShares:
    """Divide each score by the sum of its row.

    Formula: ``share_i = z_i / sum_j z_j``

    The shares are a probability distribution only where no score is negative and the sum is
    positive. Elsewhere the division is still done where it can be, and the fields say what came
    of it: ``negative_share`` marks rows with a share below 0 (and so one above 1), a negative
    ``total`` rows whose order is reversed, and ``zero_sum`` rows that cannot be divided (their
    shares are nan). A sum counts as zero when it is no larger than its own rounding error,
    ``n * 2**-53 * sum_j |z_j|``, and is then given as 0: 0.1 + 0.2 - 0.3 is 5.6e-17 in float64.

    Shapes: scores (..., n) -> shares (..., n); total, zero_sum, negative_share (...).

    Raises:
        TypeError: the scores are not real numbers.
        ValueError: a score is nan or infinite, or a row has no score.

    >>> linear_normalize([2, 3, 5]).shares
    array([0.2, 0.3, 0.5])
    >>> linear_normalize([4, -4, 3]).negative_share
    np.True_
    """
    checked = as_float64(scores, name="scores")
    if not np.isfinite(checked).all():
        where = tuple(int(axis[0]) for axis in np.nonzero(~np.isfinite(checked)))
        raise ValueError(f"score at index {where} is not a finite number")
    n_classes = checked.shape[-1]
    with np.errstate(over="ignore", invalid="ignore"):
        total = checked.sum(axis=-1)
    if not np.isfinite(total).all():
        # the sum overflowed: divide numbers small enough to be added
        scaled = checked / (2.0 * n_classes)
        return linear_normalize(scaled)._replace(total=total)
    rounding = (abs(checked) * (n_classes * 2.0**-53)).sum(axis=-1)
    zero_sum = abs(total) <= rounding
    total = np.where(zero_sum, 0.0, total)[()]
    divisor = np.where(zero_sum, np.nan, total)
    with np.errstate(over="ignore"):
        shares = checked / divisor[..., np.newaxis]
    negative_share: Bools = np.logical_or.reduce(shares < 0, axis=-1)
    return LinearShares(shares, total, zero_sum, negative_share)


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
        first = scores.argmax(axis=-1)[..., np.newaxis]
        return np.asarray(np.arange(scores.shape[-1]) == first, dtype=np.float64)
    winners = np.asarray(scores == top, dtype=np.float64)
    winners /= winners.sum(axis=-1, keepdims=True)
    return winners


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
    quick = short_softmax(logits, temperature)
    if quick is not None:
        return quick
    probs = shift(check_scores(logits), temperature)
    np.exp(probs, out=probs)
    probs /= probs.sum(axis=-1, keepdims=True)
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
    shifted = shift(checked, temperature)
    exponentials = np.exp(shifted)
    total = exponentials.sum(axis=-1)
    probs = exponentials / total[..., np.newaxis]
    return SoftmaxSteps(checked.top[..., 0], shifted, exponentials, total, probs)


def log_softmax(logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
    """Return the logarithms of the softmax probabilities, also where those round to 0 or 1.

    Formula: ``log p_i = (z_i - m) / T - log1p(sum_{j != top} exp((z_j - m) / T))``

    The largest term of the sum is exactly 1 and is left to ``log1p``: added to the others, it
    would swallow them whenever one class dominates.

    Shapes: logits (..., n), temperature broadcastable to (...) -> (..., n), all <= 0.

    Raises: as ``softmax``.

    Source: Blanchard, Higham & Higham (2021), https://doi.org/10.1093/imanum/draa038

    >>> log_softmax([0, -40])
    array([-4.24835426e-18, -4.00000000e+01])
    """
    quick = short_surprise(logits, temperature)
    if quick is not None:
        log_rest = log1p(short_rest(logits, temperature, *quick))
        return np.array([one - log_rest for one in quick[1]])
    checked = check_scores(logits)
    shifted = shift(checked, temperature)
    shifted -= log_total(shifted, checked, temperature)
    return shifted


def logsumexp(logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
    """Return the logarithm of the sum of the exponentials: with T = 1, the soft maximum.

    Formula: ``log sum_j exp(z_j / T) = m / T + log1p(sum_{j != top} exp((z_j - m) / T))``

    Shapes: logits (..., n), temperature broadcastable to (...) -> (...). A row of nothing but
    -inf gives -inf, a row with a +inf gives +inf.

    Raises:
        TypeError: the scores or the temperature are not real numbers.
        ValueError: a score is nan, a row is empty, or the temperature is not > 0.

    Source: Blanchard, Higham & Higham (2021), https://doi.org/10.1093/imanum/draa038

    >>> logsumexp([123, 456, 789])
    np.float64(789.0)
    >>> logsumexp([[0, 0], [2, 2]]).round(4)
    array([0.6931, 2.6931])
    """
    quick = short_surprise(logits, temperature)
    if quick is not None:
        highest, _, rest = quick
        return cast(Floats, np.float64(highest / cast(float, temperature) + log1p(rest)))
    scores, top = check_scores(logits, one_winner=False)
    finite_top = np.where(np.isfinite(top), top, 0.0)
    limit = np.isinf(top)[..., 0]
    rows = np.where(np.isfinite(top), scores, 0.0) if limit.any() else scores
    finite = CheckedScores(rows, finite_top)
    shifted = shift(finite, temperature)
    with np.errstate(over="ignore", invalid="ignore"):  # inf / inf: replaced by the limit below
        scaled_top = (top / check_temperature(temperature))[..., 0]
    total = scaled_top + log_total(shifted, finite, temperature, keep=False)[..., 0]
    result: Floats = np.where(limit, top[..., 0], total)[()]
    return result


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
    scores = as_float64(np.asarray(score)[..., np.newaxis], name="scores")[..., 0]
    if np.isnan(scores).any():
        raise ValueError("score is not a number")
    small = np.exp(-abs(scores))  # never above 1: cannot overflow
    share: Floats = np.where(scores >= 0, 1.0, small) / (1.0 + small)
    return share

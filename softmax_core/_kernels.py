"""What softmax, its logarithm and its loss have in common.

Rows of a few classes are computed in plain Python: there, the overhead of NumPy's calls is many
times the computation, and a student's [2, 3, 5] is answered three times sooner.
"""

from math import exp, isnan, log1p
from typing import Any, Final, cast

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import CheckedScores, Floats, check_temperature

SHORT: Final = 16  # classes; beyond, NumPy's loops are faster
DOMINATED: Final = 0.5  # below, the classes but the largest weigh less than a third of all
NEVER_SEEN: Final = -745.2  # exp of less is 0
FLOAT64: Final = np.dtype(np.float64)
ARRAY: Final = np.ndarray


def short_row(logits: Any, temperature: Any) -> list[float] | None:
    """Return one short float64 row as Python numbers, if that is what is asked; else None."""
    if type(logits) is not ARRAY or logits.ndim != 1 or logits.dtype is not FLOAT64:
        return None
    if not 0 < logits.size <= SHORT or type(temperature) is not float or not temperature > 0:
        return None
    row: list[float] = logits.tolist()
    return row


def short_softmax(logits: Any, temperature: Any) -> Floats | None:
    """Return the softmax of one short row, or None where the long way has more to say."""
    row = short_row(logits, temperature)
    if row is None:
        return None
    top = max(row)
    if temperature == 1.0:
        powers = [exp(score - top) for score in row]
    else:
        powers = [exp((score - top) / temperature) for score in row]
    total = sum(powers)
    if isnan(total):  # nan among the scores, or infinite ones
        return None
    return np.array([power / total for power in powers])


def short_surprise(logits: Any, temperature: Any) -> tuple[float, list[float], float] | None:
    """Return m, ``(z_i - m) / T`` and rest of one short row, or None as above."""
    row = short_row(logits, temperature)
    if row is None:
        return None
    top = max(row)
    if temperature == 1.0:
        shifted = [score - top for score in row]
    else:
        shifted = [(score - top) / temperature for score in row]
    powers = list(map(exp, shifted))
    if isnan(sum(powers)):
        return None
    powers.remove(1.0)  # the largest, exp(0)
    return top, shifted, sum(powers)


def short_rest(
    logits: Any, temperature: Any, top: float, shifted: list[float], rest: float
) -> float:
    """Return the rest of one short row, mended as ``log1p_rest`` does where one class dominates."""
    if rest >= DOMINATED or temperature != 1.0:
        return rest
    mended: float = sum(
        exp(one) * (1 + difference_error(score, top, one))
        for score, one in zip(logits.tolist(), shifted, strict=True)
        if NEVER_SEEN < one < 0
    )
    return mended + (shifted.count(0.0) - 1)  # and the classes that tie with the largest


def short_loss(logits: Any, label: Any, temperature: Any) -> Floats | None:
    """Return the cross-entropy of one short row at a label, if that is what is asked."""
    if type(label) is not int:
        return None
    surprise = short_surprise(logits, temperature)
    if surprise is None or not 0 <= label < len(surprise[1]):
        return None
    top, shifted, rest = surprise
    if shifted[label] == 0:  # otherwise the rest is the smaller part of the loss
        rest = short_rest(logits, temperature, top, shifted, rest)
    return cast(Floats, np.float64(log1p(rest) - shifted[label]))


def shift(checked: CheckedScores, temperature: ArrayLike) -> Floats:
    """Return ``(z_i - m) / T`` in a new array: 0 at the top, -inf where a class is impossible."""
    scores, top = checked
    with np.errstate(over="ignore", invalid="ignore"):
        shifted = scores - top  # [1e308, -1e308]: -inf is the right limit
    if np.isposinf(top).any():
        shifted[np.isnan(shifted)] = 0.0  # inf - inf: the one infinite score of its row
    if is_one(temperature):
        return shifted
    divisor = check_temperature(temperature)
    with np.errstate(over="ignore", invalid="ignore"):
        shifted = shifted / divisor
    if np.isposinf(divisor).any():
        impossible = np.isneginf(scores) | (np.isposinf(top) & (scores < top))
        shifted = np.where(np.isposinf(divisor), np.where(impossible, -np.inf, 0.0), shifted)
    return shifted


def log1p_rest(
    shifted: Floats,
    checked: CheckedScores,
    temperature: ArrayLike,
    *,
    keep: bool = True,
) -> Floats:
    """Return ``log1p`` of the sum of the exponentials but the largest, shape (..., 1).

    Without ``keep``, ``shifted`` is overwritten: a second large array costs more than exp does.
    Where one class dominates, the sum is as exact as its few terms are, so these are mended by
    the rounding error of ``z_i - m``, unless a temperature has rounded them once more.
    """
    n_classes = shifted.shape[-1]
    top = shifted.reshape(-1, n_classes).argmax(axis=-1)
    exponentials = np.exp(shifted, out=None if keep else shifted)
    rows = exponentials.reshape(-1, n_classes)
    rows[np.arange(len(rows)), top] = 0.0  # a view: this changes exponentials
    rest: Floats = exponentials.sum(axis=-1, keepdims=True)
    dominated = rest[..., 0] < DOMINATED
    if dominated.any() and is_one(temperature):
        scores, highest = checked.scores[dominated], checked.top[dominated]
        with np.errstate(invalid="ignore", over="ignore"):
            error = difference_error(scores, highest, scores - highest)
        error[~np.isfinite(error)] = 0.0
        rest[dominated] = (exponentials[dominated] * (1 + error)).sum(axis=-1, keepdims=True)
    result: Floats = np.log1p(rest)
    return result


def is_one(temperature: ArrayLike) -> bool:
    """Is this the temperature that changes nothing?"""
    return isinstance(temperature, float | int) and temperature == 1


def difference_error(left: Any, right: Any, difference: Any) -> Any:
    """Return ``(left - right) - difference``, exactly: the error of a rounded subtraction.

    Source: Knuth (1997), The Art of Computer Programming 2, section 4.2.2, theorem B
    """
    back = difference - left
    return (left - (difference - back)) - (right + back)

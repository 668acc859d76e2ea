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
    """Return m, ``(z_i - m) / T`` and ``log1p(rest)`` of one short row, or None as above."""
    row = short_row(logits, temperature)
    if row is None:
        return None
    top = max(row)
    shifted = [(score - top) / temperature for score in row]
    powers = list(map(exp, shifted))
    if isnan(sum(powers)):
        return None
    powers.remove(1.0)  # the largest, exp(0)
    return top, shifted, log1p(sum(powers))


def short_loss(logits: Any, label: Any, temperature: Any) -> Floats | None:
    """Return the cross-entropy of one short row at a label, if that is what is asked."""
    if type(label) is not int:
        return None
    surprise = short_surprise(logits, temperature)
    if surprise is None or not 0 <= label < len(surprise[1]):
        return None
    _, shifted, rest = surprise
    return cast(Floats, np.float64(rest - shifted[label]))


def shift(checked: CheckedScores, temperature: ArrayLike) -> Floats:
    """Return ``(z_i - m) / T`` in a new array: 0 at the top, -inf where a class is impossible."""
    scores, top = checked
    with np.errstate(over="ignore", invalid="ignore"):
        shifted = scores - top  # [1e308, -1e308]: -inf is the right limit
    if np.isposinf(top).any():
        shifted[np.isnan(shifted)] = 0.0  # inf - inf: the one infinite score of its row
    if isinstance(temperature, float | int) and temperature == 1:
        return shifted
    divisor = check_temperature(temperature)
    with np.errstate(over="ignore", invalid="ignore"):
        shifted = shifted / divisor
    if np.isposinf(divisor).any():
        impossible = np.isneginf(scores) | (np.isposinf(top) & (scores < top))
        shifted = np.where(np.isposinf(divisor), np.where(impossible, -np.inf, 0.0), shifted)
    return shifted


def log1p_rest(shifted: Floats, *, keep: bool = True) -> Floats:
    """Return ``log1p`` of the sum of the exponentials but the largest, shape (..., 1).

    Without ``keep`` the argument is overwritten: a second large array costs more than exp does.
    """
    top = shifted.reshape(-1, shifted.shape[-1]).argmax(axis=-1)
    exponentials = np.exp(shifted, out=None if keep else shifted)
    rows = exponentials.reshape(-1, shifted.shape[-1])
    rows[np.arange(len(rows)), top] = 0.0  # a view: this changes exponentials
    rest: Floats = np.log1p(exponentials.sum(axis=-1, keepdims=True))
    return rest

"""What softmax, its logarithm and its loss have in common.

Rows of a few classes are computed in plain Python: there, the overhead of NumPy's calls is many
times the computation, and a student's [2, 3, 5] is answered three times sooner.
"""

from collections.abc import Sequence
from math import exp, isfinite, log1p
from typing import Any, Final, cast

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import CheckedScores, Floats, check_temperature

SHORT: Final = 16  # classes; beyond, NumPy's loops are faster
FLOAT64: Final = np.dtype(np.float64)


def short_row(logits: Any, temperature: Any) -> list[float] | None:
    """Return ``(z_i - m) / T`` of one short float64 row of finite scores, else None."""
    if type(logits) is not np.ndarray or logits.ndim != 1 or logits.dtype is not FLOAT64:
        return None
    if not 0 < logits.size <= SHORT or type(temperature) is not float or not temperature > 0:
        return None
    scores: list[float] = logits.tolist()
    if not isfinite(sum(scores)):  # also where finite scores overflow: the long way answers
        return None
    top = max(scores)
    if temperature == 1.0:
        return [score - top for score in scores]
    return [(score - top) / temperature for score in scores]


def rest_of(shifted: Sequence[float]) -> float:
    """Return ``log1p`` of the sum of the exponentials but the largest, of one row."""
    exponentials = [exp(one) for one in shifted]
    del exponentials[shifted.index(0.0)]  # the top is 0 exactly
    return log1p(sum(exponentials))


def short_loss(logits: Any, label: Any, temperature: Any) -> Floats | None:
    """Return the cross-entropy of one short row at a label, if that is what is asked."""
    shifted = short_row(logits, temperature)
    if shifted is None or type(label) is not int or not 0 <= label < len(shifted):
        return None
    return cast(Floats, np.float64(rest_of(shifted) - shifted[label]))


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


def log1p_rest(shifted: Floats) -> Floats:
    """Return ``log1p`` of the sum of the exponentials but the largest, shape (..., 1)."""
    exponentials = np.exp(shifted)
    rows = exponentials.reshape(-1, shifted.shape[-1])
    top = shifted.reshape(rows.shape).argmax(axis=-1)
    rows[np.arange(len(rows)), top] = 0.0  # a view: this changes exponentials
    rest: Floats = np.log1p(exponentials.sum(axis=-1, keepdims=True))
    return rest

"""What softmax, its logarithm and its loss have in common: the shift, and the sum behind it."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_core._checks import CheckedScores, Floats
from softmax_core._numbers import check_temperature

DOMINATED: Final = 0.5  # below, the classes but the largest weigh less than a third of all
PLENTY: Final = 2.0  # above, log of a sum keeps the sum's digits
BLOCK: Final = 8192  # numbers worked on at once where several arrays are needed


def shift(checked: CheckedScores, temperature: ArrayLike) -> Floats:
    """Return ``(z_i - m) / T`` in a new array: 0 at the top, -inf where a class is impossible."""
    scores, top = checked
    with np.errstate(over="ignore", invalid="ignore"):
        shifted = scores - top  # [1e308, -1e308]: -inf is the right limit
    if (top == np.inf).any():
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


def divide_by_temperature(top: Floats, temperature: ArrayLike) -> Floats:
    """Return ``m / T``, infinite where that is too large for float64."""
    with np.errstate(over="ignore"):
        scaled: Floats = top / check_temperature(temperature)
    return scaled


def zeros_for_limits(checked: CheckedScores) -> CheckedScores:
    """Return the rows, with zeros in place of those whose largest score is infinite."""
    scores, top = checked
    finite = np.isfinite(top)
    if not finite.all():
        scores = np.where(finite, scores, 0.0)
    return CheckedScores(scores, np.where(finite, top, 0.0))


def limits_or(sums: Floats, top: Floats) -> Floats:
    """Return the sums of rows (both (..., 1) -> (...)), but an infinite score is its row's sum."""
    result: Floats = np.where(np.isinf(top), top, sums)[..., 0][()]
    return result


def log_total(
    shifted: Floats, checked: CheckedScores, temperature: ArrayLike, *, keep: bool = True
) -> Floats:
    """Return the logarithm of the sum of the exponentials, shape (..., 1).

    Without ``keep``, ``shifted`` is overwritten: a second large array costs more than exp does.
    A sum close to 1 is taken apart into its largest term, exactly 1, and the rest.
    """
    exponentials = np.exp(shifted, out=None if keep else shifted)
    total: Floats = exponentials.sum(axis=-1, keepdims=True)
    logs: Floats = np.log(total)
    close = np.flatnonzero(total < PLENTY)
    if close.size:
        rest = rest_of_rows(exponentials, close)
        dominated = np.flatnonzero(rest < DOMINATED)
        if dominated.size and is_one(temperature):  # a division has rounded them once more
            rest[dominated] = rest_of_rows(exponentials, close[dominated], checked)
        logs.reshape(-1)[close] = np.log1p(rest)
    return logs


def rest_of_rows(
    exponentials: Floats, rows: NDArray[np.intp], exact: CheckedScores | None = None
) -> Floats:
    """Return the sum of the exponentials but the largest, of some rows.

    Where one class dominates, the rest is as exact as its few terms are: with ``exact``, these
    are mended by the rounding error of ``z_i - m``. In blocks, which hold little memory.
    """
    n_classes = exponentials.shape[-1]
    powers = exponentials.reshape(-1, n_classes)
    rest = np.zeros(len(rows))
    for some, columns in blocks(len(rows), n_classes):
        part = powers[rows[some], columns]
        part[part == 1.0] = 0.0  # there is one: with two, the sum would be PLENTY
        if exact is not None:
            scores = exact.scores.reshape(-1, n_classes)[rows[some], columns]
            part *= 1 + shift_error(scores, exact.top.reshape(-1, 1)[rows[some]])
        rest[some] += part.sum(axis=-1)
    return rest


def blocks(n_rows: int, n_classes: int) -> Iterator[tuple[slice, slice]]:
    """Yield slices of rows and of classes that together cover all, few numbers at a time."""
    at_once = max(1, BLOCK // n_classes)
    for start in range(0, n_rows, at_once):
        for left in range(0, n_classes, BLOCK):
            yield slice(start, start + at_once), slice(left, left + BLOCK)


def shift_error(scores: Floats, top: Floats) -> Floats:
    """Return the rounding errors of ``scores - top``, 0 where that is infinite."""
    with np.errstate(invalid="ignore", over="ignore"):
        error: Floats = difference_error(scores, top, scores - top)
    error[~np.isfinite(error)] = 0.0
    return error


def is_one(temperature: ArrayLike) -> bool:
    """Is this the temperature that changes nothing?"""
    return isinstance(temperature, float | int) and temperature == 1


def difference_error(left: Any, right: Any, difference: Any) -> Any:
    """Return ``(left - right) - difference``, exactly: the error of a rounded subtraction.

    Source: Knuth (1997), The Art of Computer Programming 2, section 4.2.2, theorem B
    """
    back = difference - left
    return (left - (difference - back)) - (right + back)

"""One row of a few classes, in plain Python.

There, the overhead of NumPy's calls is many times the computation, and a student's [2, 3, 5] is
answered three times sooner. A function decorated here is the formula for everything else.
"""

from collections.abc import Callable
from functools import wraps
from math import exp, isnan, log1p
from typing import Any, Final, Protocol, cast

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats
from softmax_core._kernels import DOMINATED, difference_error

SHORT: Final = 16  # classes; beyond, NumPy's loops are faster
NEVER_SEEN: Final = -745.2  # exp of less is 0
FLOAT64: Final = np.dtype(np.float64)
ARRAY: Final = np.ndarray


class OfLogits(Protocol):
    """A function of logits at a temperature."""

    def __call__(self, logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
        """Return one array."""


class OfTargets(Protocol):
    """A function of logits and targets at a temperature."""

    def __call__(
        self, logits: ArrayLike, targets: ArrayLike, *, temperature: ArrayLike = 1.0
    ) -> Floats:
        """Return one array."""


def quick_for_short_rows(
    short: Callable[[Any, Any], Floats | None],
) -> Callable[[OfLogits], OfLogits]:
    """Let ``short`` answer first, and the decorated function where ``short`` returns None."""

    def decorate(function: OfLogits) -> OfLogits:
        @wraps(function)  # its parameters are spelled out: passing *args on costs time
        def answer(logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
            quick = short(logits, temperature)
            return function(logits, temperature=temperature) if quick is None else quick

        return answer

    return decorate


def quick_for_labelled_rows(
    short: Callable[[Any, Any, Any], Floats | None],
) -> Callable[[OfTargets], OfTargets]:
    """Do the same for a function of targets."""

    def decorate(function: OfTargets) -> OfTargets:
        @wraps(function)
        def answer(
            logits: ArrayLike, targets: ArrayLike, *, temperature: ArrayLike = 1.0
        ) -> Floats:
            quick = short(logits, targets, temperature)
            return function(logits, targets, temperature=temperature) if quick is None else quick

        return answer

    return decorate


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
    """Return the rest of one short row, mended where one class dominates."""
    if rest >= DOMINATED or temperature != 1.0:
        return rest
    mended: float = sum(
        exp(one) * (1 + difference_error(score, top, one))
        for score, one in zip(logits.tolist(), shifted, strict=True)
        if NEVER_SEEN < one < 0
    )
    return mended  # no class ties with the largest: the rest would be 1 or more


def short_logsumexp(logits: Any, temperature: Any) -> Floats | None:
    """Return the logsumexp of one short row, or None as above."""
    surprise = short_surprise(logits, temperature)
    if surprise is None:
        return None
    top, _, rest = surprise
    return cast(Floats, np.float64(top / temperature + log1p(rest)))


def short_log_softmax(logits: Any, temperature: Any) -> Floats | None:
    """Return the logarithms of the softmax of one short row, or None as above."""
    surprise = short_surprise(logits, temperature)
    if surprise is None:
        return None
    log_rest = log1p(short_rest(logits, temperature, *surprise))
    return np.array([one - log_rest for one in surprise[1]])


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

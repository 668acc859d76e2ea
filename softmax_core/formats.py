"""Number formats, where exp leaves them, and softmax with every step rounded to one."""

import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple, get_args

import ml_dtypes
import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_core._checks import check_scores

FormatName = Literal["float64", "float32", "float16", "bfloat16", "float8_e5m2", "float8_e4m3fn"]
FORMATS: Final[tuple[FormatName, ...]] = get_args(FormatName)

_Numbers = NDArray[Any]  # numbers in any of the formats


class FormatLimits(NamedTuple):
    """What a format holds, and the scores at which exp leaves it.

    ``tiny`` is its smallest normal number: what is smaller has fewer digits.
    ``last_finite`` and ``first_overflow`` are neighbours in the format: exp of the one is the
    last that it holds, exp of the other is infinite (nan where the format has no infinity).
    Below ``smallest_normal`` exp loses digits, below ``smallest_nonzero`` it is 0.
    """

    largest: float
    tiny: float
    epsilon: float
    last_finite: float
    first_overflow: float
    smallest_normal: float
    smallest_nonzero: float


class FormatSteps(NamedTuple):
    """Softmax step by step in a format, every number in it given as float64.

    ``scores`` are the input rounded to the format, ``shifted`` what exp is taken of,
    ``total`` (...) the sum, the others (..., n). ``warnings`` is what NumPy said meanwhile.
    """

    scores: NDArray[np.float64]
    shifted: NDArray[np.float64]
    exponentials: NDArray[np.float64]
    total: NDArray[np.float64]
    probs: NDArray[np.float64]
    warnings: tuple[str, ...]


class FormatLogs(NamedTuple):
    """Log-probabilities by two routes, every step rounded to a format, given as float64."""

    from_probs: NDArray[np.float64]
    from_logits: NDArray[np.float64]


def format_dtype(name: FormatName) -> np.dtype[Any]:
    """Return the NumPy dtype of a format.

    Raises: ValueError: there is no such format.

    >>> format_dtype("float16").itemsize
    2
    """
    if name not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}, not {name!r}")
    own = {"float64": np.float64, "float32": np.float32, "float16": np.float16}
    return np.dtype(own.get(name) or getattr(ml_dtypes, name))


@lru_cache(maxsize=len(FORMATS))
def format_limits(name: FormatName) -> FormatLimits:
    """Find where exp leaves a format, by looking between its neighbouring numbers.

    Raises: ValueError: there is no such format.

    >>> format_limits("float64").last_finite
    709.782712893384
    >>> format_limits("bfloat16").first_overflow
    89.0
    """
    dtype = format_dtype(name)
    information = _information(dtype)
    largest, tiny = float(information.max), float(information.smallest_normal)

    def stays_finite(score: _Numbers) -> bool:
        return bool(np.isfinite(_exp(score)))

    last = _last(dtype, stays_finite, negative=False)
    return FormatLimits(
        largest=largest,
        tiny=tiny,
        epsilon=float(information.eps),
        last_finite=last,
        first_overflow=_next(dtype, last),
        smallest_normal=_last(dtype, lambda z: float(_exp(z)) >= tiny, negative=True),
        smallest_nonzero=_last(dtype, lambda z: float(_exp(z)) > 0, negative=True),
    )


def largest_equal_score(name: FormatName, n_classes: int) -> float:
    """Return the largest score at which ``n_classes`` equal exponentials still have a finite sum.

    It is close to ``log(largest) - log(n_classes)``: a sum overflows before its terms do.

    Raises: ValueError: there is no such format, or ``n_classes`` is not positive.

    >>> largest_equal_score("float16", 3)
    9.984375
    """
    if n_classes < 1:
        raise ValueError(f"n_classes must be at least 1, not {n_classes}")

    def adds_up(score: _Numbers) -> bool:
        return bool(np.isfinite(_sum(np.repeat(_exp(score), n_classes))))

    return _last(format_dtype(name), adds_up, negative=False)


def softmax_in_format(logits: ArrayLike, name: FormatName, *, shifted: bool = False) -> FormatSteps:
    """Return softmax as a textbook computes it, each step rounded to a number format.

    Formula: ``exp(z_i) / sum_j exp(z_j)``; with ``shifted``, of ``z_i - m``, ``m = max_j z_j``

    The sum is taken from left to right. Overflow, 0/0 and underflow happen as they do in the
    format; they are the subject, so the warnings of NumPy are returned and none is raised.

    Shapes: logits (..., n) -> as the fields of ``FormatSteps`` say.

    Raises: TypeError, ValueError: as ``softmax``; ValueError: there is no such format.

    >>> softmax_in_format([123, 456, 789], "float64").probs
    array([ 0.,  0., nan])
    >>> softmax_in_format([123, 456, 789], "float64", shifted=True).probs
    array([5.75274406e-290, 2.39848787e-145, 1.00000000e+000])
    """
    dtype = format_dtype(name)
    scores = check_scores(logits).scores
    with warnings.catch_warnings(record=True) as raised, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        rounded = scores.astype(dtype)
        exponents = rounded - rounded.max(axis=-1, keepdims=True) if shifted else rounded
        exponentials = _exp(exponents)
        total = _sum(exponentials)
        probs = exponentials / total[..., np.newaxis]
    steps = (rounded, exponents, exponentials, total, probs)
    said = dict.fromkeys(str(one.message) for one in raised)  # each sentence once, in order
    scores, exponents, exponentials, total, probs = (
        np.asarray(step, dtype=np.float64) for step in steps
    )
    return FormatSteps(scores, exponents, exponentials, total, probs, tuple(said))


def log_softmax_in_format(logits: ArrayLike, name: FormatName) -> FormatLogs:
    """Return the logarithms of a shifted softmax by two routes, each step rounded to a format.

    Formula: ``from_probs = log(exp(z_i - m) / S)``, ``from_logits = (z_i - m) - log(S)``, where
    ``S = sum_j exp(z_j - m)``

    Subtracting the maximum does not save the first: a probability that underflows to 0 has a
    logarithm of -inf, where the second still knows how improbable the class is.

    Shapes: logits (..., n) -> each (..., n).

    Raises: as ``softmax_in_format``.

    >>> log_softmax_in_format([0, 666, 1], "float32").from_probs
    array([-inf,   0., -inf])
    >>> log_softmax_in_format([0, 666, 1], "float32").from_logits
    array([-666.,    0., -665.])
    """
    dtype = format_dtype(name)
    steps = softmax_in_format(logits, name, shifted=True)
    with np.errstate(all="ignore"):
        from_probs = np.log(steps.probs.astype(dtype))
        from_logits = (
            steps.shifted.astype(dtype) - np.log(steps.total.astype(dtype))[..., np.newaxis]
        )
    return FormatLogs(from_probs.astype(np.float64), from_logits.astype(np.float64))


def _information(dtype: np.dtype[Any]) -> Any:
    return ml_dtypes.finfo(dtype)  # type: ignore[no-untyped-call]


def _exp(numbers: _Numbers) -> _Numbers:
    """Return exp rounded to the format of its argument."""
    result: _Numbers = np.exp(numbers)
    return result


def _sum(numbers: _Numbers) -> _Numbers:
    """Add along the last axis from left to right, each partial sum rounded to the format."""
    return np.asarray(np.add.accumulate(numbers, axis=-1)[..., -1])


def _ordered(dtype: np.dtype[Any], rank: int, *, negative: bool) -> _Numbers:
    """Return the format's number of a rank: floats of one sign are ordered as their bits are."""
    bits = np.array(rank, dtype=f"u{dtype.itemsize}").view(dtype)
    return -bits if negative else bits


def _last(dtype: np.dtype[Any], holds: Callable[[_Numbers], bool], *, negative: bool) -> float:
    """Return the number farthest from 0 for which ``holds`` is still true, by bisection."""
    infinite = int(np.asarray(_information(dtype).max).view(f"u{dtype.itemsize}")) + 1
    true, false = 0, infinite
    with np.errstate(all="ignore"):
        while false - true > 1:
            middle = (true + false) // 2
            if holds(_ordered(dtype, middle, negative=negative)):
                true = middle
            else:
                false = middle
    return float(_ordered(dtype, true, negative=negative))


def _next(dtype: np.dtype[Any], number: float) -> float:
    rank = int(np.asarray(number, dtype=dtype).view(f"u{dtype.itemsize}"))
    return float(_ordered(dtype, rank + 1, negative=False))

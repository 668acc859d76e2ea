"""Number formats, where exp leaves them, and softmax with every step rounded to one."""

from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple, get_args

import ml_dtypes
import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_core._checks import check_integer, check_scores
from softmax_core._formats import add_in_order, bounds, hear_warnings, last_number, next_number

FormatName = Literal["float64", "float32", "float16", "bfloat16", "float8_e5m2", "float8_e4m3fn"]
FORMATS: Final[tuple[FormatName, ...]] = get_args(FormatName)


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


@lru_cache(maxsize=len(FORMATS))  # found once for each format
def format_limits(name: FormatName) -> FormatLimits:
    """Find where exp leaves a format, by looking between its neighbouring numbers.

    Raises: ValueError: there is no such format.

    >>> format_limits("float64").last_finite
    709.782712893384
    >>> format_limits("bfloat16").first_overflow
    89.0
    """
    dtype = format_dtype(name)
    largest, tiny, epsilon = bounds(dtype)
    last_finite = last_number(dtype, lambda z: np.isfinite(np.exp(z)))
    first_overflow = next_number(dtype, last_finite)
    smallest_normal = last_number(dtype, lambda z: float(np.exp(z)) >= tiny, negative=True)
    smallest_nonzero = last_number(dtype, lambda z: float(np.exp(z)) > 0, negative=True)
    return FormatLimits(
        largest, tiny, epsilon, last_finite, first_overflow, smallest_normal, smallest_nonzero
    )


def largest_equal_score(name: FormatName, n_classes: int) -> float:
    """Return the largest score at which ``n_classes`` equal exponentials still have a finite sum.

    It is close to ``log(largest) - log(n_classes)``: a sum overflows before its terms do.

    Raises:
        TypeError: ``n_classes`` is not whole.
        ValueError: there is no such format, or ``n_classes`` is not positive.

    >>> largest_equal_score("float16", 3)
    9.984375
    """
    if check_integer(n_classes, name="n_classes") < 1:
        raise ValueError(f"n_classes must be at least 1, not {n_classes}")
    return last_number(
        format_dtype(name),
        lambda z: np.isfinite(add_in_order(np.repeat(np.exp(z), n_classes))),
    )


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
    with hear_warnings() as said:
        rounded = scores.astype(dtype)
        exponents = rounded - rounded.max(axis=-1, keepdims=True) if shifted else rounded
        exponentials = np.exp(exponents)
        total = add_in_order(exponentials)
        probs = exponentials / total[..., np.newaxis]
    return _in_float64(FormatSteps(rounded, exponents, exponentials, total, probs, tuple(said)))


def _in_float64(steps: FormatSteps) -> FormatSteps:
    """Return the steps with every number in float64, which holds those of all formats."""
    scores, shifted, exponentials, total, probs = (
        np.asarray(numbers, dtype=np.float64) for numbers in steps[:-1]
    )
    return FormatSteps(scores, shifted, exponentials, total, probs, steps.warnings)


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
        log_total = np.log(steps.total.astype(dtype))[..., np.newaxis]
        from_logits = steps.shifted.astype(dtype) - log_total
    return FormatLogs(from_probs.astype(np.float64), from_logits.astype(np.float64))

"""Ways to make scores positive, and what singles out exp among them."""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats, check_scores, real_numbers
from softmax_core.linear import linear_normalize
from softmax_core.maps import sigmoid, softmax

PositiveWay = Literal["exp", "power_of_2", "square", "relu", "softplus"]
POSITIVE_WAYS: Final[tuple[PositiveWay, ...]] = get_args(PositiveWay)
LN_2: Final = float(np.log(2.0))
SMALLEST_NORMAL: Final = np.finfo(np.float64).smallest_normal


class Positive(NamedTuple):
    """Scores made positive: the values, the slopes there, and the shares of their sum.

    All have the shape of the scores. Shares are nan where every value is 0.
    """

    values: Floats
    slopes: Floats
    shares: Floats


class ExpStep(NamedTuple):
    """What exp does over a step: heights at both ends, their ratio, and the slopes.

    ``slope`` is that of the tangent at the start, ``secant`` that of the line through both ends.
    """

    height: Floats
    next_height: Floats
    ratio: Floats
    slope: Floats
    secant: Floats


@np.errstate(over="ignore")  # a value beyond float64 is infinite, without a warning
def make_positive(scores: ArrayLike, way: PositiveWay) -> Positive:
    """Make scores positive (or at least not negative) in one of several ways, and share them out.

    Formula: ``exp``: e^z, slope e^z; ``power_of_2``: 2^z, slope 2^z ln 2; ``square``: z^2, slope
    2z; ``relu``: max(0, z), slope [z > 0]; ``softplus``: log(1 + e^z), slope sigmoid(z).
    Shares: ``value_i / sum_j value_j``

    The shares of ``exp`` are softmax. Those of ``power_of_2`` are softmax at a temperature of
    1 / ln 2: another base is another temperature. These, and those of ``square``, are given even
    where values are infinite.

    Shapes: scores (..., n) -> each (..., n).

    Raises:
        TypeError: the scores are not real numbers.
        ValueError: a score is nan or infinite, a row is empty, or there is no such way.

    Source: softplus: Dugas et al. (2001), https://papers.nips.cc/paper/1920

    >>> make_positive([2, 3, 5], "square").shares.round(3)
    array([0.105, 0.237, 0.658])
    >>> make_positive([-1, 2], "relu").values
    array([0., 2.])
    """
    z = _check_finite(scores)
    ways: dict[PositiveWay, Callable[[], tuple[Floats, Floats]]] = {
        "exp": lambda: (np.exp(z), np.exp(z)),
        "power_of_2": lambda: (np.exp2(z), np.exp2(z) * LN_2),
        "square": lambda: (np.square(z), 2 * z),
        "relu": lambda: (np.maximum(z, 0.0), (z > 0).astype(np.float64)),
        "softplus": lambda: (np.logaddexp(0.0, z), sigmoid(z)),
    }  # each a lambda: only the one that is asked for is computed
    values, slopes = ways[_check_way(way)]()
    return Positive(values, slopes, _shares(z, values, way))


def _check_finite(scores: ArrayLike) -> Floats:
    """Return the scores, none of which may be infinite."""
    checked = check_scores(scores).scores
    if not np.isfinite(checked).all():
        raise ValueError("scores must be finite numbers")
    return checked


def _check_way(way: PositiveWay) -> PositiveWay:
    """Return the way, if it is one."""
    if way not in POSITIVE_WAYS:
        raise ValueError(f"way must be one of {', '.join(POSITIVE_WAYS)}, not {way!r}")
    return way


def _shares(scores: Floats, values: Floats, way: PositiveWay) -> Floats:
    """Return ``value_i / sum_j value_j``, also where values are too large for float64."""
    if way == "exp":
        return softmax(scores)
    if way == "power_of_2":
        return softmax(scores, temperature=1 / LN_2)
    if way == "square":
        exponent = np.frexp(np.abs(scores).max(axis=-1, keepdims=True))[1]
        values = np.square(np.ldexp(scores, -np.maximum(exponent, 0)))  # none can overflow
    return linear_normalize(values).shares


def exp_step(start: ArrayLike, step: ArrayLike) -> ExpStep:
    """Return what exp does over a step: adding to x multiplies y, and the slope is the height.

    Formula: ``height = e^x``, ``next_height = e^(x + d)``, ``ratio = e^d``, ``slope = e^x``,
    ``secant = (e^(x + d) - e^x) / d = e^x (e^d - 1) / d``

    The secant is taken by ``expm1``, which loses no digits however small the step is; where a
    factor of it is too large or too small for float64, from the higher end.

    Shapes: start and step, broadcast -> each of that shape.

    Raises:
        TypeError: a number is not real.
        ValueError: a number is not finite, or a step is 0.

    >>> step = exp_step(0.0, 1.0)
    >>> float(step.height), float(step.ratio)
    (1.0, 2.718281828459045)
    """
    x, d = _check_step(start, step)
    with np.errstate(over="ignore"):
        height = np.exp(x)
        return ExpStep(height, np.exp(x + d), np.exp(d), height, _secant(x, d, height))


def _secant(x: Floats, d: Floats, height: Floats) -> Floats:
    """Return ``e^x (e^d - 1) / d``, and where that is lost, ``e^m (1 - e^-|d|) / |d|``.

    ``m`` is the higher end; its power is taken as a square, whose root float64 holds.
    """
    with np.errstate(invalid="ignore"):  # 0 times infinity
        secant = height * (np.expm1(d) / d)
    width = np.abs(d)
    root = np.exp(np.maximum(x, x + d) / 2)
    far = root * (root * (-np.expm1(-width) / width))
    result: Floats = np.where(np.isfinite(secant) & (height >= SMALLEST_NORMAL), secant, far)
    return result[()]


def _check_step(start: ArrayLike, step: ArrayLike) -> tuple[Floats, Floats]:
    """Return the starts and the steps in one shape."""
    pair = (real_numbers(value, name="start and step") for value in (start, step))
    x, d = np.broadcast_arrays(*pair)
    if not (np.isfinite(x) & np.isfinite(d) & (d != 0)).all():
        raise ValueError("start and step must be finite numbers, and the step not 0")
    return x, d

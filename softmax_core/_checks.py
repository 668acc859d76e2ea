"""What every function here asks of its input, and the sentences it says when the answer is no."""

import operator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Labels = NDArray[np.intp]

LARGEST_COUNT = int(np.iinfo(np.intp).max)  # of what one array holds
LARGEST_DISTRIBUTION_ERROR = 1e-6  # how far a row of probabilities may be from summing to 1


class CheckedScores(NamedTuple):
    """Scores as float64 (shape (..., n)) and the largest of each row (shape (..., 1))."""

    scores: Floats
    top: Floats


def as_float64(values: ArrayLike, *, name: str) -> Floats:
    """Return ``values`` as a float64 array of at least one dimension and one class."""
    if isinstance(values, np.ma.MaskedArray):
        raise TypeError(f"{name} must be real numbers, not a masked array: fill with -inf")
    array = real_numbers(values, name=name)
    if array.ndim == 0:
        raise ValueError(f"{name} must stand in a row of classes, not be a single number")
    if array.shape[-1] == 0:
        raise ValueError(f"a row of {name} needs at least one score")
    return array


def real_numbers(values: ArrayLike, *, name: str, are: str = "real numbers") -> Floats:
    """Return ``values`` as a float64 array of any shape."""
    if isinstance(values, np.ma.MaskedArray):
        raise TypeError(f"{name} must be {are}, not a masked array")
    array = np.asarray(values)
    # "same_kind" lets every real number through, bool and bfloat16 too, and no complex or str
    if not np.can_cast(array.dtype, np.float64, casting="same_kind"):
        raise TypeError(f"{name} must be {are}, not {array.dtype}")
    return _fitting(array, name)


def _fitting(array: NDArray[np.generic], name: str) -> Floats:
    """Return an array as float64, or say that a number of it is too large for that."""
    with np.errstate(over="ignore"):
        converted = np.asarray(array, dtype=np.float64)
    is_wider = array.dtype.itemsize > converted.itemsize
    if is_wider and (np.isinf(converted) & (array != converted)).any():
        raise ValueError(f"{name} must not be too large for float64")
    return converted


def check_scores(logits: ArrayLike, *, one_winner: bool = True) -> CheckedScores:
    """Return the scores and their row maxima, or say which score has no answer.

    ``one_winner`` refuses the rows without a limit to give: nothing but -inf, or two +inf.
    """
    scores = as_float64(logits, name="scores")
    top = scores.max(axis=-1, keepdims=True)
    # nan and inf always reach the maximum: a small array to look at in place of the large one
    if np.isfinite(top).all():
        return CheckedScores(scores, top)
    if np.isnan(top).any():
        where = tuple(int(axis[0]) for axis in np.nonzero(np.isnan(scores)))
        raise ValueError(f"score at index {where} is not a number")
    if one_winner and (np.isposinf(scores).sum(axis=-1) > 1).any():
        raise ValueError("two infinite scores have no unique answer")
    if one_winner and np.isneginf(top).any():
        raise ValueError("every score is -inf: at least one class must be possible")
    return CheckedScores(scores, top)


def check_finite_scores(scores: ArrayLike) -> Floats:
    """Return the scores, or say which one is nan or infinite."""
    checked = as_float64(scores, name="scores")
    if not np.isfinite(checked).all():
        where = tuple(int(axis[0]) for axis in np.nonzero(~np.isfinite(checked)))
        raise ValueError(f"score at index {where} is not a finite number")
    return checked


def check_single_scores(scores: ArrayLike) -> Floats:
    """Return scores that stand each for itself and need no row."""
    checked = real_numbers(scores, name="scores")
    if np.isnan(checked).any():
        raise ValueError("score is not a number")
    return checked


def check_distribution(probs: ArrayLike) -> Floats:
    """Return rows of probabilities: not negative, and summing to 1."""
    checked = as_float64(probs, name="probabilities")
    if not (checked >= 0).all():
        raise ValueError("probabilities must be numbers >= 0")
    with np.errstate(over="ignore"):
        total = checked.sum(axis=-1)
    if not (abs(total - 1) <= LARGEST_DISTRIBUTION_ERROR).all():
        raise ValueError("probabilities must sum to 1")
    return checked


def check_integer(value: int, *, name: str) -> int:
    """Return a whole number that an array could have as its length."""
    try:
        found = operator.index(value)
    except TypeError:
        raise TypeError(f"{name} must be an integer, not {value!r}") from None
    if found > LARGEST_COUNT:
        raise ValueError(f"{name} must not be above {LARGEST_COUNT}")
    return found


def check_labels(labels: ArrayLike, n_classes: int) -> Labels:
    """Return labels as indices of classes."""
    if check_integer(n_classes, name="n_classes") < 1:
        raise ValueError(f"n_classes must be at least 1, not {n_classes}")
    array = np.asarray(labels)
    if array.dtype.kind not in "iu":
        raise TypeError(f"labels must be integers, not {array.dtype}")
    if ((array < 0) | (array >= n_classes)).any():
        raise ValueError(f"labels must be from 0 to {n_classes - 1}: there are {n_classes} classes")
    return array.astype(np.intp)


def check_row_labels(labels: ArrayLike, shape: tuple[int, ...]) -> Labels:
    """Return labels for the rows of scores of a shape."""
    checked = check_labels(labels, shape[-1])
    if checked.ndim >= len(shape):
        raise ValueError(
            "integer targets are labels, one label for each row: distributions must be floats"
        )
    return checked


def are_labels(targets: ArrayLike) -> bool:
    """Are the targets labels, one a row, and not distributions?"""
    array = np.asarray(targets)
    return array.ndim == 0 or array.dtype.kind in "iub"


def check_targets(targets: ArrayLike, n_classes: int) -> Floats:
    """Return targets as rows of probabilities over ``n_classes``."""
    distribution = check_distribution(targets)
    if distribution.shape[-1] != n_classes:
        found = distribution.shape[-1]
        raise ValueError(f"targets have {found} classes, the scores have {n_classes}")
    return distribution

"""The numbers of a format: their order, their sum, and what NumPy says about them."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ml_dtypes
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]  # numbers in any of the formats


def bounds(dtype: np.dtype[Any]) -> tuple[float, float, float]:
    """Return the largest number of a format, the smallest normal one, and epsilon."""
    found = _information(dtype)
    return float(found.max), float(found.smallest_normal), float(found.eps)


def add_in_order(numbers: Numbers) -> Numbers:
    """Add along the last axis from left to right, each partial sum rounded to the format."""
    twice = np.stack([numbers, numbers], axis=-1)  # NumPy adds a single column in another order
    return np.asarray(np.add.reduce(twice, axis=-2)[..., 0])


def last_number(
    dtype: np.dtype[Any], holds: Callable[[Numbers], Any], *, negative: bool = False
) -> float:
    """Return the number farthest from 0 for which ``holds`` is still true, by bisection."""
    infinite = _rank(dtype, _information(dtype).max) + 1
    true, false = 0, infinite
    with np.errstate(all="ignore"):
        while false - true > 1:
            middle = (true + false) // 2
            if holds(_ordered(dtype, middle, negative=negative)):
                true = middle
            else:
                false = middle
    return float(_ordered(dtype, true, negative=negative))


def next_number(dtype: np.dtype[Any], number: float) -> float:
    """Return the next larger number of a format; ``number`` is not negative."""
    return float(_ordered(dtype, _rank(dtype, number) + 1, negative=False))


@contextmanager
def hear_warnings() -> Iterator[list[str]]:
    """Collect what NumPy says within the block: each sentence once, in order, none raised."""
    said: list[str] = []
    with warnings.catch_warnings(record=True) as raised, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        yield said
    said.extend(dict.fromkeys(str(one.message) for one in raised))


def _information(dtype: np.dtype[Any]) -> Any:
    return ml_dtypes.finfo(dtype)  # type: ignore[no-untyped-call]


def _rank(dtype: np.dtype[Any], number: float) -> int:
    """Return the place of a number among those of its sign, as its bits have it."""
    return int(np.asarray(number, dtype=dtype).view(f"u{dtype.itemsize}"))


def _ordered(dtype: np.dtype[Any], rank: int, *, negative: bool) -> Numbers:
    """Return the format's number of a rank: floats of one sign are ordered as their bits are."""
    bits = np.array(rank, dtype=f"u{dtype.itemsize}").view(dtype)
    return -bits if negative else bits

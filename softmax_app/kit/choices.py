"""Which of several sentences holds, row by row: chosen by name, and never by place."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def look_alike(one: Floats, other: Floats) -> NDArray[np.bool_]:
    """Return where two numbers have the same digits, as a sentence shows them.

    >>> look_alike(np.array([4.1223e-9, 0.5]), np.array([4.1224e-9, 0.5001]))
    array([ True, False])
    """
    return np.equal(*(_digits(np.asarray(numbers)) for numbers in (one, other)))


def _digits(numbers: Floats) -> NDArray[np.str_]:
    """Return four digits; of what is large and written out, those before the point."""
    is_whole = (numbers >= 1e4) & (numbers < 1e6)
    return np.where(is_whole, np.char.mod("%.0f", numbers), np.char.mod("%.3e", numbers))


def chosen(among: Collection[str], otherwise: str, **when: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return for each row the place in ``among`` of the first name whose condition holds.

    >>> chosen(["fine", "large", "small"], "fine", large=np.array([True, False, False]),
    ...        small=np.array([True, True, False]))
    array([1, 2, 0])
    """
    places = {name: place for place, name in enumerate(among)}
    found = np.asarray(places[otherwise])
    for name, condition in reversed(when.items()):
        found = np.where(condition, places[name], found)
    return found.astype(np.int64)

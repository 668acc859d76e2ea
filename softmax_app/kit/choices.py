"""Which of several sentences holds, row by row: chosen by name, and never by place."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray


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

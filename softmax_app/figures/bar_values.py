"""The values at bars: three significant digits, and only where their slot holds them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DIGITS: Final = 3
LETTER: Final = 6.2  # pixels of a digit at a bar
POWER: Final = 10  # letters of a number that is written with a power of ten


def rounded(values: Floats) -> Floats:
    """Return numbers of three significant digits, which are then written with no more.

    >>> rounded(np.array([0.84379473, -731.04, 0.0]))
    array([   0.844, -731.   ,    0.   ])
    """
    digits = [float(f"{value:.{DIGITS}g}") for value in values.ravel().tolist()]
    return np.array(digits).reshape(values.shape)


def fitted(values: Floats, heights: Floats, room: float) -> NDArray[np.float32]:
    """Return where values stand, and nan for one that takes more letters than there is room.

    >>> fitted(np.array([[0.5, 0.000123]]), np.array([[1.0, 2.0]]), 6)
    array([[ 1., nan]], dtype=float32)
    """
    letters = np.array([_letters(value) for value in values.ravel().tolist()]).reshape(values.shape)
    return np.where(letters <= room, heights, np.nan).astype(np.float32)


def _letters(value: float) -> int:
    if value == 0 or 1e-3 <= abs(value) < 1e6:
        return len(f"{value:.7g}")
    return POWER + (value < 0)

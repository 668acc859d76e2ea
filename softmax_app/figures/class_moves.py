"""Bands that lead from where people were to where they are, as thick as they are many."""

from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

THICK: Final = 0.8  # of a row: what the row that most have left, or reached, is at most
ALONG: Final = np.linspace(0, 1, 24)
BEND: Final = ALONG**2 * (3 - 2 * ALONG)  # level at both ends


class Band(NamedTuple):
    """From which row to which, and where its edges run between: row k is at height -k."""

    source: int
    target: int
    upper: NDArray[np.float64]
    lower: NDArray[np.float64]


def bands(moves: NDArray[np.int64]) -> list[Band]:
    """Return the bands of all who went from one row to another; those who stay have none.

    Bands that leave or reach the same row lie below one another, in the order of the others' rows.

    >>> import numpy as np
    >>> [(band.source, band.target) for band in bands(np.array([[5, 2], [1, 3]]))]
    [(0, 1), (1, 0)]
    """
    moves = moves - np.diag(np.diagonal(moves))
    unit = THICK / max(1, int(moves.sum(axis=0).max()), int(moves.sum(axis=1).max()))
    left, right = (unit * moves.sum(axis=axis) / 2 - np.arange(len(moves)) for axis in (1, 0))
    found = []
    for source, target in np.argwhere(moves):
        size = unit * moves[source, target]
        upper = left[source] + (right[target] - left[source]) * BEND
        found.append(Band(int(source), int(target), upper, upper - size))
        left[source] -= size
        right[target] -= size
    return found


def drawn(band: Band, color: str, **axes: str) -> go.Scatter:
    """Return a band as a trace, from 0 to 1."""
    return go.Scatter(
        x=[*ALONG, *ALONG[::-1]],
        y=[*band.upper, *band.lower[::-1]],
        mode="lines",
        fill="toself",
        fillcolor=color,
        line={"width": 0, "color": color},
        opacity=0.45,
        hoverinfo="skip",
        **axes,
    )

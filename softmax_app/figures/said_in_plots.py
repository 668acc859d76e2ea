"""What is said inside a plot of lines: what each of them is, where they have come apart."""

from typing import Any, Final

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas

Floats = NDArray[np.float64]

APART: Final = 0.5  # of its height, between the ends of the first two lines: then they are named
CLEAR: Final = 0.2  # likewise, from a name to the end of the second line


def range_corners(start: Floats, right: float) -> Floats:
    """Return where the corners of a range up to the right end are.

    >>> range_corners(np.array([20.0]), 120.0)
    array([[ 20., 120., 120.,  20.]])
    """
    end = np.full_like(start, right)
    return np.stack([start, end, end, start], axis=-1)


def name_heights(lines: list[Floats], aside: list[float], height: float) -> list[Floats]:
    """Return how high each line's name stands at the right, nan where there is no room for it.

    It is so far, of the plot's height, from where its line ends, or breaks off.

    >>> lines = [np.array([[0.0, 100.0]]), np.array([[0.0, 16.0]]), np.array([[80.0, np.nan]])]
    >>> [one.tolist() for one in name_heights(lines, [0.1, 0.1, -0.3], 100.0)]
    [[110.0], [26.0], [50.0]]
    """
    ends = [_last(line) for line in lines]
    is_apart = abs(ends[0] - ends[1]) > APART * height
    found = []
    for number, (line, end) in enumerate(zip(lines, ends, strict=True)):
        place = end + aside[number] * height
        has_room = is_apart
        if number > 1:  # one that runs along the first has a name where it leaves it
            has_room = has_room & np.isnan(line[:, -1]) & (place > ends[1] + CLEAR * height)
        found.append(np.where(has_room, place, np.nan))
    return found


def _last(line: Floats) -> Floats:
    """Return the last number of each row that is one."""
    known = ~np.isnan(line)
    at = line.shape[-1] - 1 - known[:, ::-1].argmax(axis=-1)
    found: Floats = line[np.arange(len(line)), at]
    return found


def add_range(canvas: Canvas, y_range: tuple[float, float], axes: dict[str, str]) -> None:
    """Shade the range, as high as the plot."""
    low, high = y_range
    shade = go.Scatter(
        y=[low, low, high, high],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=theme.MARK_GROUND.light,
        hoverinfo="skip",
        **axes,
    )
    canvas.add(shade, x="range_x")


def words_at_right(text: str, color: str, size: int, **place: Any) -> go.Scatter:
    """Return words that end at their place."""
    return go.Scatter(
        mode="text",
        text=[text],
        textposition="middle left",
        textfont={"size": size, "color": color},
        hoverinfo="skip",
        cliponaxis=False,
        **place,
    )

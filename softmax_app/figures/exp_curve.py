"""The curve y = exp(x) with a point, its tangent, and a step from it."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.bindings import Feed, Handle, LiveFigure
from softmax_app.figures import theme

Floats = NDArray[np.float64]

LEFT: Final = -3.2
RIGHT: Final = 3.6
HIGHEST: Final = 14.2
SHORTEST: Final = 0.3  # steps in which words have room
LOWEST: Final = 0.6  # heights over which words have room
BELOW: Final = 0.15  # how far under a step its size is written
BEYOND: Final = 0.7  # how far the tangent is drawn past its point
FIRST: Final = theme.CLASSES[0].light
SECOND: Final = theme.CLASSES[1].light


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    description: str


class Heights(NamedTuple):
    """What the figure draws of a step, each of shape (rows,)."""

    start: Floats
    step: Floats
    height: Floats
    next_height: Floats
    slope: Floats


def shapes(step: Heights) -> dict[str, Floats]:
    """Return the arrays of lines and points, shape (rows, points); nan parts a line in two."""
    x, next_x = step.start, step.start + step.step
    y, next_y = step.height, step.next_height
    zero, gap = np.zeros_like(y), np.full_like(y, np.nan)
    has_room = (step.step >= SHORTEST) & (y >= LOWEST)  # else words would lie on one another
    run_at, one_at = np.where(has_room, y - BELOW, gap), np.where(y >= LOWEST, zero, gap)
    return {
        "stems_x": _rows(x, x, gap, next_x, next_x),
        "stems_y": _rows(zero, y, gap, zero, next_y),
        "tangent_x": _rows(x - 1, x + BEYOND),
        "tangent_y": _rows(zero, y + step.slope * BEYOND),
        "base_x": _rows(x - 1, x),
        "base_y": _rows(zero, zero),
        "walk_x": _rows(x, next_x, next_x),
        "walk_y": _rows(y, y, next_y),
        "secant_x": _rows(x, next_x),
        "secant_y": _rows(y, next_y),
        "start_x": _rows(x),
        "start_y": _rows(y),
        "end_x": _rows(next_x),
        "end_y": _rows(next_y),
        "one_x": _rows(x - 0.5),
        "one_y": _rows(one_at),
        "run_x": _rows(x + step.step / 2),
        "run_y": _rows(run_at),
        "rise_x": _rows(next_x),
        "rise_y": _rows(np.where(has_room, (y + next_y) / 2, gap)),
        "told_x": _rows(next_x),
        "told_y": _rows(np.where(step.step >= SHORTEST, next_y, gap)),
    }


def _rows(*columns: Floats) -> Floats:
    return np.stack(np.broadcast_arrays(*columns), axis=-1)


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def exp_curve(labels: Labels) -> LiveFigure:
    """Draw the frames of ``shapes``, ``curve_x`` and ``curve_y``, ``ratio`` and the heights."""
    lines: tuple[str, ...] = ("curve", "stems", "secant", "tangent", "base", "walk", "start", "end")
    lines += ("one", "run", "rise", "told")
    feeds = [Feed(k, axis, f"{name}_{axis}") for k, name in enumerate(lines) for axis in "xy"]
    for trace, array in {6: "height", 9: "step", 10: "ratio", 11: "next_height"}.items():
        feeds += [Feed(trace, "text", array, as_text=True)]
    return LiveFigure(
        wide=_figure(narrow=False),
        narrow=_figure(narrow=True),
        feeds=tuple(feeds),
        height=400,
        narrow_height=280,
        description=labels.description,
        handle=Handle("point"),
    )


def _figure(*, narrow: bool) -> go.Figure:
    text = 13 if narrow else 16
    figure = go.Figure(
        [
            _line(theme.TEXT.light, 3),
            _line(theme.PATH.light, 1.5, "dot"),
            _line(theme.PATH.light, 1.5, "dash"),
            _line(FIRST, 2.5),
            _line(FIRST, 6),
            _line(SECOND, 3),
            _point(FIRST, text),
            _point(SECOND, 0),
            _words("1", FIRST, "top center", text, "1"),
            _words("+ %{text}", SECOND, "bottom center", text),
            _words("  × %{text}", SECOND, "middle right", text),
            _words("<b>%{text}</b>   <br> ", SECOND, "top left", text),
        ]
    )
    figure.update_layout(
        template=theme.template(), margin={"l": 30 if narrow else 44, "r": 6, "t": 8, "b": 30}
    )
    axis = {"zeroline": True, "zerolinecolor": theme.MUTED.light, "zerolinewidth": 1}
    figure.update_xaxes(range=[LEFT, RIGHT], tickvals=[-3, -2, -1, 0, 1, 2, 3], **axis)
    figure.update_yaxes(range=[-0.4, HIGHEST], tickvals=[0, 1, 2, 4, 6, 8, 10, 12, 14], **axis)
    return figure


def _line(color: str, width: float, dash: str = "solid") -> go.Scatter:
    return go.Scatter(
        mode="lines", line={"color": color, "width": width, "dash": dash}, hoverinfo="skip"
    )


def _words(template: str, color: str, position: str, size: int, text: str = "") -> go.Scatter:
    return go.Scatter(
        mode="text",
        text=[text],
        texttemplate=template,
        textposition=position,
        textfont={"color": color, "size": size},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _point(color: str, size: int) -> go.Scatter:
    """Return a point, with its height written beside it where a size is given."""
    return go.Scatter(
        mode="markers+text" if size else "markers",
        marker={"color": color, "size": 15, "line": {"color": theme.GROUND.light, "width": 2}},
        textposition="top left",
        textfont={"color": color, "size": size or 1, "weight": 700},
        texttemplate="%{text}  ",
        hoverinfo="skip",
        cliponaxis=False,
    )

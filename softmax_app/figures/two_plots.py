"""Two plots side by side over the same quantity: lines, and a point on each of them."""

from functools import lru_cache, partial
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import (
    Canvas,
    Handle,
    LiveFigure,
    live_figure,
    looked_up,
    written,
)
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

DOMAINS: Final = ((0.0, 0.46), (0.54, 1.0))

# a color and a dash by what is compared: the same in both plots
LOOKS: Final = {
    "logits": (theme.TEXT.light, "solid"),
    "clipped": (theme.MARK.light, "dash"),
    "single": (theme.OTHER_MARK.light, "dot"),
}


ROOM: Final = 0.08  # beside the lines, for what is written at their ends
SYMBOLS: Final = ("circle", "triangle-up")  # an arrow for what is beyond the plot
TOLD_AT: Final = ("middle left", "top center", "top center")  # by line: clear of another


class Line(NamedTuple):
    """A line: the array of its point, which of ``LOOKS`` it has, and what it is called.

    It runs through the array ``<array>_along``, and breaks off where that is infinite.
    """

    array: str
    look: str
    name: str


class Plot(NamedTuple):
    """One of the two: its title, its range upwards, and the lines in it.

    A point beyond ``top`` waits there as an arrow with its height written at it.
    """

    title: str
    y_range: tuple[float, float]
    lines: tuple[Line, ...]
    top: float = np.inf


class Labels(NamedTuple):
    """The words of the figure, in the reader's language.

    ``x`` is the array that says where on the axis the points stand, at its ends if they are
    beyond them; the lines run over ``<x>_along``.
    """

    plots: tuple[Plot, Plot]
    axis: str
    x: str
    x_range: tuple[float, float]
    description: str
    handle: str  # the control that a hand on the left plot moves


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return where the lines run and where the points stand, inside the plots."""
    here = np.clip(frames[labels.x], *labels.x_range)
    found: Frames = {
        "curves_x": frames[f"{labels.x}_along"].astype(np.float32),
        "here_x": here[:, np.newaxis],
    }
    for plot in labels.plots:
        for array, *_ in plot.lines:
            along = frames[f"{array}_along"]
            unbroken = np.where(np.isinf(along), np.nan, along)
            found[f"{array}_y"] = unbroken.astype(np.float32)
            y = np.asarray(frames[array], dtype=np.float64)[:, np.newaxis]
            beyond = y > plot.top
            found[f"{array}_here"] = np.minimum(y, plot.top)
            found[f"{array}_symbol"] = beyond.astype(np.int64)
            found[f"{array}_told"] = np.where(beyond, plot.top, np.nan)
    return found


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def two_plots(labels: Labels) -> LiveFigure:
    """Draw every line over the quantity, and a point on it at its current value."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(340, 270),
        description=labels.description,
        told=_told(labels),
        handle=Handle(labels.handle),
        shapes=partial(shapes, labels=labels),
    )


def _told(labels: Labels) -> tuple[Told, ...]:
    """Return what is told: where the points stand, and how high each of them is."""
    heights = (
        # inside its plot, a point is where its number is
        Told(
            f"{plot.title} · {line.name}",
            line.array if np.isfinite(plot.top) else f"{line.array}_here",
        )
        for plot in labels.plots
        for line in plot.lines
    )
    return (Told(labels.axis, labels.x), *heights)


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    for number, plot in enumerate(labels.plots):
        for line in plot.lines:
            _add_line(canvas, number, line)
        _lay_out(canvas.figure, number, plot, labels, narrow=narrow)
    for number, plot in enumerate(labels.plots):
        if np.isfinite(plot.top):
            for line, position in zip(plot.lines, TOLD_AT, strict=False):
                _add_told(canvas, number, line, position)
    canvas.figure.update_layout(
        template=theme.template(),
        margin={"l": 34 if narrow else 44, "r": 8, "t": 34, "b": 44},
    )


def _add_line(canvas: Canvas, number: int, line: Line) -> None:
    """Add a line to the plot of this number, and the point on it."""
    axes = {"xaxis": f"x{theme.axis_number(number)}", "yaxis": f"y{theme.axis_number(number)}"}
    color, dash = LOOKS[line.look]
    style = {"color": color, "dash": dash, "width": 3, "simplify": False}
    drawn = go.Scatter(mode="lines", line=style, hoverinfo="skip", **axes)
    canvas.add(drawn, x="curves_x", y=f"{line.array}_y")
    outline = {"color": theme.GROUND.light, "width": 2}
    point = go.Scatter(
        mode="markers",
        marker={"color": color, "size": 13, "line": outline},
        hovertemplate=f"%{{y:{theme.ALL_DIGITS}}}<extra></extra>",
        cliponaxis=False,
        **axes,
    )
    symbol = looked_up(f"{line.array}_symbol", SYMBOLS)
    canvas.add(point, x="here_x", y=f"{line.array}_here", marker_symbol=symbol)


def _add_told(canvas: Canvas, number: int, line: Line, position: str) -> None:
    """Add the height of a point that is beyond the plot, beside its arrow."""
    told = go.Scatter(
        mode="markers+text",
        marker={"size": 11, "opacity": 0},  # of the arrow: what is written keeps clear of it
        texttemplate="%{text}",
        textposition=position,
        textfont={"size": 15, "color": LOOKS[line.look][0], "weight": 700},
        hoverinfo="skip",
        cliponaxis=False,
        xaxis=f"x{theme.axis_number(number)}",
        yaxis=f"y{theme.axis_number(number)}",
    )
    canvas.add(told, x="here_x", y=f"{line.array}_told", text=written(line.array))


def _lay_out(figure: go.Figure, number: int, plot: Plot, labels: Labels, *, narrow: bool) -> None:
    start, end = DOMAINS[number]
    left, right = labels.x_range
    room = ROOM * (right - left)
    axis = theme.axis_number(number)
    figure.update_layout(
        {
            f"xaxis{axis}": {
                "domain": [start, end],
                "range": [left - room, right + room],
                "anchor": f"y{axis}",
                "title": {"text": labels.axis, "font": {"size": 11 if narrow else 13}},
            },
            f"yaxis{axis}": {"range": list(plot.y_range), "anchor": f"x{axis}"},
        }
    )
    figure.add_annotation(
        text=f"<b>{theme.plain(plot.title)}</b>",
        x=(start + end) / 2,
        y=1,
        yshift=32,
        xref="paper",
        yref="paper",
        xanchor="center",
        showarrow=False,
        font={"size": 13 if narrow else 16},
    )

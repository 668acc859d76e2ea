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
from softmax_app.figures.said_in_plots import (
    add_range,
    name_heights,
    range_corners,
    words_at_right,
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
INSET: Final = 0.02  # of a plot's width, from what is written at its right end to that end
SYMBOLS: Final = ("circle", "triangle-up")  # an arrow for what is beyond the plot
TOLD_AT: Final = ("middle left", "top center", "top center")  # by line: clear of another


class Line(NamedTuple):
    """A line: the array of its point, which of ``LOOKS`` it has, and what it is called.

    It runs through the array ``<array>_along``, and breaks off where that is infinite. ``short`` is
    its name in a wide plot, so far from its end as ``aside`` says, of the plot's height.
    """

    array: str
    look: str
    name: str
    short: str
    aside: float


class Plot(NamedTuple):
    """One of the two: its title, what is measured, its range upwards, and the lines in it.

    A point beyond ``top`` waits there as an arrow with its height written at it. ``word`` is what
    is said in the shaded range.
    """

    title: str
    measured: str
    y_range: tuple[float, float]
    lines: tuple[Line, ...]
    top: float = np.inf
    word: str = ""

    @property
    def height(self) -> float:
        """How much it shows upwards."""
        return self.y_range[1] - self.y_range[0]


class Labels(NamedTuple):
    """The words of the figure, in the reader's language.

    ``x`` is the array that says where on the axis the points stand, at its ends if they are
    beyond them; the lines run over ``<x>_along``. ``shaded_from`` is the array of where the shaded
    range begins, which has to leave room for a word.
    """

    plots: tuple[Plot, Plot]
    axis: str
    x: str
    x_range: tuple[float, float]
    description: str
    handle: str  # the control that a hand on the left plot moves
    shaded_from: str

    @property
    def ends(self) -> tuple[float, float]:
        """Where the plots end on the left and on the right, beside their lines."""
        left, right = self.x_range
        room = ROOM * (right - left)
        return left - room, right + room


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return where the lines run and where the points stand, inside the plots."""
    here = np.clip(frames[labels.x], *labels.x_range)
    start = np.asarray(frames[labels.shaded_from], dtype=np.float64)
    found: Frames = {
        "curves_x": frames[f"{labels.x}_along"].astype(np.float32),
        "here_x": here[:, np.newaxis],
        "range_x": range_corners(start, labels.ends[1]),
    }
    for plot in labels.plots:
        found |= _names(frames, plot)
        for array in (line.array for line in plot.lines):
            along = frames[f"{array}_along"]
            unbroken = np.where(np.isinf(along), np.nan, along)
            found[f"{array}_y"] = unbroken.astype(np.float32)
            y = np.asarray(frames[array], dtype=np.float64)[:, np.newaxis]
            beyond = y > plot.top
            found[f"{array}_here"] = np.minimum(y, plot.top)
            found[f"{array}_symbol"] = beyond.astype(np.int64)
            found[f"{array}_told"] = np.where(beyond, plot.top, np.nan)
    return found


def _names(frames: Frames, plot: Plot) -> Frames:
    """Return how high the lines' names stand: one near the top gives way to what is beyond it."""
    lines = [frames[f"{one.array}_along"] for one in plot.lines]
    unbroken = [np.where(np.isinf(line), np.nan, line).astype(np.float64) for line in lines]
    heights = name_heights(unbroken, [one.aside for one in plot.lines], plot.height)
    is_beyond = np.any([frames[one.array] > plot.top for one in plot.lines], axis=0)
    return {
        f"{one.array}_name_y": np.where(is_beyond & (y > 0.8 * plot.top), np.nan, y)[:, np.newaxis]
        for one, y in zip(plot.lines, heights, strict=True)
    }


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def two_plots(labels: Labels) -> LiveFigure:
    """Draw every line over the quantity, and a point on it at its current value."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(340, 270),
        lowest=290,
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
        add_range(canvas, plot.y_range, _axes(number))
        for line in plot.lines:
            _add_line(canvas, number, line)
        _add_words(canvas, number, plot, labels, narrow=narrow)
        _lay_out(canvas.figure, number, plot, labels, narrow=narrow)
    for number, plot in enumerate(labels.plots):
        if np.isfinite(plot.top):
            for line, position in zip(plot.lines, TOLD_AT, strict=False):
                _add_told(canvas, number, line, position)
    canvas.figure.update_layout(
        template=theme.template(),
        margin={"l": 34 if narrow else 44, "r": 8, "t": 40, "b": 44},
    )


def _axes(number: int) -> dict[str, str]:
    axis = theme.axis_number(number)
    return {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}


def _add_words(canvas: Canvas, number: int, plot: Plot, labels: Labels, *, narrow: bool) -> None:
    """Add the word of the range, and the names of the lines where the plot is wide."""
    middle, axes = plot.y_range[0] + plot.height / 2, _axes(number)
    size = 13 if narrow else 15
    left, right = labels.ends
    end = right - INSET * (right - left)
    place = {"x": [end], "y": [middle]}
    canvas.figure.add_trace(words_at_right(plot.word, theme.MARK.light, size, **place, **axes))
    for line in plot.lines:
        name = " " if narrow else line.short
        color, _ = LOOKS[line.look]
        at_end = words_at_right(name, color, size, x=[end], **axes)
        canvas.add(at_end, y=f"{line.array}_name_y")


def _add_line(canvas: Canvas, number: int, line: Line) -> None:
    """Add a line to the plot of this number, and the point on it."""
    axes = _axes(number)
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
        **_axes(number),
    )
    canvas.add(told, x="here_x", y=f"{line.array}_told", text=written(line.array))


def _lay_out(figure: go.Figure, number: int, plot: Plot, labels: Labels, *, narrow: bool) -> None:
    start, end = DOMAINS[number]
    axis = theme.axis_number(number)
    figure.update_layout(
        {
            f"xaxis{axis}": {
                "domain": [start, end],
                "range": list(labels.ends),
                "anchor": f"y{axis}",
                "title": {"text": labels.axis, "font": {"size": 11 if narrow else 13}},
            },
            f"yaxis{axis}": {"range": list(plot.y_range), "anchor": f"x{axis}"},
        }
    )
    for text, height, size in (
        (f"<b>{theme.plain(plot.title)}</b>", 38, 13 if narrow else 16),
        (plot.measured, 18, 10 if narrow else 13),
    ):
        figure.add_annotation(
            text=text,
            x=(start + end) / 2,
            y=1,
            yshift=height,
            xref="paper",
            yref="paper",
            xanchor="center",
            showarrow=False,
            font={"size": size},
        )

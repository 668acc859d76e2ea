"""A curve with points on it, and beside it bars on one axis from 0 to 1."""

from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import share_bars, theme
from softmax_app.figures.live_figure import (
    Canvas,
    Handle,
    LiveFigure,
    live_figure,
    looked_up,
    written,
)
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames, outline

Floats = NDArray[np.float64]

# of the figure's width, where it is wide and where it is narrow
CURVE_ENDS: Final = {False: 0.42, True: 0.35}
BARS_BEGIN: Final = {False: 0.5, True: 0.44}
WIDTH: Final = 640  # pixels of a wide one, at least
LETTER: Final = 7.5  # of a name under a bar there
BELOW: Final = 0.1  # of the bottom of a logarithmic axis: out of the plot
SMALLEST: Final = 9.0  # pixels: a point that does not count
GROWTH: Final = 14.0  # more for one that is all that counts
WAYS: Final = ("left", "right", "up", "down")  # in which a point is beyond the plot
BITS: Final = 2.0**8  # of a height far down
MOST_POWERS: Final = 6  # as ticks
RAISED: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
SYMBOLS: Final = ("circle", *(f"triangle-{way}" for way in WAYS))


class Line(NamedTuple):
    """A line of the curve's plot: its two arrays or, where it is ``fixed``, itself; its colour."""

    x: str
    y: str
    color: str
    fixed: tuple[tuple[float, ...], ...] = ()


class Points(NamedTuple):
    """Points on it, a colour each: the first columns of two arrays.

    Where there is an array of ``weights`` from 0 to 1, the larger ones are the larger points.
    Several have ``names``, which they say when they are pointed at.
    """

    x: str
    y: str
    colors: tuple[str, ...]
    weights: str = ""
    names: tuple[str, ...] = ()


class Curve(NamedTuple):
    """What stands on the left: a line and the points on it.

    ``y_range`` is None where the curve shares the axis from 0 to 1 with the bars. A point beyond
    ``x_ends``, ``top`` or ``bottom`` waits there as an arrow; at that of the largest one its height
    is written. With a ``bottom`` above 0 the axis is logarithmic. ``guides`` are dashed lines,
    upright or level.
    """

    title: str
    axis: str
    line: Line
    points: Points
    x_range: tuple[float, float]
    x_ticks: tuple[float, ...]
    y_range: tuple[float, float] | None = None
    x_ends: tuple[float, float] = (-np.inf, np.inf)
    y_ticks: tuple[float, ...] = ()
    top: float = np.inf
    bottom: float = -np.inf
    upright_guides: tuple[float, ...] = ()
    level_guides: tuple[float, ...] = ()
    clip: bool = False  # hide what of the line runs out of the plot

    @property
    def is_log(self) -> bool:
        """Is its height told in powers of ten?"""
        return self.bottom > 0


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    bars: share_bars.Labels
    curve: Curve


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return where the points stand and how large they are, and the shapes of the bars."""
    curve, points = labels.curve, labels.curve.points
    x, y = (_columns(frames[array], len(points.colors)) for array in (points.x, points.y))
    (left, right), top, bottom = curve.x_ends, curve.top, curve.bottom
    beyond = (x < left, x > right, y > top, y < bottom)
    found: Frames = {
        "point_x": np.clip(x, left, right),
        "point_y": np.clip(y, bottom, top),
        "point_symbol": np.select(beyond, (1, 2, 3, 4), 0),
    }
    if curve.is_log:  # which has no place for 0: it runs out below
        found["line_y"] = _far_down(np.asarray(frames[curve.line.y]), BELOW * bottom)
    if points.weights:
        weights = _columns(frames[points.weights], len(points.colors))
        found["point_size"] = (SMALLEST + GROWTH * weights).astype(np.float32)
        x, y = (_heaviest(one, weights) for one in (x, y))
    return (
        share_bars.shapes(frames, labels.bars)
        | found
        | _told(np.clip(x[:, :1], left, right), y[:, :1], top)
    )


def _far_down(heights: Floats, least: float) -> NDArray[np.float64 | np.float32 | np.float16]:
    """Return heights as they are drawn on a logarithmic axis, ``least`` being out of it, below.

    Below what float16 knows they keep so many bits as are seen there: zeros are sent as nothing.
    """
    inside = np.maximum(heights, least)
    if least >= np.finfo(np.float16).tiny:
        return outline(inside)
    mantissas, exponents = np.frexp(inside)
    few = np.asarray(np.ldexp(np.round(mantissas * BITS) / BITS, exponents))
    return few.astype(np.float32) if least >= np.finfo(np.float32).tiny else few


def _heaviest(values: Floats, weights: Floats) -> Floats:
    """Return the column of the point that counts most, in each row."""
    rows = np.broadcast_to(weights, np.broadcast_shapes(values.shape, weights.shape))
    heaviest = rows.argmax(axis=-1)[:, np.newaxis]
    return np.take_along_axis(np.broadcast_to(values, rows.shape), heaviest, axis=-1)


def _told(x: Floats, y: Floats, top: float) -> Frames:
    """Return what is written of a point beyond the top, and where."""
    return {"told_x": x, "told_y": np.where(y > top, top, np.nan), "told": y}


def _columns(array: NDArray[Any], count: int) -> Floats:
    return np.asarray(array.reshape(len(array), -1)[:, :count], dtype=np.float64)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def curve_and_bars(labels: Labels, *, moves: str = "", ahead: float = 0.0) -> LiveFigure:
    """Draw the curve with its points, and the arrays of the bars.

    A hand on the curve ``moves`` a slider, which is ``ahead`` of the place by so much.
    """
    axis = f"xaxis{theme.axis_number(len(labels.bars.charts))}"
    return live_figure(
        partial(_draw, labels=labels),
        heights=(340, share_bars.LOW),
        lowest=share_bars.LOW,
        description=labels.bars.description,
        told=_in_words(labels),
        handle=Handle(moves, axis=axis, ahead=ahead) if moves else None,
        shapes=partial(shapes, labels=labels),
    )


def _in_words(labels: Labels) -> tuple[Told, ...]:
    """Return what is told: where the points stand, unless the bars say it, and the bars."""
    curve, bars = labels.curve, labels.bars
    names = bars.classes if len(curve.points.colors) > 1 else ()
    both = ((curve.axis, curve.points.x), (curve.title, curve.points.y))
    known = {chart.array for chart in bars.charts}
    points = (Told(title, array, names) for title, array in both if array not in known)
    return (*points, *share_bars.told(bars))


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    area = share_bars.Area(left=BARS_BEGIN[narrow], width=WIDTH, letter=LETTER)
    share_bars.draw(canvas, narrow=narrow, labels=labels.bars, area=area)
    figure, curve = canvas.figure, labels.curve
    x = f"x{theme.axis_number(len(labels.bars.charts))}"
    y = "y" if curve.y_range is None else "y2"
    _add_traces(canvas, curve, {"xaxis": x, "yaxis": y})
    ticks = {"tickfont": {"size": 12, "color": theme.MUTED.light}}
    figure.update_layout(
        {
            x.replace("x", "xaxis"): {
                "domain": [0, CURVE_ENDS[narrow]],
                "range": list(curve.x_range),
                "tickvals": list(curve.x_ticks),
                "anchor": y,
                **ticks,
            }
        }
    )
    _place_y_axes(figure, curve, x, narrow=narrow)
    figure.update_layout(margin_b=44)
    _guides(figure, curve, x, y)
    _words(figure, curve, narrow=narrow)


def _add_traces(canvas: Canvas, curve: Curve, axes: dict[str, str]) -> None:
    look = {"hoverinfo": "skip", "cliponaxis": curve.clip, **axes}
    line, points = curve.line, curve.points
    style = {"color": line.color, "width": 3, "simplify": False}  # enlarged, corners would show
    drawn = go.Scatter(mode="lines", line=style, **look)
    if line.fixed:
        x, y = (np.array(one, dtype=np.float32) for one in line.fixed)
        canvas.add(drawn.update(x=x, y=y))
    else:
        canvas.add(drawn, x=line.x, y="line_y" if curve.is_log else line.y)
    outline = {"color": theme.GROUND.light, "width": 2}
    marker = {"color": list(points.colors), "size": 15, "opacity": 1, "line": outline}
    sizes = {"marker_size": "point_size"} if points.weights else {}
    symbols = looked_up("point_symbol", SYMBOLS)
    if np.isfinite(curve.top):
        look["cliponaxis"] = False  # they stay inside, whole
    drawn = go.Scatter(mode="markers", marker=marker, **look)
    if points.names:
        named = [theme.plain(name) for name in points.names]
        drawn.update(customdata=named, hovertemplate="%{customdata}<extra></extra>", hoverinfo=None)
    canvas.add(drawn, x="point_x", y="point_y", marker_symbol=symbols, **sizes)
    if np.isfinite(curve.top):
        told = go.Scatter(
            mode="text",
            texttemplate="   ↑ %{text}",
            textposition="middle right",
            textfont={"size": 15, "color": theme.TEXT.light, "weight": 700},
            **look,
        )
        canvas.add(told, x="told_x", y="told_y", text=written("told"))


def _place_y_axes(figure: go.Figure, curve: Curve, x: str, *, narrow: bool) -> None:
    """Let the curve share the bars' axis, or give it its own and the bars theirs."""
    if curve.y_range is None:
        figure.update_layout(yaxis_anchor=x)
        return
    ends = np.log10(curve.y_range) if curve.is_log else curve.y_range
    ticks = {"tickvals": curve.y_ticks, "ticktext": [_told_tick(one) for one in curve.y_ticks]}
    figure.update_layout(
        yaxis2={
            "type": "log" if curve.is_log else "linear",
            "range": list(ends),
            **(ticks if curve.y_ticks else {}),
            "anchor": x,
            "tickfont": {"size": 12, "color": theme.MUTED.light},
        },
        yaxis_title_text="",
        margin_l=30 if narrow else 40,
    )


def powers(bottom: float, top: float) -> tuple[float, ...]:
    """Return the powers of 10 from ``bottom``, which is one, to ``top``, or few of them.

    >>> powers(0.01, 20), powers(1e-10, 1e-6)[-1]
    ((0.01, 0.1, 1.0, 10.0), 1e-06)
    """
    first, last = round(np.log10(bottom)), int(np.floor(np.log10(top)))
    step = -(-(last - first) // MOST_POWERS)
    return tuple(float(f"1e{power}") for power in range(first, last + 1, max(1, step)))


def _told_tick(tick: float) -> str:
    """Return a power of 10 as a tick has it.

    >>> _told_tick(0.001), _told_tick(1e-9)
    ('0.001', '10⁻⁹')
    """
    if 1e-3 <= tick < 1e5:
        return f"{tick:g}"
    return "10" + str(round(np.log10(tick))).translate(RAISED)


def _guides(figure: go.Figure, curve: Curve, x: str, y: str) -> None:
    low, high = (0.0, 1.0) if curve.y_range is None else curve.y_range
    line: dict[str, Any] = {"color": theme.PATH.light, "width": 1.5, "dash": "dash"}
    for at in curve.upright_guides:
        figure.add_shape(type="line", xref=x, yref=y, x0=at, x1=at, y0=low, y1=high, line=line)
    left, right = curve.x_range
    for at in curve.level_guides:
        figure.add_shape(type="line", xref=x, yref=y, x0=left, x1=right, y0=at, y1=at, line=line)


def _words(figure: go.Figure, curve: Curve, *, narrow: bool) -> None:
    place = {"xref": "paper", "yref": "paper", "x": CURVE_ENDS[narrow] / 2, "showarrow": False}
    figure.add_annotation(
        text=f"<b>{curve.title}</b>",
        y=1,
        yshift=44,
        xanchor="center",
        font={"size": 13 if narrow else 16},
        **place,
    )
    figure.add_annotation(
        text=curve.axis,
        y=0,
        yshift=-44,
        xanchor="center",
        yanchor="bottom",
        font={"size": 11 if narrow else 13, "color": theme.MUTED.light},
        **place,
    )

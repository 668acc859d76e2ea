"""The curve y = exp(x) with a point, its tangent, and a step from it."""

from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, Handle, LiveFigure, live_figure, written
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames
from softmax_core import exp_step

Floats = NDArray[np.float64]

LEFT: Final = -3.2
RIGHT: Final = 3.6
HIGHEST: Final = 14.2
N_POINTS: Final = 401  # of the curve
SHORTEST: Final = 0.3  # steps in which words have room
LOWEST: Final = 0.6  # heights over which words have room
HIGHER: Final = 1.0  # so far above the first point the height of the second is clear of its own
FARTHER: Final = 0.9  # or so far to the right
CLEAR: Final = 0.13  # how far from the vertical axis the 1 under the tangent stays
BELOW: Final = 0.15  # how far under a step its size is written
BEYOND: Final = 0.7  # how far the tangent is drawn past its point
FIRST: Final = theme.MARK.light
SECOND: Final = theme.OTHER_MARK.light


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    description: str


def shapes(frames: Frames) -> Frames:
    """Return the lines and points of a step, shape (rows, points); nan parts a line in two.

    Frames are ``point``, ``step``, ``height``, ``next_height`` and ``slope``, each (rows,).
    """
    names = ("point", "step", "height", "next_height", "slope")
    x, step, y, next_y, slope = (np.asarray(frames[one], dtype=np.float64) for one in names)
    next_x = x + step
    zero, gap = np.zeros_like(y), np.full_like(y, np.nan)
    high = y >= LOWEST
    wide = step >= SHORTEST
    foot = x - 0.5
    foot = np.where(np.abs(foot) < CLEAR, np.copysign(CLEAR, foot), foot)
    has_room = wide & high  # else words would lie on one another
    apart = (next_y - y >= HIGHER) | (step >= FARTHER)
    drawn = {
        "stems": ((x, x, gap, next_x, next_x), (zero, y, gap, zero, next_y)),
        "secant": ((x, next_x), (y, next_y)),
        "tangent": ((x - 1, x + BEYOND), (zero, y + slope * BEYOND)),
        "base": ((x - 1, x), (zero, zero)),
        "walk": ((x, next_x, next_x), (y, y, next_y)),
        "start": ((x,), (y,)),
        "end": ((next_x,), (next_y,)),
        "one": ((foot,), (np.where(high, zero, gap),)),
        "run": ((x + step / 2,), (np.where(has_room, y - BELOW, gap),)),
        "rise": ((next_x,), (np.where(has_room, (y + next_y) / 2, gap),)),
        "told": ((next_x,), (np.where(wide & apart, next_y, gap),)),
    }
    return {
        f"{name}_{axis}": _rows(*columns)
        for name, both in drawn.items()
        for axis, columns in zip("xy", both, strict=True)
    }


def _rows(*columns: Floats) -> NDArray[np.float32]:
    return np.stack(np.broadcast_arrays(*columns), axis=-1).astype(np.float32)


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def exp_curve(labels: Labels) -> LiveFigure:
    """Draw the curve, and what ``shapes`` makes of a step, which are written beside it."""
    return live_figure(
        _draw,
        heights=(380, 280),
        lowest=310,
        description=labels.description,
        told=(
            Told("x", "point"),
            Told("eˣ", "height"),
            Told("Δx", "step"),
            Told("e^(x + Δx)", "next_height"),
            Told("e^(x + Δx) ÷ eˣ", "ratio"),
        ),
        handle=Handle("point"),
        shapes=shapes,
    )


def _draw(canvas: Canvas, *, narrow: bool) -> None:
    size = 13 if narrow else 16
    canvas.add(_curve())
    _add(canvas, "stems", _line(theme.PATH.light, 1.5, "dot"))
    _add(canvas, "secant", _line(theme.PATH.light, 1.5, "dash"))
    _add(canvas, "tangent", _line(FIRST, 2.5))
    _add(canvas, "base", _line(FIRST, 6))
    _add(canvas, "walk", _line(SECOND, 3))
    _add(canvas, "start", _point(FIRST, size), text=written("height"))
    _add(canvas, "end", _point(SECOND, 0))
    _add(canvas, "one", _words("1", FIRST, "top center", size, "1"))
    _add(canvas, "run", _words("+ %{text}", SECOND, "bottom center", size), text=written("step"))
    rise = _words("  × %{text}", SECOND, "middle right", size)
    _add(canvas, "rise", rise, text=written("ratio"))
    told = _words("<b>%{text}</b>   <br> ", SECOND, "top left", size)
    _add(canvas, "told", told, text=written("next_height"))
    canvas.figure.update_layout(
        template=theme.template(), margin={"l": 30 if narrow else 44, "r": 6, "t": 8, "b": 30}
    )
    axis = {"zeroline": True, "zerolinecolor": theme.MUTED.light, "zerolinewidth": 1}
    canvas.figure.update_xaxes(range=[LEFT, RIGHT], tickvals=[-3, -2, -1, 0, 1, 2, 3], **axis)
    heights = [0, 1, 2, 4, 6, 8, 10, 12, 14]
    canvas.figure.update_yaxes(range=[-0.4, HIGHEST], tickvals=heights, **axis)


def _add(canvas: Canvas, name: str, trace: go.Scatter, **sources: Any) -> None:
    """Add what stands where the shapes of this name say."""
    canvas.add(trace, x=f"{name}_x", y=f"{name}_y", **sources)


def _curve() -> go.Scatter:
    """Return the curve itself, which never moves."""
    x = np.linspace(LEFT, RIGHT, N_POINTS)
    curve = _line(theme.TEXT.light, 3).update(line_simplify=False)  # enlarged, corners would show
    return curve.update(x=x.astype(np.float32), y=exp_step(x, 1.0).height.astype(np.float32))


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

"""Naive and shifted softmax in a number format, over the format's number line."""

from functools import lru_cache, partial
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import share_bars, theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, looked_up
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames
from softmax_core import FormatLimits

LOW: Final = 300  # pixels of height that it needs
LOWEST: Final = 285  # on a wall, where its letters are the larger for it
ROWS: Final = ("shifted", "naive")  # from below
SYMBOLS: Final = ("triangle-left", "circle", "triangle-right")  # arrows for powers off the line
LINE_TOP: Final = 0.26  # of the figure's height
BARS_BOTTOM: Final = 0.46
SPREAD: Final = 0.56  # between the classes of one row, which may stand at the same place
BEYOND: Final = 0.22  # of the way from 0 to overflow, seen on either side of it
LEVELS: Final = (-0.6, 2.1)  # of the line's plot; its rows stand at 0 and 1
ZONE_TOP: Final = 1.5


class Zones(NamedTuple):
    """What is said of the exponentials, from the left."""

    zero: str
    subnormal: str
    fits: str
    too_large: str


class Labels(NamedTuple):
    """The words of the figure, in the reader's language, and the limits that it marks."""

    bars: share_bars.Labels
    rows: tuple[str, str]
    zones: Zones
    axis: str
    limits: FormatLimits


def line_ends(limits: FormatLimits) -> tuple[float, float]:
    """Return the ends of the line that is drawn."""
    room = BEYOND * (limits.last_finite - limits.smallest_nonzero)
    return limits.smallest_nonzero - room, limits.last_finite + room


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return the shapes of the bars, and where the ``<row>_exponents`` stand on the line."""
    found = share_bars.shapes(frames, labels.bars)
    low, high = line_ends(labels.limits)
    seen = SYMBOLS.index("circle")
    for row in ROWS:
        exponents = np.asarray(frames[f"{row}_exponents"], dtype=np.float64)
        beyond = (exponents > high).astype(np.int64) - (exponents < low)
        found |= {
            f"{row}_place": np.clip(exponents, low, high).astype(np.float32),
            f"{row}_symbol": seen + beyond,
        }
    return found


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def format_line(labels: Labels) -> LiveFigure:
    """Draw the arrays of the bars, and the exponents of both formulas, of shape (rows, n)."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(370, LOW),
        lowest=LOWEST,
        description=labels.bars.description,
        told=_told(labels),
        shapes=partial(shapes, labels=labels),
    )


def _told(labels: Labels) -> tuple[Told, ...]:
    """Return what is told: the shares, and the exponents on the line."""
    lines = (
        Told(f"{labels.axis} · {row}", f"{name}_exponents", labels.bars.classes)
        for name, row in zip(ROWS, labels.rows, strict=True)
    )
    return (*share_bars.told(labels.bars), *lines)


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    area = share_bars.Area(bottom=BARS_BOTTOM)
    share_bars.draw(canvas, narrow=narrow, labels=labels.bars, area=area)
    axis = f"x{theme.axis_number(len(labels.bars.charts))}"
    for level, row in enumerate(ROWS):
        symbols = looked_up(f"{row}_symbol", SYMBOLS)
        canvas.add(_points(level, labels, axis), x=f"{row}_place", marker_symbol=symbols)
    _lay_out(canvas.figure, labels, axis, narrow=narrow)
    _mark_zones(canvas.figure, labels, axis, narrow=narrow)


def _lay_out(figure: go.Figure, labels: Labels, axis: str, *, narrow: bool) -> None:
    """Place the axes of the number line below the bars."""
    size, limits = 11 if narrow else 13, labels.limits
    along = {
        "domain": [0, 1],
        "range": list(line_ends(limits)),
        "anchor": "y2",
        "tickvals": [limits.smallest_nonzero, 0, limits.last_finite],
        "tickformat": ".5~g",
        "tickfont": {"size": size, "color": theme.MUTED.light},
        "showgrid": False,
        "title": {"text": labels.axis, "font": {"size": size}},
    }
    rows = {
        "domain": [0, LINE_TOP],
        "range": list(LEVELS),
        "anchor": axis,
        "tickvals": [0, 1],
        "ticktext": labels.rows,
        "tickfont": {"size": size, "color": theme.TEXT.light},
        "showgrid": False,
    }
    figure.update_layout({axis.replace("x", "xaxis"): along, "yaxis2": rows})
    figure.update_layout(margin={"l": 64 if narrow else 72, "b": 40})


def _mark_zones(figure: go.Figure, labels: Labels, axis: str, *, narrow: bool) -> None:
    """Mark what becomes of exp along the line: 0, fewer digits, a number that fits, too large."""
    limits, zones = labels.limits, labels.zones
    low, high = line_ends(limits)
    edges = (low, limits.smallest_nonzero, limits.smallest_normal, limits.last_finite, high)
    fault: dict[str, Any] = {"fillcolor": theme.FAULT_GROUND.light}
    looks = (fault, fault | {"opacity": 0.5}, {"fillcolor": theme.CLEAR}, fault)
    place = {"xref": axis, "yref": "y2"}
    line = {"color": theme.FAULT.light, "width": 1}
    ends = {"type": "rect", "y0": LEVELS[0], "y1": ZONE_TOP, "layer": "below", "line": line}
    for (start, end), look, text in zip(pairwise(edges), looks, zones, strict=True):
        figure.add_shape(x0=start, x1=end, **ends, **place, **look)
        thin = text == zones.subnormal  # its words are longer than it is, and run on to the right
        color = theme.MUTED if text == zones.fits else theme.FAULT
        figure.add_annotation(
            text=text,
            x=start if thin else (start + end) / 2,
            xanchor="left" if thin else "center",
            y=ZONE_TOP,
            yanchor="bottom",
            showarrow=False,
            font={"size": 11 if narrow else 13, "color": color.light},
            **place,
        )


def _points(level: int, labels: Labels, axis: str) -> go.Scatter:
    n_classes = len(labels.bars.classes)
    return go.Scatter(
        y=[level + SPREAD * ((k + 0.5) / n_classes - 0.5) for k in range(n_classes)],
        xaxis=axis,
        yaxis="y2",
        mode="markers",
        marker={
            "color": theme.class_colors(n_classes),
            "size": 12,
            "line": {"color": theme.GROUND.light, "width": 1.5},
        },
        customdata=[theme.plain(label) for label in labels.bars.classes],
        hovertemplate=f"%{{customdata}}: %{{x:{theme.ALL_DIGITS}}}<extra></extra>",
        cliponaxis=False,
    )

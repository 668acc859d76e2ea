"""Naive and shifted softmax in a number format, over the format's number line."""

from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.bindings import Feed, LiveFigure
from softmax_app.figures import share_panels, theme

Floats = NDArray[np.float64]
States = NDArray[np.int64]

ROWS: Final = ("shifted", "naive")  # from below
SYMBOLS: Final = ("circle", "triangle-left", "triangle-right")
LINE_TOP: Final = 0.26  # of the figure's height
PANELS_BOTTOM: Final = 0.46
SPREAD: Final = 0.56  # between the classes of one row, which may stand at the same place
BEYOND: Final = 0.22  # of the way from 0 to overflow, seen on either side of it


class Limits(NamedTuple):
    """The powers at which exp leaves the format."""

    last_finite: float
    smallest_normal: float
    smallest_nonzero: float

    @property
    def ends(self) -> tuple[float, float]:
        """The ends of the line that is drawn."""
        room = BEYOND * (self.last_finite - self.smallest_nonzero)
        return self.smallest_nonzero - room, self.last_finite + room


class Labels(NamedTuple):
    """The words of the figure, in the reader's language, and the limits that it marks."""

    panels: share_panels.Labels
    rows: tuple[str, str]
    zones: tuple[str, ...]
    axis: str
    limits: Limits


def places(exponents: Floats, limits: Limits) -> tuple[Floats, States]:
    """Return where powers stand on the line, and with which symbol: arrows for those beyond it."""
    low, high = limits.ends
    symbols = np.select([exponents < low, exponents > high], [1, 2], default=0)
    return np.clip(exponents, low, high), symbols.astype(np.int64)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def format_line(labels: Labels) -> LiveFigure:
    """Draw the panels' arrays, and ``<row>_place``, ``<row>_symbol`` of shape (rows, n)."""
    panels = share_panels.feeds(labels.panels)
    first = 1 + max(feed.trace for feed in panels)
    points = []
    for number, row in enumerate(ROWS):
        points += [Feed(first + number, "x", f"{row}_place")]
        points += [Feed(first + number, "marker.symbol", f"{row}_symbol", lookup=SYMBOLS)]
    return LiveFigure(
        wide=_figure(labels, narrow=False),
        narrow=_figure(labels, narrow=True),
        feeds=panels + tuple(points),
        height=460,
        narrow_height=330,
        description=labels.panels.description,
    )


def _figure(labels: Labels, *, narrow: bool) -> go.Figure:
    area = share_panels.Area(bottom=PANELS_BOTTOM)
    figure = share_panels.draw(labels.panels, narrow=narrow, area=area)
    number = theme.axis_number(len(labels.panels.panels))
    for row in range(len(ROWS)):
        figure.add_trace(_points(row, labels, f"x{number}"))
    low, high = labels.limits.ends
    figure.update_layout(
        {
            f"xaxis{number}": {
                "domain": [0, 1],
                "range": [low, high],
                "anchor": "y2",
                "tickvals": [labels.limits.smallest_nonzero, 0, labels.limits.last_finite],
                "tickformat": ".5~g",
                "tickfont": {"size": 11 if narrow else 13, "color": theme.MUTED.light},
                "showgrid": False,
                "title": {"text": labels.axis, "font": {"size": 11 if narrow else 13}},
            },
            "yaxis2": {
                "domain": [0, LINE_TOP],
                "range": [-0.6, 2.1],
                "anchor": f"x{number}",
                "tickvals": [0, 1],
                "ticktext": labels.rows,
                "tickfont": {"size": 11 if narrow else 13, "color": theme.TEXT.light},
                "showgrid": False,
            },
        }
    )
    figure.update_layout(margin={"l": 64 if narrow else 72, "b": 40})
    for start, end, words, style in _zones(labels):
        _zone(figure, (start, end), words, style, f"x{number}", narrow)
    return figure


def _zones(labels: Labels) -> list[tuple[float, float, str, dict[str, Any]]]:
    limits = labels.limits
    low, high = limits.ends
    fault = {"fillcolor": theme.FAULT_GROUND.light}
    return [
        (low, limits.smallest_nonzero, labels.zones[0], fault),
        (limits.smallest_nonzero, limits.smallest_normal, "", fault | {"opacity": 0.5}),
        (limits.smallest_normal, limits.last_finite, labels.zones[2], {"fillcolor": theme.CLEAR}),
        (limits.last_finite, high, labels.zones[3], fault),
    ]


def _zone(
    figure: go.Figure,
    ends: tuple[float, float],
    words: str,
    style: dict[str, Any],
    axis: str,
    narrow: bool,
) -> None:
    start, end = ends
    line = {"color": theme.FAULT.light, "width": 1}
    place = {"xref": axis, "yref": "y2"}
    figure.add_shape(
        type="rect", x0=start, x1=end, y0=-0.6, y1=1.5, layer="below", line=line, **place, **style
    )
    if words:
        color = theme.MUTED.light if style["fillcolor"] == theme.CLEAR else theme.FAULT.light
        figure.add_annotation(
            text=words,
            x=(start + end) / 2,
            y=1.5,
            yanchor="bottom",
            showarrow=False,
            font={"size": 11 if narrow else 13, "color": color},
            **place,
        )


def _points(row: int, labels: Labels, axis: str) -> go.Scatter:
    n_classes = len(labels.panels.classes)
    return go.Scatter(
        y=[row + SPREAD * ((k + 0.5) / n_classes - 0.5) for k in range(n_classes)],
        xaxis=axis,
        yaxis="y2",
        mode="markers",
        marker={
            "color": theme.class_colors(n_classes),
            "size": 12,
            "line": {"color": theme.GROUND.light, "width": 1.5},
        },
        customdata=[theme.plain(label) for label in labels.panels.classes],
        hovertemplate="%{customdata}: %{x:.6g}<extra></extra>",
        cliponaxis=False,
    )

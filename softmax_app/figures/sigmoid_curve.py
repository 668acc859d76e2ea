"""The sigmoid curve over a difference of scores, beside one node and two nodes with equal bars."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.bindings import Feed, LiveFigure
from softmax_app.figures import share_panels, theme

Floats = NDArray[np.float64]

REACH: Final = 10.0  # the curve is drawn for differences up to it; beyond, the point waits there
CURVE_ENDS: Final = 0.42  # of the figure's width
PANELS_BEGIN: Final = 0.5


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    panels: share_panels.Labels
    curve: str
    axis: str


def point_place(difference: Floats) -> Floats:
    """Return where on the axis a difference stands."""
    return np.clip(difference, -REACH, REACH)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def sigmoid_curve(labels: Labels) -> LiveFigure:
    """Draw ``curve_x``, ``curve_y``, the point ``place``, ``sigma`` and the panels' arrays."""
    panels = share_panels.feeds(labels.panels)
    first = 1 + max(feed.trace for feed in panels)
    own = (
        Feed(first, "x", "curve_x"),
        Feed(first, "y", "curve_y"),
        Feed(first + 1, "x", "place"),
        Feed(first + 1, "y", "sigma"),
    )
    return LiveFigure(
        wide=_figure(labels, narrow=False),
        narrow=_figure(labels, narrow=True),
        feeds=panels + own,
        height=340,
        narrow_height=250,
        description=labels.panels.description,
    )


def _figure(labels: Labels, *, narrow: bool) -> go.Figure:
    figure = share_panels.draw(
        labels.panels, narrow=narrow, area=share_panels.Area(left=PANELS_BEGIN)
    )
    number = theme.axis_number(len(labels.panels.panels))
    axis = f"x{number}"
    line = {"color": theme.TEXT.light, "width": 3}
    marker = {
        "color": theme.CLASSES[0].light,
        "size": 15,
        "line": {"color": theme.GROUND.light, "width": 2},
    }
    figure.add_traces(
        [
            go.Scatter(xaxis=axis, mode="lines", line=line, hoverinfo="skip"),
            go.Scatter(xaxis=axis, mode="markers", marker=marker, hoverinfo="skip"),
        ]
    )
    figure.update_layout(
        {
            f"xaxis{number}": {
                "domain": [0, CURVE_ENDS],
                "range": [-REACH - 0.4, REACH + 0.4],
                "tickvals": [-10, -5, 0, 5, 10],
                "anchor": "y",
                "tickfont": {"size": 12, "color": theme.MUTED.light},
            }
        }
    )
    figure.update_layout(yaxis_anchor=axis, margin_b=44)
    boundary = {"color": theme.PATH.light, "width": 2, "dash": "dash"}
    figure.add_shape(type="line", xref=axis, x0=0, x1=0, y0=0, y1=1, line=boundary)
    figure.add_shape(
        type="line", xref=axis, x0=-REACH, x1=REACH, y0=0.5, y1=0.5, line=boundary | {"width": 1}
    )
    words = {"xref": "paper", "yref": "paper", "x": CURVE_ENDS / 2, "showarrow": False}
    figure.add_annotation(
        text=f"<b>{labels.curve}</b>",
        y=1,
        yshift=44,
        xanchor="center",
        font={"size": 13 if narrow else 16},
        **words,
    )
    figure.add_annotation(
        text=labels.axis,
        y=0,
        yshift=-44,
        xanchor="center",
        yanchor="bottom",
        font={"size": 11 if narrow else 13, "color": theme.MUTED.light},
        **words,
    )
    return figure

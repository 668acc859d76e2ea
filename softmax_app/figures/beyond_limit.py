"""Many values as thin bars, and a line that most of them pass."""

from functools import lru_cache, partial
from typing import NamedTuple

import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure
from softmax_app.figures.told import Told


class Labels(NamedTuple):
    """The words of the figure, in the reader's language: ``places`` has one for each bar.

    ``beyond`` says what the array ``counted`` counts: the bars that pass the limit.
    """

    places: tuple[str, ...]
    array: str
    limit: float
    limit_name: str
    beyond: str
    counted: str
    axis: str
    description: str


@lru_cache(maxsize=8)  # the same words make the same figure, whatever its numbers
def beyond_limit(labels: Labels) -> LiveFigure:
    """Draw an array of shape (1, n) as bars, and the limit as a line."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(200, 220),
        description=labels.description,
        told=(Told(labels.beyond, labels.counted),),
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    bars = go.Bar(
        x=list(range(1, len(labels.places) + 1)),
        marker={"color": theme.MARK.light, "line": {"width": 0}},
        customdata=[theme.plain(place) for place in labels.places],
        hovertemplate=f"%{{customdata}}: %{{y:{theme.ALL_DIGITS}}}<extra></extra>",
    )
    canvas.add(bars, y=labels.array)
    small = {"size": 11 if narrow else 13}
    canvas.figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": 40 if narrow else 56, "r": 4, "t": 20, "b": 24},
        bargap=0.25,
        xaxis={"showgrid": False},
        yaxis={"title": {"text": labels.axis, "font": small}, "rangemode": "tozero"},
    )
    line = {"color": theme.FAULT.light, "width": 2, "dash": "dash"}
    canvas.figure.add_hline(y=labels.limit, line=line)
    canvas.figure.add_annotation(
        text=f"╌╌ {labels.limit_name}",
        font={**small, "color": theme.FAULT.light},
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
    )

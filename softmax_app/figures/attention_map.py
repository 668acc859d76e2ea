"""The attention weights of one head as a map, and the chosen row of it as bars below."""

from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, written
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

SHADES: Final = 255
MASKED: Final = 0  # of the shades; a weight of 0 has the next one
MAP_BOTTOM: Final = 0.31  # of the figure's height
BARS_TOP: Final = 0.26
SCALE: Final = 120  # pixels: how long the key of the shades is
HEADROOM: Final = 1.22  # of the bars' axis, for the value above a weight of 1
ON_BARS: Final[dict[str, Any]] = {"yaxis": "y2"}


class Labels(NamedTuple):
    """The words of the figure, in the reader's language; ``picks`` is the control of a row."""

    words: tuple[str, ...]
    rows: str
    columns: str
    bars: str
    picks: str
    description: str


def shapes(frames: Frames) -> Frames:
    """Return the shade of each cell, the frame around the chosen row, and how high its bars are.

    The square root of a weight is shown: a quarter of the attention has half of the colour.
    """
    weights = np.asarray(frames["map_weights"], dtype=np.float64)
    shade = 1 + np.floor(np.sqrt(np.nan_to_num(weights)) * (SHADES - 1))
    row = np.asarray(frames["query"], dtype=np.float64)
    return {
        "cells": np.where(frames["map_masked"], MASKED, shade).astype(np.uint8),
        "chosen_row": (row + np.array([-0.5, -0.5, 0.5, 0.5, -0.5])).astype(np.float32),
        "bar_heights": np.nan_to_num(frames["weights"]).astype(np.float32),
    }


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def attention_map(labels: Labels) -> LiveFigure:
    """Draw ``map_weights``, shape (rows, n * n), and ``weights`` of the row ``query``."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(385, 450),
        lowest=330,
        description=labels.description,
        told=(
            Told(labels.rows, "query", words=labels.words),
            Told(labels.bars, "weights", labels.words),
        ),
        shapes=shapes,
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    count = len(labels.words)
    canvas.add(_cells(labels, narrow=narrow), picks=labels.picks, z="cells")
    ends = [-0.5, count - 0.5, count - 0.5, -0.5, -0.5]
    line = {"color": theme.TEXT.light, "width": 2.5}
    canvas.add(
        go.Scatter(x=ends, mode="lines", line=line, hoverinfo="skip", cliponaxis=False),
        y="chosen_row",
    )
    canvas.add(_bars(labels, narrow=narrow), y="bar_heights", text=written("weights"))
    _lay_out(canvas.figure, labels, narrow=narrow)


def _cells(labels: Labels, *, narrow: bool) -> go.Heatmap:
    count = len(labels.words)
    places = [(i, j) for i in range(count) for j in range(count)]
    edge = 1 / SHADES
    return go.Heatmap(
        x=[j for _, j in places],
        y=[i for i, _ in places],
        zmin=MASKED,
        zmax=SHADES,
        colorscale=[
            [0, theme.GROUND.light],  # what is masked is not there
            [edge, theme.GROUND.light],
            [edge, theme.MARK_GROUND.light],
            [1, theme.MARK.light],
        ],
        colorbar=_scale(narrow=narrow),
        xgap=1.5,
        ygap=1.5,
        text=[f"{labels.words[i]} → {labels.words[j]}" for i, j in places],
        hoverinfo="text",
    )


def _scale(*, narrow: bool) -> dict[str, Any]:
    """Return the key of the shades, over the map's end: where 0, a quarter and 1 have theirs."""
    shades = [1 + np.sqrt(weight) * (SHADES - 1) for weight in (0, 0.25, 1)]
    return {
        "orientation": "h",
        "x": 1,
        "xanchor": "right",
        "xpad": 6,  # half of the last number stands beyond the bar
        "y": 1,
        "yanchor": "bottom",
        "ypad": 2,
        "lenmode": "pixels",
        "len": SCALE,
        "thickness": 8,
        "outlinewidth": 0,
        "tickvals": shades,
        "ticktext": ["0", "¼", "1"],
        "tickfont": {"size": 11 if narrow else 13, "color": theme.MUTED.light},
        "ticks": "",
    }


def _bars(labels: Labels, *, narrow: bool) -> go.Bar:
    return go.Bar(
        x=list(range(len(labels.words))),
        width=1 if narrow else 0.8,  # which is what its value has room in
        marker={"color": theme.MARK.light, "line": {"color": theme.GROUND.light, "width": 1}},
        textposition="outside",
        textangle=0,
        textfont={"size": 10 if narrow else 13},
        cliponaxis=False,
        constraintext="none",
        customdata=list(labels.words),
        hovertemplate="%{customdata}: %{text}<extra></extra>",
        **ON_BARS,
    )


def _lay_out(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    count, size = len(labels.words), 11 if narrow else 15
    words = {"tickvals": list(range(count)), "ticktext": list(labels.words), "showgrid": False}
    small = {"size": size, "color": theme.TEXT.light}
    look = {"size": size, "color": theme.MUTED.light}
    for text, place, shift in ((f"{labels.rows} ↓", 0, -8), (labels.bars, 1, -SCALE - 8)):
        figure.add_annotation(
            text=text,
            x=place,
            y=1,
            xshift=shift,
            xref="paper",
            yref="paper",
            xanchor="right",
            yanchor="bottom",
            showarrow=False,
            font=look,
        )
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={
            "l": 60 if narrow else 92,
            "r": 1 if narrow else 4,
            "t": 30 if narrow else 33,
            "b": 68 if narrow else 44,
        },
        xaxis=words
        | {
            "range": [-0.5, count - 0.5],
            "anchor": "y2",
            "tickangle": -90 if narrow else 0,
            "tickfont": small,
            "title": {"text": "" if narrow else f"{labels.columns} →", "font": look},
        },
        yaxis=words
        | {
            "range": [count - 0.5, -0.5],
            "domain": [MAP_BOTTOM, 1],
            "tickfont": small,
        },
        yaxis2={
            "range": [0, HEADROOM],
            "domain": [0, BARS_TOP],
            "anchor": "x",
            "tickvals": [0, 1],
            "title": {"text": labels.bars, "font": look},
        },
    )

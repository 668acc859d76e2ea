"""Scores that arrive in blocks, as bars, with a line at the largest one so far."""

from functools import lru_cache, partial
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, written
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

WAITING: Final = 0.22  # how strong a bar is that has not arrived
ROOM: Final = 0.2  # of the axis, above and below the bars, for their values
BEYOND: Final = 0.08  # of the axis: how far past its end a bar waits that a hand has made longer


class Labels(NamedTuple):
    """The words of the figure, in the reader's language.

    ``ends`` are those of the axis, ``limit`` is where exp leaves the number format, with
    ``limit_name`` for its line; ``block`` scores are a block, each named in ``blocks``;
    ``arrived`` says what is counted when blocks arrive.
    """

    words: tuple[str, ...]
    blocks: tuple[str, ...]
    block: int
    ends: tuple[float, float]
    limit: float
    limit_name: str
    top_name: str
    arrived: str
    axis: str
    description: str


def shapes(frames: Frames, *, ends: tuple[float, float]) -> Frames:
    """Return how strong and high each bar is, and where the line at the maximum runs, if it does.

    What a hand takes past the ends of the axis waits there, with its value.
    """
    past = BEYOND * (ends[1] - ends[0])
    low, high = ends[0] - past, ends[1] + past
    top = np.asarray(frames["top"], dtype=np.float64)
    level = np.where(np.isfinite(top), np.clip(top, low, high), np.nan)[:, np.newaxis]
    scores = np.asarray(frames["online_scores"], dtype=np.float64)
    heights = np.where(np.isfinite(scores), np.clip(scores, low, high), scores)
    return {
        "bar_shade": np.where(frames["arrived"], 1.0, WAITING).astype(np.float32),
        "bar_tops": heights.astype(np.float32),
        "top_line": np.repeat(level, 2, axis=-1),
    }


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def block_bars(labels: Labels) -> LiveFigure:
    """Draw ``online_scores``, (rows, n), of which those ``arrived``, and the maximum ``top``."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(280, 340),
        lowest=230,
        description=labels.description,
        told=(
            Told(labels.arrived, "blocks_done"),
            Told(labels.top_name, "top"),
            Told(labels.axis, "online_scores", labels.words),
        ),
        shapes=partial(shapes, ends=labels.ends),
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    count = len(labels.words)
    bars = go.Bar(
        x=list(range(count)),
        width=1 if narrow else 0.8,  # which is what its value has room in
        marker={"color": theme.MARK.light, "line": {"color": theme.GROUND.light, "width": 1}},
        textposition="outside",
        textangle=0,
        textfont={"size": 10 if narrow else 13},
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
    )
    line = {"color": theme.TEXT.light, "width": 2}
    drawn = go.Scatter(x=[-0.5, count - 0.5], mode="lines", line=line, hoverinfo="skip")
    canvas.add(drawn, y="top_line")  # behind the values
    canvas.add(bars, y="bar_tops", text=written("online_scores"), marker_opacity="bar_shade")
    _lay_out(canvas.figure, labels, narrow=narrow)
    _mark_blocks(canvas.figure, labels, narrow=narrow)
    _name_lines(canvas.figure, labels, narrow=narrow)


def _lay_out(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    count, size = len(labels.words), 11 if narrow else 15
    low, high = labels.ends
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={
            "l": 40 if narrow else 56,
            "r": 1 if narrow else 4,
            "t": 46,
            "b": 68 if narrow else 30,
        },
        xaxis={
            "range": [-0.5, count - 0.5],
            "tickvals": list(range(count)),
            "ticktext": list(labels.words),
            "tickangle": -90 if narrow else 0,
            "tickfont": {"size": size, "color": theme.TEXT.light},
            "showgrid": False,
        },
        yaxis={
            "range": [low - ROOM * (high - low), high + ROOM * (high - low)],
            "title": {"text": labels.axis, "font": {"size": size}},
            "zeroline": True,
            "zerolinecolor": theme.MUTED.light,
        },
    )


def _mark_blocks(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    """Draw a ground behind every other block, and the names of all where there is room."""
    for number, name in enumerate(labels.blocks):
        start = number * labels.block - 0.5
        if number % 2 == 0:
            figure.add_shape(
                type="rect",
                x0=start,
                x1=start + labels.block,
                y0=0,
                y1=1,
                yref="paper",
                layer="below",
                fillcolor=theme.LINE.light,
                opacity=0.35,
                line={"width": 0},
            )
        figure.add_annotation(
            text=str(number + 1) if narrow or labels.block == 1 else name,
            x=start + labels.block / 2,
            y=1,
            yref="paper",
            yanchor="bottom",
            showarrow=False,
            font={"size": 11 if narrow else 13, "color": theme.MUTED.light},
        )


def _name_lines(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    """Say above the plot what the line at the maximum is, and draw and name the format's limit."""
    size = 11 if narrow else 13
    place = {"y": 1, "yref": "paper", "xref": "paper", "yanchor": "bottom", "showarrow": False}
    figure.add_annotation(
        text=f"━ {labels.top_name}",
        x=0,
        xanchor="left",
        yshift=22,
        font={"size": size, "color": theme.TEXT.light},
        **place,
    )
    if labels.limit > labels.ends[1]:
        return
    line = {"color": theme.FAULT.light, "width": 1.5, "dash": "dash"}
    figure.add_hline(y=labels.limit, line=line)
    figure.add_annotation(
        text=f"╌╌ {labels.limit_name}",
        x=1,
        xanchor="right",
        yshift=22,
        font={"size": size, "color": theme.FAULT.light},
        **place,
    )

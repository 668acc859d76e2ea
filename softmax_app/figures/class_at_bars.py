"""The guesses of a class at the heights of bars, and the bars of the answer beside them."""

from functools import partial
from typing import Final

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.class_dots import (
    DARK,
    LOW,
    SYMBOLS,
    Labels,
    Numbers,
    dots,
    moved,
    moves,
    stacked,
    step,
    title,
)
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, written

HEADROOM: Final = 0.1  # above and below the bars, as a part of the axis, for the answer's values
ALONE: Final = (-0.36, 0.5)  # where the dots of one vote begin, and how wide they may become
COLUMNS: Final = (-0.46, -0.06)  # where the dots of each vote begin beside the middle of a bar
USUAL: Final = 3  # bars
WIDTH: Final = 0.2  # that they may take, and the answer's bar takes
ANSWER: Final = 0.2  # where that begins
CLOSE: Final = 0.036  # between two dots, where there is room


def class_at_bars(votes: tuple[Numbers, ...], labels: Labels) -> LiveFigure:
    """Draw the guesses of one vote or two at each bar, and bars of ``guess_truth`` beside them.

    A vote has a row for each phone; where both have the same one, a line leads from the one guess
    to the other. What is nan is not there.
    """
    draw = partial(_draw, votes=votes, labels=labels)
    return live_figure(
        draw,
        heights=(420, 420),
        lowest=LOW,
        description=labels.description,
        told=labels.told,
    )


def _draw(canvas: Canvas, *, narrow: bool, votes: tuple[Numbers, ...], labels: Labels) -> None:
    colors = theme.class_colors(len(labels.names))
    columns, room = (COLUMNS, WIDTH) if len(votes) > 1 else (ALONE[:1], ALONE[1])
    for k, color in enumerate(colors):
        if len(votes) > 1:
            ends = (k + COLUMNS[0] + WIDTH, k + COLUMNS[1])
            canvas.add(moves(ends, moved(votes[0][:, k], votes[1][:, k])))
        for column, symbol, vote in zip(columns, SYMBOLS, votes, strict=False):
            heights = vote[~np.isnan(vote[:, k]), k]
            places = stacked(heights, labels.low, labels.high)
            along = k + column + places * step(places, room, CLOSE * len(colors) / USUAL)
            canvas.add(dots(along, heights, color, symbol))
    canvas.add(_answer(colors, narrow), y="guess_truth", text=written("guess_truth"))
    _lay_out(canvas.figure, labels)


def _answer(colors: list[str], narrow: bool) -> go.Bar:
    return go.Bar(
        x=list(range(len(colors))),
        offset=ANSWER,
        width=WIDTH,
        marker={"color": colors, "line": {"width": 0}},
        textposition="outside",
        textangle=0,
        textfont={"size": 14 if narrow else 18},
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
    )


def _lay_out(figure: go.Figure, labels: Labels) -> None:
    room = HEADROOM * (labels.high - labels.low)
    count = len(labels.names)
    figure.update_layout(template=theme.template(), margin={"l": 56, "r": 8, "t": 40, "b": 36})
    figure.update_xaxes(
        range=[-0.6, count - 0.4],
        tickvals=list(range(count)),
        ticktext=theme.fitting(labels.names, labels.names, 100 // count),
        tickangle=0,
        tickfont={"size": 17, "color": DARK},
        showgrid=False,
    )
    figure.update_yaxes(
        range=[labels.low - (room if labels.low < 0 else room / 4), labels.high + room],
        zeroline=True,
        zerolinecolor=theme.MUTED.light,
        tickfont={"size": 17},
    )
    title(figure, labels.axis)

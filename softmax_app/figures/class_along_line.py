"""The guesses of a class along a line, a lane for each vote, and the answer below and across."""

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

COLORS: Final = (theme.MARK.light, theme.OTHER_MARK.light)  # of the votes
STACK: Final = 0.6  # of a lane's height: above it lines lead here from the lane before
CLOSE: Final = 0.09  # between two dots, in lanes, where there is room
ABOVE: Final = 0.8  # the base of the first lane


def class_along_line(votes: tuple[Numbers, ...], labels: Labels) -> LiveFigure:
    """Draw the guesses at an amount in one vote or two, and ``guess_truth``.

    A vote has a row for each phone, nan for one that has not voted; lines lead from the guesses of
    those who have moved to where they are.
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
    lanes = range(len(votes), 0, -1)  # from above; the answer has lane 0
    if len(votes) > 1:
        ends = moved(votes[0][:, 0], votes[1][:, 0])
        canvas.add(moves(ends, (lanes[0], lanes[1] + STACK)))
    for lane, color, symbol, vote in zip(lanes, COLORS, SYMBOLS, votes, strict=False):
        amounts = vote[~np.isnan(vote[:, 0]), 0]
        places = stacked(amounts, labels.low, labels.high)
        canvas.add(dots(amounts, lane + places * step(places, STACK, CLOSE), color, symbol))
    canvas.add(_answer(len(votes)), x="guess_truth", text=written("guess_truth"))
    _lay_out(canvas.figure, labels, [*lanes, 0], narrow)


def _answer(n_votes: int) -> go.Scatter:
    """Return the answer as a point below the lanes, and a line across them."""
    return go.Scatter(
        y=[0],
        mode="markers+text",
        marker={"symbol": "circle", "size": 22, "color": DARK},
        error_y={
            "symmetric": False,
            "array": [n_votes + ABOVE],
            "arrayminus": [0],
            "color": DARK,
            "thickness": 2,
            "width": 0,
        },
        textposition="bottom center",
        textfont={"size": 22, "color": DARK, "weight": 700},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _lay_out(figure: go.Figure, labels: Labels, lanes: list[int], narrow: bool) -> None:
    pad = 0.02 * (labels.high - labels.low)
    figure.update_layout(
        template=theme.template(),
        margin={"l": 90 if narrow else 130, "r": 24, "t": 40, "b": 36},
    )
    figure.update_xaxes(
        range=[labels.low - pad, labels.high + pad],
        nticks=6 if narrow else 11,
        tickfont={"size": 17},
    )
    figure.update_yaxes(
        range=[-0.75, max(lanes) + ABOVE],
        tickvals=lanes,
        ticktext=[theme.plain(name) for name in labels.names],
        tickfont={"size": 13 if narrow else 18, "color": DARK},
        showgrid=False,
    )
    title(figure, labels.axis)

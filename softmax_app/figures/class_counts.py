"""What a class chose, counted: a row a choice; who moved from which row to which; the answer."""

from functools import partial
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import theme
from softmax_app.figures.class_moves import THICK, bands, drawn
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, written
from softmax_app.figures.told import Told

Whole = NDArray[np.int64]

# which part of the width belongs to the first vote, to those who moved, to the second, the answer
ONE_VOTE: Final = ((0.0, 0.5), (0.68, 1.0))
TWO_VOTES: Final = ((0.0, 0.19), (0.23, 0.38), (0.41, 0.6), (0.74, 1.0))
FEWEST: Final = 3  # rows for which there is room: one alone is no thicker
BEYOND: Final = 1.3  # of the longest bar: room for its number
LETTER: Final = 8.6  # pixels
LOW: Final = 340  # on the wall: the lower, the larger its letters
LONGEST: Final = 34  # letters of a row's name
DARK: Final = theme.TEXT.light


class Labels(NamedTuple):
    """The words of the figure.

    ``rows`` are what was chosen, in ``colors``; ``options`` those of which the answer has bars on
    ``axis``, from above, in the colours of classes; ``votes`` stand above the votes.
    """

    rows: tuple[str, ...]
    colors: tuple[str, ...]
    options: tuple[str, ...]
    axis: str
    low: float
    high: float
    votes: tuple[str, ...]
    description: str
    told: tuple[Told, ...] = ()


def class_counts(votes: tuple[Whole, ...], moves: Whole, labels: Labels) -> LiveFigure:
    """Draw how many chose each row in one vote or two, who moved, and bars of ``guess_truth``."""
    draw = partial(_draw, votes=votes, moves=moves, labels=labels)
    return live_figure(
        draw,
        heights=(420, 420),
        lowest=LOW,
        description=labels.description,
        told=labels.told,
    )


def _draw(
    canvas: Canvas, *, narrow: bool, votes: tuple[Whole, ...], moves: Whole, labels: Labels
) -> None:
    figure = canvas.figure
    domains = ONE_VOTE if len(votes) == 1 else TWO_VOTES
    longest = max(min(LONGEST, theme.width(row)) for row in labels.rows)
    figure.update_layout(
        template=theme.template(),
        margin={"l": 12 + LETTER * longest, "r": 40, "t": 44, "b": 36},
        bargap=1 - THICK,
    )
    most = BEYOND * max(1, *(int(vote.max()) for vote in votes))
    rows = _names(labels.rows, 14 if narrow else 17)
    for place, vote, title in zip((0, 2), votes, labels.votes, strict=False):
        bars = _bars(labels.colors, place, x=vote.tolist(), text=[str(one) for one in vote])
        canvas.add(bars)
        _lay_out(figure, place, domains[place], len(labels.rows), range=[0, most], visible=False)
        _title(figure, title, sum(domains[place]) / 2, "center")
    if len(votes) > 1:
        for band in bands(moves):
            canvas.add(drawn(band, labels.colors[band.source], xaxis="x2", yaxis="y2"))
        _lay_out(figure, 1, domains[1], len(labels.rows), range=[0, 1], visible=False)
    figure.update_layout(yaxis=rows)
    _add_answer(canvas, labels, domains)


def _add_answer(canvas: Canvas, labels: Labels, domains: tuple[tuple[float, float], ...]) -> None:
    """Add what the answer is of each option, on the question's own axis."""
    figure, last = canvas.figure, len(domains) - 1
    bars = _bars(theme.class_colors(len(labels.options)), last)
    canvas.add(bars, x="guess_truth", text=written("guess_truth"))
    beyond = (BEYOND - 1) * (labels.high - labels.low)
    ends = [labels.low, labels.high + beyond]
    _lay_out(
        figure,
        last,
        domains[last],
        len(labels.options),
        range=ends,
        nticks=5,
        tickfont={"size": 17},
    )
    figure.update_layout({f"yaxis{theme.axis_number(last)}": _names(labels.options, 17)})
    _title(figure, labels.axis, 1, "right")


def _bars(colors: tuple[str, ...] | list[str], place: int, **more: Any) -> go.Bar:
    number = theme.axis_number(place)
    return go.Bar(
        y=[-row for row in range(len(colors))],
        orientation="h",
        xaxis=f"x{number}",
        yaxis=f"y{number}",
        marker={"color": list(colors), "line": {"width": 0}},
        textposition="outside",
        textfont={"size": 18},
        cliponaxis=False,
        hoverinfo="skip",
        **more,
    )


def _names(names: tuple[str, ...], size: int) -> dict[str, Any]:
    """Return what says on an axis which row is which, from above."""
    return {
        "tickvals": [-row for row in range(len(names))],
        "ticktext": [theme.plain(name, LONGEST) for name in names],
        "tickfont": {"size": size, "color": DARK},
    }


def _lay_out(
    figure: go.Figure, place: int, domain: tuple[float, float], n_rows: int, **along: Any
) -> None:
    number = theme.axis_number(place)
    across = {"range": [0.45 - max(n_rows, FEWEST), 0.55], "showgrid": False, "tickvals": []}
    figure.update_layout(
        {
            f"xaxis{number}": {"domain": domain, "anchor": f"y{number}", **along},
            f"yaxis{number}": {"anchor": f"x{number}", **across},
        }
    )


def _title(figure: go.Figure, text: str, x: float, side: str) -> None:
    figure.add_annotation(
        text=f"<b>{text}</b>",
        x=x,
        y=1,
        yshift=32,
        xanchor=side,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"size": 17},
    )

"""A guess beside the answer: bars dragged to a height, an option, or an amount on a line."""

from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import (
    Canvas,
    Handle,
    LiveFigure,
    live_figure,
    looked_up,
    written,
)
from softmax_app.figures.told import Told

HEADROOM: Final = 0.16  # above and below the bars, as a part of the axis, for their values
NARROW_BELOW: Final = 480  # pixels: beside what is asked there are more
CHOSEN: Final = "✓"  # is told of the one option that is chosen
GUESS, ANSWER = 1, 0  # the lanes of an amount
DARK: Final = theme.TEXT.light


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    names: tuple[str, ...]  # of bars or options; of an amount the two lanes
    axis: str
    low: float
    high: float
    description: str
    said: tuple[str, str] = ("", "")  # what a guess is called, and the answer
    marks: tuple[str, ...] = ()  # what may stand over an option: "" first
    draggable: bool = False
    alone: bool = False  # is there a guess or an answer, but not one beside the other?

    @property
    def room(self) -> float:
        """What is kept free beyond the bars, on their axis."""
        return HEADROOM * (self.high - self.low)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def bars(labels: Labels) -> LiveFigure:
    """Draw bars of ``guess`` and ``guess_truth``, or over each option its ``guess_mark``."""
    return live_figure(
        partial(_draw_bars, labels=labels),
        heights=(360, 260),
        description=labels.description,
        told=_told(labels, labels.names),
        handle=Handle("guess", bars=len(labels.names)) if labels.draggable else None,
        narrow_below=NARROW_BELOW,
    )


@lru_cache(maxsize=64)
def amount(labels: Labels) -> LiveFigure:
    """Draw ``guess`` and ``guess_truth`` as two points over one axis."""
    return live_figure(
        partial(_draw_amount, labels=labels),
        heights=(260, 220),
        description=labels.description,
        told=_told(labels, ()),
        handle=Handle("guess.0") if labels.draggable else None,
        narrow_below=NARROW_BELOW,
    )


def _told(labels: Labels, names: tuple[str, ...]) -> tuple[Told, ...]:
    """Return what is told: the guess so far and, once it is shown, the answer."""
    guess, answer = labels.said
    is_ranked = len(labels.marks) > len(("", CHOSEN))
    marks = labels.marks if is_ranked else ("", CHOSEN)
    marked = Told(guess, "guess_mark", names, words=marks)
    drawn = Told(guess, "guess", names, sparse=True)
    return (marked if labels.marks else drawn, Told(answer, "guess_truth", names, sparse=True))


def _draw_bars(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    is_single = labels.marks or labels.alone
    width, offset = (0.6, -0.3) if is_single else (0.4, 0.0)
    solid = {"color": _colors(labels), "line": {"width": 0}}
    truth = _bar(labels, solid, width=width, offset=offset, narrow=narrow)
    canvas.add(truth, y="guess_truth", text=written("guess_truth"))
    if labels.marks:
        canvas.add(_marks(labels, narrow), text=looked_up("guess_mark", labels.marks))
    else:
        offset = offset if is_single else -0.4
        hatched = _bar(labels, _hatched(labels), width=width, offset=offset, narrow=narrow)
        canvas.add(hatched, y="guess", text=written("guess"))
    _lay_out_bars(canvas.figure, labels, narrow)


def _bar(
    labels: Labels, marker: dict[str, Any], *, width: float, offset: float, narrow: bool
) -> go.Bar:
    """Return a bar for each name, with its value above it."""
    return go.Bar(
        x=list(range(len(labels.names))),
        width=width,
        offset=offset,
        marker=marker,
        textposition="outside",
        textangle=0,
        textfont={"size": 12 if narrow else 16},
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
    )


def _hatched(labels: Labels) -> dict[str, Any]:
    """Return the look of a bar that is guessed."""
    colors = _colors(labels)
    return {
        "color": colors,
        "line": {"color": colors, "width": 2},
        "pattern": {"shape": "/", "fillmode": "replace", "fgcolor": colors, "solidity": 0.2},
    }


def _marks(labels: Labels, narrow: bool) -> go.Scatter:
    count = len(labels.names)
    return go.Scatter(
        x=list(range(count)),
        y=[labels.high + labels.room] * count,
        mode="text",
        textposition="bottom center",
        textfont={"size": 13 if narrow else 17, "color": DARK, "weight": 700},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _lay_out_bars(figure: go.Figure, labels: Labels, narrow: bool) -> None:
    count = len(labels.names)
    letters = int((350 if narrow else 460) / count / 8)  # that fit under a bar
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": 52, "r": 8, "t": 34, "b": 34},
    )
    figure.update_xaxes(
        range=[-0.6, count - 0.4],
        tickvals=list(range(count)),
        ticktext=theme.fitting(labels.names, labels.names, letters),
        tickangle=0,
        tickfont={"size": 12 if narrow else 15, "color": DARK},
        showgrid=False,
    )
    figure.update_yaxes(
        range=[labels.low - (labels.room if labels.low < 0 else 0), labels.high + labels.room],
        zeroline=True,
        zerolinecolor=theme.MUTED.light,
        zerolinewidth=1.5,
        nticks=6,
        tickfont={"size": 12 if narrow else 14},
    )
    _title(figure, labels.axis, narrow)


def _draw_amount(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    guess = _point(GUESS, "diamond-open", theme.MARK.light, narrow)
    canvas.add(guess, x="guess", text=written("guess"))
    answer = _point(ANSWER, "circle", DARK, narrow)
    canvas.add(answer, x="guess_truth", text=written("guess_truth"))
    figure, pad = canvas.figure, 0.04 * (labels.high - labels.low)
    figure.update_layout(
        template=theme.template(),
        margin={"l": 70 if narrow else 110, "r": 16, "t": 34, "b": 34},
    )
    figure.update_xaxes(
        range=[labels.low - pad, labels.high + pad],
        nticks=6 if narrow else 11,
        tickfont={"size": 12 if narrow else 14},
    )
    figure.update_yaxes(
        range=[-0.5, 1.75],
        tickvals=[GUESS, ANSWER],
        ticktext=[theme.plain(name) for name in labels.names],
        tickfont={"size": 13 if narrow else 15, "color": DARK},
        showgrid=False,
    )
    _title(figure, labels.axis, narrow)


def _point(lane: int, symbol: str, color: str, narrow: bool) -> go.Scatter:
    return go.Scatter(
        y=[lane],
        mode="markers+text",
        marker={"symbol": symbol, "size": 20, "color": color, "line": {"width": 4}},
        textposition="top center",
        textfont={"size": 16 if narrow else 20, "color": color, "weight": 700},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _title(figure: go.Figure, text: str, narrow: bool) -> None:
    figure.add_annotation(
        text=f"<b>{text}</b>",
        x=0.5,
        y=1,
        yshift=28,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"size": 13 if narrow else 16},
    )


def _colors(labels: Labels) -> list[str]:
    return theme.class_colors(len(labels.names))

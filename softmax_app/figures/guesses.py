"""A guess beside the answer: bars dragged to a height, an option, or an amount on a line."""

from functools import lru_cache
from typing import Final, NamedTuple

import plotly.graph_objects as go

from softmax_app.bindings import Feed, Handle, LiveFigure
from softmax_app.figures import theme

HEADROOM: Final = 0.16  # above and below the bars, as a part of the axis, for their values
GUESS, ANSWER = 1, 0  # the lanes of an amount
DARK: Final = theme.TEXT.light


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    names: tuple[str, ...]  # of bars or options; of an amount the two lanes
    axis: str
    low: float
    high: float
    description: str
    marks: tuple[str, ...] = ()  # what may stand over an option: "" first
    draggable: bool = False


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def bars(labels: Labels) -> LiveFigure:
    """Draw bars of ``guess`` and ``guess_truth``, or over each option its ``guess_mark``."""
    feeds = [Feed(0, "y", "guess_truth"), Feed(0, "text", "guess_truth", as_text=True)]
    if labels.marks:
        feeds += [Feed(1, "text", "guess_mark", lookup=labels.marks)]
    else:
        feeds += [Feed(1, "y", "guess"), Feed(1, "text", "guess", as_text=True)]
    return LiveFigure(
        wide=_bars(labels, narrow=False),
        narrow=_bars(labels, narrow=True),
        feeds=tuple(feeds),
        height=340,
        narrow_height=260,
        description=labels.description,
        handle=Handle("guess", bars=len(labels.names)) if labels.draggable else None,
    )


@lru_cache(maxsize=64)
def amount(labels: Labels) -> LiveFigure:
    """Draw ``guess`` and ``guess_truth`` as two points over one axis."""
    return LiveFigure(
        wide=_amount(labels, narrow=False),
        narrow=_amount(labels, narrow=True),
        feeds=tuple(
            Feed(trace, attribute, array, as_text=attribute == "text")
            for trace, array in enumerate(("guess", "guess_truth"))
            for attribute in ("x", "text")
        ),
        height=260,
        narrow_height=220,
        description=labels.description,
        handle=Handle("guess.0") if labels.draggable else None,
    )


def _bars(labels: Labels, *, narrow: bool) -> go.Figure:
    count = len(labels.names)
    places = list(range(count))
    room = (350 if narrow else 840) / count
    second = _marks(labels, narrow) if labels.marks else _guessed(labels, narrow)
    truth = go.Bar(
        x=places,
        width=0.4 if not labels.marks else 0.6,
        offset=0.0 if not labels.marks else -0.3,
        marker={"color": _colors(labels), "line": {"width": 0}},
        textposition="outside",
        textangle=0,
        textfont={"size": 12 if narrow else 16},
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
    )
    figure = go.Figure([truth, second])
    margin = HEADROOM * (labels.high - labels.low)
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": 52, "r": 8, "t": 34, "b": 34},
    )
    figure.update_xaxes(
        range=[-0.6, count - 0.4],
        tickvals=places,
        ticktext=[theme.fitting((name,), int(room / 8)) for name in labels.names],
        tickangle=0,
        tickfont={"size": 12 if narrow else 15, "color": DARK},
        showgrid=False,
    )
    figure.update_yaxes(
        range=[labels.low - (margin if labels.low < 0 else 0), labels.high + margin],
        zeroline=True,
        zerolinecolor=theme.MUTED.light,
        zerolinewidth=1.5,
        nticks=6,
        tickfont={"size": 12 if narrow else 14},
    )
    _title(figure, labels.axis, narrow)
    return figure


def _guessed(labels: Labels, narrow: bool) -> go.Bar:
    colors = _colors(labels)
    return go.Bar(
        x=list(range(len(labels.names))),
        width=0.4,
        offset=-0.4,
        marker={
            "color": colors,
            "line": {"color": colors, "width": 2},
            "pattern": {"shape": "/", "fillmode": "replace", "fgcolor": colors, "solidity": 0.2},
        },
        textposition="outside",
        textangle=0,
        textfont={"size": 12 if narrow else 16},
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
    )


def _marks(labels: Labels, narrow: bool) -> go.Scatter:
    count = len(labels.names)
    return go.Scatter(
        x=list(range(count)),
        y=[labels.high + HEADROOM * (labels.high - labels.low)] * count,
        mode="text",
        textposition="bottom center",
        textfont={"size": 13 if narrow else 17, "color": DARK, "weight": 700},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _amount(labels: Labels, *, narrow: bool) -> go.Figure:
    looks = (
        (GUESS, "diamond-open", theme.CLASSES[1].light),
        (ANSWER, "circle", theme.CLASSES[0].light),
    )
    traces = [
        go.Scatter(
            y=[lane],
            mode="markers+text",
            marker={"symbol": symbol, "size": 20, "color": color, "line": {"width": 4}},
            textposition="top center",
            textfont={"size": 16 if narrow else 20, "color": color, "weight": 700},
            cliponaxis=False,
            hoverinfo="skip",
        )
        for lane, symbol, color in looks
    ]
    figure = go.Figure(traces)
    pad = 0.04 * (labels.high - labels.low)
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
    return figure


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

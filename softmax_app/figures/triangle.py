"""The probability simplex of three classes: three answers and the temperature's path."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.bindings import Feed, LiveFigure
from softmax_app.figures import theme

Floats = NDArray[np.float64]

CORNERS: Final = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, 3**0.5 / 2]])
NAMES_AT: Final = np.array([[-0.03, -0.12], [1.03, -0.12], [0.5, 0.99]])  # clear of the points
LONGEST_NAME: Final = 14
SYMBOLS: Final = {"linear": "square", "softmax": "circle", "hardmax": "diamond-open"}


class PathLabels(NamedTuple):
    """The words of the figure of a descent."""

    classes: tuple[str, ...]
    description: str


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    classes: tuple[str, ...]
    titles: tuple[str, str, str]
    description: str


def place(probs: Floats) -> Floats:
    """Return where distributions over three classes lie: (..., 3) -> (..., 2).

    A corner is a certain class, the centre the uniform distribution, an edge a class ruled out.
    """
    return np.asarray(probs @ CORNERS)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def triangle(labels: Labels) -> LiveFigure:
    """Draw ``<map>_x``, ``<map>_y`` (rows, 1) as points, ``path_x``, ``path_y`` as a curve."""
    feeds = [Feed(1, "x", "path_x"), Feed(1, "y", "path_y")]
    for number, name in enumerate(SYMBOLS):
        feeds += [Feed(2 + number, "x", f"{name}_x"), Feed(2 + number, "y", f"{name}_y")]
    figure = _figure(labels)
    return LiveFigure(figure, figure, tuple(feeds), 280, 260, labels.description)


@lru_cache(maxsize=64)
def descent_triangle(labels: PathLabels) -> LiveFigure:
    """Draw ``path_x``, ``path_y`` as a curve of points, ``target_x`` … and ``here_x`` as marks."""
    feeds = [
        Feed(trace, axis, f"{name}_{axis}")
        for trace, name in ((1, "path"), (2, "target"), (3, "here"))
        for axis in "xy"
    ]
    traces = [
        go.Scatter(
            mode="lines+markers",
            line={"color": theme.PATH.light, "width": 2},
            marker={"color": theme.PATH.light, "size": 5},
            hoverinfo="skip",
        ),
        _mark("star", theme.FAULT.light, 15),
        _mark("circle", theme.TEXT.light, 14),
    ]
    figure = _drawn(traces, labels.classes)
    return LiveFigure(figure, figure, tuple(feeds), 300, 250, labels.description)


def _mark(symbol: str, color: str, size: int) -> go.Scatter:
    marker = {"symbol": symbol, "size": size, "color": color}
    return go.Scatter(mode="markers", marker=marker, hoverinfo="skip")


def _figure(labels: Labels) -> go.Figure:
    path = go.Scatter(
        mode="lines",
        line={"color": theme.PATH.light, "width": 2, "dash": "dot"},
        hoverinfo="skip",
    )
    points = (_point(name, title) for name, title in zip(SYMBOLS, labels.titles, strict=True))
    return _drawn([path, *points], labels.classes)


def _drawn(traces: list[go.Scatter], classes: tuple[str, ...]) -> go.Figure:
    """Return the triangle with what is drawn in it."""
    outline = np.vstack([CORNERS, CORNERS[:1]])
    # no legend and no annotations: plotly.js draws both anew at every position of a drag
    figure = go.Figure(
        [
            go.Scatter(
                x=outline[:, 0],
                y=outline[:, 1],
                mode="lines",
                line={"color": theme.MUTED.light, "width": 1.5},
                hoverinfo="skip",
            ),
            *traces,
            _corner_names(classes),
        ]
    )
    unseen = {"visible": False, "constrain": "domain", "fixedrange": False}
    figure.update_layout(
        template=theme.template(),
        dragmode="zoom",
        uirevision="kept",  # zoom survives every redraw
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
    )
    figure.update_xaxes(range=[-0.3, 1.3], **unseen)
    figure.update_yaxes(range=[-0.2, 1.06], scaleanchor="x", scaleratio=1, **unseen)
    return figure


def _point(name: str, title: str) -> go.Scatter:
    color = theme.FAULT.light if name == "linear" else theme.TEXT.light
    return go.Scatter(
        mode="markers",
        marker={
            "symbol": SYMBOLS[name],
            "size": 16 if name == "hardmax" else 13,
            "color": color,
            "line": {"width": 2, "color": color},
        },
        hovertemplate=f"{theme.plain(title)}<extra></extra>",
    )


def _corner_names(classes: tuple[str, ...]) -> go.Scatter:
    return go.Scatter(
        x=NAMES_AT[:, 0],
        y=NAMES_AT[:, 1],
        mode="text",
        text=[f"<b>{theme.plain(label, LONGEST_NAME)}</b>" for label in classes],
        textfont={"color": theme.class_colors(3), "size": 14},
        hoverinfo="skip",
    )

"""The probability simplex of three classes: three answers and the temperature's path."""

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames, outline

Floats = NDArray[np.float64]

CORNERS: Final = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, 3**0.5 / 2]])
NAMES_AT: Final = np.array([[-0.03, -0.12], [1.03, -0.12], [0.5, 0.99]])  # clear of the points
LONGEST_NAME: Final = 14
SYMBOLS: Final = {"linear": "square", "softmax": "circle", "hardmax": "diamond-open"}


class PathLabels(NamedTuple):
    """The words of the figure of a descent; ``titles`` are of where it is and where it leads."""

    classes: tuple[str, ...]
    titles: tuple[str, str]
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


def placed(frames: Frames, arrays: Mapping[str, str]) -> Frames:
    """Return where distributions lie, as ``<name>_x``, ``<name>_y``: one to a row, or several."""
    found: Frames = {}
    for name, array in arrays.items():
        spots = place(np.asarray(frames[array], dtype=np.float64))
        points = spots.reshape(len(spots), -1, 2)
        rows = points if points.shape[1] == 1 else outline(points)
        found |= {f"{name}_x": rows[..., 0], f"{name}_y": rows[..., 1]}
    return found


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def triangle(labels: Labels) -> LiveFigure:
    """Draw the three maps as points, and the distributions of ``softmax_path`` as a curve."""

    def draw(canvas: Canvas, *, narrow: bool) -> None:  # noqa: ARG001 (the same in both places)
        _add_outline(canvas)
        canvas.add(_path(width=2, dash="dot"), x="path_x", y="path_y")
        for name, title in zip(SYMBOLS, labels.titles, strict=True):
            canvas.add(_point(name, title), x=f"{name}_x", y=f"{name}_y")
        _finish(canvas, labels.classes)

    arrays = {"path": "softmax_path"} | {name: name for name in SYMBOLS}
    return live_figure(
        draw,
        heights=(280, 260),
        description=labels.description,
        told=_told(labels, *SYMBOLS),
        shapes=partial(placed, arrays=arrays),
    )


@lru_cache(maxsize=64)
def descent_triangle(labels: PathLabels) -> LiveFigure:
    """Draw the distributions of ``descent_path`` as a curve, ``target`` and ``probs`` as marks."""

    def draw(canvas: Canvas, *, narrow: bool) -> None:  # noqa: ARG001 (the same in both places)
        _add_outline(canvas)
        path = go.Scatter(
            mode="lines+markers",
            line={"color": theme.PATH.light, "width": 2},
            marker={"color": theme.PATH.light, "size": 5},
            hoverinfo="skip",
        )
        canvas.add(path, x="path_x", y="path_y")
        canvas.add(_mark("star", theme.OTHER_MARK.light, 15), x="target_x", y="target_y")
        canvas.add(_mark("circle", theme.MARK.light, 14), x="here_x", y="here_y")
        _finish(canvas, labels.classes)

    arrays = {"path": "descent_path", "target": "target", "here": "probs"}
    return live_figure(
        draw,
        heights=(200, 250),
        lowest=300,
        description=labels.description,
        told=_told(labels, "probs", "target"),
        shapes=partial(placed, arrays=arrays),
    )


def _told(labels: Labels | PathLabels, *arrays: str) -> tuple[Told, ...]:
    named = zip(labels.titles, arrays, strict=True)
    return tuple(Told(title, array, labels.classes) for title, array in named)


def _mark(symbol: str, color: str, size: int) -> go.Scatter:
    marker = {"symbol": symbol, "size": size, "color": color}
    return go.Scatter(mode="markers", marker=marker, hoverinfo="skip")


def _path(**line: Any) -> go.Scatter:
    return go.Scatter(mode="lines", line={"color": theme.PATH.light, **line}, hoverinfo="skip")


def _add_outline(canvas: Canvas) -> None:
    corners = np.vstack([CORNERS, CORNERS[:1]])
    edges = go.Scatter(
        x=corners[:, 0],
        y=corners[:, 1],
        mode="lines",
        line={"color": theme.MUTED.light, "width": 1.5},
        hoverinfo="skip",
    )
    canvas.add(edges)


def _finish(canvas: Canvas, classes: tuple[str, ...]) -> None:
    """Add the names of the corners, and lay the triangle out."""
    # no legend and no annotations: plotly.js draws both anew at every position of a drag
    canvas.add(_corner_names(classes))
    unseen = {"visible": False, "constrain": "domain", "fixedrange": False}
    canvas.figure.update_layout(
        template=theme.template(),
        dragmode="zoom",
        uirevision="kept",  # zoom survives every redraw
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
    )
    canvas.figure.update_xaxes(range=[-0.3, 1.3], **unseen)
    canvas.figure.update_yaxes(range=[-0.2, 1.06], scaleanchor="x", scaleratio=1, **unseen)


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
        textfont={"color": theme.class_colors(3), "size": 16},
        hoverinfo="skip",
    )

"""Decision regions of a model over two features, its samples, and its loss while it learns."""

from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

Floats = NDArray[np.float64]

DOMAINS: Final = ((0.0, 0.6), (0.68, 1.0))
SHADES: Final = 85  # of each class: from undecided to certain
SYMBOLS: Final = ("circle", "square", "triangle-up")  # of the classes, beside their colours
AS_LARGE: Final = (1.0, 0.95, 1.4)  # to the eye, one as the other
SECOND: Final[dict[str, Any]] = {"xaxis": "x2", "yaxis": "y2", "hoverinfo": "skip"}


class Samples(NamedTuple):
    """What the plot of samples needs to know of them: their places and classes."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    labels: tuple[int, ...]


class Lattice(NamedTuple):
    """The places that are shaded, and the ends of the two axes around them."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    ends: tuple[tuple[float, float], tuple[float, float]]


class Labels(NamedTuple):
    """The words of the figure, in the reader's language, its samples and its lattice."""

    classes: tuple[str, ...]
    axes: tuple[str, str]
    titles: tuple[str, str]
    steps: str
    sample: str
    probability: str
    top: float
    last_step: int
    samples: Samples
    lattice: Lattice
    description: str


def shapes(frames: Frames) -> Frames:
    """Return the shades of the lattice, and where the sample in hand and the step stand."""
    sample = frames["sample_x"]
    return {
        "boundary_line_x": frames["boundary_x"].astype(np.float32),
        "boundary_line_y": frames["boundary_y"].astype(np.float32),
        "region": shading(np.asarray(frames["lattice_probs"], dtype=np.float64)),
        "chosen_x": sample[:, :1],
        "chosen_y": sample[:, 1:],
        "trained_x": frames["training_step"][:, np.newaxis],
        "trained_y": frames["training_loss"][:, np.newaxis],
    }


def shading(probs: Floats) -> NDArray[np.uint8]:
    """Return the winner of each distribution and how sure it is of it, as one shade."""
    n_classes = probs.shape[-1]
    sure = (probs.max(axis=-1) - 1 / n_classes) / (1 - 1 / n_classes)
    level = np.floor(np.clip(sure, 0, 1) * (SHADES - 1))
    shades: NDArray[np.uint8] = (probs.argmax(axis=-1) * SHADES + level).astype(np.uint8)
    return shades


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def regions(labels: Labels) -> LiveFigure:
    """Draw ``lattice_probs`` as shades with their boundaries, ``sample_x``, and the loss."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(430, 280),
        lowest=290,
        description=labels.description,
        told=_told(labels),
        shapes=shapes,
    )


def _told(labels: Labels) -> tuple[Told, ...]:
    """Return what is told: how far the training is, and what it makes of the sample in hand."""
    return (
        Told(labels.steps, "training_step"),
        Told(labels.titles[1], "training_loss"),
        Told(labels.sample, "sample_label", words=labels.classes),
        Told(labels.sample, "sample_x", labels.axes),
        Told(labels.probability, "sample_probs", labels.classes),
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    line = go.Scatter(mode="lines", line={"color": theme.TEXT.light, "width": 3}, **SECOND)
    canvas.add(_ground(labels), z="region")
    canvas.add(_boundaries(), x="boundary_line_x", y="boundary_line_y")
    canvas.add(_samples(labels, narrow=narrow), picks="sample")
    canvas.add(_ring(narrow=narrow), x="chosen_x", y="chosen_y")
    canvas.add(line, x="training_x", y="training_y")
    canvas.add(_step(narrow=narrow), x="trained_x", y="trained_y")
    _lay_out(canvas.figure, labels, narrow=narrow)
    _add_titles(canvas.figure, labels, narrow=narrow)


def _ground(labels: Labels) -> go.Heatmap:
    colors = theme.class_colors(len(labels.classes))
    return go.Heatmap(
        x=np.array(labels.lattice.x),
        y=np.array(labels.lattice.y),
        zmin=0,
        zmax=SHADES * len(colors),
        colorscale=_scale(colors),
        zsmooth="fast",  # from place to place, without an edge
        opacity=0.6,
        showscale=False,
        hoverinfo="skip",
    )


def _boundaries() -> go.Scatter:
    """Return the lines on which two species are equally probable."""
    return go.Scatter(
        mode="lines", line={"color": theme.TEXT.light, "width": 1.5}, hoverinfo="skip"
    )


def _scale(colors: list[str]) -> list[list[Any]]:
    """Return for each class the colours from undecided to certain, side by side in one scale."""
    part = 1 / len(colors)
    scale: list[list[Any]] = []
    for number, color in enumerate(colors):
        scale += [[number * part, theme.GROUND.light], [(number + 1) * part, color]]
    return scale


def _samples(labels: Labels, *, narrow: bool) -> go.Scatter:
    colors = theme.class_colors(len(labels.classes))
    size = 6 if narrow else 9
    return go.Scatter(
        x=labels.samples.x,
        y=labels.samples.y,
        mode="markers",
        marker={
            "color": [colors[label] for label in labels.samples.labels],
            "symbol": [SYMBOLS[label] for label in labels.samples.labels],
            "size": [size * AS_LARGE[label] for label in labels.samples.labels],
            "line": _outline(narrow=narrow),
        },
        customdata=[theme.plain(labels.classes[one]) for one in labels.samples.labels],
        hovertemplate="%{customdata}: %{x} mm, %{y} mm<extra></extra>",
    )


def _ring(*, narrow: bool) -> go.Scatter:
    """Return the ring around the sample that is looked at."""
    line = {"color": theme.TEXT.light, "width": 3}
    size = 12 if narrow else 17
    marker = {"symbol": "circle-open", "size": size, "color": theme.TEXT.light, "line": line}
    return go.Scatter(mode="markers", marker=marker, hoverinfo="skip")


def _step(*, narrow: bool) -> go.Scatter:
    line = _outline(narrow=narrow)
    marker = {"color": theme.MARK.light, "size": 14, "line": line}
    return go.Scatter(mode="markers", marker=marker, cliponaxis=False, **SECOND)


def _outline(*, narrow: bool) -> dict[str, Any]:
    return {"color": theme.GROUND.light, "width": 1 if narrow else 1.5}


def _lay_out(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    small = {"size": 11 if narrow else 14}

    def axis(domain: tuple[float, float], ends: tuple[float, float], title: str) -> dict[str, Any]:
        return {"domain": domain, "range": list(ends), "title": {"text": title, "font": small}}

    x_ends, y_ends = labels.lattice.ends
    steps = (-0.03 * labels.last_step, 1.03 * labels.last_step)
    figure.update_layout(
        template=theme.template(),
        margin={"l": 46, "r": 8, "t": 30, "b": 44},
        hovermode="closest",
        xaxis=axis(DOMAINS[0], x_ends, labels.axes[0]),
        yaxis=axis((0, 1), y_ends, labels.axes[1]),
        xaxis2=axis(DOMAINS[1], steps, labels.steps) | {"anchor": "y2"},
        yaxis2={"range": [-0.05 * labels.top, 1.05 * labels.top], "anchor": "x2"},
    )


def _add_titles(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    for (start, end), title in zip(DOMAINS, labels.titles, strict=True):
        figure.add_annotation(
            text=f"<b>{title}</b>",
            x=(start + end) / 2,
            y=1,
            yshift=26,
            xref="paper",
            yref="paper",
            xanchor="center",
            showarrow=False,
            font={"size": 13 if narrow else 16},
        )

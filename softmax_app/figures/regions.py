"""Decision regions of a model over two features, its samples, and its loss while it learns."""

from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.bindings import Feed, LiveFigure, Pick
from softmax_app.figures import theme

Floats = NDArray[np.float64]

DOMAINS: Final = ((0.0, 0.6), (0.68, 1.0))
SHADES: Final = 85  # of each class: from undecided to certain
SAMPLES: Final = 1  # the trace of the samples
COLUMNS: Final = 36
ROWS: Final = 24


class Samples(NamedTuple):
    """What the plot of samples needs to know of them: their places and classes."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    labels: tuple[int, ...]


class Labels(NamedTuple):
    """The words of the figure, in the reader's language, and its samples."""

    classes: tuple[str, ...]
    axes: tuple[str, str]
    titles: tuple[str, str]
    steps: str
    top: float
    last_step: int
    samples: Samples
    description: str


def ranges(features: Floats) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the ends of both axes: those of the samples and a little more."""
    low, high = features.min(axis=0), features.max(axis=0)
    room = 0.06 * (high - low)
    left, bottom = (low - room).tolist()
    right, top = (high + room).tolist()
    return (left, right), (bottom, top)


def grid(features: Floats) -> Floats:
    """Return the places whose probabilities are drawn, shape (places, 2), row by row."""
    (left, right), (bottom, top) = ranges(features)
    x = left + (right - left) * (np.arange(COLUMNS) + 0.5) / COLUMNS
    y = bottom + (top - bottom) * (np.arange(ROWS) + 0.5) / ROWS
    return np.stack([np.tile(x, ROWS), np.repeat(y, COLUMNS)], axis=-1)


def shading(probs: Floats) -> NDArray[np.uint8]:
    """Return the winner of each distribution and how sure it is of it, as one shade."""
    n_classes = probs.shape[-1]
    sure = (probs.max(axis=-1) - 1 / n_classes) / (1 - 1 / n_classes)
    level = np.floor(np.clip(sure, 0, 1) * (SHADES - 1))
    shades: NDArray[np.uint8] = (probs.argmax(axis=-1) * SHADES + level).astype(np.uint8)
    return shades


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def regions(labels: Labels) -> LiveFigure:
    """Draw ``region``, the sample ``chosen_x``, ``chosen_y``, and the loss, a line and a point."""
    feeds = [Feed(0, "z", "region"), Feed(2, "x", "chosen_x"), Feed(2, "y", "chosen_y")]
    feeds += [Feed(3, axis, f"training_{axis}") for axis in "xy"]
    feeds += [Feed(4, axis, f"trained_{axis}") for axis in "xy"]
    return LiveFigure(
        wide=_figure(labels, narrow=False),
        narrow=_figure(labels, narrow=True),
        feeds=tuple(feeds),
        height=430,
        narrow_height=280,
        description=labels.description,
        pick=Pick(SAMPLES, "sample"),
    )


def _figure(labels: Labels, *, narrow: bool) -> go.Figure:
    features = np.column_stack([labels.samples.x, labels.samples.y])
    (left, right), (bottom, top) = ranges(features)
    places = grid(features)
    colors = theme.class_colors(len(labels.classes))
    second: dict[str, Any] = {"xaxis": "x2", "yaxis": "y2", "hoverinfo": "skip"}
    ground = {"color": theme.GROUND.light, "width": 1 if narrow else 1.5}
    figure = go.Figure(
        [
            go.Heatmap(
                x=places[:, 0],
                y=places[:, 1],
                zmin=0,
                zmax=SHADES * len(colors),
                colorscale=_scale(colors),
                opacity=0.5,
                showscale=False,
                hoverinfo="skip",
            ),
            go.Scatter(
                x=labels.samples.x,
                y=labels.samples.y,
                mode="markers",
                marker={
                    "color": [colors[label] for label in labels.samples.labels],
                    "size": 6 if narrow else 9,
                    "line": ground,
                },
                customdata=[theme.plain(labels.classes[one]) for one in labels.samples.labels],
                hovertemplate="%{customdata}: %{x} mm, %{y} mm<extra></extra>",
            ),
            _ring(narrow=narrow),
            go.Scatter(mode="lines", line={"color": theme.TEXT.light, "width": 3}, **second),
            go.Scatter(
                mode="markers",
                marker={"color": theme.CLASSES[0].light, "size": 14, "line": ground},
                cliponaxis=False,
                **second,
            ),
        ]
    )
    small = {"size": 11 if narrow else 13}

    def axis(domain: tuple[float, float], ends: tuple[float, float], title: str) -> dict[str, Any]:
        return {"domain": domain, "range": list(ends), "title": {"text": title, "font": small}}

    steps = (-0.03 * labels.last_step, 1.03 * labels.last_step)
    figure.update_layout(
        template=theme.template(),
        margin={"l": 46, "r": 8, "t": 30, "b": 44},
        hovermode="closest",
        xaxis=axis(DOMAINS[0], (left, right), labels.axes[0]),
        yaxis=axis((0, 1), (bottom, top), labels.axes[1]),
        xaxis2=axis(DOMAINS[1], steps, labels.steps) | {"anchor": "y2"},
        yaxis2={"range": [-0.05 * labels.top, 1.05 * labels.top], "anchor": "x2"},
    )
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
    return figure


def _scale(colors: list[str]) -> list[list[Any]]:
    """Return for each class the colours from undecided to certain, side by side in one scale."""
    part = 1 / len(colors)
    scale: list[list[Any]] = []
    for number, color in enumerate(colors):
        scale += [[number * part, theme.GROUND.light], [(number + 1) * part, color]]
    return scale


def _ring(*, narrow: bool) -> go.Scatter:
    """Return the ring around the sample that is looked at."""
    line = {"color": theme.TEXT.light, "width": 3}
    size = 12 if narrow else 17
    marker = {"symbol": "circle-open", "size": size, "color": theme.TEXT.light, "line": line}
    return go.Scatter(mode="markers", marker=marker, hoverinfo="skip")

"""The guesses of a class as dots, one each: those in the same part of an axis lie side by side."""

from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import theme
from softmax_app.figures.told import Told

Numbers = NDArray[np.floating[Any]]

BINS: Final = 60  # of the axis: guesses in the same one lie side by side
MANY: Final = 40  # lines that are seen through
FEW: Final = 80  # dots that may be larger
FEW_SIZE: Final = 18
SIZE: Final = 14
LOW: Final = 290  # of a figure on the wall: the lower, the larger its letters
DARK: Final = theme.TEXT.light
SYMBOLS: Final = ("circle-open", "circle")  # of the votes


class Labels(NamedTuple):
    """The words of a figure; ``names`` are of bars, or of the lanes: the votes and the answer."""

    names: tuple[str, ...]
    axis: str
    low: float
    high: float
    description: str
    told: tuple[Told, ...] = ()


def stacked(values: Numbers, low: float, high: float) -> NDArray[np.int64]:
    """Return for each value how many before it lie in the same bin of the axis.

    >>> import numpy as np
    >>> stacked(np.array([0.5, 0.1, 0.5, 0.501]), 0, 1)
    array([0, 0, 1, 2])
    """
    bins = np.floor((values - low) / (high - low) * BINS)
    order = np.argsort(bins, kind="stable")
    _, starts = np.unique(bins[order], return_index=True)
    first = np.repeat(starts, np.diff([*starts, len(bins)]))
    places = np.empty(len(bins), dtype=np.int64)
    places[order] = np.arange(len(bins)) - first
    return places


def step(places: NDArray[np.int64], room: float, most: float) -> float:
    """Return how far apart dots lie: they have so much room, and lie no further than this."""
    return min(most, room / max(1, int(places.max(initial=0))))


def moved(first: Numbers, second: Numbers) -> tuple[Numbers, Numbers]:
    """Return where those were and are who have voted twice, and otherwise."""
    both = ~np.isnan(first) & ~np.isnan(second) & (first != second)
    return first[both], second[both]


def moves(x: tuple[Any, Any], y: tuple[Any, Any]) -> go.Scatter:
    """Return lines from where guesses were to where they are."""
    ends = np.broadcast_arrays(x[0], x[1], y[0], y[1])
    gap = np.full(ends[0].shape, None)
    return go.Scatter(
        x=np.stack([ends[0], ends[1], gap], axis=-1).ravel().tolist(),
        y=np.stack([ends[2], ends[3], gap], axis=-1).ravel().tolist(),
        mode="lines",
        line={"color": theme.PATH.light, "width": 1.5},
        opacity=min(0.6, max(0.3, MANY / (2 * (ends[0].size + 1)))),
        hoverinfo="skip",
    )


def dots(x: Numbers, y: Numbers, color: str, symbol: str) -> go.Scatter:
    """Return a dot for each guess."""
    return go.Scatter(
        x=x.tolist(),
        y=y.tolist(),
        mode="markers",
        marker={
            "symbol": symbol,
            "size": FEW_SIZE if len(x) < FEW else SIZE,
            "color": color,
            "line": {"width": 2 if symbol.endswith("open") else 0},
        },
        opacity=0.75,
        cliponaxis=False,
        hoverinfo="skip",
    )


def title(figure: go.Figure, text: str) -> None:
    """Write above a figure what its axis means."""
    figure.add_annotation(
        text=f"<b>{text}</b>",
        x=0.5,
        y=1,
        yshift=30,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"size": 18},
    )

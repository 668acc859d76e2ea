"""What is no probability, or no answer to be trusted: hatched, and named above its chart."""

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import theme

Floats = NDArray[np.float64]
Shapes = NDArray[np.float32]  # where something is drawn, not digits


def label_heights(shares: Floats, *, of_nan: float = np.nan) -> Shapes:
    """Return where the value of each share is written: on its bar, inside the chart."""
    heights = np.where(np.isnan(shares), of_nan, np.clip(shares, -1e-6, 1.0))
    return heights.astype(np.float32)


def fault_zones(shares: Floats, useless: NDArray[np.bool_]) -> Shapes:
    """Return the three zones to hatch, shape (rows, 3): above 1, below 0, and between.

    Where something leaves 0 to 1, the outside is marked; where there is no answer, everything.
    """
    leaves: NDArray[np.bool_] = np.logical_or.reduce(shares < 0, axis=-1)
    outside = np.where(leaves | useless, 1.0, np.nan)
    everything = np.where(useless, 1.0, np.nan)
    return np.stack([outside, -outside, everything], axis=-1).astype(np.float32)


def hatching(n_classes: int, xaxis: str) -> go.Bar:
    """Return what is over the zones, and over the bars that reach into them."""
    return go.Bar(
        x=[(n_classes - 1) / 2] * 3,
        xaxis=xaxis,
        base=[1, 0, 0],
        width=n_classes + 0.2,
        marker={
            "color": theme.FAULT_GROUND.light,
            "opacity": 0.86,
            "line": {"width": 0},
            "pattern": {
                "shape": "/",
                "fillmode": "replace",
                "bgcolor": theme.FAULT_GROUND.light,
                "fgcolor": theme.FAULT.light,
                "fgopacity": 0.5,
                "size": 9,
                "solidity": 0.14,
            },
        },
        hoverinfo="skip",
    )


def fault_name(n_classes: int, xaxis: str, top: float, size: int) -> go.Scatter:
    """Return where a fault is named: above the chart, where no value can be written over it."""
    return go.Scatter(
        x=[(n_classes - 1) / 2],
        y=[top],
        xaxis=xaxis,
        mode="text",
        textposition="top center",
        textfont={"color": theme.FAULT.light, "size": size, "weight": 700},
        hoverinfo="skip",
        cliponaxis=False,
    )

"""The numbers of lesson 2, for any batch of settings."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.bindings import Frames
from softmax_app.figures import exp_curve, share_panels
from softmax_app.sweeps import Batch
from softmax_core import POSITIVE_WAYS, exp_step, make_positive

Floats = NDArray[np.float64]
States = NDArray[np.int64]
Bools = NDArray[np.bool_]

CURVE: Final = np.linspace(exp_curve.LEFT, exp_curve.RIGHT, 117)[np.newaxis, :]
SHIFTED_BY: Final = 1.0  # added to every score, to see which shares move


MAY_VANISH: Final = ("square", "relu", "softplus")  # may leave nothing to share


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    step = exp_step(batch.point, batch.step)
    heights = exp_curve.Heights(batch.point, batch.step, step.height, step.next_height, step.slope)
    drawn = exp_curve.shapes(heights)
    frames: Frames = {
        "step": batch.step,
        "height": step.height,
        "next_height": step.next_height,
        "ratio": step.ratio,
        "slope": step.slope,
        "secant": step.secant,
        "curve_x": CURVE.astype(np.float32),
        "curve_y": exp_step(CURVE, 1.0).height.astype(np.float32),
        "scores": batch.scores,
    }
    frames |= {name: shape.astype(np.float32) for name, shape in drawn.items()}
    for way in POSITIVE_WAYS:
        positive = make_positive(batch.scores, way)
        moved = make_positive(batch.scores + SHIFTED_BY, way).shares
        nothing: Bools = np.logical_or.reduce(np.isnan(positive.shares), axis=-1)
        frames |= {
            f"{way}_values": positive.values,
            way: positive.shares,
            f"{way}_moved": abs(moved - positive.shares).max(axis=-1),
            f"{way}_order": order_state(batch.scores, positive.shares),
        }
        if way in MAY_VANISH:
            frames |= {
                f"{way}_label": share_panels.label_heights(positive.shares),
                f"{way}_zones": share_panels.fault_zones(~nothing, np.ones_like(nothing)),
                f"{way}_fault": nothing.astype(np.int64),
            }
    return frames


def order_state(scores: Floats, shares: Floats) -> States:
    """Return which of ``texts.ORDERS`` holds for each row: does a larger score get more?"""
    higher = scores[..., :, np.newaxis] > scores[..., np.newaxis, :]
    gain = shares[..., :, np.newaxis] - shares[..., np.newaxis, :]
    nothing = np.isnan(shares).any(axis=-1)
    reversed_order = (higher & (gain < 0)).any(axis=(-2, -1))
    level = (higher & (gain == 0)).any(axis=(-2, -1))
    return np.select([nothing, reversed_order, level], [3, 2, 1], default=0)

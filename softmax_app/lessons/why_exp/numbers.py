"""The numbers of lesson 2, for any batch of settings."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.why_exp import words
from softmax_app.sweeps import Batch, Frames
from softmax_core import POSITIVE_WAYS, exp_step, make_positive

Floats = NDArray[np.float64]
States = NDArray[np.int64]

SHIFTED_BY: Final = 1.0  # added to every score, to see which shares move
ROUNDED_FROM: Final = 1.0  # the step over which a difference of rounded heights is still right
MAY_VANISH: Final = ("square", "relu", "softplus")  # may leave nothing to share


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    step = exp_step(batch.point, batch.step)
    frames: Frames = {
        "point": batch.point,
        "step": batch.step,
        "cancels": (batch.step < ROUNDED_FROM).astype(np.int64),
        "height": step.height,
        "next_height": step.next_height,
        "ratio": step.ratio,
        "slope": step.slope,
        "secant": step.secant,
        "scores": batch.scores,
    }
    for way in POSITIVE_WAYS:
        positive = make_positive(batch.scores, way)
        moved = make_positive(batch.scores + SHIFTED_BY, way).shares
        frames |= {
            f"{way}_values": positive.values,
            way: positive.shares,
            f"{way}_moved": abs(moved - positive.shares).max(axis=-1),
            f"{way}_order": order_state(batch.scores, positive.shares),
        }
        if way in MAY_VANISH:
            nothing = np.any(np.isnan(positive.shares), axis=-1).astype(np.int64)
            frames |= {f"{way}_useless": nothing, f"{way}_fault": nothing}
            frames[f"{way}_lost"] = np.isnan(frames[f"{way}_moved"]).astype(np.int64)
    return frames | _notes(batch.scores, frames)


def _notes(scores: Floats, frames: Frames) -> Frames:
    """Return which of the sentences about each of the others holds for each row."""
    nothing = {way: frames[f"{way}_useless"] > 0 for way in MAY_VANISH}
    is_level = frames["relu_order"] == list(words.ORDERS).index("level")
    is_lost = nothing["softplus"] | (frames["softplus_lost"] > 0)
    is_equal = np.ptp(scores, axis=-1) == 0
    return {
        "square_note": frames["square_order"],
        "relu_note": chosen(words.RELU_NOTES, "kept", nothing=nothing["relu"], level=is_level),
        "softplus_note": chosen(words.SOFTPLUS_NOTES, "moves", nothing=is_lost, equal=is_equal),
    }


def order_state(scores: Floats, shares: Floats) -> States:
    """Return which of ``words.ORDERS`` holds for each row: does a larger score get more?"""
    higher = scores[..., :, np.newaxis] > scores[..., np.newaxis, :]
    gain = shares[..., :, np.newaxis] - shares[..., np.newaxis, :]
    return chosen(
        words.ORDERS,
        "kept",
        nothing=np.any(np.isnan(shares), axis=-1),
        reversed=np.any(higher & (gain < 0), axis=(-2, -1)),
        level=np.any(higher & (gain == 0), axis=(-2, -1)),
    )

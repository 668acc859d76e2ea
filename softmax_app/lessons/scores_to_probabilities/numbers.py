"""The numbers of lesson 1, for any batch of settings: everything its page shows."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.bindings import Frames
from softmax_app.figures import share_panels, triangle
from softmax_app.sweeps import Batch
from softmax_core import LinearShares, entropy, hardmax, linear_normalize, softmax, softmax_steps

Floats = NDArray[np.float64]
States = NDArray[np.int64]

PATH_TEMPERATURES: Final = np.geomspace(0.05, 20, 49)
AGREEMENT: Final = 1e-12  # entropies closer than this, in nats, differ by rounding only


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``.

    An array that does not depend on what the batch varies has a single row.
    """
    scores, temperature = batch.scores, batch.temperature
    linear = linear_normalize(scores)
    steps = softmax_steps(scores, temperature=temperature)
    winners = hardmax(scores)
    n_classes = scores.shape[-1]
    linear_entropy = _entropy_of(linear)
    softmax_entropy = entropy(steps.probs)
    frames: Frames = {
        "scores": scores,
        "temperature": temperature,
        "tempered": (temperature != 1).astype(np.int64),
        "top": steps.top,
        "shifted": steps.shifted,
        "exponentials": steps.exponentials,
        "exponential_total": steps.total,
        "linear": linear.shares,
        "linear_label": share_panels.label_heights(linear.shares),
        "linear_total": linear.total,
        "linear_sum": linear.shares.sum(axis=-1),
        "linear_smallest": linear.shares.min(axis=-1),
        "linear_fault": linear_state(scores, linear),
        "linear_zones": share_panels.fault_zones(~linear.zero_sum, ~linear.negative_share),
        "softmax": steps.probs,
        "softmax_sum": steps.probs.sum(axis=-1),
        "softmax_state": softmax_state(linear, linear_entropy, steps.probs, softmax_entropy),
        "hardmax": winners,
        "hardmax_sum": winners.sum(axis=-1),
        "ties": np.count_nonzero(winners, axis=-1),
        "hardmax_state": (np.count_nonzero(winners, axis=-1) > 1).astype(np.int64),
        "linear_entropy": linear_entropy,
        "linear_has_entropy": (~np.isnan(linear_entropy)).astype(np.int64),
        "softmax_entropy": softmax_entropy,
        "hardmax_entropy": entropy(winners),
        "uniform_entropy": entropy(np.full((1, n_classes), 1 / n_classes)),
    }
    return frames | _triangle_frames(frames) if n_classes == 3 else frames


def linear_state(scores: Floats, linear: LinearShares) -> States:
    """Return which of ``texts.LINEAR_NOTES`` holds for each row."""
    reversed_order = linear.total < 0
    all_equal = np.ptp(scores, axis=-1) == 0
    states = [linear.zero_sum, reversed_order & all_equal, linear.negative_share & reversed_order]
    states += [reversed_order, linear.negative_share]
    return np.select(states, [4, 5, 3, 2, 1], default=0)


def softmax_state(
    linear: LinearShares, linear_entropy: Floats, probs: Floats, softmax_entropy: Floats
) -> States:
    """Return which of ``texts.SOFTMAX_NOTES`` holds for each row."""
    rounded = ((probs == 0) | (probs == 1)).any(axis=-1)
    fails = np.isnan(linear_entropy) | (linear.total < 0)
    flatter = softmax_entropy > linear_entropy + AGREEMENT
    sharper = softmax_entropy < linear_entropy - AGREEMENT
    return np.select([rounded, fails, flatter, sharper], [3, 2, 1, 0], default=4)


def _entropy_of(linear: LinearShares) -> Floats:
    """Return the entropy of linear shares where they are a distribution, elsewhere nan."""
    valid = ~(linear.zero_sum | linear.negative_share)
    result = np.full(valid.shape, np.nan)
    result[valid] = entropy(linear.shares[valid])
    return result


def _triangle_frames(frames: Frames) -> Frames:
    path = softmax(frames["scores"][:, np.newaxis, :], temperature=PATH_TEMPERATURES)
    path_places = triangle.place(path).astype(np.float32)  # a shape, not digits
    places: Frames = {"path_x": path_places[..., 0], "path_y": path_places[..., 1]}
    for name in triangle.SYMBOLS:
        spot = triangle.place(np.asarray(frames[name], dtype=np.float64))
        places |= {f"{name}_x": spot[:, :1], f"{name}_y": spot[:, 1:]}
    return places

"""The numbers of lesson 6, for any batch of settings."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.sweeps import Batch, Frames
from softmax_core import numerical_jacobian, softmax, softmax_jacobian, softmax_steps

Floats = NDArray[np.float64]

PUSH: Final = 0.1  # of a score, as the key sentence says


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    steps = softmax_steps(batch.scores)
    row, column = batch.choices["entry"]
    exact = softmax_jacobian(batch.scores)
    differences = by_differences(batch.scores, batch.difference)
    sums = np.concatenate([exact.sum(axis=-1), exact.sum(axis=-2)], axis=-1)
    probs = steps.probs
    return {
        "scores": batch.scores,
        "exponentials": steps.exponentials,
        "total": steps.total,
        "total_less_first": steps.exponentials[:, 1:].sum(axis=-1),  # a difference may cancel
        "slope_of_share": probs[:, 1:].sum(axis=-1) / steps.total,  # (S - e) / S²
        "probs": probs,
        "rest_of_first": probs[:, 1:].sum(axis=-1),
        "jacobian": exact.reshape(len(exact), -1),
        "entry": np.array([[row, column]]),
        "small_change": PUSH * abs(exact[:, row, column]),
        "largest_sum": abs(sums).max(axis=-1),
        "difference": batch.difference,
        "first_by_differences": differences[:, :, 0],
        "first_off": abs(differences - exact)[:, :, 0].astype(np.float32),
        "worst": abs(differences - exact).max(axis=(-2, -1)),
    }


def by_differences(scores: Floats, steps: Floats) -> Floats:
    """Return the Jacobian of each row by central differences."""
    rows, widths = np.broadcast_arrays(scores, steps[:, np.newaxis])
    found = [
        numerical_jacobian(softmax, row, step=float(width[0]))
        for row, width in zip(rows, widths, strict=True)
    ]
    return np.stack(found)

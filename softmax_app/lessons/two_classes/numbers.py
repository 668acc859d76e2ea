"""The numbers of lesson 3, for any batch of settings."""

from typing import Final

import numpy as np

from softmax_app.kit.choices import chosen
from softmax_app.lessons.two_classes import words
from softmax_app.sweeps import Batch, Frames
from softmax_core import sigmoid, softmax

REACH: Final = 10.0  # sigmoid is known as a curve for differences up to it
CURVE: Final = np.linspace(-REACH, REACH, 401)


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    pair = batch.scores[:, :2]
    difference = pair[:, 0] - pair[:, 1]
    one_node = np.stack([sigmoid(difference), sigmoid(-difference)], axis=-1)
    own = sigmoid(batch.scores)
    over_all = softmax(batch.scores)
    return {
        "scores": batch.scores,
        "mean": (pair[:, 0] + pair[:, 1]) / 2,
        "difference": difference,
        "minus_difference": -difference,
        "behind": batch.scores[:, 1:] - batch.scores[:, :1],  # how far the others are above
        "side": chosen(words.CURVE_NOTES, "boundary", left=difference < 0, right=difference > 0),
        "one_node": one_node,
        "one_node_sum": one_node.sum(axis=-1),
        "two_nodes": softmax(pair),
        "softmax": over_all,
        "softmax_sum": over_all.sum(axis=-1),
        "sigmoids": own,
        "sigmoids_sum": own.sum(axis=-1),
    }


def curve() -> tuple[tuple[float, ...], ...]:
    """Return the curve of sigmoid, which nothing moves."""
    return tuple(CURVE.tolist()), tuple(sigmoid(CURVE).tolist())

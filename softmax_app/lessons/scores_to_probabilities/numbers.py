"""The numbers of lesson 1, for any batch of settings: everything its page shows."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.scores_to_probabilities import words
from softmax_app.sweeps import Batch, Frames
from softmax_core import LinearShares, entropy, hardmax, linear_normalize, softmax, softmax_steps

Floats = NDArray[np.float64]
States = NDArray[np.int64]

PATH_TEMPERATURES: Final = np.geomspace(0.05, 20, 49)
SOUND: Final = 0  # the first of the notes on linear normalisation
AGREEMENT: Final = 1e-12  # shares closer than this differ by rounding only


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``.

    An array that does not depend on what the batch varies has a single row.
    """
    scores, temperature = batch.scores, batch.temperature
    linear = linear_normalize(scores)
    steps = softmax_steps(scores, temperature=temperature)
    winners = hardmax(scores)
    ties = np.count_nonzero(winners, axis=-1)
    n_classes = scores.shape[-1]
    linear_entropy = _entropy_of(linear)
    softmax_entropy = entropy(steps.probs)
    fault = linear_state(scores, linear)
    state = softmax_state(linear, steps.probs)
    return {
        "scores": scores,
        "temperature": temperature,
        "tempered": (temperature != 1).astype(np.int64),
        "top": steps.top,
        "shifted": steps.shifted,
        "exponentials": steps.exponentials,
        "exponential_total": steps.total,
        "linear": linear.shares,
        "linear_total": linear.total,
        "linear_sum": linear.shares.sum(axis=-1),
        "linear_smallest": linear.shares.min(axis=-1),
        "linear_largest": linear.shares.max(axis=-1),
        "linear_fault": fault,
        "linear_useless": linear.zero_sum.astype(np.int64),
        "softmax": steps.probs,
        "softmax_largest": steps.probs.max(axis=-1),
        "softmax_sum": steps.probs.sum(axis=-1),
        "key_state": np.where(fault == SOUND, len(words.LINEAR_NOTES) - 1 + state, fault - 1),
        "other_state": np.where(fault == SOUND, 0, 1 + state),
        "softmax_path": softmax(scores[:, np.newaxis, :], temperature=PATH_TEMPERATURES),
        "hardmax": winners,
        "hardmax_sum": winners.sum(axis=-1),
        "ties": ties,
        "hardmax_state": chosen(words.HARDMAX_NOTES, "one_largest", ties=ties > 1),
        "linear_entropy": linear_entropy,
        "linear_has_entropy": (~np.isnan(linear_entropy)).astype(np.int64),
        "softmax_entropy": softmax_entropy,
        "hardmax_entropy": entropy(winners),
        "uniform_entropy": entropy(np.full((1, n_classes), 1 / n_classes)),
    }


def linear_state(scores: Floats, linear: LinearShares) -> States:
    """Return which of ``words.LINEAR_NOTES`` holds for each row."""
    reversed_order = linear.total < 0
    return chosen(
        words.LINEAR_NOTES,
        "sound",
        no_sum=linear.zero_sum,
        nothing_to_reverse=reversed_order & (np.ptp(scores, axis=-1) == 0),
        both=linear.negative_share & reversed_order,
        reversed=reversed_order,
        negative=linear.negative_share,
    )


def softmax_state(linear: LinearShares, probs: Floats) -> States:
    """Return which of ``words.SOFTMAX_NOTES`` holds for each row."""
    valid = ~(linear.zero_sum | linear.negative_share)
    further = probs.max(axis=-1) - linear.shares.max(axis=-1)
    return chosen(
        words.SOFTMAX_NOTES,
        "as_spread",
        rounded=((probs == 0) | (probs == 1)).any(axis=-1),
        alone=~valid | (linear.total < 0),
        flatter=further < -AGREEMENT,
        sharper=further > AGREEMENT,
    )


def _entropy_of(linear: LinearShares) -> Floats:
    """Return the entropy of linear shares where they are a distribution, elsewhere nan."""
    valid = ~(linear.zero_sum | linear.negative_share)
    result = np.full(valid.shape, np.nan)
    result[valid] = entropy(linear.shares[valid])
    return result

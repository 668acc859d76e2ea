"""The numbers of lesson 5, for any batch of settings."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.kit.targets import targets
from softmax_app.lessons.cross_entropy import words
from softmax_app.sweeps import Batch, Frames
from softmax_core import (
    cross_entropy,
    cross_entropy_from_probs,
    entropy,
    kl_divergence,
    log_softmax,
    logsumexp,
    one_hot,
    softmax,
)

Floats = NDArray[np.float64]

HIGHEST: Final = 8.0  # surprise is known as a curve up to it
ALL_BUT_1: Final = 1 - 5e-5  # which four digits show as 1.000
PROBS: Final = ("plain", "near_1", "vanished")  # how p of the true class is written
CURVE: Final = np.union1d(np.geomspace(np.exp(-HIGHEST), 1, 161), np.linspace(0.02, 1, 161))


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    n_classes = batch.scores.shape[-1]
    label = one_hot(batch.label, n_classes)
    target = targets(batch)
    probs = softmax(batch.scores)
    surprise = -log_softmax(batch.scores) + 0.0
    loss = cross_entropy(batch.scores, target)
    floor = entropy(target)
    is_soft = batch.smoothing > 0
    other = another_class(batch.label, n_classes)
    prob, rest = probs[:, batch.label], np.delete(probs, batch.label, axis=-1).sum(axis=-1)
    is_near_1 = (prob >= ALL_BUT_1) & (rest > 0)
    both = prob * probs[:, other]
    return {
        "scores": batch.scores,
        "one_hot": label[np.newaxis],
        "target": target,
        "target_sum": target.sum(axis=-1),
        "probs": probs,
        "probs_sum": probs.sum(axis=-1),
        "surprise": surprise,
        "parts": target * surprise,
        "loss": loss,
        "label_prob": prob,
        "label_rest": rest,
        "label_written": chosen(PROBS, "plain", near_1=is_near_1, vanished=prob == 0),
        "loss_note": chosen(words.LOSS_NOTES, "one_hot", soft=is_soft, near_1=is_near_1),
        "label_score": batch.scores[:, batch.label],
        "label_loss": cross_entropy(batch.scores, batch.label),
        "other_prob": probs[:, other],
        "other_loss": cross_entropy(batch.scores, other),
        "both_prob": both,
        "both_vanished": (both == 0).astype(np.int64),
        "a_prob_vanished": (probs[:, [batch.label, other]].min(axis=-1) == 0).astype(np.int64),
        "both_loss": cross_entropy(batch.scores[:, np.newaxis], [batch.label, other]).sum(axis=-1),
        "logsumexp": logsumexp(batch.scores),
        "entropy": floor,
        "divergence": divergence(target, probs, loss - floor),
        "reverse": reverse_divergence(probs, target, batch.smoothing),
        "is_soft": is_soft.astype(np.int64),
        "floor_state": chosen(
            words.FLOOR_NOTES, "never_0", entropy_of_target=is_soft, shown_as_0=loss == 0
        ),
    }


def another_class(label: int, n_classes: int) -> int:
    """Return the class behind the true one, or the first."""
    return (label + 1) % n_classes


def reverse_divergence(probs: Floats, target: Floats, smoothing: Floats) -> Floats:
    """Return KL(p‖t): infinite for a one-hot label, also where the other p have underflowed."""
    return np.where(smoothing == 0, np.inf, kl_divergence(probs, target))


def divergence(target: Floats, probs: Floats, gap: Floats) -> Floats:
    """Return KL(t‖p); where a probability has underflowed to 0, the loss less the entropy."""
    found = kl_divergence(target, probs)
    return np.where(np.isinf(found), gap, found)


def curve() -> tuple[tuple[float, ...], ...]:
    """Return the curve of surprise over the probability, which nothing moves."""
    probs = np.stack([CURVE, 1 - CURVE], axis=-1)
    return tuple(CURVE.tolist()), tuple(cross_entropy_from_probs(probs, 0, clip=0.0).tolist())

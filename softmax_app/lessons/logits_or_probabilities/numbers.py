"""The numbers of lesson 8, for any batch of settings."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.logits_or_probabilities import words
from softmax_app.sweeps import Batch, Frames
from softmax_core import (
    cross_entropy,
    cross_entropy_from_probs,
    cross_entropy_from_probs_grad,
    cross_entropy_grad,
    log_softmax_in_format,
    softmax,
    softmax_jacobian,
)

Floats = NDArray[np.float64]

SEED: Final = 0
BATCH_LABELS: Final = (1, 3)
BATCH_CLASSES: Final = 10
CLIP: Final = 1e-7
ROUGH: Final = 1e-3  # of the loss: that float32 is off by more is said
WRONG_SCORES: Final = (-10.0, 120.0)  # from where float32 holds to where it has underflowed
SHIFT: Final = 40.0  # in steps of which these ends follow the largest of the other scores
# the closer together, the more the lines bend; from 85 on float32 loses digits step by step
CURVE: Final = np.concatenate(
    [np.arange(-10, 30, 0.2), np.arange(30, 85, 1), np.arange(85, 120.5, 0.5)]
)


class Route(NamedTuple):
    """A loss for each row, and its gradient in the scores."""

    loss: Floats
    grad: Floats


def shift(scores: Floats, label: int) -> float:
    """Return how far the ends of the wrong score are moved, so that it meets the others there.

    >>> shift(np.array([4.0, -4.0, 3.0]), 2), shift(np.array([0.0, 666.0, 1.0]), 1)
    (0.0, 640.0)
    """
    largest = np.delete(scores, wrong_class(label, len(scores))).max()
    return float(SHIFT * np.floor((largest - WRONG_SCORES[0]) / SHIFT))


def wrong_class(label: int, n_classes: int) -> int:
    """Return the class whose score is moved: the one behind the true class, or the first."""
    return (label + 1) % n_classes


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    scores, label = batch.scores, batch.label
    wrong = wrong_class(label, scores.shape[-1])
    routes = {
        "logits": from_logits(scores, label),
        "clipped": from_clipped(scores, label),
        "twice": twice(scores, label),
        "taken": taken_for_probs(scores, label),
    }
    single, probs = single_loss(scores, label), softmax(scores)[:, label]
    frames: Frames = {
        "scores": scores,
        "wrong_score": scores[:, wrong],
        "clip_state": chosen(
            words.CLIP_NOTES,
            "unclipped",
            infinite=np.isinf(single),
            clipped=probs < CLIP,
            sure=probs > 1 - CLIP,
        ),
        "single_state": chosen(
            words.FLOAT32_NOTES,
            "finite",
            infinite=np.isinf(single),
            sure=single == 0,
            rough=abs(single - routes["logits"].loss) > ROUGH * routes["logits"].loss,
        ),
        "has_sum": (~np.isnan(routes["taken"].loss)).astype(np.int64),
    }
    for name, route in routes.items():
        frames |= {f"{name}_loss_value": route.loss, f"{name}_grad": route.grad}
    frames |= compared(routes["logits"], routes["clipped"], single, label)
    return frames | curves(scores[0], label, wrong) | batch_frames()


def from_logits(scores: Floats, label: int) -> Route:
    """Return the sound route."""
    return Route(cross_entropy(scores, label), cross_entropy_grad(scores, label))


def from_clipped(scores: Floats, label: int) -> Route:
    """Return the route by probabilities that are clipped, its gradient by the chain rule."""
    probs = softmax(scores)
    outer = cross_entropy_from_probs_grad(probs, label, clip=CLIP)
    grad = (outer[..., np.newaxis, :] @ softmax_jacobian(scores))[..., 0, :]
    return Route(cross_entropy_from_probs(probs, label, clip=CLIP), grad + 0.0)


def twice(scores: Floats, label: int) -> Route:
    """Return what comes of probabilities given to a loss that expects logits."""
    probs = softmax(scores)
    outer = cross_entropy_grad(probs, label)
    grad = (outer[..., np.newaxis, :] @ softmax_jacobian(scores))[..., 0, :]
    return Route(cross_entropy(probs, label), grad + 0.0)


def taken_for_probs(scores: Floats, label: int) -> Route:
    """Return what comes of logits taken for probabilities; nan where their sum is 0."""
    divisible = scores.sum(axis=-1) != 0
    loss = np.full(len(scores), np.nan)
    grad = np.full(scores.shape, np.nan)
    loss[divisible] = cross_entropy_from_probs(scores[divisible], label, clip=CLIP)
    grad[divisible] = cross_entropy_from_probs_grad(scores[divisible], label, clip=CLIP)
    return Route(loss, grad)


def single_loss(scores: Floats, label: int) -> Floats:
    """Return −log p with p in float32, not clipped."""
    return -log_softmax_in_format(scores, "float32").from_probs[..., label] + 0.0


def compared(sound: Route, clipped: Route, single: Floats, label: int) -> Frames:
    """Return the losses that are compared, and the pulls on the true class."""
    return {
        "sound_loss": sound.loss,
        "clipped_loss": clipped.loss,
        "single_loss": single,
        "sound_pull": -sound.grad[:, label],
        "clipped_pull": -clipped.grad[:, label],
    }


def curves(scores: Floats, label: int, wrong: int) -> Frames:
    """Return what is compared along every wrong score, all in one row."""
    wrong_scores = CURVE + shift(scores, label)
    along = np.repeat(scores[np.newaxis], len(CURVE), axis=0)
    along[:, wrong] = wrong_scores
    routes = (from_logits(along, label), from_clipped(along, label))
    lines = {"wrong_score": wrong_scores} | compared(*routes, single_loss(along, label), label)
    blind_from = wrong_scores[softmax(along)[:, label] < CLIP][0]
    return {f"{name}_along": line[np.newaxis] for name, line in lines.items()} | {
        "blind_from": np.array([blind_from])
    }


def batch_logits() -> Floats:
    """Return the logits of the batch, from its seed."""
    return np.random.default_rng(SEED).normal(size=(len(BATCH_LABELS), BATCH_CLASSES))


def batch_frames() -> Frames:
    """Return the numbers of the batch, which no control moves."""
    logits = batch_logits()
    losses = cross_entropy(logits, BATCH_LABELS)
    from_probs = cross_entropy_from_probs(softmax(logits), BATCH_LABELS, clip=CLIP)
    return {
        "batch_logits": logits.reshape(1, -1),
        "batch_losses": losses[np.newaxis],
        "batch_mean": losses.mean(keepdims=True),
        "batch_from_probs_mean": from_probs.mean(keepdims=True),
    }

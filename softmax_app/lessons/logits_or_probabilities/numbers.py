"""The numbers of lesson 6, for any batch of settings."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_app.bindings import Frames
from softmax_app.sweeps import WRONG_SCORES, Batch, wrong_class
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
CLIP: Final = 1e-7
CURVE: Final = np.linspace(*WRONG_SCORES, 261)
TOP: Final = 125.0  # the plot of losses ends there


class Route(NamedTuple):
    """A loss for each row, and its gradient in the scores."""

    loss: Floats
    grad: Floats


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    scores, label = batch.scores, batch.label
    wrong = wrong_class(label, scores.shape[-1])
    routes = (
        from_logits(scores, label),
        from_clipped(scores, label),
        twice(scores, label),
        taken_for_probs(scores, label),
    )
    single = single_loss(scores, label)
    frames: Frames = {
        "scores": scores,
        "here_x": np.clip(scores[:, wrong : wrong + 1], *WRONG_SCORES),
        "sound_loss": routes[0].loss,
        "clipped_loss": routes[1].loss,
        "single_loss": single,
        "is_clipped": (softmax(scores)[:, label] < CLIP).astype(np.int64),
        "is_infinite": np.isinf(single).astype(np.int64),
        "has_sum": (~np.isnan(routes[3].loss)).astype(np.int64),
    }
    for name, route in zip(("logits", "clipped", "twice", "taken"), routes, strict=True):
        frames |= {f"{name}_loss_value": route.loss, f"{name}_grad": route.grad}
    return frames | points(routes, single, label) | curves(scores[0], label, wrong) | batch_frames()


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


def points(routes: tuple[Route, ...], single: Floats, label: int) -> Frames:
    """Return where the points of the current score stand in the two plots."""
    sound, clipped = routes[:2]
    return {
        "logits_loss_here": np.minimum(sound.loss, TOP)[:, np.newaxis],
        "clipped_loss_here": np.minimum(clipped.loss, TOP)[:, np.newaxis],
        "single_loss_here": np.where(np.isinf(single), TOP, single)[:, np.newaxis],
        "logits_pull_here": -sound.grad[:, label : label + 1],
        "clipped_pull_here": -clipped.grad[:, label : label + 1],
    }


def curves(scores: Floats, label: int, wrong: int) -> Frames:
    """Return the lines of the plots: the routes along every wrong score."""
    along = np.repeat(scores[np.newaxis], len(CURVE), axis=0)
    along[:, wrong] = CURVE
    sound, clipped = from_logits(along, label), from_clipped(along, label)
    single = single_loss(along, label)
    lines = {
        "curves_x": CURVE,
        "logits_loss_y": sound.loss,
        "clipped_loss_y": clipped.loss,
        "single_loss_y": np.where(np.isinf(single), np.nan, single),
        "logits_pull_y": -sound.grad[:, label],
        "clipped_pull_y": -clipped.grad[:, label],
    }
    return {name: line[np.newaxis].astype(np.float32) for name, line in lines.items()}


def batch_logits() -> Floats:
    """Return the logits of the batch, from its seed."""
    return np.random.default_rng(SEED).normal(size=(len(BATCH_LABELS), 10))


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

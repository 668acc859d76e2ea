"""The numbers of lesson 7, for any batch of settings."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.kit.targets import targets
from softmax_app.lessons.push_and_pull import words
from softmax_app.sweeps import Batch, Frames
from softmax_core import cross_entropy_grad, softmax, softmax_jacobian

Floats = NDArray[np.float64]

ROUNDING: Final = 1e-12  # of p and t: what is nearer to 0 may be 0
HALF: Final = 0.5  # of the stacking: until there the pushes grow, and then the pull


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    scores, temperature, target = batch.scores, batch.temperature, targets(batch)
    probs = softmax(scores, temperature=temperature)
    grad = gradient(batch, target)
    with np.errstate(divide="ignore", over="ignore"):  # p is 0, or 1/p does not fit
        slope = np.where(target > 0, -target / np.where(target > 0, probs, 1.0), 0.0) + 0.0
    chain = chained(slope, softmax_jacobian(scores, temperature=temperature))
    together = -grad * temperature[:, np.newaxis] + 0.0
    stack = stacked(batch.stacking[:, np.newaxis], probs, target, together)
    is_soft = batch.smoothing > 0
    known = np.isfinite(slope).all(axis=-1)
    return {
        "scores": scores,
        "temperature": temperature,
        "factor": 1 / temperature,
        "is_tempered": chosen(words.TEMPERATURE_NOTES, "one", another=temperature != 1),
        "pull_note": chosen(
            words.PULL_NOTES,
            "hard",
            sure=is_soft & (together[:, batch.label] < -ROUNDING),
            soft=is_soft,
        ),
        "probs": probs,
        "push": -probs + 0.0,
        "push_sum": -probs.sum(axis=-1),
        "pull": target,
        "pull_sum": target.sum(axis=-1),
        "pull_on_label": target[:, batch.label],
        "together": together,
        "stacked": stack,
        "stacked_on_label": stack[:, batch.label],
        "stage": chosen(
            words.LEFT, "done", pushing=batch.stacking <= HALF, pulling=batch.stacking < 1
        ),
        "together_sum": together.sum(axis=-1),
        "left": together[:, batch.label],
        "slope": slope,
        "chain": chain,
        "chain_known": known.astype(np.int64),
        "gradient": grad,
        "gradient_sum": grad.sum(axis=-1),
        "off": np.where(known, abs(chain - grad).max(axis=-1), np.nan),
        "label_prob": probs[:, batch.label],
    }


def gradient(batch: Batch, target: Floats) -> Floats:
    """Return the gradient in the scores; for a one-hot label in the form that keeps all digits."""
    label = cross_entropy_grad(batch.scores, batch.label, temperature=batch.temperature)
    soft = cross_entropy_grad(batch.scores, target, temperature=batch.temperature)
    return np.where(batch.smoothing[:, np.newaxis] > 0, soft, label) + 0.0


def stacked(share: Floats, probs: Floats, target: Floats, together: Floats) -> Floats:
    """Return the pushes with the pull upon them, as far as a share from 0 to 1 of that is done.

    Up to ``HALF`` the pushes grow, from there on the pull; in the end it is both together.
    """
    pushed, pulled = np.minimum(share / HALF, 1), np.maximum(share / HALF - 1, 0)
    return np.where(share < 1, pulled * target - pushed * probs, together) + 0.0


def chained(slope: Floats, jacobian: Floats) -> Floats:
    """Return the Jacobian times the slope of the loss; nan where a probability is 0."""
    with np.errstate(invalid="ignore"):
        return (jacobian @ slope[..., np.newaxis])[..., 0] + 0.0

"""The numbers of the home page, for any batch of settings: every link of the chain."""

from typing import Final

import numpy as np

from softmax_app.figures.chain_loss import AHEAD, HIGHEST
from softmax_app.home import words
from softmax_app.kit.choices import chosen, look_alike
from softmax_app.sweeps import Batch, Frames
from softmax_core import cross_entropy_from_probs, cross_entropy_grad, descend, softmax_steps

CURVE: Final = np.geomspace(np.exp(-HIGHEST), 1, 301)  # of probabilities


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    steps = softmax_steps(batch.scores)
    path = descend(batch.scores, batch.label, learning_rate=batch.learning_rate, steps=AHEAD)
    loss, next_loss, *_ = path.losses
    label_prob = steps.probs[:, batch.label]
    curve = np.stack([CURVE, 1 - CURVE], axis=-1)
    return {
        "scores": batch.scores,
        "exponentials": steps.exponentials,
        "probs": steps.probs,
        "label_prob": label_prob[:, np.newaxis],
        "loss": loss,
        "gradient": cross_entropy_grad(batch.scores, batch.label) + 0.0,
        "next": path.logits[1],
        "next_loss": next_loss,
        "ahead_prob": path.probs[1:, :, batch.label].T,
        "ahead_loss": path.losses[1:].T,
        "step_state": chosen(
            words.KEYS, "falls", vanished=label_prob == 0, still=look_alike(loss, next_loss)
        ),
        "loss_curve_x": CURVE[np.newaxis].astype(np.float32),
        "loss_curve_y": cross_entropy_from_probs(curve, 0, clip=0.0)[np.newaxis].astype(np.float32),
    }

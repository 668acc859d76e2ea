"""What lesson 8 asks: what a clip and a second softmax do to the loss."""

from typing import Final

import numpy as np

from softmax_app.kit.items import STAGE, Amount, Item, Puzzle, Question, States, states
from softmax_app.lessons.logits_or_probabilities import words
from softmax_app.lessons.logits_or_probabilities.numbers import CLIP
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch
from softmax_core import (
    cross_entropy,
    cross_entropy_from_probs,
    cross_entropy_from_probs_grad,
    softmax,
    softmax_in_format,
    softmax_jacobian,
)


def _clipped_pull(asked: Settings) -> list[float]:
    slope = cross_entropy_from_probs_grad(softmax(asked.scores), asked.true_class)
    return [float(-(slope @ softmax_jacobian(asked.scores))[asked.true_class]) + 0.0]


def _blind_but_finite(batch: Batch) -> States:
    n_classes = batch.scores.shape[-1]
    if n_classes != 3 or batch.label != 1:
        return states(np.zeros(len(batch.scores), dtype=bool), True)
    blind = softmax(batch.scores)[:, batch.label] < CLIP
    single = softmax_in_format(batch.scores, "float32", shifted=True).probs[:, batch.label]
    return states(blind & (single > 0))


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "clip",
        words.ASKS["clip"],
        Amount(words.GUESS_LOSS, low=0.0, high=40.0, start=5.0),
        link="z=0,20,0&y=0",
        compute=lambda asked: [cross_entropy_from_probs(softmax(asked.scores), asked.true_class)],
        before=STAGE,
    ),
    Question(
        "blind",
        words.ASKS["blind"],
        Amount(words.GUESS_PULL, low=0.0, high=2.0, start=0.5, near=0.005),
        link="z=0,20,0&y=0",
        compute=_clipped_pull,
        before=STAGE,
    ),
    Question(
        "twice",
        words.ASKS["twice"],
        Amount(words.GUESS_TWICE, low=0.0, high=2.0, start=1.5),
        link="z=0,20,0&y=1",
        compute=lambda asked: [cross_entropy(softmax(asked.scores), asked.true_class)],
    ),
    Puzzle(
        "gap",
        words.ASKS["gap"],
        link="z=4,-4,3&y=1",
        check=_blind_but_finite,
    ),
)

"""What lesson 6 asks: what a clip and a second softmax do to the loss."""

from typing import Final

import numpy as np

from softmax_app.questions.item import Amount, Item, Puzzle, Question, States, states
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch
from softmax_app.texts.questions import logits_or_probabilities as texts
from softmax_core import (
    cross_entropy,
    cross_entropy_from_probs,
    cross_entropy_from_probs_grad,
    softmax,
    softmax_in_format,
    softmax_jacobian,
)

CLIP: Final = 1e-7


def _clipped_pull(asked: Settings) -> list[float]:
    slope = cross_entropy_from_probs_grad(softmax(asked.scores), asked.target)
    return [float(-(slope @ softmax_jacobian(asked.scores))[asked.target]) + 0.0]


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
        texts.CLIP_TITLE,
        texts.CLIP,
        texts.CLIP_WHY,
        Amount(texts.LOSS, low=0.0, high=40.0, start=5.0),
        link="z=0,20,0&y=0",
        truth=lambda asked: [cross_entropy_from_probs(softmax(asked.scores), asked.target)],
    ),
    Question(
        "blind",
        texts.BLIND_TITLE,
        texts.BLIND,
        texts.BLIND_WHY,
        Amount(texts.PULL, low=0.0, high=2.0, start=0.5, near=0.005),
        link="z=0,20,0&y=0",
        truth=_clipped_pull,
    ),
    Question(
        "twice",
        texts.TWICE_TITLE,
        texts.TWICE_ASK,
        texts.TWICE_WHY,
        Amount(texts.TWICE, low=0.0, high=2.0, start=1.5),
        link="z=0,20,0&y=1",
        truth=lambda asked: [cross_entropy(softmax(asked.scores), asked.target)],
    ),
    Puzzle(
        "gap",
        texts.GAP_TITLE,
        texts.GAP,
        texts.GAP_WHY,
        texts.GAP_BROKEN,
        link="z=4,-4,3&y=1",
        check=_blind_but_finite,
    ),
)

"""What lesson 5 asks: how large a loss is."""

from typing import Final

import numpy as np

from softmax_app.questions.item import Amount, Item, Puzzle, Question, States, states
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch
from softmax_app.texts.questions import cross_entropy as texts
from softmax_core import cross_entropy, one_hot, smooth_labels


def _loss(asked: Settings) -> list[float]:
    return [float(cross_entropy(asked.scores, asked.target))]


def _smoothed_loss(asked: Settings) -> list[float]:
    label = one_hot(asked.target, len(asked.scores))
    return [float(cross_entropy(asked.scores, smooth_labels(label, smoothing=asked.smoothing)))]


def _right_without_lifting(batch: Batch) -> States:
    if batch.scores.shape[-1] != 3 or batch.label != 2:
        return states(np.zeros(len(batch.scores), dtype=bool), True)
    small = cross_entropy(batch.scores, batch.label) < 0.01
    return states(small, (batch.scores[:, 2] != 3) | (batch.smoothing != 0))


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "wrong",
        texts.WRONG_TITLE,
        texts.WRONG,
        texts.WRONG_WHY,
        Amount(texts.LOSS, low=0.0, high=20.0, start=3.0),
        link="z=4,-4,3&y=1&s=0",
        truth=_loss,
    ),
    Question(
        "blank",
        texts.BLANK_TITLE,
        texts.BLANK,
        texts.BLANK_WHY,
        Amount(texts.LOSS, low=0.0, high=10.0, start=5.0),
        link="z=0,0,0,0,0,0,0,0,0,0&y=0&s=0",
        truth=_loss,
    ),
    Question(
        "smooth",
        texts.SMOOTH_TITLE,
        texts.SMOOTH,
        texts.SMOOTH_WHY,
        Amount(texts.LOSS, low=0.0, high=3.0, start=2.5),
        link="z=0,20,0&y=1&s=0.1",
        truth=_smoothed_loss,
    ),
    Puzzle(
        "lower",
        texts.WITHOUT_TITLE,
        texts.WITHOUT,
        texts.WITHOUT_WHY,
        texts.WITHOUT_BROKEN,
        link="z=4,-4,3&y=2&s=0",
        check=_right_without_lifting,
    ),
)

"""What lesson 5 asks: how large a loss is."""

from typing import Final

import numpy as np

from softmax_app.kit.items import Amount, Item, Puzzle, Question, States, states
from softmax_app.lessons.cross_entropy import words
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch
from softmax_core import cross_entropy, one_hot, smooth_labels


def _loss(asked: Settings) -> list[float]:
    return [float(cross_entropy(asked.scores, asked.true_class))]


def _smoothed_loss(asked: Settings) -> list[float]:
    label = one_hot(asked.true_class, len(asked.scores))
    return [float(cross_entropy(asked.scores, smooth_labels(label, smoothing=asked.smoothing)))]


def _right_without_lifting(batch: Batch) -> States:
    if batch.scores.shape[-1] != 3 or batch.label != 2:
        return states(np.zeros(len(batch.scores), dtype=bool), True)
    small = cross_entropy(batch.scores, batch.label) < 0.01
    return states(small, (batch.scores[:, 2] != 3) | (batch.smoothing != 0))


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "wrong",
        words.ASKS["wrong"],
        Amount(words.GUESS_LOSS, low=0.0, high=20.0, start=3.0),
        link="z=4,-4,3&y=1&s=0",
        compute=_loss,
    ),
    Question(
        "blank",
        words.ASKS["blank"],
        Amount(words.GUESS_LOSS, low=0.0, high=10.0, start=5.0),
        link="z=0,0,0,0,0,0,0,0,0,0&y=0&s=0",
        compute=_loss,
    ),
    Question(
        "smooth",
        words.ASKS["smooth"],
        Amount(words.GUESS_LOSS, low=0.0, high=3.0, start=2.5),
        link="z=0,20,0&y=1&s=0.1",
        compute=_smoothed_loss,
    ),
    Puzzle(
        "lower",
        words.ASKS["lower"],
        link="z=4,-4,3&y=2&s=0",
        check=_right_without_lifting,
    ),
)

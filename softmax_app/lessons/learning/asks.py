"""What lesson 9 asks: where a descent goes, and whether it gets there."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.items import Amount, Item, Puzzle, Question, States, states
from softmax_app.kit.targets import targets
from softmax_app.lessons.learning import words
from softmax_app.lessons.learning.numbers import STEPS
from softmax_app.lessons.learning.weights import train
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch
from softmax_core import Descent, descend

START: Final = (4, -4, 3)


def _hundred_steps(asked: Settings) -> Descent:
    return descend(asked.scores, asked.true_class, learning_rate=asked.learning_rate, steps=STEPS)


def _right_after(asked: Settings) -> list[float]:
    accuracies = train((asked.training_rate,)).accuracies[:, 0]
    return [float(100 * accuracies[int(asked.training_step)])]


def _starts_elsewhere(batch: Batch) -> NDArray[np.bool_]:
    if batch.scores.shape[-1] != len(START):
        return np.array([True])
    return np.asarray(np.not_equal(batch.scores, START).any(axis=-1))


def _descent(batch: Batch) -> Descent:
    rows = np.broadcast_shapes(batch.scores.shape[:1], batch.learning_rate.shape)
    scores = np.broadcast_to(batch.scores, (*rows, batch.scores.shape[-1]))
    return descend(scores, targets(batch), learning_rate=batch.learning_rate, steps=STEPS)


def _fast(batch: Batch) -> States:
    """Return whether the loss at the step in hand is small, and that step an early one."""
    losses = _descent(batch).losses
    step = batch.descent_step.astype(np.intp)
    rows = np.arange(max(losses.shape[1], len(step)))
    here = losses[np.broadcast_to(step, len(rows)), np.minimum(rows, losses.shape[1] - 1)]
    others = (batch.smoothing != 0) | (batch.label != 1)
    return states((here < 0.01) & (step <= 10), _starts_elsewhere(batch) | others)


def _arrives(batch: Batch) -> States:
    last = abs(_descent(batch).grads[-1]).max(axis=-1)
    return states((last < 1e-5) & (batch.smoothing > 0), _starts_elsewhere(batch))


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "after",
        words.ASKS["after"],
        Amount(words.GUESS_PROBABILITY, low=0.0, high=1.0, start=0.5),
        link="z=4,-4,3&y=1&s=0&lr=1&k=100",
        compute=lambda asked: _hundred_steps(asked).probs[-1, 1:2],
    ),
    Question(
        "sum",
        words.ASKS["sum"],
        Amount(words.GUESS_TOTAL, low=-20.0, high=20.0, start=-10.0, near=0.01),
        link="z=4,-4,3&y=1&s=0&lr=1&k=100",
        compute=lambda asked: [_hundred_steps(asked).logits[-1].sum()],
    ),
    Question(
        "birds",
        words.ASKS["birds"],
        Amount(words.GUESS_RIGHT, low=0.0, high=100.0, start=50.0),
        link="tr=0.03&t=1",
        compute=_right_after,
        before="part2",
    ),
    Puzzle(
        "fast",
        words.ASKS["fast"],
        link="z=4,-4,3&y=1&s=0&lr=1&k=10",
        check=_fast,
    ),
    Puzzle(
        "arrive",
        words.ASKS["arrive"],
        link="z=4,-4,3&y=1&s=0&lr=1&k=100",
        check=_arrives,
    ),
)

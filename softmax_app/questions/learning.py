"""What lesson 9 asks: where a descent goes, and whether it gets there."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.penguins import SPECIES, penguins
from softmax_app.questions.item import Amount, Item, Puzzle, Question, States, states
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch
from softmax_app.targets import targets
from softmax_app.texts.questions import learning as texts
from softmax_core import Descent, descend, regression_loss

START: Final = (4, -4, 3)
STEPS: Final = 100


def _hundred_steps(asked: Settings) -> Descent:
    return descend(asked.scores, asked.target, learning_rate=asked.learning_rate, steps=STEPS)


def _untrained_loss(_: Settings) -> list[float]:
    data = penguins()
    n_features = data.features.shape[-1]
    weights, bias = np.zeros((len(SPECIES), n_features)), np.zeros(len(SPECIES))
    return [float(regression_loss(data.standard.features, data.labels, weights, bias))]


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
        texts.HUNDRED_TITLE,
        texts.HUNDRED,
        texts.HUNDRED_WHY,
        Amount(texts.PROBABILITY, low=0.0, high=1.0, start=0.5),
        link="z=4,-4,3&y=1&s=0&lr=1&k=100",
        truth=lambda asked: _hundred_steps(asked).probs[-1, 1:2],
    ),
    Question(
        "sum",
        texts.SUM_TITLE,
        texts.SUM,
        texts.SUM_WHY,
        Amount(texts.TOTAL, low=-20.0, high=20.0, start=-10.0, near=0.01),
        link="z=4,-4,3&y=1&s=0&lr=1&k=100",
        truth=lambda asked: [_hundred_steps(asked).logits[-1].sum()],
    ),
    Question(
        "birds",
        texts.BIRDS_TITLE,
        texts.BIRDS,
        texts.BIRDS_WHY,
        Amount(texts.LOSS, low=0.0, high=5.0, start=2.5),
        link="t=0",
        truth=_untrained_loss,
    ),
    Puzzle(
        "fast",
        texts.FAST_TITLE,
        texts.FAST,
        texts.FAST_WHY,
        texts.FAST_BROKEN,
        link="z=4,-4,3&y=1&s=0&lr=1&k=10",
        check=_fast,
    ),
    Puzzle(
        "arrive",
        texts.ARRIVE_TITLE,
        texts.ARRIVE,
        texts.ARRIVE_WHY,
        texts.ARRIVE_BROKEN,
        link="z=4,-4,3&y=1&s=0&lr=1&k=100",
        check=_arrives,
    ),
)

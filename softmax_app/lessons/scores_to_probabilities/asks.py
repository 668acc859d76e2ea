"""What lesson 1 asks: how softmax, dividing by the sum and the maximum differ."""

from typing import Final

from softmax_app.kit.items import Amount, Bars, Item, Order, Puzzle, Question, States, states
from softmax_app.lessons.scores_to_probabilities import words
from softmax_app.sweeps import Batch
from softmax_core import hardmax, linear_normalize, softmax


def _class_2_wins(batch: Batch) -> States:
    n_classes = batch.scores.shape[-1]
    alone = hardmax(batch.scores)[:, 1] == 1
    return states(alone, (batch.scores[:, 1] != 3) | (n_classes != 3))


def _nearly_equal(batch: Batch) -> States:
    probs = softmax(batch.scores, temperature=batch.temperature)
    touched = batch.scores.shape[-1] != 3 or (batch.scores != (2, 3, 5)).any(axis=-1)
    return states(probs.max(axis=-1) < 0.4, touched)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "tenth",
        words.ASKS["tenth"],
        Bars(words.GUESS_SHARE, start=0.33, shares=True),
        link="z=0.2,0.3,0.5&T=1",
        compute=lambda asked: softmax(asked.scores),
    ),
    Question(
        "minus",
        words.ASKS["minus"],
        Order(words.GUESS_LINEAR_SHARE, words.GUESS_CLASSES, high=0.5),
        link="z=-98,-97,-95&T=1",
        compute=lambda asked: linear_normalize(asked.scores).shares,
    ),
    Question(
        "negative",
        words.ASKS["negative"],
        Amount(words.GUESS_LINEAR_SHARE, low=0.0, high=2.0, start=0.2),
        link="z=4,-4,3&T=1",
        compute=lambda asked: linear_normalize(asked.scores).shares[:1],
    ),
    Puzzle(
        "win",
        words.ASKS["win"],
        link="z=2,3,5&T=1",
        check=_class_2_wins,
    ),
    Puzzle(
        "flat",
        words.ASKS["flat"],
        link="z=2,3,5&T=1",
        check=_nearly_equal,
    ),
)

"""What lesson 7 asks: what p − t says of each score."""

from typing import Final

from softmax_app.kit.items import STAGE, Amount, Bars, Item, Order, Puzzle, Question, States, states
from softmax_app.kit.targets import targets
from softmax_app.lessons.push_and_pull import words
from softmax_app.sweeps import Batch
from softmax_core import cross_entropy_grad, softmax


def _stands_still(batch: Batch) -> States:
    together = softmax(batch.scores, temperature=batch.temperature) - targets(batch)
    return states(abs(together).max(axis=-1) < 0.001)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "gradient",
        words.ASKS["gradient"],
        Bars(words.GUESS_GRADIENT, low=-1.0, high=1.0, start=0.2),
        link="z=4,-4,3&y=1&s=0&T=1",
        compute=lambda asked: cross_entropy_grad(asked.scores, asked.true_class),
        before=STAGE,
    ),
    Question(
        "bound",
        words.ASKS["bound"],
        Amount(words.GUESS_LEFT, low=0.0, high=20.0, start=5.0, near=0.02),
        link="z=0,20,0&y=0&s=0&T=1",
        compute=lambda asked: abs(cross_entropy_grad(asked.scores, asked.true_class))[:1],
        before=STAGE,
    ),
    Question(
        "most",
        words.ASKS["most"],
        Order(words.GUESS_SIZE, words.GUESS_CLASSES),
        link="z=2,3,5&y=0&s=0&T=1",
        compute=lambda asked: abs(cross_entropy_grad(asked.scores, asked.true_class)),
        before=STAGE,
    ),
    Puzzle(
        "still",
        words.ASKS["still"],
        link="z=4,-4,3&y=1&s=0&T=1",
        check=_stands_still,
    ),
)

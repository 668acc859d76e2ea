"""What lesson 8 asks: what p − t says of each score."""

from typing import Final

from softmax_app.questions.item import (
    Amount,
    Bars,
    Item,
    Order,
    Puzzle,
    Question,
    States,
    states,
)
from softmax_app.sweeps import Batch
from softmax_app.targets import targets
from softmax_app.texts.questions import push_and_pull as texts
from softmax_core import cross_entropy_grad, softmax


def _stands_still(batch: Batch) -> States:
    together = softmax(batch.scores, temperature=batch.temperature) - targets(batch)
    return states(abs(together).max(axis=-1) < 0.001)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "gradient",
        texts.BARS_TITLE,
        texts.BARS,
        texts.BARS_WHY,
        Bars(texts.GRADIENT, low=-1.0, high=1.0, start=0.2),
        link="z=4,-4,3&y=1&s=0&T=1",
        truth=lambda asked: cross_entropy_grad(asked.scores, asked.target),
    ),
    Question(
        "bound",
        texts.BOUND_TITLE,
        texts.BOUND,
        texts.BOUND_WHY,
        Amount(texts.LEFT, low=0.0, high=20.0, start=5.0, near=0.02),
        link="z=0,20,0&y=0&s=0&T=1",
        truth=lambda asked: abs(cross_entropy_grad(asked.scores, asked.target))[:1],
    ),
    Question(
        "most",
        texts.ORDER_TITLE,
        texts.ORDER,
        texts.ORDER_WHY,
        Order(texts.SIZE, texts.CLASSES),
        link="z=4,-4,3&y=2&s=0&T=1",
        truth=lambda asked: abs(cross_entropy_grad(asked.scores, asked.target)),
    ),
    Puzzle(
        "still",
        texts.STILL_TITLE,
        texts.STILL,
        texts.STILL_WHY,
        texts.UNUSED,
        link="z=4,-4,3&y=1&s=0&T=1",
        check=_stands_still,
    ),
)

"""What lesson 3 asks: one node, two nodes, several sigmoids."""

from typing import Final

from softmax_app.questions.item import Amount, Item, Puzzle, Question, States, states
from softmax_app.sweeps import Batch
from softmax_app.texts.questions import two_classes as texts
from softmax_core import sigmoid, softmax


def _undecided(batch: Batch) -> States:
    half = softmax(batch.scores[:, :2])[:, 0] == 0.5
    return states(half, batch.scores[:, 0] != 4)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "hundred",
        texts.HUNDRED_TITLE,
        texts.HUNDRED,
        texts.HUNDRED_WHY,
        Amount(texts.PROBABILITY, low=0.0, high=1.0, start=0.1),
        link="z=104,103",
        truth=lambda asked: softmax(asked.scores)[:1],
    ),
    Question(
        "double",
        texts.DOUBLE_TITLE,
        texts.DOUBLE,
        texts.DOUBLE_WHY,
        Amount(texts.LOSER, low=0.0, high=0.2, start=0.15),
        link="z=2,-2",
        truth=lambda asked: softmax(asked.scores)[1:],
    ),
    Question(
        "several",
        texts.SEVERAL_TITLE,
        texts.SEVERAL,
        texts.SEVERAL_WHY,
        Amount(texts.TOTAL, low=0.0, high=4.0, start=0.2),
        link="z=4,3,2",
        truth=lambda asked: [sigmoid(asked.scores).sum()],
    ),
    Puzzle(
        "half",
        texts.HALF_TITLE,
        texts.HALF,
        texts.HALF_WHY,
        texts.HALF_BROKEN,
        link="z=4,3",
        check=_undecided,
    ),
)

"""What lesson 3 asks: one node, two nodes, several sigmoids."""

from typing import Final

from softmax_app.kit.items import STAGE, Amount, Item, Puzzle, Question, States, states
from softmax_app.lessons.two_classes import words
from softmax_app.sweeps import Batch
from softmax_core import sigmoid, softmax


def _undecided(batch: Batch) -> States:
    half = softmax(batch.scores[:, :2])[:, 0] == 0.5
    return states(half, batch.scores[:, 0] != 4)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "hundred",
        words.ASKS["hundred"],
        Amount(words.GUESS_PROBABILITY, low=0.0, high=1.0, start=0.1),
        link="z=104,103",
        compute=lambda asked: softmax(asked.scores)[:1],
        before=STAGE,
    ),
    Question(
        "double",
        words.ASKS["double"],
        Amount(words.GUESS_LOSER, low=0.0, high=0.2, start=0.15),
        link="z=2,-2",
        compute=lambda asked: softmax(asked.scores)[1:],
    ),
    Question(
        "several",
        words.ASKS["several"],
        Amount(words.GUESS_TOTAL, low=0.0, high=4.0, start=0.2),
        link="z=4,3,2",
        compute=lambda asked: [sigmoid(asked.scores).sum()],
        before="part2",
    ),
    Puzzle(
        "half",
        words.ASKS["half"],
        link="z=4,3",
        check=_undecided,
    ),
)

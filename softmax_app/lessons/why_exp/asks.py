"""What lesson 2 asks: why exp, and not another way."""

from typing import Final

from softmax_app.kit.items import STAGE, Amount, Choice, Item, Puzzle, Question, States, states
from softmax_app.lessons.why_exp import words
from softmax_app.sweeps import Batch
from softmax_core import exp_step, make_positive


def _relu_vanishes(batch: Batch) -> States:
    return states((batch.scores <= 0).all(axis=-1))


def _close_to_the_tangent(batch: Batch) -> States:
    step = exp_step(batch.point, batch.step)
    return states(step.secant < 1.01 * step.slope)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "step",
        words.ASKS["step"],
        Amount(words.GUESS_FACTOR, low=0.0, high=10.0, start=8.0),
        link="x=1&dx=1",
        compute=lambda asked: [exp_step(asked.point, asked.step).ratio],
        before=STAGE,
    ),
    Question(
        "square",
        words.ASKS["square"],
        Choice(words.GUESS_SQUARE_SHARE, words.GUESS_SCORES),
        link="z=-1,-2,-3",
        compute=lambda asked: make_positive(asked.scores, "square").shares,
        before="part2",
    ),
    Question(
        "relu",
        words.ASKS["relu"],
        Amount(words.GUESS_SHARE, low=0.0, high=0.1, start=0.08, near=0.01),
        link="z=4,-4,3",
        compute=lambda asked: make_positive(asked.scores, "relu").shares[1:2],
        before="part2",
    ),
    Puzzle(
        "secant",
        words.ASKS["secant"],
        link="x=0.5&dx=1",
        check=_close_to_the_tangent,
    ),
    Puzzle(
        "vanish",
        words.ASKS["vanish"],
        link="z=4,-4,3",
        check=_relu_vanishes,
        part=2,
    ),
)

"""What lesson 2 asks: why exp, and not another way."""

from typing import Final

from softmax_app.questions.item import Amount, Choice, Item, Puzzle, Question, States, states
from softmax_app.sweeps import Batch
from softmax_app.texts.questions import why_exp as texts
from softmax_core import exp_step, make_positive


def _relu_vanishes(batch: Batch) -> States:
    return states((batch.scores <= 0).all(axis=-1))


def _close_to_the_tangent(batch: Batch) -> States:
    step = exp_step(batch.point, batch.step)
    return states(step.secant < 1.01 * step.slope)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "step",
        texts.STEP_TITLE,
        texts.STEP,
        texts.STEP_WHY,
        Amount(texts.FACTOR, low=0.0, high=10.0, start=8.0),
        link="x=1&dx=1",
        truth=lambda asked: [exp_step(asked.point, asked.step).ratio],
    ),
    Question(
        "square",
        texts.SQUARE_TITLE,
        texts.SQUARE,
        texts.SQUARE_WHY,
        Choice(texts.SQUARE_SHARE, texts.SCORES),
        link="z=-1,-2,-3",
        truth=lambda asked: make_positive(asked.scores, "square").shares,
    ),
    Question(
        "relu",
        texts.RELU_TITLE,
        texts.RELU,
        texts.RELU_WHY,
        Amount(texts.SHARE, low=0.0, high=0.1, start=0.08, near=0.01),
        link="z=4,-4,3",
        truth=lambda asked: make_positive(asked.scores, "relu").shares[1:2],
    ),
    Puzzle(
        "secant",
        texts.SECANT_TITLE,
        texts.SECANT,
        texts.SECANT_WHY,
        texts.UNUSED,
        link="x=0.5&dx=1",
        check=_close_to_the_tangent,
    ),
    Puzzle(
        "vanish",
        texts.VANISH_TITLE,
        texts.VANISH,
        texts.VANISH_WHY,
        texts.UNUSED,
        link="z=4,-4,3",
        check=_relu_vanishes,
        part=2,
    ),
)

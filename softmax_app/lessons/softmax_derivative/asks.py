"""What lesson 6 asks: how lively softmax is, and how to check it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.items import (
    STAGE,
    Amount,
    Bars,
    Choice,
    Item,
    Puzzle,
    Question,
    States,
    states,
)
from softmax_app.lessons.softmax_derivative import words
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch
from softmax_core import numerical_jacobian, softmax, softmax_jacobian

CHECK_STEPS: Final = (0.1, 1e-5, 1e-12)


def _correct_digits(asked: Settings) -> NDArray[np.float64]:
    """Return how many digits after the point are right, for each step."""
    scores = np.array(asked.scores)
    exact = softmax_jacobian(scores)
    errors = [
        abs(numerical_jacobian(softmax, scores, step=step) - exact).max() for step in CHECK_STEPS
    ]
    return -np.log10(errors)


def _as_lively_as_can_be(batch: Batch) -> States:
    diagonal = np.diagonal(softmax_jacobian(batch.scores), axis1=-2, axis2=-1)
    return states((diagonal >= 0.2499).any(axis=-1))


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "equal",
        words.ASKS["equal"],
        Bars(words.GUESS_RATE, low=-0.5, high=0.5, start=0.1),
        link="z=1,1,1",
        compute=lambda asked: softmax_jacobian(asked.scores)[:, 0],
        before=STAGE,
    ),
    Question(
        "sure",
        words.ASKS["sure"],
        Amount(words.GUESS_OWN, low=0.0, high=1.0, start=0.8, near=0.005),
        link="z=0,20,0",
        compute=lambda asked: [softmax_jacobian(asked.scores)[1, 1]],
        before=STAGE,
    ),
    Question(
        "check",
        words.ASKS["check"],
        Choice(words.GUESS_DIGITS, words.GUESS_STEPS, high=12.0),
        link="z=4,-4,3&h=1e-5",
        compute=_correct_digits,
        before="part1.5",
    ),
    Puzzle(
        "quarter",
        words.ASKS["quarter"],
        link="z=4,-4,3",
        check=_as_lively_as_can_be,
    ),
)

"""What attention asks: where it goes, what its scale is for, and how a sum is rescaled."""

from typing import Final

import numpy as np

from softmax_app.kit.items import Amount, Item, Puzzle, Question, States, states
from softmax_app.lessons.attention import words
from softmax_app.lessons.attention.numbers import USUAL, all_heads, evaluate
from softmax_app.settings.limits import KEYS
from softmax_app.sweeps import Batch
from softmax_core import online_softmax

BEFORE: Final = KEYS - 2  # the place of the last word but one


def _looks_back(batch: Batch) -> States:
    others = (batch.query != KEYS) | (batch.scale != USUAL)
    masked = batch.choices["causal"] != "on" or bool(batch.choices["hidden"])
    return states(evaluate(batch)["weights"][:, BEFORE] > 0.5, others | masked)


def _has_nothing(batch: Batch) -> States:
    broken = batch.choices["causal"] != "on" or len(batch.choices["hidden"]) > 1
    return states(np.isnan(evaluate(batch)["largest"]), broken)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "first",
        words.ASKS["first"],
        Amount(words.GUESS_FIRST, low=0.0, high=1.0, start=0.2),
        link="l=14&hd=9&qu=12&sc=0.125&cm=on&mask=",
        compute=lambda asked: all_heads((asked.scale,)).first,
    ),
    Question(
        "unscaled",
        words.ASKS["unscaled"],
        Amount(words.GUESS_SURE, low=0.0, high=100.0, start=10.0),
        link="l=14&hd=9&qu=12&sc=1&cm=on&mask=",
        compute=lambda asked: all_heads((asked.scale,)).sure * 100,
    ),
    Question(
        "rescale",
        words.ASKS["rescale"],
        Amount(words.GUESS_SUM, low=0.0, high=5.0, start=2.0, near=0.01),
        link="f=float64",
        compute=lambda _: online_softmax([3, 3, 5], block=2).totals[-1:],
        before="part2.1",
    ),
    Puzzle(
        "before",
        words.ASKS["before"],
        link="l=1&hd=1&qu=12&sc=0.125&cm=on&mask=",
        check=_looks_back,
    ),
    Puzzle(
        "nothing",
        words.ASKS["nothing"],
        link="l=14&hd=9&qu=9&sc=0.125&cm=on&mask=",
        check=_has_nothing,
    ),
)

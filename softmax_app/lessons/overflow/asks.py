"""What lesson 4 asks: where exp leaves a number format."""

from typing import Final

from softmax_app.kit.items import Amount, Item, Order, Puzzle, Question, States, states
from softmax_app.lessons.overflow import words
from softmax_app.sweeps import Batch
from softmax_core import format_limits, softmax_in_format

SCORES: Final = (123, 456, 789)


def _is_saved(batch: Batch) -> States:
    moved = batch.scores + batch.shift[:, None]
    naive = softmax_in_format(moved, "float64")
    sound = (naive.exponentials > 0).all(axis=-1) & (naive.probs > 0).all(axis=-1)
    others = batch.number_format != "float64" or batch.scores.shape[-1] != len(SCORES)
    return states(sound, others or (batch.scores != SCORES).any(axis=-1))


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "limit",
        words.ASKS["limit"],
        Amount(words.GUESS_SCORE, low=0.0, high=100.0, start=50.0, near=0.005),
        link="f=float16",
        compute=lambda asked: [format_limits(asked.number_format).last_finite],
    ),
    Question(
        "quiet",
        words.ASKS["quiet"],
        Amount(words.GUESS_SHARE, low=0.0, high=1.0, start=0.9, near=0.005),
        link="z=709,709,709&f=float64&c=0",
        compute=lambda asked: softmax_in_format(asked.scores, asked.number_format).probs[:1],
    ),
    Question(
        "widest",
        words.ASKS["widest"],
        Order(words.GUESS_DIGITS, words.GUESS_FORMATS, high=100.0),
        link="f=float16",
        compute=lambda _: [
            format_limits(name).last_finite for name in ("float32", "float16", "bfloat16")
        ],
    ),
    Puzzle(
        "save",
        words.ASKS["save"],
        link="z=123,456,789&f=float64&c=0",
        check=_is_saved,
    ),
)

"""What lesson 4 asks: where exp leaves a number format."""

from typing import Final

from softmax_app.questions.item import Amount, Item, Order, Puzzle, Question, States, states
from softmax_app.sweeps import Batch
from softmax_app.texts.questions import overflow as texts
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
        texts.LIMIT_TITLE,
        texts.LIMIT,
        texts.LIMIT_WHY,
        Amount(texts.SCORE, low=0.0, high=100.0, start=50.0, near=0.005),
        link="f=float16",
        truth=lambda asked: [format_limits(asked.number_format).last_finite],
    ),
    Question(
        "quiet",
        texts.QUIET_TITLE,
        texts.QUIET,
        texts.QUIET_WHY,
        Amount(texts.SHARE, low=0.0, high=1.0, start=0.9, near=0.005),
        link="z=709,709,709&f=float64&c=0",
        truth=lambda asked: softmax_in_format(asked.scores, asked.number_format).probs[:1],
    ),
    Question(
        "widest",
        texts.WIDEST_TITLE,
        texts.WIDEST,
        texts.WIDEST_WHY,
        Order(texts.DIGITS, texts.FORMATS, high=100.0),
        link="f=float16",
        truth=lambda _: [
            format_limits(name).last_finite for name in ("float32", "float16", "bfloat16")
        ],
    ),
    Puzzle(
        "save",
        texts.SAVE_TITLE,
        texts.SAVE,
        texts.SAVE_WHY,
        texts.SAVE_BROKEN,
        link="z=123,456,789&f=float64&c=0",
        check=_is_saved,
    ),
)

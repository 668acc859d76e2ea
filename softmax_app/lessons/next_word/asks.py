"""What lesson 10 asks: how many tokens are left, and in which order."""

from typing import Final

from softmax_app.kit.items import STAGE, Amount, Choice, Item, Puzzle, Question, States, states
from softmax_app.lessons.next_word import words
from softmax_app.lessons.next_word.numbers import evaluate
from softmax_app.settings import Settings
from softmax_app.settings.limits import VOCABULARY
from softmax_app.sweeps import Batch, at_settings

HOT: Final = 1.5
NUCLEUS: Final = 0.9
UNCUT: Final = f"tk={VOCABULARY}&mp=0"


def _left(asked: Settings, *names: str) -> list[float]:
    found = evaluate(at_settings(asked))
    return [float(found[name][0]) for name in names]


def _is_tame(batch: Batch) -> States:
    """Return whether the order alone has brought few tokens about."""
    moved = (batch.temperature != HOT) | (batch.top_p != NUCLEUS)
    moved = moved | (batch.top_k != VOCABULARY) | (batch.min_p != 0)
    is_other = batch.choices["prompt"] != "once"
    return states(evaluate(batch)["kept"] < 1000, moved | is_other)


def _is_paris(batch: Batch) -> States:
    found = evaluate(batch)
    choices = (batch.choices["prompt"], batch.choices["order"])
    is_other = (batch.temperature != HOT) | (choices != ("france", "first"))
    return states((found["after"][:, 0] >= 0.8) & (found["kept"] >= 2), is_other)


ITEMS: Final[tuple[Item, ...]] = (
    Question(
        "nucleus",
        words.ASKS["nucleus"],
        Amount(words.GUESS_TOKENS, low=0.0, high=2000.0, start=100.0),
        link=f"pr=once&or=first&T=1&tp={NUCLEUS}&{UNCUT}",
        compute=lambda asked: _left(asked, "kept"),
        before=STAGE,
    ),
    Question(
        "heat",
        words.ASKS["heat"],
        Amount(words.GUESS_TOKENS, low=0.0, high=5000.0, start=50.0),
        link=f"pr=france&or=first&T={HOT}&tp={NUCLEUS}&{UNCUT}",
        compute=lambda asked: _left(asked, "kept"),
    ),
    Question(
        "order",
        words.ASKS["order"],
        Choice(words.GUESS_TOKENS, tuple(words.ORDERS.values()), high=1000.0),
        link=f"pr=once&or=first&T=0.7&tp={NUCLEUS}&{UNCUT}",
        compute=lambda asked: _left(asked, "kept_first", "kept_last"),
    ),
    Puzzle(
        "tame",
        words.ASKS["tame"],
        link=f"pr=once&or=first&T={HOT}&tp={NUCLEUS}&{UNCUT}",
        check=_is_tame,
    ),
    Puzzle(
        "paris",
        words.ASKS["paris"],
        link=f"pr=france&or=first&T={HOT}&tp=1&{UNCUT}",
        check=_is_paris,
    ),
)

"""What a class has guessed, as far as it may be seen: what the room's figures are made of."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from softmax_app.classroom.phases import Phase, is_shown
from softmax_app.classroom.rooms import Place, Vote
from softmax_app.classroom.rules import Guess, truth
from softmax_app.kit.items import Question
from softmax_app.kit.nearness import distances


class Pair(NamedTuple):
    """What one phone has guessed, before and after the talk."""

    first: Guess | None = None
    second: Guess | None = None


class Moved(NamedTuple):
    """How many came nearer to the answer by the talk, how many did not."""

    nearer: int
    farther: int
    same: int


class Tally(NamedTuple):
    """A question in a room. ``truth`` and ``moved`` are there once the answer is shown."""

    question: Question
    phase: Phase
    answered: tuple[int, int]
    votes: tuple[Pair, ...] = ()
    truth: Guess | None = None
    moved: Moved | None = None


Votes = Mapping[str, Vote]  # by phone


def tally(question: Question, place: Place, first: Votes, second: Votes) -> Tally:
    """Return what may be seen of two votes, in an order that says nothing of who came when."""
    phase, shown = place
    firsts = first if is_shown(phase, 1, shown=shown) else {}
    seconds = second if is_shown(phase, 2, shown=shown) else {}
    phones = sorted({*firsts, *seconds})  # their ids are random
    pairs = tuple(Pair(_guess(firsts, phone), _guess(seconds, phone)) for phone in phones)
    answered = (len(first), len(second))
    if place.phase != "answer":
        return Tally(question, place.phase, answered, pairs)
    return Tally(question, place.phase, answered, pairs, truth(question), _moved(question, pairs))


def _guess(votes: Votes, phone: str) -> Guess | None:
    return votes[phone].guess if phone in votes else None


def _moved(question: Question, pairs: Iterable[Pair]) -> Moved:
    """Compare the two votes of every phone that has made both."""
    both = [(first, second) for first, second in pairs if first and second]
    before, after = (
        distances(question, [pair[vote] for pair in both]) if both else np.zeros(0)
        for vote in (0, 1)
    )
    return Moved(
        nearer=int((after < before).sum()),
        farther=int((after > before).sum()),
        same=int((after == before).sum()),
    )

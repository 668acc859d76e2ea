"""How far a question that was put to a class has come, and what may follow."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

Phase = Literal["open", "closed", "guesses", "talk", "second", "answer"]
PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
Round = Literal[1, 2]

# what may follow a phase; first what the key that leads forward means
NEXT: Final[Mapping[Phase, tuple[Phase, ...]]] = {
    "open": ("closed",),
    "closed": ("talk", "guesses", "answer", "open"),  # open: the key was pressed too early
    "guesses": ("talk", "answer"),
    "talk": ("second", "answer"),
    "second": ("answer",),
    "answer": (),
}


def following(phase: Phase) -> Phase | None:
    """Return the phase that the key leading forward goes to.

    >>> following("closed"), following("answer")
    ('talk', None)
    """
    return next(iter(NEXT[phase]), None)


def round_taken(phase: Phase) -> Round | None:
    """Return which of the two votes is taken in a phase."""
    return {"open": 1, "second": 2}.get(phase)  # type: ignore[return-value]


def is_closed(phase: Phase, vote: Round) -> bool:
    """Is this vote over, so that nothing of it changes any more?"""
    return phase == "answer" or (vote == 1 and phase != "open")


def is_shown(phase: Phase, vote: Round, *, shown: bool) -> bool:
    """May the class see what was guessed? ``shown``: the guesses were, before the talk."""
    if vote == 2:
        return phase == "answer"
    return phase in ("guesses", "answer") or (phase == "talk" and shown)

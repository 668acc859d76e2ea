"""How far a question that was put to a class has come, and what may follow."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

Phase = Literal["open", "closed", "guesses", "talk", "second", "both", "answer"]
PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
Round = Literal[1, 2]

# what may follow a phase; first what the key that leads forward means
NEXT: Final[Mapping[Phase, tuple[Phase, ...]]] = {
    "open": ("closed",),
    "closed": ("talk", "guesses", "answer", "open"),  # open: the key was pressed too early
    "guesses": ("talk", "answer"),
    "talk": ("second", "answer"),
    "second": ("both", "answer"),
    "both": ("answer", "second"),  # likewise
    "answer": (),
}


def following(phase: Phase) -> Phase | None:
    """Return the phase that the key leading forward goes to.

    >>> following("closed"), following("answer")
    ('talk', None)
    """
    return next(iter(NEXT[phase]), None)


def reopened(phase: Phase) -> Phase | None:
    """Return the phase in which a vote that was closed too early is taken again.

    >>> reopened("closed"), reopened("both"), reopened("talk")
    ('open', 'second', None)
    """
    return next((one for one in NEXT[phase] if PHASES.index(one) < PHASES.index(phase)), None)


def round_taken(phase: Phase) -> Round | None:
    """Return which of the two votes is taken in a phase."""
    return {"open": 1, "second": 2}.get(phase)  # type: ignore[return-value]


def is_closed(phase: Phase, vote: Round) -> bool:
    """Is this vote over, so that nothing of it changes any more?"""
    return phase in ("both", "answer") or (vote == 1 and phase != "open")


def is_shown(phase: Phase, vote: Round, *, shown: bool) -> bool:
    """May the class see what was guessed? ``shown``: the guesses were, before the talk."""
    if phase in ("both", "answer"):
        return True
    return vote == 1 and (phase == "guesses" or (phase == "talk" and shown))

"""What a hand does, as text: how an event is spelled, and how it is read.

``scores.1`` is the second score (its value travels beside it), ``example:4,-4,3`` a button that
says what it brings. What stands behind ``@`` tells a control from another one that does the same.
"""

import re
from typing import Final, NamedTuple

from softmax_app.settings.limits import LONGEST_EVENT
from softmax_app.settings.reading import RefusedError
from softmax_app.texts import common

INDEX: Final = re.compile("[0-9]{1,2}")


class Event(NamedTuple):
    """What is done, to which of several, and what a button says to it."""

    action: str
    which: int = 0
    operand: str = ""


def spell(action: str, index: int | None = None, *, place: str = "") -> str:
    """Return the event of a control that sends its value along.

    >>> spell("temperature"), spell("scores", 2), spell("scores", 2, place="below")
    ('temperature', 'scores.2', 'scores.2@below')
    """
    which = action if index is None else f"{action}.{index}"
    return f"{which}@{place}" if place else which


def press(action: str, operand: object = "", *, place: str = "") -> str:
    """Return the event of a button that says itself what it does.

    >>> press("times", 0.1), press("set", "q=tenth", place="again")
    ('times:0.1', 'set:q=tenth@again')
    """
    return spell(f"{action}:{operand}", place=place)


def read(event: str) -> Event:
    """Return what an event says, or raise RefusedError.

    >>> read("scores.2@below"), read("temperature")
    (Event(action='scores', which=2, operand=''), Event(action='temperature', which=0, operand=''))
    >>> read("set:q=tenth@again")
    Event(action='set:', which=0, operand='q=tenth')
    """
    if len(event) > LONGEST_EVENT:
        raise RefusedError(common.UNKNOWN_EVENT)
    told, _, _ = event.partition("@")
    action, colon, operand = told.partition(":")
    if colon:
        return Event(action + colon, operand=operand)
    action, _, index = told.partition(".")
    if index and not INDEX.fullmatch(index):
        raise RefusedError(common.UNKNOWN_EVENT)
    return Event(action, int(index or 0))

"""What the reader's hand did, as the browser reports it."""

from collections.abc import Mapping
from itertools import islice
from typing import Any, Final, NamedTuple

from softmax_app.settings.limits import MOST_EVENTS

LAST_NUMBER: Final = 2**53  # to which a browser can count


class Hand(NamedTuple):
    """What the browser reports: the control in hand, the sweep it has, and what was done.

    ``state`` is the state that the browser has, ``settled`` the number of the last event in it.
    Events stay in the list until they are acknowledged, since Streamlit drops all but the last
    of the reports that arrive during a run.
    """

    armed: str = ""
    have: str = ""
    state: str = ""
    settled: int = 0
    events: tuple[tuple[int, str, str], ...] = ()

    def news(self, heard: int) -> tuple[tuple[str, str], ...]:
        """Return the events after the one of this number."""
        return tuple((event, value) for number, event, value in self.events if number > heard)

    @property
    def last(self) -> int:
        """The number of the last event, settled or not."""
        return max([self.settled, *(number for number, _, _ in self.events)])


def read_report(report: Mapping[str, Any]) -> Hand:
    """Return what a report says: nothing, before there is one, or where it is not of our making.

    >>> read_report({"number": 7, "armed": "point", "have": "", "events": [[3, "point", "1"]]})
    Hand(armed='point', have='', state='', settled=0, events=((3, 'point', '1'),))
    >>> read_report({})
    Hand(armed='', have='', state='', settled=0, events=())
    """
    try:
        told = islice(report.get("events", ()), MOST_EVENTS)
        events = tuple((int(number), str(event), str(value)) for number, event, value in told)
        armed, have, state = (str(report.get(name, "")) for name in ("armed", "have", "state"))
        hand = Hand(armed, have, state, int(report.get("settled", 0)), events)
    except (AttributeError, OverflowError, RecursionError, TypeError, ValueError):
        return Hand()
    return hand if hand.last <= LAST_NUMBER else Hand()

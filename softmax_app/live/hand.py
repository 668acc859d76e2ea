"""What the reader's hand did, as the browser reports it."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Hand(NamedTuple):
    """What the browser reports: the control in hand, the sweep it has, and what was done.

    Events stay in the list until they are acknowledged, since Streamlit drops all but the last
    of the reports that arrive during a run.
    """

    armed: str = ""
    have: str = ""
    events: tuple[tuple[int, str, str], ...] = ()


def read_report(report: Mapping[str, Any]) -> Hand:
    """Return what a report says; before there is one, that nothing was done.

    >>> read_report({"number": 7, "armed": "point", "have": "", "events": [[3, "point", "1"]]})
    Hand(armed='point', have='', events=((3, 'point', '1'),))
    >>> read_report({})
    Hand(armed='', have='', events=())
    """
    events = tuple((int(n), str(event), str(value)) for n, event, value in report.get("events", ()))
    return Hand(str(report.get("armed", "")), str(report.get("have", "")), events)

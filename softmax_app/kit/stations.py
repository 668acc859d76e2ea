"""What is projected one after the other: the parts of a lesson, its questions, the next lesson.

A station is opened by an event, like any other that the reader's hand brings about.
"""

from collections.abc import Iterator
from typing import Final

from softmax_app.kit.items import Puzzle, find
from softmax_app.kit.lesson import Page
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked
from softmax_app.settings.events import press

ONWARD: Final = press("go", "next")  # to the next lesson
BACKWARD: Final = press("go", "last")  # to the last station of the lesson before


def forward(page: Page, settings: Settings) -> str:
    """Return the event that shows the answer, or else opens what comes next."""
    events = [event for _, event in _stations(page)]
    number = _number(page, settings)
    if number + 1 < len(events):
        return reveal(page, settings) or events[number + 1]
    return ONWARD


def back(page: Page, settings: Settings) -> str:
    """Return the event that opens what comes before."""
    number = _number(page, settings)
    events = [event for _, event in _stations(page)]
    return events[number - 1] if number else BACKWARD


def last(page: Page) -> str:
    """Return the event that opens the last station of a page."""
    return [event for _, event in _stations(page)][-1]


def reveal(page: Page, settings: Settings) -> str:
    """Return the event that shows the answer, with the guess if one was made; "" if it is seen."""
    asked = settings.asked
    item = find(page.items, asked.item)
    if item is None or isinstance(item, Puzzle) or asked.stage == "shown":
        return ""
    guessed = asked.guess not in ((), item.start) and len(asked.guess) == item.complete
    return press("show") if guessed or asked.stage == "committed" else item.shown


def _stations(page: Page) -> Iterator[tuple[Asked, str]]:
    """Yield what is projected of a page one after the other, each with the event that opens it."""
    yield Asked(), press("set", "q=")
    for part in range(2, page.n_parts + 1):
        yield Asked(f"part{part}"), press("set", f"q=part{part}")
    for item in page.items:
        yield Asked(item.id), item.opened
        if not isinstance(item, Puzzle):
            yield Asked(item.id, "shown"), item.shown


def _number(page: Page, settings: Settings) -> int:
    """Return which of the stations is projected."""
    asked = settings.asked
    here = Asked(asked.item, "shown" if asked.stage == "shown" else "asked")
    places = [place for place, _ in _stations(page)]
    return places.index(here) if here in places else 0

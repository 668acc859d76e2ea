"""What is projected one after the other: the pieces of a lesson, its questions, the next lesson.

A station is opened by an event, like any other that the reader's hand brings about.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from softmax_app.kit.items import STAGE, Item, Puzzle, Question, find
from softmax_app.kit.lesson import Page
from softmax_app.kit.pieces import pieces
from softmax_app.settings import Settings
from softmax_app.settings.asked import NOTHING, Asked, to_text
from softmax_app.settings.events import press
from softmax_app.texts import projector as texts
from softmax_app.texts.text import Language

ONWARD: Final = press("go", "next")  # to the next lesson
BACKWARD: Final = press("go", "last")  # to the last station of the lesson before
PANEL: Final = 2  # words of the name of a panel, "part1.2"; a line of it has one more


class Station(NamedTuple):
    """What is projected at once: where it is, the event that opens it, and what it is called.

    Several share a ``number``: a question and its answer, the lines of a derivation.
    """

    place: Asked
    opened: str
    number: int
    title: str


class Progress(NamedTuple):
    """Which of how many stations is projected, and what comes next on the page, or nothing."""

    number: int
    total: int
    following: str


def forward(page: Page, settings: Settings) -> str:
    """Return the event that ends the guessing, then shows the answer, or opens what comes next.

    A press too many gives no answer away.
    """
    stations, here = _all(page, settings)
    if here + 1 < len(stations):
        return _ended(page, settings) or reveal(page, settings) or stations[here + 1].opened
    return ONWARD


def back(page: Page, settings: Settings) -> str:
    """Return the event that lets guess again, or opens what comes before."""
    stations, here = _all(page, settings)
    if settings.asked.stage == "committed":
        return press("set", f"q={to_text(settings.asked._replace(stage='asked'))}")
    return stations[here - 1].opened if here else BACKWARD


def first(page: Page, settings: Settings) -> str:
    """Return the event that opens the first station of a page."""
    stations, _ = _all(page, settings)
    return stations[0].opened


def last(page: Page, settings: Settings) -> str:
    """Return the event that opens the last station of a page."""
    stations, _ = _all(page, settings)
    return stations[-1].opened


def question(page: Page, settings: Settings) -> str:
    """Return the event that asks the next question, after the last the first; "" without any."""
    stations, here = _all(page, settings)
    asked = [item.opened for item in page.items if isinstance(item, Question)]
    onward = (*stations[here + 1 :], *stations[: here + 1])
    return next((station.opened for station in onward if station.opened in asked), "")


def reveal(page: Page, settings: Settings) -> str:
    """Return the event that shows the answer, with the guess if one was made; "" if it is seen."""
    asked = settings.asked
    item = find(page.items, asked.item)
    if item is None or isinstance(item, Puzzle) or asked.stage == "shown":
        return ""
    guessed = _is_guessed(item, settings) or asked.stage == "committed"
    return press("show") if guessed else item.shown


def _ended(page: Page, settings: Settings) -> str:
    """Return the event after which no one guesses any more; "" where no one does."""
    item = find(page.items, settings.asked.item)
    if item is None or isinstance(item, Puzzle) or settings.asked.stage != "asked":
        return ""
    return press("commit", item.complete) if _is_guessed(item, settings) else item.ended


def _is_guessed(item: Question, settings: Settings) -> bool:
    """Has the reader made a whole guess?"""
    guess = settings.asked.guess
    return guess not in ((), item.start) and len(guess) == item.complete


def progress(page: Page, settings: Settings) -> Progress:
    """Return how far the page has been projected."""
    stations, here = _all(page, settings)
    following = stations[here + 1].title if here + 1 < len(stations) else ""
    if _ended(page, settings):
        following = texts.EXPECT.say(settings.language)
    return Progress(stations[here].number, stations[-1].number, following)


def _all(page: Page, settings: Settings) -> tuple[list[Station], int]:
    """Return what is projected of a page one after the other, and the place of what is now."""
    # what is open now makes no difference to what can be
    stations = list(_stations(page, replace(settings, asked=NOTHING)))
    asked = settings.asked
    here = Asked(asked.item, "shown" if asked.stage == "shown" else "asked")
    places = [station.place for station in stations]
    return stations, places.index(here if here in places else Asked(STAGE))


@lru_cache(maxsize=64)
def _stations(page: Page, settings: Settings) -> tuple[Station, ...]:
    return tuple(_listed(page, settings))


def _listed(page: Page, settings: Settings) -> Iterator[Station]:
    language, items = settings.language, list(page.items)
    number, known = 0, [""]
    for piece in pieces(page.scene(settings)):
        for item in [one for one in items if _is_before(one, piece.name)]:
            items.remove(item)
            number += 1
            yield from _asked(item, number, language)
        which = piece.name.split(".")[:PANEL]
        is_line = len(which) == PANEL and which == known  # of a derivation: one more of it
        number, known = number + (not is_line), which
        title = texts.NEXT_LINE.say(language) if is_line else piece.title
        untitled = page.title if piece.name == STAGE else texts.IN_THE_PICTURE
        shown = title or untitled.say(language)
        yield Station(Asked(piece.name), press("set", f"q={piece.name}"), number, shown)
    for place, item in enumerate(items, start=number + 1):
        yield from _asked(item, place, language)


def _is_before(item: Item, piece: str) -> bool:
    """Is it asked before a piece, which tells its answer?"""
    return isinstance(item, Question) and item.before == piece


def _asked(item: Item, number: int, language: Language) -> Iterator[Station]:
    yield Station(Asked(item.id), item.opened, number, item.words.title.say(language))
    if isinstance(item, Question):
        answer = texts.THE_ANSWER.say(language)
        yield Station(Asked(item.id, "shown"), item.shown, number, answer)

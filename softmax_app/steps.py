"""What is projected one after the other: the parts of a lesson, its questions, the next lesson.

A step is opened by an event, like any other that the reader's hand brings about.
"""

from collections.abc import Iterator

from softmax_app.asked import Asked
from softmax_app.course import HOME, LESSONS, Page
from softmax_app.questions.item import Puzzle, find
from softmax_app.settings import Settings


def forward(page: Page, settings: Settings) -> str:
    """Return the event that shows the answer, or else opens what comes next."""
    events = [event for _, event in _steps(page)]
    number = _number(page, settings)
    if number + 1 < len(events):
        return answer(page, settings) or events[number + 1]
    return f"go:{(_place(page) + 1) % (len(LESSONS) + 1)}"  # after the last lesson, home


def back(page: Page, settings: Settings) -> str:
    """Return the event that opens what comes before."""
    number = _number(page, settings)
    events = [event for _, event in _steps(page)]
    return events[number - 1] if number else f"go:{max(_place(page) - 1, 0)}:last"


def last(page: Page) -> str:
    """Return the event that opens the last step of a page."""
    return [event for _, event in _steps(page)][-1]


def answer(page: Page, settings: Settings) -> str:
    """Return the event that shows the answer, with the guess if one was made; "" if it is seen."""
    asked = settings.asked
    item = find(page.items, asked.item)
    if item is None or isinstance(item, Puzzle) or asked.stage == "shown":
        return ""
    guessed = asked.guess not in ((), item.start) and len(asked.guess) == item.complete
    return "show:" if guessed or asked.stage == "committed" else f"set:q={item.id},shown"


def _steps(page: Page) -> Iterator[tuple[Asked, str]]:
    """Yield what is projected of a page one after the other, each with the event that opens it."""
    yield Asked(), "set:q="
    for part in range(2, page.parts + 1):
        yield Asked(f"part{part}"), f"set:q=part{part}"
    for item in page.items:
        if isinstance(item, Puzzle):
            yield Asked(item.id), f"set:{item.link}&q={item.id}"
        else:
            yield Asked(item.id), f"set:q={item.id}"
            yield Asked(item.id, "shown"), f"set:q={item.id},shown"


def _number(page: Page, settings: Settings) -> int:
    """Return which of the steps is projected."""
    asked = settings.asked
    here = Asked(asked.item, "shown" if asked.stage == "shown" else "asked")
    places = [place for place, _ in _steps(page)]
    return places.index(here) if here in places else 0


def _place(page: Page) -> int:
    return 0 if page == HOME else LESSONS.index(page) + 1

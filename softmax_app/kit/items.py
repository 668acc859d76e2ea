"""The forms of questions and puzzles."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final, NamedTuple
from urllib.parse import parse_qsl

import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked
from softmax_app.settings.events import press
from softmax_app.settings.link import from_link, to_link
from softmax_app.settings.reading import RefusedError
from softmax_app.sweeps import Batch, at_settings
from softmax_app.texts.text import Ask, Language, Text

States = NDArray[np.int64]

STAGE: Final = "part1"  # what a lesson shows first: its scores, and what becomes of them
SOLVED: Final = 1  # of a puzzle's states
NEAR: Final = 0.05  # of the room there is for a guess: as good as the answer, if not said otherwise


class Bars(NamedTuple):
    """A guess at the height of a bar for each class; ``shares`` add up to 1."""

    axis: Text
    low: float = 0.0
    high: float = 1.0
    start: float = 0.5
    near: float = NEAR
    shares: bool = False


class Amount(NamedTuple):
    """A guess at one number; ``near`` says how close is as good, as a part of the axis."""

    axis: Text
    low: float
    high: float
    start: float
    near: float = NEAR


class Choice(NamedTuple):
    """A guess at the option of which there is most; ``low`` and ``high`` end the axis."""

    axis: Text
    options: tuple[Text, ...]
    low: float = 0.0
    high: float = 1.0


class Order(NamedTuple):
    """A guess at the order of the options, the one of which there is most first."""

    axis: Text
    options: tuple[Text, ...]
    low: float = 0.0
    high: float = 1.0


Form = Bars | Amount | Choice | Order


class Question(NamedTuple):
    """A question: at which numbers (a link), what is asked, the answer, and why it is so.

    ``before`` is the piece of the lesson that tells its answer, or the first of several: on the
    projector it is asked before that. What the stage does not tell, all that follows may.
    """

    id: str
    words: Ask
    form: Form
    link: str
    compute: Callable[[Settings], ArrayLike]
    before: str = f"{STAGE}.1"

    @property
    def opened(self) -> str:
        """The event that asks it."""
        return press("set", f"q={self.id}")

    @property
    def ended(self) -> str:
        """The event that ends the guessing where no one has guessed."""
        return press("set", f"q={self.id},committed")

    @property
    def shown(self) -> str:
        """The event that shows its answer to one who has not guessed."""
        return press("set", f"q={self.id},shown")

    def settings(self, language: Language) -> Settings:
        """Return the settings of which it asks."""
        return linked(self.link, Settings(language=language))

    def truth(self) -> NDArray[np.float64]:
        """Return the answer: a height for each bar or option, or the one amount."""
        return np.asarray(self.compute(self.settings("en")), dtype=np.float64)

    @property
    def start(self) -> tuple[float, ...]:
        """The guess that the reader finds there."""
        match self.form:
            case Bars():
                return (self.form.start,) * len(self.settings("en").scores)
            case Amount():
                return (self.form.start,)
            case _:
                return ()

    def takes(self, guess: tuple[float, ...]) -> bool:
        """Can this be a guess, made or being made?"""
        if isinstance(self.form, Bars | Amount):
            low, high = self.form.low, self.form.high
            return len(guess) == len(self.start) and all(low <= one <= high for one in guess)
        chosen = set(guess) <= set(range(len(self.form.options)))
        return chosen and len(set(guess)) == len(guess) <= self.complete

    @property
    def complete(self) -> int:
        """How many numbers a whole guess has."""
        match self.form:
            case Order():
                return len(self.form.options)
            case Choice():
                return 1
            case _:
                return len(self.start)


class Puzzle(NamedTuple):
    """Something to bring about on the live page.

    ``link`` is where it starts, ``part`` the part of the lesson that it is solved in; ``check``
    gives for each row of a batch 0 (not yet), 1 (solved) or 2 (by what is not allowed).
    """

    id: str
    words: Ask
    link: str
    check: Callable[[Batch], States]
    part: int = 1

    @property
    def opened(self) -> str:
        """The event that starts it."""
        return press("set", f"{self.link}&q={self.id}")


Item = Question | Puzzle


def linked(link: str, settings: Settings) -> Settings:
    """Return settings with what a link says, or raise RefusedError if any of it cannot be used.

    What it does not say stays, but for the question, which is closed.
    """
    query = dict(parse_qsl(link, keep_blank_values=True))
    found, repairs = from_link(to_link(settings, ("view",)) | query, settings)
    if repairs:
        raise RefusedError(repairs[0].reason)
    return found


def at_start(settings: Settings, items: Sequence[Item], name: str) -> Settings:
    """Return settings with the numbers that a puzzle starts at, if there is one of this name."""
    puzzle = find(items, name)
    return linked(puzzle.link, settings) if isinstance(puzzle, Puzzle) else settings


def states(solved: ArrayLike, broken: ArrayLike = False) -> States:
    """Return the states of a puzzle: what is not allowed counts before what is reached.

    >>> import numpy as np
    >>> states(np.array([False, True, True]), np.array([False, False, True]))
    array([0, 1, 2])
    """
    return np.where(broken, 2, np.where(solved, 1, 0))


def find(items: Sequence[Item], name: str) -> Item | None:
    """Return the item of this name."""
    return next((item for item in items if item.id == name), None)


def is_all_shown(items: Sequence[Item], settings: Settings) -> bool:
    """Are a page's own words to be seen? Not on the projector, nor while a question waits."""
    waits = isinstance(find(items, settings.asked.item), Question)
    return settings.view == "page" and (not waits or settings.asked.stage == "shown")


def is_led_in(items: Sequence[Item], settings: Settings) -> bool:
    """Are a page's first words to be seen? Not beside a question, whose answer they would move."""
    asks = isinstance(find(items, settings.asked.item), Question)
    return settings.view == "page" and not asks


def is_done(item: Item, settings: Settings) -> bool:
    """Has the answer been shown, or the puzzle been solved?"""
    if isinstance(item, Puzzle):
        return bool(item.check(at_settings(settings))[0] == SOLVED)
    return settings.asked.stage == "shown"


def settled(settings: Settings, items: Sequence[Item], *, pieces: Collection[str] = ()) -> Settings:
    """Return settings that ask only what these items can, with a guess that fits.

    ``pieces`` are the names of what else can be projected of the lesson.
    """
    asked = settings.asked
    if find(items, asked.item) is None:
        asked = Asked(_shown(settings, items, pieces))
    item = find(items, asked.item)
    match item:
        case None:
            fitting = asked
        case Puzzle():
            fitting = Asked(item.id)
        case Question() if asked.stage != "asked" and not asked.guess:
            fitting = asked  # looked at, or about to be, without a guess
        case Question() if item.takes(asked.guess):
            whole = len(asked.guess) == item.complete
            fitting = asked if whole else asked._replace(stage="asked")
        case Question():
            fitting = asked._replace(stage="asked", guess=item.start)
    return replace(settings, asked=fitting)


def _shown(settings: Settings, items: Sequence[Item], pieces: Collection[str]) -> str:
    """Return the name of what is projected where nothing is asked.

    What comes first needs none: the stage or, where that tells the answer, a question.
    """
    name = settings.asked.item if settings.asked.item in pieces else ""
    told = (item.id for item in items if isinstance(item, Question) and item.before == STAGE)
    start = next(told, STAGE)
    if start == STAGE:
        return "" if name == STAGE else name
    return start if settings.view != "page" and not name else name

"""What a reader types, or a link holds, as values; or the reason why it cannot be used."""

import csv
import io
import math

from softmax_app.settings.asked import Asked, from_text
from softmax_app.settings.limits import (
    FEWEST_CLASSES,
    KEYS,
    LARGEST_SCORE,
    LONGEST_LIST,
    LONGEST_NAME,
    MOST_CLASSES,
    PROJECTOR,
    SPANS,
    VIEWS,
    View,
)
from softmax_app.texts import common
from softmax_app.texts.text import LANGUAGES, Language, Text
from softmax_core import FORMATS, FormatName


def format_number(value: float) -> str:
    """Return the shortest text that reads back as exactly ``value``.

    >>> format_number(2.0), format_number(-0.1), format_number(1e-3)
    ('2', '-0.1', '0.001')
    """
    return repr(float(value)).removesuffix(".0")


class RefusedError(ValueError):
    """A value that cannot be taken, with the reason for the reader."""

    def __init__(self, reason: Text, **values: object) -> None:
        super().__init__(reason.say("en", **values))
        self.reason = Text(*(reason.say(language, **values) for language in LANGUAGES))

    def __reduce__(self) -> tuple[type["RefusedError"], tuple[Text]]:
        """Another process may raise it: by default it would be made of its first sentence."""
        return type(self), (self.reason,)


def read_amount(text: str, low: float, high: float) -> float:
    """Read a number between two ends."""
    cleaned = text.strip().replace("\N{MINUS SIGN}", "-")
    if not cleaned:
        raise RefusedError(common.EMPTY_NUMBER)
    try:
        value = float(cleaned)
    except ValueError:
        raise RefusedError(common.NOT_A_NUMBER, value=_shortened(text)) from None
    if math.isnan(value):
        raise RefusedError(common.NOT_A_NUMBER, value=_shortened(text))
    return check_range(value, low, high) + 0.0  # -0 becomes 0


def check_range(value: float, low: float, high: float) -> float:
    """Return a value that lies in a range, or raise RefusedError."""
    if not low <= value <= high:
        raise RefusedError(common.OUT_OF_RANGE, low=_spelled(low), high=_spelled(high))
    return value


def check_count(scores: tuple[float, ...]) -> tuple[float, ...]:
    """Return scores of as many classes as the course works with, or raise RefusedError."""
    if not FEWEST_CLASSES <= len(scores) <= MOST_CLASSES:
        raise RefusedError(common.CLASS_COUNT, low=FEWEST_CLASSES, high=MOST_CLASSES)
    return scores


def read_scores(text: str) -> tuple[float, ...]:
    """Read scores from a list with commas."""
    scores = tuple(read_amount(part, -LARGEST_SCORE, LARGEST_SCORE) for part in text.split(","))
    return check_count(scores)


def read_span(text: str) -> float:
    """Read how far the sliders reach: one of ``SPANS``."""
    span = read_amount(text, SPANS[0], SPANS[-1])
    if span not in SPANS:
        choices = ", ".join(map(format_number, SPANS))
        raise RefusedError(common.NOT_A_CHOICE, choices=choices)
    return span


def read_names(text: str) -> tuple[str, ...]:
    """Read names from a line of CSV."""
    # a line of CSV: names may hold commas and quotes
    line = next(csv.reader([printable(text[:LONGEST_LIST])]), [])
    return tuple(tidy_name(name) for name in line[:MOST_CLASSES])


def written_names(names: tuple[str, ...]) -> str:
    """Return names as a line of CSV, or nothing where no class has one."""
    if not any(names):
        return ""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(names)
    return line.getvalue()


def read_format(text: str) -> FormatName:
    """Read the name of a number format."""
    for name in FORMATS:
        if text == name:
            return name
    raise RefusedError(common.NOT_A_CHOICE, choices=", ".join(FORMATS))


def read_label(text: str) -> int:
    """Read a label, counted from 0."""
    label = read_amount(text, 0.0, MOST_CLASSES - 1.0)
    if not label.is_integer():
        raise RefusedError(common.NOT_A_LABEL)
    return int(label)


def read_entry(text: str) -> tuple[int, int]:
    """Read the row and the column of a matrix, counted from 1, as places counted from 0.

    >>> read_entry("2,1")
    (1, 0)
    """
    numbers = [read_amount(part, 1.0, float(MOST_CLASSES)) for part in text.split(",", 2)]
    if len(numbers) != 2 or not all(number.is_integer() for number in numbers):
        raise RefusedError(common.NOT_AN_ENTRY)
    row, column = (int(number) - 1 for number in numbers)
    return row, column


def read_asked(text: str) -> Asked:
    """Read what a link asks."""
    try:
        return from_text(text[:LONGEST_LIST])
    except ValueError:
        raise RefusedError(common.NOT_A_QUESTION) from None


def read_choice(text: str, choices: tuple[str, ...]) -> str:
    """Read one of several words."""
    if text in choices:
        return text
    raise RefusedError(common.NOT_A_CHOICE, choices=", ".join(choices))


def read_hidden(text: str) -> tuple[int, ...]:
    """Read which keys are masked: their numbers, counted from 1, in a list with commas."""
    parts = text[:LONGEST_LIST].split(",") if text else []
    keys = {read_amount(part, 1.0, float(KEYS)) for part in parts}
    if not all(key.is_integer() for key in keys):
        raise RefusedError(common.NOT_A_KEY)
    return tuple(sorted(int(key) for key in keys))


def read_view(text: str) -> View:
    """Read how the page is seen; what the page calls the projector is its light one.

    >>> read_view("dark"), read_view("projector")
    ('dark', 'light')
    """
    if text == PROJECTOR:
        return "light"
    for view in VIEWS:
        if text == view:
            return view
    raise RefusedError(common.NOT_A_CHOICE, choices=", ".join((VIEWS[0], PROJECTOR, *VIEWS[1:])))


def read_language(text: str) -> Language:
    """Read a language."""
    for language in LANGUAGES:
        if text == language:
            return language
    raise RefusedError(common.NOT_A_CHOICE, choices=", ".join(LANGUAGES))


def tidy_name(text: str) -> str:
    """Return a name in one line of printable letters, not too long."""
    return " ".join(printable(text).split())[:LONGEST_NAME].strip()


def printable(text: str) -> str:
    """Return text with a space for each letter that is none: of control, direction, no width.

    >>> printable("2\u202e,5")
    '2 ,5'
    """
    return "".join(character if character.isprintable() else " " for character in text)


def _spelled(limit: float) -> str:
    text = f"{limit:,.0f}" if limit.is_integer() else format_number(limit)
    return text.replace("-", "\N{MINUS SIGN}")


def _shortened(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= LONGEST_NAME else shown[:LONGEST_NAME] + "…"

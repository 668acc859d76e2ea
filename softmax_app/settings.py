"""What a reader can set: one frozen dataclass, one table of its fields, to and from the link."""

import csv
import io
import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, NamedTuple, Self, get_args

from softmax_app.asked import NOTHING, STAGES, Asked, from_text, to_text
from softmax_app.texts import common
from softmax_app.texts.text import LANGUAGES, Language, Text
from softmax_core import FORMATS, FormatName

# the page, or the projector's, which is light or dark as the room asks
View = Literal["page", "light", "dark"]
VIEWS: Final[tuple[View, ...]] = get_args(View)

FEWEST_CLASSES: Final = 2
MOST_CLASSES: Final = 10
LARGEST_SCORE: Final = 1e6
LARGEST_SHIFT: Final = 2.0**21
# what one number alone says, and how far it may go
NUMBERS: Final[Mapping[str, tuple[float, float]]] = {
    "temperature": (0.001, 1000.0),
    "point": (-2.0, 1.5),
    "step": (0.01, 1.0),
    "shift": (-LARGEST_SHIFT, LARGEST_SHIFT),
    "smoothing": (0.0, 1.0),
    "difference": (1e-15, 1.0),
    "learning_rate": (0.001, 1000.0),
    "descent_step": (0.0, 100.0),
    "training_rate": (0.001, 100.0),
    "training_step": (0.0, 100.0),
    "sample": (1.0, 342.0),
}
WHOLE: Final = (
    "descent_step",
    "training_step",
    "sample",
)  # of them, those that are rounded to a whole number
SPANS: Final = (
    *(step * 10.0**power for power in range(1, 6) for step in (1, 2, 5)),
    LARGEST_SCORE,
)
LONGEST_NAME: Final = 24
LONGEST_LIST: Final = 1000
DECIMALS: Final = 12  # significant digits of a computed score, so that 0.1 times 0.7 is 0.07


class RefusedError(ValueError):
    """A value that cannot be taken, with the reason for the reader."""

    def __init__(self, reason: Text, **values: object) -> None:
        super().__init__(reason.say("en", **values))
        self.reason = Text(*(reason.say(language, **values) for language in LANGUAGES))


@dataclass(frozen=True)
class Settings:
    """Everything a reader has set, carried from lesson to lesson.

    ``names`` may be shorter than ``scores`` (the rest are unnamed) or longer (a name waits for
    its class to come back). ``span`` is how far the score sliders reach to either side of 0.
    ``point`` and ``step`` are x and the step from it on y = exp(x); ``shift`` is added to every
    score before a softmax in ``number_format``. ``label`` is the true class, counted from 0;
    where there are fewer classes, the last one stands in. ``smoothing`` is shared among all.
    ``difference`` is the step of a finite difference; ``descent_step`` says how many steps of
    gradient descent have been taken, ``training_step`` how many of training on the penguins, of
    which ``sample`` is the one looked at, counted from 1. ``asked`` is the question that is open.
    """

    scores: tuple[float, ...] = (2.0, 3.0, 5.0)
    names: tuple[str, ...] = ()
    temperature: float = 1.0
    span: float = SPANS[0]
    point: float = 0.5
    step: float = 1.0
    shift: float = 0.0
    number_format: FormatName = "float64"
    label: int = 2
    smoothing: float = 0.0
    difference: float = 6e-6
    learning_rate: float = 1.0
    descent_step: float = 0.0
    training_rate: float = 2.0
    training_step: float = 0.0
    sample: float = 1.0
    language: Language = "en"
    view: View = "page"
    asked: Asked = NOTHING

    @property
    def reach(self) -> float:
        """The half-width of the score sliders: ``span``, or more where a score needs it."""
        return max(self.span, next(s for s in SPANS if s >= max(map(abs, self.scores))))

    @property
    def target(self) -> int:
        """The true class among those that there are."""
        return min(self.label, len(self.scores) - 1)

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes' names, or their numbers where they have none."""
        named = self.names + ("",) * len(self.scores)
        return tuple(
            named[i] or common.CLASS_NAME.say(self.language, number=i + 1)
            for i in range(len(self.scores))
        )

    @property
    def short_labels(self) -> tuple[str, ...]:
        """The classes' names, or bare numbers: for where there is little room."""
        named = self.names + ("",) * len(self.scores)
        return tuple(named[i] or str(i + 1) for i in range(len(self.scores)))

    def with_scores(self, scores: tuple[float, ...]) -> Self:
        """Return settings with other scores as they are, on the shortest sliders that hold them."""
        for score in scores:
            _check_range(score, -LARGEST_SCORE, LARGEST_SCORE)
        return replace(self, scores=scores, span=SPANS[0], shift=0.0)

    def with_score(self, index: int, text: str) -> Self:
        """Return settings with one score read from ``text``; the sliders never shrink."""
        score = _number(text, -LARGEST_SCORE, LARGEST_SCORE)
        scores = (*self.scores[:index], score, *self.scores[index + 1 :])
        return replace(self, scores=scores, span=self.reach)

    def with_pair(self, text: str) -> Self:
        """Return settings with the first two scores moved together, their mean read from text."""
        pair = moved_pair(self.scores, _number(text, -LARGEST_SCORE, LARGEST_SCORE))
        for score in pair:
            _check_range(score, -LARGEST_SCORE, LARGEST_SCORE)
        return replace(self, scores=(*pair, *self.scores[2:]), span=self.reach)

    def with_number(self, field: str, text: str) -> Self:
        """Return settings with one of ``NUMBERS`` read from ``text``."""
        change: dict[str, Any] = {field: _read_number(field, text)}
        return replace(self, **change)

    def with_format(self, text: str) -> Self:
        """Return settings with the number format of this name."""
        return replace(self, number_format=_read_format(text))

    def with_name(self, index: int, text: str) -> Self:
        """Return settings with one class renamed; an empty name gives it its number back."""
        padded = self.names + ("",) * (index + 1 - len(self.names))
        return replace(self, names=(*padded[:index], _tidy_name(text), *padded[index + 1 :]))

    def with_class_added(self) -> Self:
        """Return settings with one more class, of score 0."""
        return replace(self, scores=_check_count((*self.scores, 0.0)), span=self.reach)

    def with_class_removed(self, index: int) -> Self:
        """Return settings without one class, nor its name."""
        scores = _check_count(self.scores[:index] + self.scores[index + 1 :])
        names = self.names[:index] + self.names[index + 1 :]
        label = self.target - (index < self.target)  # the same class as before, if it is there
        return replace(self, scores=scores, names=names, label=label, span=self.reach)

    def with_view(self, text: str) -> Self:
        """Return settings seen as a page, or on a light or dark projector."""
        return replace(self, view=_read_view(text))

    def with_guess(self, index: int, text: str) -> Self:
        """Return settings with one number of the guess read from ``text``."""
        number = _number(text, -LARGEST_SCORE, LARGEST_SCORE)
        guess = self.asked.guess
        return self._asking(guess=(*guess[:index], number, *guess[index + 1 :]))

    def with_option(self, option: int) -> Self:
        """Return settings with this option guessed, in place of another."""
        return self._asking(guess=(float(option),))

    def with_rank(self, option: int) -> Self:
        """Return settings with this option next in the order guessed, or taken out of it."""
        guess = self.asked.guess
        if option in guess:
            return self._asking(guess=tuple(one for one in guess if one != option))
        return self._asking(guess=(*guess, float(option)))

    def with_stage(self, text: str, *, complete: int) -> Self:
        """Return settings with the answer as far as this; the guess has so many numbers then."""
        stage = next(one for one in STAGES if one == text)
        if len(self.asked.guess) < complete:
            raise RefusedError(common.NO_GUESS)
        return self._asking(stage=stage)

    def _asking(self, **changes: Any) -> Self:
        return replace(self, asked=self.asked._replace(**changes))

    def with_label(self, text: str) -> Self:
        """Return settings with another true class, counted from 0."""
        return replace(self, label=_read_label(text))


class Field(NamedTuple):
    """How one field of ``Settings`` stands in a link."""

    in_link: str
    read: Callable[[str], Any]
    write: Callable[[Settings], str]


class Repair(NamedTuple):
    """A value of a link that was left out, and why."""

    in_link: str
    value: str
    reason: Text


def format_number(value: float) -> str:
    """Return the shortest text that reads back as exactly ``value``.

    >>> format_number(2.0), format_number(-0.1), format_number(1e-3)
    ('2', '-0.1', '0.001')
    """
    return repr(float(value)).removesuffix(".0")


def tidy(score: float) -> float:
    """Return a score without the last digits, which only rounding has made.

    >>> 0.1 * 0.7, tidy(0.1 * 0.7)
    (0.06999999999999999, 0.07)
    """
    return float(f"{score:.{DECIMALS}g}") + 0.0  # -0 becomes 0


def moved_pair(scores: Sequence[float], mean: float) -> tuple[float, float]:
    """Return the first two scores, moved together until their mean is ``mean``.

    >>> moved_pair((4, 3, -4), 0)
    (0.5, -0.5)
    """
    half = (scores[0] - scores[1]) / 2
    return tidy(mean + half), tidy(mean - half)


def to_link(settings: Settings, fields: Collection[str]) -> dict[str, str]:
    """Return the query parameters that say what ``fields`` are set to, defaults too.

    A question that is not open and a projector that is not used are not spoken of.
    """
    said = {name: FIELDS[name].write(settings) for name in FIELDS if name in fields}
    return {FIELDS[name].in_link: text for name, text in said.items() if text or name not in MODES}


def from_link(query: Mapping[str, str], start: Settings) -> tuple[Settings, tuple[Repair, ...]]:
    """Return ``start`` with what the link says, field by field, and what could not be used."""
    found: dict[str, Any] = {name: getattr(Settings, name) for name in MODES}
    repairs = []
    for name, field in FIELDS.items():
        text = query.get(field.in_link)
        if text is None:
            continue
        try:
            found[name] = field.read(text)
        except RefusedError as refusal:
            repairs.append(Repair(field.in_link, text, refusal.reason))
    return replace(start, **found), tuple(repairs)


def _number(text: str, low: float, high: float) -> float:
    cleaned = text.strip().replace("\N{MINUS SIGN}", "-")
    if not cleaned:
        raise RefusedError(common.EMPTY_NUMBER)
    try:
        value = float(cleaned)
    except ValueError:
        raise RefusedError(common.NOT_A_NUMBER, value=_shortened(text)) from None
    if math.isnan(value):
        raise RefusedError(common.NOT_A_NUMBER, value=_shortened(text))
    return _check_range(value, low, high) + 0.0  # -0 becomes 0


def _read_number(field: str, text: str) -> float:
    number = _number(text, *NUMBERS[field])
    return round(number) + 0.0 if field in WHOLE else number


def _check_range(value: float, low: float, high: float) -> float:
    if not low <= value <= high:
        raise RefusedError(common.OUT_OF_RANGE, low=_spelled(low), high=_spelled(high))
    return value


def _spelled(limit: float) -> str:
    text = f"{limit:,.0f}" if limit.is_integer() else format_number(limit)
    return text.replace("-", "\N{MINUS SIGN}")


def _check_count(scores: tuple[float, ...]) -> tuple[float, ...]:
    if not FEWEST_CLASSES <= len(scores) <= MOST_CLASSES:
        raise RefusedError(common.CLASS_COUNT, low=FEWEST_CLASSES, high=MOST_CLASSES)
    return scores


def _read_scores(text: str) -> tuple[float, ...]:
    scores = tuple(_number(part, -LARGEST_SCORE, LARGEST_SCORE) for part in text.split(","))
    return _check_count(scores)


def _read_span(text: str) -> float:
    span = _number(text, SPANS[0], SPANS[-1])
    if span not in SPANS:
        choices = ", ".join(map(format_number, SPANS))
        raise RefusedError(common.NOT_A_CHOICE, choices=choices)
    return span


def _read_names(text: str) -> tuple[str, ...]:
    # a line of CSV: names may hold commas and quotes
    line = next(csv.reader(_printable_lines(text[:LONGEST_LIST])), [])
    return tuple(_tidy_name(name) for name in line[:MOST_CLASSES])


def _printable_lines(text: str) -> Iterator[str]:
    yield "".join(character if character.isprintable() else " " for character in text)


def _write_names(settings: Settings) -> str:
    if not any(settings.names):
        return ""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(settings.names)
    return line.getvalue()


def _tidy_name(text: str) -> str:
    printable = "".join(_printable_lines(text))
    return " ".join(printable.split())[:LONGEST_NAME].strip()


def _read_format(text: str) -> FormatName:
    for name in FORMATS:
        if text == name:
            return name
    raise RefusedError(common.NOT_A_CHOICE, choices=", ".join(FORMATS))


def _read_label(text: str) -> int:
    label = _number(text, 0.0, MOST_CLASSES - 1.0)
    if not label.is_integer():
        raise RefusedError(common.NOT_A_LABEL)
    return int(label)


def _read_asked(text: str) -> Asked:
    try:
        return from_text(text[:LONGEST_LIST])
    except ValueError:
        raise RefusedError(common.NOT_A_QUESTION) from None


def _read_view(text: str) -> View:
    for view in VIEWS:
        if text == view:
            return view
    raise RefusedError(common.NOT_A_CHOICE, choices=", ".join(VIEWS))


def _read_language(text: str) -> Language:
    for language in LANGUAGES:
        if text == language:
            return language
    raise RefusedError(common.NOT_A_CHOICE, choices=", ".join(LANGUAGES))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[:LONGEST_NAME] + "…"


def _number_field(in_link: str, name: str) -> Field:
    return Field(
        in_link,
        lambda text: _read_number(name, text),
        lambda settings: format_number(getattr(settings, name)),
    )


FIELDS: Final[Mapping[str, Field]] = {
    "scores": Field("z", _read_scores, lambda s: ",".join(map(format_number, s.scores))),
    "names": Field("names", _read_names, _write_names),
    "temperature": _number_field("T", "temperature"),
    "span": Field("r", _read_span, lambda s: format_number(s.reach)),
    "point": _number_field("x", "point"),
    "step": _number_field("dx", "step"),
    "shift": _number_field("c", "shift"),
    "label": Field("y", _read_label, lambda s: str(s.target)),
    "smoothing": _number_field("s", "smoothing"),
    "difference": _number_field("h", "difference"),
    "learning_rate": _number_field("lr", "learning_rate"),
    "descent_step": _number_field("k", "descent_step"),
    "training_rate": _number_field("tr", "training_rate"),
    "training_step": _number_field("t", "training_step"),
    "sample": _number_field("i", "sample"),
    "number_format": Field("f", _read_format, lambda s: s.number_format),
    "language": Field("lang", _read_language, lambda s: s.language),
    "view": Field("view", _read_view, lambda s: "" if s.view == "page" else s.view),
    "asked": Field("q", _read_asked, lambda s: to_text(s.asked)),
}
MODES: Final = ("view", "asked")  # of a link: what it does not say is not so

"""What a reader can set: one frozen dataclass, which is never changed but replaced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from softmax_app.asked import NOTHING, STAGES, Asked
from softmax_app.limits import LARGEST_SCORE, SPANS, View
from softmax_app.reading import (
    RefusedError,
    check_count,
    check_range,
    read_amount,
    read_format,
    read_label,
    read_number,
    read_view,
    tidy_name,
)
from softmax_app.texts import common
from softmax_app.texts.text import Language
from softmax_core import FormatName

DECIMALS: Final = 12  # significant digits of a computed score, so that 0.1 times 0.7 is 0.07


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
            check_range(score, -LARGEST_SCORE, LARGEST_SCORE)
        return replace(self, scores=scores, span=SPANS[0], shift=0.0)

    def with_score(self, index: int, text: str) -> Self:
        """Return settings with one score read from ``text``; the sliders never shrink."""
        score = read_amount(text, -LARGEST_SCORE, LARGEST_SCORE)
        scores = (*self.scores[:index], score, *self.scores[index + 1 :])
        return replace(self, scores=scores, span=self.reach)

    def with_pair(self, text: str) -> Self:
        """Return settings with the first two scores moved together, their mean read from text."""
        pair = moved_pair(self.scores, read_amount(text, -LARGEST_SCORE, LARGEST_SCORE))
        for score in pair:
            check_range(score, -LARGEST_SCORE, LARGEST_SCORE)
        return replace(self, scores=(*pair, *self.scores[2:]), span=self.reach)

    def with_number(self, field: str, text: str) -> Self:
        """Return settings with one of ``NUMBERS`` read from ``text``."""
        change: dict[str, Any] = {field: read_number(field, text)}
        return replace(self, **change)

    def with_format(self, text: str) -> Self:
        """Return settings with the number format of this name."""
        return replace(self, number_format=read_format(text))

    def with_name(self, index: int, text: str) -> Self:
        """Return settings with one class renamed; an empty name gives it its number back."""
        padded = self.names + ("",) * (index + 1 - len(self.names))
        return replace(self, names=(*padded[:index], tidy_name(text), *padded[index + 1 :]))

    def with_class_added(self) -> Self:
        """Return settings with one more class, of score 0."""
        return replace(self, scores=check_count((*self.scores, 0.0)), span=self.reach)

    def with_class_removed(self, index: int) -> Self:
        """Return settings without one class, nor its name."""
        scores = check_count(self.scores[:index] + self.scores[index + 1 :])
        names = self.names[:index] + self.names[index + 1 :]
        label = self.target - (index < self.target)  # the same class as before, if it is there
        return replace(self, scores=scores, names=names, label=label, span=self.reach)

    def with_view(self, text: str) -> Self:
        """Return settings seen as a page, or on a light or dark projector."""
        return replace(self, view=read_view(text))

    def with_guess(self, index: int, text: str) -> Self:
        """Return settings with one number of the guess read from ``text``."""
        number = read_amount(text, -LARGEST_SCORE, LARGEST_SCORE)
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
        return replace(self, label=read_label(text))


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

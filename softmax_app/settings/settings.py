"""The settings of a reader: never changed, but replaced by others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from softmax_app.settings.asked import STAGES
from softmax_app.settings.limits import KEYS, LARGEST_SCORE, SPANS
from softmax_app.settings.reading import (
    RefusedError,
    check_count,
    check_range,
    read_amount,
    read_format,
    read_hidden,
    read_label,
    read_language,
    read_view,
    tidy_name,
)
from softmax_app.settings.table import NUMBERS, ROWS, Table
from softmax_app.texts import common
from softmax_core import descend

HIDDEN: Final = {"all": tuple(range(1, KEYS + 1)), "none": ()}
LOOKED_AT: Final = ("layer", "head", "query")
DECIMALS: Final = 12  # significant digits of a computed score, so that 0.1 times 0.7 is 0.07


@dataclass(frozen=True)
class Settings(Table):
    """The table, and what its changes are; a value that cannot be taken raises RefusedError.

    ``opening`` says that no one has set the scores: a page opens on those that make its point.
    """

    opening: bool = False

    def on_opening(self, scores: tuple[float, ...]) -> Self:
        """Return settings of which no one has set the scores, on a page that opens on these."""
        return replace(self, scores=scores, span=SPANS[0], opening=True)

    def with_scores(self, scores: tuple[float, ...]) -> Self:
        """Return settings with other scores as they are, on the shortest sliders that hold them."""
        for score in check_count(scores):
            check_range(score, -LARGEST_SCORE, LARGEST_SCORE)
        return replace(self._scored(scores), span=SPANS[0], shift=0.0)

    def with_score(self, index: int, text: str) -> Self:
        """Return settings with one score read from ``text``; the sliders never shrink."""
        score = read_amount(text, -LARGEST_SCORE, LARGEST_SCORE)
        scores = (*self.scores[:index], score, *self.scores[index + 1 :])
        return self._scored(scores)

    def with_pair(self, text: str) -> Self:
        """Return settings with the first two scores moved together, their mean read from text."""
        pair = moved_pair(self.scores, read_amount(text, -LARGEST_SCORE, LARGEST_SCORE))
        for score in pair:
            check_range(score, -LARGEST_SCORE, LARGEST_SCORE)
        return self._scored((*pair, *self.scores[2:]))

    def with_step(self) -> Self:
        """Return settings whose scores are those after one step of gradient descent from these."""
        # in a batch of one, as the figures have them: the same to the last digit
        path = descend([self.scores], self.true_class, learning_rate=self.learning_rate)
        scores = tuple(path.logits[1, 0].tolist())
        for score in scores:
            check_range(score, -LARGEST_SCORE, LARGEST_SCORE)
        return self._scored(scores)

    def with_next_draw(self) -> Self:
        """Return settings with the next seed, after the last the first."""
        seed = NUMBERS["seed"]
        return replace(self, seed=self.seed + 1 if self.seed < seed.high else seed.low)

    def _scored(self, scores: tuple[float, ...]) -> Self:
        return replace(self, scores=scores, span=self.reach, opening=False)

    def with_number(self, field: str, text: str) -> Self:
        """Return settings with one of ``NUMBERS`` read from ``text``."""
        change: dict[str, Any] = {field: NUMBERS[field].read(text)}
        return replace(self, **change)

    def with_choice(self, field: str, text: str) -> Self:
        """Return settings with one of several options, by its word in the link."""
        change: dict[str, Any] = {field: ROWS[field].read(text)}
        return replace(self, **change)

    def with_look(self, text: str) -> Self:
        """Return settings that look at a layer, a head and a query: three numbers."""
        changed, numbers = self, text.split(",")
        if len(numbers) != len(LOOKED_AT):
            raise RefusedError(common.UNKNOWN_EVENT)
        for field, number in zip(LOOKED_AT, numbers, strict=True):
            changed = changed.with_number(field, number)
        return changed

    def with_hidden(self, text: str) -> Self:
        """Return settings with a key masked or no longer so, or with all of them, or none."""
        if text in HIDDEN:
            return replace(self, hidden=HIDDEN[text])
        return replace(self, hidden=tuple(sorted({*self.hidden} ^ {*read_hidden(text)})))

    def with_format(self, text: str) -> Self:
        """Return settings with the number format of this name."""
        return replace(self, number_format=read_format(text))

    def with_name(self, index: int, text: str) -> Self:
        """Return settings with one class renamed; an empty name gives it its topic back."""
        names = [*self.names, *[""] * (index + 1 - len(self.names))]
        names[index] = tidy_name(text)
        return replace(self, names=_stripped(names))

    def with_class_added(self) -> Self:
        """Return settings with one more class, of score 0."""
        return self._scored(check_count((*self.scores, 0.0)))

    def with_class_removed(self, index: int) -> Self:
        """Return settings without one class, nor its name; the others are called as before."""
        scores = check_count(self.scores[:index] + self.scores[index + 1 :])
        names = list(self.names)
        names += [""] * (len(self.scores) - len(names))
        names[index : len(self.scores)] = self.labels[index + 1 :]  # who moves up keeps its name
        # the same classes as before, if they are there
        label, row, column = (
            place - (index < place) for place in (self.true_class, *self.entry_there)
        )
        left = self._scored(scores)
        return replace(left, names=_stripped(names), label=label, entry=(row, column))

    def with_language(self, text: str) -> Self:
        """Return settings in another language; names that are topics are said in it as well."""
        language = read_language(text)
        topics = {one.say(self.language): one.say(language) for one in common.TOPICS}
        names = tuple(topics.get(name, name) for name in self.names)
        return replace(self, language=language, names=names)

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


def _stripped(names: Sequence[str]) -> tuple[str, ...]:
    """Return names up to the last that is one."""
    last = max((number for number, name in enumerate(names, start=1) if name), default=0)
    return tuple(names[:last])


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

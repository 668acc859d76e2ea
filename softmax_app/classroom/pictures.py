"""The guesses of a class as a picture, beside the answer once it is shown."""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from softmax_app.classroom import outcome
from softmax_app.classroom.outcome import Counts, Votes
from softmax_app.classroom.tally import Tally
from softmax_app.figures import theme
from softmax_app.figures.class_along_line import class_along_line
from softmax_app.figures.class_at_bars import class_at_bars
from softmax_app.figures.class_counts import Labels as CountLabels
from softmax_app.figures.class_counts import class_counts
from softmax_app.figures.class_dots import Labels
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.told import Told
from softmax_app.kit.items import Bars, Choice, Order
from softmax_app.kit.nearness import Numbers, ordered
from softmax_app.texts import questions
from softmax_app.texts import room_wall as texts
from softmax_app.texts import told as told_texts
from softmax_app.texts.text import Language, Text

VOTES: Final = (texts.FIRST, texts.SECOND)
REMARK: Final = re.compile("\\s*[(\uff08].*[)\uff09]$")  # behind the name of an option


def picture(tally: Tally, language: Language) -> LiveFigure:
    """Return the votes that may be seen as a figure that ``guess_truth`` feeds."""
    question, form = tally.question, tally.question.form
    votes = outcome.as_votes(question, tally.votes)
    shown = votes if has_second(tally) else votes[:1]
    if isinstance(form, Choice | Order):
        return _counts(tally, form, votes, language)
    frame = (form.axis.say(language), form.low, form.high)
    if isinstance(form, Bars):
        names = question.settings(language).labels
        description = _described(texts.BARS_DESCRIPTION, shown, names, language)
        return class_at_bars(shown, Labels(names, *frame, description, _answer(names, language)))
    lanes = (*VOTES[: len(shown)], questions.ANSWER)
    description = _described(texts.AMOUNT_DESCRIPTION, shown, ("",), language)
    labels = Labels(
        tuple(one.say(language) for one in lanes), *frame, description, _answer((), language)
    )
    return class_along_line(shown, labels)


def has_second(tally: Tally) -> bool:
    """Is there a second vote to be seen?"""
    return any(pair.second is not None for pair in tally.votes)


def _answer(names: tuple[str, ...], language: Language) -> tuple[Told, ...]:
    return (Told(questions.ANSWER.say(language), "guess_truth", names, sparse=True),)


def _described(
    text: Text, votes: tuple[Numbers, ...], names: tuple[str, ...], language: Language
) -> str:
    """Return what is drawn, and where the guesses of each vote are."""
    said = [text.say(language)]
    for name, vote in zip(VOTES, votes, strict=False):
        voted = vote[~np.isnan(vote[:, 0])]
        spread = _spread(voted, names, language) if len(voted) else ()
        title = texts.VOTE.say(language, vote=name.say(language), count=len(voted))
        said.append(_sentence(title, spread, language))
    return "".join(said)


def _spread(voted: Numbers, names: tuple[str, ...], language: Language) -> Iterator[str]:
    for name, guesses in zip(names, voted.T, strict=True):
        low, middle, high = (f"{one:.4g}" for one in np.quantile(guesses, (0, 0.5, 1)))
        spread = texts.SPREAD.say(language, low=low, middle=middle, high=high)
        yield f"{name} {spread}".strip()


def _sentence(title: str, numbers: Iterator[str] | tuple[str, ...], language: Language) -> str:
    told = told_texts.BETWEEN.say(language).join(numbers)
    return told_texts.SENTENCE.say(language, title=title, numbers=told)


def _counts(tally: Tally, form: Choice | Order, votes: Votes, language: Language) -> LiveFigure:
    answered = tally.truth is not None
    found = outcome.counts(tally.question, votes, answered=answered)
    options = tuple(option.say(language) for option in form.options)
    names = [REMARK.sub("", option) for option in options]  # an order of whole ones has no room
    told = names if isinstance(form, Order) and len({*names}) == len(names) else options
    rows = [" → ".join(told[int(k)] for k in guess) for guess in found.guesses]
    if answered:
        best = tuple(map(float, ordered(tally.question)))
        right = found.guesses.index(best[: tally.question.complete])
        rows[right] = texts.RIGHT.say(language, row=rows[right])
    if found.others:
        rows.append(texts.OTHERS.say(language))
    is_choice = isinstance(form, Choice)
    colors = theme.class_colors(len(rows)) if is_choice else [theme.MARK.light] * len(rows)
    counted = (found.first, found.second) if has_second(tally) else (found.first,)
    labels = CountLabels(
        tuple(rows),
        tuple(colors),
        ("",) * len(options) if is_choice else options,  # whose names stand at the rows already
        form.axis.say(language),
        form.low,
        form.high,
        tuple(vote.say(language) for vote in VOTES),
        _counts_described(rows, found, len(counted), language),
        _answer(options, language),
    )
    return class_counts(counted, found.moves, labels)


def _counts_described(rows: list[str], found: Counts, n_votes: int, language: Language) -> str:
    """Return what is drawn, how many chose what, and who moved."""
    said = [texts.COUNTS_DESCRIPTION.say(language)]
    for name, vote in zip(VOTES, (found.first, found.second)[:n_votes], strict=False):
        numbers = (f"{row} {count}" for row, count in zip(rows, vote, strict=True))
        said.append(_sentence(name.say(language), numbers, language))
    moved = found.moves - np.diag(np.diagonal(found.moves))
    if n_votes > 1 and moved.any():
        moves = (
            texts.MOVE.say(language, source=rows[i], target=rows[j], count=moved[i, j])
            for i, j in np.argwhere(moved)
        )
        said.append(_sentence(texts.MOVED.say(language), moves, language))
    return "".join(said)

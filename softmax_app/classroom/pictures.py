"""The guesses of a class as a picture, beside the answer once it is shown."""

from typing import Final

from softmax_app.classroom import outcome
from softmax_app.classroom.outcome import Votes
from softmax_app.classroom.tally import Tally
from softmax_app.figures import theme
from softmax_app.figures.class_along_line import class_along_line
from softmax_app.figures.class_at_bars import class_at_bars
from softmax_app.figures.class_counts import Labels as CountLabels
from softmax_app.figures.class_counts import class_counts
from softmax_app.figures.class_dots import Labels
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit.items import Bars, Choice, Order
from softmax_app.kit.nearness import ordered
from softmax_app.texts import questions
from softmax_app.texts import room_wall as texts
from softmax_app.texts.text import Language

VOTES: Final = (texts.FIRST, texts.SECOND)


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
        return class_at_bars(shown, Labels(names, *frame, texts.BARS_DESCRIPTION.say(language)))
    lanes = (*VOTES[: len(shown)], questions.ANSWER)
    names = tuple(one.say(language) for one in lanes)
    return class_along_line(shown, Labels(names, *frame, texts.AMOUNT_DESCRIPTION.say(language)))


def has_second(tally: Tally) -> bool:
    """Is there a second vote to be seen?"""
    return any(pair.second is not None for pair in tally.votes)


def _counts(tally: Tally, form: Choice | Order, votes: Votes, language: Language) -> LiveFigure:
    answered = tally.truth is not None
    found = outcome.counts(tally.question, votes, answered=answered)
    options = tuple(option.say(language) for option in form.options)
    rows = [" → ".join(options[int(k)] for k in guess) for guess in found.guesses]
    if answered:
        best = tuple(map(float, ordered(tally.question)))
        right = found.guesses.index(best[: tally.question.complete])
        rows[right] = texts.RIGHT.say(language, row=rows[right])
    if found.others:
        rows.append(texts.OTHERS.say(language))
    is_choice = isinstance(form, Choice)
    colors = theme.class_colors(len(rows)) if is_choice else [theme.MARK.light] * len(rows)
    labels = CountLabels(
        tuple(rows),
        tuple(colors),
        ("",) * len(options) if is_choice else options,  # whose names stand at the rows already
        form.axis.say(language),
        form.low,
        form.high,
        tuple(vote.say(language) for vote in VOTES),
        texts.COUNTS_DESCRIPTION.say(language),
    )
    counted = (found.first, found.second) if has_second(tally) else (found.first,)
    return class_counts(counted, found.moves, labels)

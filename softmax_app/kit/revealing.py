"""A guess and, once it is shown, the answer beside it: in numbers, as a picture, in words."""

from typing import Final

import numpy as np

from softmax_app.figures import guesses
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.guessing import RANKS
from softmax_app.kit.items import Amount, Bars, Choice, Order, Question
from softmax_app.kit.markup import fill, paragraph, section
from softmax_app.kit.nearness import are_near, ordered
from softmax_app.kit.scene import Panel
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch, Frames
from softmax_app.texts import questions as texts

# an answer takes the focus when it is shown, and is read out
FOCUSED: Final = (
    ("id", "outcome"),
    ("tabindex", "-1"),
    ("role", "group"),
    ("aria-labelledby", "outcome"),
)
DECIMALS: Final = 9  # of a sum: what is beyond them is rounding


def frames(question: Question, batch: Batch, settings: Settings) -> Frames:
    """Return the guess and, once it is shown, the answer, a row for each row of the batch."""
    truth = question.truth()
    shown = settings.asked.stage == "shown"
    seen = truth if shown else np.full_like(truth, np.nan)
    if isinstance(question.form, Choice | Order):
        ranks = np.zeros((1, len(truth)))
        for place, option in enumerate(settings.asked.guess, start=1):
            ranks[0, int(option)] = place
        return {"guess_truth": seen[np.newaxis], "guess_mark": ranks.astype(np.int64)}
    guess = batch.guess if settings.asked.guess else np.full((1, len(truth)), np.nan)
    found: Frames = {"guess": guess, "guess_truth": seen[np.newaxis]}
    if _has_sum(question, settings):
        total = guess.sum(axis=-1).round(DECIMALS)
        is_start = np.equal(guess, question.start).all(axis=-1)
        found |= {"guess_sum": total, "guess_whole": np.where(is_start, 2, total == 1)}
    if shown and isinstance(question.form, Bars) and settings.asked.guess:
        found["guess_off"] = abs(guess - truth).max(axis=-1)
    return found


def picture(question: Question, settings: Settings) -> tuple[Panel, ...]:
    """Return the guess as a picture and, once it is shown, the answer and what is said of it."""
    figure = _figure(question, settings)
    if settings.asked.stage != "shown":
        return (figure, *_sum(question, settings), *_legend(question, settings))
    language = settings.language
    between = texts.BETWEEN.say(language)
    words = (*said(question, settings), between, *fill(question.words.why, language))
    outcome = Element("p", words, "outcome", FOCUSED)
    return (figure, *_legend(question, settings), section(outcome, css="words"))


def _figure(question: Question, settings: Settings) -> LiveFigure:
    language, form = settings.language, question.form
    free = settings.asked.stage == "asked"
    frame = (form.axis.say(language), form.low, form.high)
    said = (texts.YOUR_GUESS.say(language), texts.ANSWER.say(language))
    match form:
        case Bars():
            names = question.settings(language).labels
            description = texts.BARS_DESCRIPTION.say(language)
            alone = settings.asked.stage != "shown" or not settings.asked.guess
            labels = guesses.Labels(names, *frame, description, said, draggable=free, alone=alone)
            return guesses.bars(labels)
        case Amount():
            description = texts.AMOUNT_DESCRIPTION.say(language)
            return guesses.amount(guesses.Labels(said, *frame, description, said, draggable=free))
        case Choice(options=options):
            marks = ("", texts.MARK_GUESS.say(language))
        case Order(options=options):
            marks = ("", *RANKS[: len(options)])
    names = tuple(option.say(language) for option in options)
    description = texts.CHOICE_DESCRIPTION.say(language)
    return guesses.bars(guesses.Labels(names, *frame, description, said, marks=marks))


def _has_sum(question: Question, settings: Settings) -> bool:
    """Is it said what the guess adds up to: is it one of shares, and still free?"""
    is_free = settings.asked.stage == "asked" and bool(settings.asked.guess)
    return is_free and isinstance(question.form, Bars) and question.form.shares


def _sum(question: Question, settings: Settings) -> tuple[Panel, ...]:
    """Return what the guess adds up to, which shares must to 1."""
    if not _has_sum(question, settings):
        return ()
    language = settings.language
    off = fill(texts.SHARES_OFF, language, sum=Slot("guess_sum"))
    whole = fill(texts.SHARES_WHOLE, language)
    start = fill(texts.SHARES_START, language)
    sentence = Cases("guess_whole", (off, whole, start))
    return (section(paragraph(sentence), css="words adds"),)


def _legend(question: Question, settings: Settings) -> tuple[Panel, ...]:
    """Return what hatched and full bars stand for, once both are there."""
    language, asked = settings.language, settings.asked
    if not isinstance(question.form, Bars) or asked.stage != "shown" or not asked.guess:
        return ()
    keys = (("▨", texts.YOUR_GUESS), ("■", texts.ANSWER))
    return (
        paragraph(
            *(Element("span", (Element("b", mark), text.say(language))) for mark, text in keys),
            css="legend",
        ),
    )


def said(question: Question, settings: Settings) -> tuple[Content, ...]:
    """Return how the guess came out."""
    language, guess = settings.language, settings.asked.guess
    if not guess:
        return fill(texts.LOOKED, language)
    right = bool(are_near(question, [guess])[0])
    match question.form:
        case Bars():
            sentence = texts.BARS_NEAR if right else texts.BARS_OFF
            return fill(sentence, language, off=Slot("guess_off"))
        case Amount():
            sentence = texts.AMOUNT_NEAR if right else texts.AMOUNT_OFF
            return fill(sentence, language, guess=Slot("guess"), truth=Slot("guess_truth"))
        case Choice(options=options):
            sentence = texts.CHOICE_RIGHT if right else texts.CHOICE_OFF
        case Order(options=options):
            sentence = texts.ORDER_RIGHT if right else texts.ORDER_OFF
    best = ordered(question)[: len(guess)]
    words = {
        name: " → ".join(options[int(k)].say(language) for k in order)
        for name, order in (("guess", guess), ("truth", best))
    }
    return fill(sentence, language, **words)

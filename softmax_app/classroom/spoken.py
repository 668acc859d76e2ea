"""What a phone is told: a question in its form, and what is said of a guess at it, as plain JSON.

A sentence is a list of strings, numbers, which the browser writes, and ``{"b": [...]}``, bold.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final
from urllib.parse import parse_qs

from softmax_app.classroom.rules import Guess, truth
from softmax_app.kit import revealing
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.guessing import how
from softmax_app.kit.items import Amount, Bars, Choice, Form, Question
from softmax_app.kit.markup import fill
from softmax_app.kit.nearness import ordered
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked
from softmax_app.sweeps import Frames, at_settings
from softmax_app.texts import questions
from softmax_app.texts import room as texts
from softmax_app.texts.text import Language, Text

JSON = dict[str, Any]
Sentence = list[Any]

STEPS: Final = 100  # of a slider, as on the page


@lru_cache(maxsize=256)
def asked(question: Question, language: Language) -> JSON:
    """Return a question as it is put: what is asked, with which scores, and how it is guessed."""
    form = question.form
    kind = type(form).__name__.lower()
    scores = question.settings(language).scores if "z" in parse_qs(question.link) else ()
    found: JSON = {
        "title": questions.QUESTION.say(language, title=question.words.title.say(language)),
        "ask": sentence(fill(question.words.ask, language)),
        "how": _how(form).say(language),
        "missing": texts.MISSING[kind].say(language),
        "kind": kind,
        "axis": form.axis.say(language),
        "low": form.low,
        "high": form.high,
        "start": list(question.start),
        "scores": list(scores),
    }
    if isinstance(form, Bars):
        return found | {"names": list(question.settings(language).labels), "shares": form.shares}
    if isinstance(form, Amount):
        return found | {"names": [form.axis.say(language)]}
    return found | {"names": [option.say(language) for option in form.options]}


def _how(form: Form) -> Text:
    """Return how a guess is made on a phone."""
    match form:
        case Bars():
            return texts.DRAG
        case Amount():
            return texts.SLIDE
        case _:
            return how(form)


@lru_cache(maxsize=2048)  # as many guesses as a large class has
def outcome(question: Question, guess: Guess, language: Language) -> JSON:
    """Return the answer and what is said of a guess, in the very words of the page."""
    settings = Settings(language=language, asked=Asked(question.id, "shown", guess))
    frames = revealing.frames(question, at_settings(settings), settings)
    found: JSON = {
        "truth": list(truth(question)),
        "said": sentence(revealing.said(question, settings), frames),
        "why": sentence(fill(question.words.why, language)),
    }
    if isinstance(question.form, Bars | Amount):
        return found
    most = 1 if isinstance(question.form, Choice) else None
    return found | {"best": ordered(question)[:most]}


def sentence(content: Content, frames: Frames | None = None) -> Sentence:
    """Return content as a sentence whose numbers stand in it.

    >>> sentence(("p is ", Element("b", "large")))
    ['p is ', {'b': ['large']}]
    """
    return list(_said(content, frames or {}))


def _said(content: Content, frames: Frames) -> Iterator[Any]:
    match content:
        case str():
            yield content
        case Slot(array, at):
            yield float(frames[array][0].flat[at])
        case Cases(array, contents, at):
            yield from _said(contents[int(frames[array][0].flat[at])], frames)
        case Element("b", inner):
            yield {"b": list(_said(inner, frames))}
        case Element("span", (words, _), "gloss"):
            yield from _said(words, frames)  # a phone opens nothing: its question is not the first
        case Element(_, inner):
            yield from _said(inner, frames)
        case _:
            for one in content:
                yield from _said(one, frames)

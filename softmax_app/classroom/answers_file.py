"""A room's answers as a table to take away: a row for each phone and question."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from softmax_app.classroom.phases import is_closed
from softmax_app.classroom.rooms import Place, Vote
from softmax_app.classroom.rules import Guess, get_question, truth
from softmax_app.kit.items import Choice, Order, Question
from softmax_app.kit.nearness import ordered
from softmax_app.texts.text import Language

MARK: Final = "\N{BYTE ORDER MARK}"  # by which spreadsheets know UTF-8
HEAD: Final = ("phone", "question", "vote_1", "vote_1_at", "vote_2", "vote_2_at", "truth")

Votes = Mapping[str, Vote]  # by phone


def written(answers: Iterable[tuple[str, Place, Votes, Votes]], language: Language) -> str:
    """Return all questions' votes that are over, as CSV.

    A phone has the same number in all of them: which one follows from its id, and that is random.
    """
    known = [(name, *_over(place, *votes)) for name, place, *votes in answers]
    phones = sorted({phone for _, *both in known for votes in both for phone in votes})
    file = io.StringIO(MARK, newline="")
    file.seek(len(MARK))
    table = csv.writer(file)
    table.writerow(HEAD)
    for name, first, second in known:
        question = get_question(name)
        answer = _spelled(question, _best(question), language)
        for number, phone in enumerate(phones, start=1):
            if phone in first or phone in second:
                votes = (first.get(phone), second.get(phone))
                cells = [cell for vote in votes for cell in _cells(question, vote, language)]
                table.writerow((number, name, *cells, answer))
    return file.getvalue()


def _over(place: Place, first: Votes, second: Votes) -> tuple[Votes, Votes]:
    """Return of both votes what is over."""
    return (first if is_closed(place.phase, 1) else {}, second if is_closed(place.phase, 2) else {})


def _cells(question: Question, vote: Vote | None, language: Language) -> tuple[str, str]:
    if vote is None:
        return ("", "")
    when = datetime.fromtimestamp(vote.at, UTC).isoformat(timespec="seconds")
    return (_spelled(question, vote.guess, language), when)


def _best(question: Question) -> Guess:
    """Return the guess that is the answer."""
    if isinstance(question.form, Choice | Order):
        return tuple(map(float, ordered(question)[: question.complete]))
    return truth(question)


def _spelled(question: Question, guess: Guess, language: Language) -> str:
    form = question.form
    if isinstance(form, Choice | Order):
        return " > ".join(form.options[int(one)].say(language) for one in guess)
    return " ".join(map(repr, guess))

"""What can be put to a class, and what can be guessed: the questions of the course itself."""

import math
from functools import lru_cache
from typing import Final

from softmax_app import course
from softmax_app.kit.items import Amount, Bars, Question, find
from softmax_app.kit.lesson import Lesson
from softmax_app.settings.reading import RefusedError, check_range
from softmax_app.texts import common
from softmax_app.texts import room as texts

Guess = tuple[float, ...]

MOST_NUMBERS: Final = 64  # of what is looked at as a guess at all


def key(lesson: Lesson, question: Question) -> str:
    """Return the name of a question among all of the course."""
    return f"{lesson.name}/{question.id}"


def find_question(name: str) -> Question | None:
    """Return the question of this name.

    >>> find_question("scores_to_probabilities/tenth").id
    'tenth'
    >>> find_question("scores_to_probabilities/win") is None  # a puzzle
    True
    """
    lesson, _, item = name.partition("/")
    page = course.find(lesson)
    found = find(page.items, item) if page else None
    return found if isinstance(found, Question) else None


def get_question(name: str) -> Question:
    """Return the question of this name, or raise RefusedError."""
    found = find_question(name)
    if found is None:
        raise RefusedError(texts.NO_QUESTION)
    return found


def read_guess(question: Question, value: object) -> Guess:
    """Return what was sent as a guess at a question, or raise RefusedError.

    >>> tenth = find_question("scores_to_probabilities/tenth")
    >>> read_guess(tenth, [0.5, 0.25, 0.25])
    (0.5, 0.25, 0.25)
    >>> read_guess(tenth, [0.5, 0.25])
    Traceback (most recent call last):
    softmax_app.settings.reading.RefusedError: A whole guess is needed: 3 in all.
    """
    if not isinstance(value, list) or len(value) > MOST_NUMBERS:
        raise RefusedError(common.NOT_A_QUESTION)
    guess = tuple(map(_number, value))
    if len(guess) != question.complete:
        raise RefusedError(texts.WHOLE_GUESS, count=question.complete)
    if isinstance(question.form, Bars | Amount):
        for one in guess:
            check_range(one, question.form.low, question.form.high)
    if not question.takes(guess):
        raise RefusedError(common.NO_SUCH_GUESS)
    return guess


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RefusedError(common.NOT_A_QUESTION)
    try:
        number = float(value)
    except OverflowError:  # an integer of hundreds of digits
        number = math.inf
    if not math.isfinite(number):
        raise RefusedError(common.NOT_A_QUESTION)
    return number + 0.0  # -0 becomes 0


@lru_cache(maxsize=64)
def truth(question: Question) -> Guess:
    """Return the answer: a height for each bar or option, or the one amount."""
    return tuple(question.truth().tolist())

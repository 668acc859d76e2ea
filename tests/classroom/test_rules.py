"""What counts as a guess: every question of the course, and whatever else may be sent."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app import course
from softmax_app.classroom.rules import find_question, key, read_guess, truth
from softmax_app.kit.items import Amount, Bars, Puzzle, Question
from softmax_app.settings.reading import RefusedError
from softmax_app.texts.text import Text
from tests.examples import one_in

QUESTIONS = [
    (lesson, item)
    for lesson in course.LESSONS
    for item in lesson.items
    if isinstance(item, Question)
]
every_question = pytest.mark.parametrize(
    ("lesson", "question"), QUESTIONS, ids=lambda one: getattr(one, "name", None) or one.id
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda one: st.lists(one, max_size=5) | st.dictionaries(st.text(max_size=3), one, max_size=2),
    max_leaves=12,
)


def test_every_question_of_the_course_can_be_put_and_no_puzzle():
    for lesson, question in QUESTIONS:
        assert find_question(key(lesson, question)) is question
    for lesson in course.LESSONS:
        for item in lesson.items:
            if isinstance(item, Puzzle):
                assert find_question(f"{lesson.name}/{item.id}") is None


@every_question
def test_an_answer_is_finite_and_has_a_number_for_each_bar_or_option(lesson, question):  # noqa: ARG001
    assert all(map(math.isfinite, truth(question)))
    options = getattr(question.form, "options", question.start)
    assert len(truth(question)) == len(options)


def guesses(question: Question) -> st.SearchStrategy[list[float]]:
    """Return what can be guessed."""
    form = question.form
    if isinstance(form, Bars | Amount):
        one = st.floats(form.low, form.high)
        return st.lists(one, min_size=question.complete, max_size=question.complete)
    orders = st.permutations(range(len(form.options)))
    return orders.map(lambda order: list(order[: question.complete]))


@every_question
@one_in(4)
@given(data=st.data())
def test_a_whole_guess_within_the_bounds_is_taken_as_it_is(lesson, question, data):  # noqa: ARG001
    guess = data.draw(guesses(question))
    assert read_guess(question, guess) == tuple(guess)


@given(data=st.data(), value=ANYTHING)
def test_whatever_is_sent_is_a_fitting_guess_or_refused_in_both_languages(data, value):
    _, question = data.draw(st.sampled_from(QUESTIONS))
    found = outcome(question, value)
    if isinstance(found, Text):
        assert found.en.endswith(".")
        assert found.zh.endswith("。")
    else:
        assert question.takes(found)
        assert len(found) == question.complete


def outcome(question: Question, value: object) -> object:
    """Return the guess, or why there is none."""
    try:
        return read_guess(question, value)
    except RefusedError as refused:
        return refused.reason


@every_question
@one_in(4)
@given(data=st.data())
def test_a_guess_that_is_spoiled_is_refused(lesson, question, data):  # noqa: ARG001
    guess = data.draw(guesses(question))
    form = question.form
    high = form.high if isinstance(form, Bars | Amount) else len(form.options) - 1
    spoiled = [
        guess[1:],
        [*guess, guess[0]],
        [high + 1, *guess[1:]],
        [math.nan, *guess[1:]],
        [10**400, *guess[1:]],
        [True, *guess[1:]],
        [str(guess[0]), *guess[1:]],
    ]
    for one in spoiled:
        with pytest.raises(RefusedError):
            read_guess(question, one)

"""Which guess is nearer: the rule that one reader's answer and a class's votes share."""

from itertools import permutations

import numpy as np
import pytest
from scipy.stats import kendalltau

from softmax_app import course
from softmax_app.kit.items import Amount, Bars, Choice, Order, Question
from softmax_app.kit.nearness import are_near, distances, ordered

QUESTIONS = [one for lesson in course.LESSONS for one in lesson.items if isinstance(one, Question)]


def of(form: type) -> list[Question]:
    return [one for one in QUESTIONS if isinstance(one.form, form)]


def best(question: Question) -> list[float]:
    """Return a guess that is the answer."""
    if isinstance(question.form, Bars | Amount):
        return question.truth().tolist()
    return [float(k) for k in ordered(question)[: question.complete]]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_the_answer_is_near_and_no_guess_is_at_no_distance(question):
    guesses = [best(question), [np.nan] * question.complete]
    found = distances(question, guesses)
    assert found[0] == 0
    assert np.isnan(found[1])
    assert are_near(question, guesses).tolist() == [True, False]


@pytest.mark.parametrize("question", of(Order), ids=lambda one: one.id)
def test_an_order_is_as_far_off_as_it_has_pairs_the_other_way_round(question):
    options = range(question.complete)
    orders = np.array(list(permutations(options)), dtype=np.float64)
    pairs = len(options) * (len(options) - 1) / 2
    right = np.argsort(ordered(question))
    taus = [kendalltau(right, np.argsort(order)).statistic for order in orders]
    assert distances(question, orders) == pytest.approx(pairs * (1 - np.array(taus)) / 2)


@pytest.mark.parametrize("question", of(Choice), ids=lambda one: one.id)
def test_one_option_is_right(question):
    options = [[float(k)] for k in range(len(question.form.options))]
    near = are_near(question, options)
    assert near.tolist() == (question.truth() == question.truth().max()).tolist()


@pytest.mark.parametrize("question", [*of(Bars), *of(Amount)], ids=lambda one: one.id)
def test_what_is_drawn_is_as_far_off_as_its_worst_bar(question):
    off = np.zeros(question.complete)
    off[-1] = question.form.near * (question.form.high - question.form.low)
    guesses = [best(question) + 0.99 * off, best(question) - 1.01 * off]
    assert distances(question, guesses) == pytest.approx([0.99 * off[-1], 1.01 * off[-1]])
    assert are_near(question, guesses).tolist() == [True, False]

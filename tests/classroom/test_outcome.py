"""What the votes come to, against counting by hand."""

from collections import Counter
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.classroom.outcome import MOST_ORDERS, as_votes, counts, near
from softmax_app.classroom.rules import find_question
from softmax_app.classroom.tally import Pair

ORDER = find_question("overflow/widest")
CHOICE = find_question("why_exp/square")
AMOUNT = find_question("cross_entropy/blank")
ORDERS = [tuple(map(float, one)) for one in permutations(range(3))]
OPTIONS = [(float(k),) for k in range(3)]


def pairs(guesses):
    maybe = st.one_of(st.none(), st.sampled_from(guesses))
    return st.lists(st.builds(Pair, maybe, maybe), max_size=40)


@given(pairs(OPTIONS))
def test_all_options_of_a_choice_are_counted(given_pairs):
    found = counts(CHOICE, as_votes(CHOICE, given_pairs), answered=False)
    assert found.guesses == tuple(OPTIONS)
    for number, vote in ((0, found.first), (1, found.second)):
        made = Counter(pair[number] for pair in given_pairs)
        assert vote.tolist() == [made[option] for option in OPTIONS]
    both = Counter(pair for pair in given_pairs if None not in pair)
    assert found.moves.tolist() == [[both[a, b] for b in OPTIONS] for a in OPTIONS]


@given(pairs(ORDERS))
def test_every_order_that_was_made_is_counted_and_the_answer_has_a_row_once_it_is_shown(some):
    votes = as_votes(ORDER, some)
    made = [guess for pair in some for guess in pair if guess]
    found = counts(ORDER, votes, answered=False)
    assert set(found.guesses) == set(made)
    assert found.first.sum() + found.second.sum() == len(made)
    shown = counts(ORDER, votes, answered=True)
    assert set(shown.guesses) == {*made, (0.0, 2.0, 1.0)}
    assert not found.others


def test_rare_orders_are_counted_together():
    often = [Pair(order, order) for order in ORDERS for _ in range(3)]
    question = ORDER._replace(form=ORDER.form._replace(options=ORDER.form.options * 2))
    longer = [Pair((*pair.first, 3.0, 4.0, 5.0), (*pair.second, 3.0, 4.0, 5.0)) for pair in often]
    rare = Pair((5.0, 4.0, 3.0, 2.0, 1.0, 0.0), longer[0].first)
    found = counts(question, as_votes(question, [*longer, rare]), answered=False)
    assert (len(found.guesses), found.others) == (MOST_ORDERS, True)
    assert found.first.tolist() == [3] * MOST_ORDERS + [1]
    assert found.moves[-1, found.guesses.index(longer[0].first)] == 1


def test_who_was_near_is_counted_of_those_who_voted():
    truth = AMOUNT.truth()[0]
    some = [Pair((truth,)), Pair((truth + 0.4,)), Pair((truth + 2,), (truth,)), Pair(None, (9.0,))]
    votes = as_votes(AMOUNT, some)
    assert near(AMOUNT, votes.first) == (3, 2)
    assert near(AMOUNT, votes.second) == (2, 1)


@pytest.mark.parametrize("question", [ORDER, CHOICE, AMOUNT])
def test_no_votes_come_to_nothing(question):
    votes = as_votes(question, [])
    assert [vote.shape for vote in votes] == [(0, question.complete)] * 2
    assert near(question, votes.first) == (0, 0)
    if question is not AMOUNT:
        assert not counts(question, votes, answered=True).moves.any()
    assert np.isnan(as_votes(question, [Pair()]).first).all()

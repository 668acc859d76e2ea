"""Truths about the three maps, against independent references."""

import json
from pathlib import Path

import numpy as np
import pytest
import scipy.special
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_core import hardmax, linear_normalize, log_softmax, logsumexp, softmax, softmax_steps

CASES = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))[
    "cases"
]
EPS = np.finfo(np.float64).eps


def rows(bound: float = 700.0, min_size: int = 1, max_size: int = 10):
    sizes = st.integers(min_size, max_size)
    return sizes.flatmap(lambda n: arrays(np.float64, n, elements=st.floats(-bound, bound)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_softmax_agrees_with_the_25_digit_values(case):
    expected = np.array(case["softmax"], dtype=np.float64)
    found = softmax(case["logits"], temperature=case["temperature"])
    # exp turns the rounding of the shift, half an ulp of |z|, into a relative error
    shift_error = np.ptp(case["logits"]) / case["temperature"]
    np.testing.assert_allclose(found, expected, rtol=EPS * (4 + shift_error), atol=1e-323)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_log_softmax_agrees_with_the_25_digit_values(case):
    expected = np.array(case["log_softmax"], dtype=np.float64)
    found = log_softmax(case["logits"], temperature=case["temperature"])
    if case["temperature"] == 1:
        np.testing.assert_array_max_ulp(found, expected, maxulp=3)
    else:  # dividing by T rounds: half an ulp of the quotient becomes a relative error of exp
        quotient = np.ptp(case["logits"]) / case["temperature"]
        np.testing.assert_allclose(found, expected, rtol=EPS * (3 + quotient / 2))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_logsumexp_agrees_with_the_25_digit_values(case):
    expected = float(case["logsumexp"])
    found = logsumexp(case["logits"], temperature=case["temperature"])
    scale = max(abs(expected), np.abs(case["logits"]).max() / case["temperature"])
    assert abs(found - expected) <= 2.1 * np.spacing(scale)


def test_the_article_s_three_answers_for_2_3_5():
    np.testing.assert_array_equal(linear_normalize([2, 3, 5]).shares, [0.2, 0.3, 0.5])
    np.testing.assert_allclose(
        softmax([2, 3, 5]),
        [0.042010066134066051, 0.11419519938459448, 0.84379473448133947],
        rtol=1e-15,
    )
    np.testing.assert_array_equal(hardmax([2, 3, 5]), [0, 0, 1])


def test_scaling_by_a_tenth_makes_softmax_flatter_than_linear():
    np.testing.assert_allclose(softmax([0.2, 0.3, 0.5]), [0.289, 0.320, 0.391], atol=5e-4)
    np.testing.assert_allclose(linear_normalize([0.2, 0.3, 0.5]).shares, [0.2, 0.3, 0.5])


def test_subtracting_100_reverses_the_order_of_linear_only():
    linear = linear_normalize([-98, -97, -95])
    np.testing.assert_allclose(linear.shares, [0.338, 0.334, 0.328], atol=5e-4)
    assert linear.total < 0
    assert not linear.negative_share
    np.testing.assert_array_equal(softmax([-98, -97, -95]), softmax([2, 3, 5]))


def test_linear_normalisation_says_what_is_wrong():
    outside = linear_normalize([4, -4, 3])
    np.testing.assert_allclose(outside.shares, [4 / 3, -4 / 3, 1])
    assert outside.negative_share
    assert not outside.zero_sum
    by_zero = linear_normalize([1, -1])
    assert by_zero.zero_sum
    assert np.isnan(by_zero.shares).all()


def test_a_sum_that_is_zero_but_for_rounding_counts_as_zero():
    assert sum([0.1, 0.2, -0.3]) != 0
    assert linear_normalize([0.1, 0.2, -0.3]).zero_sum
    assert linear_normalize([0.1, 0.2, -0.3]).total == 0
    assert not linear_normalize([0.1, 0.2, -0.3 + 1e-9]).zero_sum


def test_linear_normalisation_divides_even_when_the_sum_overflows():
    found = linear_normalize([1e308, 1e308])
    np.testing.assert_array_equal(found.shares, [0.5, 0.5])
    assert found.total == np.inf


@given(rows(bound=1e6))
def test_linear_shares_sum_to_1_where_there_are_any(scores):
    shares, total, zero_sum, _ = linear_normalize(scores)
    if not zero_sum:
        # the rounding of the sum, in units of the sum
        slack = len(scores) * EPS * np.abs(scores).sum() / abs(total)
        assert abs(shares.sum() - 1) <= slack + 4 * EPS


@given(rows(), st.floats(-300, 300))
def test_softmax_ignores_a_constant_shift(scores, shift):
    shifted = scores + shift  # itself rounded: half an ulp of the largest number in play
    rounding = EPS * (np.abs(scores).max() + abs(shift)) * 2
    np.testing.assert_allclose(
        softmax(shifted), softmax(scores), rtol=rounding + 8 * EPS, atol=1e-300
    )


@given(rows(bound=1e300), st.floats(0.01, 100))
def test_softmax_sums_to_1(scores, temperature):
    total = softmax(scores, temperature=temperature).sum()
    assert abs(total - 1) <= 4 * EPS


@given(rows(bound=1e5))
def test_softmax_keeps_the_order(scores):
    probs = softmax(scores)
    assert (np.diff(probs[np.argsort(scores)]) >= 0).all()


@given(rows(bound=1e5), st.randoms(use_true_random=False))
def test_softmax_follows_a_permutation(scores, random):
    order = random.sample(range(len(scores)), len(scores))
    np.testing.assert_allclose(softmax(scores[order]), softmax(scores)[order], rtol=4 * EPS)


@given(rows(bound=1e5))
def test_softmax_tends_to_hardmax_as_temperature_goes_to_0(scores):
    others = scores[scores < scores.max()]
    assume((scores.max() - others > 1e-300).all())  # a difference as small as T is none to it
    np.testing.assert_array_equal(softmax(scores, temperature=5e-324), hardmax(scores))


@given(rows(bound=1e5))
def test_softmax_tends_to_uniform_as_temperature_goes_to_infinity(scores):
    uniform = np.full(len(scores), 1 / len(scores))
    np.testing.assert_array_equal(softmax(scores, temperature=np.inf), uniform)
    np.testing.assert_allclose(softmax(scores, temperature=1e12), uniform, rtol=1e-6)


@given(rows())
def test_the_ratio_of_two_probabilities_is_exp_of_the_difference(scores):
    differences = scores[:, None] - scores
    logs = log_softmax(scores)
    np.testing.assert_allclose(logs[:, None] - logs, differences, atol=1e-12)


@given(rows(), st.floats(0.05, 20))
def test_softmax_and_logsumexp_agree_with_scipy(scores, temperature):
    np.testing.assert_allclose(
        softmax(scores, temperature=temperature),
        scipy.special.softmax(scores / temperature),
        rtol=1e-11,
        atol=1e-300,
    )
    np.testing.assert_allclose(
        logsumexp(scores, temperature=temperature),
        scipy.special.logsumexp(scores / temperature),
        rtol=1e-13,
        atol=1e-13,
    )


@given(rows())
def test_log_softmax_is_the_score_less_logsumexp(scores):
    np.testing.assert_allclose(log_softmax(scores), scores - logsumexp(scores), atol=1e-12)


def test_a_sweep_is_one_call():
    temperatures = np.geomspace(0.05, 20, 7)
    together = softmax([4, -4, 3], temperature=temperatures)
    one_by_one = [softmax([4, -4, 3], temperature=float(t)) for t in temperatures]
    np.testing.assert_array_equal(together, one_by_one)
    assert log_softmax([4, -4, 3], temperature=temperatures).shape == (7, 3)
    assert logsumexp([4, -4, 3], temperature=temperatures).shape == (7,)


def test_ties_share_and_may_go_to_the_first():
    np.testing.assert_array_equal(hardmax([5, 5, 1]), [0.5, 0.5, 0])
    np.testing.assert_array_equal(hardmax([[5, 5, 1], [0, 2, 2]], ties="first"), np.eye(3)[:2])
    with pytest.raises(ValueError, match='"share" or "first"'):
        hardmax([1, 2], ties="last")


@given(rows(), st.floats(0.05, 20))
def test_the_steps_of_softmax_lead_to_softmax(scores, temperature):
    steps = softmax_steps(scores, temperature=temperature)
    np.testing.assert_allclose(
        steps.probs, softmax(scores, temperature=temperature), rtol=4 * EPS, atol=1e-323
    )
    np.testing.assert_array_equal(steps.exponentials, np.exp(steps.shifted))
    assert steps.top == scores.max()
    assert steps.exponentials[scores.argmax()] == 1


def test_hardmax_answers_in_float64_over_any_leading_axes():
    scores = np.array([[[5, 5, 1], [0, 2, 2]], [[1, 2, 3], [3, 2, 1]]])
    first = hardmax(scores, ties="first")
    assert first.dtype == np.float64
    np.testing.assert_array_equal(first.argmax(axis=-1), scores.argmax(axis=-1))
    np.testing.assert_array_equal(first.sum(axis=-1), np.ones((2, 2)))


def test_the_steps_are_at_temperature_1_unless_another_is_given():
    np.testing.assert_array_equal(softmax_steps([2, 3, 5]).probs, softmax([2, 3, 5]))


def test_a_share_of_0_is_not_negative():
    assert not linear_normalize([0, 1]).negative_share

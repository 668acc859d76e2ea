"""Truths about the softmax of scores that arrive in blocks."""

import mpmath
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from softmax_core import (
    FORMATS,
    format_dtype,
    format_limits,
    logsumexp,
    online_softmax,
    softmax,
    softmax_in_format,
)

score_lists = st.lists(st.floats(-50, 50), min_size=1, max_size=12)
blocks = st.integers(1, 13)


@given(score_lists, blocks)
@example([800.0, -800.0, 801.0], 1)
def test_at_the_end_it_is_the_softmax_of_all_scores(scores, block):
    steps = online_softmax(scores, block=block)
    np.testing.assert_allclose(steps.probs, softmax(scores), rtol=1e-13, atol=1e-300)
    assert steps.tops.shape == steps.totals.shape == (-(-len(scores) // block),)


@given(score_lists, blocks)
def test_after_every_block_maximum_and_sum_are_those_of_the_scores_so_far(scores, block):
    steps = online_softmax(scores, block=block)
    for number, (top, total) in enumerate(zip(steps.tops, steps.totals, strict=True), start=1):
        so_far = scores[: number * block]
        assert top == max(so_far)
        exact = mpmath.fsum(mpmath.exp(mpmath.mpf(one) - mpmath.mpf(top)) for one in so_far)
        assert total == pytest.approx(float(exact), rel=1e-13)
        assert top + np.log(total) == pytest.approx(logsumexp(so_far), rel=1e-13, abs=1e-13)


@given(score_lists, blocks)
def test_a_sum_is_rescaled_only_where_the_maximum_has_risen(scores, block):
    steps = online_softmax(scores, block=block)
    np.testing.assert_array_equal(steps.factors[1:] == 1, np.diff(steps.tops) <= 1e-16)
    totals = steps.totals[:-1] * steps.factors[1:] + steps.added[1:]
    np.testing.assert_array_equal(steps.totals[1:], totals)


@pytest.mark.parametrize("name", FORMATS)
@given(score_lists, blocks)
def test_in_no_format_does_it_overflow(name, scores, block):
    rounded = np.array(scores).astype(format_dtype(name)).astype(float)
    steps = online_softmax(rounded, block=block, name=name)
    for numbers in (steps.factors, steps.added, steps.totals, steps.probs):
        assert np.isfinite(numbers).all()
    assert (steps.factors <= 1).all()
    assert (steps.totals <= len(scores) * (1 + format_limits(name).epsilon)).all()
    assert (steps.probs <= 1).all()


@pytest.mark.parametrize("name", ["float64", "float32", "float16", "bfloat16"])
def test_the_plain_sum_overflows_where_exp_leaves_the_format(name):
    limits = format_limits(name)
    scores = [limits.last_finite, limits.first_overflow, 0.0]
    steps = online_softmax(scores, block=1, name=name)
    assert np.isfinite(steps.plain).tolist() == [True, False, False]
    naive = softmax_in_format(scores, name)
    assert naive.total == steps.plain[-1]
    assert np.isfinite(steps.totals).all()


@pytest.mark.parametrize("name", FORMATS)
@given(score_lists)
def test_in_one_block_it_is_the_shifted_softmax_of_the_format(name, scores):
    whole = softmax_in_format(scores, name, shifted=True)
    steps = online_softmax(scores, block=len(scores), name=name)
    np.testing.assert_array_equal(steps.totals[-1], whole.total)
    np.testing.assert_array_equal(steps.probs, whole.probs)


@given(score_lists, blocks, st.integers(1, 5))
def test_a_block_that_is_masked_whole_leaves_all_as_it_is(scores, block, masked):
    nothing = [-np.inf] * (masked * block)
    alone = online_softmax(scores, block=block)
    for row, place in (([*nothing, *scores], slice(masked, None)), ([*scores], slice(None))):
        steps = online_softmax(row, block=block)
        np.testing.assert_array_equal(steps.totals[place], alone.totals)
        np.testing.assert_array_equal(steps.probs[len(row) - len(scores) :], alone.probs)
    if len(scores) % block == 0:
        steps = online_softmax([*scores, *nothing], block=block)
        np.testing.assert_array_equal(steps.totals[-1], alone.totals[-1])

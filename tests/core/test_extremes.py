"""What is finite gives what is right or a sentence: no nan, and no warning (which is an error)."""

from contextlib import suppress

import ml_dtypes
import mpmath
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import softmax_core as core

ANY = st.floats(allow_nan=False, allow_infinity=False)
TINY = [5e-324, 1e-310, 1e-309]
INF = np.inf


def true_secant(start: float, step: float) -> float:
    with mpmath.workdps(400):
        x, d = mpmath.mpf(start), mpmath.mpf(step)
        return float(mpmath.exp(x) * mpmath.expm1(d) / d)


@given(start=st.floats(-1500, 1500), step=st.floats(-1500, 1500).filter(bool))
@example(start=-1000.0, step=1000.0)
@example(start=-745.0, step=745.0)
@example(start=710.0, step=-710.0)
@example(start=0.0, step=710.0)
def test_the_secant_of_exp_is_right_wherever_float64_holds_it(start: float, step: float) -> None:
    found, true = float(core.exp_step(start, step).secant), true_secant(start, step)
    assert found == pytest.approx(true, rel=1e-12, abs=1e-320)


@given(start=ANY, step=ANY.filter(bool))
def test_a_step_of_exp_is_never_nan(start: float, step: float) -> None:
    assert not np.isnan(core.exp_step(start, step)).any()


@pytest.mark.parametrize("temperature", TINY)
def test_near_no_temperature_a_slope_is_infinite_or_nothing(temperature: float) -> None:
    grad = core.cross_entropy_grad([1, 1, 0], 1, temperature=temperature)
    np.testing.assert_array_equal(grad, [INF, -INF, 0])
    jacobian = core.softmax_jacobian([1, 1, 0], temperature=temperature)
    np.testing.assert_array_equal(jacobian, [[INF, -INF, 0], [-INF, INF, 0], [0, 0, 0]])


def test_a_share_too_small_to_divide_by_pulls_without_end_and_pushes_by_1() -> None:
    grad = core.cross_entropy_from_probs_grad([0.5, 0.5, 5e-324], 2, clip=0)
    np.testing.assert_array_equal(grad, [1, 1, -INF])


def test_without_a_penalty_large_weights_cost_nothing() -> None:
    weights = np.array([[1e200], [0.0]])
    assert core.regression_loss([[1.0]], [0], weights, [0.0, 0.0]) == 0
    assert core.regression_loss([[1.0]], [1], weights, [0.0, 0.0]) == 1e200
    assert core.regression_loss([[1.0]], [0], weights, [0.0, 0.0], l2=1e-3) == INF
    assert core.regression_loss([[1.0]], [0], weights, [0.0, 0.0], l2=5e-324) == INF


@given(rate=st.floats(0, 1e308))
@example(rate=1e308)
def test_training_at_any_rate_gives_numbers_or_a_sentence(rate: float) -> None:
    features = [[-1e3, 2.0], [1.0, -1e3], [1.0, 1e3]]
    path = None
    with suppress(ValueError):
        path = core.train_regression(features, [0, 1, 0], n_classes=2, learning_rate=rate, steps=6)
    assert path is not None or rate > 1e100
    assert path is None or not np.isnan(path.losses).any()


@given(power=st.integers(-900, 900))
def test_standardizing_knows_no_unit(power: int) -> None:
    features = np.array([[1.0, 10.0], [3.0, 30.0], [4.0, -7.0]])
    unit = np.ldexp(1.0, power)
    plain, scaled = core.standardize(features), core.standardize(features * unit)
    np.testing.assert_array_equal(scaled.features, plain.features)
    np.testing.assert_array_equal(scaled.spread, plain.spread * unit)


def test_standardizing_takes_what_has_squares_beyond_float64() -> None:
    found = core.standardize([[1e308, 1.0], [-1e308, 2.0]])
    np.testing.assert_array_equal(found.features, [[1, -1], [-1, 1]])
    np.testing.assert_array_equal(found.spread, [1e308, 0.5])


def test_scores_taken_for_probabilities_are_clipped_as_keras_does() -> None:
    assert core.cross_entropy_from_probs([-0.5, 1.5], 0) == -np.log(1e-7)


def test_a_feature_that_is_the_same_everywhere_is_found_whatever_its_mean_rounds_to() -> None:
    assert np.array([0.1, 0.1, 0.1]).std() > 0
    with pytest.raises(ValueError, match="the same in all samples"):
        core.standardize([[0.1], [0.1], [0.1]])


def test_squares_are_shared_out_where_they_are_too_large_for_float64() -> None:
    for unit in (1e200, 1.0, 1e-150):
        shares = core.make_positive([3 * unit, -4 * unit], "square").shares
        np.testing.assert_allclose(shares, [0.36, 0.64], rtol=1e-15)


def test_a_mean_of_losses_is_finite_where_their_sum_is_not() -> None:
    weights = np.array([[1e308], [0.0]])
    assert core.regression_loss([[1.0], [1.0]], [1, 1], weights, [0.0, 0.0]) == 1e308


def test_ranked_scores_may_lie_farther_apart_than_float64_reaches() -> None:
    for temperature in (1.0, 5e-324, 1e308):
        probs = core.rank_probs(core.rank([1e308, -1e308]), temperature=temperature)
        np.testing.assert_array_equal(probs.mass[-1], 1)
        assert not np.isnan(probs.surprise).any()
    even = core.rank_probs(core.rank([1e308, -1e308]), temperature=INF)
    np.testing.assert_array_equal(even.mass, [0, 0.5, 1])
    assert core.entropy_of_first(even, 2) == pytest.approx(np.log(2))


def test_what_is_far_below_the_likeliest_is_left_out_without_a_warning() -> None:
    np.testing.assert_array_equal(core.min_p([1e308, -1e308], 0.5), [1e308, -INF])


@pytest.mark.parametrize("probs", [[1e308, 1e308], [INF, -INF], [INF, 1.0]])
def test_what_has_no_finite_sum_is_refused_without_a_warning(probs: list[float]) -> None:
    with pytest.raises(ValueError, match=r"sum|>= 0"):
        core.entropy(probs)
    with pytest.raises(ValueError, match="finite sum"):
        core.cross_entropy_from_probs(probs, 0)


def test_a_temperature_too_large_for_float64_is_refused_without_a_warning() -> None:
    with pytest.raises(ValueError, match="too large for float64"):
        core.softmax([1, 2], temperature=np.longdouble("1e4000"))


def test_targets_may_be_of_any_real_type() -> None:
    targets = np.array([0.5, 0.25, 0.25], dtype=ml_dtypes.bfloat16)
    assert core.cross_entropy([4, -4, 3], targets) == core.cross_entropy(
        [4, -4, 3], [0.5, 0.25, 0.25]
    )


def test_a_class_of_minus_0_is_ruled_out_like_one_of_0() -> None:
    assert core.kl_divergence([0.5, 0.5], [1.0, -0.0]) == INF
    assert core.kl_divergence([1.0, -0.0], [1.0, -0.0]) == 0

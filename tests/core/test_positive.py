"""Truths about exp, and about the other ways to make scores positive."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_core import (
    POSITIVE_WAYS,
    exp_step,
    linear_normalize,
    make_positive,
    numerical_gradient,
    softmax,
)

scores = arrays(np.float64, 4, elements=st.floats(-20, 20))
points, steps = st.floats(-20, 20), st.floats(1e-9, 5)


@pytest.mark.parametrize("way", POSITIVE_WAYS)
@given(scores)
def test_values_are_not_negative_and_shares_are_their_parts(way, logits):
    found = make_positive(logits, way)
    assert (found.values >= 0).all()
    expected = linear_normalize(found.values).shares
    np.testing.assert_allclose(found.shares, expected, rtol=1e-13, atol=1e-300)


@pytest.mark.parametrize("way", POSITIVE_WAYS)
@given(st.floats(0.01, 5), st.sampled_from([-1, 1]))
def test_slopes_are_what_differences_find(way, size, sign):
    point = [size * sign]
    slope = numerical_gradient(lambda z: make_positive(z, way).values[0], point)
    np.testing.assert_allclose(make_positive(point, way).slopes, slope, rtol=1e-7, atol=1e-9)


def test_each_way_is_its_formula():
    z = np.array([-2.0, 0.0, 3.0])
    for way, values in {
        "exp": np.exp(z),
        "power_of_2": [0.25, 1, 8],
        "square": [4, 0, 9],
        "relu": [0, 0, 3],
        "softplus": np.log1p(np.exp(z)),
    }.items():
        np.testing.assert_allclose(make_positive(z, way).values, values, rtol=1e-15)


@given(scores, st.integers(-30, 30))
def test_only_powers_look_at_differences_alone(logits, shift):
    for way in ("exp", "power_of_2"):
        moved = make_positive(logits + shift, way).shares
        np.testing.assert_allclose(moved, make_positive(logits, way).shares, rtol=1e-11)
    for way in ("square", "relu", "softplus"):
        first, second = (make_positive(z, way).shares for z in ([2, 3, 5], [3, 4, 6]))
        assert abs(first - second).max() > 0.01


@given(scores)
def test_another_base_is_another_temperature(logits):
    shares = make_positive(logits, "power_of_2").shares
    np.testing.assert_allclose(shares, softmax(logits * np.log(2)), rtol=1e-11, atol=1e-300)


def test_a_square_forgets_the_order_and_a_relu_who_was_worse():
    assert (
        make_positive([4, -4, 3], "square").shares[1]
        > make_positive([4, -4, 3], "square").shares[2]
    )
    assert make_positive([4, -4, -3], "relu").values.tolist() == [4, 0, 0]


def test_shares_are_given_where_values_are_infinite_and_missing_where_all_are_0():
    found = make_positive([123, 456, 789], "exp")
    assert found.values[2] == np.inf
    np.testing.assert_array_equal(found.shares, softmax([123, 456, 789]))
    assert np.isnan(make_positive([-1, -2], "relu").shares).all()


@given(points, steps)
def test_adding_to_x_multiplies_y(x, d):
    step = exp_step(x, d)
    assert step.next_height == pytest.approx(step.height * step.ratio, rel=1e-14)
    assert exp_step(x + 1, d).ratio == step.ratio


@given(points, steps)
def test_the_slope_is_the_height_and_the_secant_is_steeper(x, d):
    step = exp_step(x, d)
    assert step.slope == step.height
    assert step.secant >= step.slope
    assert step.secant == pytest.approx(step.slope, rel=d * np.exp(d))  # closer as d shrinks


def test_a_small_step_loses_no_digits():
    assert exp_step(0.0, 1e-12).secant == pytest.approx(1 + 5e-13, rel=1e-15)


def test_what_has_no_answer_is_refused():
    with pytest.raises(ValueError, match=r"^scores must be finite numbers$"):
        make_positive([1, np.inf], "exp")
    with pytest.raises(ValueError, match=r"^way must be one of exp, .*, not 'log'$"):
        make_positive([1], "log")
    for start, step in ((np.nan, 1), (0, 0), (0, np.inf)):
        with pytest.raises(
            ValueError, match=r"^start and step must be finite numbers, and the step not 0$"
        ):
            exp_step(start, step)


def test_the_kink_of_a_relu_has_the_slope_of_its_left():
    assert make_positive([0, 1], "relu").slopes.tolist() == [0, 1]


def test_a_step_beyond_float64_is_infinite_and_whole_numbers_will_do():
    step = exp_step(1000, 1)
    assert (step.height, step.next_height) == (np.inf, np.inf)
    assert step.ratio == np.e
    assert exp_step([0, 1], 2).height.dtype == np.float64

"""Truths about derivatives, checked by differences that know nothing of the formulas."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_core import (
    cross_entropy,
    cross_entropy_from_probs,
    cross_entropy_from_probs_grad,
    cross_entropy_grad,
    numerical_gradient,
    numerical_jacobian,
    one_hot,
    smooth_labels,
    softmax,
    softmax_jacobian,
)

CASES = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))[
    "cases"
]
EPS = np.finfo(np.float64).eps

scores = st.integers(2, 6).flatmap(lambda n: arrays(np.float64, n, elements=st.floats(-20, 20)))
temperatures = st.sampled_from([0.5, 1.0, 3.0])


@st.composite
def problems(draw):
    logits = draw(scores)
    target = softmax(draw(arrays(np.float64, len(logits), elements=st.floats(-3, 3))))
    return logits, target, draw(temperatures)


def complex_step(function, point):
    """The derivative of an analytic function without a difference: Im f(x + ih) / h."""
    step = 1e-30
    moves = 1j * step * np.eye(len(point))
    return np.stack([np.imag(function(point + move)) / step for move in moves], axis=-1)


def analytic_softmax(logits, temperature):
    powers = np.exp((logits - logits.real.max()) / temperature)
    return powers / powers.sum()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_gradient_agrees_with_the_25_digit_values(case):
    if case.get("label") is None:
        pytest.skip("a case without a label")
    target = case["label"]
    smoothing = case.get("label_smoothing", 0)
    if smoothing:
        target = smooth_labels(one_hot(target, len(case["logits"])), smoothing=smoothing)
    found = cross_entropy_grad(case["logits"], target, temperature=case["temperature"])
    expected = np.array(case["grad_logits"], dtype=np.float64)
    shift_error = np.ptp(case["logits"]) / case["temperature"]
    scale = np.abs(expected).max()
    np.testing.assert_allclose(found, expected, rtol=EPS * (4 + shift_error), atol=4 * EPS * scale)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_jacobian_agrees_with_the_25_digit_values(case):
    if case.get("jacobian") is None:
        pytest.skip("a case without a Jacobian")
    found = softmax_jacobian(case["logits"], temperature=case["temperature"])
    expected = np.array(case["jacobian"], dtype=np.float64)
    shift_error = 2 * np.ptp(case["logits"]) / case["temperature"]
    np.testing.assert_allclose(found, expected, rtol=EPS * (8 + shift_error), atol=1e-300)


@given(problems())
def test_the_gradient_is_what_the_complex_step_finds(problem):
    logits, target, temperature = problem
    found = cross_entropy_grad(logits, target, temperature=temperature)

    def loss(z):
        return -(target * np.log(analytic_softmax(z, temperature))).sum()

    np.testing.assert_allclose(found, complex_step(loss, logits), rtol=1e-11, atol=1e-11)


@given(scores, temperatures)
def test_the_jacobian_is_what_the_complex_step_finds(logits, temperature):
    found = softmax_jacobian(logits, temperature=temperature)
    expected = complex_step(lambda z: analytic_softmax(z, temperature), logits)
    np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-13)


@given(scores, temperatures)
def test_the_rows_and_columns_of_the_jacobian_sum_to_0(logits, temperature):
    jacobian = softmax_jacobian(logits, temperature=temperature)
    np.testing.assert_allclose(jacobian.sum(axis=-1), 0, atol=1e-15)
    np.testing.assert_allclose(jacobian.sum(axis=-2), 0, atol=1e-15)
    np.testing.assert_array_equal(jacobian, jacobian.T)
    assert (np.diag(jacobian) >= 0).all()


@given(problems())
def test_the_gradient_sums_to_0(problem):
    logits, target, temperature = problem
    assert abs(cross_entropy_grad(logits, target, temperature=temperature).sum()) <= 1e-14
    assert abs(cross_entropy_grad(logits, 0, temperature=temperature).sum()) <= 1e-15


@given(problems())
def test_the_chain_rule_gives_p_minus_t(problem):
    logits, target, temperature = problem
    probs = softmax(logits, temperature=temperature)
    chained = softmax_jacobian(logits, temperature=temperature) @ (-target / probs)
    found = cross_entropy_grad(logits, target, temperature=temperature)
    np.testing.assert_allclose(chained, found, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found, (probs - target) / temperature, atol=1e-14)


def test_push_all_pull_one():
    grad = cross_entropy_grad([4, -4, 3], 2)
    expected = [0.73087933571191000, 0.00024518270263755950, -0.73112451841454756]
    np.testing.assert_allclose(grad, expected, rtol=1e-15)
    probs = softmax([4, -4, 3])
    np.testing.assert_array_equal(grad[:2], probs[:2])  # each push is its probability
    np.testing.assert_allclose(grad[2] + 1, probs[2], rtol=1e-15)  # -p, then +1


def test_no_digits_are_lost_on_a_class_that_is_almost_certain():
    grad = cross_entropy_grad([0.0, -40.0], 0)
    assert grad[0] == -grad[1] == -softmax([0.0, -40.0])[1] != 0
    jacobian = softmax_jacobian([0.0, -40.0])
    assert jacobian[0, 0] == pytest.approx(np.exp(-40), rel=1e-14)


def test_derivatives_broadcast():
    logits = np.arange(24, dtype=float).reshape(2, 4, 3)
    assert cross_entropy_grad(logits, 1).shape == (2, 4, 3)
    assert cross_entropy_grad([1.0, 2.0], 0, temperature=[1, 2]).shape == (2, 2)
    assert softmax_jacobian(logits).shape == (2, 4, 3, 3)
    jacobians = softmax_jacobian([1.0, 2.0], temperature=[1, 2, 4])
    assert jacobians.shape == (3, 2, 2)
    np.testing.assert_allclose(jacobians[1], softmax_jacobian([1.0, 2.0], temperature=2))


def test_the_clipped_route_has_no_gradient_where_it_is_needed_most():
    probs = softmax([0, 20, 0])
    np.testing.assert_array_equal(cross_entropy_from_probs_grad(probs, 0), [0, 0, 0])
    np.testing.assert_array_equal(cross_entropy_from_probs_grad([4, -4, 3], 2), [0, 0, 0])
    sound = cross_entropy_grad([0, 20, 0], 0)
    np.testing.assert_allclose(sound, [-1, 1, 2.06e-9], rtol=1e-3)


@given(problems())
def test_the_clipped_route_agrees_where_the_clip_does_not_hold(problem):
    logits, target, _ = problem
    logits = logits / 4  # every probability well above the clip
    probs = softmax(logits)
    found = softmax_jacobian(logits) @ cross_entropy_from_probs_grad(probs, target)
    np.testing.assert_allclose(found, cross_entropy_grad(logits, target), atol=1e-12)


@given(arrays(np.float64, 3, elements=st.floats(0.1, 5)), st.integers(0, 2))
def test_the_clipped_gradient_is_the_slope_of_the_clipped_loss(probs, label):
    found = cross_entropy_from_probs_grad(probs, label)
    slope = numerical_gradient(lambda p: cross_entropy_from_probs(p, label), probs)
    np.testing.assert_allclose(found, slope, atol=1e-8)


@given(scores)
def test_central_differences_come_close(logits):
    found = numerical_gradient(lambda z: cross_entropy(z, 0), logits)
    np.testing.assert_allclose(found, cross_entropy_grad(logits, 0), atol=2e-9)
    found = numerical_jacobian(softmax, logits)
    np.testing.assert_allclose(found, softmax_jacobian(logits), atol=1e-9)


def test_central_differences_are_as_close_as_is_said():
    found = numerical_gradient(lambda z: cross_entropy(z, 2), [4, -4, 3])
    assert np.abs(found - cross_entropy_grad([4, -4, 3], 2)).max() < 5e-11


def test_richardson_differences_agree_to_1e_11():
    def loss(z):
        return cross_entropy(z, 2)

    wide = numerical_gradient(loss, [4, -4, 3], step=2e-3)
    narrow = numerical_gradient(loss, [4, -4, 3], step=1e-3)
    richardson = narrow + (narrow - wide) / 3
    np.testing.assert_allclose(richardson, cross_entropy_grad([4, -4, 3], 2), atol=1e-11)


def test_differences_need_one_point_and_a_step():
    with pytest.raises(ValueError, match="must be one row"):
        numerical_gradient(np.sum, [[1.0]])
    for step in (0, -1, np.nan):
        with pytest.raises(ValueError, match="step must be > 0"):
            numerical_jacobian(np.square, [1.0], step=step)


def test_differences_are_of_the_step_that_is_asked_for():
    # ((0 + h)^3 - (0 - h)^3) / 2h = h^2
    np.testing.assert_array_equal(numerical_gradient(lambda x: x[0] ** 3, [0.0], step=0.5), [0.25])


def test_a_jacobian_has_a_row_for_each_result_and_a_column_for_each_input():
    found = numerical_jacobian(lambda x: np.array([x[0], x[0] + 2 * x[1], 3 * x[1]]), [1.0, 1.0])
    np.testing.assert_allclose(found, [[1, 0], [1, 2], [0, 3]], atol=1e-9)


def test_the_clip_holds_beyond_its_ends_only():
    found = cross_entropy_from_probs_grad([0.25, 0.75], 0, clip=0.25)
    np.testing.assert_array_equal(found, [-3, 1])  # (g - mean), where g = (-4, 0)
    found = cross_entropy_from_probs_grad([0.25, 0.75], 1, clip=0.25)
    np.testing.assert_allclose(found, [1, -1 / 3], rtol=1e-15)


def test_a_gradient_of_0_has_no_sign():
    found = cross_entropy_from_probs_grad(softmax([0, 20, 0]), 0)
    np.testing.assert_array_equal(np.copysign(1, found), [1, 1, 1])


def test_the_pull_is_exact_whether_the_label_leads_or_not():
    grad = cross_entropy_grad([0.0, -1.0, 1.0], 1)
    assert grad[1] == softmax([0.0, -1.0, 1.0])[1] - 1
    leading = cross_entropy_grad([0.0, -3.0, 9.0], 2)
    np.testing.assert_array_max_ulp(leading[2], -(leading[0] + leading[1]), maxulp=2)


def test_one_row_of_scores_serves_several_labels():
    logits = np.array([[4.0, -4.0, 3.0]])
    together = cross_entropy_grad(logits, [0, 2])
    assert together.shape == (2, 3)
    for row, label in zip(together, (0, 2), strict=True):
        np.testing.assert_allclose(row, cross_entropy_grad(logits[0], label), rtol=1e-15)
    np.testing.assert_array_equal(logits, [[4, -4, 3]])

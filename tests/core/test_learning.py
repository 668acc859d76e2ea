"""Truths about descent: on the logits, and on the weights of a regression."""

import numpy as np
import pytest
import scipy.optimize
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_core import (
    cross_entropy,
    cross_entropy_grad,
    descend,
    numerical_gradient,
    regression_grad,
    regression_logits,
    regression_loss,
    softmax,
    standardize,
    train_regression,
)


def blobs():
    """Three clouds of points, from a fixed seed."""
    random = np.random.default_rng(3)
    centres = np.array([[0.0, 0.0], [2.0, 1.0], [0.5, 2.5]])
    labels = np.repeat([0, 1, 2], 20)
    return centres[labels] + random.normal(0, 0.8, (60, 2)), labels


def test_a_descent_reproduces_the_article_s_numbers():
    path = descend([4, -4, 3], 2, learning_rate=1, steps=100)
    np.testing.assert_allclose(path.logits[1], [3.2691, -4.0002, 3.7311], atol=5e-5)
    np.testing.assert_allclose(path.losses[[1, 10, 100]], [0.4889, 0.0505, 0.0050], atol=5e-5)
    assert path.losses[-1] > 0


@given(arrays(np.float64, (2, 3), elements=st.floats(-5, 5)), st.floats(0, 3), st.floats(0.5, 2))
def test_every_step_follows_the_gradient(logits, learning_rate, temperature):
    path = descend(logits, [0, 2], learning_rate=learning_rate, steps=4, temperature=temperature)
    assert path.logits.shape == path.probs.shape == path.grads.shape == (5, 2, 3)
    assert path.losses.shape == (5, 2)
    np.testing.assert_array_equal(path.logits[0], logits)
    steps = path.logits[1:] - path.logits[:-1]
    np.testing.assert_allclose(steps, -learning_rate * path.grads[:-1], atol=1e-14)
    for k in range(5):
        z = path.logits[k]
        np.testing.assert_allclose(path.probs[k], softmax(z, temperature=temperature))
        np.testing.assert_allclose(
            path.losses[k], cross_entropy(z, [0, 2], temperature=temperature)
        )
        np.testing.assert_allclose(
            path.grads[k], cross_entropy_grad(z, [0, 2], temperature=temperature)
        )


@given(arrays(np.float64, 3, elements=st.floats(-5, 5)))
def test_the_sum_of_the_logits_stays(logits):
    path = descend(logits, 1, learning_rate=2.5, steps=20)
    np.testing.assert_allclose(path.logits.sum(axis=-1), logits.sum(), atol=1e-12)


def test_a_small_rate_always_descends_and_a_large_one_need_not():
    target = [0.6, 0.3, 0.1]
    assert (np.diff(descend([4, -4, 3], target, learning_rate=1, steps=30).losses) < 0).all()
    assert (np.diff(descend([4, -4, 3], target, learning_rate=40, steps=30).losses) > 0).any()


def test_no_step_leaves_the_start():
    path = descend([1, 2], 0, steps=0)
    assert path.logits.tolist() == [[1, 2]]


@pytest.mark.parametrize("rate", [-1, np.nan, np.inf])
def test_a_learning_rate_that_is_none_is_refused(rate):
    features, labels = blobs()
    with pytest.raises(ValueError, match="learning_rate must be a finite number >= 0"):
        descend([1, 2], 0, learning_rate=rate)
    with pytest.raises(ValueError, match="learning_rate must be a finite number >= 0"):
        train_regression(features, labels, n_classes=3, learning_rate=rate, steps=1)


def test_steps_are_not_negative():
    with pytest.raises(ValueError, match="steps must be >= 0"):
        descend([1, 2], 0, steps=-1)
    with pytest.raises(ValueError, match="steps must be >= 0"):
        train_regression([[1.0]], [0], n_classes=2, learning_rate=1, steps=-1)


@pytest.mark.parametrize("l2", [0.0, 0.1])
def test_the_regression_gradient_is_the_slope_of_its_loss(l2):
    features, labels = blobs()
    random = np.random.default_rng(0)
    weights, bias = random.normal(size=(3, 2)), random.normal(size=3)

    def loss(flat):
        return regression_loss(features, labels, flat[:6].reshape(3, 2), flat[6:], l2=l2)

    found = regression_grad(features, labels, weights, bias, l2=l2)
    slope = numerical_gradient(loss, np.concatenate([weights.ravel(), bias]))
    np.testing.assert_allclose(found.weights.ravel(), slope[:6], atol=1e-9)
    np.testing.assert_allclose(found.bias, slope[6:], atol=1e-9)


def test_the_gradient_of_one_sample_is_error_times_input():
    x, weights, bias = np.array([[1.5, -2.0]]), np.eye(3, 2), np.zeros(3)
    grad = regression_grad(x, [1], weights, bias)
    error = cross_entropy_grad(regression_logits(x, weights, bias), [1])[0]
    np.testing.assert_allclose(grad.weights, np.outer(error, x[0]))
    np.testing.assert_allclose(grad.bias, error)


def test_training_reaches_the_optimum_that_scipy_finds():
    features, labels = blobs()
    l2 = 0.01

    def loss(flat):
        return regression_loss(features, labels, flat[:6].reshape(3, 2), flat[6:], l2=l2)

    best = scipy.optimize.minimize(loss, np.zeros(9), method="BFGS", options={"gtol": 1e-7})
    run = train_regression(features, labels, n_classes=3, learning_rate=0.5, steps=3000, l2=l2)
    assert run.losses[-1] == pytest.approx(best.fun, abs=1e-4)
    assert (np.diff(run.losses) <= 1e-12).all()
    assert run.weights.shape == (3001, 3, 2)
    assert run.biases.shape == (3001, 3)
    assert run.losses[0] == pytest.approx(np.log(3))
    winners = regression_logits(features, run.weights[-1], run.biases[-1]).argmax(axis=-1)
    assert run.accuracies[-1] == (winners == labels).mean() > 0.8


def test_a_penalty_is_not_negative():
    features, labels = blobs()
    for function in (regression_loss, regression_grad):
        with pytest.raises(ValueError, match="l2 must be >= 0"):
            function(features, labels, np.zeros((3, 2)), np.zeros(3), l2=-1)


def test_one_step_of_rate_1_without_a_penalty_is_the_default():
    np.testing.assert_array_equal(
        descend([4, -4, 3], 2).logits, descend([4, -4, 3], 2, learning_rate=1, steps=1).logits
    )
    features, labels = blobs()
    weights, bias = np.ones((3, 2)), np.zeros(3)
    for function in (regression_loss, regression_grad):
        default = function(features, labels, weights, bias)
        without = function(features, labels, weights, bias, l2=0)
        np.testing.assert_array_equal(
            default[0] if function is regression_grad else default,
            without[0] if function is regression_grad else without,
        )
    ways = ({}, {"l2": 0})
    runs = [
        train_regression(features, labels, n_classes=3, learning_rate=1, steps=3, **way)
        for way in ways
    ]
    np.testing.assert_array_equal(runs[0].weights, runs[1].weights)


def test_training_may_stand_still():
    features, labels = blobs()
    still = train_regression(features, labels, n_classes=3, learning_rate=0, steps=2)
    assert not still.weights.any()
    assert (
        train_regression(features, labels, n_classes=3, learning_rate=1, steps=0).losses.size == 1
    )


def test_several_rates_are_followed_at_once():
    rates = [0.1, 1.0, 20.0]
    together = descend([4, -4, 3], 2, learning_rate=rates, steps=5)
    assert together.logits.shape == together.grads.shape == (6, 3, 3)
    for number, rate in enumerate(rates):
        alone = descend([4, -4, 3], 2, learning_rate=rate, steps=5)
        np.testing.assert_allclose(together.logits[:, number], alone.logits, rtol=1e-13)
        np.testing.assert_allclose(together.grads[:, number], alone.grads, rtol=1e-12)
        np.testing.assert_allclose(together.losses[:, number], alone.losses, rtol=1e-13)


def test_training_runs_of_several_rates_are_trained_at_once():
    features, labels = blobs()
    rates = [0.1, 0.5, 2.0]
    together = train_regression(features, labels, n_classes=3, learning_rate=rates, steps=7, l2=0.1)
    assert together.weights.shape == (8, 3, 3, 2)
    for number, rate in enumerate(rates):
        alone = train_regression(features, labels, n_classes=3, learning_rate=rate, steps=7, l2=0.1)
        for both, one in zip(together, alone, strict=True):
            np.testing.assert_allclose(both[:, number], one, rtol=1e-12, atol=1e-15)


def test_standardised_features_have_mean_0_and_spread_1_and_can_be_turned_back():
    features, _ = blobs()
    found = standardize(1000 * features + 7)
    np.testing.assert_allclose(found.features.mean(axis=0), 0, atol=1e-14)
    np.testing.assert_allclose(found.features.std(axis=0), 1, rtol=1e-14)
    back = found.features * found.spread + found.mean
    np.testing.assert_allclose(back, 1000 * features + 7, rtol=1e-12)
    with pytest.raises(ValueError, match="must be finite"):
        standardize([[1.0], [np.nan]])

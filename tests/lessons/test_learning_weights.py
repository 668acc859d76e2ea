"""Lesson 9's second part: the training on the penguins is sound, and shown as it is."""

from dataclasses import replace

import numpy as np
import pytest
import scipy.optimize

from softmax_app.figures import regions
from softmax_app.kit.state import change
from softmax_app.lessons.learning import lesson, weights, words
from softmax_app.lessons.learning.penguins import SPECIES, penguins
from softmax_app.settings import Settings
from softmax_app.settings.table import NUMBERS
from softmax_app.sweeps import along, number_slider
from softmax_core import regression_grad, regression_logits, softmax, train_regression

TRAINED = Settings(training_step=100.0)


def test_the_data_are_342_birds_of_three_species():
    data = penguins()
    assert data.features.shape == (342, 2)
    assert np.bincount(data.labels).tolist() == [151, 68, 123]
    assert len(SPECIES) == 3
    np.testing.assert_array_equal(data.standardized(data.features), data.standard.features)
    assert (NUMBERS["sample"].low, NUMBERS["sample"].high) == (1, len(data.labels))


def test_the_training_reaches_the_optimum_that_scipy_finds():
    data = penguins()
    x = data.standardized(data.features)

    def loss(flat):  # written anew, without the core
        z = x @ flat[:6].reshape(3, 2).T + flat[6:]
        top = z.max(axis=1, keepdims=True)
        log_p = z - top - np.log(np.exp(z - top).sum(axis=1, keepdims=True))
        nll = -log_p[np.arange(len(x)), data.labels].mean()
        return nll + weights.PENALTY / 2 * (flat[:6] ** 2).sum()

    best = scipy.optimize.minimize(loss, np.zeros(9), method="BFGS", options={"gtol": 1e-8})
    now = lesson.scene(TRAINED).now
    assert now["training_loss"][0] == pytest.approx(best.fun, abs=1e-4)
    assert now["accuracy"][0] > 95


def test_the_first_step_classifies_the_same_birds_at_any_rate_by_the_means_of_the_species():
    """As the answer to a question says; written anew, without the core."""
    data = penguins()
    x = (data.features - data.features.mean(axis=0)) / data.features.std(axis=0)
    of_species = np.eye(3)[data.labels]
    means = of_species.T @ x / of_species.sum(axis=0)[:, np.newaxis]
    shares = of_species.mean(axis=0)
    scores = x @ (shares[:, np.newaxis] * means).T + shares - 1 / 3
    right = 100 * np.mean(scores.argmax(axis=1) == data.labels)
    for rate in (0.001, 0.03, 2.0, 30.0, 100.0):
        now = lesson.scene(Settings(training_step=1.0, training_rate=rate)).now
        assert now["accuracy"][0] == pytest.approx(right) == 100 * 310 / 342
        weight = rate * shares[:, np.newaxis] * means
        np.testing.assert_allclose(now["weights"][0], weight.ravel(), atol=1e-12 * rate)
    slow = lesson.scene(Settings(training_step=1.0, training_rate=0.03)).now
    assert 0.98 * np.log(3) < slow["training_loss"][0] < np.log(3)
    assert NUMBERS["training_rate"].positions(Settings())[0] == 0.03


def test_every_step_of_the_sweep_is_a_step_of_the_core_s_run():
    data = penguins()
    x = data.standardized(data.features)
    run = train_regression(
        x, data.labels, n_classes=3, learning_rate=2.0, steps=100, l2=weights.PENALTY
    )
    settings = Settings()
    sweep = lesson.scene(settings).evaluate(
        along(number_slider(settings, "training_step"), settings)
    )
    np.testing.assert_allclose(sweep["weights"], run.weights.reshape(101, -1), atol=1e-13)
    np.testing.assert_allclose(sweep["training_loss"], run.losses, rtol=1e-13)
    np.testing.assert_allclose(sweep["accuracy"], 100 * run.accuracies, rtol=1e-13)
    probs = softmax(
        regression_logits(
            data.standardized(weights.lattice(data.features)), run.weights, run.biases
        )
    )
    winners = sweep["region"] // regions.SHADES
    np.testing.assert_array_equal(winners, probs.argmax(axis=-1))
    sure = (sweep["region"] % regions.SHADES) / (regions.SHADES - 1)
    np.testing.assert_allclose(1 / 3 + 2 / 3 * sure, probs.max(axis=-1), atol=1 / 84)


def test_on_a_boundary_two_species_are_equally_probable_and_the_third_is_less_so():
    data = penguins()
    now = lesson.scene(replace(TRAINED, training_step=30.0)).now
    run = weights.train((TRAINED.training_rate,))
    x, y = (now[f"boundary_line_{axis}"].reshape(3, 3).astype(np.float64) for axis in "xy")
    (left, right), (bottom, top) = weights.ends(data.features)
    assert np.isnan(x[:, 2]).all()
    seen = [pair for pair in range(3) if not np.isnan(x[pair, 0])]
    assert len(seen) >= 2
    for pair in seen:
        start, end = (np.array([x[pair, k], y[pair, k]]) for k in range(2))
        assert np.all((start >= [left - 1e-3, bottom - 1e-3]) & (end <= [right + 1e-3, top + 1e-3]))
        spots = start + np.linspace(0.01, 0.99, 9)[:, np.newaxis] * (end - start)
        scores = regression_logits(data.standardized(spots), run.weights[30, 0], run.biases[30, 0])
        ordered = np.sort(scores, axis=-1)
        np.testing.assert_allclose(ordered[:, 2], ordered[:, 1], atol=1e-4)
        assert (ordered[:, 1] > ordered[:, 0]).all()


def test_a_model_that_knows_nothing_has_no_boundaries():
    now = lesson.scene(replace(TRAINED, training_step=0.0)).now
    assert np.isnan(now["boundary_line_x"]).all()


def test_the_birds_together_ask_for_the_gradient():
    data = penguins()
    settings = replace(TRAINED, training_step=5.0)
    sweep = lesson.scene(settings).evaluate(along(number_slider(settings, "sample"), settings))
    weight, bias = sweep["weights"][0].reshape(3, 2), sweep["biases"][0]
    grad = regression_grad(data.standardized(data.features), data.labels, weight, bias)
    mean = sweep["sample_product"].reshape(-1, 3, 2).mean(axis=0)
    np.testing.assert_allclose(mean, grad.weights, atol=1e-14)
    np.testing.assert_allclose(sweep["sample_error"].mean(axis=0), grad.bias, atol=1e-14)
    np.testing.assert_allclose(
        sweep["sample_error"], sweep["sample_probs"] - sweep["sample_target"], atol=1e-14
    )


def test_a_rate_that_is_too_large_is_told():
    slider = number_slider(TRAINED, "training_rate")
    state = lesson.scene(TRAINED).evaluate(along(slider, TRAINED))["training_state"]
    names = np.array(list(words.TRAINING_NOTES))[state]
    assert set(names[slider.grid <= 3]) == {"steady"}
    assert set(names[slider.grid >= 20]) == {"too_large"}


def test_before_the_first_step_a_guess_among_three_is_right_in_a_third():
    now = lesson.scene(Settings()).now
    assert list(words.TRAINING_NOTES)[now["training_state"][0]] == "untrained"
    assert list(words.ACCURACIES)[now["is_trained"][0]] == "guessed"
    assert now["accuracy"][0] == pytest.approx(100 / 3)
    assert now["training_loss"][0] == pytest.approx(np.log(3))
    later = lesson.scene(replace(TRAINED, training_step=1.0)).now
    assert list(words.ACCURACIES)[later["is_trained"][0]] == "classified"


def test_the_figure_shows_regions_birds_and_the_loss():
    settings = replace(TRAINED, training_step=30.0, sample=200.0)
    now = lesson.scene(settings).now
    figure = lesson.regions_figure(settings, lesson.highest(now, "training_y")).at(now)
    ground, _, birds, chosen, line, point = figure.data
    data = penguins()
    np.testing.assert_array_equal(birds.x, data.features[:, 0])
    assert (chosen.x[0], chosen.y[0]) == tuple(data.features[199])
    np.testing.assert_array_equal(ground.z, now["region"][0])
    assert (point.x[0], point.y[0]) == (30, now["training_loss"][0])
    assert line.y[30] == pytest.approx(point.y[0], rel=1e-6)


def test_a_bird_is_chosen_by_its_number():
    assert change(Settings(), "sample", "200").sample == 200

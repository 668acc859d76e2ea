"""The chain on the home page: its numbers, its words, and the step that feeds it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app import course
from softmax_app.home import numbers, words
from softmax_app.home.scene import scene
from softmax_app.kit.scene import Control
from softmax_app.kit.state import State, answer, change
from softmax_app.settings import Settings
from softmax_app.settings.events import press
from softmax_app.settings.limits import LARGEST_SCORE
from softmax_app.sweeps import along, at_settings
from softmax_core import cross_entropy, cross_entropy_grad, softmax, softmax_steps

STEP = press("step_scores")
scores = st.lists(st.floats(-50, 50), min_size=2, max_size=10).map(tuple)
rates = st.sampled_from([0.001, 0.1, 1.0, 7.5, 1000.0])


@st.composite
def some_settings(draw):
    return Settings(draw(scores), label=draw(st.integers(0, 9)), learning_rate=draw(rates))


def at(settings: Settings):
    return numbers.evaluate(at_settings(settings))


@given(some_settings())
def test_each_link_of_the_chain_is_the_core_s(settings):
    found, label = at(settings), settings.true_class
    steps = softmax_steps([settings.scores])
    np.testing.assert_array_equal(found["exponentials"], steps.exponentials)
    np.testing.assert_array_equal(found["probs"], softmax([settings.scores]))
    np.testing.assert_array_equal(found["loss"], cross_entropy([settings.scores], label))
    gradient = cross_entropy_grad([settings.scores], label)
    np.testing.assert_array_equal(found["gradient"], gradient)
    after = np.array([settings.scores]) - settings.learning_rate * gradient
    np.testing.assert_array_equal(found["next"], after)
    np.testing.assert_array_equal(found["next_loss"], cross_entropy(after, label))


@given(some_settings())
def test_the_rings_are_where_the_next_steps_lead(settings):
    found, label = at(settings), settings.true_class
    scores = np.array(settings.scores)
    for p, loss in zip(found["ahead_prob"][0], found["ahead_loss"][0], strict=True):
        scores = scores - settings.learning_rate * cross_entropy_grad(scores, label)
        np.testing.assert_allclose(p, softmax(scores)[label], rtol=1e-9, atol=1e-300)
        np.testing.assert_allclose(loss, cross_entropy(scores, label), rtol=1e-9, atol=1e-300)


@given(some_settings())
def test_the_gradient_sums_to_0_and_a_step_leaves_the_sum_of_the_scores(settings):
    found = at(settings)
    assert abs(found["gradient"].sum()) < 1e-14
    rounding = 1e-13 * (settings.learning_rate + sum(map(abs, settings.scores)))
    assert abs(found["next"].sum() - found["scores"].sum()) <= rounding


@given(some_settings())
def test_what_is_said_of_the_step_is_true(settings):
    found = at(settings)
    (said,) = found["step_state"]
    before, after = found["loss"][0], found["next_loss"][0]
    assert after <= before
    shown = [f"{loss:.0f}" if loss >= 1e4 else f"{loss:.4g}" for loss in (before, after)]
    expected = "vanished" if found["label_prob"] == 0 else "falls" if len({*shown}) > 1 else "still"
    assert list(words.KEYS)[said] == expected


@pytest.mark.parametrize(
    ("logits", "label", "said"),
    [
        ((4.0, -4.0, 3.0), 2, "falls"),
        ((0.0, 1000.0, 0.0), 0, "vanished"),
        ((1000.0, 0.0), 0, "still"),
        ((20.0, 0.0, 0.0), 0, "still"),  # by less than its digits show
    ],
)
def test_the_key_sentence_knows_the_edges(logits, label, said):
    (state,) = at(Settings(logits, label=label))["step_state"]
    assert list(words.KEYS)[state] == said


@given(some_settings())
def test_a_step_makes_the_next_scores_the_scores(settings):
    stepped = change(settings, STEP)
    assert stepped.scores == tuple(at(settings)["next"][0])
    assert stepped == replace(settings, scores=stepped.scores, span=stepped.span)
    assert stepped.reach >= max(map(abs, stepped.scores))


def test_a_step_of_the_article_s_scores():
    stepped = change(Settings((4.0, -4.0, 3.0)), STEP)
    np.testing.assert_allclose(stepped.scores, [3.2691, -4.0002, 3.7311], atol=5e-5)


def test_a_step_beyond_the_largest_score_is_refused_with_a_reason():
    far = State(Settings((LARGEST_SCORE, LARGEST_SCORE), label=0))
    refused = answer(course.HOME, far, STEP)
    assert refused.settings == far.settings
    assert list(refused.refusals) == [STEP]


@pytest.mark.parametrize("n_classes", [2, 3, 10])
def test_every_slider_s_sweep_is_what_its_settings_give(n_classes):
    settings = Settings(tuple(map(float, range(n_classes))), label=1)
    stage = scene(settings)
    sliders = [one.slider for one in stage.controls if isinstance(one, Control)]
    assert len(sliders) == n_classes + 1
    for slider in sliders:
        sweep = stage.evaluate(along(slider, settings))
        moved = change(settings, slider.id, repr(float(slider.grid[7])))
        for name, alone in scene(moved).now.items():
            rows = sweep[name]
            np.testing.assert_array_equal(rows[7 if len(rows) > 1 else 0], alone[0], name)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_stage_offers_the_step_the_label_and_each_score(language):
    events = set(scene(Settings(language=language)).events)
    assert {STEP, "label:0", "scores.0", "scores.2", "learning_rate"} <= events

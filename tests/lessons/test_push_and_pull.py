"""Lesson 7: pushes and the pull are the core's, cancel, and are what the chain rule gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.lessons.push_and_pull import lesson, words
from softmax_app.settings import Settings
from softmax_core import cross_entropy_grad, one_hot, smooth_labels, softmax

ARTICLE = Settings(scores=(4.0, -4.0, 3.0), label=2)
score_lists = st.lists(st.integers(-100, 100).map(lambda k: k / 10), min_size=2, max_size=5)


def test_the_ledger_of_the_article():
    now = lesson.scene(ARTICLE).now
    expected = [0.73087933571191000, 0.00024518270263755950, -0.73112451841454756]
    np.testing.assert_allclose(now["gradient"][0], expected, rtol=1e-15)
    np.testing.assert_allclose(now["push"][0], [-0.7309, -0.000245, -0.2689], atol=5e-5)
    np.testing.assert_array_equal(now["pull"], [[0, 0, 1]])
    np.testing.assert_allclose(now["chain"][0], expected, rtol=1e-13)
    assert abs(now["together_sum"][0]) < 1e-15
    assert now["push_sum"][0] == pytest.approx(-1)


@given(
    score_lists,
    st.integers(0, 4),
    st.sampled_from([0.0, 0.1, 1.0]),
    st.sampled_from([0.5, 1.0, 3.0]),
)
def test_the_gradient_is_the_core_s_and_the_chain_rule_agrees(
    scores, label, smoothing, temperature
):
    settings = Settings(
        scores=tuple(scores), label=label, smoothing=smoothing, temperature=temperature
    )
    now = lesson.scene(settings).now
    target = smooth_labels(one_hot(settings.true_class, len(scores)), smoothing=smoothing)
    grad = cross_entropy_grad(scores, target, temperature=temperature)
    np.testing.assert_allclose(now["gradient"][0], grad, atol=1e-15)
    probs = softmax(scores, temperature=temperature)
    np.testing.assert_allclose(now["together"][0], target - probs, atol=2e-15)
    assert abs(now["gradient_sum"][0]) < 1e-14
    if now["chain_known"][0]:
        np.testing.assert_allclose(now["chain"][0], grad, atol=1e-11)
        assert now["off"][0] == abs(now["chain"][0] - now["gradient"][0]).max()


@given(score_lists, st.sampled_from([0.0, 0.1, 1.0]), st.integers(0, 40).map(lambda k: k / 40))
def test_pushes_come_first_and_the_pull_is_stacked_upon_them(scores, smoothing, share):
    settings = Settings(scores=tuple(scores), label=0, smoothing=smoothing, stacking=share)
    now = {name: value[0] for name, value in lesson.scene(settings).now.items()}
    done = now["stacked"]
    if share <= 0.5:
        np.testing.assert_allclose(done, 2 * share * now["push"], rtol=1e-15)
    else:
        np.testing.assert_allclose(done, now["push"] + (2 * share - 1) * now["pull"], atol=2e-15)
    if share == 1:
        np.testing.assert_array_equal(done, now["together"])
    assert now["stacked_on_label"] == done[0]  # the large number goes with the bar
    stage = "done" if share == 1 else "pulling" if share > 0.5 else "pushing"
    assert now["stage"] == list(words.LEFT).index(stage)


def test_the_derivation_says_one_number_on_every_line():
    settings = Settings(scores=(4.0, -4.0, 3.0), label=2, smoothing=0.1)
    now = {name: value[0] for name, value in lesson.scene(settings).now.items()}
    p, t = now["label_prob"], now["pull_on_label"]
    terms = now["slope"] * now["probs"] * ((np.arange(3) == 2) - p)
    expected = -now["left"]
    assert terms.sum() == pytest.approx(expected, rel=1e-13)
    assert -t + p * now["pull"].sum() == pytest.approx(expected, rel=1e-13)
    assert p - t == pytest.approx(expected, rel=1e-13)


def test_a_probability_that_has_vanished_has_no_slope_but_a_gradient():
    now = lesson.scene(Settings(scores=(0.0, 1000.0), label=0)).now
    assert now["chain_known"] == 0
    assert np.isnan(now["off"][0])
    np.testing.assert_array_equal(now["gradient"], [[-1, 1]])


def test_the_figure_shows_pushes_the_pull_and_both_on_one_axis():
    figure = lesson.figure(ARTICLE).at(lesson.scene(ARTICLE).now)
    probs = softmax([4, -4, 3])
    np.testing.assert_array_equal(figure.data[0].y, -probs)
    np.testing.assert_array_equal(figure.data[1].y, [0, 0, 1])
    np.testing.assert_allclose(figure.data[2].y, [0, 0, 1] - probs, rtol=1e-14)
    low, high = figure.layout.yaxis.range
    assert low < -1 < 1 < high


def test_a_model_surer_than_its_soft_label_is_said_to_push_its_true_class():
    sure = Settings(scores=(0.0, 20.0, 0.0), label=1, smoothing=0.1)
    now = lesson.scene(sure).now
    assert list(words.PULL_NOTES)[now["pull_note"][0]] == "sure"
    assert now["left"][0] == pytest.approx(-1 / 15, abs=1e-6)
    level = lesson.scene(Settings(scores=(3.0, 3.0, 3.0), label=1, smoothing=1.0)).now
    assert list(words.PULL_NOTES)[level["pull_note"][0]] == "soft"  # p = t, whatever rounding says

"""Lesson 5: the loss is the core's, by either formula, and so is what it is made of."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.kit.state import State, answer
from softmax_app.lessons.cross_entropy import lesson, numbers, words
from softmax_app.settings import Settings
from softmax_app.settings.link import from_link
from softmax_app.settings.reading import RefusedError
from softmax_app.sweeps import along, number_slider
from softmax_core import cross_entropy, entropy, kl_divergence, one_hot, smooth_labels, softmax

score_lists = st.lists(st.integers(-100, 100).map(lambda k: k / 10), min_size=2, max_size=6)
ARTICLE = Settings(scores=(4.0, -4.0, 3.0), label=2)


def written(now):
    """Return how p of the true class is written."""
    return numbers.PROBS[now["label_written"].item()]


@given(st.floats(0, 800), st.integers(0, 3))
def test_no_p_that_is_not_1_is_written_as_1_beside_its_logarithm(lead, others):
    now = lesson.scene(Settings(scores=(lead, 0.0, *(0.0,) * others), label=0)).now
    p, rest, loss = (now[name].item() for name in ("label_prob", "label_rest", "label_loss"))
    seen_as_1 = float(f"{p:.4g}") == 1
    assert (written(now) == "near_1") == (seen_as_1 and loss > 0)
    if seen_as_1:
        assert loss == pytest.approx(-np.log1p(-rest), rel=1e-12, abs=1e-300)


def test_the_article_s_loss_by_both_formulas_and_from_the_scores():
    now = lesson.scene(ARTICLE).now
    for name in ("loss", "label_loss"):
        assert now[name][0] == pytest.approx(1.3135069002830532, rel=1e-15)
    assert now["logsumexp"][0] - now["label_score"][0] == pytest.approx(1.3135069002830532)
    assert now["parts"][0].sum() == pytest.approx(1.3135069002830532)
    np.testing.assert_array_equal(now["one_hot"], [[0, 0, 1]])


@given(score_lists, st.integers(0, 5), st.sampled_from([0.0, 0.1, 1.0]))
def test_the_arrays_are_the_core_s(scores, label, smoothing):
    settings = Settings(scores=tuple(scores), label=label, smoothing=smoothing)
    now = lesson.scene(settings).now
    true = min(label, len(scores) - 1)
    target = smooth_labels(one_hot(true, len(scores)), smoothing=smoothing)
    np.testing.assert_array_equal(now["target"][0], target)
    assert now["loss"][0] == cross_entropy(scores, target)
    assert now["label_loss"][0] == cross_entropy(scores, true)
    assert now["entropy"][0] == entropy(target)
    reverse = kl_divergence(softmax(scores), target)
    assert now["reverse"][0] == (reverse if smoothing else np.inf)
    assert now["loss"][0] == pytest.approx(now["entropy"][0] + now["divergence"][0], abs=1e-12)
    assert now["is_soft"][0] == (smoothing > 0)


def test_both_formulas_are_equal_for_one_hot_labels_only():
    slider = number_slider(ARTICLE, "smoothing")
    sweep = lesson.scene(ARTICLE).evaluate(along(slider, ARTICLE))
    equal = np.isclose(sweep["loss"], sweep["label_loss"], rtol=1e-12)
    np.testing.assert_array_equal(equal, slider.grid == 0)
    assert (sweep["loss"] >= sweep["entropy"]).all()
    np.testing.assert_allclose(sweep["parts"].sum(axis=-1), sweep["loss"], rtol=1e-14)


def test_a_hopeless_class_costs_its_score_and_not_infinity():
    now = lesson.scene(Settings(scores=(0.0, 1000.0), label=0)).now
    assert now["loss"][0] == 1000
    assert written(now) == "vanished"  # no line says "-log 0 = 1000"
    assert now["divergence"][0] == 1000  # though its probability is 0
    assert now["point_y"][0, 0] == 8  # the point waits at the top, its number does not
    assert now["surprise"][0, 0] == 1000
    assert now["point_symbol"].tolist() == [[3, 0]]  # as an arrow, with its number beside it
    assert (now["told_y"].tolist(), now["told"].tolist()) == ([[8]], [[1000]])
    assert np.isnan(lesson.scene(Settings(scores=(0.0, 1.0), label=0)).now["told_y"]).all()


@given(score_lists, st.integers(0, 5))
def test_chances_multiply_and_losses_add(scores, label):
    settings = Settings(scores=tuple(scores), label=label)
    now = {name: rows[0] for name, rows in lesson.scene(settings).now.items()}
    true = settings.true_class
    probs = softmax(scores)
    other = probs[(true + 1) % len(scores)]
    assert now["both_prob"] == now["label_prob"] * now["other_prob"] == probs[true] * other
    assert now["both_loss"] == now["label_loss"] + now["other_loss"]
    assert now["both_loss"] == pytest.approx(-np.log(now["both_prob"]), rel=1e-9, abs=1e-12)


def test_a_product_that_has_vanished_is_said_to_have_and_its_losses_still_add():
    now = lesson.scene(Settings(scores=(0.0, 500.0, 1000.0), label=0)).now
    assert (now["both_vanished"], now["a_prob_vanished"]) == (1, 1)
    assert now["both_loss"] == 1500
    now = lesson.scene(Settings(scores=(0.0, 200.0, 700.0), label=0)).now
    assert (now["both_vanished"], now["a_prob_vanished"]) == (1, 0)
    assert now["both_loss"] == 1200


def test_a_loss_shown_as_0_is_said_to_be_more():
    for score, said in ((1000.0, "shown_as_0"), (700.0, "never_0")):
        now = lesson.scene(Settings(scores=(0.0, score), label=1)).now
        assert list(words.FLOOR_NOTES)[now["floor_state"][0]] == said


def test_the_figure_shows_the_curve_the_prediction_and_the_target():
    figure = lesson.figure(ARTICLE).at(lesson.scene(ARTICLE).now)
    np.testing.assert_array_equal(figure.data[0].y, softmax([4, -4, 3]))
    np.testing.assert_array_equal(figure.data[1].y, [0, 0, 1])
    curve, points = figure.data[4], figure.data[5]
    np.testing.assert_allclose(curve.y, -np.log(curve.x.astype(float)), rtol=1e-4, atol=1e-6)
    np.testing.assert_array_equal(points.x, softmax([4, -4, 3]))
    assert points.marker.size[2] > points.marker.size[0] == points.marker.size[1]


def test_a_label_is_chosen_and_stays_with_its_class():
    settings = answer(lesson.LESSON, State(Settings()), "label:1").settings
    assert settings.true_class == 1
    assert settings.with_class_removed(0).true_class == 0  # the same class, now the first
    assert settings.with_class_removed(2).true_class == 1
    assert Settings(label=2).with_class_removed(2).true_class == 1  # gone: the last stands in
    assert Settings(scores=(1.0, 2.0), label=7).true_class == 1


@pytest.mark.parametrize("text", ["-1", "10", "1.5", "cat", ""])
def test_a_label_that_is_none_is_refused(text):
    with pytest.raises(RefusedError):
        Settings().with_label(text)
    found, repairs = from_link({"y": text, "z": "1,2"}, Settings())
    assert found.label == 2
    assert [repair.in_link for repair in repairs] == ["y"]

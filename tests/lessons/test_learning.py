"""Lesson 9: the descent is the core's, along every control, and its sentences are true."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.kit.state import change
from softmax_app.lessons.learning import lesson, numbers, words
from softmax_app.settings import Settings
from softmax_app.settings.link import from_link
from softmax_app.sweeps import along, at_settings, number_slider
from softmax_core import cross_entropy, descend, one_hot, smooth_labels, softmax
from tests.examples import one_in

ARTICLE = Settings(scores=(4.0, -4.0, 3.0), label=2)
score_lists = st.lists(st.integers(-50, 50).map(lambda k: k / 10), min_size=2, max_size=5)


def at(settings: Settings, **changes: float):
    return lesson.scene(Settings(**{**settings.__dict__, **changes})).now


def test_the_article_s_descent():
    start = at(ARTICLE)
    assert start["loss"][0] == pytest.approx(1.3135069002830532)
    np.testing.assert_allclose(start["after"][0], [3.2691, -4.0002, 3.7311], atol=5e-5)
    assert start["loss_next"][0] == pytest.approx(0.4889, abs=5e-5)
    one = at(ARTICLE, descent_step=1.0)
    np.testing.assert_array_equal(one["logits"], start["after"])
    assert at(ARTICLE, descent_step=10.0)["loss"][0] == pytest.approx(0.0505, abs=5e-5)
    assert at(ARTICLE, descent_step=100.0)["loss"][0] == pytest.approx(0.0050, abs=5e-5)


@one_in(5)
@given(
    score_lists, st.integers(0, 4), st.sampled_from([0.0, 0.2]), st.sampled_from([0.1, 1.0, 3.0])
)
def test_every_step_is_the_core_s(scores, label, smoothing, rate):
    settings = Settings(
        scores=tuple(scores), label=label, smoothing=smoothing, learning_rate=float(rate)
    )
    slider = number_slider(settings, "descent_step")
    sweep = lesson.scene(settings).evaluate(along(slider, settings))
    target = smooth_labels(one_hot(settings.true_class, len(scores)), smoothing=smoothing)
    path = descend(scores, target, learning_rate=rate, steps=100)
    np.testing.assert_allclose(sweep["logits"], path.logits, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(sweep["loss"], path.losses, rtol=1e-6, atol=1e-6)
    np.testing.assert_array_equal(sweep["probs"], softmax(sweep["logits"]))
    np.testing.assert_allclose(sweep["logits_sum"], sum(scores), atol=1e-9)
    if smoothing == 0:
        exact = cross_entropy(sweep["logits"], settings.true_class)
        np.testing.assert_allclose(sweep["loss"], exact, rtol=1e-14)


@pytest.mark.parametrize("name", ["learning_rate", "smoothing"])
def test_along_other_controls_the_whole_descent_moves(name):
    settings = Settings(**{**ARTICLE.__dict__, "descent_step": 20.0})
    slider = number_slider(settings, name)
    sweep = lesson.scene(settings).evaluate(along(slider, settings))
    for row in range(0, len(slider.grid), 10):
        value = repr(float(slider.grid[row]))
        alone = lesson.scene(change(settings, slider.id, value)).now
        np.testing.assert_array_equal(sweep["line_y"][row], alone["line_y"][0])
        np.testing.assert_array_equal(sweep["point_y"][row], alone["point_y"][0])


def test_a_rate_that_is_too_large_is_told_by_the_steps_that_go_up():
    soft = Settings(**{**ARTICLE.__dict__, "smoothing": 0.1})
    calm, wild = at(soft, learning_rate=1.0), at(soft, learning_rate=40.0)
    assert (calm["goes_up"], wild["goes_up"]) == (0, 1)
    said = list(words.NOTES)
    for step, note in ((0.0, "at_start"), (7.0, "further")):
        gone = {"descent_step": step}
        assert said[at(soft, learning_rate=1.0, **gone)["has_moved"].item()] == note
        # beside the large number, wherever on the way
        assert said[at(soft, learning_rate=40.0, **gone)["has_moved"].item()] == "too_large"
    goal = smooth_labels(one_hot(2, 3), smoothing=0.1)
    path = descend([4.0, -4.0, 3.0], goal, learning_rate=40.0, steps=100)
    assert wild["ups"][0] == np.count_nonzero(np.diff(path.losses, axis=0) > 1e-6)
    assert at(ARTICLE, learning_rate=100.0)["goes_up"] == 0  # a hard label is never overshot


def test_a_soft_label_is_arrived_at_and_a_hard_one_is_not():
    soft = at(Settings(**{**ARTICLE.__dict__, "smoothing": 0.3}), descent_step=100.0)
    assert soft["loss"][0] == pytest.approx(soft["floor"][0], abs=1e-3)
    hard = at(ARTICLE, descent_step=100.0)
    assert hard["loss"][0] > 0 == hard["floor"][0]


def test_the_figures_show_this_step():
    settings = Settings(**{**ARTICLE.__dict__, "descent_step": 10.0})
    now = lesson.scene(settings).now
    figure = lesson.figure(settings, 2.0).at(now)
    np.testing.assert_array_equal(figure.data[0].y, now["probs"][0])
    np.testing.assert_array_equal(figure.data[1].y, now["gradient"][0])
    curve, point = figure.data[4], figure.data[5]
    assert (point.x[0], point.y[0]) == (10, now["loss"][0])
    assert curve.y[10] == pytest.approx(point.y[0], rel=2.0**-11)
    assert figure.layout.yaxis2.range[1] > np.log10(max(curve.y))
    triangle = lesson.triangle_figure(settings).at(now)
    assert len(triangle.data[1].x) == 51
    np.testing.assert_allclose(triangle.data[1].x[5], triangle.data[3].x[0], rtol=2.0**-11)
    np.testing.assert_allclose([triangle.data[2].x[0], triangle.data[2].y[0]], [0.5, 3**0.5 / 2])


@pytest.mark.parametrize(
    ("changes", "place", "symbol"),
    [
        ({"learning_rate": 100.0, "descent_step": 100.0}, numbers.LEAST, "triangle-down"),
        ({"scores": (0.0, 2000.0), "label": 1}, numbers.LEAST, "triangle-down"),  # it is 0
        ({"scores": (0.0, 2000.0), "label": 0}, 2.0, "triangle-up"),
    ],
)
def test_a_loss_beyond_the_log_axis_waits_at_its_end_as_an_arrow(changes, place, symbol):
    settings = Settings(**{**ARTICLE.__dict__, **changes})
    drawn, now = lesson.figure(settings, 2.0), numbers.evaluate(at_settings(settings))
    figure = drawn.at(now | drawn.shapes(now))
    *_, line, point, told = figure.data
    assert (point.y[0], point.marker.symbol[0]) == (place, symbol)
    assert (line.y > 0).all()  # of 0 there is no logarithm
    low, high = figure.layout.yaxis2.range
    assert low < np.log10(point.y[0]) < high
    assert np.isnan(told.y[0]) == (symbol == "triangle-down")


@given(st.floats(0.0, 680.0), st.sampled_from([0.1, 1.0, 100.0]), st.integers(2, 10))
@one_in(3)
def test_wherever_the_loss_begins_it_is_seen(lead, rate, n_classes):
    """Neither the line nor the point begins at the foot of the axis, which has ticks around it."""
    scores = (lead, *(0.0,) * (n_classes - 1))
    settings = Settings(scores=scores, label=0, learning_rate=rate)
    scene = lesson.scene(settings)
    (drawn, *_) = scene.parts[0].stage
    figure = drawn.at(scene.now)
    axis, point = figure.layout.yaxis2, figure.data[5]
    (low, high), start = axis.range, scene.now["loss_start"].item()
    assert (point.marker.symbol[0], point.y[0]) == ("circle", start)
    assert low + 1 < np.log10(start) < high
    assert figure.data[4].y[0] == pytest.approx(start, rel=2.0**-8)
    assert sum(low <= np.log10(tick) <= high for tick in axis.tickvals) >= 3
    assert high - low < 7 or start > 1
    assert [float(text) for text in axis.ticktext if text.isascii()] == [
        tick for tick in axis.tickvals if 1e-3 <= tick < 1e5
    ]


def test_usual_losses_have_the_axis_that_they_had():
    for scores in ((4.0, -4.0, 3.0), (2.0, 3.0, 5.0), (0.0, 20.0, 0.0)):
        scene = lesson.scene(Settings(scores=scores, label=2))
        figure = scene.parts[0].stage[0].at(scene.now)
        assert figure.layout.yaxis2.tickvals[0] == numbers.LEAST == 0.001
        assert figure.layout.yaxis2.ticktext[:3] == ("0.001", "0.01", "0.1")


@pytest.mark.parametrize(("scores", "hardly"), [((0.0, 20.0, 0.0), True), ((0.0, 4.0, 0.0), False)])
def test_no_loss_is_said_to_go_to_where_it_was(scores, hardly):
    for step, notes in ((0.0, "at_start"), (100.0, "further")):
        now = lesson.scene(Settings(scores=scores, label=1, descent_step=step)).now
        said = list(words.NOTES)[now["has_moved"].item()]
        assert said == (f"hardly_{notes}" if hardly else notes)


def test_a_step_is_a_whole_number():
    assert change(Settings(), "descent_step", "7.4").descent_step == 7
    assert from_link({"k": "12"}, Settings())[0].descent_step == 12
    assert from_link({"k": "12.7"}, Settings())[0].descent_step == 13
    assert from_link({"k": "101"}, Settings())[1][0].in_link == "k"

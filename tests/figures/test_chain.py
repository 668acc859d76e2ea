"""The chain's six panels: what their traces hold, and how what does not fit is shown."""

from dataclasses import replace

import numpy as np
import pytest

from softmax_app.figures import theme
from softmax_app.figures.chain import ARRAYS
from softmax_app.figures.chain_loss import HIGHEST
from softmax_app.home import scene, words
from softmax_app.settings import Settings
from softmax_core import cross_entropy, cross_entropy_grad, softmax

ARTICLE = Settings((4.0, -4.0, 3.0))
BARS = ("scores", "exponentials", "probs", "gradient", "next")


def drawn(settings: Settings):
    return scene.figure(settings).at(scene.scene(settings).now)


def fed(settings: Settings, array: str):
    """Return the traces that an array feeds."""
    live = scene.figure(settings)
    figure = drawn(settings)
    return [figure.data[feed.trace] for feed in live.feeds if feed.array == array]


def test_the_bars_are_the_core_s_own_values_and_keep_their_colours():
    for name in BARS:
        bars, *_ = fed(ARTICLE, name)
        assert list(bars.marker.color) == theme.class_colors(3)
    np.testing.assert_array_equal(fed(ARTICLE, "probs")[0].y, softmax([4, -4, 3]))
    gradient = cross_entropy_grad([4, -4, 3], 2)
    np.testing.assert_array_equal(fed(ARTICLE, "gradient")[0].y, gradient)
    np.testing.assert_array_equal(fed(ARTICLE, "next")[0].y, np.array([4, -4, 3]) - gradient)


def test_the_loss_is_a_point_on_the_curve_with_its_number():
    (point,) = fed(ARTICLE, "loss_at")
    loss = cross_entropy([4, -4, 3], 2)
    assert point.x[0] == softmax([4, -4, 3])[2]
    assert point.y[0] == np.float32(loss)
    assert point.marker.symbol == ("circle",)
    (digits,) = fed(ARTICLE, "loss")
    assert digits.text == (loss,)
    (curve,) = fed(ARTICLE, "loss_curve_y")
    np.testing.assert_allclose(curve.y, -np.log(curve.x), atol=1e-5)


def test_the_next_steps_are_rings_on_the_curve_the_later_the_fainter():
    (rings,) = fed(ARTICLE, "ahead_at")
    np.testing.assert_allclose(rings.y, -np.log(rings.x), rtol=1e-6)
    assert rings.marker.color == theme.GROUND.light
    assert rings.marker.line.color == theme.CLASSES[2].light
    assert list(rings.customdata) == [1, 2, 3, 4, 5]
    assert (np.diff(rings.marker.opacity) < 0).all()
    for figure in (scene.figure(ARTICLE).wide, scene.figure(ARTICLE).narrow):
        assert words.AHEAD.en in [one.text for one in figure.layout.annotations]


def test_a_step_that_leads_above_the_curve_has_no_ring():
    (rings,) = fed(replace(ARTICLE, scores=(14.0, 0.0, 0.0), learning_rate=2.0), "ahead_at")
    assert np.isnan(rings.y[0])
    assert rings.y[-1] < HIGHEST


def test_a_loss_above_the_curve_points_up_and_keeps_its_number():
    badly = replace(ARTICLE, scores=(40.0, -4.0, 3.0))
    (point,) = fed(badly, "loss_at")
    assert point.marker.symbol == ("triangle-up",)
    assert point.y[0] == HIGHEST  # at the end of the curve
    assert fed(badly, "loss")[0].text == (37.0,)


def test_scores_that_leave_their_panel_are_pointed_at():
    (inside,) = fed(ARTICLE, "next_beyond")
    assert np.isnan(inside.y).all()
    (outside,) = fed(replace(ARTICLE, learning_rate=100.0), "next_beyond")
    np.testing.assert_array_equal(np.sign(outside.y), [-1, np.nan, 1])
    assert outside.marker.symbol[0] == "triangle-down"
    assert outside.marker.symbol[2] == "triangle-up"


def test_each_bar_carries_its_value_inside_its_panel():
    for name in ("exponentials", "probs", "gradient"):
        bars, values, again = fed(ARTICLE, name)
        assert bars.text is None
        assert values is again  # fed with the heights, and with the numbers
        np.testing.assert_array_equal(values.text, bars.y)
    far = replace(ARTICLE, learning_rate=100.0)
    (values,) = fed(far, "next_at")
    np.testing.assert_array_equal(values.text, fed(far, "next")[0].y)
    np.testing.assert_allclose(values.y, [0.05, far.scores[1], -0.05], atol=0.03)
    assert values.y[0] > 0 > values.y[2]  # across from the bars that run out


def test_a_knob_says_that_a_score_can_be_taken_and_its_value_stands_clear_of_it():
    bars, values, knobs = fed(ARTICLE, "scores")
    assert knobs.mode == "markers"
    np.testing.assert_array_equal(knobs.y, bars.y)
    assert knobs.marker.line.color == tuple(theme.class_colors(3))
    np.testing.assert_array_equal(values.text, bars.y)
    (values,) = fed(ARTICLE, "scores_at")
    clear = np.sign(bars.y) * (values.y - bars.y) / ARTICLE.reach
    assert ((clear > 0.05) & (clear < 0.3)).all()


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_six_panels_have_axes_titles_and_arrows_of_their_own(size, language):
    figure = getattr(scene.figure(replace(ARTICLE, language=language)), size)
    axes = [figure.layout[f"{kind}axis{number}"] for kind in "xy" for number in ("", *"23456")]
    assert all(axis.range is not None for axis in axes)
    said = [one.text for one in figure.layout.annotations]
    assert said.count("→") == len(ARRAYS) - 1
    assert len(said) == 2 * len(ARRAYS)  # titles, arrows between, what the rings are
    assert all(trace.textangle == 0 for trace in figure.data if trace.type == "bar" and trace.text)
    domains = {(axis.domain[0], axis.domain[1]) for axis in axes[:6]}
    assert len(domains) == (6 if size == "wide" else 2)


def test_the_ends_of_each_panel_of_bars_are_numbered():
    for figure in (scene.figure(ARTICLE).wide, scene.figure(ARTICLE).narrow):
        axes = [figure.layout[f"yaxis{number}"] for number in ("", "2", "3", "5", "6")]
        ends = [list(axis.tickvals) for axis in axes]
        assert ends == [[-10, 10], [1], [1], [-1, 1], [-10, 10]]


def test_no_panel_lies_over_another():
    figure = scene.figure(ARTICLE)
    for layout in (figure.wide.layout, figure.narrow.layout):
        boxes = [
            (*layout[f"xaxis{number}"].domain, *layout[f"yaxis{number}"].domain)
            for number in ("", *"23456")
        ]
        for place, (left, right, bottom, top) in enumerate(boxes):
            assert 0 <= left < right <= 1
            assert 0 <= bottom < top <= 1
            for other in boxes[:place]:
                assert (
                    left >= other[1] or right <= other[0] or bottom >= other[3] or top <= other[2]
                )


def test_the_hand_takes_the_bars_of_the_scores():
    handle = scene.figure(ARTICLE).handle
    assert (handle.control, handle.bars, handle.axis, handle.value_axis) == (
        "scores",
        3,
        "xaxis",
        "yaxis",
    )


def test_the_true_class_is_marked_in_every_panel_of_bars():
    figure = scene.figure(replace(ARTICLE, label=1)).wide
    grounds = [one for one in figure.layout.shapes if one.type == "rect"]
    assert [(one.x0, one.x1) for one in grounds] == [(0.5, 1.5)] * len(BARS)

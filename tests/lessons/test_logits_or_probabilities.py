"""Lesson 8: four routes to a loss, of which one is right, and the gradient that the clip kills."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from softmax_app.kit.state import State, answer
from softmax_app.lessons.logits_or_probabilities import lesson, numbers, words
from softmax_app.settings import Settings
from softmax_app.sweeps import along, at_settings
from softmax_core import cross_entropy, cross_entropy_from_probs, cross_entropy_grad, softmax
from tests.examples import one_in
from tests.lessons.claims import edge_settings

ARTICLE = Settings(scores=(4.0, -4.0, 3.0), label=2)
HOPELESS = Settings(scores=(0.0, 20.0, 0.0), label=0)
score_lists = st.lists(st.integers(-12, 12), min_size=2, max_size=5)
LED = (0.0, 666.0, 1.0)


def said(sentences, states):
    """Return which of the sentences are shown, by their names."""
    return np.array(list(sentences))[states].tolist()


def test_the_numbers_of_the_hopeless_example():
    now = lesson.scene(HOPELESS).now
    assert now["sound_loss"][0] == pytest.approx(20.0, abs=1e-7)
    np.testing.assert_allclose(now["logits_grad"], [[-1, 1, 2.06e-9]], rtol=1e-3)
    assert now["clipped_loss"][0] == pytest.approx(16.118095650958320)
    np.testing.assert_array_equal(now["clipped_grad"], [[0, 0, 0]])
    assert said(words.CLIP_NOTES, now["clip_state"]) == ["clipped"]
    assert said(words.FLOAT32_NOTES, now["single_state"]) == ["finite"]


def test_the_two_mistakes_of_the_article_s_scores():
    now = lesson.scene(ARTICLE).now
    assert now["logits_loss_value"][0] == pytest.approx(1.3135069002830532)
    assert now["twice_loss_value"][0] == pytest.approx(1.2094609, abs=5e-8)
    assert now["taken_loss_value"][0] == pytest.approx(1.0e-7, rel=1e-3)
    np.testing.assert_array_equal(now["taken_grad"], [[0, 0, 0]])


@given(score_lists, st.integers(0, 4))
def test_every_gradient_is_the_slope_of_its_loss(scores, label):
    settings = Settings(scores=tuple(map(float, scores)), label=label)
    now = lesson.scene(settings).now
    step = 1e-6
    for name, route in (
        ("logits", numbers.from_logits),
        ("clipped", numbers.from_clipped),
        ("twice", numbers.twice),
    ):
        moved = np.array(settings.scores) + step * np.vstack(
            [np.eye(len(scores)), -np.eye(len(scores))]
        )
        up, down = np.split(route(moved, settings.true_class).loss, 2)
        np.testing.assert_allclose(now[f"{name}_grad"][0], (up - down) / (2 * step), atol=1e-5)


def test_both_routes_agree_until_the_clip_holds():
    slider = lesson.wrong_slider(HOPELESS)
    sweep = lesson.scene(HOPELESS).evaluate(along(slider, HOPELESS))
    free = np.array(said(words.CLIP_NOTES, sweep["clip_state"])) == "unclipped"
    np.testing.assert_allclose(sweep["clipped_loss"][free], sweep["sound_loss"][free], rtol=1e-6)
    np.testing.assert_allclose(sweep["clipped_loss"][~free], -np.log(1e-7))
    assert not sweep["clipped_grad"][~free].any()
    assert (abs(sweep["logits_grad"][~free, 0]) > 0.99).all()
    first = slider.grid[~free][0]
    assert softmax([0, first, 0])[0] < 1e-7 < softmax([0, first - 0.5, 0])[0]


def test_float32_alone_ends_in_infinity():
    slider = lesson.wrong_slider(HOPELESS)
    sweep = lesson.scene(HOPELESS).evaluate(along(slider, HOPELESS))
    infinite = np.isinf(sweep["single_loss"])
    for sentences, array in (
        (words.FLOAT32_NOTES, "single_state"),
        (words.CLIP_NOTES, "clip_state"),
    ):
        is_said = np.array(said(sentences, sweep[array])) == "infinite"
        np.testing.assert_array_equal(infinite, is_said)
    first = slider.grid[infinite][0]
    assert 103 < first < 105  # where exp leaves float32
    np.testing.assert_allclose(
        sweep["single_loss"][slider.grid < 80], sweep["sound_loss"][slider.grid < 80], rtol=1e-5
    )


def test_the_figure_shows_the_routes_and_where_the_reader_is():
    figure = lesson.figure(HOPELESS, lesson.LEAST_TOP).at(lesson.scene(HOPELESS).now)
    sound, here, clipped, clipped_here = figure.data[1:5]
    np.testing.assert_allclose(
        sound.y, cross_entropy(np.stack([0 * sound.x, sound.x, 0 * sound.x], axis=-1), 0), rtol=1e-5
    )
    assert (here.x, here.y[0]) == ((20.0,), pytest.approx(20.0))
    assert max(clipped.y) == pytest.approx(16.118, abs=1e-3)
    assert clipped_here.y[0] == pytest.approx(16.118, abs=1e-3)
    pull_here, clipped_pull_here = figure.data[13], figure.data[15]
    assert pull_here.y[0] == pytest.approx(-cross_entropy_grad([0, 20, 0], 0)[0])
    assert clipped_pull_here.y[0] == 0


@pytest.mark.parametrize("label_score", [0.0, 3.0, 60.0])
def test_the_range_is_shaded_in_which_the_clipped_route_has_no_slope(label_score):
    settings = Settings(scores=(20.0, 0.0, label_score), label=2)
    (start,) = lesson.scene(settings).now["range_x"][:, 0]
    sweep = lesson.scene(settings).evaluate(along(lesson.wrong_slider(settings), settings))
    wrong = sweep["here_x"][:, 0]
    is_blind = (sweep["clipped_pull_here"][:, 0] == 0) & (sweep["sound_pull_here"][:, 0] > 0.5)
    assert is_blind.any()
    np.testing.assert_array_equal(is_blind[wrong > start + 1], True)
    np.testing.assert_array_equal(is_blind[wrong < start - 1], False)


@one_in(3)
@given(edge_settings())
@example(Settings(LED, label=1))
@example(Settings((0.0, 20.0, 0.0), label=1))
def test_whatever_the_other_scores_the_plots_show_where_the_wrong_one_meets_them(settings):
    """Left of it nothing moves; right of it the loss rises, and its half is blind."""
    wrong = numbers.wrong_class(settings.true_class, len(settings.scores))
    largest = np.delete(settings.scores, wrong).max()
    low, high = lesson.wrong_ends(settings)
    assert low <= largest < low + 40
    assert (low, high) == numbers.WRONG_SCORES or not -10 <= largest < 30
    scene = lesson.scene(settings)
    start, end = scene.now["range_x"][0, :2]
    assert low <= start < (low + high) / 2 < high < end  # room for the word in it
    losses = scene.now["sound_loss_y"][0]
    assert losses[-1] - losses[0] == pytest.approx(high - largest, abs=np.log(10) + 0.1)
    assert scene.now["sound_pull_y"][0, -1] == pytest.approx(1)
    grid, marks = lesson.wrong_slider(settings).grid, scene.parts[0].controls[0].marks
    assert (grid[0], grid[-1]) == (low, high)
    assert set(marks) < set(grid)
    assert len(marks) > 1


def test_one_is_led_from_a_large_lead_to_where_the_routes_part():
    settings = Settings(LED, label=1)
    sweep = lesson.scene(settings).evaluate(along(lesson.wrong_slider(settings), settings))
    shown = said(words.CLIP_NOTES, sweep["clip_state"])
    assert list(dict.fromkeys(shown)) == ["sure", "unclipped", "clipped"]


@pytest.mark.parametrize("scores", [(60.0, -4.0, 3.0), (10.0, -4.0, 3.0), (20.0, 0.0, 0.0)])
def test_lines_are_named_at_their_ends_where_they_are_apart(scores):
    settings = Settings(scores=scores, label=2)
    now = lesson.scene(settings).now
    names = [now[f"{one}_loss_name_y"][0, 0] for one in ("sound", "clipped", "single")]
    assert now["sound_loss_y"][0, -1] < names[0]
    assert now["clipped_loss_y"][0, -1] < names[1] < names[2] < names[0]
    figure = lesson.figure(settings, lesson.LEAST_TOP)
    shown = [trace.text[0] for trace in figure.wide.data if trace.mode == "text" and trace.text]
    assert {one.en for one in words.SHORT_ROUTES.values()} <= set(shown)
    # on a phone the legend names them
    assert "clipped" not in [(trace.text or [""])[0] for trace in figure.narrow.data]


@pytest.mark.parametrize("scores", [(60.0, -4.0, 110.0), (0.0, 666.0, 1.0), (666.0, 0.0, 1.0)])
def test_lines_that_lie_on_one_another_have_no_names(scores):
    now = lesson.scene(Settings(scores=scores, label=2)).now
    names = [now[f"{one}_loss_name_y"][0, 0] for one in ("sound", "clipped", "single")]
    ends = [now[f"{one}_loss_y"][0, -1] for one in ("sound", "clipped")]
    if abs(ends[0] - ends[1]) < 60:
        assert np.isnan(names).all()
    for name, told in zip(names, ("sound", "clipped", "single"), strict=True):
        arrow = now[f"{told}_loss_told"]
        assert np.isnan(name) or np.isnan(arrow).all() or abs(name - arrow[0]) > 0.1 * name


def test_what_is_beyond_the_plot_is_an_arrow_with_its_number_and_no_line_is_lost():
    settings = Settings(scores=(0.0, 666.0, 1.0), label=2)
    now = lesson.scene(settings).now
    top = lesson.highest(numbers.evaluate(at_settings(settings)))
    assert top == 875  # well above the losses, from 665 on
    assert now["sound_loss_y"].max() < top
    assert (now["sound_loss_symbol"], now["single_loss_symbol"]) == (0, 1)
    assert now["single_loss_told"] == top  # where "∞" is written
    assert np.isnan(now["sound_loss_told"])
    assert now["single_loss"] == np.inf


@pytest.mark.parametrize(("label", "wrong"), [(0, 1), (1, 2), (2, 0)])
def test_the_hand_takes_the_wrong_score_alone_as_the_slider_does(label, wrong):
    settings = Settings(scores=(4.0, -4.0, 300.0), label=label)
    scene = lesson.scene(settings)
    (bars,) = scene.parts[0].hand
    assert (bars.handle.controls, bars.handle.first) == ([lesson.wrong_slider(settings).id], wrong)
    tops, breaks, knobs, values = bars.at(scene.now).data
    low, high = numbers.WRONG_SCORES
    highest = high if label == 1 else 300
    assert list(tops.y) == [4, -4, highest]
    assert np.isnan(breaks.y[:2]).all()
    if label == 1:  # the bar breaks off, where it is seen
        assert 0 < high - breaks.y[2] < 0.1 * (high - low)
    assert list(knobs.x) == [wrong]
    assert list(knobs.y) == [tops.y[wrong]]
    assert list(values.text) == [4, -4, 300]
    assert low > bars.wide.layout.yaxis.range[0]


def test_it_opens_where_the_routes_have_parted():
    opened = lesson.LESSON.opened(Settings())
    now = lesson.scene(opened).now
    assert said(words.CLIP_NOTES, now["clip_state"]) == ["clipped"]
    assert said(words.FLOAT32_NOTES, now["single_state"]) == ["finite"]
    assert now["sound_loss"][0] - now["clipped_loss"][0] > 5


def test_the_batch_can_be_made_again_from_its_seed():
    logits = np.random.default_rng(0).normal(size=(2, 10))
    now = lesson.scene(ARTICLE).now
    np.testing.assert_array_equal(now["batch_logits"], logits.reshape(1, -1))
    np.testing.assert_array_equal(now["batch_losses"][0], cross_entropy(logits, [1, 3]))
    assert now["batch_mean"][0] == cross_entropy(logits, [1, 3]).mean()
    probs = cross_entropy_from_probs(softmax(logits), [1, 3])
    assert now["batch_from_probs_mean"][0] == probs.mean()


def test_scores_that_add_up_to_0_cannot_be_taken_for_probabilities():
    now = lesson.scene(Settings(scores=(1.0, -1.0), label=0)).now
    assert now["has_sum"] == 0
    assert np.isnan(now["taken_loss_value"]).all()


def test_the_slider_moves_a_wrong_class_whatever_the_label_is():
    for label, wrong in ((0, 1), (1, 2), (2, 0)):
        settings = Settings(label=label)
        slider = lesson.wrong_slider(settings)
        after = answer(lesson.LESSON, State(settings), slider.id, "30").settings
        assert after == settings.with_score(wrong, "30")
        assert [k for k in range(3) if after.scores[k] != settings.scores[k]] == [wrong]
        swept = along(slider, settings).scores
        np.testing.assert_array_equal(swept[:, wrong], slider.grid)
        assert (np.delete(swept, wrong, axis=1) == np.delete(settings.scores, wrong)).all()

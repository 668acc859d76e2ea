"""Lesson 3: sigmoid is softmax over two classes, and only their difference counts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.kit.scene import Control
from softmax_app.kit.state import State, answer
from softmax_app.lessons.two_classes import lesson, words
from softmax_app.settings import Settings
from softmax_app.sweeps import Frames, Slider, along, pair_slider, score_slider
from softmax_core import sigmoid, softmax

score_lists = st.lists(st.integers(-100, 100).map(lambda k: k / 10), min_size=2, max_size=6)


def swept(slider: Slider, settings: Settings) -> Frames:
    return lesson.scene(settings).evaluate(along(slider, settings))


def after(settings: Settings, event: str, value: str = "") -> Settings:
    return answer(lesson.LESSON, State(settings), event, value).settings


@given(score_lists)
def test_one_node_and_two_nodes_say_the_same(scores):
    now = lesson.scene(Settings(scores=tuple(scores))).now
    np.testing.assert_array_equal(now["two_nodes"][0], softmax(scores[:2]))
    np.testing.assert_allclose(now["one_node"], now["two_nodes"], rtol=4e-16)
    assert now["one_node_sum"][0] == pytest.approx(1, abs=4e-16)


@given(score_lists)
def test_from_two_classes_to_n_the_same_division_is_softmax(scores):
    now = lesson.scene(Settings(scores=tuple(scores))).now
    by_division = 1 / (1 + np.exp(now["behind"][0]).sum())
    assert by_division == pytest.approx(now["softmax"][0, 0], rel=1e-12)
    if len(scores) == 2:
        assert now["behind"][0, 0] == -now["difference"][0]


def test_the_article_s_pair():
    now = lesson.scene(Settings(scores=(4.0, 3.0))).now
    assert now["one_node"][0, 0] == pytest.approx(0.7311, abs=5e-5)
    assert now["point_y"][0, 0] == now["one_node"][0, 0]


def test_moved_together_two_scores_change_nothing_at_all():
    settings = Settings(scores=(4.0, 3.0, 1.0))
    sweep = swept(pair_slider(settings), settings)
    assert len(np.unique(sweep["scores"][:, 0])) == len(sweep["scores"])
    for name in ("difference", "one_node", "two_nodes", "point_x", "point_y"):
        assert (sweep[name] == sweep[name][0]).all(), name
    assert not (sweep["sigmoids"] == sweep["sigmoids"][0]).all()  # alone, each is moved


def test_one_score_moves_all_of_a_softmax_and_only_its_own_sigmoid():
    settings = Settings()
    sweep = swept(score_slider(settings, 1), settings)
    np.testing.assert_array_equal(sweep["sigmoids"][:, 1], sigmoid(sweep["scores"][:, 1]))
    for k in (0, 2):
        assert len(np.unique(sweep["sigmoids"][:, k])) == 1
        assert len(np.unique(sweep["softmax"][:, k])) > 100


@pytest.mark.parametrize(
    ("scores", "side"), [((3.0, 4.0), "left"), ((3.0, 3.0), "boundary"), ((4.0, 3.0), "right")]
)
def test_the_side_of_the_decision_boundary_is_said(scores, side):
    now = lesson.scene(Settings(scores=scores)).now
    assert list(words.CURVE_NOTES)[now["side"][0]] == side


def test_the_point_waits_at_the_end_of_the_curve_but_its_number_goes_on():
    settings = Settings(scores=(40.0, -40.0))
    scene = lesson.scene(settings)
    figure = lesson.pair_figure(settings).at(scene.now)
    assert figure.data[-1].x == (10,)
    assert figure.data[-1].y == (sigmoid(80.0),)
    np.testing.assert_allclose(figure.data[-2].y, sigmoid(figure.data[-2].x), rtol=1e-5)


def test_both_figures_show_their_arrays():
    settings = Settings(scores=(4.0, 3.0, 1.0), names=("cat", "dog"))
    scene = lesson.scene(settings)
    pair, several = lesson.pair_figure(settings), lesson.several_figure(settings)
    np.testing.assert_array_equal(pair.at(scene.now).data[0].y, scene.now["one_node"][0])
    np.testing.assert_array_equal(pair.at(scene.now).data[1].y, softmax([4, 3]))
    assert pair.wide.layout.xaxis.ticktext == ("cat", "dog")
    np.testing.assert_array_equal(several.at(scene.now).data[0].y, softmax([4, 3, 1]))
    np.testing.assert_array_equal(several.at(scene.now).data[1].y, sigmoid([4, 3, 1]))


def test_an_example_changes_the_first_two_scores_only():
    settings = Settings(scores=(1.0, 2.0, 7.0), names=("a", "b", "c"))
    changed = after(settings, "pair:4,3")
    assert changed.scores == (4, 3, 7)
    assert changed.names == settings.names


def test_the_same_score_stands_in_both_parts_under_two_names():
    scene = lesson.scene(Settings())
    ids = [one.slider.id for one in scene.controls if isinstance(one, Control)]
    assert ids[:3] == ["pair", "scores.0", "scores.1"]
    assert ids[3:] == ["scores.0@several", "scores.1@several", "scores.2@several"]
    for event in ("scores.1@several", "scores.1"):
        assert after(Settings(), event, "7").scores == (2, 7, 5)
    assert after(Settings(), "names.1@several", "cat").labels[1] == "cat"
    assert after(Settings(), "remove.0@several").scores == (3, 5)
    assert after(Settings(), "add@several").scores == (2, 3, 5, 0)


@pytest.mark.parametrize("scores", [(2.0, 3.0), (104.0, 103.0, 1.0), (-3.0, 0.5, 2.0)])
def test_a_hand_on_the_curve_moves_the_first_score_to_where_their_difference_is(scores):
    scene = lesson.scene(Settings(scores))
    handle = lesson.pair_figure(Settings(scores)).handle
    assert handle.controls == ["scores.0"]
    assert handle.ahead + scene.now["difference"][0] == scores[0]
    axis = lesson.pair_figure(Settings(scores)).wide.layout[handle.axis]
    assert tuple(axis.tickvals) == (-10, -5, 0, 5, 10)  # that of the curve

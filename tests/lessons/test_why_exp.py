"""Lesson 2: exp turns sums into products, is its own slope, and is compared on any scores."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.lessons.why_exp import lesson, panels, words
from softmax_app.lessons.why_exp.numbers import MAY_VANISH
from softmax_app.settings import Settings
from softmax_app.settings.table import NUMBERS
from softmax_app.sweeps import along, number_slider
from softmax_app.take_away.tables import tables_csv
from softmax_core import POSITIVE_WAYS, exp_step, linear_normalize, make_positive, softmax

points, steps = (st.floats(NUMBERS[name].low, NUMBERS[name].high) for name in ("point", "step"))


def order(now, way):
    return list(words.ORDERS)[now[f"{way}_order"][0]]


@given(points, steps)
def test_the_numbers_of_the_curve_are_the_core_s(point, step):
    now = lesson.scene(Settings(point=point, step=step)).now
    expected = exp_step(point, step)
    for name, value in expected._asdict().items():
        assert now[name][0] == value


def test_wherever_the_point_stands_a_step_multiplies_by_the_same():
    settings = Settings(step=0.5)
    sweep = lesson.scene(settings).evaluate(along(number_slider(settings, "point"), settings))
    assert set(sweep["ratio"]) == {np.exp(0.5)}
    products = sweep["height"] * sweep["ratio"]
    np.testing.assert_allclose(sweep["next_height"], products, rtol=1e-14)


@given(points)
def test_a_calculator_gets_the_slope_from_the_rounded_numbers_of_a_derivation(point):
    now = lesson.scene(Settings(point=point, step=1.0)).now
    assert now["cancels"] == 0
    seen = {name: float(f"{now[name].item():.4g}") for name in ("height", "next_height", "ratio")}
    for found in (seen["next_height"] - seen["height"], seen["height"] * (seen["ratio"] - 1)):
        assert found == pytest.approx(now["secant"].item(), rel=1e-3)


@given(points, st.floats(NUMBERS["step"].low, 0.99))
def test_a_small_step_has_all_digits_where_they_cancel(point, step):
    assert lesson.scene(Settings(point=point, step=step)).now["cancels"] == 1


@given(points, steps)
def test_the_tangent_is_drawn_from_1_to_the_left_with_the_height_as_slope(point, step):
    now = lesson.scene(Settings(point=point, step=step)).now
    (left, right), (low, high) = now["tangent_x"][0], now["tangent_y"][0]
    assert left == pytest.approx(point - 1, abs=1e-6)
    assert low == 0
    assert (high - low) / (right - left) == pytest.approx(np.exp(point), rel=1e-5)


@given(points)
def test_the_length_of_the_tangent_s_foot_is_written_beside_the_axis_not_on_it(point):
    at = lesson.scene(Settings(point=point)).now["one_x"][0, 0]
    assert abs(at) > 0.1
    assert point - 1 < at < point


@given(points, steps)
def test_the_whole_picture_stays_on_its_axes(point, step):
    settings = Settings(point=point, step=step)
    figure = lesson.curve_figure(settings).at(lesson.scene(settings).now)
    (left, right), (low, high) = figure.layout.xaxis.range, figure.layout.yaxis.range
    for trace in figure.data[1:8]:
        assert left <= np.nanmin(trace.x) <= np.nanmax(trace.x) <= right
        assert low <= np.nanmin(trace.y) <= np.nanmax(trace.y) <= high


def test_the_curve_is_exp():
    figure = lesson.curve_figure(Settings()).at(lesson.scene(Settings()).now)
    np.testing.assert_allclose(figure.data[0].y, np.exp(figure.data[0].x), rtol=1e-6)
    assert figure.data[6].text == (np.exp(0.5),)
    assert figure.data[10].text == (np.exp(1.0),)
    assert figure.data[11].text == (np.exp(1.5),)


def test_the_panels_are_the_ways_on_the_reader_s_scores():
    settings = Settings(scores=(4.0, -4.0, 3.0))
    figure = lesson.ways_figure(settings).at(lesson.scene(settings).now)
    for number, way in enumerate(POSITIVE_WAYS):
        np.testing.assert_array_equal(figure.data[number].y, make_positive([4, -4, 3], way).shares)
    np.testing.assert_array_equal(figure.data[0].y, softmax([4, -4, 3]))
    np.testing.assert_allclose(figure.data[2].y, linear_normalize([16, 16, 9]).shares)


@pytest.mark.parametrize(
    ("scores", "square", "relu"),
    [
        ((2.0, 3.0, 5.0), "kept", "kept"),
        ((4.0, -4.0, 3.0), "reversed", "kept"),  # -4 gets as much as 4, and more than 3
        ((4.0, -4.0, -3.0), "reversed", "level"),
        ((-1.0, -2.0), "reversed", "nothing"),
        ((2.0, -2.0), "level", "kept"),
        ((0.0, 0.0), "nothing", "nothing"),
        ((5.0, 5.0, 1.0), "kept", "kept"),  # a tie of equal scores is no fault
    ],
)
def test_what_happens_to_the_order_is_said(scores, square, relu):
    now = lesson.scene(Settings(scores=scores)).now
    assert order(now, "square") == square
    assert order(now, "relu") == relu


def test_an_order_hidden_by_rounding_is_told_from_one_that_is_lost():
    now = lesson.scene(Settings(scores=(1e6, -1e6, 0.0))).now
    assert order(now, "exp") == order(now, "relu") == "level"
    now = lesson.scene(Settings(scores=(-1000.0, -1001.0))).now
    assert order(now, "softplus") == "nothing"
    assert order(now, "exp") == "kept"


def test_every_state_of_the_order_has_its_words_for_each_way():
    assert list(words.ALWAYS) == list(words.ORDERS)
    assert list(words.WAY_NAMES) == list(words.SLOPES) == list(POSITIVE_WAYS)


@given(st.lists(st.integers(-50, 50).map(lambda k: k / 10), min_size=2, max_size=5).map(tuple))
def test_only_powers_do_not_move_when_1_is_added(scores):
    now = lesson.scene(Settings(scores=scores)).now
    for way in ("exp", "power_of_2"):
        assert now[f"{way}_moved"][0] < 1e-14
    ranks = np.argsort(scores)
    for way in set(POSITIVE_WAYS) - {"square", "relu"}:  # those that always keep the order
        assert (np.diff(now[way][0][ranks]) >= 0).all()


def test_what_leaves_nothing_to_share_is_hatched_and_said():
    settings = Settings(scores=(-1.0, -2.0))
    figure = lesson.ways_figure(settings).at(lesson.scene(settings).now)
    assert np.isnan(figure.data[3].y).all()
    messages = [trace.text for trace in figure.data[-len(MAY_VANISH) :]]
    assert messages == [("",), ("0 ÷ 0",), ("",)]


# nothing is above 0; nothing is far from 0; nothing is far from 0 once 1 is added
@pytest.mark.parametrize("scores", [(0.0, -1e6, 0.0), (0.0, 0.0), (-1.0, -1.0)])
def test_tables_say_where_nothing_is_left_to_share(scores):
    tables = tables_csv(lesson.scene(Settings(scores=scores))).decode()
    assert "0 ÷ 0" in tables
    assert "nan" not in tables


def test_what_float64_can_show_is_said_beside_the_numbers_alone():
    notes, table = (str(one(Settings())) for one in (panels.others_notes, panels.every_number))
    assert "709.8" not in notes
    assert "709.8" in table


@pytest.mark.parametrize(
    ("scores", "square", "relu", "softplus"),
    [
        ((2.0, 3.0, 5.0), "kept", "kept", "moves"),
        ((4.0, -4.0, 3.0), "reversed", "kept", "moves"),
        ((2.0, -2.0, 5.0), "level", "kept", "moves"),
        ((3.0, -1.0, -1.0), "kept", "kept", "moves"),
        ((1.0, -2.0, -3.0), "reversed", "level", "moves"),
        ((-1.0, -2.0, -3.0), "reversed", "nothing", "moves"),
        ((0.0, 0.0), "nothing", "nothing", "equal"),
        ((7.0, 7.0), "kept", "kept", "equal"),
        ((-900.0, -800.0), "reversed", "nothing", "nothing"),
    ],
)
def test_what_is_said_of_the_others_is_what_becomes_of_these_scores(scores, square, relu, softplus):
    now = lesson.scene(Settings(scores=scores)).now
    assert list(words.SQUARE_NOTES)[now["square_note"][0]] == square
    assert list(words.RELU_NOTES)[now["relu_note"][0]] == relu
    assert list(words.SOFTPLUS_NOTES)[now["softplus_note"][0]] == softplus


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=10))
def test_max_of_0_makes_scores_equal_only_where_two_are_not_above_0(scores):
    now = lesson.scene(Settings(scores=tuple(scores))).now
    said = list(words.RELU_NOTES)[now["relu_note"][0]]
    below = {score for score in scores if score <= 0}
    if said == "nothing":
        assert len(scores) == sum(score <= 0 for score in scores)
    elif len(below) > 1:
        assert said == "level"

"""The three maps: what their traces hold, and how a breakdown is marked."""

from dataclasses import replace

import numpy as np
import pytest

from softmax_app.figures import theme
from softmax_app.figures.share_bars import ENDS
from softmax_app.lessons.scores_to_probabilities import lesson
from softmax_app.settings import Settings
from softmax_core import hardmax, linear_normalize, softmax, softmax_steps


def maps(*scores: float, **others: object):
    settings = replace(Settings(scores=scores), **others)
    return lesson.maps_figure(settings).at(lesson.scene(settings).now)


def test_the_bars_are_the_core_s_own_values():
    figure = maps(4.0, -4.0, 3.0)
    np.testing.assert_array_equal(figure.data[0].y, softmax_steps([4, -4, 3]).exponentials)
    np.testing.assert_array_equal(figure.data[2].y, linear_normalize([4, -4, 3]).shares)
    np.testing.assert_array_equal(figure.data[1].y, softmax([4, -4, 3]))
    np.testing.assert_array_equal(figure.data[3].y, hardmax([4, -4, 3]))


def test_the_four_panels_share_one_axis_with_room_for_0_to_1():
    figure = lesson.maps_figure(Settings()).wide
    assert [trace.xaxis for trace in figure.data[:4]] == ["x", "x2", "x3", "x4"]
    assert all(trace.yaxis is None for trace in figure.data)
    low, high = figure.layout.yaxis.range
    assert low < 0 < 1 < high
    assert list(figure.layout.yaxis.tickvals) == [0, 0.25, 0.5, 0.75, 1]


def test_in_a_narrow_place_they_stand_in_two_rows_on_axes_alike():
    figure = lesson.maps_figure(Settings()).narrow
    rows = {trace.xaxis: trace.yaxis for trace in figure.data}
    assert rows == {"x": None, "x2": None, "x3": "y2", "x4": "y2"}
    upper, lower = figure.layout.yaxis, figure.layout.yaxis2
    assert upper.range == lower.range
    assert upper.tickvals == lower.tickvals
    assert lower.domain[1] < upper.domain[0]
    assert upper.domain[1] - upper.domain[0] == pytest.approx(lower.domain[1] - lower.domain[0])
    assert [figure.layout[f"xaxis{one}"].anchor for one in ("", 2, 3, 4)] == ["y", "y", "y2", "y2"]
    assert figure.layout.xaxis.domain == figure.layout.xaxis3.domain
    assert {line.yref for line in figure.layout.shapes[4:]} == {"y2"}


def test_a_class_keeps_its_colour_in_every_panel():
    figure = maps(1.0, 2.0, 3.0, 4.0)
    for trace in figure.data[:4]:
        assert list(trace.marker.color) == theme.class_colors(4)


def test_what_leaves_0_to_1_is_hatched_and_named():
    fine, broken = maps(2.0, 3.0, 5.0), maps(4.0, -4.0, 3.0)
    assert np.isnan(fine.data[4].y).all()
    assert fine.data[9].text == ("",)
    np.testing.assert_array_equal(broken.data[4].base, [1, 0, 0])
    np.testing.assert_array_equal(broken.data[4].y, [1, -1, np.nan])
    assert broken.data[9].text == ("outside 0 to 1",)


def test_a_division_by_zero_leaves_no_bars_and_hatches_everything():
    figure = maps(1.0, -1.0)
    assert np.isnan(figure.data[2].y).all()
    np.testing.assert_array_equal(figure.data[4].y, [1, -1, 1])
    assert figure.data[9].text == ("division by 0",)


def test_a_reversed_order_is_named():
    assert maps(-98.0, -97.0, -95.0).data[9].text == ("order reversed",)
    assert maps(-98.0, -97.0, -95.0, language="zh").data[9].text == ("顺序颠倒",)


def test_values_are_written_inside_the_panel():
    heights = np.array(maps(4.0, -4.0, 3.0).data[7].y)
    assert heights.max() == 1
    assert -1e-3 < heights.min() < 0  # below the line, where a negative bar hangs


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("n_classes", [2, 3, 10])
def test_values_lie_level_however_narrow_the_bars(size, n_classes):
    figure = getattr(lesson.maps_figure(Settings(scores=(1.0,) * n_classes)), size)
    assert [trace.textangle for trace in figure.data[5:9]] == [0] * 4
    assert [trace.textposition for trace in figure.data[5:9]] == ["outside"] * 4


def test_the_feeds_name_every_changing_attribute():
    figure = lesson.maps_figure(Settings())
    fed = {(feed.trace, feed.attribute) for feed in figure.feeds}
    bars = {(trace, "y") for trace in range(9)}
    texts = {(trace, "text") for trace in range(5, 10)}
    assert fed == bars | texts | {(10, "y"), (10, "marker.symbol")}


def test_a_bar_that_runs_out_of_the_chart_has_an_arrow_there():
    low, high = ENDS
    marks = maps(4.0, -4.0, 3.0).data[10]
    assert low < marks.y[1] < low + 0.05
    assert 0.9 < marks.y[0] < 1 < high  # the value is written over 1
    assert np.isnan(marks.y[2])
    assert marks.marker.symbol == ("triangle-up", "triangle-down", "triangle-up")
    assert np.isnan(maps(2.0, 3.0, 5.0).data[10].y).all()


def test_a_reader_s_words_are_not_mark_up():
    settings = Settings(names=("<b>x</b>", "a&b"))
    figure = lesson.maps_figure(settings).wide
    assert figure.data[0].customdata[0] == "&lt;b>x&lt;/b>"
    assert figure.layout.xaxis.ticktext[1] == "a&amp;b"


def test_names_under_the_bars_have_room():
    settings = Settings(names=("Versicolor", "鸢尾花的名字", "x"))
    ticks = lesson.maps_figure(settings).wide.layout.xaxis.ticktext
    assert ticks == ("Versic…", "鸢尾花…", "x")
    settings = Settings(scores=(1.0,) * 5)
    assert lesson.maps_figure(settings).wide.layout.xaxis.ticktext == ("1", "2", "3", "4", "5")

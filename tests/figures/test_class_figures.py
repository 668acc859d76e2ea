"""The guesses of a class as the figures hold them: every guess once, where it was made."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_app.figures import theme
from softmax_app.figures.class_along_line import class_along_line
from softmax_app.figures.class_at_bars import class_at_bars
from softmax_app.figures.class_counts import Labels as CountLabels
from softmax_app.figures.class_counts import class_counts
from softmax_app.figures.class_dots import Labels, stacked
from softmax_app.figures.class_moves import THICK, bands

NOTHING = np.nan
FIRST = np.array([[0.2, 0.8], [0.2, 0.7], [NOTHING, NOTHING], [0.9, 0.1]])
SECOND = np.array([[0.2, 0.8], [0.4, 0.6], [0.5, 0.5], [NOTHING, NOTHING]])
LABELS = Labels(("a", "b"), "share", 0.0, 1.0, "what is seen")
TRUTH = {"guess_truth": np.array([[0.3, 0.7]])}
MOVES = np.array([[4, 3, 0], [1, 2, 0], [0, 5, 1]])
COUNTED = (np.array([7, 3, 6]), np.array([5, 10, 1]))


def counted(votes, rows=("a → b", "b → a", "others")):
    labels = CountLabels(
        rows,
        tuple(theme.class_colors(len(rows))),
        ("a", "b"),
        "size",
        0.0,
        1.0,
        ("first", "second"),
        "what is seen",
    )
    return class_counts(votes, MOVES, labels)


def scatters(figure, mode):
    found = [trace for trace in figure.wide.data if trace.type == "scatter"]
    return [trace for trace in found if trace.mode == mode]


def dots(figure):
    return scatters(figure, "markers")


def lines(figure):
    return scatters(figure, "lines")


def test_at_bars_every_guess_is_a_dot_at_its_height():
    found = dots(class_at_bars((FIRST, SECOND), LABELS))
    heights = [Counter(trace.y) for trace in found]  # a vote and a bar each
    votes = [vote[~np.isnan(vote[:, k]), k] for k in (0, 1) for vote in (FIRST, SECOND)]
    assert heights == [Counter(vote.tolist()) for vote in votes]
    for bar, trace in zip((0, 0, 1, 1), found, strict=True):
        assert abs(np.array(trace.x) - bar).max() < 0.5


def test_one_vote_is_drawn_without_a_second_and_without_those_who_moved():
    for draw, vote in ((class_at_bars, FIRST), (class_along_line, FIRST[:, :1])):
        assert len(dots(draw((vote,), LABELS))) == vote.shape[1]
        assert lines(draw((vote,), LABELS)) == []
    assert [one.orientation for one in counted(COUNTED[:1]).wide.data] == ["h", "h"]


def test_a_line_leads_from_where_someone_was_to_where_they_are():
    at_bars = lines(class_at_bars((FIRST, SECOND), LABELS))
    assert [trace.y for trace in at_bars] == [(0.2, 0.4, None), (0.7, 0.6, None)]
    (along,) = lines(class_along_line((FIRST[:, :1], SECOND[:, :1]), LABELS))
    assert along.x == (0.2, 0.4, None)


def test_along_a_line_votes_have_lanes_of_their_own_above_the_answer():
    figure = class_along_line((FIRST[:, :1], SECOND[:, :1]), LABELS)
    first, second = dots(figure)
    assert sorted(first.x) == [0.2, 0.2, 0.9]
    assert sorted(second.x) == [0.2, 0.4, 0.5]
    assert min(first.y) == 2
    assert 1 <= max(second.y) < 2
    assert figure.wide.data[-1].y == (0,)


@pytest.mark.parametrize(
    ("figure", "attribute"),
    [
        (class_at_bars((FIRST, SECOND), LABELS), "y"),
        (class_along_line((FIRST[:, :1],), LABELS), "x"),
        (counted(COUNTED), "x"),
    ],
)
def test_the_answer_is_fed_alone_and_nothing_holds_it_before(figure, attribute):
    (value, text) = figure.feeds
    assert (value.attribute, value.array) == (attribute, "guess_truth")
    assert (text.attribute, text.as_text) == ("text", True)
    assert figure.wide.data[value.trace][attribute] is None
    assert list(figure.at(TRUTH).data[value.trace][attribute]) == [0.3, 0.7]


def test_counts_are_bars_with_their_numbers():
    bars = [trace for trace in counted(COUNTED).wide.data if trace.orientation == "h"]
    for vote, trace in zip(COUNTED, bars, strict=False):
        assert list(trace.x) == vote.tolist()
        assert list(trace.text) == [str(one) for one in vote]
        assert list(trace.y) == [0, -1, -2]


def test_one_row_alone_is_no_thicker_than_one_of_three():
    alone, three = counted((np.array([7]),), ("a → b",)), counted(COUNTED[:1])
    assert alone.wide.layout.yaxis.range == three.wide.layout.yaxis.range


def test_a_band_is_as_thick_as_there_are_people_who_moved():
    found = {(one.source, one.target): one for one in bands(MOVES)}
    assert found.keys() == {(0, 1), (1, 0), (2, 1)}
    thick = {ends: band.upper - band.lower for ends, band in found.items()}
    for ends, along in thick.items():
        assert along == pytest.approx(MOVES[ends] * THICK / 8)  # 8 come to the second row
    for (source, target), band in found.items():
        for row, end in ((source, 0), (target, -1)):
            assert -row + THICK / 2 >= band.upper[end] - 1e-12
            assert band.lower[end] + 1e-12 >= -row - THICK / 2
    assert found[0, 1].lower[-1] == pytest.approx(found[2, 1].upper[-1])  # none lies on another


def test_no_one_moved_and_no_one_voted_are_drawn_too():
    assert bands(np.diag([3, 4])) == []
    nobody = np.full((2, 2), NOTHING)
    assert [len(trace.y) for trace in dots(class_at_bars((nobody, nobody), LABELS))] == [0] * 4
    assert class_along_line((nobody[:0, :1],), LABELS).wide.data[0].x == ()
    zeros = np.zeros(3, dtype=np.int64)
    assert list(counted((zeros, zeros)).wide.data[0].x) == [0, 0, 0]


@given(arrays(np.float64, st.integers(0, 60), elements=st.floats(-2, 3)))
def test_dots_of_the_same_part_of_an_axis_lie_side_by_side(values):
    places = stacked(values, -2.0, 3.0)
    bins = np.floor((values + 2) / 5 * 60)
    for one in np.unique(bins):
        assert sorted(places[bins == one]) == list(range((bins == one).sum()))

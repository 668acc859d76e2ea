"""The bars of the scores: what says how far they reach, and how much of the figure is theirs."""

import pytest

from softmax_app.figures.score_bars import Labels, score_bars


def drawn(n_classes: int, *ends: float):
    names = tuple(f"class {one}" for one in range(n_classes))
    return score_bars(Labels(names, names, "Scores", "", ends))


@pytest.mark.parametrize(
    ("ends", "ticks"), [((-10, 10), [-10, 0, 10]), ((0, 8), [0, 8]), ((-2e4, 2e4), [-2e4, 0, 2e4])]
)
def test_each_line_has_its_number_and_room_for_it(ends, ticks):
    live = drawn(3, *ends)
    for figure in (live.wide, live.narrow):
        axis = figure.layout.yaxis
        assert list(axis.tickvals) == ticks
        assert axis.showticklabels is not False
        assert figure.layout.margin.l > 3.5 * 0.6 * axis.tickfont.size  # as wide as −20k


def test_an_end_near_0_has_no_number_where_that_would_lie_on_the_0():
    live = drawn(3, -10, 60)
    assert list(live.wide.layout.yaxis.tickvals) == [-10, 0, 60]
    assert list(live.narrow.layout.yaxis.tickvals) == [0, 60]


@pytest.mark.parametrize(("n_classes", "names"), [(2, "class 1"), (3, "class 1"), (10, "2")])
def test_bars_have_their_classes_names_where_these_fit(n_classes, names):
    assert drawn(n_classes, -10, 10).wide.layout.xaxis.ticktext[1] == names


def test_on_a_phone_nearly_half_of_the_height_is_the_bars_own():
    live = drawn(3, -10, 10)
    margin, (low, high) = live.narrow.layout.margin, live.narrow.layout.yaxis.range
    inside = live.narrow_height - margin.t - margin.b
    assert inside * 20 / (high - low) > 0.47 * live.narrow_height

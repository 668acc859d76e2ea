"""Lesson 6: the Jacobian is the core's, its rows sum to 0, and differences agree with it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from softmax_app.figures.live_figure import Pick
from softmax_app.figures.theme import class_colors
from softmax_app.kit.content import Element
from softmax_app.kit.scene import Part, arrays_seen
from softmax_app.kit.state import change
from softmax_app.lessons.softmax_derivative import lesson, panels
from softmax_app.lessons.softmax_derivative.graph import graph, warm_up
from softmax_app.settings import Settings
from softmax_app.sweeps import along, number_slider
from softmax_app.texts.text import LANGUAGES
from softmax_core import numerical_jacobian, softmax, softmax_jacobian

ARTICLE = Settings(scores=(4.0, -4.0, 3.0), label=2)
score_lists = st.lists(st.integers(-100, 100).map(lambda k: k / 10), min_size=2, max_size=5)


@examples(deadline=None)
@given(score_lists)
def test_the_arrays_are_the_core_s(scores):
    settings = Settings(scores=tuple(scores))
    now = lesson.scene(settings).now
    exact = softmax_jacobian(scores)
    np.testing.assert_array_equal(now["jacobian"][0], exact.ravel())
    found = numerical_jacobian(softmax, scores, step=6e-6)
    np.testing.assert_array_equal(now["first_by_differences"][0], found[:, 0])
    assert now["worst"][0] == abs(found - exact).max() < 1e-9
    assert now["largest_sum"][0] <= 1e-15


@pytest.mark.parametrize("scores", [(2.0, 3.0, 5.0), (4.0, -4.0), (0.0, 666.0, 1.0, -3.0)])
def test_beside_each_row_of_the_matrix_stands_the_probability_that_answers(scores):
    settings = Settings(scores=scores)
    drawn = lesson.figure(settings).at(lesson.scene(settings).now).data
    (cells,), (bars,) = ([one for one in drawn if one.type == kind] for kind in ("heatmap", "bar"))
    np.testing.assert_array_equal(bars.x, softmax(scores))
    rows = np.reshape(cells.z, (len(scores), -1))
    assert list(bars.y) == list(dict.fromkeys(cells.y))  # from above
    np.testing.assert_array_equal(rows, softmax_jacobian(scores))
    assert list(bars.marker.color) == class_colors(len(scores))


entries = st.tuples(st.integers(0, 9), st.integers(0, 9))


@given(
    st.lists(st.sampled_from([0.0, 1.0, -3.0, 5.0, 40.0, 700.0]), min_size=2, max_size=10), entries
)
def test_a_push_of_a_tenth_moves_p_by_about_what_the_headline_says(scores, entry):
    settings = Settings(tuple(scores), entry=entry)
    row, column = settings.entry_there
    said = lesson.scene(settings).now["small_change"][0]
    pushed = np.array(scores)
    pushed[column] += 0.1
    grown = softmax(pushed)[row] - softmax(scores)[row]
    assert said == pytest.approx(grown if row == column else -grown, rel=0.06, abs=1e-15)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scores", [(2.0, 3.0), (2.0, 3.0, 5.0), tuple(map(float, range(10)))])
def test_a_click_on_a_cell_frames_it_and_the_headline_speaks_of_it(scores, language):
    settings = Settings(scores, language=language)
    for row, column in np.ndindex(len(scores), len(scores)):
        chosen = change(settings, "entry", f"{row + 1},{column + 1}")  # what a click says
        scene = lesson.scene(chosen)
        assert lesson.figure(chosen).pick == Pick(0, "entry", cell=True)
        frame = lesson.figure(chosen).at(scene.now).data[-1]
        for ends, place in ((frame.x, column), (frame.y, row)):
            assert min(ends) + max(ends) == pytest.approx(2 * place)
            assert max(ends) - min(ends) == 1
        (output,) = [one for one in elements(scene.parts[0].key) if one.tag == "output"]
        large = scene.now["jacobian"][0][output.content.at]
        assert large == softmax_jacobian(scores)[row, column]
        named = [one.content for one in elements(scene.parts[0].key) if one.tag == "b"]
        assert {settings.labels[row], settings.labels[column]} <= set(named)


def test_the_buttons_choose_the_cell_s_row_and_its_column():
    settings = Settings((2.0, 3.0, 5.0), entry=(1, 2))
    by_column, by_row = panels.entry_choices(settings)
    found = [
        [(change(settings, button.id).entry, button.chosen) for button in row.buttons]
        for row in (by_column, by_row)
    ]
    assert found == [
        [((1, 0), False), ((1, 1), False), ((1, 2), True)],
        [((0, 2), False), ((1, 2), True), ((2, 2), False)],
    ]


def test_the_entry_stays_that_of_its_classes_while_others_go():
    settings = Settings((2.0, 3.0, 5.0, 1.0), entry=(3, 1))
    assert settings.with_class_removed(0).entry == (2, 0)
    assert settings.with_class_removed(2).entry == (2, 1)
    fewer = settings.with_class_removed(3)
    assert fewer.entry_there == (2, 1)


def test_the_derivation_ends_where_the_core_is():
    now = {name: value[0] for name, value in lesson.scene(ARTICLE).now.items()}
    e, s, p, jacobian = now["exponentials"], now["total"], now["probs"], now["jacobian"]
    own = [
        (e[0] * s - e[0] * e[0]) / s**2,
        (e[0] / s) * (now["total_less_first"] / s),
        p[0] * now["rest_of_first"],
    ]
    np.testing.assert_allclose(own, jacobian[0], rtol=1e-14)
    other = [(0 * s - e[0] * e[1]) / s**2, -(e[0] / s) * (e[1] / s), -p[0] * p[1]]
    np.testing.assert_allclose(other, jacobian[1], rtol=1e-14)


@given(st.lists(st.sampled_from([0.0, 1.0, -3.0, 40.0, 700.0, -1000.0]), min_size=2, max_size=10))
def test_along_the_path_of_the_warm_up_slopes_multiply_to_the_first_entry(scores):
    now = {name: rows[0] for name, rows in lesson.scene(Settings(tuple(scores))).now.items()}
    e, rest, outer = now["exponentials"][0], now["total_less_first"], now["slope_of_share"]
    assert outer * e == pytest.approx(now["jacobian"][0], rel=1e-14, abs=1e-300)
    change = 1e-6 * max(e, 1e-3)  # by differences, of e alone
    share = [moved / (moved + rest) for moved in (e + change, e - change)]
    assert outer == pytest.approx((share[0] - share[1]) / (2 * change), abs=1e-8)


@pytest.mark.parametrize("scores", [(40.0, 0.0, 0.0), (0.0, 40.0), (1.0, 1.0)])
def test_every_line_of_the_first_case_keeps_its_digits(scores):
    now = {name: rows[0] for name, rows in lesson.scene(Settings(scores)).now.items()}
    e, s, rest = now["exponentials"][0], now["total"], now["total_less_first"]
    slope = now["jacobian"][0]
    assert slope > 0  # S - e would be 0 at p = 1 in float64
    assert (e / s) * (rest / s) == pytest.approx(slope, rel=1e-14)
    assert now["probs"][0] * now["rest_of_first"] == pytest.approx(slope, rel=1e-14)


def test_a_step_of_the_check_can_be_too_large_and_too_small():
    slider = number_slider(ARTICLE, "difference")
    worst = lesson.scene(ARTICLE).evaluate(along(slider, ARTICLE))["worst"]
    best = slider.grid[worst.argmin()]
    assert 1e-7 < best < 1e-3
    assert worst[0] > 1e-6 < worst[-1]
    assert worst.min() < 1e-10


def test_the_step_of_the_check_moves_what_stands_below_its_slider_and_not_the_headline():
    scene = lesson.scene(ARTICLE)
    moved = scene.evaluate(along(number_slider(ARTICLE, "difference"), ARTICLE))
    headline = arrays_seen((Part(controls=(), stage=(), key=scene.parts[0].key),))
    assert not {"difference", "worst"} & headline
    staged = arrays_seen((Part(controls=(), stage=scene.parts[0].stage),))
    assert {name for name, array in moved.items() if len(array) > 1} & staged >= {"worst"}


def test_the_figure_shows_the_matrix_row_by_row():
    figure = lesson.figure(ARTICLE).at(lesson.scene(ARTICLE).now)
    cells = figure.data[0]
    matrix = softmax_jacobian([4, -4, 3])
    for x, y, z, text in zip(cells.x, cells.y, cells.z, cells.text, strict=True):
        assert z == text == matrix[y, x]
    assert (cells.zmin, cells.zmid, cells.zmax) == (-0.25, 0, 0.25)


def elements(content: object) -> list[Element]:
    if isinstance(content, Element):
        return [content, *elements(content.content)]
    if isinstance(content, tuple) and not hasattr(content, "_fields"):
        return [inner for one in content for inner in elements(one)]
    return []


def test_the_warm_up_has_two_nodes_and_the_slope_of_each_edge():
    drawing = elements(warm_up(ARTICLE))
    assert len([one for one in drawing if one.css.startswith("node")]) == 3  # what goes in, too
    assert len([one for one in drawing if one.css.startswith("edge")]) == 2
    slopes = [one.content[1].array for one in drawing if one.css == "slope"]
    assert slopes == ["exponentials", "slope_of_share"]


@pytest.mark.parametrize("n_classes", [2, 3, 10])
def test_every_score_reaches_every_probability(n_classes):
    drawing = elements(graph(Settings(scores=(1.0,) * n_classes)))
    edges = [one for one in drawing if one.css.startswith("edge")]
    for k in range(n_classes):
        own = [one for one in edges if f"from-{k}" in one.css.split()]
        assert len(own) == 3  # to its exponential, to the sum, and straight to its probability
    assert len([one for one in edges if "from-all" in one.css]) == n_classes
    sources = [one for one in drawing if "source-" in one.css]
    assert [dict(one.attributes)["tabindex"] for one in sources] == ["0"] * n_classes

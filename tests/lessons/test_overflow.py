"""Lesson 4: the naive formula breaks exactly where the limits say, and the shifted one stands."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.figures.theme import class_colors
from softmax_app.kit import controls
from softmax_app.kit.state import change
from softmax_app.lessons.overflow import lesson, numbers, words
from softmax_app.settings import Settings
from softmax_app.settings.limits import LARGEST_SHIFT
from softmax_app.settings.reading import RefusedError
from softmax_app.sweeps import along, number_slider
from softmax_core import (
    FORMATS,
    format_dtype,
    format_limits,
    largest_equal_score,
    log_softmax_in_format,
    softmax,
    softmax_in_format,
)
from tests.examples import one_in

WITH_INFINITY = [name for name in FORMATS if name != "float8_e4m3fn"]
NOTES = {
    "naive_state": words.NAIVE_NOTES,
    "shifted_state": words.SHIFTED_NOTES,
    "log_state": words.LOGS_NOTES,
}
score_lists = st.lists(st.integers(-60, 60).map(lambda k: k / 4), min_size=2, max_size=5)


def state(scores, name="float64", shift=0.0):
    settings = Settings(scores=scores, number_format=name, shift=shift)
    return said_of(lesson.scene(settings).now, "naive_state")


def said_of(now, array):
    return list(NOTES[array])[now[array][0]]


def tags(now, array, among):
    return [list(among)[place] for place in now[array][0]]


def test_the_article_s_scores_show_the_article_s_answers():
    now = lesson.scene(Settings(scores=(123.0, 456.0, 789.0))).now
    np.testing.assert_array_equal(now["naive"], [[0, 0, np.nan]])
    np.testing.assert_allclose(
        now["shifted"], [[5.7527440569791497e-290, 2.3984878688413560e-145, 1]], rtol=1e-13
    )
    assert said_of(now, "naive_state") == "overflow"
    assert now["naive_infinite"] == 1
    assert tags(now, "naive_exp_tag", words.EXP_TAGS) == ["sound", "sound", "infinite"]
    shares = ["over_infinity", "over_infinity", "infinity_over_infinity"]
    assert tags(now, "naive_share_tag", words.SHARE_TAGS) == shares
    said = dict(zip(numbers.WARNINGS, now["naive_said"][0], strict=False))
    assert said["overflow encountered in exp"] == 1
    assert said["invalid value encountered in divide"] == 1
    assert now["shifted_said"][0, -1] == 1  # nothing


@pytest.mark.parametrize("name", FORMATS)
@one_in(4)
@given(score_lists, st.integers(-40, 40))
def test_the_arrays_are_the_core_s(name, scores, shift):
    settings = Settings(scores=tuple(scores), number_format=name, shift=float(shift))
    now = lesson.scene(settings).now
    moved = np.array(scores) + shift
    for prefix, is_shifted in (("naive", False), ("shifted", True)):
        steps = softmax_in_format(moved, name, shifted=is_shifted)
        np.testing.assert_array_equal(now[prefix][0], steps.probs)
        np.testing.assert_array_equal(now[f"{prefix}_exponentials"][0], steps.exponentials)
        np.testing.assert_array_equal(now[f"{prefix}_total"][0], steps.total)
    logs = log_softmax_in_format(moved, name)
    np.testing.assert_array_equal(now["from_probs"][0], -logs.from_probs)
    np.testing.assert_array_equal(now["from_logits"][0], -logs.from_logits)


@pytest.mark.parametrize("name", FORMATS)
def test_along_the_shift_the_naive_row_breaks_where_the_limits_say(name):
    settings = Settings(scores=(2.0, 3.0, 5.0), number_format=name)
    grid = number_slider(settings, "shift").grid
    sweep = lesson.scene(settings).evaluate(along(number_slider(settings, "shift"), settings))
    limits = format_limits(name)
    largest = (5 + grid).astype(format_dtype(name)).astype(np.float64)
    overflows = largest >= limits.first_overflow
    gone = ~np.isfinite(sweep["naive_exponentials"][:, 2])
    np.testing.assert_array_equal(gone, overflows)
    assert 0 < np.count_nonzero(overflows) < len(grid)
    vanished = sweep["naive_exponentials"][:, 2] == 0
    np.testing.assert_array_equal(vanished, largest < limits.smallest_nonzero)
    broken = np.isnan(sweep["naive"]).any(axis=-1)
    np.testing.assert_array_equal(broken[gone], np.ones(np.count_nonzero(gone), dtype=bool))


@pytest.mark.parametrize("name", ["float64", "float32", "float16", "bfloat16"])
def test_along_the_shift_the_shifted_row_does_not_move(name):
    settings = Settings(scores=(2.0, 3.0, 5.0), number_format=name)
    sweep = lesson.scene(settings).evaluate(along(number_slider(settings, "shift"), settings))
    exact = sweep["is_rounded"] == 0
    assert np.count_nonzero(exact) > len(exact) / 2
    for row in sweep["shifted"][exact]:
        np.testing.assert_array_equal(row, sweep["shifted"][exact][0])


@pytest.mark.parametrize("name", WITH_INFINITY)
def test_a_sum_overflows_before_its_terms_do_and_says_nothing(name):
    limits = format_limits(name)
    between = largest_equal_score(name, 3)
    assert state((between,) * 3, name) == "fits"
    beyond = float(np.nextafter(format_dtype(name).type(between), format_dtype(name).type(np.inf)))
    assert beyond <= limits.last_finite
    settings = Settings(scores=(beyond,) * 3, number_format=name)
    now = lesson.scene(settings).now
    np.testing.assert_array_equal(now["naive"], [[0, 0, 0]])
    assert said_of(now, "naive_state") == "infinite_sum"
    assert now["naive_infinite"] == 0


@pytest.mark.parametrize(
    ("scores", "name", "expected"),
    [
        ((2.0, 3.0, 5.0), "float64", "fits"),
        ((123.0, 456.0, 789.0), "float32", "overflow"),
        ((709.0, 709.0, 709.0), "float64", "infinite_sum"),
        ((-1000.0, -1001.0, -1002.0), "float64", "all_zero"),
        ((2.0, 3.0, 50.0), "float8_e4m3fn", "nan"),
        ((-740.0, -741.0, -742.0), "float64", "inaccurate"),
        ((0.0, 300.0, -700.0), "float16", "overflow"),
        ((0.0, 3.0, -700.0), "float16", "some_zero"),
        ((-6.5, -7.0), "float8_e4m3fn", "inaccurate"),
        ((0.0, -3.0, -9.0), "float8_e5m2", "fits"),
    ],
)
def test_what_happens_to_the_naive_formula_is_told_apart(scores, name, expected):
    assert state(scores, name) == expected


@pytest.mark.parametrize("name", FORMATS)
@one_in(4)
@given(score_lists, st.integers(-100, 100).map(lambda k: k * 8.0))
def test_where_the_naive_formula_is_said_to_hold_it_does(name, scores, shift):
    settings = Settings(scores=tuple(scores), number_format=name, shift=shift)
    now = lesson.scene(settings).now
    holds = said_of(now, "naive_state") in ("fits", "some_zero")
    if holds and name not in ("float8_e5m2", "float8_e4m3fn"):
        tolerance = 20 * format_limits(name).epsilon
        assert np.abs(now["naive"] - now["shifted"]).max() <= tolerance
    hatched = not np.isnan(now["naive_zones"][0, 2])
    assert hatched == (not holds)


def test_what_does_not_hold_has_its_fault_written_above_it():
    assert set(words.FAULTS) == set(words.NAIVE_NOTES) - {"fits", "some_zero"}


def test_what_underflows_is_harmless_for_p_and_not_for_log_p():
    now = lesson.scene(Settings(scores=(0.0, 666.0, 1.0), number_format="float32")).now
    assert said_of(now, "shifted_state") == "some_zero"
    assert said_of(now, "log_state") == "vanished"
    np.testing.assert_array_equal(now["from_probs"], [[np.inf, 0, np.inf]])
    np.testing.assert_array_equal(now["from_logits"], [[666, 0, 665]])
    now = lesson.scene(Settings(scores=(0.0, 666.0, 1.0))).now
    assert said_of(now, "log_state") == "agree"
    assert now["from_probs"][0, 0] == pytest.approx(666)


def test_a_score_that_does_not_fit_is_said_of_the_shifted_row_too():
    now = lesson.scene(Settings(scores=(0.0, 1e6), number_format="float16")).now
    assert said_of(now, "shifted_state") == "lost"
    assert said_of(now, "log_state") == "lost"
    assert np.isnan(now["shifted"]).any()


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_said_of_a_score_too_large_knows_whether_the_format_has_infinity(name):
    largest = format_limits(name).largest
    for scores in ((0.0, 666.0, 1.0), (0.0, 1e6), (0.9 * largest, -0.9 * largest)):
        if max(scores) <= 1e6:
            now = lesson.scene(Settings(scores=scores, number_format=name)).now
            lost = np.isnan(now["shifted"]).any()
            expected = "lost" if np.isinf(now["rounded"]).any() else "lost_at_once"
            assert (said_of(now, "shifted_state") == expected) == lost
            assert (said_of(now, "shifted_state") == "lost_at_once") <= (name == "float8_e4m3fn")


@pytest.mark.parametrize("name", FORMATS)
def test_no_warning_of_numpy_is_kept_from_the_reader(name):
    settings = Settings(number_format=name)
    edges = ((0.0, 1e6), (-1e6, -5.0), (-60000.0, 60000.0), (-384.0, 384.0))
    for scores in ((2.0, 3.0, 5.0), (709.0,) * 3, *edges):
        grid = number_slider(replace(settings, scores=scores), "shift").grid
        for shift in grid[::20]:
            for shifted in (False, True):
                found = softmax_in_format(np.array(scores) + shift, name, shifted=shifted)
                assert set(found.warnings) <= set(numbers.WARNINGS)


def test_the_limits_stand_in_their_table():
    row = lesson.scene(Settings()).now["limits"][0].reshape(len(FORMATS), -1)
    for name, (largest, last, first, normal, nonzero, equal) in zip(FORMATS, row, strict=True):
        limits = format_limits(name)
        assert (largest, last, first) == (limits.largest, limits.last_finite, limits.first_overflow)
        assert (normal, nonzero) == (limits.smallest_normal, limits.smallest_nonzero)
        assert equal == largest_equal_score(name, 3)


def test_the_figure_shows_both_formulas_and_where_their_powers_stand():
    settings = Settings(scores=(123.0, 456.0, 789.0), number_format="float32")
    figure = lesson.figure(settings).at(lesson.scene(settings).now)
    np.testing.assert_array_equal(figure.data[0].y, [np.nan] * 3)
    np.testing.assert_array_equal(figure.data[1].y, [0, 0, 1])
    assert figure.data[6].text == ("∞ ÷ ∞ is nan",)
    assert figure.data[7].text == ("",)
    shifted, naive = figure.data[8], figure.data[9]
    assert naive.marker.symbol == ("circle", "triangle-right", "triangle-right")  # 123 is seen
    assert shifted.marker.symbol == ("triangle-left", "triangle-left", "circle")
    assert shifted.x[2] == 0
    low, high = figure.layout.xaxis3.range
    assert (naive.x[1], shifted.x[0]) == (pytest.approx(high), pytest.approx(low))


@pytest.mark.parametrize("shift", [-789.0, 100.0, 1600.0, 0.0])
@pytest.mark.parametrize("scores", [(123.0, 456.0), (2.0, 3.0, 5.0), (-1e3,) * 9 + (0.0,)])
def test_the_shifted_scores_stand_as_outlines_around_their_bars(scores, shift):
    settings = Settings(scores, shift=shift)
    scene = lesson.scene(settings)
    for figure in (scene.parts[0].hand[0].at(scene.now), scene.parts[0].hand[0].narrow):
        filled, outlines = figure.data[:2]
        assert outlines.marker.line.color == filled.marker.color == tuple(class_colors(len(scores)))
        assert outlines.width > filled.width
        assert "z + c" in figure.layout.annotations[0].text
    drawn = scene.parts[0].hand[0].at(scene.now).data[1].y
    moved = np.array(scores) + (shift or np.nan)  # where nothing is moved, there is none
    np.testing.assert_array_equal(drawn, moved)
    sweep = scene.evaluate(along(number_slider(settings, "shift"), settings))["moved_tops"]
    assert np.unique(sweep[:, 0]).size == len(sweep)  # each position moves them


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "scores", [(2.0, 3.0, 5.0), (123.0, 456.0, 789.0), (0.1,) * 10, (1e6, -1e6), (-12345.678, 0.0)]
)
def test_the_shift_is_marked_at_0_and_its_ends_which_are_round_numbers(name, scores):
    scene = lesson.scene(Settings(scores, number_format=name))
    shift = next(one for one in scene.controls if getattr(one, "label", "").startswith("Shift all"))
    low, middle, high = shift.marks
    assert (middle, low) == (0, -high)
    assert {low, middle, high} <= set(shift.slider.grid)
    assert float(f"{high:.2g}") == high <= LARGEST_SHIFT
    limits = format_limits(name)
    to_zero, to_infinity = (
        max(scores) - limits.smallest_nonzero,
        limits.first_overflow - min(scores),
    )
    needed = max(to_zero, to_infinity)
    assert needed < high < 2 * needed


def test_a_format_is_chosen_and_another_word_is_refused():
    after = change(Settings(), "format:bfloat16", "")
    assert after.number_format == "bfloat16"
    with pytest.raises(RefusedError, match="one of float64"):
        change(Settings(), "format:float128", "")
    choice = controls.format_choice(after)
    assert [one.label for one in choice.buttons if one.chosen] == ["bfloat16"]


def test_an_example_is_shown_as_it_is_without_a_shift():
    after = change(Settings(shift=700.0), "example:123,456,789", "")
    assert after.shift == 0


def test_the_traps_told_at_the_end_are_real():
    scores = np.array([3, 5], dtype=np.uint8)
    assert (scores - scores.max())[0] == 254
    kept = np.array([2.0, 3.0, 5.0])
    same = kept
    same -= same.max()
    assert kept[0] == -3  # the caller's array
    ours = np.array([3, 5], dtype=np.uint8)
    shifted = np.asarray(ours, dtype=float) - np.max(ours)
    assert shifted.tolist() == [-2, 0]
    assert ours.tolist() == [3, 5]
    np.testing.assert_allclose(np.exp(shifted) / np.exp(shifted).sum(), softmax([3, 5]))

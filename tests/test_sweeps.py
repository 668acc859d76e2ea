"""The grids of the controls, and the settings along them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.settings import Settings
from softmax_app.sweeps import (
    along,
    at_settings,
    fingerprint,
    number_slider,
    pair_slider,
    score_slider,
)
from softmax_core import FORMATS, softmax_in_format

score_lists = st.lists(st.integers(-100, 100).map(lambda k: k / 10), min_size=2, max_size=10)


@pytest.mark.parametrize("span", [10.0, 20.0, 50.0, 100.0, 1000.0])
def test_a_score_slider_has_the_decimal_numbers_between_its_ends(span):
    grid = score_slider(Settings(span=span), 0).grid
    assert grid[0] == -span
    assert grid[100] == 0
    assert grid[-1] == span
    assert len(grid) == 201
    assert [float(f"{value:.6g}") for value in grid] == grid.tolist()


def test_the_temperature_runs_from_a_twentieth_to_twenty_with_1_in_the_middle():
    grid = number_slider(Settings(), "temperature").grid
    assert (grid[0], grid[100], grid[-1]) == (0.05, 1, 20)
    ratios = grid[1:] / grid[:-1]
    assert ratios.min() > 1
    np.testing.assert_allclose(ratios, 20**0.01, rtol=0.011)  # rounded to three digits


def test_along_a_score_all_else_stands_still():
    settings = Settings(scores=(2.0, 3.0, 5.0), temperature=0.5)
    slider = score_slider(settings, 1)
    batch = along(slider, settings)
    np.testing.assert_array_equal(batch.scores[:, 1], slider.grid)
    np.testing.assert_array_equal(batch.scores[:, [0, 2]], np.tile([2.0, 5.0], (201, 1)))
    np.testing.assert_array_equal(batch.temperature, [0.5])


def test_along_the_temperature_the_scores_are_one_row():
    settings = Settings()
    slider = number_slider(settings, "temperature")
    batch = along(slider, settings)
    np.testing.assert_array_equal(batch.scores, [[2, 3, 5]])
    np.testing.assert_array_equal(batch.temperature, slider.grid)


@given(st.integers(0, 200))
def test_a_sweep_passes_through_the_settings(index):
    settings = Settings()
    slider = score_slider(settings, 2)
    moved = settings.with_score(2, str(slider.grid[index]))
    np.testing.assert_array_equal(
        along(slider, settings).scores[index], at_settings(moved).scores[0]
    )


def test_a_fingerprint_changes_with_everything_but_the_slider_itself():
    settings = Settings()
    first, temperature = score_slider(settings, 0), number_slider(settings, "temperature")
    key = fingerprint("one", first, settings)
    assert fingerprint("one", first, settings.with_score(0, "9")) == key
    assert fingerprint("one", first, replace(settings, language="zh", names=("a",))) == key
    assert fingerprint("one", first, settings.with_score(1, "9")) != key
    assert fingerprint("one", first, settings.with_number("temperature", "2")) != key
    wider = replace(settings, span=20.0)
    assert fingerprint("one", score_slider(wider, 0), wider) != key
    assert fingerprint("one", first, settings.with_class_added()) != key
    assert fingerprint("another", first, settings) != key
    assert fingerprint("one", score_slider(settings, 1), settings) != key
    assert fingerprint("one", temperature, settings.with_number("temperature", "2")) == fingerprint(
        "one", temperature, settings
    )


def test_the_first_two_scores_move_together():
    settings = Settings(scores=(4.0, 3.0, -4.0))
    slider = pair_slider(settings)
    assert slider.value == 3.5
    scores = along(slider, settings).scores
    np.testing.assert_array_equal(scores[:, 0] - scores[:, 1], np.ones(len(scores)))
    np.testing.assert_array_equal(scores[:, :2].mean(axis=-1), slider.grid)
    np.testing.assert_array_equal(scores[:, 2], np.full(len(scores), -4.0))


@pytest.mark.parametrize("name", FORMATS)
@given(score_lists)
def test_a_shift_reaches_from_all_zero_to_all_infinite(name, scores):
    settings = Settings(scores=tuple(scores), number_format=name)
    grid = number_slider(settings, "shift").grid
    for shift, expected in ((grid[0], 0.0), (grid[-1], np.inf)):
        exponentials = softmax_in_format(np.array(scores) + shift, name).exponentials
        exponentials = np.nan_to_num(
            exponentials, nan=np.inf, posinf=np.inf
        )  # one format has no infinity
        np.testing.assert_array_equal(exponentials, np.full(len(scores), expected))
    step = grid[1] - grid[0]
    is_power_of_2 = np.log2(step) == round(np.log2(step))
    assert is_power_of_2 or step == round(step)  # whole numbers add to it exactly
    assert grid[len(grid) // 2] == 0
    assert len(grid) <= 203


def test_the_point_and_the_step_have_decimal_positions():
    point, step = number_slider(Settings(), "point").grid, number_slider(Settings(), "step").grid
    assert (point[0], point[80], point[-1]) == (-2, 0, 1.5)
    assert (step[0], step[49], step[-1]) == (0.01, 0.5, 1)
    for grid in (point, step):
        assert [float(f"{value:.6g}") for value in grid] == grid.tolist()


def test_a_control_that_moves_nothing_known_is_a_mistake_of_ours():
    slider = score_slider(Settings(), 0)._replace(id="scorse.0")
    with pytest.raises(ValueError, match=r"nothing can be swept along 'scorse\.0'"):
        along(slider, Settings())

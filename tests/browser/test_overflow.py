"""Lesson 4 in a browser: the naive row breaks under the hand, exactly where the limits say."""

from collections.abc import Callable

import numpy as np
from playwright.sync_api import Page, expect

from softmax_app.settings import Settings
from softmax_app.sweeps import number_slider
from softmax_core import FORMATS, FormatName, format_dtype, format_limits, softmax_in_format
from tests.browser import hand
from tests.browser.conftest import settled

OPEN = Callable[..., Page]
SCORES = (2.0, 3.0, 5.0)
NAIVE, SHIFTED = 0, 1  # traces
OUTLINES = """() => Array.from(
  document.querySelector('.live .hand figure > .plot').data[1].y,
  (height) => Number.isNaN(height) ? null : height)"""


def first_overflow(name: FormatName, grid: np.ndarray) -> int:
    """Return the first position at which the largest score is beyond the format's limit."""
    largest = (max(SCORES) + grid).astype(format_dtype(name)).astype(np.float64)
    return int(np.argmax(largest >= format_limits(name).first_overflow))


def cell(text: str) -> float:
    """Return the number in a cell that may hold a word about it, too."""
    return hand.read_number(text.split("\n")[0].split(" ")[0].strip())


def test_dragging_the_shift_breaks_the_naive_row_at_each_format_s_limit(
    visited: OPEN, sent_to_server: list[bytes | str]
) -> None:
    page = visited("z=2,3,5", lesson="overflow")
    for name in FORMATS:
        button = page.locator(".live .choice").get_by_role("button", name=name, exact=True)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        grid = number_slider(Settings(SCORES, number_format=name), "shift").grid
        breaks_at = first_overflow(name, grid)
        where = hand.point_at(page, "shift")
        page.mouse.down()
        before = len(sent_to_server)
        seen = set()
        for target in (breaks_at - 2, breaks_at - 1, breaks_at, breaks_at + 1, len(grid) - 1, 0):
            page.mouse.move(*where.point(target))
            page.evaluate(hand.AFTER_NEXT_FRAME)
            index = hand.position(page, "shift")
            seen.add(index)
            moved = np.array(SCORES) + grid[index]
            outlines = page.evaluate(OUTLINES)
            np.testing.assert_array_equal(outlines, moved if grid[index] else [None] * 3)
            naive = hand.trace(page, NAIVE)
            for trace, is_shifted in ((NAIVE, False), (SHIFTED, True)):
                expected = softmax_in_format(moved, name, shifted=is_shifted).probs
                np.testing.assert_array_equal(hand.trace(page, trace), expected)
            rows = hand.table(page, "steps")
            largest = cell(rows[2][1])  # the exponential of the largest score
            assert np.isfinite(largest) == (index < breaks_at), (name, index)
            if index in (0, *range(breaks_at, len(grid))):  # 0/0 at one end, inf/inf at the other
                assert np.isnan(naive[2])
            np.testing.assert_array_equal([cell(row[2]) for row in rows], naive)
            np.testing.assert_array_equal([cell(row[5]) for row in rows], hand.trace(page, SHIFTED))
        assert {breaks_at - 1, breaks_at} <= seen  # on either side of the limit
        assert len(sent_to_server) == before
        page.mouse.move(*where.point(len(grid) // 2))
        page.mouse.up()
        settled(page, r"c=0(&|$)")


def test_the_article_s_scores_are_one_click_away_and_are_shown_for_what_they_give(
    visited: OPEN,
) -> None:
    page = visited("z=2,3,5&c=700", lesson="overflow")
    page.get_by_role("button", name="123, 456, 789").click()
    settled(page, r"z=123,456,789.*c=0(&|$)")
    page.wait_for_function(
        "() => document.querySelector('.live .stage figure > .plot').data[1].y[2] === 1"
    )
    np.testing.assert_array_equal(hand.trace(page, NAIVE), [0, 0, np.nan])
    rows = hand.table(page, "steps")
    assert [row[1].split()[-2:] for row in rows[2:]] == [["∞", "overflow"]]
    assert [row[2].split() for row in rows] == [
        ["0", "divided", "by", "∞"],
        ["0", "divided", "by", "∞"],
        ["nan", "∞", "÷", "∞"],
    ]
    shifted = [hand.read_number(row[5]) for row in rows]
    np.testing.assert_allclose(
        shifted, [5.7527440569791497e-290, 2.3984878688413560e-145, 1], rtol=1e-13
    )
    expect(page.locator(".live .naive_state .chosen")).to_contain_text("eᶻ is ∞ for 1 of 3 classes")
    expect(page.locator(".live .said")).to_contain_text("overflow encountered in exp")
    expect(page.locator(".live .said")).to_contain_text("invalid value encountered in divide")


def test_nothing_is_displaced_while_the_naive_row_breaks(visited: OPEN) -> None:
    page = visited("z=2,3,5&f=float16", lesson="overflow")
    where = hand.point_at(page, "shift")
    layout = """() => [...document.querySelectorAll('.live .panel, .live .controls > *')]
      .map((one) => { const box = one.getBoundingClientRect(); return [box.x, box.y]; })"""
    before = page.evaluate(layout)
    page.mouse.down()
    for index in range(0, where.last + 1, 12):
        page.mouse.move(*where.point(index))
        page.evaluate(hand.AFTER_NEXT_FRAME)
        assert page.evaluate(layout) == before
    page.mouse.up()

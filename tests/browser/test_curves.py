"""Lessons 2 and 3 in a browser: the point on the curve, two scores together, lines on demand."""

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from softmax_app.lessons.two_classes import lesson as two_classes
from softmax_app.settings import Settings
from softmax_app.sweeps import pair_slider
from softmax_core import exp_step, sigmoid, softmax
from tests.browser import hand
from tests.browser.conftest import settled, wait_for_figures

OPEN = Callable[..., Page]
# where a value on the x axis of the first figure is on the screen, halfway up
PLACE = """(value) => {
  const plot = document.querySelector('.live .stage figure > .plot');
  const axis = plot._fullLayout.xaxis;
  const box = plot.getBoundingClientRect();
  return [box.left + axis._offset + axis.d2p(value), box.top + box.height / 2];
}"""


def test_the_point_on_the_curve_follows_a_hand_on_the_figure(
    visited: OPEN, sent_to_server: list[bytes | str]
) -> None:
    page = visited("x=0&dx=1", lesson="why_exp")
    page.mouse.move(*page.evaluate(PLACE, 0.0))
    page.locator('[data-control="point"][data-ready]').wait_for()
    page.mouse.down()
    before = len(sent_to_server)
    for target in (-1.5, -0.5, 0.25, 1.0, 1.4):
        page.mouse.move(*page.evaluate(PLACE, target))
        page.evaluate(hand.AFTER_NEXT_FRAME)
        point = float(page.locator('[data-control="point"] .field').input_value())
        assert point == pytest.approx(target, abs=0.03)
        step = exp_step(point, 1.0)
        assert hand.trace(page, 6)[0] == pytest.approx(step.height, rel=1e-6)  # the point
        assert hand.trace(page, 7)[0] == pytest.approx(step.next_height, rel=1e-6)
        np.testing.assert_allclose(hand.trace(page, 3, "x")[0], point - 1, atol=1e-6)  # tangent
    page.mouse.move(*page.evaluate(PLACE, 3.0))  # beyond the slider's end: it waits there
    page.evaluate(hand.AFTER_NEXT_FRAME)
    assert hand.trace(page, 6, "x")[0] == pytest.approx(1.5)
    assert len(sent_to_server) == before
    page.mouse.up()
    settled(page, r"x=1\.5")


def test_the_point_on_sigmoid_is_dragged_along_it_and_takes_the_first_score_with_it(
    visited: OPEN, sent_to_server: list[bytes | str]
) -> None:
    page = visited("z=2,3,1", lesson="two_classes")
    feeds = two_classes.pair_figure(Settings((2.0, 3.0, 1.0))).feeds
    number = next(feed.trace for feed in feeds if feed.array == "point_x")
    place = PLACE.replace(".xaxis;", ".xaxis3;")
    wait_for_figures(page)
    page.mouse.move(*page.evaluate(place, -1.0))
    page.locator('[data-control="scores.0"][data-ready]').wait_for()
    page.mouse.down()
    before = len(sent_to_server)
    for target in (-6.0, 0.5, 4.0):
        page.mouse.move(*page.evaluate(place, target))
        page.evaluate(hand.AFTER_NEXT_FRAME)
        score = float(page.locator('[data-control="scores.0"] .field').input_value())
        assert score - 3 == pytest.approx(target, abs=0.06)
        assert hand.trace(page, number, "x")[0] == pytest.approx(score - 3)
        assert hand.trace(page, number)[0] == pytest.approx(sigmoid(score - 3))
    assert len(sent_to_server) == before
    page.mouse.up()
    settled(page, r"z=7,3,1(&|$)")
    page.locator('[data-control="scores.0"] .range').press("ArrowLeft")
    settled(page, r"z=6\.9,3,1(&|$)")


def test_two_scores_dragged_together_move_no_probability(
    visited: OPEN, sent_to_server: list[bytes | str]
) -> None:
    page = visited("z=4,3,1", lesson="two_classes")
    slider = pair_slider(Settings(scores=(4.0, 3.0, 1.0)))
    where = hand.point_at(page, "pair")
    page.mouse.down()
    before = len(sent_to_server)
    for target in (5, 40, 90, 150):
        page.mouse.move(*where.point(target))
        page.evaluate(hand.AFTER_NEXT_FRAME)
        mean = slider.grid[hand.position(page, "pair")]
        np.testing.assert_array_equal(hand.trace(page, 1), softmax([4.0, 3.0]))
        assert hand.trace(page, 0)[0] == sigmoid(1.0)
        several = hand.trace(page, 1, figure=1)
        np.testing.assert_array_equal(several, sigmoid([mean + 0.5, mean - 0.5, 1.0]))
        for control in ("scores.0", "scores.0@several"):  # they follow, though not in hand
            field = page.locator(f'[data-control="{control}"] .field')
            assert float(field.input_value()) == mean + 0.5
    assert len(sent_to_server) == before
    page.mouse.up()
    end = slider.grid[hand.position(page, "pair")]
    settled(page, rf"z={end + 0.5:g},{end - 0.5:g},1")
    np.testing.assert_array_equal(hand.trace(page, 1), softmax([4.0, 3.0]))


def test_the_same_score_can_be_dragged_in_either_part(visited: OPEN) -> None:
    page = visited("z=4,3,1", lesson="two_classes")
    where = hand.point_at(page, "scores.0@several")
    page.mouse.down()
    page.mouse.move(*where.point(30), steps=4)
    page.mouse.up()
    settled(page, r"z=-7,3,1")
    expect(page.locator('[data-control="scores.0"] .field')).to_have_value("-7")
    expect(page.locator('[data-control="scores.0@several"] .field')).to_have_value("-7")


def test_a_derivation_shows_its_next_line_on_a_key_and_keeps_its_numbers_live(
    visited: OPEN,
) -> None:
    page = visited("x=0&dx=1", lesson="why_exp")
    hand.unfold(page)
    lines = page.locator(".live .derivation .line:visible")
    expect(lines).to_have_count(1)
    page.locator(".live .derivation summary:visible").focus()
    page.keyboard.press("Enter")
    expect(lines).to_have_count(2)
    page.keyboard.press("Tab")  # from the line that has come to the next button
    page.keyboard.press("Enter")
    expect(lines).to_have_count(3)
    expect(lines.nth(1).locator("math").nth(1)).to_contain_text("1.718")
    page.locator('[data-control="point"] .field').fill("1")
    page.locator('[data-control="point"] .field').press("Enter")
    settled(page, r"x=1(&|$)")
    expect(lines.nth(1).locator("math").nth(1)).to_contain_text("4.671")
    expect(lines).to_have_count(3)  # what was asked for stays


def test_the_scores_go_along_from_lesson_to_lesson(lesson: OPEN) -> None:
    page = lesson("z=4,-4,3")
    hand.point_at(page, "scores.0")  # its sweep is of lesson 1, and is not to be played in 2
    menu = page.locator("[data-testid=stSidebar]")
    menu.get_by_text("2. Why exp").click()
    page.wait_for_url("**/why_exp?z=4,-4,3&**")
    expect(page.locator("h1")).to_have_text("Why exp")
    wait_for_figures(page)
    page.wait_for_function("() => document.querySelectorAll('.live .stage figure').length === 2")
    where = hand.point_at(page, "scores.0")
    page.mouse.down()
    page.mouse.move(*where.point(180), steps=4)
    page.evaluate(hand.AFTER_NEXT_FRAME)
    np.testing.assert_array_equal(hand.trace(page, 0, figure=1), softmax([8.0, -4.0, 3.0]))
    page.mouse.up()
    settled(page, r"z=8,-4,3")
    page.get_by_text("Next: 3.").click()
    page.wait_for_url("**/two_classes?z=8,-4,3&**")
    expect(page.locator("h1")).to_have_text("Two classes: sigmoid")


# a finger's scrolling goes on for some frames
AT_REST = """() => new Promise((done) => {
  const main = document.querySelector('[data-testid=stMain]'), at = main.scrollTop;
  setTimeout(() => done(main.scrollTop === at), 100);
})"""


def test_a_finger_that_scrolls_over_the_curve_leaves_its_point_alone(lesson: OPEN) -> None:
    page = lesson(
        "x=0.5&dx=1", lesson="why_exp", width=390, height=844, has_touch=True, is_mobile=True
    )
    across, down = page.evaluate(PLACE, -1.0)
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, x: float, y: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    finger("touchStart", across, down)
    for moved in (10, 40, 90, 150):
        finger("touchMove", across, down - moved)
    finger("touchEnd", across, down)
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 50")
    assert page.locator('[data-control="point"] .field').input_value() == "0.5"
    assert "x=0.5" in page.url
    page.wait_for_function(AT_REST)
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 0")
    page.wait_for_function(AT_REST)
    page.touchscreen.tap(*page.evaluate(PLACE, -1.0))  # a tap, unlike a scroll, is meant
    settled(page, r"x=-1(\.\d+)?(&|$)")

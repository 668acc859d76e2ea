"""Dragging: every position is drawn with the core's own values, and the server hears nothing."""

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Page

from softmax_app.settings import Settings
from softmax_app.sweeps import number_slider, score_slider
from softmax_core import hardmax, linear_normalize, softmax
from tests.browser import hand
from tests.browser.conftest import settled


def three_maps(scores: np.ndarray, temperature: float) -> np.ndarray:
    shares = linear_normalize(scores).shares
    return np.array([shares, softmax(scores, temperature=temperature), hardmax(scores)])


@pytest.mark.parametrize("control", ["scores.2", "temperature"])
def test_every_step_of_a_drag_is_drawn_without_a_word_to_the_server(
    visited: Callable[..., Page], sent_to_server: list[bytes | str], control: str
) -> None:
    page = visited()
    settings = Settings()
    slider = (
        number_slider(settings, "temperature")
        if control == "temperature"
        else score_slider(settings, 2)
    )
    where = hand.point_at(page, control)
    page.mouse.down()
    start = hand.position(page, control)
    before = len(sent_to_server)
    count = 20 if control == "scores.2" else 10
    targets = np.linspace(start, 3, count).tolist() + np.linspace(4, 197, count).tolist()
    seen = set()
    for target in targets:
        page.mouse.move(*where.point(target))
        found = hand.drawn_soon(page)
        index = hand.position(page, control)
        seen.add(index)
        value = slider.grid[index]
        scores = np.array([2, 3, 5 if control == "temperature" else value])
        expected = three_maps(scores, value if control == "temperature" else 1.0)
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-300)
        shown = [hand.read_number(row[4]) for row in hand.table(page)]
        np.testing.assert_array_equal(shown, expected[1])
    assert len(seen) >= 1.75 * count  # the thumb really went through the grid
    assert len(sent_to_server) == before
    page.mouse.up()
    parameter = "T" if control == "temperature" else "z=2,3,"
    settled(page, rf"{parameter}=?{slider.grid[hand.position(page, control)]:g}(&|$)")
    assert len(sent_to_server) == before  # answered without the session


def test_nothing_jumps_back_after_the_release(visited: Callable[..., Page]) -> None:
    page = visited()
    where = hand.point_at(page, "scores.0")
    page.mouse.down()
    page.mouse.move(*where.point(170), steps=5)
    released_at = hand.drawn_soon(page)[1]
    hand.record(page, "Array.from(plot.data[1].y)")
    page.mouse.up()
    settled(page, r"z=7,3,5")
    page.evaluate(hand.AFTER_NEXT_FRAME)
    for picture in page.evaluate("window.seen"):
        np.testing.assert_array_equal(picture, released_at)
    np.testing.assert_array_equal(hand.drawn(page)[1], released_at)


def test_one_slider_after_another_never_shows_an_old_score(visited: Callable[..., Page]) -> None:
    page = visited()
    hand.point_at(page, "scores.1")  # its sweep is at hand, with the old score of class 1
    where = hand.point_at(page, "scores.0")
    page.mouse.down()
    page.mouse.move(*where.point(180), steps=4)
    page.mouse.up()
    other = hand.track(page, "scores.1")
    page.mouse.move(*other.point(130))
    page.mouse.down()  # at once: the old sweep must not be played
    page.mouse.move(*other.point(150), steps=4)
    page.locator('[data-control="scores.1"][data-ready]').wait_for()
    hand.wait_for_softmax(page, 8, 5, 5)
    page.mouse.up()
    settled(page, r"z=8,5,5")
    np.testing.assert_array_equal(hand.drawn_soon(page)[1], softmax([8.0, 5.0, 5.0]))


def test_a_press_before_the_sweep_is_there_is_drawn_as_soon_as_it_is(
    lesson: Callable[..., Page],
) -> None:
    page = lesson()
    where = hand.track(page, "scores.0")
    page.mouse.move(*where.point(120))
    page.mouse.down()  # nothing was asked for before
    page.mouse.move(*where.point(160))
    hand.wait_for_softmax(page, 6, 3, 5)
    page.mouse.up()
    settled(page, r"z=6,3,5")


def test_a_drag_across_a_breakdown_marks_it_and_says_it(visited: Callable[..., Page]) -> None:
    page = visited("z=4,3,1")
    where = hand.point_at(page, "scores.1")
    page.mouse.down()
    note = page.locator(".live .key_state .chosen")
    message = "() => document.querySelector('.live .stage figure > .plot').data[9].text[0]"
    assert page.evaluate(message) == ""
    page.mouse.move(*where.point(60), steps=3)  # -4: a negative share
    hand.drawn_soon(page)
    assert page.evaluate(message) == "outside 0 to 1"
    assert "negative share, −4" in note.inner_text()
    page.mouse.move(*where.point(50), steps=3)  # -5: the sum is 0
    hand.drawn_soon(page)
    assert page.evaluate(message) == "division by 0"
    assert "add up to 0" in note.inner_text()
    page.mouse.up()


# every report to the server takes its time, as on a real line; their order is kept
SLOW_LINE = """() => {
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) { setTimeout(() => send.call(this, data), 300); };
}"""


def test_pointing_at_another_slider_undoes_nothing_on_a_slow_line(
    lesson: Callable[..., Page],
) -> None:
    page = lesson()
    page.evaluate(SLOW_LINE)
    where = hand.point_at(page, "scores.0")
    page.mouse.down()
    page.mouse.move(*where.point(30), steps=4)
    page.mouse.up()
    other = hand.track(page, "scores.1")
    page.mouse.move(*other.point(hand.position(page, "scores.1")))
    settled(page, r"z=-7,3,5")
    page.locator('[data-control="scores.1"][data-ready]').wait_for()
    np.testing.assert_array_equal(hand.drawn_soon(page)[1], softmax([-7.0, 3.0, 5.0]))
    page.mouse.down()
    page.mouse.move(*other.point(150), steps=4)
    page.mouse.up()
    settled(page, r"z=-7,5,5")
    np.testing.assert_array_equal(hand.drawn_soon(page)[1], softmax([-7.0, 5.0, 5.0]))


def test_a_thumb_stays_in_the_hand_when_another_row_goes(lesson: Callable[..., Page]) -> None:
    page = lesson("z=1,2,3,4,5,6,7,8,9")
    page.evaluate(SLOW_LINE)
    where = hand.point_at(page, "temperature")
    page.evaluate(
        "() => [...document.querySelectorAll('.live button')]"
        ".find((one) => one.innerText.startsWith('+ Add')).click()"
    )
    page.mouse.down()
    page.mouse.move(*where.point(120), steps=3)
    page.locator('[data-control="scores.9"]').wait_for()
    where = hand.track(page, "temperature")
    page.mouse.move(*where.point(180), steps=3)
    page.mouse.up()
    page.wait_for_function(
        "(T) => Number(new URL(location).searchParams.get('T')) === T",
        arg=float(number_slider(Settings(), "temperature").grid[180]),
    )


def test_a_drag_during_a_removal_never_goes_to_another_class(lesson: Callable[..., Page]) -> None:
    page = lesson("z=1,2,3,4&names=a,b,c,d")
    where = hand.point_at(page, "scores.2")
    page.evaluate(SLOW_LINE)
    page.evaluate("() => document.querySelector('[data-control=\"scores.0\"] button').click()")
    page.mouse.down()
    page.mouse.move(*where.point(20), steps=4)
    page.mouse.up()
    settled(page, r"z=2,3,4")
    hand.wait_for_softmax(page, 2, 3, 4)

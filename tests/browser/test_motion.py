"""What another thing than a hand has changed is seen to change, and nothing waits for that."""

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Page

from softmax_app.settings import Settings, table
from softmax_core import softmax
from tests.browser import hand
from tests.browser.conftest import settled

OPEN = Callable[..., Page]
BARS = "Array.from(plot.data[1].y)"
OLD = softmax([2, 3, 5])
NEW = softmax([4, -4, 3])
ENDED = "(bars) => bars.every((bar, k) => window.seen.at(-1)?.[k] === bar)"
LABELS = """() => [...document.querySelectorAll('.live .stage figure .barlayer text')]
  .map((one) => one.textContent)"""


def seen(page: Page) -> np.ndarray:
    """Return all shares that were on the screen, one after the other, each once."""
    found = page.evaluate("() => window.seen")
    return np.array([one for k, one in enumerate(found) if k == 0 or one != found[k - 1]])


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_an_example_leads_the_bars_to_its_numbers(visited: OPEN) -> None:
    page = visited("z=2,3,5&T=1", reduced_motion="no-preference")
    hand.record(page, BARS)
    press(page, "4, −4, 3")
    hand.wait_for_softmax(page, 4, -4, 3)
    page.wait_for_function(ENDED, arg=NEW.tolist())
    shown = seen(page)
    between = [one for one in shown if not (one == OLD).all() and not (one == NEW).all()]
    assert between
    first = np.array(between)[:, 0]
    assert (np.diff(first) > 0).all()
    assert OLD[0] < first[0] < first[-1] < NEW[0]
    assert (shown[-1] == NEW).all()


def test_numbers_are_new_at_once(visited: OPEN) -> None:
    page = visited("z=2,3,5&T=1", reduced_motion="no-preference")
    before = page.evaluate(LABELS)
    hand.record(page, f"[{BARS}, ({LABELS})()]")
    press(page, "4, −4, 3")
    hand.wait_for_softmax(page, 4, -4, 3)
    after = page.evaluate(LABELS)
    moving = [said for bars, said in page.evaluate("() => window.seen") if bars != NEW.tolist()]
    assert after in moving
    assert all(said in (before, after) for said in moving[1:])


def test_who_wants_no_motion_sees_none(visited: OPEN) -> None:
    page = visited("z=2,3,5&T=1", reduced_motion="reduce")
    hand.record(page, BARS)
    press(page, "4, −4, 3")
    hand.wait_for_softmax(page, 4, -4, 3)
    assert all((one == OLD).all() or (one == NEW).all() for one in seen(page))


def test_a_drag_that_was_committed_does_not_move_again(visited: OPEN) -> None:
    page = visited("z=2,3,5&T=1", reduced_motion="no-preference")
    where = hand.point_at(page, "scores.0")
    page.mouse.down()
    page.mouse.move(*where.point(where.last))
    hand.wait_for_softmax(page, 10, 3, 5)
    hand.record(page, BARS)
    page.mouse.up()
    settled(page, "z=10")
    page.evaluate(hand.AFTER_NEXT_FRAME)
    assert all((one == softmax([10, 3, 5])).all() for one in seen(page))


def test_a_drag_waits_for_no_motion(lesson: OPEN) -> None:
    page = lesson("z=2,3,5&T=1", reduced_motion="no-preference")
    page.evaluate(  # begun once other shares are drawn: a figure at rest is drawn anew too
        "() => { const plot = document.querySelector('.live .stage figure > .plot');"
        " const old = plot.data[1].y[0]; window.begun = new Promise((done) =>"
        " new MutationObserver(() => plot.data[1].y[0] !== old && done())"
        ".observe(plot, { subtree: true, attributes: true })); }"
    )
    press(page, "4, −4, 3")
    moved = page.evaluate(
        """async () => {
          await window.begun;
          const range = document.querySelector('[data-control="scores.0"] .range');
          range.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          return Array.from(document.querySelector('.live .stage figure > .plot').data[1].y);
        }"""
    )
    assert moved == NEW.tolist()


TEMPERATURES = table.NUMBERS["temperature"].positions(Settings())


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_hardmax_grows_out_of_softmax_as_the_temperature_falls(visited: OPEN, motion: str) -> None:
    page = visited("z=2,3,5&T=1", reduced_motion=motion)
    hand.point_at(page, "temperature")
    hand.record(page, BARS)
    page.locator('[data-control="temperature"] .mark').first.click()
    hand.wait_for_softmax(page, 2, 3, 5, temperature=TEMPERATURES[0])
    shown = seen(page)
    falling = softmax([[2.0, 3.0, 5.0]] * len(TEMPERATURES), temperature=TEMPERATURES)
    assert all((one == falling).all(axis=-1).any() for one in shown)  # all that is seen is true
    assert (np.diff(shown[:, 0]) < 0).all()  # the largest is exactly 1 long before the end
    between = len([one for one in shown if falling[100, 2] < one[2] < falling[0, 2]])
    assert (between > 0) == (motion == "no-preference")
    settled(page, f"T={TEMPERATURES[0]:g}")


def test_a_step_of_a_descent_leads_on(visited: OPEN) -> None:
    page = visited("z=4,-4,3&y=2", lesson="learning", reduced_motion="no-preference")
    controls = page.locator(".live [data-control]:has(.playback)")
    control = controls.first.get_attribute("data-control")
    hand.point_at(page, str(control))
    plot = "[...plot.data].map((trace) => trace.y && Array.from(trace.y))"
    hand.record(page, plot)
    page.get_by_role("button", name="25 steps").first.click()
    settled(page, "k=25")
    assert len({str(one) for one in page.evaluate("() => window.seen")}) > 3

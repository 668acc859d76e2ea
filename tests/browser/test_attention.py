"""Attention in the browser: a click on the map chooses a row, a press masks a key."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser import hand


def test_a_click_on_the_map_chooses_its_row_and_masked_keys_leave_nan(
    visited: Callable[..., Page],
) -> None:
    page = visited(lesson="attention")
    plot = page.locator(".live .stage .plot.js-plotly-plot").first
    plot.locator(".main-svg").first.wait_for()
    readout = page.locator(".live .keyed output").first
    readout.filter(has_text="0.7497").wait_for()
    page.mouse.click(*page.evaluate(hand.CELL, [plot.element_handle(), 0, 5]))
    page.locator(".row_state .chosen").filter(has_text="can look at").first.wait_for()
    readout.filter(has_text="1").wait_for()
    page.get_by_role("button", name="The", exact=True).click()
    readout.filter(has_text="nan").wait_for()
    page.wait_for_function(
        "() => /qu=1(&|$)/.test(location.search) && /mask=1/.test(location.search)"
    )

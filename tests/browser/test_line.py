"""Answers without the session: never behind what the rest of the page says, and not needed."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, Route, expect

from softmax_core import softmax
from tests.browser import hand
from tests.browser.conftest import UNTOUCHED, settled, wait_for_figures
from tests.browser.wire import Speed, wired

OPEN = Callable[..., Page]
OURS = "**/course/**"
MENU = '[data-testid="stPageLink-NavLink"]'


def drag(page: Page, control: str, index: int) -> None:
    """Drag a slider to a position and let go, waiting for nothing more."""
    where = hand.point_at(page, control)
    page.mouse.down()
    page.mouse.move(*where.point(index), steps=4)
    page.mouse.up()


def abort(route: Route) -> None:
    route.abort()


def answer_with_a_page(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>Host</title>")


def refuse(route: Route) -> None:
    route.fulfill(status=403, body="no")


@pytest.mark.parametrize("host", [abort, answer_with_a_page, refuse])
def test_where_only_streamlit_s_addresses_get_through_the_session_answers(
    new_page: OPEN, address: str, sent_to_server: list[bytes | str], host: Callable[[Route], None]
) -> None:
    page = new_page()
    page.route(OURS, host)
    page.goto(f"{address}/scores_to_probabilities?lang=en")
    wait_for_figures(page)
    before = len(sent_to_server)
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    assert len(sent_to_server) > before
    np.testing.assert_array_equal(hand.drawn_soon(page)[1], softmax([2.0, 3.0, 6.0]))
    page.locator(".live button", has_text="+ Add").click()
    settled(page, "z=2,3,6,0")
    page.locator(MENU).nth(2).click()
    settled(page, "why_exp.*z=2,3,6,0")
    page.unroute(OURS)


def test_a_change_needs_no_session(visited: OPEN, sent_to_server: list[bytes | str]) -> None:
    page = visited("lang=en")
    before = len(sent_to_server)
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    page.locator(".live button", has_text="+ Add").click()
    settled(page, "z=2,3,6,0")
    name = page.locator('[data-control="scores.0"] input.name')
    name.fill("cat")
    name.press("Enter")
    settled(page, "names=cat")
    expect(page.locator(".live table tbody th").first).to_have_text("cat")
    assert len(sent_to_server) == before


def test_a_link_followed_at_once_has_the_last_numbers(visited: OPEN) -> None:
    page = visited("lang=en")
    drag(page, "scores.2", 160)
    page.locator(MENU).nth(2).click()
    settled(page, "why_exp.*z=2,3,6")
    page.locator('.live [data-control="scores.2"] .field').wait_for()
    expect(page.locator('.live [data-control="scores.2"] .field')).to_have_value("6")


def test_a_link_opened_beside_has_the_last_numbers(visited: OPEN) -> None:
    page = visited("lang=en")
    drag(page, "scores.2", 160)
    with page.context.expect_page() as opened:
        page.locator(MENU).nth(2).click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url(re.compile("why_exp.*z=2,3,6"))
    opened.value.close()
    settled(page, "scores_to_probabilities.*z=2,3,6")


def test_sharing_at_once_shares_the_last_numbers(lesson: OPEN) -> None:
    page = lesson("lang=en")
    drag(page, "scores.2", 160)
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.get_by_role("dialog").locator("code")).to_contain_text("z=2,3,6")


def test_of_a_question_no_answer_is_given_away_unless_chosen(lesson: OPEN) -> None:
    page = lesson("lang=en&q=tenth,shown")
    page.get_by_role("button", name="Share", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("code")).to_contain_text("q=tenth")
    expect(dialog.locator("code")).not_to_contain_text("shown")
    dialog.get_by_text("With its answer").click()
    expect(dialog.locator("code")).to_contain_text("q=tenth,shown")


def test_a_reload_at_once_shows_the_last_numbers(visited: OPEN) -> None:
    page = visited("lang=en")
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    page.reload()
    wait_for_figures(page)
    np.testing.assert_array_equal(hand.drawn_soon(page)[1], softmax([2.0, 3.0, 6.0]))


def test_another_language_at_once_keeps_the_last_numbers(visited: OPEN) -> None:
    page = visited("lang=en")
    drag(page, "scores.2", 160)
    page.get_by_text("中文", exact=True).click()
    settled(page, "z=2,3,6.*lang=zh")
    np.testing.assert_array_equal(hand.drawn_soon(page)[1], softmax([2.0, 3.0, 6.0]))


def test_starting_over_at_once_is_not_undone(visited: OPEN) -> None:
    page = visited("lang=en")
    drag(page, "scores.2", 160)
    page.get_by_role("button", name="Start over").click()
    settled(page, UNTOUCHED)
    hand.wait_for_softmax(page, 2, 3, 5)
    drag(page, "scores.0", 130)
    settled(page, "z=3,3,5")


def test_another_theme_shows_the_same_numbers(visited: OPEN) -> None:
    page = visited("lang=en")
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.querySelector('.live').dataset.theme === 'dark'")
    np.testing.assert_array_equal(hand.drawn_soon(page)[1], softmax([2.0, 3.0, 6.0]))
    page.emulate_media(color_scheme="light")
    page.wait_for_function("() => document.querySelector('.live').dataset.theme === 'light'")


def test_back_and_forth_go_through_the_changes(visited: OPEN) -> None:
    page = visited("lang=en")
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    drag(page, "scores.0", 110)
    settled(page, "z=1,3,6")
    page.go_back()
    hand.wait_for_softmax(page, 2, 3, 6)
    page.go_forward()
    hand.wait_for_softmax(page, 1, 3, 6)
    drag(page, "scores.1", 110)
    settled(page, "z=1,1,6")
    hand.wait_for_softmax(page, 1, 1, 6)


def test_code_and_files_are_of_the_last_numbers(lesson: OPEN, tmp_path: Path) -> None:
    page = lesson("lang=en")
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    hand.go_to_the_end(page)
    hand.open_code(page)
    code = page.locator('[data-testid="stCode"]').first
    expect(code).to_contain_text("[2.0, 3.0, 6.0]")
    field = page.locator('[data-control="scores.0"] .field')
    field.fill("1.5")
    field.press("Enter")
    with page.expect_download() as file:
        page.get_by_role("button", name=re.compile("CSV")).click()
    saved = tmp_path / "table.csv"
    file.value.save_as(saved)
    assert "1.5" in saved.read_text("utf-8-sig")
    expect(code).to_contain_text("[1.5, 3.0, 6.0]")


def test_a_file_asked_for_while_the_page_is_drawn_anew_comes(new_page: OPEN, address: str) -> None:
    """The server offers another file by then, and has forgotten the one that the page shows."""
    with wired(address) as wire:
        page = new_page()
        page.goto(f"{wire.address}/scores_to_probabilities?lang=en")
        wait_for_figures(page)
        hand.go_to_the_end(page)
        hand.open_code(page)
        table = page.get_by_role("button", name=re.compile("CSV"))
        table.wait_for()
        running = "() => document.querySelector('[data-test-script-state=running]')"
        page.wait_for_function(f"() => !({running})()")
        wire.speed = Speed(delay=1)  # the server is done long before it is heard to be
        with page.expect_download():
            page.get_by_text("中文", exact=True).evaluate("(button) => button.click()")
            page.wait_for_function(running)
            table.evaluate("(button) => button.click()")
        page.goto("about:blank")


def test_a_puzzle_gives_the_numbers_back_after_answers_without_the_session(visited: OPEN) -> None:
    page = visited("lang=en&z=4,1,3")
    page.locator(".live .offer button").last.click()
    settled(page, "q=")
    hand.wait_for_softmax(page, 2, 3, 5)
    name = page.locator('[data-control="scores.0"] input.name')
    name.fill("cat")
    name.press("Enter")
    settled(page, "names=cat")
    page.locator(MENU).nth(2).click()
    settled(page, "why_exp.*z=4,1,3.*names=cat")

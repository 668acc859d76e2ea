"""The menu beside a page whose question or puzzle is open."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.look import difference, rest, said, shown

OPEN = Callable[..., Page]


@pytest.mark.parametrize("row", ["questions", "puzzles"])
def test_a_lesson_s_own_entry_in_the_menu_closes_what_is_open(visited: OPEN, row: str) -> None:
    page = visited("z=-35,-58.5&lang=en", lesson="two_classes")
    page.locator(f".live .buttons.{row} button").first.click()
    page.wait_for_url("**&q=**")
    rest(page)
    page.get_by_test_id("stSidebar").get_by_role("link", name="3. Two classes").click()
    page.wait_for_url(lambda link: "q=" not in link)
    rest(page)
    link, before = page.url, shown(page)
    assert said(link)["z"] == ["-35,-58.5"]
    assert page.locator(".live .part:is(.asked, .puzzle)").count() == 0
    page.reload()
    rest(page)
    assert difference(before, shown(page)) == ""
    assert page.url == link

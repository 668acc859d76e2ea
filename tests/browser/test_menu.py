"""The menu beside a page, and over one on a narrow screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from softmax_app import course
from softmax_app.texts.text import Language
from tests.browser.conftest import wait_for_figures
from tests.browser.look import difference, rest, said, shown

OPEN = Callable[..., Page]
# is it taken as far from its middle as a thumb may come down, 44 px across
IS_LARGE = """(one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [[21, 0], [-21, 0], [0, 21], [0, -21]].every(([across, down]) =>
    one.contains(document.elementFromPoint(x + width / 2 + across, y + height / 2 + down)));
}"""
IS_OPEN = "() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().x === 0"
IS_IN_THE_PAGE = "() => document.activeElement.dataset.testid === 'stMain'"


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


@pytest.mark.parametrize(
    ("width", "language", "is_closed"), [(390, "zh", True), (1100, "en", True), (1280, "zh", False)]
)
def test_the_menu_makes_way_for_what_is_chosen_where_it_would_take_a_third(
    lesson: OPEN, width: int, language: Language, is_closed: bool
) -> None:
    page = lesson(f"lang={language}", width=width, height=844)
    menu = page.get_by_test_id("stSidebar")
    if is_closed:
        page.get_by_test_id("stExpandSidebarButton").click()
    expect(menu).to_have_attribute("data-collapsed", "false")
    other = course.LESSONS[4]
    menu.get_by_role("link", name=course.titled(other, language)).click()
    expect(page.locator("h1")).to_have_text(other.title.say(language))
    expect(menu).to_have_attribute("data-collapsed", str(is_closed).lower())
    assert page.evaluate(IS_IN_THE_PAGE) == is_closed
    page.reload()
    wait_for_figures(page)
    expect(menu).to_have_attribute("data-collapsed", str(is_closed).lower())


@pytest.mark.parametrize("width", [320, 390])
def test_a_thumb_has_room_at_the_menu_and_at_the_page_s_head(visited: OPEN, width: int) -> None:
    page = visited("lang=en", width=width, height=844, has_touch=True, is_mobile=True)
    menu, bar = page.get_by_test_id("stSidebarUserContent"), page.get_by_test_id("stHeader")
    entries, heads = menu.get_by_role("link"), page.locator(".st-key-head button:visible")
    around = [bar.get_by_role("button").first, bar.get_by_role("button").last]
    assert all(one.evaluate(IS_LARGE) for one in (*around, *heads.all()))
    assert heads.count() == 4
    assert len({one.bounding_box()["height"] for one in heads.all()}) == 1
    around[0].tap()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")
    close = page.get_by_test_id("stSidebarCollapseButton").get_by_role("button")
    page.wait_for_function(IS_OPEN)
    assert entries.count() == len(course.LESSONS) + 1
    assert all(one.evaluate(IS_LARGE) for one in (close, *entries.all()))
    entries.last.tap()  # which closes it
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")

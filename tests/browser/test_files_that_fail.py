"""Each file that a page is made of cannot be had, once or for good; on demand."""

import os
import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatch

import pytest
from playwright.sync_api import Page, Request, Route, expect

from softmax_app.texts import loading
from tests.browser import hand
from tests.browser.conftest import settled, wait_for_figures
from tests.browser.test_line import drag

LESSON = "scores_to_probabilities"
MISSING = loading.MISSING.en
FILES = {  # by what of the page needs them
    "figures": "**/plotly.min.js*",
    "scene": "**/live.js*",
    "looks": "**/live.css*",
    "formulas": "**/stix-two-math.woff2",
    "letters": "**/SourceSans*.woff2",
    "icons": "**/MaterialSymbols*.woff2",
    "page": "**/static/js/index.*.js",
    "page's library": "**/static/js/src.*.js",
    "page's looks": "**/static/css/index.*.css",
    "components": "**/static/js/BidiComponent.*.js",
    "menu": "**/static/js/PageLink.*.js",
    "languages": "**/static/js/ButtonGroup.*.js",
    "first sentences": "**/static/js/Html.*.js",
    "session": "**/_stcore/health",
    "sweep": "**/sweep/**",
    "answer": "**/answer?**",
}
PATIENCE = 30_000  # ms: each pause before it is tried again is twice as long as the one before
ENDS = ("finished", "failed")
FONTS = ("formulas", "letters", "icons")
WAY_ROUND = ("sweep", "answer", "session")  # tests/browser/test_line.py has them fail for good
FAILED = "dynamically imported"  # what Streamlit then puts in the place of what it could not have
pytestmark = pytest.mark.skipif(os.environ.get("FAULTS") != "all", reason="on demand: FAULTS=all")


def abort(route: Route) -> None:
    route.abort()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Iterator[Page]:
    page = new_page()
    yield page
    page.unroute_all()


def assert_whole(page: Page) -> None:
    """Everything is there, and does what it is for."""
    expect(page.get_by_text(MISSING)).to_have_count(0)
    wait_for_figures(page)
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    hand.wait_for_softmax(page, 2, 3, 6)
    expect(page.get_by_text(MISSING)).to_have_count(0)
    expect(page.get_by_text(re.compile(FAILED))).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Scores to probabilities")


def asks_for(name: str) -> Callable[[Request], bool]:
    return lambda request: fnmatch(request.url, FILES[name])


@pytest.mark.parametrize("name", [one for one in FILES if one not in (*FONTS, *WAY_ROUND)])
def test_a_file_that_fails_once_is_tried_again(page: Page, address: str, name: str) -> None:
    page.route(FILES[name], abort, times=1)
    found, failed = (page.expect_event(f"request{end}", asks_for(name)) for end in ENDS)
    with found, failed:
        page.goto(f"{address}/{LESSON}?lang=en", wait_until="commit")
    assert_whole(page)


@pytest.mark.parametrize("name", [*FONTS, *WAY_ROUND])
def test_without_what_fails_once_all_is_there(page: Page, address: str, name: str) -> None:
    page.route(FILES[name], abort, times=1)
    with page.expect_event("requestfailed"):
        page.goto(f"{address}/{LESSON}?lang=en", wait_until="commit")
        assert_whole(page)


@pytest.mark.parametrize("name", [one for one in FILES if one not in (*FONTS, *WAY_ROUND)])
def test_a_file_that_cannot_be_had_is_spoken_of(page: Page, address: str, name: str) -> None:
    page.route(FILES[name], abort)
    page.goto(f"{address}/{LESSON}?lang=zh", wait_until="commit")
    expect(page.get_by_text(loading.MISSING.zh).first).to_be_visible()
    if name in ("menu", "languages", "first sentences", "page's looks"):  # all else works
        wait_for_figures(page)
        drag(page, "scores.2", 160)
        settled(page, "z=2,3,6")
        expect(page.get_by_text(loading.MISSING.zh)).to_be_visible()
    page.unroute(FILES[name])
    expect(page.get_by_text(loading.MISSING.zh)).to_have_count(0)
    wait_for_figures(page)
    expect(page.get_by_text(re.compile(FAILED))).to_have_count(0)


def test_what_a_hand_holds_is_not_taken_away_for_a_page_that_begins_anew(
    page: Page, address: str
) -> None:
    page.route(FILES["menu"], abort)
    page.goto(f"{address}/{LESSON}?lang=en", wait_until="commit")
    wait_for_figures(page)
    expect(page.get_by_text(MISSING)).to_be_visible(timeout=PATIENCE)
    where = hand.point_at(page, "scores.2")
    page.mouse.down()
    page.evaluate("() => { window.isTheSame = true; }")
    page.unroute(FILES["menu"])
    for _ in range(2):  # the second time it would be another page that asks
        page.wait_for_event("requestfinished", asks_for("menu"))
    assert page.evaluate("() => window.isTheSame")
    page.mouse.move(*where.point(160), steps=4)
    page.mouse.up()
    settled(page, "z=2,3,6")
    expect(page.get_by_text(MISSING)).to_have_count(0, timeout=PATIENCE)
    wait_for_figures(page)
    hand.wait_for_softmax(page, 2, 3, 6)


@pytest.mark.parametrize("name", FONTS)
def test_without_a_font_another_one_serves(page: Page, address: str, name: str) -> None:
    page.route(FILES[name], abort)
    page.goto(f"{address}/{LESSON}?lang=en", wait_until="commit")
    assert_whole(page)

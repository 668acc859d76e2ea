"""Each file that a page is made of cannot be had, once or for good; on demand."""

import os
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from softmax_app.texts import loading
from tests.browser import hand
from tests.browser.conftest import settled, wait_for_figures
from tests.browser.test_line import drag

OPEN = Callable[..., Page]
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
FONTS = ("formulas", "letters", "icons")
WAY_ROUND = ("sweep", "answer", "session")  # tests/browser/test_line.py has them fail for good
FAILED = "dynamically imported"  # what Streamlit then puts in the place of what it could not have
pytestmark = pytest.mark.skipif(os.environ.get("FAULTS") != "all", reason="on demand: FAULTS=all")


def abort(route: Route) -> None:
    route.abort()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_fails_once_is_tried_again(new_page: OPEN, address: str, name: str) -> None:
    page = new_page()
    page.route(FILES[name], abort, times=1)
    with page.expect_event("requestfailed"):
        page.goto(f"{address}/scores_to_probabilities?lang=en", wait_until="commit")
        wait_for_figures(page)
        drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    hand.wait_for_softmax(page, 2, 3, 6)
    expect(page.get_by_text(loading.MISSING.en)).to_have_count(0)
    expect(page.get_by_text(re.compile(FAILED))).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Scores to probabilities")


@pytest.mark.parametrize("name", [one for one in FILES if one not in (*FONTS, *WAY_ROUND)])
def test_a_file_that_cannot_be_had_is_spoken_of(new_page: OPEN, address: str, name: str) -> None:
    page = new_page()
    page.route(FILES[name], abort)
    page.goto(f"{address}/scores_to_probabilities?lang=zh", wait_until="commit")
    expect(page.get_by_text(loading.MISSING.zh).first).to_be_visible()
    if name in ("menu", "languages", "first sentences", "page's looks"):  # all else works
        wait_for_figures(page)
        drag(page, "scores.2", 160)
        settled(page, "z=2,3,6")
        expect(page.get_by_text(loading.MISSING.zh)).to_be_visible()
    page.unroute(FILES[name])
    wait_for_figures(page)
    expect(page.get_by_text(loading.MISSING.zh)).to_have_count(0)
    expect(page.get_by_text(re.compile(FAILED))).to_have_count(0)


@pytest.mark.parametrize("name", FONTS)
def test_without_a_font_another_one_serves(new_page: OPEN, address: str, name: str) -> None:
    page = new_page()
    page.route(FILES[name], abort)
    page.goto(f"{address}/scores_to_probabilities?lang=zh", wait_until="commit")
    wait_for_figures(page)
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    expect(page.get_by_text(loading.MISSING.zh)).to_have_count(0)
    page.unroute(FILES[name])

"""A real browser, started once for all browser tests, and its pages."""

import os
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import visits
from tests.browser.server import ARGUMENTS, find_chromium
from tests.browser.tabs import MEDIA, PATIENCE, Tabs, forget, see


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail("the browser tests are required, and no Chromium was found")
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=[*ARGUMENTS, "--js-flags=--max-lazy"]
        )  # of plotly.js it compiles only what runs
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(chromium: Browser, course_address: str) -> str:  # noqa: ARG001 (nothing without a browser)
    return course_address


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Tabs:
    return Tabs(chromium)


@pytest.fixture
def sent_to_server(tabs: Tabs) -> list[bytes | str]:
    """Everything the test's pages have sent over their WebSockets."""
    tabs.sent.clear()
    return tabs.sent


@pytest.fixture
def new_page(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """Open pages of any size, locale and colour scheme; fail on whatever they may not do."""
    taken: list[Page] = []
    tabs.errors.clear()

    def open_one(*size: int, **options: object) -> Page:
        taken.append(tabs.take(*size, **options))
        return taken[-1]

    yield open_one
    for page in taken:
        tabs.give_back(page)
    assert tabs.errors == []


@pytest.fixture
def open_page(new_page: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Open pages of a room, which let go of its server in the end."""
    opened: list[Page] = []

    def open_one(**options: object) -> Page:
        opened.append(new_page(**options))
        return opened[-1]

    yield open_one
    for page in opened:
        forget(page)
        page.goto("about:blank")


@pytest.fixture
def lesson(new_page: Callable[..., Page], address: str) -> Callable[..., Page]:
    """Open a lesson, the first if no other is named, and wait until its figures are drawn."""

    def open_lesson(
        query: str = "", *, lesson: str = "scores_to_probabilities", **options: object
    ) -> Page:
        page = new_page(**options)
        page.goto(f"{address}/{lesson}?{query}")
        wait_for_figures(page)
        return page

    return open_lesson


@pytest.fixture(scope="module")
def on_the_course(tabs: Tabs) -> Iterator[dict[str, Page]]:
    """Pages of the course that the tests of a file lead on, each of one width."""
    pages: dict[str, Page] = {}
    yield pages
    for page in pages.values():
        tabs.give_back(page)


@pytest.fixture
def visited(
    request: pytest.FixtureRequest, tabs: Tabs, on_the_course: dict[str, Page], address: str
) -> Iterator[Callable[..., Page]]:
    """Open a lesson as ``lesson`` does, on a page that is led there from where it is.

    For tests that leave nothing on it that does not go with the lesson.
    """
    tabs.errors.clear()
    failed = request.session.testsfailed

    def open_lesson(
        query: str = "",
        *,
        lesson: str = "scores_to_probabilities",
        width: int = 1280,
        height: int = 900,
        **options: object,
    ) -> Page:
        profile = {name: one for name, one in options.items() if name not in MEDIA}
        key = f"{width} {profile}"
        if key not in on_the_course:
            on_the_course[key] = tabs.take(width, height, **profile)
        page = on_the_course[key]
        see(page, width, height, **options)
        visits.visit(page, address, lesson, query)
        return page

    yield open_lesson
    if request.session.testsfailed > failed:  # whatever state it is in, no other test meets it
        for page in on_the_course.values():
            tabs.lose(page)
        on_the_course.clear()
    assert tabs.errors == []


def wait_for_figures(page: Page) -> None:
    page.wait_for_function(
        "() => { const plots = [...document.querySelectorAll('.stApp .live figure > .plot')];"
        " return plots.length > 0 && plots.every((plot) => plot.data && plot._fullData)"
        " && !document.getElementById('first'); }"
    )


UNTOUCHED = r"\?(?!.*\bz=)"  # a link that says nothing of the scores


def settled(page: Page, link: str) -> None:
    """Wait until Python has taken over what was done: the link says it."""
    page.wait_for_url(re.compile(link))

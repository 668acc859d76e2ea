"""A real server and a real browser, started once for all browser tests."""

import os
import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.server import ARGUMENTS, find_chromium, start_server


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail("the browser tests are required, and no Chromium was found")
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[str]:  # noqa: ARG001 (no server without a browser)
    log = tmp_path_factory.mktemp("server") / "log.txt"
    server, where = start_server(log)
    yield where
    server.terminate()
    server.wait(timeout=20)
    written = log.read_text("utf-8")
    assert "Traceback" not in written, written


@pytest.fixture
def sent_to_server() -> list[bytes | str]:
    """Everything the test's pages have sent over their WebSockets."""
    return []


@pytest.fixture(scope="session")
def context(chromium: Browser) -> Callable[..., BrowserContext]:
    """Browser profiles by their options, kept so that plotly.js is fetched once for each."""

    @cache
    def profile(options: tuple[tuple[str, object], ...]) -> BrowserContext:
        return chromium.new_context(**dict(options))

    return profile


@pytest.fixture
def new_page(
    context: Callable[..., BrowserContext], sent_to_server: list[bytes | str]
) -> Iterator[Callable[..., Page]]:
    """Open pages of any size, locale and colour scheme; fail on any script error."""
    opened: list[Page] = []
    errors: list[str] = []

    def heard(frame: bytes | str) -> None:
        sent_to_server.append(frame)

    def open_one(width: int = 1280, height: int = 900, **options: object) -> Page:
        options = {"locale": "en-US", "color_scheme": "light"} | options
        page = context(tuple(options.items())).new_page()
        page.set_viewport_size({"width": width, "height": height})
        opened.append(page)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("websocket", lambda socket: socket.on("framesent", heard))
        page.set_default_timeout(30_000)
        return page

    yield open_one
    for page in opened:
        page.close()
    assert errors == []


@pytest.fixture
def lesson(new_page: Callable[..., Page], address: str) -> Callable[..., Page]:
    """Open lesson 1 with a query, and wait until its figures are drawn."""

    def open_lesson(query: str = "", **options: object) -> Page:
        page = new_page(**options)
        page.goto(f"{address}/scores_to_probabilities?{query}")
        wait_for_figures(page)
        return page

    return open_lesson


def wait_for_figures(page: Page) -> None:
    page.wait_for_function(
        "() => { const plots = [...document.querySelectorAll('.live figure > div')];"
        " return plots.length > 0 && plots.every((plot) => plot.data && plot._fullData); }"
    )


def settled(page: Page, link: str) -> None:
    """Wait until Python has taken over what was done: the link says it."""
    page.wait_for_url(re.compile(link))

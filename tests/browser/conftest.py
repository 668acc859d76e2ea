"""A real browser, started once for all browser tests, and its pages."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, WebSocket, sync_playwright

from tests.browser.server import ARGUMENTS, find_chromium


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
def address(chromium: Browser, course_address: str) -> str:  # noqa: ARG001 (nothing without a browser)
    return course_address


class Tabs:
    """Pages by their options, used again from test to test: a warm page opens twice as fast."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.idle: dict[str, list[Page]] = defaultdict(list)
        self.sent: list[bytes | str] = []
        self.errors: list[str] = []

    def take(self, options: dict[str, object]) -> Page:
        """Return a page that no one uses, in a profile with these options."""
        if self.idle[repr(options)]:
            return self.idle[repr(options)].pop()
        page = self.browser.new_context(**options).new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("websocket", self.follow)
        page.on("request", lambda request: self.ask(request.url))
        page.on("console", self.read)
        return page

    def follow(self, socket: WebSocket) -> None:
        self.ask(socket.url)
        socket.on("framesent", self.hear)

    def hear(self, frame: bytes | str) -> None:
        self.sent.append(frame)

    def ask(self, address: str) -> None:
        """No page asks any other host."""
        if urlsplit(address).hostname not in (None, "127.0.0.1"):
            self.errors.append(f"asked for {address}")

    def read(self, message: ConsoleMessage) -> None:
        """No page does what its policy forbids (softmax_app/server/safety.py)."""
        if "Content Security Policy" in message.text:
            self.errors.append(message.text)


def forget(page: Page) -> None:
    """Clear what a page has kept, such as a room: no test knows what another has done."""
    if page.url.startswith("http"):
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")


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
    taken: list[tuple[str, Page]] = []
    tabs.errors.clear()

    def open_one(width: int = 1280, height: int = 900, **options: object) -> Page:
        options = {"locale": "en-US", "color_scheme": "light", "reduced_motion": "reduce"} | options
        page = tabs.take(options)
        page.goto("about:blank")
        page.context.clear_cookies()  # no test knows what another has done
        page.set_viewport_size({"width": width, "height": height})
        page.mouse.move(0, 0)
        taken.append((repr(options), page))
        return page

    yield open_one
    for options, page in taken:
        forget(page)
        tabs.idle[options].append(page)
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

"""Pages that are used again from test to test: a warm page opens twice as fast."""

from collections import defaultdict
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, WebSocket

PATIENCE: Final = 60_000  # ms: on a machine that has much to do, a first page takes long
# what any page can be told to be seen in
MEDIA: Final = {"color_scheme": "light", "reduced_motion": "reduce", "forced_colors": "none"}


class Tabs:
    """Pages by the options of their profiles, each in a profile of its own."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.idle: dict[str, list[Page]] = defaultdict(list)
        self.taken: dict[Page, str] = {}
        self.sent: list[bytes | str] = []
        self.errors: list[str] = []

    def take(self, width: int = 1280, height: int = 900, **options: Any) -> Page:
        """Return an empty page that no one uses, in a profile with these options."""
        media = {name: options.pop(name) for name in MEDIA if name in options}
        options = {"locale": "en-US"} | options
        idle = self.idle[repr(options)]
        page = idle.pop() if idle else self._open(options)
        self.taken[page] = repr(options)
        page.goto("about:blank")
        page.context.clear_cookies()  # no test knows what another has done
        see(page, width, height, **media)
        return page

    def give_back(self, page: Page) -> None:
        forget(page)
        self.idle[self.taken.pop(page)].append(page)

    def lose(self, page: Page) -> None:
        del self.taken[page]
        page.context.close()

    def _open(self, options: dict[str, Any]) -> Page:
        page = self.browser.new_context(**options).new_page()
        page.set_default_timeout(PATIENCE)
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


def see(page: Page, width: int = 1280, height: int = 900, **options: Any) -> None:
    """Have a page seen in a size, a colour scheme and so on, with the mouse out of the way."""
    page.emulate_media(**{name: options.get(name, usual) for name, usual in MEDIA.items()})
    page.set_viewport_size({"width": width, "height": height})
    page.mouse.move(0, 0)


def forget(page: Page) -> None:
    """Clear what a page has kept, such as a room: no test knows what another has done."""
    if page.url.startswith("http"):
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")

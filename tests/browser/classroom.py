"""A projector and phones as they stand in a classroom: what hands do, what eyes read."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_for_figures

OPEN = Callable[..., Page]
ROOM = ".live.projected .room"
FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


class Projector:
    """A browser that shows a question on the wall."""

    def __init__(self, page: Page, address: str, code: str = "") -> None:
        self.page = page
        self.address = address
        self.code = code

    def show(self, lesson: str, question: str, language: str = "en", view: str = "light") -> None:
        self.page.goto(f"{self.address}/{lesson}?view={view}&lang={language}&q={question}")
        wait_for_figures(self.page)

    def forget(self) -> None:
        """Keep nothing of what a test before has opened."""
        self.page.goto(f"{self.address}/room")
        self.page.evaluate(FORGET)

    def open(self) -> str:
        """Open a room with the key; return its code."""
        self.page.keyboard.press("g")
        self.code = self.page.locator(f"{ROOM} .code").inner_text().strip()
        return self.code

    def press(self, key: str, phase: str) -> None:
        """Press a key and wait for what it brings about."""
        self.page.keyboard.press(key)
        self.at(phase)

    def at(self, phase: str) -> None:
        expect(self.page.locator(f"{ROOM} .phase")).to_have_text(re.compile(phase))

    def answered(self, count: int) -> None:
        expect(self.page.locator(f"{ROOM} output")).to_have_text(str(count))

    @property
    def outcome(self) -> str:
        return self.page.locator(f"{ROOM} .outcome").inner_text()

    def dots(self) -> list[float]:
        """Return the places of all guesses that stand along a line."""
        page = self.page
        page.locator(f"{ROOM} figure > .plot.js-plotly-plot").wait_for()
        found: list[float] = page.evaluate(
            "() => document.querySelector('.live figure > .plot').data"
            ".filter((one) => one.mode === 'markers').flatMap((one) => [...one.x])"
        )
        return found


class Phone:
    """A browser in a room."""

    def __init__(self, page: Page, projector: Projector, language: str = "en") -> None:
        self.page = page
        self.address = projector.address
        self.language = language
        self.code = projector.code

    def join(self) -> "Phone":
        self.page.goto(f"{self.address}/room/{self.code}?lang={self.language}")
        return self

    def guess(self, *values: float) -> None:
        """Enter a guess, in whatever form it is asked for, and send it."""
        page = self.page
        page.locator("#guess .send").wait_for()
        for chosen in page.locator("#guess .option.chosen").all()[::-1]:
            chosen.click()  # an order is begun anew
        for place, value in enumerate(values):
            if page.locator("#guess input[type=range]").count():
                page.locator("#guess input[type=range]").nth(place).fill(str(value))
            else:
                page.locator("#guess .option").nth(int(value)).click()
        page.locator("#guess .send").click()

    def guess_again(self, *values: float) -> None:
        """The same in the second vote, once the phone has come to it."""
        self.sees("Second vote|第二次投票")
        self.guess(*values)

    def has_sent(self) -> None:
        self.reads("Sent|已提交")

    def reads(self, words: str) -> None:
        expect(self.page.locator("#line")).to_have_text(re.compile(words))

    def sees(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(re.compile(words))

    def shows(self, words: str) -> None:
        """Wait until these words stand anywhere on it."""
        expect(self.page.locator("body")).to_contain_text(words)

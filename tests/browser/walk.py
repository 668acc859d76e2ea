"""A reader without a plan: does at random whatever a page can be asked for."""

from collections.abc import Callable
from typing import Final

from playwright.sync_api import Page

from tests.browser.look import rest
from tests.browser.reader import Reader

PROJECTOR_KEYS: Final = (
    *("PageDown", "ArrowRight", " ", "PageUp", "ArrowLeft", "Home", "End", "a", "b", "d", "k"),
    *("PageDown", "PageDown", "Escape"),
)


class Walker(Reader):
    """Takes one step after another, and remembers them."""

    def __init__(self, page: Page, seed: int) -> None:
        super().__init__(page, seed)
        self.steps: list[str] = []
        self.ways: dict[Callable[[], str], int] = {
            self.drag_picture: 4,
            self.drag_slider: 4,
            self.press_keys: 2,
            self.type_number: 3,
            self.type_name: 1,
            self.press_button: 8,
            self.open_or_close: 1,
            self.ask_for_term: 1,
            self.follow_menu: 2,
            self.choose_language: 1,
            self.start_over: 1,
            self.change_theme: 1,
            self.go_back_or_forth: 2,
            self.reload: 1,
            self.project: 1,
            self.lead_projector: 4,
            self.share: 1,
        }
        self.shared = ""  # a link that was given away of what is on the page

    def step(self) -> str:
        """Do something that can be done here, and wait until it is answered."""
        done = self.shared = ""
        while not done:
            (way,) = self.random.choices(list(self.ways), list(self.ways.values()))
            done = way()
        self.steps.append(done)
        rest(self.page)
        return done

    def open_or_close(self) -> str:
        return self.click(".live summary, .st-key-shelf summary", "open or close")

    def ask_for_term(self) -> str:
        return self.click(".gloss > .term", "ask what is meant by")

    def follow_menu(self) -> str:
        css = "[data-testid=stSidebar] a, .st-key-next a, .st-key-start a, .st-key-chain a"
        return self.click(css, "follow")

    def choose_language(self) -> str:
        return self.click(".st-key-language button, .st-key-language label", "choose")

    def start_over(self) -> str:
        return self.click(".st-key-reset button", "press")

    def change_theme(self) -> str:
        scheme = self.random.choice(("light", "dark"))
        self.page.emulate_media(color_scheme=scheme)
        return f"{scheme} theme"

    def go_back_or_forth(self) -> str:
        where = self.random.choice(("Back", "Back", "Forward"))
        if not self.page.evaluate(f"() => navigation.canGo{where}"):
            return ""
        self.page.evaluate(f"() => history.{where.lower()}()")
        return where

    def reload(self) -> str:
        self.page.reload()
        return "reload"

    def project(self) -> str:
        return self.click(".st-key-project button", "press")

    def lead_projector(self) -> str:
        if "view=" not in self.page.url:
            return ""
        keys = self.random.choices(PROJECTOR_KEYS, k=self.random.randint(1, 3))
        for key in keys:
            self.page.keyboard.press(key)
        return f"on the projector {keys}"

    def share(self) -> str:
        """Choose a link to give away; the first is one to just what is on the page."""
        done = self.click(".st-key-share button", "press")
        if not done:
            return ""
        dialog = self.page.get_by_role("dialog")
        kinds = dialog.get_by_role("radio")
        kinds.first.wait_for()
        which = self.random.randrange(kinds.count())
        kinds.nth(which).click()
        rest(self.page)
        link = dialog.locator("code").inner_text()
        self.page.keyboard.press("Escape")
        dialog.wait_for(state="detached")
        if which == 0:
            self.shared = link
        return f"{done}: {link}"

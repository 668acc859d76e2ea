"""A reader's hands on a page, led by chance."""

import random
from typing import Final

from playwright.sync_api import ElementHandle, Page

VISIBLE = """([css, chance]) => {
  const dialog = document.querySelector('[role="dialog"]');
  const there = [...(dialog ?? document).querySelectorAll(css)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0
    && !one.disabled);
  return there[Math.floor(chance * there.length)] ?? null;
}"""
NONSENSE: Final = ("", "1e999", "-1e7", "1e-320", "abc", "--3", "1e", "1e6", "-0", "0.1.2", "٣")
SANE: Final = ("0", "1", "-3.25", "7", "2.5", "0.07", "100", "-98", "709", "3.14159", "12")
NAMES: Final = (
    *("", "cat", "a, b", '"', "<b>x</b>", "猫", "sport", "x" * 40, "{0}", "**bold**"),
    "\u202eabc",  # turns what follows
)
SLIDER_KEYS: Final = ("ArrowLeft", "ArrowRight", "ArrowUp", "PageUp", "PageDown", "Home", "End")
ROOM: Final = ("G ·",)  # a class's room is another story


class Reader:
    """Takes hold of whatever can be seen, and says what was done, if anything was."""

    def __init__(self, page: Page, seed: int) -> None:
        self.page = page
        self.random = random.Random(seed)

    def find(self, css: str) -> ElementHandle | None:
        """Return one of the elements that can be seen, if there are any."""
        found = self.page.evaluate_handle(VISIBLE, [css, self.random.random()]).as_element()
        if found is not None:
            found.scroll_into_view_if_needed()
        return found

    def click(self, css: str, doing: str) -> str:
        found = self.find(css)
        if found is None:
            return ""
        label = found.inner_text().strip() or found.get_attribute("aria-label")
        if label and label.startswith(ROOM):
            return ""
        found.click()
        return f"{doing} {label!r}"

    def drag(self, css: str, doing: str) -> str:
        """Take an element somewhere and let go elsewhere, on it or beside it."""
        found = self.find(css)
        box = found and found.bounding_box()
        if not box:
            return ""
        mouse, share = self.page.mouse, self.random.random
        left, top, width, height = box["x"], box["y"], box["width"], box["height"]
        places = [(left + share() * width, top + share() * height) for _ in ("from", "to")]
        mouse.move(*places[0])
        mouse.down()
        mouse.move(*places[1], steps=self.random.randint(1, 8))
        mouse.up()
        return f"{doing} {[(round(x), round(y)) for x, y in places]}"

    def drag_picture(self) -> str:
        return self.drag(".live figure > .plot", "drag on a picture")

    def drag_slider(self) -> str:
        return self.drag(".live .range", "drag a slider")

    def press_keys(self) -> str:
        found = self.find(".live :is(.range, .plot[tabindex])")
        if found is None:
            return ""
        found.focus()
        keys = self.random.choices(SLIDER_KEYS, k=self.random.randint(1, 4))
        for key in keys:
            self.page.keyboard.press(key)
        return f"keys {keys}"

    def type_number(self) -> str:
        return self.type(".live .field", (*SANE, *NONSENSE))

    def type_name(self) -> str:
        return self.type(".live input.name", NAMES)

    def type(self, css: str, texts: tuple[str, ...]) -> str:
        found = self.find(css)
        if found is None:
            return ""
        text = self.random.choice(texts)
        found.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)
        key = self.random.choice(("Enter", "Tab"))
        self.page.keyboard.press(key)
        return f"type {text!r}, {key}, into {found.get_attribute('aria-label')!r}"

    def press_button(self) -> str:
        return self.click(".live .buttons button, .live .slider > button", "press")

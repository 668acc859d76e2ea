"""A page on paper: its own column, light, as wide as the paper, with all that is folded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from softmax_app import course
from softmax_app.figures.theme import SHADES, TEXT
from softmax_app.kit.lesson import Lesson
from softmax_app.texts.home import TEACHERS
from softmax_app.texts.take_away import REMEMBER
from softmax_app.texts.text import Language
from tests.browser import hand
from tests.turns import EVERY, by_turns

OPEN = Callable[..., Page]
PAPER = 688  # px of A4 between its margins
PAGES = [course.HOME, *course.LESSONS] if EVERY else [course.HOME, *course.LESSONS[4:9:4]]
SCREENS = [(1280, "dark", "zh"), (390, "light", "en"), (1280, "light", "zh"), (1280, "dark", "en")]

# what reaches beyond the paper; of a drawing, which clips itself, its words, and nothing of what
# formulas have for screen readers alone
WIDE = """() => [...document.querySelectorAll('.stMainBlockContainer *')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => !one.closest('svg, .katex-mathml') || one.matches('svg, text'))
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 99))"""
# what is on the screen only
CONTROLS = (
    "[data-testid=stSidebar], [data-testid=stHeader], .st-key-start, .st-key-next, .live .range,"
    " .st-key-head :is(button, [data-testid=stButtonGroup]), .live .offer, .live .slider button,"
    " .live .examples button"
)
SEEN = (
    "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 99))"
)
# how much of its place each drawing fills
FILLED = """() => [...document.querySelectorAll('.live figure')].map((figure) =>
  figure.querySelector('.main-svg').getBoundingClientRect().width
    / figure.getBoundingClientRect().width)"""
FOLDED = "() => document.querySelectorAll('.live details:not([open])').length"
GROUNDS = """() => [...new Set(
  [...document.querySelectorAll('html, body, .stApp, .stApp > *, .stMain, .live')]
    .map((one) => getComputedStyle(one).backgroundColor))]"""
INK = "() => getComputedStyle(document.querySelector('.live .main-svg text')).fill"


@contextmanager
def on_paper(page: Page, width: int) -> Iterator[None]:
    """Have a page as it is printed; then as it was."""
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.evaluate(hand.AFTER_NEXT_FRAME)
    try:
        yield
    finally:
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("() => dispatchEvent(new Event('afterprint'))")


def as_rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


INKS = {as_rgb(shade.light) for shade in SHADES.values()}


@pytest.mark.parametrize(("of", "screen"), by_turns(PAGES, SCREENS))
def test_a_printed_page_is_light_and_whole_and_has_no_controls(
    visited: OPEN, of: Lesson, screen: tuple[int, str, Language]
) -> None:
    width, scheme, language = screen
    page = visited(f"lang={language}", lesson=of.name, width=width, color_scheme=scheme)
    folded, ink = page.evaluate(FOLDED), page.evaluate(INK)
    with on_paper(page, width):
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER
        assert page.evaluate(WIDE) == []
        assert page.locator(CONTROLS).evaluate_all(SEEN) == []
        assert min(page.evaluate(FILLED)) > 0.98
        assert page.evaluate(FOLDED) == 0
        last = REMEMBER if of in course.LESSONS else TEACHERS
        expect(page.get_by_text(last.say(language), exact=True)).to_be_visible()
        assert page.evaluate(GROUNDS) == ["rgba(0, 0, 0, 0)"]
        expect(page.locator("h1")).to_have_css("color", as_rgb(TEXT.light))
        assert page.evaluate(INK) in INKS
    assert page.evaluate(FOLDED) == folded
    assert page.evaluate(INK) == ink

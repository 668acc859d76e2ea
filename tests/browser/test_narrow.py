"""A page at 200 % and at 400 % (640 and 320 px wide), and in the colours of the reader's system.

One page is looked at, or with ``AXE=all`` every page and question.
"""

import io
import os
import re
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageColor
from playwright.sync_api import Page

from softmax_app import course
from softmax_app.figures import theme
from softmax_app.kit.lesson import Page as CoursePage
from softmax_app.texts.text import LANGUAGES, Language
from tests.browser import hand
from tests.browser.conftest import wait_for_figures

OPEN = Callable[..., Page]
PAGES = [course.HOME, *course.LESSONS]
if os.environ.get("AXE") == "all":
    SIZES = [(640, 400), (320, 640), (320, 256)]
    SHOWN = [
        (page, language, item)
        for language in ("en", "zh")
        for page in PAGES
        for item in ("", *(item.id for item in page.items))
    ]
else:
    SIZES = [(320, 256)]
    SHOWN = [(course.LESSONS[0], "en", "tenth")]

# what sticks out of the window, what is cut, and what is written on something else that is written
LOST = """() => {
  const found = [];
  const main = document.querySelector('[data-testid=stMain]');
  if (main.scrollWidth > main.clientWidth) found.push(`the page is ${main.scrollWidth} wide`);
  const seen = { visibilityProperty: true, opacityProperty: true };
  const written = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const host = node.parentElement;
    const text = node.data.trim().slice(0, 60);
    if (!text || !host.checkVisibility(seen)) continue;
    if (host.closest('.unseen, .plot, style, script, math, svg, [popover]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    let scrolls = false;
    for (let one = host; one && one !== main; one = one.parentElement) {
      const { overflowX } = getComputedStyle(one);
      scrolls ||= /auto|scroll/.test(overflowX);
      const isWider = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1;
      if (/hidden|clip/.test(overflowX) && isWider) found.push(`cut: ${text}`);
    }
    if (scrolls) continue;
    if (boxes.some(({ left, right }) => left < -1 || right > innerWidth + 1)) {
      found.push(`out: ${text}`);
    }
    written.push({ text, boxes });
  }
  const meet = (one, other) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > 2 && down > 0.35 * Math.min(one.height, other.height);
  };
  for (const [index, one] of written.entries()) {
    for (const other of written.slice(index + 1)) {
      if (one.boxes.some((box) => other.boxes.some((another) => meet(box, another)))) {
        found.push(`${one.text} on ${other.text}`);
      }
    }
  }
  for (const one of main.querySelectorAll('input:is(.field, .name)')) {
    const isCut = one.checkVisibility() && one.scrollWidth > one.clientWidth + 1;
    if (isCut) found.push(`cut: ${one.value}`);
  }
  return found;
}"""


def named(one: object) -> str:
    return one.name or "home" if isinstance(one, CoursePage) else str(one)


@pytest.mark.parametrize(("shown", "language", "item"), SHOWN, ids=named)
def test_nothing_is_cut_or_scrolls_sideways_however_much_it_is_enlarged(
    new_page: OPEN, address: str, shown: CoursePage, language: str, item: str
) -> None:
    page = new_page(*SIZES[0])
    page.goto(f"{address}/{shown.name}?lang={language}&q={item}")
    wait_for_figures(page)
    hand.unfold(page)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(hand.AFTER_NEXT_FRAME)
        assert page.evaluate(LOST) == [], width


GROUND = "(one) => getComputedStyle(one).backgroundColor"
FILL = "(one) => getComputedStyle(one).fill"


def rgb(color: str) -> tuple[int, ...]:
    """Return a colour as it is on white: the system's may let its ground through."""
    *parts, alpha = map(float, re.findall(r"[\d.]+", f"{color.removesuffix(')')}, 1")[:4])
    return tuple(round(255 - alpha * (255 - part)) for part in parts)


def test_in_the_colours_of_the_system_all_that_is_used_is_seen(
    new_page: OPEN, address: str
) -> None:
    page = new_page(forced_colors="active")
    page.goto(f"{address}/push_and_pull?lang=en&z=4,-4,3")
    wait_for_figures(page)
    pressed, *others = (
        page.locator(f".live .choice [aria-pressed={state}]").first for state in ("true", "false")
    )
    chosen = pressed.evaluate(GROUND)
    assert all(one.evaluate(GROUND) != chosen for one in others)
    thumb = page.locator(".live .range").first
    thumb.focus()
    assert thumb.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"
    with Image.open(io.BytesIO(thumb.screenshot())) as picture:
        colors = {color for _, color in picture.convert("RGB").getcolors(1 << 16)}
    assert any(np.allclose(color, rgb(chosen), atol=2) for color in colors)
    plot = page.locator(".live .hand figure > .plot")
    assert rgb(plot.evaluate(GROUND)) == ImageColor.getrgb(theme.GROUND.light)
    fills = plot.locator(".barlayer .point path").evaluate_all(f"(all) => all.map({FILL})")
    seen = {rgb(fill) for fill in fills}
    assert {ImageColor.getrgb(shade.light) for shade in theme.CLASSES[:3]} <= seen
    words = rgb(plot.locator(".bartext").first.evaluate(FILL))
    assert words == ImageColor.getrgb(theme.TEXT.light)


def test_on_a_phone_a_puzzle_leaves_two_thirds_to_what_it_is_solved_with(visited: OPEN) -> None:
    page = visited("q=win", width=390, height=844)
    box = page.locator(".live .puzzle").bounding_box()
    assert box is not None
    assert box["height"] < 844 / 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_smallest_phone_the_language_and_the_buttons_have_one_row(
    visited: OPEN, language: Language
) -> None:
    page = visited(f"lang={language}", width=320, height=700)
    tops = page.locator(".st-key-head button").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width)"
        ".map(({ top }) => top)"
    )
    assert len(tops) == 4
    assert max(tops) - min(tops) < 8

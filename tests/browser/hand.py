"""What a hand does to the page, and what an eye reads from it."""

from typing import NamedTuple

import numpy as np
from playwright.sync_api import Page

from softmax_core import softmax

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
MAPS = (2, 1, 3)  # of lesson 1's traces: linear, softmax, hardmax, behind the exponentials
DRAWN = f"""() => {[*MAPS]}.map((trace) =>
  Array.from(document.querySelector('.live .stage figure > .plot').data[trace].y))"""
UNFOLD = "() => { for (const one of document.querySelectorAll('.live .fold')) one.open = true; }"
# what is not in view is drawn a frame later than what is
AFTER_NEXT_FRAME = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""

# the middle of a cell of a heat map on the screen
CELL = """([plot, row, column]) => {
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  return [box.left + xaxis._offset + xaxis.d2p(column), box.top + yaxis._offset + yaxis.d2p(row)];
}"""


class Track(NamedTuple):
    """Where a slider is on the screen, and how many positions it has."""

    left: float
    middle: float
    width: float
    last: int

    def point(self, index: float) -> tuple[float, float]:
        return self.left + self.width * index / self.last, self.middle


def track(page: Page, control: str) -> Track:
    thumb = page.locator(f'[data-control="{control}"] .range')
    thumb.evaluate("(one) => one.scrollIntoView({ block: 'nearest' })")
    box = thumb.bounding_box()
    assert box is not None
    inset = 11  # half a thumb: where its middle is at either end
    return Track(
        box["x"] + inset,
        box["y"] + box["height"] / 2,
        box["width"] - 2 * inset,
        int(thumb.get_attribute("max") or 0),
    )


def position(page: Page, control: str) -> int:
    return int(page.locator(f'[data-control="{control}"] .range').input_value())


def point_at(page: Page, control: str) -> Track:
    """Point at a slider's thumb and wait until its sweep is there."""
    where = track(page, control)
    page.mouse.move(*where.point(position(page, control)))
    page.locator(f'[data-control="{control}"][data-ready]').wait_for()
    return where


def go_to_the_end(page: Page) -> None:
    """Scroll to the page's end, and wait until its code is there."""
    page.locator(".st-key-shelf").evaluate("(end) => end.scrollIntoView()")
    page.get_by_test_id("stCode").first.wait_for(state="attached")


def open_code(page: Page) -> None:
    """Open the code, under its title at the page's end."""
    page.locator(".st-key-shelf summary").first.click()
    page.get_by_test_id("stCode").first.wait_for()


def record(page: Page, numbers: str) -> None:
    """Keep in ``window.seen`` what a picture of ``plot`` shows each time that it is drawn or moved.

    So one that was seen for a moment only is found too. What was kept before is kept no more: a
    page that is led to another lesson is still the same.
    """
    page.evaluate(
        "() => { window.recorder?.disconnect(); window.seen = [];"
        " const plot = document.querySelector('.live .stage figure > .plot');"
        f" window.recorder = new MutationObserver(() => window.seen.push({numbers}));"
        " window.recorder.observe(plot,"
        " { subtree: true, childList: true, attributes: true, characterData: true }); }"
    )


def drawn(page: Page) -> np.ndarray:
    """Return the heights of the bars as the figure holds them, shape (3, n)."""
    return np.array(page.evaluate(DRAWN), dtype=np.float64)


def drawn_soon(page: Page) -> np.ndarray:
    """Return the bars once the browser has painted everything."""
    page.evaluate(AFTER_NEXT_FRAME)
    return drawn(page)


def wait_for_softmax(page: Page, *scores: float, temperature: float = 1.0) -> None:
    """Wait until the softmax panel shows the answer to these scores."""
    page.wait_for_function(
        "(bars) => { const drawn = document.querySelector('.live .stage figure > .plot').data[1].y;"
        " return drawn.length === bars.length && bars.every((bar, i) => bar === drawn[i]); }",
        arg=softmax(scores, temperature=temperature).tolist(),
    )


def read_number(text: str) -> float:
    """Read a number as the page writes it."""
    plain = text.replace("\N{MINUS SIGN}", "-").replace("\u202f", "\u2009")
    plain = plain.replace("\u2009×\u200910", "e")
    return float(plain.replace("∞", "inf").translate(SUPERSCRIPTS))


def trace(page: Page, number: int, attribute: str = "y", *, figure: int = 0) -> np.ndarray:
    """Return what a trace of a figure holds."""
    found = page.evaluate(
        "([figure, trace, attribute]) => Array.from("
        "document.querySelectorAll('.live .stage figure > .plot')[figure].data[trace][attribute],"
        "String)",
        [figure, number, attribute],
    )
    return np.array(found, dtype=np.float64)


def unfold(page: Page) -> None:
    """Open all that opens under its title."""
    page.evaluate(UNFOLD)


def table(page: Page, css: str = "numbers") -> list[list[str]]:
    """Return the cells of a table's body, its first column left out; it is opened for that."""
    found: list[list[str]] = page.evaluate(  # at once: a drag has no time for a call a row
        f"(css) => {{ ({UNFOLD})();"
        " return [...document.querySelectorAll(`.live .${css} tbody tr`)]"
        ".map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)); }",
        css,
    )
    return found

"""The READMEs' moving pictures, taken from the running app: the home page's stage in use.

A score is dragged until the model is wrong, then gradient descent takes it back, step by step. One
picture a language.

    python -m docs.moving
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image
from playwright.sync_api import Page

from docs import camera
from softmax_app.texts.text import Language

PICTURES: Final[dict[Language, str]] = {"en": "chain.gif", "zh": "chain.zh.gif"}
LINK: Final = "?z=2,3,5&y=2&lr=2&embed=true&lang="
WIDTH: Final = 1000
HEIGHT: Final = 760
MARGIN: Final = 10
COLOURS: Final = 96
LARGEST: Final = 2_000_000  # bytes
DRAGS: Final = ((0, 2.0, 8.5, 18), (2, 5.0, -3.0, 16))  # bar, from, to, pictures
STEPS: Final = 9
MOVING: Final = 60  # ms that a picture is seen: of a drag, of a step, and at rest
STEPPING: Final = 450
RESTING: Final = 1100

# the hand, which no screenshot has
HAND: Final = """() => {
  const hand = document.createElement('div');
  hand.style.cssText = 'position: fixed; z-index: 99; width: 22px; height: 22px; '
    + 'translate: -11px -11px; border-radius: 50%; background: #1c273355; '
    + 'border: 2px solid #1c2733; pointer-events: none';
  document.body.append(hand);
  addEventListener('pointermove', ({ clientX, clientY }) => {
    hand.style.left = `${clientX}px`;
    hand.style.top = `${clientY}px`;
  }, true);
}"""
# where a value of a bar of the scores is on the page
PLACE: Final = """([bar, value]) => {
  const plot = document.querySelector('.live figure > .plot');
  const { left, top } = plot.getBoundingClientRect();
  const { xaxis, yaxis } = plot._fullLayout;
  return [left + xaxis._offset + xaxis.d2p(bar), top + yaxis._offset + yaxis.d2p(value)];
}"""
# the figure, its words, and the button below them
BOX: Final = """() => {
  const box = (css) => document.querySelector(css).getBoundingClientRect();
  const { left, right, top } = box('.live figure > .plot');
  return [left, top, right, box('.live .chain .buttons').bottom];
}"""


class Shot(NamedTuple):
    """One picture of many, and how long it is seen."""

    image: Image.Image
    duration: int


def main() -> None:
    """Write one moving picture for each language."""
    with camera.running() as (browser, address):
        for language, name in PICTURES.items():
            link = f"{address}/{LINK}{language}"
            page = camera.open_page(browser, link, width=WIDTH, height=HEIGHT)
            page.evaluate(HAND)
            write([*shots(page)], camera.FOLDER / name)


def shots(page: Page) -> Iterator[Shot]:
    """Yield the pictures: what is dragged, and then the steps back."""
    for bar, start, end, count in DRAGS:
        page.mouse.move(*page.evaluate(PLACE, [bar, start]))
        page.locator(f'[data-control="scores.{bar}"][data-ready]').wait_for()
        yield shot(page, RESTING)
        page.mouse.down()
        for number in range(1, count + 1):
            value = start + (end - start) * number / count
            page.mouse.move(*page.evaluate(PLACE, [bar, value]))
            yield shot(page, MOVING if number < count else RESTING)
        page.mouse.up()
    button = page.locator(".live .chain .buttons button").first
    button.hover()
    for number in range(STEPS):
        before = page.url
        button.click()
        page.wait_for_function("(before) => location.href !== before", arg=before)
        yield shot(page, STEPPING if number < STEPS - 1 else 2 * RESTING)


def shot(page: Page, duration: int) -> Shot:
    """Return a picture of the stage as it now is."""
    page.evaluate(camera.PAINTED)
    left, top, right, bottom = page.evaluate(BOX)
    seen = page.screenshot(
        clip={
            "x": left - MARGIN,
            "y": top - MARGIN,
            "width": right - left + 2 * MARGIN,
            "height": bottom - top + 2 * MARGIN,
        },
        caret="hide",
    )
    with Image.open(io.BytesIO(seen)) as taken:
        return Shot(taken.convert("RGB"), duration)


def write(pictures: list[Shot], file: Path) -> None:
    """Write the pictures as one that moves, in the same few colours all through."""
    width, height = pictures[0].image.size
    sheet = Image.new("RGB", (width, 3 * height))
    for number, picture in enumerate((pictures[0], pictures[len(pictures) // 2], pictures[-1])):
        sheet.paste(picture.image, (0, number * height))
    palette = sheet.quantize(COLOURS, dither=Image.Dither.NONE)
    none = Image.Dither.NONE
    first, *others = (one.image.quantize(palette=palette, dither=none) for one in pictures)
    durations = [one.duration for one in pictures]
    first.save(file, save_all=True, append_images=others, duration=durations, loop=0, optimize=True)
    size = file.stat().st_size
    print(f"{file.name}: {width} × {height}, {len(pictures)} pictures, {size / 1000:.0f} kB")
    if size > LARGEST:
        sys.exit(f"{file.name} is larger than {LARGEST / 1e6:g} MB")


if __name__ == "__main__":
    main()

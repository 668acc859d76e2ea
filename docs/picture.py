"""The READMEs' pictures, taken from the running app: lesson 1 with the scores 4, −4 and 3.

Softmax makes probabilities of them, linear normalisation does not. One picture a language.

    python -m docs.picture
"""

import sys
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from softmax_app.texts.text import Language
from tests.browser.server import ARGUMENTS, find_chromium, start_server

FOLDER: Final = Path(__file__).parent
PICTURES: Final[dict[Language, str]] = {"en": "course.png", "zh": "course.zh.png"}
LINK: Final = "scores_to_probabilities?z=4,-4,3&T=1&lang="
WIDTH: Final = 1280
HEIGHT: Final = 1600  # more than the picture has: nothing is scrolled
MARGIN: Final = 28  # below the last thing seen
COLOURS: Final = 128
PATIENCE: Final = 60_000  # ms within which a condition must hold

DRAWN: Final = """() => {
  const plots = [...document.querySelectorAll('.live figure > .plot')];
  return plots.length > 0 && plots.every((plot) => plot.data && plot._fullData)
    && document.querySelector('[data-test-script-state="notRunning"]') !== null;
}"""
PAINTED: Final = """async () => {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
# where the sliders and the first figure with its words end
BOTTOM: Final = """() => Math.max(...[...document.querySelector('.live .work:has(figure)')
  .querySelectorAll(':is(.range, .marks, figure, p)')]
  .map((one) => one.getBoundingClientRect().bottom))"""


def main() -> None:
    """Write one picture for each language."""
    path = find_chromium()
    if path is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    server, address = start_server(Path(tempfile.mkdtemp()) / "log.txt")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            for language, name in PICTURES.items():
                page = open_lesson(browser, f"{address}/{LINK}{language}")
                take(page, FOLDER / name)
            browser.close()
    finally:
        server.terminate()


def open_lesson(browser: Browser, link: str) -> Page:
    """Open the lesson as a new reader sees it, and wait until all of it is there."""
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2, color_scheme="light"
    )
    page.goto(link)
    page.wait_for_function(DRAWN, timeout=PATIENCE)
    page.evaluate(PAINTED)
    return page


def take(page: Page, file: Path) -> None:
    """Write what the page shows down to the end of the lesson's first part, in few colours."""
    bottom = page.evaluate(BOTTOM)
    page.screenshot(
        path=file, clip={"x": 0, "y": 0, "width": WIDTH, "height": bottom + MARGIN}, caret="hide"
    )
    shrink(file)


def shrink(file: Path) -> None:
    """Write a picture in few colours."""
    with Image.open(file) as shot:
        few = shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    print(f"{file.name}: {few.width} × {few.height}, {file.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

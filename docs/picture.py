"""The READMEs' pictures, taken from the running app: lesson 1 with the scores 4, −4 and 3.

Softmax makes probabilities of them, linear normalisation does not. One picture a language.

    python -m docs.picture
"""

from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page

from docs import camera
from softmax_app.texts.text import Language

PICTURES: Final[dict[Language, str]] = {"en": "course.png", "zh": "course.zh.png"}
LINK: Final = "scores_to_probabilities?z=4,-4,3&T=1&lang="
WIDTH: Final = 1280
HEIGHT: Final = 1600  # more than the picture has: nothing is scrolled
MARGIN: Final = 28  # below the last thing seen
COLOURS: Final = 128

# where the sliders and the first figure with its words end
BOTTOM: Final = """() => Math.max(...[...document.querySelector('.live .work:has(figure)')
  .querySelectorAll(':is(.range, .marks, figure, p)')]
  .map((one) => one.getBoundingClientRect().bottom))"""


def main() -> None:
    """Write one picture for each language."""
    with camera.running() as (browser, address):
        for language, name in PICTURES.items():
            link = f"{address}/{LINK}{language}"
            page = camera.open_page(browser, link, width=WIDTH, height=HEIGHT, sharp=2)
            page.evaluate(camera.PAINTED)
            take(page, camera.FOLDER / name)


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

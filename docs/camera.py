"""The running app in a browser, of which the READMEs' pictures are taken."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.server import ARGUMENTS, course_server, find_chromium

FOLDER: Final = Path(__file__).parent
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


@contextmanager
def running() -> Iterator[tuple[Browser, str]]:
    """Run the app; yield a browser and the app's address."""
    path = find_chromium()
    if path is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    log = Path(tempfile.mkdtemp()) / "log.txt"
    with course_server(log) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser, address
        browser.close()


def open_page(browser: Browser, link: str, *, width: int, height: int, sharp: int = 1) -> Page:
    """Open a page as a new reader sees it, and wait until its figures are there."""
    page = browser.new_page(
        viewport={"width": width, "height": height}, device_scale_factor=sharp, color_scheme="light"
    )
    page.goto(link)
    page.wait_for_function(DRAWN, timeout=PATIENCE)
    return page

"""Whatever is done, in whichever order: nothing breaks, and the link says what is on the screen.

A few steps on a way that is always the same; on demand ``WALK_MINUTES=10`` goes on for so long,
on other ways each time. A walk is told by its seed; ``WALK_SEED`` goes it again.
"""

import itertools
import math
import os
import random
import re
import time
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.look import LISTEN, difference, rest, said, shown
from tests.browser.walk import Walker

MINUTES = float(os.environ.get("WALK_MINUTES", "0"))
USUAL = 1  # the seed of the way that is always gone
SEED = int(os.environ.get("WALK_SEED") or (random.randrange(10**6) if MINUTES else USUAL))
STEPS = 6  # by default: a fresh tab after each of them takes its time
LEG = 60  # on demand: then a walk begins anew, on the way of the next seed
# said by the browser of what is not ours
NO_FAULT = ("Failed to load resource: net::ERR_", "preload")


class Tabs:
    """The walker's tab and a fresh one beside it; what either has to complain of."""

    def __init__(self, browser: Browser, log: Path) -> None:
        self.faults: list[str] = []
        self.log = log
        self.read = log.stat().st_size
        self.here, self.fresh = (self.open(browser) for _ in range(2))

    def open(self, browser: Browser) -> Page:
        page = browser.new_context(locale="en-US", reduced_motion="reduce").new_page()
        page.add_init_script(f"({LISTEN})()")
        page.on("pageerror", lambda error: self.faults.append(f"page: {error.stack}"))
        page.on("console", lambda said: said.type == "error" and self.complain(said))
        return page

    def complain(self, said: ConsoleMessage) -> None:
        if not said.text.startswith(NO_FAULT):
            self.faults.append(f"console: {said.text} ({said.location['url']})")

    def check(self) -> None:
        """Look for what must not be."""
        exceptions = self.here.get_by_test_id("stException")
        self.faults += exceptions.all_inner_texts()
        with self.log.open("rb") as log:
            log.seek(self.read)
            new = log.read().decode("utf-8", "replace")
        self.read = self.log.stat().st_size
        if re.search(r"Traceback|Error\b|Exception", new):  # no file's name, as ErrorElement.js
            self.faults.append(new)
        assert not self.faults, "\n".join(self.faults)

    def compare(self, link: str) -> None:
        """See the same by a link alone, as whoever is sent it does."""
        self.fresh.context.clear_cookies()
        self.fresh.goto("about:blank")
        self.fresh.goto(link)
        rest(self.fresh)
        assert difference(shown(self.here), shown(self.fresh)) == ""
        assert said(self.fresh.url) == said(self.here.url)

    def close(self) -> None:
        for page in (self.here, self.fresh):
            page.context.close()


def walk(tabs: Tabs, address: str, seed: int, steps: int, end: float = math.inf) -> int:
    """Walk so many steps, if there is time; return how many there were."""
    walker = Walker(tabs.here, seed)
    tabs.here.goto(address)
    rest(tabs.here)
    while len(walker.steps) < steps and time.monotonic() < end:
        try:
            walker.step()
            tabs.check()
            tabs.compare(walker.shared or tabs.here.url)
        except Exception as error:
            way = "\n".join(walker.steps)
            raise AssertionError(f"WALK_SEED={seed}, at {tabs.here.url}\n{way}\n{error}") from error
    return len(walker.steps)


def test_whatever_is_done_the_link_says_what_is_shown(
    chromium: Browser, address: str, server_log: Path
) -> None:
    end = time.monotonic() + 60 * MINUTES if MINUTES else math.inf
    walked = 0
    for seed in itertools.count(SEED) if MINUTES else [SEED]:
        with closing(Tabs(chromium, server_log)) as tabs:  # no way hangs on the one before
            walked += walk(tabs, address, seed, LEG if MINUTES else STEPS, end)
        if time.monotonic() > end:
            break
    print(f"{walked} steps, to WALK_SEED={seed}")
    assert walked >= STEPS

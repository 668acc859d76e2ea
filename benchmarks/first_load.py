"""How soon a page is there: lesson 1 against the same made of Streamlit's own parts.

Both are opened in turn, in one browser: cold, in a profile that has nothing yet, then once more in
the same profile. What comes over the line is counted in visits of their own, since a browser that
reports it is slower. ``--slow`` opens both at the far end of a slow line as well, which takes
minutes.

    python -m benchmarks.first_load [--slow]
"""

import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, CDPSession, ViewportSize, sync_playwright

from benchmarks.machine import describe
from tests.browser.server import ARGUMENTS, find_chromium, start_server

ROUNDS: Final = 5
PAGES: Final = {
    "lesson": ("app.py", "/scores_to_probabilities"),
    "stock": ("benchmarks/stock.py", "/"),
}
DESK: Final[ViewportSize] = {"width": 1280, "height": 900}
SLOW: Final = {"offline": False, "latency": 300, "downloadThroughput": 50_000}
PATIENCE: Final = 10 * 60 * 1000  # ms
LOOK_EVERY: Final = 100  # ms
WIRE: Final = ("kB", "requests")
ALL_THERE: Final = "() => !document.getElementById('first')"  # the session's part too
ALL_SEEN: Final = "() => Object.keys(window.seen).length === 3"

# when each was first on the page, in ms from the start of the visit
LOOK: Final = """(() => {
  const looks = {
    title: "h1",
    controls: '.live .range, [data-testid="stSlider"] [role="slider"], .stSlider input',
    figure: ".main-svg .bars .point path",
  };
  window.seen = {};
  const look = () => {
    for (const [name, css] of Object.entries(looks)) {
      if (!(name in seen) && document.querySelector(css)) seen[name] = performance.now();
    }
    if (Object.keys(seen).length < 3) requestAnimationFrame(look);
  };
  look();
})()"""

Found = dict[str, float]


class Wire:
    """Counts what comes over the line."""

    def __init__(self, session: CDPSession) -> None:
        self.found: Found = dict.fromkeys(WIRE, 0.0)
        session.on("Network.loadingFinished", self.finished)
        session.on("Network.webSocketFrameReceived", self.frame)
        session.send("Network.enable")

    def finished(self, event: dict[str, Any]) -> None:
        """Count a request; what comes out of the browser's own cache has no bytes."""
        self.found["kB"] += event["encodedDataLength"] / 1000
        self.found["requests"] += event["encodedDataLength"] > 0

    def frame(self, event: dict[str, Any]) -> None:
        """Count what the session's socket brings."""
        self.found["kB"] += len(event["response"]["payloadData"]) / 1000


def visit(
    context: BrowserContext, address: str, *, counted: bool = False, slow: bool = False
) -> Found:
    """Open a page, and return when its parts were there, and what came over the line if asked."""
    page = context.new_page()
    page.add_init_script(LOOK)
    session = context.new_cdp_session(page)
    wire = Wire(session) if counted else None
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW | {"uploadThroughput": 50_000})
    page.goto(address, wait_until="commit", timeout=PATIENCE)
    page.wait_for_function(ALL_SEEN, polling=LOOK_EVERY, timeout=PATIENCE)
    page.wait_for_function(ALL_THERE, polling=LOOK_EVERY, timeout=PATIENCE)
    page.wait_for_load_state("networkidle", timeout=PATIENCE)
    seen: Found = page.evaluate("window.seen")
    page.close()
    return wire.found | seen if wire else seen


def take_turns(browser: Browser, addresses: dict[str, str]) -> None:
    """Print the medians of cold and second visits."""
    found: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for number in range(ROUNDS + 1):
        for name, address in addresses.items():
            context = browser.new_context(viewport=DESK)
            for kind in ("cold", "again"):
                one = visit(context, address, counted=number == 0)
                if number == 0:  # the server's own first time is not the reader's
                    one = {what: one[what] for what in WIRE}
                found[kind, name].append(one)
            context.close()
    for kind in ("cold", "again"):
        ours, stock = (medians(found[kind, name]) for name in PAGES)
        report(kind, ours, stock)


def medians(found: list[Found]) -> Found:
    names = dict.fromkeys(what for one in found for what in one)
    return {what: statistics.median(one[what] for one in found if what in one) for what in names}


def report(kind: str, ours: Found, stock: Found) -> None:
    """Print a line for each thing that was looked at."""
    for what, value in ours.items():
        unit = "" if what in WIRE else " ms"
        ratio = value / stock[what] if stock[what] else float("nan")
        peer = f"stock {stock[what]:.0f}{unit}, ratio {ratio:.2f}"
        print(f"{kind}, {what}: lesson {value:.0f}{unit}, {peer}", flush=True)


def slow_line(browser: Browser, addresses: dict[str, str]) -> None:
    found = {}
    for name, address in addresses.items():
        context = browser.new_context(viewport=DESK)
        found[name] = visit(context, address, counted=True, slow=True)
        context.close()
    report("400 kbit/s", found["lesson"], found["stock"])


def main() -> None:
    path = find_chromium()
    if path is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    logs = Path(tempfile.mkdtemp())
    started = {
        name: start_server(logs / f"{name}.txt", script=script)
        for name, (script, _) in PAGES.items()
    }
    try:
        addresses = {name: started[name][1] + page for name, (_, page) in PAGES.items()}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            print(describe("streamlit", "plotly"), f"Chromium {browser.version}", sep="; ")
            take_turns(browser, addresses)
            if "--slow" in sys.argv:
                slow_line(browser, addresses)
            browser.close()
    finally:
        for server, _ in started.values():
            server.terminate()


if __name__ == "__main__":
    main()

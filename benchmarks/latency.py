"""How long after a move of the mouse the bars have been painted: the lesson against a plain page.

The plain page holds a range input, the same plotly.js, the same figure in the same size and the
same numbers, and redraws on every ``input`` event; nothing else is on it. Both are dragged in turn,
in one browser: on a desk, and as wide as a phone with the browser slowed down.

A latency runs from the time that the browser gives to the first move not yet drawn, to the end of
the frame in which the bars' outlines were set: the task that styles, lays out and paints is over.
Each move waits until the page has taken the one before. How many drawings a second a page can do is
measured apart: a script in the page moves the thumb every 16 ms, whether or not it has drawn.

    python -m benchmarks.latency
"""

import json
import math
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.machine import describe
from softmax_app.figures.live_figure import Feed, LiveFigure
from softmax_app.lessons.scores_to_probabilities import lesson
from softmax_app.live.component import ASSETS
from softmax_app.settings import Settings
from softmax_app.sweeps import Frames, along, score_slider
from tests.browser import hand
from tests.browser.server import ARGUMENTS, course_server, find_chromium

ROUNDS: Final = 5
MOVES: Final = 40
STEPS: Final = 201
PAUSES: Final = (50, 16)  # ms between moves
PLOT: Final = {"lesson": ".live .stage figure > .plot", "plain": "#plot"}


class Place(NamedTuple):
    """Where the pages are looked at: a size in pixels, and how many times the browser is slowed."""

    name: str
    width: int
    height: int
    slowed: int


PLACES: Final = (
    Place("desk", 1280, 720, 1),
    Place("phone, slowed 4 times", 390, 844, 4),
    Place("phone, slowed 6 times", 390, 844, 6),
)


# frames in which bars have changed, in two seconds with a move every 16 ms
RUN: Final = """(selector) => new Promise((done) => {
  const range = document.querySelector('[data-control="scores.2"] .range');
  let changed = false, drawn = 0, step = 0, running = true;
  const observer = new MutationObserver(() => { changed = true; });
  const attributeFilter = ['d'];
  observer.observe(document.querySelector(selector), { subtree: true, attributeFilter });
  const look = () => {
    if (changed) drawn += 1;
    changed = false;
    if (running) requestAnimationFrame(look);
  };
  const mover = setInterval(() => {
    range.value = String(100 + (++step % 80));
    range.dispatchEvent(new Event('input', { bubbles: true }));
  }, 16);
  const begun = performance.now();
  requestAnimationFrame(look);
  setTimeout(() => {
    clearInterval(mover);
    observer.disconnect();
    running = false;
    range.dispatchEvent(new Event('change', { bubbles: true }));
    done(1000 * drawn / (performance.now() - begun));
  }, 2000);
})"""


PLAIN: Final = """<!doctype html><meta charset="utf-8">
<div data-control="scores.2" data-ready><input class="range" type="range" max="200" value="150"
 style="width: 300px; height: 30px"></div><div id="plot" style="width: WIDTHpx"></div>
<script src="/app/static/PLOTLY"></script><script>
const figure = FIGURE, rows = ROWS, plot = document.getElementById("plot");
Object.assign(figure.layout, { width: WIDTH, height: HEIGHT });
const draw = (row) => {
  for (const { trace, attribute, values } of rows) figure.data[trace][attribute] = values[row];
  Plotly.react(plot, figure.data, figure.layout, { displayModeBar: false });
};
document.querySelector("input").oninput = (event) => draw(Number(event.target.value));
draw(150);
</script>"""

# a message waits until the frame is over in which it was sent
LISTEN: Final = """(selector) => {
  window.latencies = []; window.moved = null;
  addEventListener('pointermove', (event) => { window.moved ??= event.timeStamp; }, true);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => window.latencies.push(performance.now() - data);
  new MutationObserver((changes) => {
    if (window.moved === null || !changes.some(({ target }) => target.closest('.bars'))) return;
    port2.postMessage(window.moved);
    window.moved = null;
  }).observe(document.querySelector(selector), { subtree: true, attributeFilter: ['d'] });
}"""

BEGIN: Final = "() => { window.latencies.length = 0; window.moved = null; }"


def plain_page(figure: LiveFigure, frames: Frames, *, width: float, height: float) -> str:
    """Return the peer: the figure as the lesson shows it in that width, on a page of its own."""
    rows = []
    for feed in figure.feeds:
        array = frames[feed.array]
        steps = [array[step if len(array) > 1 else 0] for step in range(STEPS)]
        values = [fed(feed, np.atleast_1d(row).tolist()) for row in steps]
        rows.append({"trace": feed.trace, "attribute": feed.attribute, "values": values})
    drawn = figure.wide if height == figure.height else figure.narrow
    page = PLAIN.replace("PLOTLY", ASSETS.plotly).replace("FIGURE", drawn.to_json())
    page = page.replace("WIDTH", f"{width:g}").replace("HEIGHT", f"{height:g}")
    return page.replace("ROWS", json.dumps(rows))


def fed(feed: Feed, row: list[float]) -> list[float | str | None]:
    """Return one row as the plain page keeps it."""
    if feed.lookup:
        return [feed.lookup[int(number)] for number in row]
    if feed.as_text:
        return [f"{number:.3g}" for number in row]
    return [None if math.isnan(number) else number for number in row]


def open_pages(browser: Browser, address: str, place: Place) -> dict[str, Page]:
    """Open the lesson and its peer in one place, and listen for what they draw."""
    settings = Settings()
    frames = lesson.scene(settings).evaluate(along(score_slider(settings, 2), settings))
    size = {"width": place.width, "height": place.height}
    pages = {
        # the plain page's script stands in its HTML, which the course's policy forbids
        name: browser.new_page(viewport=size, bypass_csp=name == "plain")  # type: ignore[arg-type]
        for name in PLOT
    }
    pages["lesson"].goto(f"{address}/scores_to_probabilities")
    wait_for_bars(pages["lesson"], "lesson")
    box = pages["lesson"].locator(PLOT["lesson"]).bounding_box()
    assert box is not None
    figure = lesson.maps_figure(settings)
    pages["plain"].goto(f"{address}/_stcore/health")
    content = plain_page(figure, frames, width=box["width"], height=box["height"])
    pages["plain"].set_content(content)
    wait_for_bars(pages["plain"], "plain")
    for name, page in pages.items():
        page.evaluate(LISTEN, PLOT[name])
        slow = page.context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": place.slowed})
    return pages


def wait_for_bars(page: Page, name: str) -> None:
    page.locator(f"{PLOT[name]}.js-plotly-plot .bars").first.wait_for()


def drag(page: Page, pause: int) -> list[float]:
    """Drag the slider to and fro once; return the latencies in ms."""
    page.bring_to_front()
    where = hand.point_at(page, "scores.2")
    page.mouse.down()
    page.evaluate(BEGIN)
    for step in range(MOVES):
        there = step if step <= MOVES // 2 else MOVES - step
        page.mouse.move(*where.point(100 + 4 * there))
        page.wait_for_timeout(pause)
    page.wait_for_function("() => window.moved === null")
    found: list[float] = page.evaluate(
        "() => new Promise((done) => setTimeout(() => done(window.latencies.slice()), 50))"
    )
    page.mouse.up()
    page.wait_for_timeout(1000)  # a lesson takes over what was set
    return found


def run(page: Page, name: str) -> float:
    """Return how many drawings a second a page does."""
    page.bring_to_front()
    hand.point_at(page, "scores.2")
    rate: float = page.evaluate(RUN, PLOT[name])
    page.wait_for_timeout(1000)
    return rate


def main() -> None:
    path = find_chromium()
    if path is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    log = Path(tempfile.mkdtemp()) / "log.txt"
    with course_server(log) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        print(describe("streamlit", "plotly", "numpy"), f"Chromium {browser.version}", sep="; ")
        for place in PLACES:
            measure(browser, address, place)
        browser.close()


def measure(browser: Browser, address: str, place: Place) -> None:
    """Drag both pages in one place, and report."""
    pages = open_pages(browser, address, place)
    for pause in PAUSES:
        found: dict[str, list[float]] = {name: [] for name in pages}
        for _ in range(ROUNDS):
            for name, page in pages.items():
                found[name] += drag(page, pause)
        report(found, f"{place.name}, moves every {pause} ms")
    rates: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(ROUNDS):
        for name, page in pages.items():
            rates[name].append(run(page, name))
    each = ", ".join(f"{name} {statistics.median(rates[name]):.0f}" for name in rates)
    print(f"{place.name}, drawings a second: {each}", flush=True)
    for page in pages.values():
        page.close()


def report(found: dict[str, list[float]], title: str) -> None:
    medians = {}
    for name, values in found.items():
        medians[name] = statistics.median(values)
        late = statistics.quantiles(values, n=20)[-1]
        times = f"median {medians[name]:.0f} ms, 95th percentile {late:.0f} ms"
        print(f"{title}, {name}: {times}; drawn {len(values)} of {ROUNDS * MOVES} moves")
    print(f"{title}, ratio of medians: {medians['lesson'] / medians['plain']:.2f}", flush=True)


if __name__ == "__main__":
    main()

"""How long after a move of the mouse the bars stand anew: the lesson against a plain page.

The plain page holds a range input, the same plotly.js, the same figure and the same numbers, and
redraws on every ``input`` event; nothing else is on it. Both are dragged in turn, in one browser.

    python -m benchmarks.latency
"""

import json
import math
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final

import numpy as np
from playwright.sync_api import Page, sync_playwright

from benchmarks.machine import describe
from softmax_app.figures.live_figure import Feed, LiveFigure
from softmax_app.lessons.scores_to_probabilities import lesson
from softmax_app.live.component import ASSETS
from softmax_app.settings import Settings
from softmax_app.sweeps import Frames, along, score_slider
from tests.browser import hand
from tests.browser.server import ARGUMENTS, find_chromium, start_server

ROUNDS: Final = 6
MOVES: Final = 40
STEPS: Final = 201
PAUSES: Final = (50, 16)  # ms between moves
PLOT: Final = {"lesson": ".live .stage figure > .plot", "plain": "#plot"}

PLAIN: Final = """<!doctype html><meta charset="utf-8">
<div data-control="scores.2" data-ready><input class="range" type="range" max="200" value="150"
 style="width: 300px; height: 30px"></div><div id="plot" style="width: 660px"></div>
<script src="/app/static/PLOTLY"></script><script>
const figure = FIGURE, rows = ROWS, plot = document.getElementById("plot");
Object.assign(figure.layout, { width: 660, height: 340 });
const draw = (row) => {
  for (const { trace, attribute, values } of rows) figure.data[trace][attribute] = values[row];
  Plotly.react(plot, figure.data, figure.layout, { displayModeBar: false });
};
document.querySelector("input").oninput = (event) => draw(Number(event.target.value));
draw(150);
</script>"""

# from the time the browser gives the move to the end of plotly.js's drawing
LISTEN: Final = """(selector) => {
  window.latencies = []; window.moved = null;
  addEventListener('pointermove', (event) => { window.moved ??= event.timeStamp; }, true);
  document.querySelector(selector).on('plotly_afterplot', () => {
    if (window.moved !== null) window.latencies.push(performance.now() - window.moved);
    window.moved = null;
  });
}"""


def plain_page(figure: LiveFigure, frames: Frames) -> str:
    """Return the peer: the same figure and numbers on an otherwise empty page."""
    rows = []
    for feed in figure.feeds:
        array = frames[feed.array]
        steps = [array[step if len(array) > 1 else 0] for step in range(STEPS)]
        values = [fed(feed, np.atleast_1d(row).tolist()) for row in steps]
        rows.append({"trace": feed.trace, "attribute": feed.attribute, "values": values})
    page = PLAIN.replace("PLOTLY", ASSETS.plotly).replace("FIGURE", figure.wide.to_json())
    return page.replace("ROWS", json.dumps(rows))


def fed(feed: Feed, row: list[float]) -> list[float | str | None]:
    """Return one row as the plain page keeps it."""
    if feed.lookup:
        return [feed.lookup[int(number)] for number in row]
    if feed.as_text:
        return [f"{number:.4g}" for number in row]
    return [None if math.isnan(number) else number for number in row]


def drag(page: Page, pause: int) -> list[float]:
    """Drag the slider to and fro once; return the latencies, in ms."""
    page.bring_to_front()
    where = hand.point_at(page, "scores.2")
    page.mouse.down()
    page.evaluate("window.latencies.length = 0")
    for step in range(MOVES):
        there = step if step <= MOVES // 2 else MOVES - step
        page.mouse.move(*where.point(100 + 4 * there))
        page.wait_for_timeout(pause)
    page.wait_for_timeout(100)
    found: list[float] = page.evaluate("window.latencies.slice()")
    page.mouse.up()
    return found


def main() -> None:
    path = find_chromium()
    if path is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    settings = Settings()
    frames = lesson.scene(settings).evaluate(along(score_slider(settings, 2), settings))
    server, address = start_server(Path(tempfile.mkdtemp()) / "log.txt")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            pages = {name: browser.new_page() for name in PLOT}
            pages["lesson"].goto(f"{address}/scores_to_probabilities")
            pages["plain"].goto(f"{address}/_stcore/health")
            pages["plain"].set_content(plain_page(lesson.maps_figure(settings), frames))
            for name, page in pages.items():
                page.locator(f"{PLOT[name]}.js-plotly-plot .bars").first.wait_for()
                page.evaluate(LISTEN, PLOT[name])
            print(describe("streamlit", "plotly", "numpy"), f"Chromium {browser.version}", sep="; ")
            for pause in PAUSES:
                found: dict[str, list[float]] = {name: [] for name in pages}
                for _ in range(ROUNDS):
                    for name, page in pages.items():
                        found[name] += drag(page, pause)
                report(found, pause)
            browser.close()
    finally:
        server.terminate()


def report(found: dict[str, list[float]], pause: int) -> None:
    medians = {name: statistics.median(values) for name, values in found.items()}
    for name, values in found.items():
        late = statistics.quantiles(values, n=20)[-1]
        print(
            f"moves every {pause} ms, {name}: median {medians[name]:.0f} ms, "
            f"95th percentile {late:.0f} ms, {len(values)} drawings of {ROUNDS * MOVES} moves"
        )
    print(f"moves every {pause} ms, ratio of medians: {medians['lesson'] / medians['plain']:.2f}")


if __name__ == "__main__":
    main()

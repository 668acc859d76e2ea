"""What goes wrong around a page, on demand: servers are killed, lines are lost or slow."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from softmax_app.texts import loading
from tests.browser import hand
from tests.browser.classroom import Phone, Projector
from tests.browser.conftest import settled, wait_for_figures
from tests.browser.server import start_server
from tests.browser.test_line import MENU, drag
from tests.browser.wire import Speed, wired

OPEN = Callable[..., Page]
SLOW = Speed(rate=50_000, delay=0.15)  # 400 kbit/s, 300 ms there and back
LOST = 30_000  # ms
PATIENCE = 180_000  # ms, over a slow line
BELOW = "/softmax"
pytestmark = pytest.mark.skipif(os.environ.get("FAULTS") != "all", reason="on demand: FAULTS=all")


class Server:
    """A server of its own, which can be killed and started again at the same address."""

    def __init__(self, here: Path, below: str = "") -> None:
        self.here = here
        self.below = below
        self.port = 0
        self.starts = 0
        self.start()

    def start(self) -> None:
        self.starts += 1
        log = self.here / f"{self.starts}.log"
        self.process, self.address = start_server(log, self.port, below=self.below)
        self.port = int(self.address.removesuffix(self.below).rpartition(":")[2])

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)
        for log in self.here.glob("*.log"):
            assert "Traceback" not in log.read_text("utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path)
    yield started
    started.stop()


def go_on_in_chinese(page: Page, link: str) -> None:
    """Have the session draw the page anew: it knows all that the reader has done."""
    page.get_by_text("中文", exact=True).click()
    settled(page, f"{link}.*lang=zh")
    expect(page.locator("h1")).to_have_text(re.compile("[一-鿿]"))


def test_a_server_killed_in_mid_drag_is_not_missed(open_page: OPEN, server: Server) -> None:
    page = open_page()
    page.goto(f"{server.address}/scores_to_probabilities?lang=en")
    wait_for_figures(page)
    where = hand.point_at(page, "scores.2")
    page.mouse.down()
    page.mouse.move(*where.point(140), steps=3)
    server.kill()
    page.mouse.move(*where.point(160), steps=3)
    hand.wait_for_softmax(page, 2, 3, 6)
    page.mouse.up()
    hand.wait_for_softmax(page, 2, 3, 6)
    server.start()
    settled(page, "z=2,3,6")
    hand.wait_for_softmax(page, 2, 3, 6)
    drag(page, "scores.0", 110)
    settled(page, "z=1,3,6")
    go_on_in_chinese(page, "z=1,3,6")
    hand.wait_for_softmax(page, 1, 3, 6)


def test_a_server_killed_in_mid_question_is_not_missed(open_page: OPEN, server: Server) -> None:
    page = open_page()
    page.goto(f"{server.address}/scores_to_probabilities?lang=en&q=negative")
    wait_for_figures(page)
    drag(page, "guess.0", 0)
    settled(page, "q=negative,")
    server.kill()
    page.get_by_role("button", name="This is my guess").click()
    server.start()
    settled(page, "q=negative,committed")
    page.get_by_role("button", name="Show the answer").click()
    settled(page, "q=negative,shown")
    expect(page.locator(".live .outcome")).to_contain_text("you said 0")
    page.get_by_role("button", name="Back to the lesson").click()
    go_on_in_chinese(page, "scores_to_probabilities")


@pytest.mark.parametrize("broken", [False, True])
def test_a_line_that_is_lost_for_30_seconds_loses_nothing(
    open_page: OPEN, server: Server, broken: bool
) -> None:
    with wired(server.address) as wire:
        page = open_page()
        page.goto(f"{wire.address}/scores_to_probabilities?lang=en")
        wait_for_figures(page)
        hand.point_at(page, "scores.2")
        wire.lose()
        drag(page, "scores.2", 160)
        hand.wait_for_softmax(page, 2, 3, 6)
        end = page.evaluate(f"() => performance.now() + {LOST}")
        page.wait_for_function("(end) => performance.now() > end", arg=end, timeout=2 * LOST)
        hand.wait_for_softmax(page, 2, 3, 6)
        wire.find(broken=broken)
        settled(page, "z=2,3,6")
        drag(page, "scores.0", 110)
        settled(page, "z=1,3,6")
        go_on_in_chinese(page, "z=1,3,6")
        hand.wait_for_softmax(page, 1, 3, 6)
        page.goto("about:blank")


def test_over_a_slow_line_the_controls_come_before_the_figures(
    open_page: OPEN, server: Server
) -> None:
    with wired(server.address, SLOW) as wire:
        page = open_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{wire.address}/scores_to_probabilities?lang=en", wait_until="commit")
        expect(page.locator("#first h1")).to_have_text("Scores to probabilities")
        page.locator('[data-control="scores.2"] .range').wait_for()
        drawn = page.locator(".live figure > .plot.js-plotly-plot")
        assert drawn.count() == 0
        expect(page.get_by_text(loading.FIGURES_COMING.en)).to_be_visible(timeout=PATIENCE)
        page.locator('[data-control="scores.2"] .range').focus()
        page.keyboard.press("ArrowRight")
        settled(page, r"z=2,3,5\.1")
        wait_for_figures(page)
        hand.wait_for_softmax(page, 2, 3, 5.1)
        drag(page, "scores.0", 110)
        settled(page, r"z=1,3,5\.1")
        go_on_in_chinese(page, r"z=1,3,5\.1")
        page.goto("about:blank")


def test_below_a_path_all_is_below_it(open_page: OPEN, tmp_path: Path) -> None:
    server = Server(tmp_path, BELOW)
    try:
        walk_below(server, open_page)
    finally:
        server.stop()


def walk_below(server: Server, open_page: OPEN) -> None:
    page = open_page(width=1280, height=720)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url.replace("ws", "http", 1)))
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status > 399 else None)
    page.goto(f"{server.address}/?lang=en")
    wait_for_figures(page)
    page.get_by_text("Start with lesson 1").click()
    page.wait_for_url(f"{server.address}/scores_to_probabilities?**")
    wait_for_figures(page)
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    page.locator(MENU).nth(2).click()
    page.wait_for_url(f"{server.address}/why_exp?**z=2,3,6**")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Scores to probabilities")
    expect(page.locator('.live [data-control="scores.2"] .field')).to_have_value("6")
    page.get_by_role("button", name="Share", exact=True).click()
    shared = page.get_by_role("dialog").locator("code").inner_text()
    assert shared.startswith(f"{server.address}/scores_to_probabilities?")
    page.goto(shared)
    wait_for_figures(page)
    hand.wait_for_softmax(page, 2, 3, 6)
    hand.go_to_the_end(page)
    hand.open_code(page)
    with page.expect_download() as file:
        page.get_by_role("button", name=re.compile("CSV")).click()
    assert file.value.suggested_filename
    projector = Projector(page, server.address)
    projector.show("cross_entropy", "blank")
    projector.open()
    phone = Phone(open_page(width=320, height=640), projector).join()
    phone.guess(2.0)
    phone.has_sent()
    projector.answered(1)
    assert failed == []
    assert [one for one in asked if not one.startswith((server.address, "blob:", "data:"))] == []
    assert any(f"{BELOW}/course/" in one for one in asked)


def test_two_tabs_in_two_languages_leave_each_other_alone(lesson: OPEN) -> None:
    page = lesson("lang=en")
    other = page.context.new_page()
    try:
        other.goto(page.url.replace("lang=en", "lang=zh"))
        wait_for_figures(other)
        drag(page, "scores.2", 160)
        drag(other, "scores.2", 140)
        settled(page, "z=2,3,6.*lang=en")
        settled(other, "z=2,3,4.*lang=zh")
        for one in (page, other):
            one.locator(MENU).nth(2).click()
        settled(page, "why_exp.*z=2,3,6.*lang=en")
        settled(other, "why_exp.*z=2,3,4.*lang=zh")
        for one, title in ((page, "Why exp"), (other, "为什么")):
            one.reload()
            wait_for_figures(one)
            expect(one.locator("h1")).to_contain_text(title)
            expect(one.locator('.live [data-control="scores.2"] .field')).to_have_value(
                "6" if one is page else "4"
            )
    finally:
        other.close()


@pytest.mark.parametrize(
    ("link", "css", "said"),
    [
        ("overflow?q=limit&lang=en", ".live > .asked", "float16"),
        ("cross_entropy?view=dark&lang=en", ".live.projected", "Cross-entropy"),
        ("two_classes?z=1,-1&lang=zh", ".live", "Sigmoid|sigmoid"),
        ("attention?q=unscaled,shown&lang=zh", ".live .outcome", "[一-鿿]"),
    ],
)
def test_a_cold_server_asked_first_for_a_deep_link_shows_it(
    open_page: OPEN, server: Server, link: str, css: str, said: str
) -> None:
    page = open_page()
    page.goto(f"{server.address}/{link}")
    wait_for_figures(page)
    page.locator(css).first.wait_for()
    expect(page.locator("[data-testid=stMain]")).to_contain_text(re.compile(said))
    name, _, query = link.partition("?")
    for one in query.split("&"):
        assert re.search(rf"{name}\?(.*&)?{re.escape(one)}\b", page.url), page.url
    assert page.locator(".stException").count() == 0


# the first report that the page's end is near goes nowhere, as where another run overtakes it
LOSE = """() => {
  const { prototype } = WebSocket, send = prototype.send;
  window.lost = 0;
  prototype.send = function (message) {
    if (window.lost === 0 && new TextDecoder().decode(message).includes('"near"')) window.lost = 1;
    else send.call(this, message);
  };
}"""


def test_a_page_s_end_whose_call_was_lost_is_called_again(new_page: OPEN, address: str) -> None:
    page = new_page(height=500)
    page.goto(f"{address}/push_and_pull?lang=en")
    wait_for_figures(page)
    page.evaluate(LOSE)
    page.locator(".st-key-next").scroll_into_view_if_needed()
    expect(page.get_by_role("heading", name="What to remember")).to_be_visible(timeout=30_000)
    assert page.evaluate("() => window.lost") == 1

"""Every station of the projector fits, and is as large as it can be; its keys lead through all."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from softmax_app import course
from softmax_app.kit import stations
from softmax_app.kit.items import STAGE
from softmax_app.kit.lesson import Page as CoursePage
from softmax_app.kit.state import State, answer
from softmax_app.settings import Settings
from tests.browser.conftest import wait_for_figures
from tests.turns import EVERY, by_turns

OPEN = Callable[..., Page]
SIZES = ((1280, 720), (1920, 1080))
LETTERS = 0.02  # of the height of a wall: what the smallest in a picture have at least
WAYS = [("light", "en"), ("dark", "zh")] if EVERY else [("light", "en")]
AT = """([station, view]) => {
  const live = document.querySelector('.live.projected');
  const foot = document.querySelector('.st-key-station p');
  const asked = new URLSearchParams(location.search);
  const plots = [...document.querySelectorAll('.live figure > .plot')];
  return live && live.dataset.theme === view && (asked.get('q') ?? '').startsWith(station.q)
    && foot?.textContent.startsWith(station.said)
    && plots.every((plot) => plot.data && plot._fullData); }"""
# what is cut, which parts of the height a picture and its smallest letters have, and how large
# words are
LAID_OUT = """() => {
  const foot = document.querySelector('.st-key-station').getBoundingClientRect().top;
  const cut = [];
  for (const one of document.querySelectorAll('h1, .live *')) {
    if (one.closest('.unseen, svg, math') || one.matches('.plot *')) continue;
    const box = one.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const isOut = box.top < 0 || box.left < 0
      || box.right > innerWidth + 1 || box.bottom > foot + 1;
    const scrolls = one.matches('.scroll, div.panel') && one.scrollWidth > one.clientWidth + 1;
    const host = one.matches('figure > .plot') && one.parentElement.getBoundingClientRect();
    const isWider = host && (box.right > host.right + 1 || box.bottom > host.bottom + 1);
    if (isOut || scrolls || isWider) cut.push(one.outerHTML.slice(0, 80));
  }
  const main = document.querySelector('[data-testid=stMain]');
  if (main.scrollHeight > main.clientHeight + 1) cut.push('the page scrolls');
  const figure = document.querySelector('.live figure');
  const { style } = document.querySelector('.live');
  const letters = [...document.querySelectorAll('.live figure text')].map((text) => {
    const plot = text.closest('.plot'), { width } = text.getBoundingClientRect();
    const scale = plot.getBoundingClientRect().width / plot.offsetWidth;
    return width ? scale * Number.parseFloat(getComputedStyle(text).fontSize) : Infinity;
  });
  return { cut, letters: Math.min(...letters) / innerHeight,
           picture: figure && figure.clientHeight / innerHeight,
           words: Number(style.getPropertyValue('--words')) }; }"""


# what the same frames in a row show: a picture is fitted a frame after the words are
AT_REST = f"""() => new Promise((done) => {{
  const look = {LAID_OUT}, end = performance.now() + 20_000;
  let last = '', still = 0;
  const next = () => {{
    const found = look(), now = JSON.stringify(found);
    still = now === last && found.cut.length === 0 ? still + 1 : 0;
    last = now;
    if (still === 4 || performance.now() > end) done(found);
    else requestAnimationFrame(next);
  }};
  next();
}})"""


def walk(page: CoursePage, language: str) -> list[dict[str, str]]:
    """Return what the forward key leads to on a page: what the link asks, what the foot says."""
    state = answer(page, State(Settings(language=language)), "view:light")
    found = []
    while True:
        progress = stations.progress(page, state.settings)
        end = f"{progress.number} of " if language == "en" else f"第 {progress.number} 页"
        q = state.settings.asked
        found.append({"q": q.item if q.stage == "asked" else f"{q.item},{q.stage}", "said": end})
        event = stations.forward(page, state.settings)
        if event == stations.ONWARD:
            return found
        state = answer(page, state, event)


def laid_out(page: Page) -> dict[str, Any]:
    """Return how a station is laid out once it stands still with nothing cut, or as it ends up."""
    found: dict[str, Any] = page.evaluate(AT_REST)
    return found


def named(one: CoursePage | tuple[int, int]) -> str:
    return f"{one[0]}" if isinstance(one, tuple) else one.name or "home"


@pytest.mark.parametrize(("view", "language"), WAYS)
@pytest.mark.parametrize(
    ("shown", "size"), by_turns([course.HOME, *course.LESSONS], SIZES), ids=named
)
def test_every_station_fits_and_fills_the_projector(
    visited: OPEN,
    shown: CoursePage,
    size: tuple[int, int],
    view: str,
    language: str,
) -> None:
    width, height = size
    query = f"view={view}&lang={language}"
    page = visited(query, lesson=shown.name, width=width, height=height)
    for number, station in enumerate(walk(shown, language)):
        if number:
            page.keyboard.press("ArrowDown")
        page.wait_for_function(AT, arg=[station, view])
        found = laid_out(page)
        assert found["cut"] == [], station
        if found["picture"] is not None:
            assert found["picture"] > 0.3, station
        else:
            assert found["words"] > 0.8, station
        if station["q"] in ("", STAGE):
            assert found["letters"] > LETTERS, station


def test_a_lesson_can_begin_with_its_question(new_page: OPEN, address: str) -> None:
    page = new_page(width=1280, height=720)
    page.goto(f"{address}/why_exp?view=light&lang=en")
    wait_for_figures(page)
    expect(page.locator(".st-key-station")).to_contain_text("Q question")
    heading = page.locator(".live .asked h2")
    heading.filter(has_text="Guess: one step further").wait_for()  # the picture would tell it
    page.keyboard.press("q")
    heading.filter(has_text="Guess: squares instead of exp").wait_for()
    page.get_by_role("switch").click()
    page.keyboard.press("q")  # says nothing any more
    page.keyboard.press("ArrowRight")
    page.locator(".live .asked .onward > .heading", has_text="Say what you expect").wait_for()
    page.get_by_role("switch").click()
    expect(heading).to_contain_text("squares instead of exp")


def test_keys_work_at_once_and_lead_to_both_ends(new_page: OPEN, address: str) -> None:
    page = new_page(width=1280, height=720)
    page.goto(f"{address}/why_exp?view=light&lang=en")
    wait_for_figures(page)
    foot = page.locator(".st-key-station p").first
    for key, station in (
        ("Space", "1 of 12 · next: the answer"),
        ("End", "12 of 12"),
        ("ArrowUp", "11 of 12"),
        ("Home", "1 of 12 · next: say what you expect"),
        ("ArrowRight", "1 of 12 · next: the answer"),
        ("Space", "1 of 12 · next: Why exp"),
        ("PageDown", "2 of 12 · next: what the picture shows"),
        ("ArrowDown", "3 of 12 · next: The derivative"),
        ("Space", "4 of 12 · next: the next line"),
    ):
        page.keyboard.press(key)
        foot.filter(has_text=station).wait_for()
    expect(page.locator(".live .line:visible")).to_have_count(1)
    expect(page.locator(".live .line.later")).to_have_count(2)  # which have their room already


def test_a_station_without_controls_follows_one_that_is_in_use(visited: OPEN) -> None:
    page = visited("view=light&q=part2.1", lesson="learning", width=1280, height=720)
    page.locator('[data-control="training_step"] .range').focus()
    page.keyboard.press("PageDown")
    page.locator(".st-key-station p").first.filter(has_text="9 of").wait_for()
    expect(page.locator(".live [data-control]")).to_have_count(0)


def test_a_key_that_leads_on_keeps_what_keys_have_moved_and_moves_nothing_itself(
    new_page: OPEN, address: str
) -> None:
    page = new_page(width=1280, height=720)
    refused: list[str] = []
    page.on("response", lambda response: response.ok or refused.append(response.url))
    page.goto(f"{address}/scores_to_probabilities?view=light&lang=en")
    wait_for_figures(page)
    foot = page.locator(".st-key-station p").first
    page.locator('[data-control="temperature"] .range').focus()
    page.keyboard.press("End")
    page.keyboard.press("PageDown")  # before the slider's move counts as made
    foot.filter(has_text="2 of").wait_for()
    page.keyboard.press("PageUp")
    foot.filter(has_text="1 of").wait_for()
    page.wait_for_url(lambda link: "T=20" in link)
    page.locator(".live .hand .plot").focus()
    page.keyboard.press("ArrowUp")  # it is steered by keys, and stays where it is
    page.wait_for_url(lambda link: "z=2.1,3,5" in link)
    page.keyboard.press("PageDown")
    foot.filter(has_text="2 of").wait_for()
    page.keyboard.press("PageUp")
    foot.filter(has_text="1 of").wait_for()
    expect(page.locator('[data-control="scores.0"] .field')).to_have_value("2.1")
    assert refused == []


def test_a_key_plays_and_pauses(visited: OPEN) -> None:
    page = visited("view=light", lesson="learning", width=1280, height=720)
    page.locator(".live .playback").wait_for()
    page.keyboard.press("k")
    thumb = page.locator('[data-control="descent_step"] .range')
    page.wait_for_function("(thumb) => Number(thumb.value) > 3", arg=thumb.element_handle())
    page.keyboard.press("k")
    page.get_by_role("button", name="Play").wait_for()
    page.wait_for_url(lambda link: "k=0" not in link)

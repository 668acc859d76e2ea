"""What a reader has before everything is there, and when something cannot be had."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from softmax_app import course
from softmax_app.texts import loading
from softmax_app.texts.glosses import plain
from softmax_app.texts.text import LANGUAGES, Language
from tests.browser import hand
from tests.browser.conftest import wait_for_figures
from tests.turns import by_turns, first_of

LESSON = course.LESSONS[0]
LOCALES: dict[Language, str] = {"en": "en-US", "zh": "zh-CN"}
APP = "**/static/js/index.*.js"
SCENE = "**/course/*/*/first?*"
PLOTLY = "**/plotly.min.js*"
PLACES = """(start) => {
  const host = document.querySelector("#first main, .stMainBlockContainer");
  const lead = [...host.querySelectorAll("p")].find((p) => p.textContent.startsWith(start));
  const drawn = [...host.querySelectorAll(".live :is(.plot, .range, .key output, button)")];
  return [host.querySelector("h1"), lead, ...drawn].map((one) => {
    const { left, top } = one.getBoundingClientRect();
    return [left, top];
  });
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_first_words_can_be_read(
    chromium: Browser, address: str, language: Language
) -> None:
    context = chromium.new_context(locale=LOCALES[language], java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{LESSON.name}")
    expect(page).to_have_title(LESSON.title.say(language))
    expect(page.locator("h1")).to_have_text(LESSON.title.say(language))
    lead = plain(LESSON.words.LEAD.say(language)).replace("**", "")
    expect(page.locator("#first .lead")).to_have_text(lead)
    expect(page.locator("#first noscript p")).to_be_visible()  # Playwright reads no text there
    assert loading.NEEDS_SCRIPT.say(language) in page.content()
    expect(page.locator("#first .coming")).to_be_hidden()
    context.close()


ALL_DRAWN = """() => { const plots = [...document.querySelectorAll("#first .live .plot")];
  return plots.length > 0 && plots.every((plot) => plot._fullData); }"""


@pytest.mark.parametrize(("width", "language"), by_turns([1280, 820, 390], LANGUAGES))
def test_the_first_words_go_and_nothing_jumps(
    chromium: Browser, address: str, language: Language, width: int
) -> None:
    context = chromium.new_context(
        locale=LOCALES[language], viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    held: list[Route] = []
    page.route(APP, lambda route: held.append(route))
    page.goto(f"{address}/{LESSON.name}", wait_until="commit")
    expect(page.locator("#first h1")).to_have_text(LESSON.title.say(language))
    page.wait_for_function(ALL_DRAWN)
    page.evaluate("document.fonts.ready")
    start = LESSON.words.LEAD.say(language).partition("**")[0]
    before = page.evaluate(PLACES, start)
    for route in held:
        route.continue_()
    wait_for_figures(page)
    expect(page.locator("#first")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    for first, later in zip(before, page.evaluate(PLACES, start), strict=True):
        assert first == pytest.approx(later, abs=1)
    context.close()


def without_streamlit(page: Page, address: str) -> Page:
    """Open a lesson, and hold back Streamlit's page until the route is taken away."""
    page.route(APP, lambda _: None)
    page.goto(f"{address}/{LESSON.name}?lang=en", wait_until="commit")
    page.wait_for_function(ALL_DRAWN)
    return page


def test_a_lesson_is_in_use_before_streamlit_s_page_is_there(
    new_page: Callable[..., Page], address: str
) -> None:
    page = without_streamlit(new_page(), address)
    thumb = page.locator('[data-control="scores.2"] .range')
    thumb.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"z=2,3,5\.1"))
    page.evaluate("window.scene = document.querySelector('.live')")
    page.unroute(APP)  # which lets go of what is held
    wait_for_figures(page)
    assert page.evaluate("scene === document.querySelector('.stApp .live')")
    expect(thumb).to_be_focused()
    expect(page.locator(".live .numbers tbody tr").nth(2)).to_contain_text("5.1")
    page.get_by_role("button", name="Share", exact=True).click()  # the session knows what was done
    expect(page.get_by_role("dialog")).to_contain_text("z=2,3,5.1")


def test_a_hand_keeps_hold_while_streamlit_s_page_comes(
    new_page: Callable[..., Page], address: str
) -> None:
    page = without_streamlit(new_page(), address)
    where = hand.point_at(page, "scores.2")
    page.mouse.down()
    page.unroute(APP)  # which lets go of what is held
    page.locator(".stMainBlockContainer h1").wait_for(state="attached")
    page.mouse.move(*where.point(170), steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"z=2,3,7(&|$)"))
    wait_for_figures(page)


def test_a_scene_that_cannot_be_had_comes_with_streamlit_s_page(
    new_page: Callable[..., Page], address: str
) -> None:
    page = new_page()
    page.route(SCENE, lambda route: route.abort())
    page.goto(f"{address}/{LESSON.name}?lang=en")
    wait_for_figures(page)
    page.unroute(SCENE)


def test_the_menu_is_closed_where_it_would_take_a_third(lesson: Callable[..., Page]) -> None:
    page = lesson(width=820, height=1180)
    menu = page.get_by_test_id("stSidebar")
    expect(menu).to_have_attribute("data-collapsed", "true")
    page.set_viewport_size({"width": 1280, "height": 820})  # the tablet is turned
    expect(menu).to_have_attribute("data-collapsed", "false")
    page.set_viewport_size({"width": 820, "height": 1180})
    expect(menu).to_have_attribute("data-collapsed", "true")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(menu).to_have_attribute("data-collapsed", "false")
    page.reload()  # the reader's own choice is kept
    wait_for_figures(page)
    expect(menu).to_have_attribute("data-collapsed", "false")


# keeps where what is to be taken by the hand stands, from the first frame that it is there
STANDS = """window.stood = new Set();
requestAnimationFrame(function look() {
  for (const [index, plot] of document.querySelectorAll('.live .hand .plot').entries()) {
    const { top } = plot.closest('.live').getBoundingClientRect();
    const place = plot.getBoundingClientRect().top - top;
    window.stood.add(`${index} ${Math.round(place)}`);
  }
  requestAnimationFrame(look);
});"""


@pytest.mark.parametrize("language", first_of(LANGUAGES[::-1]))
def test_bars_stand_where_they_will_before_they_are_drawn(
    chromium: Browser, address: str, language: Language
) -> None:
    """Else what comes above the second part, once a hand has taken its bar, moves it away."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.add_init_script(STANDS)
    page.goto(f"{address}/two_classes?lang={language}")
    wait_for_figures(page)
    assert len(page.evaluate("[...stood]")) == 2  # each in one place
    context.close()


@pytest.mark.parametrize("language", first_of(LANGUAGES[::-1]))
def test_controls_table_and_words_are_there_before_the_figures(
    new_page: Callable[..., Page], address: str, language: Language
) -> None:
    page = new_page()
    page.route(PLOTLY, lambda route: route.abort())
    page.goto(f"{address}/{LESSON.name}?lang={language}")
    expect(page.get_by_text(loading.MISSING.say(language))).to_be_visible()
    page.locator('[data-control="scores.2"] .range').focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"z=2,3,5\.1"))
    expect(page.locator(".live .numbers tbody tr").nth(2)).to_contain_text("5.1")
    page.unroute(PLOTLY)
    wait_for_figures(page)
    expect(page.get_by_text(loading.MISSING.say(language))).to_have_count(0)


def test_figures_that_are_long_on_their_way_are_spoken_of(
    new_page: Callable[..., Page], address: str
) -> None:
    page = new_page()
    held: list[Route] = []
    page.route(PLOTLY, lambda route: held.append(route))
    page.goto(f"{address}/{LESSON.name}?lang=en", wait_until="commit")
    expect(page.get_by_text(loading.FIGURES_COMING.en)).to_be_visible()
    page.unroute(PLOTLY)  # which lets go of those that are held
    wait_for_figures(page)
    expect(page.get_by_text(loading.FIGURES_COMING.en)).to_have_count(0)


@pytest.mark.parametrize("file", ["live.js", "live.css"])
def test_our_own_script_and_style_are_tried_again(
    new_page: Callable[..., Page], address: str, file: str
) -> None:
    page = new_page()
    own = f"**/app/static/live-*/{file}*"
    page.route(own, lambda route: route.abort())
    page.goto(f"{address}/{LESSON.name}?lang=en")
    expect(page.get_by_text(loading.MISSING.en)).to_be_visible()
    page.unroute(own)
    wait_for_figures(page)
    expect(page.get_by_text(loading.MISSING.en)).to_have_count(0)


def test_streamlit_s_own_script_is_tried_again(new_page: Callable[..., Page], address: str) -> None:
    page = new_page()
    scripts = "**/static/js/index.*.js"
    page.route(scripts, lambda route: route.abort())
    page.goto(f"{address}/{LESSON.name}?lang=en")
    expect(page.locator("#first").get_by_text(loading.MISSING.en)).to_be_visible()
    page.unroute(scripts)
    wait_for_figures(page)


def test_what_is_not_there_is_not_asked_for_and_nothing_comes_twice(
    new_page: Callable[..., Page], address: str
) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{address}/{LESSON.name}?lang=en")
    wait_for_figures(page)
    assert "/_stcore/health" in asked
    assert f"/{LESSON.name}/_stcore/health" not in asked  # where Streamlit would look first
    assert sum(path.endswith("/plotly.min.js") for path in asked) == 1


# what a script that has come in by some gap would try: run a text, run mark-up, tell someone else
BREAK = """async (other) => {
  const run = document.createElement('script');
  run.textContent = "window.hit = 'a script'";
  document.body.append(run);
  const image = document.createElement('div');
  image.innerHTML = `<img src="${other}" onerror="window.hit = 'mark-up'">`;
  document.body.append(image);
  const failed = new Promise((done) => image.firstChild.addEventListener('error', done));
  const told = await fetch(other, { mode: 'no-cors' }).then(() => true, () => false);
  await failed;
  await new Promise((done) => setTimeout(done));
  let evaluated = false;
  try { evaluated = new Function('return true')(); } catch {}
  return { hit: window.hit ?? null, told, evaluated };
}"""


def test_a_page_s_rules_are_kept_by_the_browser(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}/{LESSON.name}?embed=true&lang=en")
    wait_for_figures(page)
    other = address.replace("127.0.0.1", "localhost") + "/favicon.png"
    assert page.evaluate(BREAK, other) == {"hit": None, "told": False, "evaluated": False}
    context.close()


def test_another_site_may_show_a_lesson_and_not_a_phone_s_page(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.set_content(  # of no site at all, as a file is
        f'<iframe id="lesson" src="{address}/{LESSON.name}?embed=true&q=tenth"></iframe>'
        f'<iframe id="phone" src="{address}/room"></iframe>'
    )
    lesson = page.frame_locator("#lesson")
    lesson.locator(".live .asked figure > .plot.js-plotly-plot").wait_for()
    expect(page.frame_locator("#phone").locator("form")).to_have_count(0)
    context.close()

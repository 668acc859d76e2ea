"""What we draw breaks no rule of WCAG 2.2 A or AA that axe-core knows: a few pages, or all."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from softmax_app import course
from softmax_app.classroom.phases import PHASES
from softmax_app.kit.items import Question
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.lesson import Page as CoursePage
from softmax_app.texts import questions as question_texts
from softmax_app.texts import room as room_texts
from softmax_app.texts import room_wall as wall_texts
from softmax_app.texts import share as share_texts
from tests.browser import hand
from tests.browser.accessible import COLORS, OPTIONS, violations
from tests.browser.classroom import Phone, Projector
from tests.browser.conftest import wait_for_figures
from tests.browser.test_stations import AT, walk
from tests.server.rooms import AMOUNT, BARS, CHOICE, ORDER, Served, app, serving

OPEN = Callable[..., Page]
Found = dict[str, list[str]]
OTHER = {"light": "dark", "dark": "light"}
WAYS = [(language, theme) for language in ("en", "zh") for theme in ("light", "dark")]
PAGES = [course.HOME, *course.LESSONS]
on_demand = pytest.mark.skipif(os.environ.get("AXE") != "all", reason="on demand: AXE=all")
in_all_ways = pytest.mark.parametrize(("language", "theme"), WAYS)
in_all_languages = pytest.mark.parametrize("language", ["en", "zh"])
on_all_pages = pytest.mark.parametrize("shown", PAGES, ids=lambda page: page.name or "home")
UNFOLD = """() => {
  for (const one of document.querySelectorAll('.live details')) one.open = true;
  document.querySelector('.gloss > .term')?.focus();
}"""
GUESSED = {BARS: (0.3, 0.3, 0.4), AMOUNT: (0.4,), CHOICE: (0,), ORDER: (2, 1, 0)}
KEYS = ("ArrowRight", "v", "ArrowRight", "ArrowRight", "ArrowRight")  # from phase to phase
TOLD = {  # what a phone says in each phase, at its foot or in its page
    "open": room_texts.SENT,
    "closed": room_texts.OVER,
    "talk": room_texts.TALK,
    "second": room_texts.SECOND,
    "answer": room_texts.ANSWER,
}


@pytest.fixture
def opened(new_page: OPEN, address: str) -> Iterator[OPEN]:
    """Open a page of the course as it is for readers of a language and a theme."""
    page = new_page()

    def open_one(shown: CoursePage, language: str, theme: str, query: str = "") -> Page:
        page.emulate_media(color_scheme=theme)
        page.goto(f"{address}/{shown.name}?lang={language}&{query}")
        wait_for_figures(page)
        page.locator(f".live[data-theme={theme}]").wait_for()
        return page

    yield open_one
    page.emulate_media(color_scheme="light")


def in_both_themes(page: Page) -> list[str]:
    """Return what breaks a rule in the theme of the moment, and in the other, which then stays."""
    found = violations(page)
    theme = page.locator(".live").get_attribute("data-theme")
    page.emulate_media(color_scheme=OTHER[theme])
    page.locator(f".live[data-theme={OTHER[theme]}]").wait_for()
    return found + violations(page, COLORS)


def broken(found: Found) -> Found:
    """Return where anything was found."""
    return {place: rules for place, rules in found.items() if rules}


def open_all(page: Page, shown: CoursePage) -> None:
    """Open all that opens on a page: derivations, tables, a term, the code, the core."""
    page.evaluate(UNFOLD)
    if isinstance(shown, Lesson):
        hand.go_to_the_end(page)
        for title in page.locator(".st-key-shelf summary").all():
            title.click()
        core = page.locator(".st-key-shelf [data-testid=stCaptionContainer] code").first
        core.wait_for()  # the core's files come when they are asked for
        expect(page.get_by_test_id("stCode").last).to_be_visible()


def test_a_lesson_with_its_derivations_and_tables_breaks_no_rule(opened: OPEN) -> None:
    page = opened(course.LESSONS[5], "zh", "dark")
    page.evaluate(UNFOLD)
    assert violations(page) == []


def test_home_breaks_no_rule(opened: OPEN) -> None:
    assert violations(opened(course.HOME, "en", "light")) == []


@on_demand
@in_all_ways
@on_all_pages
def test_every_page_breaks_no_rule(
    opened: OPEN, shown: CoursePage, language: str, theme: str
) -> None:
    page = opened(shown, language, theme)
    assert violations(page) == []
    open_all(page, shown)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate(hand.AFTER_NEXT_FRAME)
    assert violations(page) == []


@on_demand
@in_all_languages
@on_all_pages
def test_every_question_and_puzzle_breaks_no_rule(
    opened: OPEN, shown: CoursePage, language: str
) -> None:
    found: Found = {}
    for item in shown.items:
        page = opened(shown, language, "light", f"q={item.id}")
        page.locator(".live > :is(.asked, .puzzle)").wait_for()
        found[item.id] = in_both_themes(page)
        if isinstance(item, Question):
            page.get_by_role("button", name=question_texts.JUST_SHOW.say(language)).click()
            page.locator(".live .outcome").wait_for()
            found[f"{item.id}, shown"] = in_both_themes(page)
    assert broken(found) == {}


@on_demand
@in_all_languages
@on_all_pages
def test_every_station_breaks_no_rule(
    new_page: OPEN, address: str, shown: CoursePage, language: str
) -> None:
    page = new_page(width=1280, height=720)
    page.goto(f"{address}/{shown.name}?view=light&lang={language}")
    found: Found = {}
    view = "light"
    for number, station in enumerate(walk(shown, language)):
        if number:
            page.keyboard.press("ArrowDown")
        page.wait_for_function(AT, arg=[station, view])
        found[f"{number} {station['q']}"] = violations(page)
        page.keyboard.press("d")
        view = OTHER[view]
        page.wait_for_function(AT, arg=[station, view])
        found[f"{number} {station['q']} in colours"] = violations(page, COLORS)
    assert broken(found) == {}


@on_demand
@in_all_languages
@pytest.mark.parametrize("view", ["page", "light", "dark"])
def test_every_link_of_the_dialog_breaks_no_rule(opened: OPEN, view: str, language: str) -> None:
    theme = "dark" if view == "dark" else "light"
    page = opened(course.LESSONS[0], language, theme, f"q=tenth&view={view}")
    if view == "page":
        page.locator(".st-key-share button").first.click()
    else:
        page.keyboard.press("s")
    dialog = page.get_by_role("dialog")
    dialog.locator("img").wait_for()
    choices = dialog.get_by_role("radio")
    assert choices.count() > len(share_texts.KINDS) / 2
    found: Found = {}
    for choice in choices.all():
        choice.click()
        expect(choice).to_be_checked()
        dialog.locator(".st-key-qr img, code").first.wait_for()
        found[choice.inner_text()] = in_both_themes(page) if view == "page" else violations(page)
    assert broken(found) == {}


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving(app()) as one:
        yield one


@on_demand
@in_all_languages
@pytest.mark.parametrize("question", GUESSED, ids=lambda name: name.partition("/")[2])
def test_a_phone_in_a_room_breaks_no_rule_in_any_phase(
    open_page: OPEN, served: Served, question: str, language: str
) -> None:
    page = open_page(width=320, height=640)
    found: Found = {}

    def look(phase: str) -> None:
        for theme, rules in (("dark", COLORS), ("light", OPTIONS)):
            page.emulate_media(color_scheme=theme)
            found[f"{phase} {theme}"] = violations(page, rules)

    page.goto(f"{served.address}/room?lang={language}")
    page.locator("#enter button").wait_for()
    look("door")
    room = served.open()
    hand_held = Phone(page, Projector(page, served.address, room.code), language).join()
    hand_held.reads(room_texts.WAIT.say(language))
    look("before")
    for phase, words in TOLD.items():
        moved = served.move(room, question, None if phase == "open" else phase)
        assert moved.status_code == 200, moved.text
        if phase == "open":
            page.locator("#guess .send").wait_for()
            look("guess")
            hand_held.guess(*GUESSED[question])
        hand_held.shows(words.say(language))
        look(phase)
    assert broken(found) == {}


@on_demand
@in_all_languages
@pytest.mark.parametrize("question", GUESSED, ids=lambda name: name.partition("/")[2])
def test_the_wall_of_a_room_breaks_no_rule_in_any_phase(
    open_page: OPEN, address: str, question: str, language: str
) -> None:
    page = open_page(width=1280, height=720)
    projector = Projector(page, address)
    projector.forget()
    projector.show(*question.split("/"), language, "light")
    projector.open()
    phones = [Phone(open_page(width=320, height=640), projector, language).join() for _ in range(2)]
    for number, one in enumerate(phones, start=1):
        one.guess(*GUESSED[question])
        projector.answered(number)
    found: Found = {}
    for key, phase in zip(("", *KEYS), PHASES, strict=True):
        if key:
            projector.press(key, wall_texts.HEADS[phase].say(language))
        for theme, rules in (("dark", COLORS), ("light", OPTIONS)):
            page.keyboard.press("d")
            page.locator(f".live[data-theme={theme}]").wait_for()
            found[f"{phase} {theme}"] = violations(page, rules)
    assert broken(found) == {}

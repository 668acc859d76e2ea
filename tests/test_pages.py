"""Every page in every language, run as Streamlit runs it."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from softmax_app import course
from softmax_app.home import words as stage_words
from softmax_app.kit import carried
from softmax_app.kit.state import State, answer
from softmax_app.settings import Settings
from softmax_app.settings.link import MODES, OPENING
from softmax_app.settings.table import ROWS
from softmax_app.texts import common, home
from softmax_app.texts.text import LANGUAGES, Language
from softmax_app.texts.unbroken import unbroken
from tests.tried import AppTest
from tests.turns import by_turns

ROOT = Path(__file__).parents[1]
FIRST = course.script(course.LESSONS[0])
FILES = sorted((ROOT / "pages").glob("*.py"), key=lambda path: int(path.name.partition("_")[0]))
PAGES = ["app.py", *(f"pages/{path.name}" for path in FILES)]
SET = {"z": "4,-4,3.25"}


def open_page(page: str, **link: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    at.query_params.update(link)
    if page == "app.py":
        return at.run()
    return at.switch_page(page).run()


def test_the_course_lists_every_page():
    assert [course.script(page) for page in (course.HOME, *course.LESSONS)] == PAGES


@cache
def seen(page: str, language: Language, **link: str) -> AppTest:
    """Return a page that several tests look at, and none acts on."""
    return open_page(page, lang=language, **link)


@pytest.mark.parametrize(("language", "link"), [("en", {}), ("zh", SET)], ids=LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_and_speaks_its_language(page, language, link):
    at = seen(page, language, **link)
    assert not at.exception
    here = next(one for one in (course.HOME, *course.LESSONS) if course.script(one) == page)
    assert at.title[0].value == here.title.say(language)
    assert at.session_state["state"].settings.language == language
    assert at.query_params["lang"] == language


@pytest.mark.parametrize("page", PAGES)
def test_a_page_s_link_holds_all_that_the_page_uses(page):
    at = seen(page, "en")
    here = next(one for one in (course.HOME, *course.LESSONS) if course.script(one) == page)
    spoken_of = set(here.all_settings) - set(MODES)  # no question is open, no projector is used
    opened = {ROWS[name].in_link for name in spoken_of - set(OPENING)}  # no one has set a score
    assert set(at.query_params) == opened
    set_by_link = seen(page, "zh", **SET)
    assert set(set_by_link.query_params) == {ROWS[name].in_link for name in spoken_of}


@pytest.mark.parametrize("page", PAGES)
def test_a_broken_link_is_said_and_the_rest_is_used(page):
    at = open_page(page, z="4,-4,3", T="<b>hot</b>")
    assert not at.exception
    assert at.session_state["state"].settings.scores == (4, -4, 3)
    assert at.session_state["state"].settings.temperature == 1
    assert len(at.warning) == 1
    assert "\\<b\\>hot\\<\\/b\\>" in at.warning[0].value


def test_letters_that_turn_or_hide_others_are_not_repeated():
    at = open_page(PAGES[1], T="1\u202e9\x07", z="\u200b2,x")
    assert [warning.value.isprintable() for warning in at.warning] == [True, True]


@pytest.mark.parametrize(
    ("lesson", "language"),
    by_turns(course.LESSONS, LANGUAGES),
    ids=lambda one: getattr(one, "name", one),
)
def test_the_end_of_a_lesson_comes_when_the_reader_comes_near(lesson, language):
    at = open_page(course.script(lesson), lang=language, z="4,-4,3.25")
    takeaways = unbroken(lesson.words.TAKEAWAYS.say(language)).strip()
    assert takeaways in [one.value for one in at.markdown]  # at once: a page is printed as it is
    assert len(at.get("download_button")) == len(at.code) == 0
    at.session_state["near"] = {"near": {"number": 1, "state": "", "settled": 0}}
    at.run()
    assert not at.exception
    assert len(at.tabs) == len(lesson.code.SNIPPETS)
    assert len(at.get("download_button")) == 2


def test_the_end_of_a_lesson_is_of_the_state_that_the_browser_has_come_to():
    lesson = course.LESSONS[0]
    at = open_page(FIRST, z="1,2,3")
    kept = carried.written(lesson, State(Settings((7.0, 8.0))), ())
    at.session_state["near"] = {"near": {"number": 1, "state": kept, "settled": 3}}
    at.run()
    assert "z = np.array([7.0, 8.0])" in at.code[0].value
    at.session_state["near"] = {"near": {"number": 2, "state": "{", "settled": 4}}
    at.run()
    assert not at.exception
    assert "z = np.array([1.0, 2.0, 3.0])" in at.code[0].value


def test_settings_stay_when_pages_change():
    at = open_page("app.py", z="1,2,3,4", names="cat")
    at = at.switch_page(FIRST).run()
    assert at.session_state["state"].settings.scores == (1, 2, 3, 4)
    assert at.query_params["z"] == "1,2,3,4"
    assert at.query_params["names"] == "cat"


def test_changing_the_language_changes_nothing_else():
    at = open_page(FIRST, z="4,-4,3", T="0.5", lang="en")
    at.button_group(key="language").set_value("zh").run()
    assert not at.exception
    assert at.title[0].value == course.LESSONS[0].title.zh
    assert at.session_state["state"].settings.scores == (4, -4, 3)
    assert at.session_state["state"].settings.temperature == 0.5


def test_starting_over_resets_all_but_the_language():
    at = open_page(FIRST, z="4,-4,3", T="0.5", names="a,b", lang="zh")
    at.button(key="reset").click().run()
    assert "z" not in at.query_params
    assert at.session_state["state"].settings.scores == (2, 3, 5)
    assert at.query_params["T"] == "1"
    assert at.query_params["names"] == ""
    assert at.query_params["lang"] == "zh"
    assert at.button(key="reset").label == common.RESET.zh


def test_the_first_words_come_back_with_the_lesson_not_with_the_answer():
    def is_led_in(**link: str) -> bool:
        return any('class="lead"' in one.proto.body for one in open_page(FIRST, **link).get("html"))

    assert is_led_in()
    assert is_led_in(q="flat")
    assert not is_led_in(q="tenth")
    assert not is_led_in(q="tenth,shown")


def test_starting_over_inside_a_puzzle_leads_nowhere_with_the_old_numbers():
    at = open_page(FIRST, z="1,2,3,4", lang="en")
    lesson = course.LESSONS[0]
    (win,) = (item for item in lesson.items if item.id == "win")
    at.session_state["state"] = answer(lesson, at.session_state["state"], win.opened)
    at.session_state["run.by_hand"] = True
    at.run()
    assert (at.query_params["q"], at.query_params["z"]) == ("win", "2,3,5")
    assert {numbers_of(link) for link in at.get("page_link")} == {"1,2,3,4"}
    at.button(key="reset").click().run()
    assert "q" not in at.query_params
    assert {numbers_of(link) for link in at.get("page_link")} == {None}


def numbers_of(link: Any) -> str | None:
    return dict(parse_qsl(link.proto.query_string)).get("z")


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_has_a_door_for_each_panel(language):
    at = open_page("app.py", lang=language, z="4,-4,3", y="1")
    assert not at.exception
    assert at.query_params["y"] == "1"
    doors = [one.proto.label for one in at.get("page_link") if ":gray" in one.proto.label]
    titles = [title.say(language) for title in stage_words.TITLES]
    assert len(doors) == len(titles)
    for link, door, title in zip(home.CHAIN, doors, titles, strict=True):
        number = course.number(course.page(link.lesson))
        assert home.LESSON.say(language, number=number) in door
        assert link.name.say(language).lower() in title

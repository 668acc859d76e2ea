"""What was opened is in view, however far down it stands."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from softmax_app import course
from softmax_app.texts import common
from softmax_app.texts.take_away import REMEMBER
from softmax_app.texts.text import Text
from tests.browser import hand
from tests.turns import by_turns

OPEN = Callable[..., Page]
SIZES = [(1280, 800), (390, 844)]
ITEMS = [
    ("why_exp", "no answer", "vanish", ".puzzle"),
    ("scores_to_probabilities", "a tenth of each score", "tenth", ".asked"),
]
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
IN_VIEW = """(css) => {
  const part = document.querySelector(`.live > ${css}`);
  if (!part) return false;
  const { top } = part.getBoundingClientRect();
  const under = document.elementFromPoint(innerWidth / 2, Math.max(top, 0) + 30);
  return top >= 0 && top < innerHeight / 2 && part.contains(under);
}"""

# of the questions that are offered, all or nothing is in view below Streamlit's bar
UNCUT = """() => {
  const bar = document.querySelector('[data-testid=stHeader]').getBoundingClientRect().bottom;
  const questions = document.querySelectorAll('.live > .offer button');
  return [...questions].every((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= bar || bottom <= bar;
  });
}"""

TITLE_IN_VIEW = """(fold) => {
  const { left, top } = fold.querySelector('summary').getBoundingClientRect();
  return top >= 0 && fold.contains(document.elementFromPoint(left + 30, top + 10));
}"""


@pytest.mark.parametrize(("asked", "size"), by_turns(ITEMS, SIZES))
def test_what_is_opened_comes_into_view(
    lesson: OPEN, visited: OPEN, asked: tuple[str, str, str, str], size: tuple[int, int]
) -> None:
    (name, title, item, css), (width, height) = asked, size
    page = lesson(f"q={item}", lesson=name, width=width, height=height)
    page.wait_for_function(IN_VIEW, arg=css)
    page = visited(lesson=name, width=width, height=height)
    page.get_by_role("button", name=title).click()
    page.wait_for_function(IN_VIEW, arg=css)
    page.wait_for_function(UNCUT)


@pytest.mark.parametrize("title", [common.NUMBERS, common.CODE])
def test_what_is_folded_is_opened_by_its_title_in_the_link(lesson: OPEN, title: Text) -> None:
    page = lesson(f"lang=en#{quote(title.en)}", height=800)
    fold = page.locator("details[open]", has_text=title.en)
    page.wait_for_function(TITLE_IN_VIEW, arg=fold.element_handle())


def test_the_code_is_opened_by_a_click_and_in_print(lesson: OPEN) -> None:
    page = lesson("lang=en")
    hand.go_to_the_end(page)
    code = page.get_by_test_id("stCode").first
    expect(code).to_be_hidden()
    hand.open_code(page)
    expect(code).to_be_visible()
    page.get_by_text(common.CODE.en).click()
    expect(code).to_be_hidden()
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(code).to_be_visible()


def test_a_lesson_ends_with_what_was_learned_and_the_door_to_the_next(visited: OPEN) -> None:
    page = visited()
    hand.go_to_the_end(page)
    folded, learned, sentence, door = (
        page.get_by_text(text, exact=True).last.bounding_box()
        for text in (
            common.CODE.en,
            REMEMBER.en,
            course.LESSONS[1].words.SURPRISE.en,
            common.NEXT_LESSON.say("en", title=course.titled(course.LESSONS[1], "en")),
        )
    )
    assert folded
    assert learned
    assert sentence
    assert door
    assert folded["y"] < learned["y"] < sentence["y"] < door["y"]


def test_who_wants_no_motion_is_there_at_once(lesson: OPEN) -> None:
    page = lesson("lang=en", lesson="why_exp", height=800, reduced_motion="reduce")
    page.evaluate(
        "() => { window.how = []; const { scrollIntoView } = Element.prototype;"
        " Element.prototype.scrollIntoView = function (how) { window.how.push(how.behavior);"
        " return scrollIntoView.call(this, how); }; }"
    )
    page.get_by_role("button", name="no answer").click()
    page.wait_for_function(IN_VIEW, arg=".puzzle")
    assert page.evaluate("window.how") == ["instant"]


def test_what_is_in_view_stays_where_it_is(visited: OPEN) -> None:
    page = visited(height=1400)
    page.get_by_role("button", name="a tenth of each score").click()
    page.locator(".live > .asked").wait_for()
    page.wait_for_function(IN_VIEW, arg=".asked")
    page.evaluate(hand.AFTER_NEXT_FRAME)
    assert page.evaluate(SCROLLED) == 0

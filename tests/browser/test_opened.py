"""What was opened is in view, however far down it stands."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import hand

OPEN = Callable[..., Page]
SIZES = [(1280, 800), (390, 844)]
ITEMS = [
    ("why_exp", "no answer", "vanish", ".puzzle"),
    ("scores_to_probabilities", "a tenth of every score", "tenth", ".asked"),
]
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
IN_VIEW = """(css) => {
  const part = document.querySelector(`.live > ${css}`);
  if (!part) return false;
  const { top } = part.getBoundingClientRect();
  const under = document.elementFromPoint(innerWidth / 2, Math.max(top, 0) + 30);
  return top >= 0 && top < innerHeight / 2 && part.contains(under);
}"""


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(("name", "title", "item", "css"), ITEMS)
def test_what_is_opened_comes_into_view(
    lesson: OPEN, name: str, title: str, item: str, css: str, width: int, height: int
) -> None:
    page = lesson(f"q={item}", lesson=name, width=width, height=height)
    page.wait_for_function(IN_VIEW, arg=css)
    page = lesson("lang=en", lesson=name, width=width, height=height)
    page.get_by_role("button", name=title).click()
    page.wait_for_function(IN_VIEW, arg=css)


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


def test_what_is_in_view_stays_where_it_is(lesson: OPEN) -> None:
    page = lesson("lang=en", height=1400)
    page.get_by_role("button", name="a tenth of every score").click()
    page.locator(".live > .asked").wait_for()
    page.wait_for_function(IN_VIEW, arg=".asked")
    page.evaluate(hand.AFTER_NEXT_FRAME)
    assert page.evaluate(SCROLLED) == 0

"""The chain on the home page: one hand moves six panels, a button feeds them, all of it in view."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from softmax_app.figures.chain import ARRAYS
from softmax_app.home import numbers, scene
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings
from softmax_core import softmax
from tests.browser import hand
from tests.browser.conftest import settled
from tests.turns import by_turns

OPEN = Callable[..., Page]
FEEDS = scene.figure(Settings()).feeds
TRACES = {feed.array: feed.trace for feed in FEEDS if feed.attribute == "y"}
# where a bar of a plot is: its middle, and the height of a value, in pixels of the page
PLACE = """([x, y, bar, value]) => {
  const plot = document.querySelector('.live figure > .plot');
  const box = plot.getBoundingClientRect();
  const [across, up] = [plot._fullLayout[x], plot._fullLayout[y]];
  return [box.left + across._offset + across.d2p(bar), box.top + up._offset + up.d2p(value)];
}"""
TEXTS = """() => [...document.querySelectorAll('.live figure text')]
  .filter((one) => one.textContent && one.textContent !== '→' && one.checkVisibility())
  .map((one) => { const { left, top, right, bottom } = one.getBoundingClientRect();
    return [one.textContent, left, top, right, bottom]; })"""
TURNED = "() => document.querySelectorAll('.live figure text[transform*=\"rotate(-\"]').length"
BOTTOM = "(css) => document.querySelector(css).getBoundingClientRect().bottom"


def panels(page: Page) -> dict[str, np.ndarray]:
    """Return what each of the six panels shows."""
    page.evaluate(hand.AFTER_NEXT_FRAME)
    found = {name: hand.trace(page, TRACES[name]) for name in ARRAYS if name != "loss"}
    return found | {"loss": hand.trace(page, TRACES["loss_at"])}


def expected(settings: Settings) -> dict[str, np.ndarray]:
    found = numbers.evaluate(at_settings(settings))
    return {name: np.ravel(found[name]) for name in ARRAYS}


def open_home(visited: OPEN, query: str, **options: object) -> Page:
    return visited(query, lesson="", **options)


def grab(page: Page, bar: int, value: float, *, panel: str = "") -> None:
    """Take the page at a height of a bar of a panel."""
    page.mouse.move(*page.evaluate(PLACE, [f"xaxis{panel}", f"yaxis{panel}", bar, value]))
    page.mouse.down()


@pytest.mark.parametrize("width", [1280, 1920])
def test_each_question_stands_over_the_panel_that_it_is_about(visited: OPEN, width: int) -> None:
    page = open_home(visited, "lang=en", width=width)
    middles = page.evaluate("""() => {
      const middle = ({ left, width }) => left + width / 2;
      const doors = [...document.querySelectorAll('.st-key-chain a')];
      const plot = document.querySelector('.live figure > .plot');
      const { left } = plot.getBoundingClientRect();
      const axes = ['xaxis', 'xaxis2', 'xaxis3', 'xaxis4', 'xaxis5', 'xaxis6'].map((one) =>
        left + plot._fullLayout[one]._offset + plot._fullLayout[one]._length / 2);
      return [doors.map((one) => middle(one.querySelector('p').getBoundingClientRect())), axes];
    }""")
    np.testing.assert_allclose(*middles, atol=4)


@pytest.mark.parametrize("width", [820, 390])
def test_where_panels_stand_in_rows_the_questions_stand_between_the_stage_and_what_follows(
    visited: OPEN, width: int
) -> None:
    page = open_home(visited, "lang=en", width=width)
    stage, doors, lessons = page.evaluate("""() => ['.live', '.st-key-chain', '.st-key-lesson1']
      .map((one) => document.querySelector(one).getBoundingClientRect().bottom)""")
    assert stage < doors < lessons


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_a_bar_dragged_moves_all_six_panels_and_a_step_feeds_them(
    visited: OPEN, width: int, height: int
) -> None:
    page = open_home(visited, "z=4,-4,3&y=2&lr=1", width=width, height=height)
    before = panels(page)
    for name, values in expected(Settings((4.0, -4.0, 3.0))).items():
        np.testing.assert_allclose(before[name], values, rtol=1e-6)
    grab(page, 1, -4)
    page.mouse.move(*page.evaluate(PLACE, ["xaxis", "yaxis", 1, 5]), steps=6)
    page.locator('[data-control="scores.1"][data-ready]').wait_for()
    moved = panels(page)
    for name in ARRAYS:
        assert not np.array_equal(moved[name], before[name])
    np.testing.assert_array_equal(moved["probs"], softmax(moved["scores"]))
    page.mouse.up()
    settled(page, r"z=4,5(\.[0-9]+)?,3")
    there = Settings(tuple(panels(page)["scores"].tolist()))
    page.get_by_role("button", name="Take one step").click()
    settled(page, r"z=3\.[0-9]+,4\.[0-9]+,3\.[0-9]+")
    stepped = there.with_step()
    for name, values in expected(stepped).items():
        np.testing.assert_allclose(panels(page)[name], values, rtol=1e-6)
    np.testing.assert_array_equal(panels(page)["scores"], stepped.scores)
    expect(page.locator(".keyed")).to_contain_text("One step, and the loss falls to")


def test_a_number_field_cuts_no_digit_and_has_all_of_them_for_who_types(
    visited: OPEN,
) -> None:
    page = open_home(visited, "z=1.9579821234567,-2.8858,999999.5", width=1280)
    cut = "(fields) => fields.filter((one) => one.scrollWidth > one.clientWidth).length"
    assert page.locator(".live .field").evaluate_all(cut) == 0
    field = page.locator('[data-control="scores.0"] .field')
    expect(field).to_have_value("1.957982")
    expect(field).to_have_attribute("title", "1.9579821234567")
    field.focus()
    expect(field).to_have_value("1.9579821234567")
    field.blur()
    expect(field).to_have_value("1.957982")


def test_a_panel_below_the_scores_is_no_handle(visited: OPEN) -> None:
    page = open_home(visited, "z=4,-4,3", width=390, height=844)
    before = panels(page)
    grab(page, 0, 0.7, panel="3")
    page.mouse.move(*page.evaluate(PLACE, ["xaxis", "yaxis", 0, -8]), steps=4)
    page.mouse.up()
    np.testing.assert_array_equal(panels(page)["scores"], before["scores"])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_stage_is_above_the_fold(visited: OPEN, language: str) -> None:
    page = open_home(visited, f"lang={language}&z=4,-4,3", height=800)
    assert page.evaluate(BOTTOM, ".live .keyed > p") <= 800
    assert page.evaluate(BOTTOM, ".st-key-start a") <= 400  # in its upper half
    phone = open_home(visited, f"lang={language}&z=4,-4,3", width=390, height=844)
    assert phone.evaluate(BOTTOM, ".live figure > .plot") <= 844
    assert phone.evaluate(BOTTOM, ".live .keyed > p") <= 844
    assert phone.evaluate(BOTTOM, ".st-key-start a") <= 422  # in its upper half, near the sentence


@pytest.mark.parametrize(
    ("scores", "width"),
    by_turns(["2,3", "4,-4,3", "9.75,-9.5,9.25,-0.125", "1,2,3,4,5,6,7,8,9,10"], [1280, 390]),
)
def test_no_word_of_the_figure_lies_over_another_or_on_its_side(
    visited: OPEN, width: int, scores: str
) -> None:
    page = open_home(visited, f"z={scores}&y=1&lr=10", width=width)
    grab(page, 0, 1)
    page.locator('[data-control="scores.0"][data-ready]').wait_for()
    for value in (-10, -8, -3.5, -0.1, 0.1, 3.7, 10):
        page.mouse.move(*page.evaluate(PLACE, ["xaxis", "yaxis", 0, value]))
        page.evaluate(hand.AFTER_NEXT_FRAME)
        texts = page.evaluate(TEXTS)
        assert len(texts) > 12
        assert [pair for pair in combinations(texts, 2) if overlap(*pair)] == []
        assert page.evaluate(TURNED) == 0
    page.mouse.up()


def overlap(one: list, other: list) -> bool:
    slack = 3  # pixels: boxes hold the room of letters that reach lower or higher than digits
    _, left, top, right, bottom = one
    _, left2, top2, right2, bottom2 = other
    across = min(right, right2) - max(left, left2)
    return across > 1 and min(bottom, bottom2) - max(top, top2) > slack


# how wide a quotation mark is between characters, as a part of one
MARK = """async () => {
  await document.fonts.load('16px "Source Sans"', '“');
  const line = document.querySelector('.stMarkdown p').appendChild(document.createElement('span'));
  const [marked, one] = ['中“中', '中'].map((words) => {
    line.textContent = words;
    return line.getBoundingClientRect().width;
  });
  line.remove();
  return marked / one - 2;
}"""


def test_a_quotation_mark_is_as_wide_as_a_character_in_chinese_alone(visited: OPEN) -> None:
    assert open_home(visited, "lang=zh").evaluate(MARK) == pytest.approx(1, abs=0.01)
    assert open_home(visited, "lang=en").evaluate(MARK) < 0.7

"""What is written in the figures lies level, and nowhere on something else that is written.

Boxes are measured in the browser, at random settings of each lesson: a few of them, or as many
as ``LABEL_SETTINGS`` says: wide, and as on a phone, by turns.
"""

import os
import random
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from softmax_app import course
from softmax_app.kit.lesson import Lesson
from softmax_app.settings.limits import MOST_CLASSES
from softmax_app.settings.settings import Settings
from softmax_app.settings.table import NUMBERS, ROWS
from tests.browser import hand
from tests.browser.test_moved import MOVE, controls

OPEN = Callable[..., Page]
COUNT = int(os.environ.get("LABEL_SETTINGS", "1"))
SIZES = ({"width": 1280, "height": 800}, {"width": 390, "height": 844})
FORMATS = ("float64", "float32", "float16", "bfloat16")
SPREADS = (1, 10, 100, 1000)  # of the scores

# letters are about this much of the height of their boxes, which keep room for all that there are
MEASURE = """() => {
  const VALUES = '.bartext, .heatmap-label, .textpoint text';
  const ALL = `${VALUES}, .annotation-text, .xtick text, .ytick text, .x2tick text, .y2tick text`;
  const found = [];
  for (const plot of document.querySelectorAll('.live figure > .plot')) {
    const labels = [...plot.querySelectorAll(ALL)].flatMap((label) => {
      const box = label.getBoundingClientRect();
      const isSeen = label.textContent.trim() && box.width > 0 && label.checkVisibility();
      if (!isSeen) return [];
      const { a, b } = label.getScreenCTM();
      const isValue = label.matches(VALUES);
      if (isValue && Math.abs(b) > 1e-6 * Math.abs(a)) found.push(`turned: ${label.textContent}`);
      const [left, right] = [box.left, box.right];
      const [top, bottom] = [box.top + 0.2 * box.height, box.bottom - 0.2 * box.height];
      return [{ text: label.textContent, isValue, left, right, top, bottom }];
    });
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 1 && down > 1) found.push(`${one.text} on ${other.text}`);
      }
    }
  }
  return found;
}"""

# a slider that is made anew while the page comes loses the focus
READY = """(control) => {
  const slider = document.querySelector(`[data-control="${control}"]`);
  const range = slider.querySelector('.range');
  if (document.activeElement !== range) range.focus();
  return 'ready' in slider.dataset;
}"""


def some_link(lesson: Lesson, chance: random.Random) -> str:
    """Return a link of a lesson with random settings."""
    count = chance.choice([2, 3, 3, 5, MOST_CLASSES])
    reach = chance.choice(SPREADS)
    scores = [f"{chance.uniform(-reach, reach):.3g}" for _ in range(count)]
    said: dict[str, Any] = {"z": ",".join(scores), "lang": chance.choice(["en", "zh"])}
    if "label" in lesson.settings:
        said["y"] = str(chance.randrange(count))
    if "number_format" in lesson.settings:
        said["f"] = chance.choice(FORMATS)
    for name in lesson.settings:
        if name in NUMBERS:
            said[ROWS[name].in_link] = repr(
                float(chance.choice(NUMBERS[name].positions(Settings())))
            )
    return urlencode(said, safe=",")


def check(page: Page, link: str) -> None:
    page.evaluate(hand.AFTER_NEXT_FRAME)
    assert page.evaluate(MEASURE) == [], link


@pytest.mark.parametrize("number", range(COUNT))
@pytest.mark.parametrize("place", range(len(course.LESSONS)))
def test_values_lie_level_and_nothing_lies_on_another(
    visited: OPEN, place: int, number: int
) -> None:
    shown = course.LESSONS[place]
    number += place % 2
    chance = random.Random(f"{shown.name} {number}")
    link = some_link(shown, chance)
    page = visited(link, lesson=shown.name, **SIZES[number % 2])
    page.evaluate("() => document.fonts.ready")
    check(page, link)
    for control in controls(page)[:4]:
        page.wait_for_function(READY, arg=control)
        last = int(page.locator(f'[data-control="{control}"] .range').get_attribute("max") or 0)
        row = chance.randint(0, last)
        page.evaluate(MOVE, [control, row])
        check(page, f"{link}, {control} at row {row}")


PHONE = SIZES[1]
# what is written at the bars of softmax, and how long these are
PEAKS = """() => {
  const plot = document.querySelector('.live .stage figure > .plot');
  const said = plot.data.filter(({ type, text, xaxis }) =>
    type === 'bar' && text && xaxis === plot.data[1].xaxis);
  return said.map(({ text }) => [Array.from(text), Array.from(plot.data[1].y)]);
}"""
# values of bars that run out of their chart, and the arrows there, as far as they meet
MEETING = """() => {
  const plot = document.querySelector('.live .stage figure > .plot');
  const boxes = (css) => [...plot.querySelectorAll(css)].map((one) => one.getBoundingClientRect());
  const arrows = boxes('.scatterlayer .points path');
  const values = boxes('.bartext');
  const meets = (one, other) => one.left < other.right && other.left < one.right
    && one.top + 0.2 * one.height < other.bottom && other.top < one.bottom - 0.2 * one.height;
  return [arrows.length, arrows.filter((arrow) => values.some((one) => meets(one, arrow))).length];
}"""


TEN = "-4.24,-0.652,5.38,1.47,-4.02,-1.23,-6.47,9.06,-6.84,0.566"


@pytest.mark.parametrize(
    ("lesson", "link"),
    [
        # two long values below 0, and a bar above it between them
        (
            "scores_to_probabilities",
            "z=-4.29,8.6,-7.88,1.28,-2.29,6,5.43,0.871,-5.97,-8.31&T=0.103",
        ),
        # two points beyond the plot, at one place
        ("logits_or_probabilities", "z=994,-513,-784&y=2"),
        # of bars without height, some are below 0, and their values above
        ("learning", f"z={TEN}&y=3&s=0.72&lr=4.47&k=72&tr=0.6&t=46&i=281"),
    ],
)
def test_what_lay_on_another_once_does_not(visited: OPEN, lesson: str, link: str) -> None:
    check(visited(link, lesson=lesson, **SIZES[0]), link)


def test_of_ten_classes_the_peaks_have_their_values_on_a_phone(visited: OPEN) -> None:
    page = visited("z=1,0,4,1,0,3.5,0,1,4.5,1", **PHONE)
    ((texts, probs),) = page.evaluate(PEAKS)
    lower = zip([0.0, *probs], [*probs[1:], 0.0], strict=False)
    inner = list(enumerate(zip(probs, lower, strict=False)))[1:-1]
    peaks = [k for k, (p, (left, right)) in inner if left < p > right]
    assert peaks == [2, 5, 8]
    assert all(texts[k] for k in peaks)
    check(page, "ten classes")


def test_an_arrow_at_a_bar_leaves_its_value_alone(visited: OPEN) -> None:
    arrows, met = visited("z=4,-4,3", **PHONE).evaluate(MEETING)
    assert (arrows, met) == (2, 0)

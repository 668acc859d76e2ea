"""The stage: scores are bars that a hand takes by the top, and all of it is seen together."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Page

from softmax_app import course
from softmax_app.settings import Settings
from softmax_app.texts.text import LANGUAGES, Language
from tests.browser import hand
from tests.turns import by_turns

OPEN = Callable[..., Page]
WITH_SCORES = [
    lesson.name
    for lesson in course.LESSONS
    if any(part.hand for part in lesson.scene(Settings()).parts)
]
ALL = [lesson.name for lesson in course.LESSONS]
BAR = """([plot, bar]) => {
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  const knobs = plot.data.filter(({ mode }) => mode === 'markers').at(-1);
  const height = knobs.y[Array.from(knobs.x).indexOf(bar)];
  const x = box.left + xaxis._offset + xaxis.d2p(bar);
  const y = box.top + yaxis._offset + yaxis.d2p(height);
  return [x, y, Math.abs(yaxis.d2p(1) - yaxis.d2p(0))];
}"""
STAGE = ".live .offer + .part"
SHOWN = """(css) => {
  const box = document.querySelector(css)?.getBoundingClientRect();
  return box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight + 1;
}"""

# what is seen at the middle of what has the focus
UNCOVERED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const found = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return one.contains(found) || found.contains(one);
}"""
# a sentence that nothing lies over: neither its beginning nor its end
CLEAR = """(css) => {
  const one = document.querySelector(css), box = one.getBoundingClientRect();
  return [box.top + 4, box.bottom - 4].every((y) => {
    const found = document.elementFromPoint(box.left + 8, y);
    return found && one.contains(found);
  });
}"""


def open_lesson(visited: OPEN, lesson: str, **options: object) -> Page:
    page = visited("z=2,1,-1", lesson=lesson, **options)
    page.locator(".live .hand .plot.js-plotly-plot .bars").first.wait_for()
    return page


def knob(page: Page, bar: int) -> tuple[float, float, float]:
    """Where the top of a bar is, and how many pixels higher a score of 1 more stands."""
    plot = page.locator(".live .hand .plot").first
    plot.scroll_into_view_if_needed()
    x, y, unit = page.evaluate(BAR, [plot.element_handle(), bar])
    return x, y, unit


def score(page: Page, bar: int) -> float:
    slider = page.locator(f'[data-control^="scores.{bar}"] .field').first
    return float(slider.input_value())


def by_mouse_and_key(visited: OPEN, lesson: str) -> None:
    page = open_lesson(visited, lesson)
    x, y, unit = knob(page, 0)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 2 * unit, steps=4)
    page.mouse.up()
    assert score(page, 0) == pytest.approx(4, abs=0.5)
    page.wait_for_function("() => /z=[34][.0-9]*,1/.test(location.search)")
    plot = page.locator(".live .hand .plot").first
    plot.focus()
    page.keyboard.press("ArrowRight")  # to the next bar, where that can be taken as well
    bar = page.locator('[data-control^="scores.1"]').count() and 1
    before = score(page, bar)
    page.keyboard.press("ArrowUp")
    step = score(page, bar) - before
    assert step > 0
    page.keyboard.press("PageDown")
    assert score(page, bar) == pytest.approx(before - 9 * step)
    said = f"{score(page, bar):.4g}".replace("-", "−")
    assert f": {said}" in (plot.get_attribute("aria-valuetext") or "")


def by_finger(visited: OPEN, lesson: str) -> None:
    page = open_lesson(visited, lesson, width=390, height=844, has_touch=True, is_mobile=True)
    x, y, unit = knob(page, 0)
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        spots = [{"x": px, "y": py} for px, py in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": spots})

    top = "() => document.querySelector('.live .hand .plot').getBoundingClientRect().top"
    before = page.evaluate(top)
    send("touchStart", (x, y))
    for step in range(1, 5):
        send("touchMove", (x, y - unit * (step + 0.13)))
    send("touchEnd")
    assert score(page, 0) == 6  # a pixel is more than 0.25: a finger finds round numbers
    assert page.evaluate(top) == pytest.approx(before, abs=1)  # the page has not been scrolled


@pytest.mark.parametrize(("lesson", "move"), by_turns(WITH_SCORES, [by_mouse_and_key, by_finger]))
def test_a_bar_is_moved_by_its_top(
    visited: OPEN, lesson: str, move: Callable[[OPEN, str], None]
) -> None:
    move(visited, lesson)


@pytest.mark.parametrize(("lesson", "language"), by_turns(ALL, LANGUAGES))
def test_figure_control_and_key_sentence_are_seen_together(
    visited: OPEN, lesson: str, language: Language
) -> None:
    page = visited(f"lang={language}", lesson=lesson, width=1280, height=800)
    page.locator(f"{STAGE} .stage .plot.js-plotly-plot .main-svg").first.wait_for()
    for css in (*pictures(page), f"{STAGE} .keyed > p"):
        page.wait_for_function(SHOWN, arg=css)
    page.locator(f"{STAGE} .controls .range").last.focus()
    page.wait_for_function(CLEAR, arg=f"{STAGE} .keyed > p")  # with the last control in use too
    page.wait_for_function(UNCOVERED)


COLUMNS = """() => [...document.querySelectorAll(
    '.live .controls > :is(.slider:has(> .name), .more)')].map((one) => {
  const { left, right, top } = one.getBoundingClientRect();
  return [left, right, top];
})"""


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (1280, 800), (1920, 1080)])
def test_the_classes_stand_in_columns_and_what_adds_one_is_beside_the_last(
    visited: OPEN, width: int, height: int
) -> None:
    for scores in ("2,3", "2,3,5", "2,3,5,1"):
        page = visited(f"z={scores}", lesson="softmax_derivative", width=width, height=height)
        page.wait_for_function(f"() => ({COLUMNS})().length === {scores.count(',') + 2}")
        *classes, more = page.evaluate(COLUMNS)
        assert len({round(right - left) for left, right, _ in classes}) == 1
        assert more[0] >= classes[-1][1]
        assert more[2] == pytest.approx(classes[-1][2], abs=1)
        rows = len({round(top) for *_, top in classes})
        assert rows <= -(-len(classes) // 2)  # at least two beside one another


# what is below the picture that stays in view, or between it and the words above it
UNDER = """() => {
  const figure = document.querySelector('.live .stage > figure');
  const words = document.querySelector('.live .stage > div:has(> .sentence)');
  const main = document.querySelector('[data-testid=stMain]');
  const range = document.querySelector('.live .slider:has(> .name) .range') ??
    document.querySelector('.live .slider .range');
  const middle = (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return (top + bottom) / 2;
  };
  main.scrollBy(0, middle(range) - middle(figure));
  main.scrollBy(0, middle(range) - middle(figure)); // which has stopped by now
  const gap = words ? figure.getBoundingClientRect().top - words.getBoundingClientRect().bottom : 0;
  if (words) main.scrollBy(0, middle(range) - figure.getBoundingClientRect().top + gap / 2);
  const { left, right, top, bottom } = figure.getBoundingClientRect();
  return words ? [left, top - gap, right - left, gap] : [right, top, 12, bottom - top];
}"""


@pytest.mark.parametrize(
    ("lesson", "query", "width"),
    [("push_and_pull", "z=10,4,3", 390), ("next_word", "T=1", 1280)],
)
def test_no_thumb_is_seen_beside_the_picture_that_it_passes_under(
    visited: OPEN, lesson: str, query: str, width: int
) -> None:
    page = visited(query, lesson=lesson, width=width, height=800)
    page.locator(f"{STAGE} .stage .plot.js-plotly-plot .main-svg").first.wait_for()
    x, y, across, down = page.evaluate(UNDER)
    page.evaluate(hand.AFTER_NEXT_FRAME)
    clip: FloatRect = {"x": x, "y": y, "width": across, "height": down}
    with Image.open(io.BytesIO(page.screenshot(clip=clip))) as picture:
        assert len(picture.getcolors() or ()) == 1


FIRST = f"{STAGE} .work > .controls > :first-child"


@pytest.mark.parametrize("lesson", ALL)
def test_on_a_desk_the_lesson_s_own_control_is_seen_at_once(visited: OPEN, lesson: str) -> None:
    page = visited(lesson=lesson, width=1280, height=800)
    page.locator(f"{STAGE} .stage .plot.js-plotly-plot .main-svg").first.wait_for()
    control = f"{FIRST} .range" if page.locator(f"{FIRST} .range").count() else FIRST
    page.wait_for_function(SHOWN, arg=control)


BOXES = """(stage) => {
  const all = [...document.querySelectorAll(`${stage} .stage > figure`)];
  const key = document.querySelector(`${stage} .key`);
  return [...all, key].map((one) => one.getBoundingClientRect().toJSON());
}"""


def test_on_a_desk_lesson_9_s_curve_has_the_width_and_its_path_is_seen_below(visited: OPEN) -> None:
    page = visited(lesson="learning", width=1280, height=800)
    page.wait_for_function(SHOWN, arg=f"{STAGE} .stage > figure ~ figure > .plot")
    curve, path, key = page.evaluate(BOXES, STAGE)
    assert curve["width"] > 620  # drawn as in a wide place
    assert curve["bottom"] <= path["top"]
    assert key["right"] <= path["left"]
    assert path["bottom"] <= 800


def test_on_a_desk_the_picture_stays_above_what_has_the_focus(visited: OPEN) -> None:
    page = visited(width=1280, height=800)
    page.locator(f"{STAGE} .stage .plot.js-plotly-plot .main-svg").first.wait_for()
    page.locator(f"{STAGE} .thirds").scroll_into_view_if_needed()
    page.locator('[data-control="scores.2"] .field').focus()
    for _ in range(8):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(UNCOVERED)
        page.wait_for_function(SHOWN, arg=f"{STAGE} .stage > figure > .plot")


@pytest.mark.parametrize("lesson", ALL)
def test_a_phone_shows_the_figure_and_its_control_at_once(visited: OPEN, lesson: str) -> None:
    page = visited(lesson=lesson, width=390, height=844)
    page.locator(f"{STAGE} .stage .plot.js-plotly-plot .main-svg").first.wait_for()
    for css in pictures(page):
        page.wait_for_function(SHOWN, arg=css)
    page.locator(f"{STAGE} .keyed > p").evaluate("(one) => one.scrollIntoView({ block: 'end' })")
    for css in (*pictures(page), f"{STAGE} .keyed > p"):
        page.wait_for_function(SHOWN, arg=css)


def pictures(page: Page) -> list[str]:
    """Return the figure of a lesson's first part, and the bars that are taken by the hand.

    Without these, the figure is itself what the hand takes, or clicks.
    """
    bars = f"{STAGE} .hand .plot"
    figure = f"{STAGE} .stage .plot"
    return [figure, bars] if page.locator(bars).count() else [figure]


@pytest.mark.parametrize("width", [1280, 1920])
def test_on_a_wall_each_map_s_words_stand_under_its_chart(visited: OPEN, width: int) -> None:
    page = visited("view=projector&z=4,-4,3&q=part1.1", width=width, height=width * 9 // 16)
    page.locator(".live.projected .maps").wait_for()
    page.evaluate(hand.AFTER_NEXT_FRAME)
    names, words = page.evaluate("""() => {
      const ends = (found) => {
        const boxes = [...found].map((one) => one.getBoundingClientRect());
        return [Math.min(...boxes.map(({ left }) => left)),
          Math.max(...boxes.map(({ right }) => right))];
      };
      const all = (css) => ends(document.querySelectorAll(css));
      return [[all('.live .stage .x3tick text'), all('.live .stage .x4tick text')],
        [all('.live .other_state'), all('.live .hardmax_state')]];
    }""")
    for (left, right), (start, end) in zip(names, words, strict=True):
        assert left - width / 40 < start < left
        assert right < end < right + width / 40


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_a_line_does_not_run_through_a_number_at_a_bar(visited: OPEN, color_scheme: str) -> None:
    page = visited("z=123,456,789", lesson="overflow", color_scheme=color_scheme)
    order, halo, ground = page.evaluate("""() => {
      const text = document.querySelector('.live .hand .bartext');
      const { paintOrder, stroke } = getComputedStyle(text);
      const { backgroundColor } = getComputedStyle(document.querySelector('.stApp'));
      return [paintOrder, stroke, backgroundColor];
    }""")
    assert order.startswith("stroke")
    assert halo == ground

"""What the browser moves by itself during a drag is the picture that plotly.js would draw."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from softmax_app import course
from softmax_app.live.assets import BROWSER
from tests.browser import hand
from tests.browser.conftest import settled
from tests.turns import EVERY, by_turns

OPEN = Callable[..., Page]
QUESTIONS = [("scores_to_probabilities", "q=tenth"), ("overflow", "q=limit,shown")]
RANDOM_ROWS = 3 if EVERY else 1  # of each control, beside its first and its last
SIZES: dict[str, dict[str, int]] = {"wide": {}, "narrow": {"width": 390, "height": 844}}

# counts how often plotly.js is asked for a whole figure
COUNT = """() => {
  if (window.reacts !== undefined) return; // on a page that another test has left
  const { react } = Plotly;
  window.reacts = 0;
  Plotly.react = function (...given) { window.reacts += 1; return react.apply(this, given); };
}"""

# puts a thumb at a row, as the browser does under a hand that does not let go
MOVE = """([control, row]) => {
  const range = document.querySelector(`[data-control="${control}"] .range`);
  range.value = String(row);
  range.dispatchEvent(new Event('input'));
}"""

# at once: a figure that has come to rest meanwhile is drawn anew, and that is no move's doing
MOVE_AND_COUNT = f"""async (where) => {{
  window.reacts = 0;
  ({MOVE})(where);
  await ({hand.AFTER_NEXT_FRAME})();
  return window.reacts;
}}"""

# an empty text leaves an empty group, or none, whichever way it is drawn; a point that is not
# displayed may be anything; the class of what is hatched is said before or after its style
PICTURES = """() => [...document.querySelectorAll('.live figure > .plot')].map((plot) =>
  [...plot.querySelectorAll('.main-svg')].map((svg) => svg.outerHTML).join('\\n')
    .replaceAll(/<g class="textpoint"[^>]*><\\/g>| class="pattern_filled"/g, '')
    .replaceAll(/<path [^>]*display="none"[^>]*><\\/path>/g, ''))"""

# other arrays of the same numbers: plotly.js then draws the figure from its data
REACT = """() => {
  for (const plot of document.querySelectorAll('.live figure > .plot')) {
    const copied = (value) => Array.isArray(value) || ArrayBuffer.isView(value)
      ? value.slice() : value;
    const data = plot.data.map((trace) =>
      Object.fromEntries(Object.entries(trace).map(([name, value]) => [name, copied(value)])));
    const config = { displayModeBar: false, showTips: false, responsive: false, scrollZoom: false };
    Plotly.react(plot, data, structuredClone(plot.layout), config);
  }
}"""


# moves the opacity of bars, which is left to plotly.js: last, for the next one would move it back
SHADED = ("arrived",)


def controls(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('.live [data-control]')]"
        ".map((one) => one.dataset.control)"
    )
    return found


def one_of_each(names: list[str]) -> list[str]:
    """Return the first of those that are alike, such as scores; on demand all."""
    ordered = sorted(names, key=lambda one: one in SHADED)
    if EVERY:
        return ordered
    firsts: dict[str, str] = {}
    for one in ordered:
        firsts.setdefault(one.partition(".")[0], one)
    return [*firsts.values()]


def rows(page: Page, control: str) -> list[int]:
    last = int(page.locator(f'[data-control="{control}"] .range').get_attribute("max") or 0)
    return [0, last, *random.Random(control).choices(range(last), k=RANDOM_ROWS)]


def difference(one: str, other: str) -> tuple[str, str]:
    """Return where two pictures begin to differ, or nothing twice."""
    if one == other:
        return "", ""
    pairs = enumerate(zip(one, other, strict=False))
    place = next((place for place, (mine, yours) in pairs if mine != yours), 0)
    around = slice(max(0, place - 200), place + 200)
    return one[around], other[around]


def check_pictures(page: Page, only: list[str] | None = None) -> None:
    """Move every control to some rows, and compare each picture with that of plotly.js."""
    page.evaluate("() => document.fonts.ready")
    page.evaluate(REACT)  # a letter may have come after the axes were drawn
    page.evaluate(COUNT)
    seen = set()
    for control in only or one_of_each(controls(page)):
        page.locator(f'[data-control="{control}"] .range').focus()
        page.locator(f'[data-control="{control}"][data-ready]').wait_for()
        page.evaluate(hand.AFTER_NEXT_FRAME)
        for row in rows(page, control):
            reacts = page.evaluate(MOVE_AND_COUNT, [control, row])
            assert control in SHADED or reacts == 0, (control, row)
            moved = page.evaluate(PICTURES)
            page.evaluate(REACT)
            for one, other in zip(moved, page.evaluate(PICTURES), strict=True):
                assert difference(one, other) == ("", ""), (control, row)
            seen.add("".join(moved))
    assert len(seen) > RANDOM_ROWS  # it has moved at all


@pytest.mark.parametrize(
    ("name", "size"), by_turns(["", *(one.name for one in course.LESSONS)], list(SIZES))
)
def test_a_moved_picture_is_the_one_that_plotly_draws(visited: OPEN, name: str, size: str) -> None:
    check_pictures(visited(lesson=name, **SIZES[size]))


@pytest.mark.parametrize(("name", "query"), QUESTIONS)
def test_a_moved_guess_is_the_one_that_plotly_draws(visited: OPEN, name: str, query: str) -> None:
    check_pictures(visited(query, lesson=name))


def test_ten_classes_are_moved_too(visited: OPEN) -> None:
    check_pictures(visited("z=1,2,-3,4,-5,6,7,8,9,1", **SIZES["narrow"]), only=["scores.2"])


def test_at_rest_plotly_draws_the_picture_once_more(lesson: OPEN) -> None:
    page = lesson()
    where = hand.point_at(page, "scores.0")
    page.evaluate(COUNT)
    page.mouse.down()
    page.mouse.move(*where.point(170), steps=5)
    page.evaluate(hand.AFTER_NEXT_FRAME)
    moved = page.evaluate(PICTURES)
    assert page.evaluate("window.reacts") == 0
    page.mouse.up()
    settled(page, r"z=7,3,5")
    page.wait_for_function(
        "() => window.reacts === document.querySelectorAll('.live figure').length"
    )
    assert page.evaluate(PICTURES) == moved


def test_a_label_under_the_mouse_tells_the_numbers_of_the_moment(visited: OPEN) -> None:
    page = visited()
    page.locator('[data-control="scores.2"] .range').focus()
    page.locator('[data-control="scores.2"][data-ready]').wait_for()
    bar = page.locator(".live .stage .x3y .bars").first.locator(".point path").last
    box = bar.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 5, steps=3)
    label = page.locator(".live .stage .hovertext")
    expect(label).to_have_text("science: 0.5")
    page.evaluate(MOVE, ["scores.2", 200])
    expect(label).to_have_text("science: 0.6666666666666666")  # 10 of 2 + 3 + 10


ENDS = """() => [...document.querySelectorAll('.live .below .plot')]
  .map((plot) => plot._fullLayout.xaxis.range)"""


def test_a_zoomed_figure_stays_zoomed_and_moves(visited: OPEN) -> None:
    page = visited()
    plot = page.locator(".live .below .plot")
    plot.scroll_into_view_if_needed()
    before = page.evaluate(ENDS)
    box = plot.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 60, middle[1] + 60, steps=4)
    page.mouse.up()
    page.wait_for_function(f"(before) => String(({ENDS})()) !== String(before)", arg=before)
    zoomed = page.evaluate(ENDS)
    check_pictures(page, only=["scores.1"])
    assert page.evaluate(ENDS) == zoomed


# asks the script itself about a figure of one trace
CAN_MOVE = """async ([trace, layout, attribute, value]) => {
  const { move } = await import('/modules/mover.js');
  const plot = document.createElement('div');
  document.body.append(plot);
  await Plotly.newPlot(plot, [trace], layout);
  const moved = move(plot, [{ trace: 0, attribute, value }]);
  Plotly.purge(plot);
  plot.remove();
  return moved;
}"""
FIXED = {"xaxis": {"range": [0, 3]}, "yaxis": {"range": [0, 3]}, "barmode": "overlay"}
POINTS = {"x": [1, 2], "y": [1, 2]}
SCATTER = {"type": "scatter", **POINTS}
BAR = {"type": "bar", **POINTS}


CASES = [  # trace, layout, attribute, value, and whether it is moved
    (SCATTER, {}, "y", [2, 1], True),
    (BAR, {}, "y", [2, 1], True),
    (BAR, {"barmode": "stack"}, "y", [2, 1], False),
    (BAR, {}, "width", [2, 1], False),
    (SCATTER, {}, "y", [2, 1, 3], False),
    (SCATTER, {"yaxis": {}}, "y", [2, 1], False),
    (SCATTER, {"yaxis": {"type": "log", "range": [0, 3]}}, "y", [2, 1], True),
    (SCATTER | {"visible": False}, {}, "y", [2, 1], False),
    (SCATTER | {"stackgroup": "one"}, {}, "y", [2, 1], False),
    (SCATTER | {"error_y": {"array": [1, 1]}}, {}, "y", [2, 1], False),
    (SCATTER | {"marker": {"color": [1, 2]}}, {}, "marker.color", [2, 1], False),
    ({"type": "box", "y": [1, 2]}, {}, "y", [2, 1], False),
    ({"type": "heatmap", "z": [[1, 2]]}, {}, "z", [[2, 1]], False),
]


def test_what_is_not_known_is_left_to_plotly(lesson: OPEN) -> None:
    page = lesson()
    page.route(
        "**/modules/*.js", lambda route: route.fulfill(path=BROWSER / Path(route.request.url).name)
    )
    for trace, layout, attribute, value, can in CASES:
        moved = page.evaluate(CAN_MOVE, [trace, FIXED | layout, attribute, value])
        assert moved is can, (trace, layout, attribute)

"""Lesson 1 as a reader meets it: keyboard, typing, phone, languages, links."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from softmax_app.settings import Settings
from softmax_app.sweeps import score_slider
from softmax_app.texts.text import LANGUAGES
from tests.browser import hand
from tests.browser.conftest import settled, wait_for_figures
from tests.browser.server import course_server, start_server
from tests.turns import on_demand

OPEN = Callable[..., Page]


def link(page: Page) -> dict[str, str]:
    query = parse_qs(urlsplit(page.url).query, keep_blank_values=True)
    return {name: values[0] for name, values in query.items()}


def slider(page: Page, control: str):
    return page.locator(f'[data-control="{control}"] .range')


def field(page: Page, control: str):
    return page.locator(f'[data-control="{control}"] .field')


def test_it_opens_on_the_article_s_example(lesson: OPEN) -> None:
    page = lesson()
    expected = [[0.2, 0.3, 0.5], [0.042010066134066051, 0.11419519938459448, 0.84379473448133947]]
    np.testing.assert_allclose(hand.drawn(page), [*expected, [0, 0, 1]], rtol=1e-15)
    shown = [[hand.read_number(cell) for cell in row] for row in hand.table(page)]
    np.testing.assert_allclose(np.array(shown)[:, 3:5].T, expected, rtol=1e-15)
    assert link(page) == {"names": "", "T": "1", "lang": "en"}  # no one has set the scores


def test_a_surprise_is_one_click_away(visited: OPEN) -> None:
    page = visited()
    for button, scores, said in (
        ("× 0.1", "0.2,0.3,0.5", "softmax is flatter"),
        ("4, −4, 3", "4,-4,3", "negative share, −1.333"),
        ("1, −1", "1,-1", "nothing can be divided by 0"),
        ("5, 5, 1", "5,5,1", "2 classes share the largest score, 5"),
        ("123, 456, 789", "123,456,789", "never exactly 0 or 1"),
        ("2, 3, 5", "2,3,5", "looks at differences"),
        ("− 100", "-98,-97,-95", "reverses their order"),
    ):
        surprise(page, button, scores, said)


def surprise(page: Page, button: str, scores: str, said: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_function("(z) => new URL(location).searchParams.get('z') === z", arg=scores)
    expect(page.locator(".live :is(.keyed, .thirds) .chosen").filter(has_text=said)).to_be_visible()


def test_every_key_of_a_slider_moves_it(visited: OPEN) -> None:
    page = visited()
    grid = score_slider(Settings(), 0).grid
    thumb = slider(page, "scores.0")
    thumb.focus()
    for key, index in (
        ("ArrowRight", 121),
        ("ArrowLeft", 120),
        ("ArrowUp", 121),
        ("PageUp", 141),
        ("PageDown", 121),
        ("Home", 0),
        ("End", 200),
    ):
        thumb.press(key)
        assert hand.position(page, "scores.0") == index
        hand.wait_for_softmax(page, grid[index], 3, 5)
        expect(field(page, "scores.0")).to_have_value(f"{grid[index]:g}")
    settled(page, r"z=10,3,5")


def test_every_control_is_reached_by_tab_and_shows_it(visited: OPEN) -> None:
    page = visited()
    page.locator(".live").evaluate(
        "(live) => { live.tabIndex = -1; live.focus(); live.removeAttribute('tabindex'); }"
    )
    wanted = page.locator(".live :is(button:not([hidden]), input)").count()
    reached = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const at = document.activeElement, style = getComputedStyle(at);
              return [at.closest('.live') !== null, style.outlineStyle,
                      parseFloat(style.outlineWidth),
                      at.getAttribute('aria-label') || at.innerText];
            }"""
        )
        inside, outline, width, label = found
        assert inside
        assert outline != "none"
        assert width >= 2
        assert label
        reached.append(label)
    assert len(set(reached)) >= wanted - 6  # a slider and its field have the same label


def test_a_typed_value_off_the_grid_is_taken_as_it_is(visited: OPEN) -> None:
    page = visited()
    field(page, "scores.1").fill("3.14159")
    field(page, "scores.1").press("Enter")
    settled(page, r"z=2,3\.14159,5")
    hand.wait_for_softmax(page, 2, 3.14159, 5)
    assert hand.position(page, "scores.1") == 131  # the nearest
    field(page, "temperature").fill("0.07")
    field(page, "temperature").press("Tab")
    settled(page, r"T=0\.07")
    hand.wait_for_softmax(page, 2, 3.14159, 5, temperature=0.07)


def test_a_typed_value_beyond_the_slider_makes_it_longer(visited: OPEN) -> None:
    page = visited()
    field(page, "scores.0").fill("-98")
    field(page, "scores.0").press("Enter")
    settled(page, r"r=100")
    hand.wait_for_softmax(page, -98, 3, 5)
    assert hand.position(page, "scores.0") == 2


def test_a_refused_value_says_why_beside_it_and_keeps_the_picture(visited: OPEN) -> None:
    page = visited("lang=zh")
    sentence = "这里只能用 0.001 到 1,000 之间的数。"
    before = hand.drawn(page)
    field(page, "temperature").fill("-1")
    field(page, "temperature").press("Enter")
    error = page.locator('[data-control="temperature"] .error')
    expect(error).to_contain_text(sentence)
    expect(field(page, "temperature")).to_have_value("-1")
    expect(field(page, "temperature")).to_have_attribute("aria-invalid", "true")
    np.testing.assert_array_equal(hand.drawn_soon(page), before)
    field(page, "temperature").fill("2")
    field(page, "temperature").press("Enter")
    expect(error).to_be_empty()
    hand.wait_for_softmax(page, 2, 3, 5, temperature=2)


def test_quick_changes_are_all_kept(visited: OPEN) -> None:
    page = visited()
    add = page.get_by_role("button", name="+ Add a class")
    page.evaluate(  # within one task: the reports reach the server during one run
        """() => { const add = [...document.querySelectorAll('.live button')]
                     .find((one) => one.innerText.startsWith('+ Add'));
                   for (let i = 0; i < 4; i++) add.click(); }"""
    )
    settled(page, r"z=2,3,5,0,0,0,0&")
    expect(add).to_be_visible()
    hand.wait_for_softmax(page, 2, 3, 5, 0, 0, 0, 0)


def test_classes_are_named_added_and_removed(visited: OPEN) -> None:
    page = visited()
    page.get_by_label("Name of class 1").fill("cat, the first")
    page.get_by_label("Name of class 1").press("Enter")
    expect(page.locator(".live .numbers tbody th").first).to_have_text("cat, the first")
    page.get_by_role("button", name="+ Add a class").click()
    hand.wait_for_softmax(page, 2, 3, 5, 0)
    page.get_by_role("button", name="Remove politics").click()
    hand.wait_for_softmax(page, 2, 5, 0)
    expect(page.locator(".live .numbers tbody th").first).to_have_text("cat, the first")
    assert link(page)["names"] == '"cat, the first",science,health'


def test_a_name_is_never_mark_up(visited: OPEN) -> None:
    evil = '<img src=x onerror="window.hit=1">'
    page = visited("names=%3Cimg%20src=x%20onerror=%22window.hit=1%22%3E")
    cell = page.locator(".live .numbers tbody th").first
    expect(cell).to_have_text(evil[:24])
    assert page.evaluate("window.hit === undefined")
    assert page.locator(".live img").count() == 0
    expect(page.locator(".live .stage .xtick text").first).to_have_text(re.compile("^<img.*…$"))


def test_a_link_shows_again_just_what_it_was_taken_from(visited: OPEN, lesson: OPEN) -> None:
    query = "z=4,-4,3,0.25&names=a,,猫&T=0.5&r=20&lang=zh"
    page = visited(query)
    hand.wait_for_softmax(page, 4, -4, 3, 0.25, temperature=0.5)
    again = lesson(urlsplit(page.url).query)
    assert link(again) == link(page)
    assert link(page)["r"] == "20"
    np.testing.assert_array_equal(hand.drawn(again), hand.drawn(page))
    assert again.locator(".live").inner_text() == page.locator(".live").inner_text()


def test_a_broken_link_is_repaired_and_says_so(lesson: OPEN) -> None:
    page = lesson("z=4,-4,3&T=hot&lang=en")
    hand.wait_for_softmax(page, 4, -4, 3)
    expect(page.get_by_role("alert").first).to_contain_text("T=hot")
    assert link(page)["T"] == "1"


def test_what_was_typed_and_taken_back_leaves_the_field_open_to_others(visited: OPEN) -> None:
    page = visited()
    field(page, "scores.0").focus()
    page.keyboard.press("End")
    page.keyboard.press("7")
    page.keyboard.press("Backspace")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="4, −4, 3").click()
    settled(page, r"z=4,-4,3")
    expect(field(page, "scores.0")).to_have_value("4")


def test_focus_stays_among_the_controls_when_a_row_goes(visited: OPEN) -> None:
    page = visited()
    page.get_by_role("button", name="Remove science").focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-control="scores.2"]')).to_have_count(0)
    expect(page.locator(".live .controls").locator(":focus")).to_be_visible()


@on_demand  # it starts two servers; tests of several processes have most of it
def test_what_was_done_while_the_server_was_away_is_not_lost(
    new_page: OPEN, tmp_path: Path
) -> None:
    server, address = start_server(tmp_path / "log.txt")
    page = new_page()
    page.goto(f"{address}/scores_to_probabilities?z=2,3,5&lang=en")
    wait_for_figures(page)
    server.terminate()
    server.wait(timeout=20)
    again, _ = start_server(tmp_path / "again.txt", port=int(address.rpartition(":")[2]))
    try:
        page.get_by_role("button", name="× 0.1").click()
        settled(page, r"z=0\.2,0\.3,0\.5")
        hand.wait_for_softmax(page, 0.2, 0.3, 0.5)
    finally:
        again.terminate()
        again.wait(timeout=20)


def test_the_back_button_takes_a_step_back(visited: OPEN) -> None:
    page = visited()
    page.get_by_role("button", name="4, −4, 3").click()
    settled(page, r"z=4,-4,3")
    page.get_by_role("button", name="× 0.1").click()
    settled(page, r"z=0\.4")
    page.go_back()
    settled(page, r"z=4,-4,3")
    hand.wait_for_softmax(page, 4, -4, 3)


def test_the_browser_s_language_is_the_first_choice(lesson: OPEN) -> None:
    page = lesson(locale="zh-CN")
    expect(page.locator("h1")).to_have_text("从得分到概率")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    page.get_by_text("English", exact=True).click()
    expect(page.locator("h1")).to_have_text("Scores to probabilities")
    settled(page, r"lang=en")
    page.wait_for_function("() => document.documentElement.lang === 'en'")


# what a thumb takes; what is offered is one line that it moves
TAKEN = (
    ".live .part:not(.offer) .controls :is(.range, button:not([hidden]), .field),"
    " .live .derivation details:not([open] *) > summary"
)
SIZES = """(all) => all.filter((one) => one.checkVisibility()).map((one) => {
  const { left, right, width, height } = one.getBoundingClientRect();
  return [left, right, width, height];
})"""


@pytest.mark.parametrize(
    ("name", "n_classes", "language"),
    [
        *(("scores_to_probabilities", 10, language) for language in LANGUAGES),
        ("why_exp", 10, "en"),
        ("two_classes", 10, "zh"),
        ("overflow", 10, "en"),
        ("learning", 3, "zh"),
        ("attention", 3, "en"),
    ],
)
def test_a_phone_has_no_sideways_scroll_and_room_for_a_thumb(
    visited: OPEN, name: str, n_classes: int, language: str
) -> None:
    scores = ",".join("1" * n_classes)
    page = visited(
        f"z={scores}&lang={language}",
        lesson=name,
        width=390,
        height=844,
        has_touch=True,
        is_mobile=True,
    )
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_function("(width) => innerWidth === width", arg=width)
        page.evaluate(hand.AFTER_NEXT_FRAME)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
        sizes = page.locator(TAKEN).evaluate_all(SIZES)
        assert len(sizes) > 8
        for left, right, across, high in sizes:
            assert min(across, high) >= 44
            assert left >= 0
            assert right <= width


def test_on_a_phone_the_picture_stays_in_view_above_the_thumb(visited: OPEN) -> None:
    page = visited("z=1,2,3,4,5", width=390, height=844, has_touch=True, is_mobile=True)
    thumb = slider(page, "temperature")
    thumb.evaluate("(one) => one.scrollIntoView({block: 'end'})")
    page.evaluate(hand.AFTER_NEXT_FRAME)
    picture = page.locator(".live .stage figure").bounding_box()
    control = thumb.bounding_box()
    assert picture is not None
    assert control is not None
    assert picture["y"] >= 0
    assert picture["y"] + picture["height"] <= control["y"]
    thumb.tap(position={"x": control["width"] * 0.8, "y": control["height"] / 2})
    page.wait_for_function("() => new URL(location).searchParams.get('T') > 2")


def test_figures_keep_their_zoom(visited: OPEN) -> None:
    page = visited()
    triangle = page.locator(".live .below figure .draglayer .nsewdrag")
    triangle.scroll_into_view_if_needed()
    box = triangle.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.6, steps=5)
    page.mouse.up()
    span = (
        "() => { const [a, b] = document.querySelector('.live .below figure > .plot')"
        "._fullLayout.xaxis.range; return b - a; }"
    )
    page.wait_for_function(f"() => ({span})() < 1")
    zoomed = page.evaluate(span)
    where = hand.point_at(page, "scores.0")
    page.mouse.down()
    page.mouse.move(*where.point(180), steps=5)
    page.mouse.up()
    settled(page, r"z=8")
    page.get_by_label("Name of class 1").fill("cat")
    page.get_by_label("Name of class 1").press("Enter")
    settled(page, r"names=cat")
    hand.drawn_soon(page)
    assert page.evaluate(span) == pytest.approx(zoomed)


def test_the_page_does_not_shift_while_a_score_breaks_linear_normalisation(visited: OPEN) -> None:
    page = visited()
    where = hand.point_at(page, "scores.2")
    layout = """() => [...document.querySelectorAll('.live .panel, .live .controls > *')]
      .map((one) => { const box = one.getBoundingClientRect();
                      return [box.x, box.y, box.width, box.height]; })"""
    before = page.evaluate(layout)
    page.mouse.down()
    for index in (150, 120, 60, 51, 50, 49, 10, 0, 200):
        page.mouse.move(*where.point(index))
        hand.drawn_soon(page)
        assert page.evaluate(layout) == before
    page.mouse.up()


def test_dark_and_light_show_the_same_in_colours_that_can_be_read(
    visited: OPEN, lesson: OPEN
) -> None:
    color = "() => document.querySelector('.live .stage figure > .plot').data[0].marker.color"
    light, dark = visited(), lesson(color_scheme="dark")
    assert light.evaluate(color) != dark.evaluate(color)
    np.testing.assert_array_equal(hand.drawn(light), hand.drawn(dark))
    assert dark.locator(".live").get_attribute("data-theme") == "dark"


def test_a_cold_server_asked_for_the_lesson_shows_just_that(new_page: OPEN, tmp_path: Path) -> None:
    with course_server(tmp_path / "log.txt") as (address, _):
        page = new_page()
        page.goto(f"{address}/scores_to_probabilities?z=4,-4,3&T=0.5&lang=zh")
        wait_for_figures(page)
        expect(page.locator("h1")).to_have_text("从得分到概率")
        hand.wait_for_softmax(page, 4, -4, 3, temperature=0.5)
        expect(page.locator("[data-testid=stSidebar]")).to_contain_text("1. 从得分到概率")
        assert page.locator("[data-testid=stSidebarNav]").count() == 0
        assert link(page) == {"z": "4,-4,3", "names": "", "T": "0.5", "r": "10", "lang": "zh"}


def test_home_leads_to_the_lesson_with_the_reader_s_scores(new_page: OPEN, address: str) -> None:
    page = new_page()
    page.goto(address)
    wait_for_figures(page)
    where = hand.point_at(page, "scores.2")
    page.mouse.down()
    page.mouse.move(*where.point(180), steps=4)
    page.mouse.up()
    settled(page, r"z=4,-4,8")
    page.get_by_text("Start with lesson 1").click()
    page.wait_for_url("**/scores_to_probabilities?z=4,-4,8&**")
    wait_for_figures(page)
    hand.wait_for_softmax(page, 4, -4, 8)
    page.locator("[data-testid=stSidebar]").get_by_text("Softmax and cross-entropy").click()
    expect(page.locator("h1")).to_have_text("Softmax and cross-entropy")
    settled(page, r"z=4,-4,8")

"""What a teacher uses: questions, puzzles, the projector, the link, what is taken along."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import numpy as np
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from softmax_core import softmax
from tests.browser import hand
from tests.browser.conftest import settled, wait_for_figures
from tests.turns import first_of

OPEN = Callable[..., Page]
ANSWER = softmax([0.2, 0.3, 0.5])
# the bottom of what must be seen without scrolling, and what must not be there at all
LOWEST = """() => Math.max(...[...document.querySelectorAll('h1, .live, .st-key-station')]
  .map((part) => part.getBoundingClientRect().bottom))"""
SEEN = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def wait_for_text(page: Page, css: str, text: str) -> None:
    page.locator(css, has_text=text).first.wait_for()


def bar_top(page: Page, number: int, height: float) -> tuple[float, float, float]:
    """Return where a bar stands, where its top is, and where it would be at a height."""
    x, start, end = page.evaluate(
        """([number, height]) => {
          const plot = document.querySelector('.live .asked figure > .plot');
          const { xaxis, yaxis } = plot._fullLayout, box = plot.getBoundingClientRect();
          const scale = box.width / plot.offsetWidth;
          const place = (value) => box.top + scale * (yaxis._offset + yaxis.d2p(value));
          return [box.left + scale * (xaxis._offset + xaxis.d2p(number)),
                  place(plot.data[1].y[number]), place(height)];
        }""",
        [number, height],
    )
    return x, start, end


def drag_bar(page: Page, number: int, height: float) -> None:
    """Take a bar of the figure by its top and move it to a height."""
    x, start, end = bar_top(page, number, height)
    page.mouse.move(x, start)
    page.locator(f'[data-control="guess.{number}"][data-ready]').wait_for()
    page.mouse.down()
    page.mouse.move(x, end, steps=4)
    page.mouse.up()


def test_a_guess_by_mouse_stands_beside_the_answer(lesson: OPEN) -> None:
    page = lesson()
    press(page, "a tenth of each score")
    settled(page, "q=tenth")
    page.locator(".live .asked .bartext", has_text="0.33").first.wait_for()
    assert page.locator(".live figure").count() == 1  # the lesson would tell the answer
    drag_bar(page, 2, 0.5)
    settled(page, r"q=tenth,0.33,0.33,0.5")
    press(page, "This is my guess")
    settled(page, "q=tenth,committed")
    page.get_by_role("button", name="Show the answer").wait_for()
    assert page.locator(".live .asked .range").count() == 0
    assert np.isnan(hand.trace(page, 0)).all()
    press(page, "Show the answer")
    settled(page, "q=tenth,shown")
    wait_for_text(page, ".live .outcome", f"off by {0.5 - ANSWER[2]:.4g}")
    np.testing.assert_array_equal(hand.trace(page, 0), ANSWER)
    np.testing.assert_array_equal(hand.trace(page, 1), [0.33, 0.33, 0.5])
    page.locator("[data-testid=stSidebar]", has_text="1/5").wait_for()
    # progress is kept in the browser: a new session knows it, and the home page where one was
    press(page, "Back to the lesson")
    settled(page, "lang=en$")
    page.reload()
    page.get_by_role("button", name="✓ a tenth of each score").wait_for()


def test_a_finger_moves_a_bar_by_its_top_and_scrolls_beside_it(visited: OPEN) -> None:
    page = visited("q=tenth", width=390, height=700, has_touch=True, is_mobile=True)
    finger = page.context.new_cdp_session(page)

    def swipe(x: float, start: float, end: float) -> None:
        touch = [{"x": x, "y": start}]
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": touch})
        for step in range(1, 9):
            touch = [{"x": x, "y": start + (end - start) * step / 8}]
            finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": touch})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    page.locator(".live .asked figure").scroll_into_view_if_needed()
    swipe(*bar_top(page, 2, 0.8))
    page.wait_for_url(lambda link: 0.75 < float(link.rpartition(",")[2]) < 0.85)
    scrolled = "() => document.querySelector('[data-testid=stMain]').scrollTop"
    before = page.evaluate(scrolled)
    x, top, _ = bar_top(page, 0, 0.33)
    swipe(x, top - 60, top - 160)
    page.wait_for_function(f"(before) => ({scrolled})() > before + 30", arg=before)
    assert "tenth,0.33,0.33," in page.url


def test_a_guess_by_keyboard_needs_no_mouse(visited: OPEN) -> None:
    page = visited("q=minus")
    for option in ("science (−95)", "politics (−97)", "sport (−98)"):
        page.get_by_role("button", name=option).focus()
        page.keyboard.press("Enter")
    settled(page, "q=minus,2,1,0")
    page.get_by_role("button", name="This is my guess").focus()
    page.keyboard.press("Enter")
    page.locator("button:focus", has_text="Show the answer").wait_for()
    page.keyboard.press("Enter")
    wait_for_text(page, ".live .outcome", "sport (−98) → politics (−97) → science (−95)")
    figure = "document.querySelector('.live .asked figure > .plot')"
    page.wait_for_function(f"() => {figure}.data[1].text.join('') === '③②①'")


def test_a_guess_that_is_not_made_is_asked_for(visited: OPEN) -> None:
    page = visited("q=minus,2")
    press(page, "This is my guess")
    page.locator(".live .error", has_text="Guess first").wait_for()
    press(page, "Just show me")
    wait_for_text(page, ".live .outcome", "The answer is in the picture")


def test_a_puzzle_says_that_it_is_solved_while_the_thumb_is_held(
    lesson: OPEN, sent_to_server: list[bytes | str]
) -> None:
    page = lesson()
    press(page, "a win without moving")
    page.locator(".live .puzzle").wait_for()
    where = hand.point_at(page, "scores.2")
    page.mouse.down()
    tick = "() => getComputedStyle(document.querySelector('.stage > figure'), '::before').content"
    page.mouse.move(*where.point(140), steps=3)  # 4
    page.wait_for_function("() => document.querySelector('.outcome .chosen').innerText[0] === 'N'")
    assert page.evaluate(tick) == "none"
    sent_to_server.clear()
    page.mouse.move(*where.point(120), steps=3)  # 2
    page.locator(".live .outcome .chosen", has_text="Solved").wait_for()
    assert "✓" in page.evaluate(tick)  # at the picture, which stays in view
    assert sent_to_server == []
    page.mouse.up()
    page.locator("[data-testid=stSidebar]", has_text="1/5").wait_for()


@pytest.mark.parametrize(("width", "height"), first_of([(1280, 720), (1920, 1080)]))
def test_the_projector_leads_through_a_lesson_without_scrolling(
    lesson: OPEN, width: int, height: int
) -> None:
    page = lesson("lang=en", lesson="two_classes", width=width, height=height)
    refused: list[str] = []
    page.on("response", lambda one: refused.append(one.url) if one.status >= 400 else None)
    plain = page.locator("h1").evaluate("(h1) => getComputedStyle(h1).fontSize")
    page.keyboard.press("p")
    page.locator(".live.projected").wait_for()
    for key, link in (
        ("End", "q=half"),
        ("PageUp", r"q=part2\.2$"),
        ("Home", "q=hundred,0.1"),
        ("PageDown", "q=hundred,committed"),  # a press too many gives no answer away
        ("PageDown", "q=hundred,shown"),
        ("PageDown", "q=part1$"),
        ("ArrowRight", "q=double,0.15"),
        ("a", "q=double,shown"),
        ("PageUp", "q=double,0.15"),
        ("b", "q=double,shown"),
        ("PageDown", r"q=part1\.1$"),
        ("PageDown", r"q=part1\.2$"),
        ("PageDown", r"q=part1\.2\.2$"),
        ("PageDown", r"q=part1\.2\.3$"),
        ("PageDown", r"q=part1\.2\.4$"),
        ("PageDown", r"q=part1\.2\.5$"),
        ("ArrowRight", "q=several,0.2"),
        (".", "q=several,shown"),
        ("PageDown", "q=part2$"),
        ("PageDown", r"q=part2\.1$"),
        ("PageDown", r"q=part2\.2$"),
        ("PageDown", "q=half"),
        ("PageDown", "overflow"),
        ("PageUp", "two_classes"),
    ):
        page.keyboard.press(key)
        settled(page, link)
        title = "4. Overflow" if link == "overflow" else "3. Two classes"
        page.locator("h1", has_text=title).wait_for()
        if r"\." not in link:
            wait_for_figures(page)
        page.wait_for_function(f"() => ({LOWEST})() <= innerHeight")
        for menu in ("stSidebar", "stHeader"):
            assert not page.get_by_test_id(menu).is_visible()
    letters = ".live .stage figure > .plot text.bartext, .live .stage figure > .plot .bars text"
    size = page.locator(letters).first.bounding_box()
    assert size is not None
    assert size["height"] > 0.02 * height
    assert plain.endswith("px")
    light = page.evaluate(SEEN)
    page.keyboard.press("d")
    settled(page, "view=dark")
    assert refused == []
    page.wait_for_function(f"(light) => ({SEEN})() !== light", arg=light)
    page.keyboard.press("Escape")
    page.wait_for_url(lambda address: "view=" not in address)
    page.get_by_test_id("stSidebar").wait_for()


def test_what_is_tallest_fits_the_projector(visited: OPEN) -> None:
    for name, puzzle in (("learning", "arrive"), ("overflow", "save")):
        page = visited(f"view=light&lang=zh&q={puzzle}", lesson=name, width=1280, height=720)
        page.wait_for_function(f"() => ({LOWEST})() <= innerHeight")
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.wait_for_function(f"() => ({LOWEST})() <= innerHeight")


def test_keys_pressed_faster_than_answered_go_one_after_the_other(visited: OPEN) -> None:
    page = visited("lang=en&view=light&z=7,1,1")
    title = page.locator("h1")
    # four panels, three questions with their ends and answers, two puzzles, the next lesson
    for _ in range(16):
        page.keyboard.press("PageDown")
    page.wait_for_url("**/why_exp?**")
    title.filter(has_text="2. Why exp").wait_for()
    page.locator(".live.projected").wait_for()
    wait_for_figures(page)
    assert "z=7,1,1" in page.url  # the puzzles' numbers are gone with the puzzles
    page.keyboard.press("PageUp")
    settled(page, "scores_to_probabilities.*q=flat")


def test_two_tabs_add_to_what_is_done(lesson: OPEN, address: str) -> None:
    page = lesson("q=tenth,shown,0.2,0.3,0.5")
    done = "() => document.cookie.includes('{}')"
    page.wait_for_function(done.format("tenth"))
    other = page.context.new_page()
    other.goto(f"{address}/overflow?q=limit")
    wait_for_figures(other)
    press(page, "100 less for all")
    press(page, "Just show me")
    page.wait_for_function(done.format("minus"))
    press(other, "Just show me")
    other.wait_for_function(done.format("limit"))
    assert other.evaluate(done.format("minus"))
    other.close()


def test_the_link_is_copied_and_its_code_reads_the_same(lesson: OPEN) -> None:
    page = lesson("z=4,-4,3&names=cat,dog&lang=zh&view=dark&q=tenth,shown,0.2,0.3,0.5")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.bring_to_front()  # only a page in front may write there
    page.keyboard.press("s")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("页面", exact=True).click()
    dialog.locator("code", has_text="tenth,shown").wait_for()  # the link that is copied
    dialog.get_by_role("button", name="复制链接").click()
    dialog.get_by_role("button", name="已复制").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    picture = dialog.locator(".st-key-qr img")
    picture.evaluate("(image) => image.decode()")
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.screenshot())))
    assert code.text == copied
    box = picture.bounding_box()
    assert box is not None
    assert box["height"] > 0.4 * 900
    assert box["y"] + box["height"] < 900  # whole in the window
    address = page.url
    said = "z=4,-4,3&names=cat,dog&lang=zh&q=tenth,shown,0.2,0.3,0.5"
    assert copied == f"{address.partition('?')[0]}?{said}"  # T and r are what they are anyway
    page.goto(copied)
    wait_for_figures(page)
    np.testing.assert_array_equal(hand.trace(page, 0), ANSWER)
    assert page.url == address.replace("&view=dark", "")


def test_on_the_projector_links_have_its_ground_and_all_of_the_wall(lesson: OPEN) -> None:
    page = lesson("lang=en&view=dark&q=limit", lesson="overflow", width=1280, height=720)
    dialog = page.get_by_role("dialog")
    ground = page.evaluate(SEEN)
    for key in ("s", "Escape"):
        page.keyboard.press("s")
        picture = dialog.locator(".st-key-qr img")
        picture.wait_for()
        seen = dialog.evaluate("(dialog) => getComputedStyle(dialog).backgroundColor")
        assert seen == ground
        page.wait_for_function(
            "(one) => one.clientHeight > 0.8 * innerHeight", arg=picture.element_handle()
        )
        page.keyboard.press(key)
        dialog.wait_for(state="detached")
    assert "view=dark" in page.url
    page.keyboard.press("s")
    for choice, said in (
        ("Projector", "lang=en&view=dark&q=limit"),
        ("With its answer", "lang=en&q=limit,shown"),
        ("Embed", 'lang=en&amp;q=limit&amp;embed=true" title="Overflow"'),
    ):
        dialog.get_by_role("radio", name=choice).click()
        dialog.locator("code", has_text=said).wait_for()
    assert dialog.locator("img").count() == 0  # no one scans a piece of code


def test_what_is_taken_along_is_what_it_claims_to_be(lesson: OPEN, tmp_path: Path) -> None:
    page = lesson("z=4,-4,3&T=2&lang=en")
    hand.go_to_the_end(page)
    hand.open_code(page)

    def taken(button: str) -> bytes:
        with page.expect_download() as download:
            page.get_by_role("button", name=button).first.click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        assert path.name.startswith("softmax-")
        return path.read_bytes()

    rows = list(csv.reader(io.StringIO(taken("Table (CSV)").decode("utf-8-sig"))))
    numbers = [cell for row in rows for cell in row]
    assert {repr(float(p)) for p in softmax([4, -4, 3], temperature=2)} <= set(numbers)
    book = nbformat.reads(taken("Notebook (Jupyter)").decode(), as_version=4)
    nbformat.validate(book)
    assert "[4.0, -4.0, 3.0]" in json.dumps(book)
    with Image.open(io.BytesIO(taken("as PNG"))) as picture:
        picture.verify()
        assert picture.format == "PNG"
        assert min(picture.size) > 500
    drawing = ElementTree.fromstring(taken("as SVG"))
    assert drawing.tag.endswith("svg")
    assert "Softmax" in "".join(drawing.itertext())


def test_an_embedded_lesson_has_no_menu(lesson: OPEN) -> None:
    page = lesson("embed=true&lang=en")
    assert page.get_by_test_id("stSidebar").count() == 0
    page.get_by_role("button", name="× 0.1").click()
    settled(page, r"z=0\.2,0\.3,0\.5")
    assert "embed=true" in page.url


def test_home_leads_into_the_course_and_back_to_where_one_left_off(
    new_page: OPEN, address: str
) -> None:
    page = new_page()
    page.goto(f"{address}/?lang=en&z=4,-4,3")
    page.get_by_role("link", name="How wrong is it?").click()
    page.wait_for_url("**/cross_entropy?**z=4,-4,3**")
    wait_for_figures(page)
    page.goto(f"{address}/?lang=en")
    page.get_by_role("link", name="lesson 5: Cross-entropy →").click()
    page.wait_for_url("**/cross_entropy?**")

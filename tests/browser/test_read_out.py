"""What whoever does not see the page, or has no mouse, is told, and where the focus goes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from softmax_app.home import words as home
from softmax_app.lessons.scores_to_probabilities import words
from softmax_app.texts import questions, told
from softmax_app.texts.text import Language
from softmax_core import softmax
from tests.browser import hand
from tests.browser.conftest import settled

OPEN = Callable[..., Page]


def sentence(title: str, names: list[str], scores: list[float], language: Language) -> str:
    """Return what is told of the softmax of scores."""
    shares = [f"{name} {share:.4g}" for name, share in zip(names, softmax(scores), strict=True)]
    numbers = told.BETWEEN.say(language).join(shares)
    return told.SENTENCE.say(language, title=title, numbers=numbers)


def wait_for_told(page: Page, css: str, said: str) -> None:
    page.wait_for_function(
        "([css, said]) => document.querySelector(css)?.ariaLabel?.includes(said)", arg=[css, said]
    )


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", ["sport", "politics", "science"]), ("zh", ["体育", "时政", "科学"])],
)
def test_a_figure_tells_what_is_drawn_once_the_hand_rests(
    visited: OPEN, language: Language, names: list[str]
) -> None:
    page = visited(f"lang={language}")
    figure, title = ".live .stage figure > .plot", words.DIVIDED.say(language)
    wait_for_told(page, figure, sentence(title, names, [2, 3, 5], language))
    page.evaluate(
        "() => { window.said = []; const voice = document.querySelector('.voice');"
        " new MutationObserver(() => window.said.push(voice.textContent))"
        ".observe(voice, { childList: true }); }"
    )
    where = hand.point_at(page, "scores.2")
    page.mouse.down()
    page.mouse.move(*where.point(180), steps=8)
    wait_for_told(page, figure, sentence(title, names, [2, 3, 8], language))  # it is still held
    said = page.locator(".voice")
    expect(said).to_contain_text(f"{softmax([2, 3, 8])[2]:.4g}")
    times = page.evaluate("window.said.length")
    assert times < 8  # on a machine that has much to do, a hand may rest on its way too
    page.mouse.up()
    settled(page, r"z=2,3,8")
    hand.drawn_soon(page)
    expect(said).to_contain_text(page.locator(".live .keyed .readout output").inner_text())
    assert page.evaluate("window.said.length") == times


def test_what_one_finds_on_coming_to_a_page_is_not_said(lesson: OPEN) -> None:
    page = lesson("lang=en")
    page.get_by_text("中文", exact=True).click()
    names, title = ["体育", "时政", "科学"], words.DIVIDED.say("zh")
    wait_for_told(page, ".live .stage figure > .plot", sentence(title, names, [2, 3, 5], "zh"))
    assert page.locator(".voice").text_content() == ""


def test_bars_that_keys_move_are_told_around_them(visited: OPEN) -> None:
    page = visited("z=2,3,5", lesson="")
    names, title = ["sport", "politics", "science"], home.TITLES[2].say("en")
    wait_for_told(page, ".live figure", sentence(title, names, [2, 3, 5], "en"))
    plot = page.locator(".live figure > .plot")
    name = plot.get_attribute("aria-label")
    plot.focus()
    page.keyboard.press("ArrowUp")
    wait_for_told(page, ".live figure", sentence(title, names, [2.1, 3, 5], "en"))
    assert plot.get_attribute("aria-label") == name  # else all of it would be read again
    expect(plot).to_have_attribute("aria-valuetext", "Score of sport: 2.1")


PRESSED = """(name) => {
  const all = [...document.querySelectorAll(".live button")];
  const found = all.find((one) => one.innerText === name);
  found?.click();
  return Boolean(found);
}"""


def test_a_guess_that_stands_is_said_and_the_answer_takes_the_focus(
    new_page: OPEN, address: str
) -> None:
    page = new_page()
    page.goto(f"{address}/scores_to_probabilities?q=tenth,0.33,0.33,0.5&lang=en")
    page.wait_for_function(PRESSED, arg="This is my guess")  # as soon as it is there
    expect(page.locator(".voice")).to_have_text(questions.COMMITTED.en)
    page.get_by_role("button", name="Show the answer").focus()
    page.keyboard.press("Enter")
    page.locator(".outcome:focus").wait_for()
    group = page.get_by_role("group", name="Worth a look")
    expect(group).to_be_focused()


def test_a_dialog_gives_the_focus_back_to_what_opened_it(visited: OPEN) -> None:
    page = visited()
    share = page.get_by_role("button", name="Share", exact=True)
    share.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_focused()
    page.keyboard.press("Escape")
    expect(share).to_be_focused()


def test_the_next_line_takes_the_focus_and_the_button_for_another_follows(visited: OPEN) -> None:
    page = visited(lesson="softmax_derivative")
    hand.unfold(page)
    more = page.locator(".live .derivation").first.get_by_text("Next line", exact=True)
    more.first.focus()
    page.keyboard.press("Enter")
    come = page.locator(".live .derivation .next[open] > .line .pair").first
    expect(come).to_be_focused()
    reason = come.locator("xpath=preceding-sibling::*[1]")
    expect(page.get_by_role("group", name=reason.inner_text(), exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(more.nth(1)).to_be_focused()


def test_code_that_is_wider_than_a_phone_is_scrolled_by_keys(lesson: OPEN) -> None:
    page = lesson("lang=en", width=320, height=640)
    hand.go_to_the_end(page)
    hand.open_code(page)
    block = page.get_by_role("group", name="code", exact=True).first
    block.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(code) => code.scrollLeft > 0", arg=block.element_handle())


def test_keys_that_are_letters_can_be_switched_off(lesson: OPEN) -> None:
    page = lesson("view=light&lang=en")
    switch = page.get_by_role("switch")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "false")
    page.keyboard.press("d")
    page.keyboard.press("p")
    page.keyboard.press("ArrowRight")  # no letter: it acts, and after those that do not
    settled(page, "q=")
    assert "view=light" in page.url
    page.reload()
    page.locator(".live .panel").first.wait_for()
    expect(switch).to_have_attribute("aria-checked", "false")
    switch.click()
    page.keyboard.press("d")
    settled(page, "view=dark")

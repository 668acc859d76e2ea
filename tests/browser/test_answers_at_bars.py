"""An answer is written at its bars, whichever way it came onto the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from tests.turns import EVERY

OPEN = Callable[..., Page]
TRUTH = ".live .asked .trace.bars:nth-child(1) .bartext:not([display='none'])"
BY_BARS = {
    "tenth": "scores_to_probabilities",
    "minus": "scores_to_probabilities",
    "square": "why_exp",
    "widest": "overflow",
    "equal": "softmax_derivative",
    "check": "softmax_derivative",
    "gradient": "push_and_pull",
    "most": "push_and_pull",
}


def at_bars(page: Page) -> list[str]:
    return page.locator(TRUTH).all_text_contents()


@pytest.mark.parametrize("question", [*BY_BARS][:: 1 if EVERY else 2])
def test_an_answer_that_is_asked_for_has_its_values(
    lesson: OPEN, visited: OPEN, question: str
) -> None:
    page = lesson(f"q={question},shown", lesson=BY_BARS[question])
    page.locator(TRUTH).first.wait_for()
    by_link = at_bars(page)
    assert all(by_link)
    page = visited(f"q={question}", lesson=BY_BARS[question])
    page.get_by_role("button", name="Just show me").click()
    settled(page, f"q={question},shown")
    expect(page.locator(TRUTH)).to_have_text(by_link)


def test_a_key_brings_the_values_too(lesson: OPEN) -> None:
    page = lesson("q=minus&view=light")
    page.locator(".live .asked figure .main-svg").first.wait_for()
    page.keyboard.press("a")
    expect(page.locator(TRUTH)).to_have_text(["0.338", "0.334", "0.328"])

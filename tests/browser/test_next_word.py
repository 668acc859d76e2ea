"""The next word in the browser: it changes under the hand, and is drawn again by a button."""

from collections.abc import Callable

import numpy as np
from playwright.sync_api import Page

from softmax_app import smollm2
from softmax_app.lessons.next_word.tokens import spelled
from softmax_core import sample, top_p
from tests.browser import hand

STANDING = """() => {
  const box = (one) => document.querySelector(one).getBoundingClientRect();
  const said = box('.live .sentence'), drawn = box('.live .stage figure');
  return [said.top, said.bottom, drawn.top];
}"""


def first_drawn(temperature: float, seed: int) -> str:
    """Return the token that the core draws after the fairy tale's beginning."""
    z = np.asarray(smollm2.next_token_scores()["once"], float)
    (drawn,) = sample(top_p(z / temperature, 0.9), size=1, seed=seed)
    return spelled(smollm2.token(int(drawn)))


def test_the_word_changes_while_the_temperature_is_dragged_and_is_drawn_again(
    visited: Callable[..., Page], sent_to_server: list[bytes | str]
) -> None:
    page = visited(lesson="next_word")
    word = page.locator(".live .sentence .drawn")
    word.filter(has_text=first_drawn(1.0, 0)).wait_for()
    where = hand.point_at(page, "temperature")
    page.mouse.down()
    sent_to_server.clear()
    page.mouse.move(*where.point(where.last), steps=8)
    word.filter(has_text=first_drawn(20.0, 0)).wait_for()
    assert sent_to_server == []
    page.mouse.up()
    page.wait_for_url("**T=20**")
    again = page.get_by_role("button", name="Draw again")
    again.focus()
    page.keyboard.press("Enter")
    word.filter(has_text=first_drawn(20.0, 1)).wait_for()
    page.wait_for_url("**sd=1**")


def test_the_sentence_stays_above_the_picture_when_what_moves_both_is_far_below(
    visited: Callable[..., Page],
) -> None:
    page = visited("T=6", lesson="next_word", width=390, height=844)
    page.locator(".live .stage .plot.js-plotly-plot .main-svg").first.wait_for()
    page.locator('[data-control="seed"]').evaluate("(one) => one.scrollIntoView({block: 'end'})")
    page.wait_for_function(f"() => {{ const [top] = ({STANDING})(); return top > 0 && top < 70; }}")
    _, bottom, picture = page.evaluate(STANDING)
    assert bottom <= picture < bottom + 30

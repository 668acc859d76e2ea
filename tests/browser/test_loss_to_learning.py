"""Lessons 5 to 9 in a browser: the article's numbers on the page, and a descent that plays."""

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from softmax_app.lessons.learning import lesson as learning
from softmax_app.lessons.learning.penguins import penguins
from softmax_app.lessons.logits_or_probabilities.lesson import wrong_slider
from softmax_app.settings import Settings
from softmax_app.sweeps import along, number_slider
from softmax_core import cross_entropy, descend, softmax_jacobian
from tests.browser import hand
from tests.browser.conftest import settled

OPEN = Callable[..., Page]
ARTICLE = "z=4,-4,3&y=2"


def column(page: Page, number: int, css: str) -> list[float]:
    """Return a column of a table, as it is read."""
    return [hand.read_number(row[number]) for row in hand.table(page, css)]


def test_the_article_s_numbers_stand_on_the_pages(visited: OPEN) -> None:
    page = visited(ARTICLE, lesson="cross_entropy")
    assert sum(column(page, 5, "steps")) == pytest.approx(1.3135069002830532, rel=1e-15)
    expect(page.locator(".live .loss .chosen")).to_contain_text("= 1.314 nats")
    page = visited(ARTICLE, lesson="push_and_pull")
    gradient = [0.73087933571191000, 0.00024518270263755950, -0.73112451841454756]
    np.testing.assert_allclose(column(page, 5, "ledger"), gradient, rtol=1e-15)
    np.testing.assert_allclose(column(page, 4, "ledger"), gradient, rtol=1e-13)  # the chain rule
    page = visited(ARTICLE, lesson="logits_or_probabilities")
    expect(page.get_by_text("The scores are 4, −4, 3.")).to_be_attached()
    losses = [hand.read_number(route[0]) for route in hand.table(page, "routes")]
    np.testing.assert_allclose(losses[:3], [1.3135069, 1.3135069, 1.2094609], atol=5e-8)
    page = visited(ARTICLE, lesson="learning")
    np.testing.assert_allclose(column(page, 5, "steps"), [3.2691, -4.0002, 3.7311], atol=5e-5)
    for steps, loss in ((1, 0.4889), (10, 0.0505), (100, 0.0050)):
        page.locator('[data-control="descent_step"] .field').fill(str(steps))
        page.locator('[data-control="descent_step"] .field').press("Enter")
        settled(page, rf"k={steps}(&|$)")
        expect(page.locator(".live .has_moved .chosen")).to_contain_text(f"At step {steps}")
        path = descend([4, -4, 3], 2, steps=steps)
        np.testing.assert_allclose(column(page, 1, "steps"), path.logits[-1], rtol=1e-13)
        text = page.locator(".live .has_moved .chosen").inner_text()
        assert hand.read_number(text.split(" to ")[1].rstrip(".")) == pytest.approx(loss, abs=5e-5)


def test_a_descent_plays_to_its_end_without_a_word_to_the_server(
    visited: OPEN, sent_to_server: list[bytes | str]
) -> None:
    page = visited(ARTICLE, lesson="learning")
    hand.point_at(page, "descent_step")
    losses = descend([4, -4, 3], 2, steps=100).losses
    hand.record(page, "[plot.data[5].x[0], plot.data[5].y[0]]")
    before = len(sent_to_server)
    page.get_by_role("button", name="Play").first.click()
    page.wait_for_function("() => window.seen.length > 10")
    assert len(sent_to_server) == before
    settled(page, r"k=100(&|$)")
    seen = np.array(page.evaluate("window.seen"))
    steps = np.unique(seen[:, 0]).astype(int)
    assert len(steps) > 90  # hardly one of the hundred was passed over
    np.testing.assert_allclose(seen[:, 1], losses[seen[:, 0].astype(int)], rtol=1e-12)
    page.get_by_role("button", name="Back to the start").first.click()
    settled(page, r"k=0(&|$)")
    page.get_by_role("button", name="25 steps forward").first.click()
    page.get_by_role("button", name="5 steps forward", exact=True).first.click()
    page.get_by_role("button", name="One step back").first.click()
    settled(page, r"k=29(&|$)")
    assert hand.trace(page, 5, "x")[0] == 29


def test_dragging_a_wrong_score_parts_the_two_routes(
    visited: OPEN, sent_to_server: list[bytes | str]
) -> None:
    page = visited("z=0,20,0&y=0", lesson="logits_or_probabilities")
    slider = wrong_slider(Settings(scores=(0.0, 20.0, 0.0), label=0))
    where = hand.point_at(page, slider.id)
    page.mouse.down()
    before = len(sent_to_server)
    for target in (25, 45, 60, 200):
        page.mouse.move(*where.point(target))
        page.evaluate(hand.AFTER_NEXT_FRAME)
        wrong = slider.grid[hand.position(page, slider.id)]
        loss = cross_entropy([0, wrong, 0], 0)
        assert hand.trace(page, 2)[0] == pytest.approx(loss, rel=1e-12)
        assert hand.trace(page, 4)[0] == pytest.approx(min(loss, -np.log(1e-7)), rel=1e-6)
        pull = hand.trace(page, 15)[0]
        assert (pull == 0) == (loss > -np.log(1e-7))
    assert len(sent_to_server) == before
    page.mouse.up()


def test_the_jacobian_follows_a_score_and_the_graph_lights_up(visited: OPEN) -> None:
    page = visited(ARTICLE, lesson="softmax_derivative")
    where = hand.point_at(page, "scores.0")
    page.mouse.down()
    page.mouse.move(*where.point(130), steps=3)
    page.evaluate(hand.AFTER_NEXT_FRAME)
    matrix = softmax_jacobian([3.0, -4.0, 3.0])
    np.testing.assert_array_equal(hand.trace(page, 0, "z"), matrix.ravel())
    page.mouse.up()
    settled(page, r"z=3,-4,3")
    lit = """() => [...document.querySelectorAll('.live .graph .edge')].filter(
      (edge) => getComputedStyle(edge).strokeWidth === '4px').length"""
    assert page.evaluate(lit) == 0
    page.locator(".live .graph .source-1").focus()
    assert page.evaluate(lit) == 3 + 3  # its own three edges, and from the sum to every p
    page.set_viewport_size({"width": 390, "height": 844})
    whole = """() => [...document.querySelectorAll('.live .scroll:has(> .graph)')].every(
      (place) => place.scrollWidth <= place.clientWidth)"""
    page.wait_for_function(whole)


def test_a_click_or_a_key_chooses_a_cell_of_the_jacobian(visited: OPEN) -> None:
    page = visited(ARTICLE, lesson="softmax_derivative")
    cells = page.locator(".live .stage .plot.js-plotly-plot").first
    cells.locator(".main-svg").first.wait_for()
    headline = page.locator(".live .keyed output").first
    page.mouse.move(*page.evaluate(hand.CELL, [cells.element_handle(), 2, 0]))
    page.wait_for_function("(plot) => plot.style.cursor === 'pointer'", arg=cells.element_handle())
    page.mouse.down()
    page.mouse.up()
    headline.filter(has_text="−0.1965").wait_for()  # of softmax_jacobian([4, -4, 3])
    settled(page, r"ij=3,1(&|$)")
    page.get_by_role("button", name="science", exact=True).first.focus()
    page.keyboard.press("Enter")
    headline.filter(has_text="0.1966").wait_for()
    settled(page, r"ij=3,3(&|$)")


def test_scrubbing_through_the_training_moves_regions_and_loss(
    visited: OPEN, sent_to_server: list[bytes | str]
) -> None:
    page = visited(ARTICLE, lesson="learning")
    settings = Settings(scores=(4.0, -4.0, 3.0))
    sweep = learning.scene(settings).evaluate(
        along(number_slider(settings, "training_step"), settings)
    )
    where = hand.point_at(page, "training_step")
    page.mouse.down()
    before = len(sent_to_server)
    for target in (1, 10, 60, 100):
        page.mouse.move(*where.point(target))
        page.evaluate(hand.AFTER_NEXT_FRAME)
        step = hand.position(page, "training_step")
        np.testing.assert_array_equal(hand.trace(page, 0, "z", figure=2), sweep["region"][step])
        assert hand.trace(page, 5, figure=2)[0] == sweep["training_loss"][step]
    assert len(sent_to_server) == before
    page.mouse.up()
    settled(page, r"t=100(&|$)")


def test_clicking_a_bird_shows_what_it_asks_of_the_weights(visited: OPEN) -> None:
    page = visited(f"{ARTICLE}&t=20", lesson="learning")
    figure = page.locator(".live .stage figure").nth(2)
    figure.scroll_into_view_if_needed()
    longest = int(penguins().features[:, 0].argmax())  # it stands alone, at the right
    spot = page.evaluate(
        """([x, y]) => { const plot = document.querySelectorAll('.live .stage figure > .plot')[2];
        const { xaxis, yaxis } = plot._fullLayout; const box = plot.getBoundingClientRect();
        return [box.left + xaxis._offset + xaxis.d2p(x),
                box.top + yaxis._offset + yaxis.d2p(y)]; }""",
        penguins().features[longest].tolist(),
    )
    page.mouse.move(*spot)
    page.mouse.click(*spot)
    settled(page, rf"i={longest + 1}(&|$)")
    expect(page.locator(".live .bird")).to_contain_text(f"Bird {longest + 1},")
    expect(page.locator(".live .bird .chosen")).to_have_text("Gentoo")

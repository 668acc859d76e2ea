"""A question is put to the class: a projector and phones, through all phases."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.classroom import ROOM, Phone, Projector
from tests.browser.test_line import answer_with_a_page, refuse

OPEN = Callable[..., Page]
PHONE = {"width": 320, "height": 640}
# the ways in and the count stand beside one another in the window
APART = """() => {
  const boxes = [".qr", ".address", ".code", ".count"].map(
    (css) => document.querySelector(`.room ${css}`).getBoundingClientRect());
  const [square, address, code, count] = boxes;
  return square.right <= Math.min(address.left, code.left)
    && Math.max(address.right, code.right) <= count.left && count.right <= innerWidth;
}"""


@pytest.fixture
def projector(open_page: OPEN, address: str) -> Projector:
    found = Projector(open_page(width=1280, height=720), address)
    found.forget()
    return found


def three_phones(open_page: OPEN, projector: Projector, language: str = "en") -> list[Phone]:
    return [Phone(open_page(**PHONE), projector, language).join() for _ in range(3)]


def test_a_class_votes_twice_on_amounts_orders_and_bars(
    open_page: OPEN, projector: Projector
) -> None:
    projector.show("scores_to_probabilities", "tenth")
    projector.open()
    phones = three_phones(open_page, projector)
    questions: tuple[tuple[list[tuple[float, ...]], tuple[float, ...]], ...] = (
        ([(0.3, 0.3, 0.4), (0, 0, 1), (0.1, 0.2, 0.7)], (0.29, 0.32, 0.39)),
        ([(2, 1, 0), (0, 1, 2), (2, 0, 1)], (0, 1, 2)),
        ([(0.4,), (1.34,), (0,)], (1.34,)),
    )
    for place, (guesses, right) in enumerate(questions):
        projector.at("First vote")
        projector.answered(0)
        for count, (phone, guess) in enumerate(zip(phones, guesses, strict=True), start=1):
            phone.guess(*guess)
            phone.has_sent()
            projector.answered(count)
        projector.press("ArrowRight", "closed")
        if place == 0:
            projector.press("v", "What the class guesses")
            projector.page.locator(f"{ROOM} figure").wait_for()
        projector.press("PageDown", "Talk")
        phones[0].reads("neighbour")
        projector.press("ArrowRight", "Second vote")
        for phone in phones[:2]:
            phone.guess_again(*right)
            phone.has_sent()
        projector.answered(2)
        if place == 0:
            projector.press("ArrowRight", "The second vote is closed")
            phones[0].reads("closed")
            projector.page.locator(f"{ROOM} figure").wait_for()
        projector.press("a" if place else "ArrowRight", "The answer")
        assert "1 of 3 at first, 2 of 2 after the talk" in projector.outcome
        for phone in phones:
            phone.sees("answer|You saw it coming|Worth a look")
        projector.page.keyboard.press("ArrowRight")


def test_a_class_chooses_in_chinese_and_in_the_dark(open_page: OPEN, projector: Projector) -> None:
    projector.show("why_exp", "square", "zh", "dark")
    projector.open()
    phones = three_phones(open_page, projector, "zh")
    for phone, option in zip(phones, (0, 0, 2), strict=True):
        phone.guess(option)
        phone.has_sent()
    projector.answered(3)
    projector.press("ArrowRight", "已结束")
    projector.press("ArrowRight", "讨论")
    projector.press("ArrowRight", "第二次")
    phones[0].guess_again(2)
    phones[0].has_sent()
    projector.press("ArrowRight", "第二次投票已结束")
    projector.press("ArrowRight", "答案")
    assert "起初 3 人中有 1 人" in projector.outcome
    assert "讨论后 1 人中有 1 人" in projector.outcome
    phones[0].sees("料得很准")
    phones[1].sees("值得琢磨")
    with projector.page.expect_download() as file:
        projector.page.get_by_role("button", name="CSV").click()
    lines = file.value.path().read_text("utf-8-sig").splitlines()
    assert len(lines) == 4


def test_a_vote_counts_as_it_was_when_the_vote_was_closed(
    open_page: OPEN, projector: Projector
) -> None:
    projector.show("cross_entropy", "blank")
    projector.open()
    early, offline, late = three_phones(open_page, projector)
    early.guess(2)
    early.has_sent()
    early.guess(3)  # while it is open it may change
    early.has_sent()
    offline.page.locator("#guess .send").wait_for()
    offline.page.context.set_offline(True)
    offline.guess(4)
    offline.reads("No connection")
    offline.page.context.set_offline(False)
    projector.answered(2)
    projector.press("ArrowRight", "closed")
    offline.reads("Your guess counts")
    early.page.reload()  # what it knows it knows again
    early.reads("Your guess counts")
    status = early.page.evaluate(
        """async () => { const kept = JSON.parse(
          Object.values(localStorage).find((text) => text.startsWith("{")));
        const body = { phone: kept.phone, question: "cross_entropy/blank", round: 1, guess: [9] };
        const url = `${location.pathname}/vote`;
        return (await fetch(url, { method: "POST", body: JSON.stringify(body) })).status; }"""
    )
    assert status == 409
    late.reads("You can join in the next one")
    projector.press("v", "guesses")
    assert sorted(projector.dots()) == [3, 4]


def test_the_room_follows_its_teacher_and_can_be_put_away(
    open_page: OPEN, projector: Projector
) -> None:
    page = projector.page
    projector.show("why_exp", "square")
    page.get_by_role("button", name="Ask the class").click()
    code = page.locator(f"{ROOM} .code").inner_text()
    projector.code = code.strip()
    assert page.evaluate(APART)
    phone = Phone(open_page(**PHONE), projector).join()
    phone.sees("squaring")
    page.keyboard.press("Escape")
    expect(page.locator(ROOM)).to_have_count(0)
    expect(page.locator(".live.projected .asked")).to_be_visible()
    page.keyboard.press("g")
    projector.at("First vote")
    page.reload()
    projector.at("First vote")
    page.keyboard.press("ArrowLeft")  # no question: the room waits
    expect(page.locator(ROOM)).to_have_count(0)
    page.keyboard.press("Home")
    projector.at("First vote")
    phone.sees("multiplied")
    expect(page.locator(f"{ROOM} .code")).to_have_text(code)


@pytest.mark.parametrize("host", [answer_with_a_page, refuse])
def test_where_our_addresses_do_not_get_through_the_link_is_offered(
    projector: Projector, host: Callable[[Route], None]
) -> None:
    page = projector.page
    page.route("**/room", host)
    projector.show("why_exp", "step")
    page.keyboard.press("g")
    expect(page.locator(ROOM)).to_contain_text("No room could be opened")
    page.keyboard.press("s")
    expect(page.get_by_role("dialog").locator("img")).to_be_visible()
    page.keyboard.press("s")
    page.keyboard.press("g")
    expect(page.locator(ROOM)).to_have_count(0)
    page.unroute("**/room")

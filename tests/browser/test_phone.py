"""A phone in a room: what a thumb, a keyboard and a screen reader do, and a line that is lost."""

import gzip
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from softmax_app.classroom import spoken
from softmax_app.classroom.rules import find_question
from softmax_app.kit.markup import POWER
from softmax_app.server.phone_page import POLICY, SCRIPT, phone_page
from softmax_app.texts import questions
from softmax_app.texts import room as texts
from softmax_app.texts.glosses import plain
from softmax_app.texts.text import LANGUAGES
from tests.server.rooms import AMOUNT, BARS, CHOICE, ORDER, Room, Served, app, serving

LARGEST = 8_000  # bytes of the page with all that it needs, compressed as they are sent
LOCALES = {"en": "en-US", "zh": "zh-CN"}


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving(app()) as one:
        yield one


@pytest.fixture
def phone(new_page: Callable[..., Page], served: Served) -> Callable[..., Page]:
    def enter(room: Room, language: str = "en", **options: object) -> Page:
        page = new_page(320, 640, locale=LOCALES[language], **options)
        page.goto(f"{served.address}/room/{room.code}")
        return page

    return enter


def move_bars(page: Page) -> None:
    box = page.locator(".area").nth(1).bounding_box()
    assert box
    page.mouse.move(box["x"] + 9, box["y"] + 0.9 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 9, box["y"] + 0.25 * box["height"], steps=4)
    page.mouse.up()
    page.get_by_role("slider").first.press("ArrowUp")


def move_amount(page: Page) -> None:
    page.get_by_role("slider").press("ArrowRight")


def choose(page: Page) -> None:
    page.get_by_role("radio").nth(1).check()


def rank(page: Page) -> None:
    for option in (2, 0, 2, 1, 2):  # one is taken back, and comes last
        page.locator(".option").nth(option).click()


WAYS = [
    (BARS, "en", "light", move_bars, [0.34, 0.75, 0.33]),
    (AMOUNT, "zh", "dark", move_amount, [0.22]),
    (CHOICE, "en", "dark", choose, [1]),
    (ORDER, "zh", "light", rank, [0, 1, 2]),
]


def sent(served: Served, room: Room, page: Page) -> list[list[float] | None]:
    """Return what the server has of this phone."""
    known = page.evaluate("code => JSON.parse(localStorage['softmax-room-' + code])", room.code)
    return served.state(room, known["phone"]).json()["mine"]


@pytest.mark.parametrize(
    ("question", "language", "scheme", "guess", "is_sent"), WAYS, ids=lambda one: str(one)[:20]
)
def test_a_guess_of_every_form_is_made_kept_and_seen_beside_the_answer(
    phone, served, question, language, scheme, guess, is_sent
):
    room = served.open(question=question)
    page = phone(room, language, color_scheme=scheme)
    send = page.get_by_role("button", name=texts.SEND.say(language))
    expect(send).to_be_disabled()  # what nobody has touched is no guess
    missing = page.get_by_text(spoken.asked(find_question(question), language)["missing"])
    expect(missing).to_be_visible()
    guess(page)
    expect(missing).to_be_hidden()
    send.click()
    line = page.get_by_role("status")
    expect(line).to_have_text(texts.SENT.say(language))
    (own, _) = sent(served, room, page)
    assert own == pytest.approx(is_sent, abs=0.02)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.reload()
    expect(line).to_have_text(texts.SENT.say(language))
    served.move(room, question, "closed")
    expect(line).to_have_text(texts.OVER.say(language))
    expect(page.locator("#guess :is(input, button):enabled")).to_have_count(0)
    served.move(room, question, "talk")
    expect(line).to_have_text(texts.TALK.say(language))
    served.move(room, question, "second")
    send.click()  # the first guess stands there, and may be sent again
    expect(line).to_have_text(texts.SENT.say(language))
    served.move(room, question, "answer")
    why = find_question(question).words.why.say(language)
    why = POWER.sub(r"\1", plain(why).replace("**", ""))
    expect(page.locator("#outcome")).to_contain_text(why)
    expect(page.locator("#guess")).to_contain_text(texts.ANSWER.say(language))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert sent(served, room, page) == [own, own]


def test_a_phone_comes_by_the_code_as_it_is_typed_and_follows_the_teacher(phone, served):
    room = served.open()
    page = phone(room)
    page.goto(f"{served.address}/room")
    page.get_by_label(texts.CODE.en).fill(f"{room.code[:3]}-{room.code[3:]}".lower())
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(texts.WAIT.en)
    for question in (BARS, AMOUNT):
        served.move(room, question)
        title = questions.QUESTION.say("en", title=find_question(question).words.title.en)
        expect(page.get_by_role("heading")).to_have_text(title)
    page.get_by_role("link", name="中文").click()
    expect(page.get_by_role("button")).to_have_text(texts.SEND.zh)


def test_a_wrong_code_is_said_and_another_can_be_typed(phone, served):
    page = phone(Room("AAAAAA", ""))
    expect(page.get_by_role("status")).to_have_text(texts.GONE.en)
    room = served.open()
    page.get_by_label(texts.CODE.en).fill(room.code)
    page.get_by_role("button", name=texts.JOIN.en).click()
    expect(page.get_by_role("status")).to_have_text(texts.WAIT.en)


def test_a_screen_reader_is_told_what_each_control_is(phone, served):
    room = served.open(question=BARS)
    page = phone(room)
    for name in ("sport, share", "politics, share", "science, share"):
        expect(page.get_by_role("slider", name=name)).to_have_attribute("max", "1")
    served.move(room, CHOICE)
    expect(page.get_by_role("group", name="share by squares")).to_be_visible()
    expect(page.get_by_role("radio", name="science (−3)")).not_to_be_checked()
    served.move(room, ORDER)
    option = page.get_by_role("button", name="politics (−97)")
    expect(option).to_have_attribute("aria-pressed", "false")
    option.press("Enter")
    expect(option).to_have_attribute("aria-pressed", "true")
    expect(option).to_have_text(re.compile("1$"))


def test_what_is_sent_without_a_line_arrives_once_there_is_one(phone, served):
    room = served.open(question=AMOUNT)
    page = phone(room)
    move_amount(page)
    page.context.set_offline(True)
    page.get_by_role("button").click()
    expect(page.get_by_role("status")).to_have_text(texts.OFFLINE.en)
    page.context.set_offline(False)
    expect(page.get_by_role("status")).to_have_text(texts.SENT.en)
    assert sent(served, room, page)[0] == pytest.approx([0.22])


def test_what_comes_after_the_vote_is_closed_does_not_count_and_that_is_said(phone, served):
    room = served.open(question=AMOUNT)
    page = phone(room)
    move_amount(page)
    page.context.set_offline(True)
    page.get_by_role("button").click()
    served.move(room, AMOUNT, "closed")
    page.context.set_offline(False)
    expect(page.get_by_role("status")).to_have_text(texts.LATE.en)
    assert sent(served, room, page) == [None, None]


def test_a_server_that_has_forgotten_all_gets_the_guess_again(new_page):
    with serving(app()) as first:
        port = first.client.base_url.port
        room = first.open(question=AMOUNT)
        page = new_page(320, 640)
        page.goto(f"{first.address}/room/{room.code}")
        move_amount(page)
        page.get_by_role("button").click()
        line = page.get_by_role("status")
        expect(line).to_have_text(texts.SENT.en)
    expect(line).to_have_text(texts.OFFLINE.en)
    with serving(app(), port) as second:
        expect(line).to_have_text(texts.ANEW.en)
        assert second.open(secret=room.secret, question=AMOUNT) == room
        expect(line).to_have_text(texts.SENT.en)
        assert sent(second, room, page)[0] == pytest.approx([0.22])
        page.goto("about:blank")


def test_what_was_entered_is_there_after_a_reload_and_is_not_sent_by_itself(phone, served):
    room = served.open(question=ORDER)
    page = phone(room)
    rank(page)
    page.reload()
    expect(page.locator(".option .tag")).to_have_text(["1", "2", "3"])
    assert sent(served, room, page) == [None, None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_s_page_is_small_and_asks_for_nothing_else(served, language):
    page = phone_page(language, "ABCDEF")
    assert len(gzip.compress(page.encode(), 6)) < LARGEST
    assert not re.search(r"(src|href)=\"(?!\?|data:,\")", page)
    found = served.client.get("/room/ABCDEF", headers={"Accept-Language": language})
    assert found.text == page
    assert found.headers["Content-Security-Policy"] == POLICY
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|srcdoc", SCRIPT
    )

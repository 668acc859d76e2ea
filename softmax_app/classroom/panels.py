"""What a room shows: the way in with how many have answered, or their votes and the answer."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import segno

from softmax_app.classroom import outcome
from softmax_app.classroom.pictures import has_second, picture
from softmax_app.classroom.tally import Tally
from softmax_app.kit.content import Content, Element, Slot
from softmax_app.kit.items import Bars, Choice, Order
from softmax_app.kit.markup import fill, paragraph, section
from softmax_app.kit.scene import Panel
from softmax_app.kit.sharing import is_own_machine
from softmax_app.texts import questions
from softmax_app.texts import room_wall as texts
from softmax_app.texts.text import Language

ROOM: Final = "room"  # below the app's address; also the action of what is done to a room
LONG: Final = 18  # letters of a host that are written smaller
QUIET: Final = 4  # modules of white around the code, as its standard wants


class Door(NamedTuple):
    """How a phone comes in: by the address of the app, where ``/room`` asks for the code."""

    root: str
    code: str

    @property
    def host(self) -> str:
        """What is written on the wall before ``/room``."""
        return self.root.partition("://")[2].rstrip("/")

    @property
    def is_shut(self) -> bool:
        """Does the address lead nowhere from another machine, a phone among them?"""
        return is_own_machine(self.root)

    @property
    def link(self) -> str:
        """What the QR code says."""
        return f"{self.root}{ROOM}/{self.code}"


def entrance(tally: Tally, door: Door, language: Language) -> Element:
    """Return the way in, and how many have answered: never what."""
    code = segno.make(door.link, error="l", micro=False)
    source = code.svg_data_uri(border=QUIET, dark="#000", light="#fff", omitsize=True)
    alt = texts.QR.say(language, address=door.link)
    way = section(
        paragraph(texts.OPEN_PAGE.say(language)),
        _address(door),
        paragraph(texts.ENTER_CODE.say(language)),
        paragraph(door.code, css="code"),
        css="way",
    )
    vote = 1 if tally.phase == "second" else 0
    count = Element("output", Slot("answered", vote))
    answered = paragraph(fill(texts.ANSWERED, language, count=count))
    come = paragraph(fill(texts.PHONES, language, phones=Slot("phones")), css="hint")
    told = section(answered, come, css="count")
    square = Element("img", css="qr", attributes=(("src", source), ("alt", alt)))
    shut = (paragraph(fill(texts.SHUT, language), css="shut"),) if door.is_shut else ()
    return section(square, way, told, *shut, css="entrance")


def _address(door: Door) -> Element:
    """Return the address, which breaks before the slash; a long one after a dot, too.

    >>> from softmax_app.kit.content import to_html
    >>> to_html(_address(Door("http://10.0.0.7:8501/", "")))
    '<p class="address"><span>10.0.0.7:8501</span><wbr></wbr><span>/room</span></p>'
    """
    is_long = len(door.host) > LONG
    parts = (*(re.findall(r"[^.]+\.?", door.host) if is_long else (door.host,)), f"/{ROOM}")
    first, *others = (Element("span", part) for part in parts)
    breaks = (one for part in others for one in (Element("wbr"), part))
    return paragraph(first, *breaks, css="address long" if is_long else "address")


def seen(tally: Tally, door: Door, language: Language) -> tuple[Panel, ...]:
    """Return the votes as a picture and, once it is shown, how they came out and why."""
    where = Element("span", f"{door.host}/{ROOM} · {door.code}")
    legend = paragraph(*_legend(tally, language), where, css="legend")
    figure = picture(tally, language)
    if tally.truth is None:
        return (figure, legend)
    why = fill(tally.question.words.why, language)
    gap = questions.BETWEEN.say(language)
    outcome_words = paragraph(*_outcome(tally, language), gap, *why, css="outcome")
    return (figure, legend, section(outcome_words, css="words"))


def _legend(tally: Tally, language: Language) -> Iterator[Element]:
    if not isinstance(tally.question.form, Bars):
        return
    marks = [("○", texts.FIRST)]
    if has_second(tally):
        marks.append(("●", texts.SECOND))
    if tally.truth is not None:
        marks.append(("■", questions.ANSWER))
    for mark, text in marks:
        yield Element("span", (Element("b", mark), text.say(language)))


def _outcome(tally: Tally, language: Language) -> tuple[Content, ...]:
    """Return how many were as good as the answer, and who came nearer by the talk."""
    if not tally.votes:
        return fill(texts.NO_ONE, language)
    question = tally.question
    votes = outcome.as_votes(question, tally.votes)
    once, twice = texts.NEAR, texts.NEAR_TWICE
    if isinstance(question.form, Choice | Order):
        once, twice = texts.CORRECT, texts.CORRECT_TWICE
    first, second = (outcome.near(question, vote) for vote in votes)
    said = {"voted": str(first.voted), "near": str(first.near)}
    if not second.voted or tally.moved is None:
        return fill(once, language, **said)
    moved = tally.moved
    said |= {"voted_2": str(second.voted), "near_2": str(second.near), "both": str(sum(moved))}
    return fill(twice, language, **said, nearer=str(moved.nearer), farther=str(moved.farther))

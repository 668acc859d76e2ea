"""A room on the projector: how to come in, how many have answered, and what the class guessed."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from softmax_app.classroom.panels import ROOM, Door, entrance, seen
from softmax_app.classroom.phases import NEXT, Phase, following, reopened
from softmax_app.classroom.tally import Tally
from softmax_app.kit.content import Element
from softmax_app.kit.markup import fill, paragraph, section
from softmax_app.kit.scene import Button, ButtonRow, Panel, Part
from softmax_app.settings.events import press
from softmax_app.sweeps import Frames
from softmax_app.texts import room_wall as texts
from softmax_app.texts.text import Language, Text

AWAY: Final = press(ROOM, "away")
CSV: Final = press(ROOM, "csv")
GO_ON: Final = press("forward")


class Wall(NamedTuple):
    """What is on the wall: its part of the page, its numbers, and what the page's events mean."""

    part: Part
    now: Frames
    events: dict[str, str]


def wall(tally: Tally, door: Door, phones: int, language: Language) -> Wall:
    """Return what the projector shows of a question in a room."""
    stage = _stage(tally, door, language)
    controls = ButtonRow("", tuple(_buttons(tally.phase, language)), "onward")
    part = Part((controls,), stage=stage, lead=(_question(tally, language),), css="asked room")
    unseen = np.full((1, len(tally.question.truth())), np.nan)
    now: Frames = {
        "answered": np.array([tally.answered], dtype=np.float64),
        "phones": np.array([[phones]], dtype=np.float64),
        "guess_truth": unseen if tally.truth is None else np.array([tally.truth]),
    }
    return Wall(part, now, events(tally.phase))


def _stage(tally: Tally, door: Door, language: Language) -> tuple[Panel, ...]:
    """Return the votes if they may be seen, that there are none, or the way in."""
    if tally.votes or tally.phase == "answer":
        return seen(tally, door, language)
    if tally.phase in ("guesses", "both"):
        return (section(paragraph(fill(texts.NO_ONE, language), css="outcome"), css="words"),)
    return (entrance(tally, door, language),)


def events(phase: Phase) -> dict[str, str]:
    """Return what the events of the projector's keys mean while a room is on the wall.

    >>> events("closed")["forward:"], events("open")["reveal:"]
    ('room:talk', 'room:closed')
    """
    may = NEXT[phase]
    found = {press(ROOM): AWAY, press("view", "page"): AWAY}
    ahead = following(phase)
    if ahead:
        found[GO_ON] = press(ROOM, ahead)
        found[press("reveal")] = press(ROOM, "answer" if "answer" in may else ahead)
    back = reopened(phase)
    if back:
        found[press("back")] = press(ROOM, back)
    if "guesses" not in may:
        found[press(ROOM, "guesses")] = ""
    return found


def no_room(language: Language) -> Part:
    """Return what the projector shows where no room can be opened: what else can be done."""
    sentence = section(paragraph(fill(texts.NO_ROOM, language), css="ask"), css="words")
    buttons = (
        Button(press("share"), texts.SHARE.say(language)),
        Button(AWAY, texts.AWAY.say(language)),
    )
    return Part((ButtonRow("", buttons, "onward"),), stage=(), lead=(sentence,), css="asked room")


def _buttons(phase: Phase, language: Language) -> Iterator[Button]:
    """Yield what may be done now; each says the key that does the same."""
    for after in NEXT[phase]:
        yield Button(press(ROOM, after), _move(phase, after).say(language))
    if phase == "answer":
        yield Button(GO_ON, texts.GO_ON.say(language))
    if phase != "open":
        yield Button(CSV, texts.CSV.say(language))
    yield Button(AWAY, texts.AWAY.say(language))


def _move(phase: Phase, after: Phase) -> Text:
    """Return what is said of going from one phase to another."""
    if after == reopened(phase):
        return texts.REOPEN
    return texts.LAST if after == following(phase) == "answer" else texts.MOVES[after]


def _question(tally: Tally, language: Language) -> Element:
    words = tally.question.words
    phase = Element("span", texts.HEADS[tally.phase].say(language), "phase")
    return section(
        Element("h2", (phase, " · ", words.title.say(language))),
        paragraph(fill(words.ask, language), css="ask"),
        css="words",
    )

"""Real messages: what Python sends of the pages of the course, in every state that they know."""

import gzip
import json
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from softmax_app import course
from softmax_app.kit.carried import written
from softmax_app.kit.items import Item, Puzzle, Question
from softmax_app.kit.lesson import Page
from softmax_app.kit.scene import Control
from softmax_app.kit.state import State, followed
from softmax_app.live.answers import NOTHING, answer, first, message, scene, swept
from softmax_app.live.assets import Assets
from softmax_app.live.hand import Hand
from softmax_app.settings import Settings
from softmax_app.settings.asked import STAGES, Asked, to_text
from softmax_app.settings.events import read
from softmax_app.texts.text import Text
from tests.tried import AppTest

APP = Path(__file__).parents[2] / "app.py"
PAGES = (course.HOME, *course.LESSONS)
FEW = {"z": "1,2", "lang": "zh"}
MANY = {"z": "1,2,3,4,5,6,7,8,9,10"}
REPORT = {
    "number": 1,
    "armed": "temperature",
    "have": "",
    "state": "",
    "settled": 0,
    "events": [[1, "temperature", "2"]],
}


def all_messages() -> Iterator[dict]:
    """Yield them, as JSON has made them plain."""
    for page in PAGES:
        yield sent(page)
        yield sent(page, refused=True)
        yield sent(page, {"view": "dark"})
    yield from (sent(course.LESSONS[0], link, refused=True) for link in (FEW, MANY))
    for page, item in of_each_kind():
        yield from (sent(page, {"q": link}) for link in links(item))
    yield from sweeps()
    yield mounted()


def sent(
    page: Page, link: dict[str, str] | None = None, *, refused: bool = False, armed: str = ""
) -> dict:
    """Return what is sent of a page at a link, with the sweep along the control ``armed``."""
    state = followed(page, State(Settings()), link or {})
    if refused:
        every = scene(page, state.settings, NOTHING).events
        state = replace(state, refusals={event: Text(en="No.", zh="不。") for event in every})
    whole = message(
        page,
        state,
        frozenset(),
        Hand(armed),
        acknowledged=0,
        run=1,
        keys={"p": "view:light"},
        cookie={"name": "course", "first": "0", "others": ["tenth"]},
        assets=Assets("plotly.js", "live.js", ("live.css",)),
    )
    return json.loads(json.dumps(whole))


def of_each_kind() -> list[tuple[Page, Item]]:
    """Return a puzzle, and a question of each form, with their pages."""
    return list(
        {
            Puzzle if isinstance(item, Puzzle) else type(item.form): (page, item)
            for page in PAGES
            for item in page.items
        }.values()
    )


def links(item: Item) -> Iterator[str]:
    """Yield what a link says to open it, with its answer as far as each of the stages."""
    if isinstance(item, Question):
        guess = item.start or tuple(map(float, range(item.complete)))
        yield from (to_text(Asked(item.id, stage, guess)) for stage in STAGES)
        yield to_text(Asked(item.id, "shown"))
    else:
        yield item.id


def sweeps() -> Iterator[dict]:
    """Yield a message with a sweep for each kind of control."""
    places = [(page, {}) for page in PAGES]
    places += [(page, {"q": item.id}) for page, item in of_each_kind()]
    kinds = {
        read(control.slider.id).action: (page, link, control.slider.id)
        for page, link in places
        for control in scene(
            page, followed(page, State(Settings()), link).settings, NOTHING
        ).controls
        if isinstance(control, Control)
    }
    for page, link, armed in kinds.values():
        yield sent(page, link, armed=armed)


def headers() -> Iterator[tuple[str, dict]]:
    """Yield what is packed before the arrays of sweeps and answers, and its type."""
    page = course.LESSONS[0]
    state = State(Settings())
    yield "FirstHeader", header(gzip.decompress(first(page, {}, frozenset())))
    for control in ("scores.0", "temperature"):
        yield "SweepHeader", header(gzip.decompress(swept(page, state.settings, control) or b""))
    for event, value in (("temperature", "2"), ("scores.0", "x"), ("add", ""), ("scores.0", "2")):
        yield "AnswerHeader", header(answer(page, written(page, state, ()), [(event, value)]))
    opened = page.items[0].opened
    yield "AnswerHeader", header(answer(page, written(page, state, ()), [(opened, "")]))


def header(data: bytes) -> dict:
    (length,) = struct.unpack("<I", data[:4])
    return json.loads(data[4 : 4 + length])


def mounted() -> dict:
    """Return what a page of Streamlit sends after something was done."""
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.session_state["live"] = {"hand": REPORT}
    at.switch_page(course.script(course.LESSONS[0])).run()
    assert not at.exception
    component = at.get("bidi_component")[0]
    return json.loads(component.proto.json)

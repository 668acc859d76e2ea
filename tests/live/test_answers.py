"""What is answered without a session: the same as with one, and nothing that a link cannot say."""

import gzip
import json
import struct
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app import course
from softmax_app.kit import carried
from softmax_app.kit.items import Puzzle
from softmax_app.kit.scene import Control
from softmax_app.kit.state import State, followed, heard
from softmax_app.live import answers
from softmax_app.live.changes import changes
from softmax_app.settings import Settings
from softmax_app.settings.asked import STAGES, Asked, to_text
from softmax_app.settings.link import to_link
from softmax_app.settings.reading import RefusedError
from softmax_app.sweeps import along
from tests.examples import one_in
from tests.turns import by_turns

PAGES = (course.HOME, *course.LESSONS)
FIRST = course.LESSONS[0]
NAMES = {"f8": "<f8", "f4": "<f4", "f2": "<f2", "i1": "i1", "u1": "u1"}


def unpacked(data: bytes) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Return the header and the arrays, read as the browser reads them."""
    (length,) = struct.unpack("<I", data[:4])
    header = json.loads(data[4 : 4 + length])
    found, start = {}, 4 + length
    for name, dtype, rows, width in header["arrays"]:
        assert start % np.dtype(NAMES[dtype]).itemsize == 0  # where a browser can lay it
        array = np.frombuffer(data, NAMES[dtype], rows * width, start)
        found[name], start = array.reshape(rows, width), start + array.nbytes
    assert start == len(data)
    return header, found


def patched(old: Any, change: Any) -> Any:
    """Return a value after a change, as the browser has it."""
    if change is None:
        return old
    if isinstance(change, list):
        return change[0]
    copy = list(old) if isinstance(old, list) else dict(old)
    for member, inner in change.items():
        place = int(member) if isinstance(copy, list) else member
        copy[place] = patched(copy[place], inner)
    return copy


plain = st.recursive(
    st.none() | st.integers(0, 3) | st.text("ab", max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3)
    ),
)


@given(old=plain, new=plain)
def test_a_change_makes_the_new_of_the_old(old, new):
    change = json.loads(json.dumps(changes(old, new)))
    assert patched(old, change) == new
    assert (change is None) == (old == new)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name or "home")
@one_in(16)
@given(data=st.data())
def test_an_answer_leaves_the_page_as_the_session_would(page, data):
    state, done = followed(page, State(Settings()), {"z": "4,-4,3", "y": "2"}), frozenset()
    seen = answers.drawn(page, state, done)
    for _ in range(4):
        events = [*answers.scene(page, state.settings, answers.NOTHING).events]
        event = data.draw(st.sampled_from(events))
        value = data.draw(st.sampled_from(["0.5", "-3", "x", "", "1"]))
        header, arrays = unpacked(answers.answer(page, seen["state"], [(event, value)]))
        state = heard(page, state, [(event, value)])
        if header.get("session"):
            seen = answers.drawn(page, state, done)
            if not seen["state"]:
                return
            continue
        seen = json.loads(json.dumps(seen))
        seen = patched(seen, header["patch"])
        assert seen == json.loads(json.dumps(answers.drawn(page, state, done)))
        now = answers.scene(page, state.settings, answers.NOTHING).now
        assert arrays.keys() == now.keys()
        for name, array in arrays.items():
            np.testing.assert_array_equal(array[0], now[name].reshape(len(now[name]), -1)[0])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name or "home")
def test_a_sweep_has_the_bytes_of_what_the_core_computes(page):
    state = followed(page, State(Settings()), {"z": "4,-4,3"})
    for control in answers.scene(page, state.settings, answers.NOTHING).controls:
        if not isinstance(control, Control):
            continue
        sent = answers.sweep(page, state.link(page), control.slider.id)
        header, arrays = unpacked(gzip.decompress(sent))
        assert header["id"] == control.slider.id
        expected = page.scene(state.settings).evaluate(along(control.slider, state.settings))
        now = answers.scene(page, state.settings, answers.NOTHING).now
        assert expected.keys() == now.keys()
        for name, array in expected.items():
            if name in arrays:
                np.testing.assert_array_equal(arrays[name], array.reshape(len(array), -1))
                assert len(array) == len(control.slider.grid)
            else:  # the hand does not move it: the browser has it already
                np.testing.assert_array_equal(now[name], array)


def asked_in_every_stage(page) -> Iterator[dict[str, str]]:
    """Yield what links say that ask nothing, a puzzle, or a question in one of its stages."""
    yield {}
    for item in page.items:
        numbers = dict(parse_qsl(item.link))
        yield numbers
        if isinstance(item, Puzzle):
            yield {"q": item.id}
            continue
        guess = item.start or tuple(map(float, range(item.complete)))
        yield from (numbers | {"q": to_text(Asked(item.id, stage, guess))} for stage in STAGES)
        yield numbers | {"q": to_text(Asked(item.id, "shown"))}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name or "home")
def test_a_sweep_that_is_kept_is_of_what_is_shown_whatever_was_asked_before(page):
    views = ("page", "dark", "page")  # three: a question is asked four times
    for asked, view in by_turns(asked_in_every_stage(page), views):
        state = followed(page, State(Settings()), {**asked, "view": view})
        scene = answers.scene(page, state.settings, answers.NOTHING)
        for control in scene.controls:
            if isinstance(control, Control):
                sent = answers.sweep(page, state.link(page), control.slider.id)
                _, arrays = unpacked(gzip.decompress(sent))
                moved = scene.evaluate(along(control.slider, state.settings))
                assert set(arrays) == {name for name, rows in moved.items() if len(rows) > 1}
                assert scene.now.keys() == moved.keys()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name or "home")
def test_what_another_lesson_has_set_leaves_the_sliders_of_this_one_alive(page):
    settings = Settings(label=1, temperature=5.0, smoothing=0.2, learning_rate=3.0, difference=0.1)
    state = State(settings)
    link = dict(parse_qsl(answers.drawn(page, state, ())["link"], keep_blank_values=True))
    parts = answers.drawn(page, state, ())["parts"]
    for control in (one for part in parts for one in part["controls"] if "key" in one):
        header, _ = unpacked(gzip.decompress(answers.sweep(page, link, control["id"])))
        assert header["key"] == control["key"]


def test_the_sweeps_that_are_kept_are_bounded_by_their_bytes(monkeypatch):
    cache = answers._swept.cache
    link = to_link(Settings(), FIRST.all_settings)
    cache.clear()
    size = len(answers.sweep(FIRST, link, "scores.0"))
    assert cache.currsize == size < cache.maxsize == answers.SWEEPS
    monkeypatch.setattr(cache, "_Cache__maxsize", 2.5 * size)
    for score in range(5):
        answers.sweep(FIRST, link | {"z": f"2,3,{score}"}, "scores.0")
        assert cache.currsize <= 2.5 * size


def test_home_and_lesson_1_have_sweeps_of_their_own():
    link = to_link(Settings(), FIRST.all_settings)
    sweeps = [answers.sweep(page, link, "scores.2") for page in (course.HOME, FIRST)]
    assert len(sweeps[0]) < len(sweeps[1])


@pytest.mark.parametrize(
    ("link", "control"),
    [
        ({"z": "1,2,x"}, "scores.0"),
        ({"z": ",".join(["1"] * 1000)}, "scores.0"),
        ({"z": "1e300,2"}, "scores.0"),
        ({"z": "1,2"}, "scores.2"),
        ({"z": "1,2"}, "shift"),
        ({"z": "1,2"}, "remove.0"),
        ({"z": "1,2"}, ""),
        ({"z": "1,2", "T": "nan"}, "temperature"),
    ],
)
def test_an_address_asks_for_no_more_than_a_link_can_say(link, control):
    with pytest.raises(RefusedError):
        answers.sweep(FIRST, link, control)


STATE = carried.written(FIRST, State(Settings()), ())


@pytest.mark.parametrize(
    ("state", "events"),
    [
        ("", []),
        ("{", []),
        ("[" * 3000, []),
        ("[]", []),
        ("{}", []),
        ('{"set":{"z":5}}', []),
        ('{"set":{"z":"1,2,x"}}', []),
        ('{"set":{"z":"1,2"},"done":[1]}', []),
        ('{"set":{"z":"1,2"},"before":{"T":"0"}}', []),
        ('{"set":{"z":"1,2"},"refused":[]}', []),
        ('{"set":{"z":"1,2"},"refused":{"add":["one"]}}', []),
        ('{"set":{"z":"1,2","names":"' + "x" * 5000 + '"}}', []),
        (STATE, [("example:" + ",".join(["1"] * 1000), "")]),
        (STATE, [("times:1e300", "")]),
        (STATE, [("scores.9", "1")]),
        (STATE, [("set:q=win&view=dark", "")]),
        (STATE, [("nothing", "")]),
        (STATE, [("add", "")] * 51),
    ],
)
def test_an_answer_is_given_to_what_the_page_can_do_only(state, events):
    with pytest.raises(RefusedError):
        answers.answer(FIRST, state, events)


def test_what_concerns_the_rest_of_the_page_is_for_the_session():
    def is_for_session(event: str) -> bool:
        header, _ = unpacked(answers.answer(FIRST, STATE, [(event, "0.1")]))
        return bool(header.get("session"))

    for item in FIRST.items:
        assert is_for_session(item.opened)
    for event in ("scores.0", "temperature", "add", "example:2,3,5", "times:10", "names.0"):
        assert not is_for_session(event)


def test_solving_a_puzzle_is_for_the_session_and_moving_in_it_is_not():
    (win,) = (item for item in FIRST.items if item.id == "win")
    state = heard(FIRST, State(Settings((4.0, 3.0))), [(win.opened, "")])
    assert state.before is not None
    text = carried.written(FIRST, state, ())
    header, _ = unpacked(answers.answer(FIRST, text, [("names.0", "cat")]))
    assert header["patch"]
    kept = carried.read(
        FIRST, patched(answers.drawn(FIRST, state, frozenset()), header["patch"])["state"]
    )
    assert kept.state.before == Settings((4.0, 3.0))


def test_what_was_done_stays_told():
    done = frozenset({"tenth"})
    text = carried.written(FIRST, State(Settings()), done)
    assert carried.read(FIRST, text) == (State(Settings()), done)
    header, _ = unpacked(answers.answer(FIRST, text, [("scores.0", "1")]))
    assert json.loads(header["patch"]["state"][0])["done"] == ["tenth"]


def test_a_state_with_more_to_say_cannot_be_given_back():
    broken = followed(FIRST, State(Settings()), {"T": "0"})
    assert broken.repairs
    assert carried.written(FIRST, broken, ()) == ""
    assert carried.written(FIRST, heard(FIRST, State(Settings()), [("share:", "")]), ()) == ""

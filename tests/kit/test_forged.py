"""Whatever a browser reports is taken within the limits of a link, or refused in a sentence."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app import course
from softmax_app.kit import carried
from softmax_app.kit.asking import ask
from softmax_app.kit.state import STATIONS, WISHES, State, answer
from softmax_app.live import answers
from softmax_app.live.hand import Hand, read_report
from softmax_app.settings import Settings
from softmax_app.settings.limits import LONGEST_EVENT, MOST_EVENTS
from softmax_app.settings.link import from_link
from softmax_app.settings.table import NUMBERS

PAGES = (course.HOME, *course.LESSONS)
BUTTONS = (
    "example pair times plus step_scores format label language choose rank commit show view set "
    "causal block prompt order entry look hidden"
)
CONTROLS = ("scores", "names", "pair", "remove", "add", "guess", "entry", *NUMBERS)
ACTIONS = (*(f"{name}:" for name in BUTTONS.split()), *STATIONS, *WISHES, "reset:", *CONTROLS, "")
WORDS = ("1", "1,2", "1,2,3", "nan", "inf", "-1e7", "1e400", "1.5", "2,x", "xx", "", "zh", "light")
LINKS = ("q=tenth", "q=part1.1", "T=nan", "lang=xx", "z=1", "q=tenth,shown,nan,1,2", "names=\x00a")
OPERANDS = st.sampled_from((*WORDS, *LINKS, "1," * 5000 + "1", "9" * 400)) | st.text(max_size=20)
EVENTS = st.one_of(
    st.text(max_size=20),
    st.builds("{}{}".format, st.sampled_from(ACTIONS), OPERANDS),
    st.builds("{}.{}".format, st.sampled_from(CONTROLS), st.integers(-2, 10**6) | OPERANDS),
)


@given(page=st.sampled_from(PAGES), events=st.lists(st.tuples(EVENTS, OPERANDS), max_size=6))
def test_any_events_lead_to_a_page_whose_link_can_be_read_back(
    page: Any, events: list[tuple[str, str]]
) -> None:
    state = State(Settings())
    for event, value in events:
        state = answer(page, state, event, value)
        assert all(why.en and why.zh for why in state.refusals.values())
    link = state.link(page)
    again, repairs = from_link(link, page.opened(Settings()))
    assert repairs == ()
    assert State(again).link(page) == link
    assert ask(page.scene(state.settings), page.items, state.settings, frozenset()).parts


@pytest.mark.parametrize(
    "event",
    [
        "example:1",
        "example:" + ",".join("1" * 5000),
        "pair:1",
        "pair:1,2,3,4,5,6,7,8,9,10,11",
        "times:nan",
        "plus:1e7",
        "go:x",
        "go:",
        "share:page",
        "set:lang=de",
        "set:z=1",
        "choose:x",
        "rank:1e9",
        "commit:-1",
        "scores.1.2",
        "scores.x",
        "no_such_control",
        "no_such_button:",
        "format:decimal",
        "look:1,2",
        "look:1,2,3,4",
        "look:31,1,1",
        "hidden:13",
        "block:5",
        "x" * (LONGEST_EVENT + 1),
    ],
)
def test_what_no_control_does_is_refused_and_changes_nothing(event: str) -> None:
    state = State(Settings())
    after = answer(course.LESSONS[0], state, event, "1")
    assert (after.settings, after.wish) == (state.settings, None)
    [(_, why)] = after.refusals.items()
    assert why.en.endswith(".")
    assert why.zh.endswith("。")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)


@given(
    report=st.dictionaries(st.sampled_from(["events", "armed", "settled", "state"]), JSON) | JSON
)
def test_a_report_of_any_form_is_read(report: Any) -> None:
    hand = read_report(report)
    assert isinstance(hand, Hand)
    assert isinstance(hand.last, int)


DEEP: list[Any] = []
for _ in range(100_000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "report",
    [
        {"events": DEEP},
        {"events": [[1, DEEP, ""]]},
        {"state": DEEP},
        {"settled": 2**53 + 1},
        {"settled": 1e308},
        {"events": [[2**60, "add", ""]]},
    ],
    ids=range(6),
)
def test_a_report_that_no_browser_makes_is_none(report: Any) -> None:
    assert read_report(report) == Hand()


def test_half_letters_do_not_come_back() -> None:
    page = course.LESSONS[0]
    refused = {"\ud800": ["\ud801", "\udfff"]}
    state = json.dumps({"set": {"z": "1,2", "names": "\ud800"}, "refused": refused})
    assert answers.answer(page, state, [("scores.0", "\ud800")])
    after = answer(page, State(Settings()), "\ud800:", "\ud800")
    assert answers.answer(page, carried.written(page, after, ()), [("scores.0", "1")])


def test_of_more_reports_than_a_browser_makes_the_rest_is_left() -> None:
    report = {"events": [[number, "add", ""] for number in range(10 * MOST_EVENTS)]}
    assert len(read_report(report).events) == MOST_EVENTS

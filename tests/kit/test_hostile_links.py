"""Any link opens a page: what of it is refused is said, and what is shown is what the link says.

``LINKS=10000`` tries so many in place of a few dozen; a failure names the number of its link.
"""

import ast
import json
import os
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from softmax_app import course
from softmax_app.kit.lesson import Lesson, Page
from softmax_app.kit.sharing import offers
from softmax_app.kit.state import State, followed
from softmax_app.live import answers
from softmax_app.settings import Settings
from softmax_app.settings.link import from_link
from softmax_app.settings.reading import RefusedError
from softmax_app.settings.table import ROWS
from softmax_app.sweeps import Frames
from softmax_app.take_away.notebook import notebook
from softmax_app.take_away.tables import tables_csv
from tests.hostile import PAGES, Hostile
from tests.test_pages import open_page
from tests.tried import AppTest

LINKS = int(os.environ.get("LINKS", "24"))
BATCH = 100
APART = 7  # one in so many is drawn too: that takes as long as fifty are read; no page is left out
RUNS = max(2, LINKS // 50)  # of whole pages
BY_NAME = {row.in_link: row for row in ROWS.values()}
# of a sentence that was not finished: a placeholder, a gloss, Python's own words
RAW = re.compile(r"\{[a-z_]+\}|\[\[|\]\]|\|\w+\]|array\(|Traceback")
UNSEEN = set("\u202e\u200b\x00\x07\ufeff")
# where a lesson says itself that it is 0/0, or 0 times infinity
NAN_IS_SAID = {"overflow": {"naive"}, "push_and_pull": {"chain"}}
NOTHING: frozenset[str] = frozenset()


def tried(number: int) -> tuple[Page, dict[str, str]]:
    page = PAGES[number % len(PAGES)]
    return page, Hostile(number).link(page)


def strings(node: Any) -> Iterator[str]:
    """Yield all that is said in plain JSON."""
    match node:
        case str():
            yield node
        case dict():
            for one in node.values():
                yield from strings(one)
        case list():
            for one in node:
                yield from strings(one)


def is_refused(in_link: str, text: str) -> bool:
    try:
        BY_NAME[in_link].read(text)
    except RefusedError:
        return True
    return False


def without_state(drawn: dict[str, Any]) -> dict[str, Any]:
    """Return what is drawn but the state, which keeps what only other lessons show."""
    return {name: one for name, one in drawn.items() if name != "state"}


def said_in(drawn: dict[str, Any]) -> Iterator[str]:
    """Yield all that is said on a page, but for what a figure's own library reads."""
    for node in panels(drawn, "markup"):
        yield from strings(node)
    for figure in panels(drawn, "figure"):
        yield figure["description"]
    for part in drawn["parts"]:
        for control in part["controls"]:
            yield from strings({name: one for name, one in control.items() if name != "play"})


def panels(drawn: dict[str, Any], kind: str) -> Iterator[Any]:
    """Yield all mark-up of a page, or all figures."""
    for part in drawn["parts"]:
        for place in ("lead", "hand", "key", "stage", "below"):
            yield from (panel[kind] for panel in part[place] if kind in panel)


def shown_in(node: Any, now: Frames) -> Iterator[str]:
    """Yield the arrays whose numbers can be read in some mark-up, and are no numbers."""
    match node:
        case list():
            for one in node:
                yield from shown_in(one, now)
        case {"slot": array, "at": at}:
            if np.isnan(column(now, array, at)):
                yield array
        case {"cases": array, "at": at, "contents": contents}:
            yield from shown_in(contents[int(column(now, array, at))], now)
        case {"content": content}:
            yield from shown_in(content, now)


def column(now: Frames, array: str, at: int) -> float:
    return float(np.ravel(now[array][0])[at])


@pytest.mark.parametrize("start", range(0, LINKS, BATCH))
def test_any_link_is_read_and_its_page_s_own_link_says_the_same(start: int) -> None:
    for number in range(start, min(start + BATCH, LINKS)):
        page, link = tried(number)
        state = followed(page, State(Settings()), link)
        assert_refused_in_words(number, link, state)
        again = followed(page, State(Settings()), state.link(page))
        assert again.repairs == (), number
        assert again.link(page) == state.link(page), number


@pytest.mark.parametrize("number", range(0, LINKS, APART))
def test_any_link_opens_a_page_that_its_own_link_opens_again(number: int) -> None:
    page, link = tried(number)
    state = followed(page, State(Settings()), link)
    again = followed(page, State(Settings()), state.link(page))
    drawn = answers.drawn(page, state, NOTHING)
    now = answers.scene(page, state.settings, NOTHING).now
    assert_whole(number, drawn, now)
    assert without_state(answers.drawn(page, again, NOTHING)) == without_state(drawn)
    for name, array in answers.scene(page, again.settings, NOTHING).now.items():
        np.testing.assert_array_equal(array, now[name], err_msg=name)


@pytest.mark.parametrize("behind", ["", ",shown", ",2.5", ",shown,nan"])
def test_a_puzzle_has_its_own_numbers_whatever_stands_behind_its_name(behind: str) -> None:
    page = course.find("softmax_derivative")
    assert page is not None
    found = followed(page, State(Settings()), {"q": f"quarter{behind}"})
    assert found.settings == followed(page, State(Settings()), {"q": "quarter"}).settings


def assert_refused_in_words(number: int, link: dict[str, str], state: State) -> None:
    """All that cannot be used is told, in sentences that repeat nothing raw."""
    told = {repair.in_link for repair in state.repairs}
    refused = {name for name, text in link.items() if name in BY_NAME and is_refused(name, text)}
    assert refused <= told <= link.keys(), number
    for repair in state.repairs:
        assert repair.reason.en.endswith("."), number
        assert repair.reason.zh.endswith("。"), number
        assert (repair.reason.en + repair.reason.zh).isprintable(), number


def assert_whole(number: int, drawn: dict[str, Any], now: Frames) -> None:
    """Nothing on a page is unfinished or of no width, and no number is nan that has a value."""
    said = list(said_in(drawn))
    assert not any(set(text) & UNSEEN for text in said), number
    assert [text for text in said if RAW.search(text)] == [], number
    shown = {array for node in panels(drawn, "markup") for array in shown_in(node, now)}
    assert shown <= NAN_IS_SAID.get(drawn["page"], set()), number


@pytest.mark.parametrize("number", range(0, LINKS, 4 * APART))
def test_what_is_taken_away_of_any_link_is_whole(number: int) -> None:
    page, link = tried(number)
    state = followed(page, State(Settings()), link)
    for query in offers(page, state).values():
        assert query.isprintable()
    if isinstance(page, Lesson):
        for snippet in (*page.code.SNIPPETS.values(), page.code.PLOT):
            ast.parse(snippet(state.settings))
        assert tables_csv(page.scene(state.settings)).decode()
        assert json.loads(notebook(page, state.settings))["cells"]


@pytest.mark.parametrize("number", range(RUNS))
def test_a_page_of_streamlit_opens_at_any_link(number: int) -> None:
    page, link = tried(number)
    link = {name: text for name, text in link.items() if name and "\x00" not in text}
    at: AppTest = open_page(course.script(page), **link)
    assert not at.exception, number
    assert not at.error, number
    assert all(warning.value.isprintable() for warning in at.warning), number
    state = at.session_state["state"]
    written = {name: at.query_params[name] for name in state.link(page)}
    found, repairs = from_link(written, page.opened(Settings()))
    assert repairs == (), number
    assert State(found).link(page) == state.link(page), number

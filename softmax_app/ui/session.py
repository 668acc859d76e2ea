"""The state of a reader between runs and pages, and the address that holds it.

The link speaks first: it is read when a session begins, and again whenever a run finds another
link than the one written last (a link followed, the browser's back button). A run that answers
the reader's hand is the exception: its link may be one run old.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

import streamlit as st

from softmax_app.kit import carried
from softmax_app.kit.lesson import Page
from softmax_app.kit.state import State, answer, arrived, begun, followed, heard
from softmax_app.settings.events import Event
from softmax_app.settings.reading import RefusedError
from softmax_app.settings.table import ROWS
from softmax_app.texts.text import language_of_locale

STATE: Final = "state"
WRITTEN: Final = "link.written"
BY_HAND: Final = "run.by_hand"


def open_state(page: Page) -> State:
    """Return the state of this run."""
    if STATE not in st.session_state:
        keep(begun(page, language_of_locale(st.context.locale)))
    by_hand = st.session_state.pop(BY_HAND, False)
    link = st.query_params.to_dict()
    if not by_hand and link != st.session_state.get(WRITTEN):
        return keep(followed(page, current(), link))
    return keep(arrived(page, current()))


def current() -> State:
    """Return the state as it is."""
    state: State = st.session_state[STATE]
    return state


def keep(state: State) -> State:
    """Keep a state for the next run, and return it."""
    st.session_state[STATE] = state
    return state


def write_link(page: Page, state: State) -> None:
    """Make the browser's address the link to exactly what this page shows."""
    ours = {row.in_link for row in ROWS.values()}
    others = {name: text for name, text in st.query_params.to_dict().items() if name not in ours}
    link = others | state.link(page)
    if link != st.query_params.to_dict():
        st.query_params.from_dict(link)
    st.session_state[WRITTEN] = link


def take_wish() -> Event | None:
    """Return, once, what the reader wished for beside other settings."""
    state = current()
    keep(replace(state, wish=None))
    return state.wish


def hearing(page: Page) -> Callable[[str, Sequence[tuple[str, str]]], None]:
    """Return what takes, on this page, the state of a browser and the events of a hand.

    The browser may have come to another state without us: then it is ours as well.

    Pointing at a slider is no event, but its run is answered by hand as well: the link that it
    comes with may be older than what was done just before.
    """

    def hear(kept: str, events: Sequence[tuple[str, str]]) -> None:
        st.session_state[BY_HAND] = True
        if kept:
            with suppress(RefusedError):  # a report is no more to be trusted than a link
                keep(carried.read(page, kept).state)
        if events:
            keep(heard(page, current(), events))

    return hear


def do(page: Page, event: str) -> None:
    """Take the event of one of Streamlit's own buttons; what was refused stays in sight."""
    st.session_state[BY_HAND] = True
    keep(answer(page, current(), event))

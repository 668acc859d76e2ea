"""Mounting the live figure, and hearing what the reader's hand did.

Most of what a hand does is answered without the session (``answers.py``). It is told of a change
that concerns more than the scene, of what was done where only Streamlit's own addresses get
through, and, before the rest of the page is used, of the state that the browser has come to.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import randbelow
from typing import Any, Final

import streamlit as st

from softmax_app.kit import carried
from softmax_app.kit.lesson import Page
from softmax_app.kit.state import State
from softmax_app.live import answers
from softmax_app.live.assets import publish
from softmax_app.live.hand import Hand, read_report
from softmax_app.settings.reading import RefusedError
from softmax_app.texts import common

KEY: Final = "live"
SHELF: Final = "near"  # the page's end, in a container of its own
HEARD: Final = "live.heard"  # the number of the last event that this session has in its state
RUN: Final = "live.run"
ASSETS: Final = publish()
LOADER: Final = (
    Path(__file__).with_name("loader.js").read_text("utf-8").replace("SCRIPT", ASSETS.script)
)

OnHand = Callable[[str, tuple[tuple[str, str], ...]], None]

_mount = st.components.v2.component("softmax_live", js=LOADER, isolate_styles=False)
_mount_shelf = st.components.v2.component(
    "softmax_shelf", js=LOADER.replace("live.default", "live.shelf"), isolate_styles=False
)


def show(
    page: Page,
    state: State,
    done: frozenset[str],
    on_hand: OnHand,
    *,
    keys: Mapping[str, str],
    cookie: Mapping[str, Any],
) -> None:
    """Draw a page's scene; call ``on_hand(state, events)`` before the run that answers the hand.

    It is called for every report: with the state that the browser has come to without us, or "",
    and the events (id, value) that are new. ``keys`` are events that a key of the keyboard stands
    for, ``cookie`` says what the reader's browser is to keep.
    """

    def hear() -> None:
        hand = _hand()
        heard = st.session_state.get(HEARD, 0)
        st.session_state[HEARD] = max(heard, hand.last)
        on_hand(hand.state if hand.settled > heard else "", hand.news(max(heard, hand.settled)))

    # counted from somewhere else in each session: a browser may come from another one
    st.session_state[RUN] = st.session_state.get(RUN, randbelow(2**32)) + 1
    data = answers.message(
        page,
        state,
        done,
        _hand(),
        acknowledged=st.session_state.get(HEARD, 0),
        run=st.session_state[RUN],
        keys=keys,
        cookie=cookie,
        assets=ASSETS,
    )
    _mount(key=KEY, data=data, on_hand_change=hear)
    if _hand().last > st.session_state.get(HEARD, 0):
        hear()  # a new session, after a restart, has no callback yet for what was done before
        st.rerun()


def shelf(page: Page, state: State) -> State | None:
    """Return the state of which the page's end is to be drawn, or None until it is near.

    Its fragment runs anew when the browser tells that the reader comes near, or has come to
    another state meanwhile.
    """
    told: Any = st.session_state.get(SHELF) or {}
    report = told.get("near")
    hand = read_report(report or {})
    heard = st.session_state.get(HEARD, 0)
    data = {
        "settled": max(hand.settled, heard) if report else -1,
        "code": common.PROGRAM.say(state.settings.language),
    }
    _mount_shelf(key=SHELF, data=data, on_near_change=lambda: None)
    if not report:
        return None
    if hand.settled > heard:
        with suppress(RefusedError):  # a report is no more to be trusted than a link
            return carried.read(page, hand.state).state
    return state


def _hand() -> Hand:
    state: Any = st.session_state.get(KEY) or {}
    return read_report(state.get("hand") or {})

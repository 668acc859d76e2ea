"""Mounting the live figure, and hearing what the reader's hand did."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import streamlit as st

from softmax_app.lessons.scene import Scene
from softmax_app.live.assets import publish
from softmax_app.live.payload import payload, sweep
from softmax_app.settings import Settings

KEY: Final = "live"
ACKNOWLEDGED: Final = "live.acknowledged"
ASSETS: Final = publish()

# Travels with every message, so it only finds the script. Streamlit's own script tells where the
# app is: its address is not "/" everywhere, and a page's path may end in a slash.
LOADER: Final = """
const streamlit = document.querySelector('script[type="module"][src*="static/js/"]');
const root = streamlit ? streamlit.src.replace(/static[/]js[/].*$/, "") : document.baseURI;
const base = new URL("app/static/", root);
const script = import(new URL("SCRIPT", base));
export default (component) => { script.then((live) => live.default(component, base)); };
""".replace("SCRIPT", ASSETS.script)

_mount = st.components.v2.component("softmax_live", js=LOADER, isolate_styles=False)


class Hand(NamedTuple):
    """What the browser reports: the control in hand, the sweep it has, and what was done.

    Events stay in the list until they are acknowledged, since Streamlit drops all but the last
    of the reports that arrive during a run.
    """

    armed: str
    have: str
    events: tuple[tuple[int, str, str], ...]


def show(
    scene: Scene,
    settings: Settings,
    errors: dict[str, str],
    on_hand: Callable[[list[tuple[str, str]]], None],
    *,
    keys: Mapping[str, str],
    cookie: Mapping[str, Any],
) -> None:
    """Draw a scene; call ``on_hand(events)`` before the run that answers the reader's hand.

    It is called for every report, with the events (id, value) that are new in it, or none.
    ``keys`` are events that a key of the keyboard stands for, ``cookie`` says what
    the reader's browser is to keep.
    """

    def hear() -> None:
        on_hand(_news(_hand()))

    hand = _hand()
    data = payload(scene, settings, errors) | {
        "sweep": sweep(scene, settings, hand.armed, hand.have),
        "acknowledged": st.session_state.get(ACKNOWLEDGED, 0),
        "keys": dict(keys),
        "cookie": dict(cookie),
        "assets": {"plotly": ASSETS.plotly, "styles": ASSETS.styles},
    }
    _mount(key=KEY, data=data, on_hand_change=hear)
    missed = _news(_hand())
    if missed:  # a new session, after a restart, has no callback yet for what was done before
        on_hand(missed)
        st.rerun()


def _news(hand: Hand) -> list[tuple[str, str]]:
    """Return the events that were not heard before, and acknowledge them."""
    heard = st.session_state.get(ACKNOWLEDGED, 0)
    numbers = [number for number, _, _ in hand.events]
    st.session_state[ACKNOWLEDGED] = max([heard, *numbers])
    return [(event, value) for number, event, value in hand.events if number > heard]


def _hand() -> Hand:
    state: Any = st.session_state.get(KEY) or {}
    report = state.get("hand") or {}
    events = tuple((int(n), str(event), str(value)) for n, event, value in report.get("events", ()))
    return Hand(str(report.get("armed", "")), str(report.get("have", "")), events)

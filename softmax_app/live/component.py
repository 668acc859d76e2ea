"""Mounting the live figure, and hearing what the reader's hand did."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import streamlit as st

from softmax_app.kit.scene import Scene
from softmax_app.live.assets import publish
from softmax_app.live.hand import Hand, read_report
from softmax_app.live.payload import message
from softmax_app.settings import Settings

KEY: Final = "live"
ACKNOWLEDGED: Final = "live.acknowledged"
ASSETS: Final = publish()
LOADER: Final = Path(__file__).with_name("loader.js").read_text("utf-8")

_mount = st.components.v2.component(
    "softmax_live", js=LOADER.replace("SCRIPT", ASSETS.script), isolate_styles=False
)


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

    data = message(
        scene,
        settings,
        errors,
        hand=_hand(),
        acknowledged=st.session_state.get(ACKNOWLEDGED, 0),
        keys=keys,
        cookie=cookie,
        assets=ASSETS,
    )
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
    return read_report(state.get("hand") or {})

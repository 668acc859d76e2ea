"""The reader's settings between runs and pages, and the link that holds them.

The link speaks first: it is read when a session begins, and again whenever a run finds another
link than the one written last (a link followed, the browser's back button). A run that answers
the reader's hand is the exception: its link may be one run old.
"""

from typing import Final

import streamlit as st

from softmax_app.lessons import controls
from softmax_app.settings import FIELDS, RefusedError, Repair, Settings, from_link, to_link
from softmax_app.texts.text import Text, language_of_locale

SETTINGS: Final = "settings"
WRITTEN: Final = "link.written"
BY_HAND: Final = "run.by_hand"
REPAIRS: Final = "link.repairs"
ERRORS: Final = "errors"


def open_settings() -> Settings:
    """Return the settings of this run."""
    if SETTINGS not in st.session_state:
        st.session_state[SETTINGS] = Settings(language=language_of_locale(st.context.locale))
    by_hand = st.session_state.pop(BY_HAND, False)
    link = st.query_params.to_dict()
    if not by_hand and link != st.session_state.get(WRITTEN):
        found, repairs = from_link(link, st.session_state[SETTINGS])
        st.session_state[SETTINGS] = found
        st.session_state[REPAIRS] = repairs
        st.session_state[ERRORS] = {}
    settings: Settings = st.session_state[SETTINGS]
    return settings


def repairs() -> tuple[Repair, ...]:
    """Return what the last link said that could not be used."""
    found: tuple[Repair, ...] = st.session_state.get(REPAIRS, ())
    return found


def errors(settings: Settings) -> dict[str, str]:
    """Return why the last values were refused, by the control they were given to."""
    found: dict[str, Text] = st.session_state.get(ERRORS, {})
    return {control: reason.say(settings.language) for control, reason in found.items()}


def write_link(settings: Settings, fields: tuple[str, ...]) -> None:
    """Make the browser's address the link to exactly what this page shows."""
    ours = {field.in_link for field in FIELDS.values()}
    others = {name: text for name, text in st.query_params.to_dict().items() if name not in ours}
    link = others | to_link(settings, fields)
    if link != st.query_params.to_dict():
        st.query_params.from_dict(link)
    st.session_state[WRITTEN] = link


def set_by_hand(settings: Settings) -> None:
    """Take settings that the reader has just made."""
    st.session_state[SETTINGS] = settings
    st.session_state[BY_HAND] = True
    st.session_state[REPAIRS] = ()


def hear(events: list[tuple[str, str]]) -> None:
    """Take what the hand did on the live figure: new values, or some to be refused.

    Pointing at a slider is no event, but its run is answered by hand as well: the link that it
    comes with may be older than what was done just before.
    """
    st.session_state[BY_HAND] = True
    if events:
        st.session_state[ERRORS] = {}
    for control, value in events:
        try:
            set_by_hand(controls.answer(st.session_state[SETTINGS], control, value))
        except RefusedError as refusal:
            st.session_state[ERRORS] |= {control: refusal.reason}

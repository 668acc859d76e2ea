"""The reader's settings between runs and pages, and the link that holds them.

The link speaks first: it is read when a session begins, and again whenever a run finds another
link than the one written last (a link followed, the browser's back button). A run that answers
the reader's hand is the exception: its link may be one run old.
"""

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from softmax_app import steps
from softmax_app.asked import to_text
from softmax_app.course import Page
from softmax_app.lessons import controls
from softmax_app.link import FIELDS, Repair, from_link, to_link
from softmax_app.questions.item import Puzzle, find, settled, with_start
from softmax_app.reading import RefusedError
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts.text import Text, language_of_locale

SETTINGS: Final = "settings"
WRITTEN: Final = "link.written"
BY_HAND: Final = "run.by_hand"
REPAIRS: Final = "link.repairs"
ERRORS: Final = "errors"
PAGE: Final = "page"
OWN: Final = "settings.own"  # as they were before a puzzle
STEPS: Final = {"forward:": steps.forward, "back:": steps.back, "answer:": steps.answer}
WISHES: Final = "wishes"  # of the reader, for more than other settings: another page, the link


def open_settings(page: Page) -> Settings:
    """Return the settings of this run, which ask only what this page can."""
    if SETTINGS not in st.session_state:
        st.session_state[SETTINGS] = Settings(language=language_of_locale(st.context.locale))
    by_hand = st.session_state.pop(BY_HAND, False)
    link = st.query_params.to_dict()
    if not by_hand and link != st.session_state.get(WRITTEN):
        start = own(st.session_state[SETTINGS])
        found, repairs = from_link(with_start(link, page.items), start)
        st.session_state[SETTINGS] = found
        st.session_state[REPAIRS] = (*repairs, *_unasked(found, page))
        st.session_state[ERRORS] = {}
        st.session_state.pop(OWN, None)
    st.session_state[PAGE] = page
    settings = settled(st.session_state[SETTINGS], page.items, parts=page.parts)
    st.session_state[SETTINGS] = settings
    return settings


def _unasked(found: Settings, page: Page) -> tuple[Repair, ...]:
    """Return what a link asks and the page cannot: another question, or with that guess."""
    kept = settled(found, page.items, parts=page.parts).asked
    if kept.item != found.asked.item:
        return (Repair(FIELDS["asked"].in_link, found.asked.item, common.NO_SUCH_QUESTION),)
    if found.asked.guess and kept.guess != found.asked.guess:
        return (Repair(FIELDS["asked"].in_link, to_text(found.asked), common.NO_SUCH_GUESS),)
    return ()


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


def wish(action: str) -> str | None:
    """Return, once, what the reader wished for by this action, or None."""
    found: str | None = st.session_state.get(WISHES, {}).pop(action, None)
    return found


def hear(events: list[tuple[str, str]]) -> None:
    """Take what the hand did on the live figure: new values, or some to be refused.

    Pointing at a slider is no event, but its run is answered by hand as well: the link that it
    comes with may be older than what was done just before.
    """
    st.session_state[BY_HAND] = True
    if events:
        st.session_state[ERRORS] = {}
    for event, value in events:
        _take(_resolved(event), value)


def _put_back(settings: Settings) -> Settings:
    """Return settings with the reader's own numbers again, once a puzzle with its own is left."""
    before, items = st.session_state[SETTINGS], st.session_state[PAGE].items
    was, now = (isinstance(find(items, one.asked.item), Puzzle) for one in (before, settings))
    if now and not was:
        st.session_state[OWN] = before
    if was and not now:
        settings = own(settings)
        st.session_state.pop(OWN, None)
    return settings


def own(settings: Settings) -> Settings:
    """Return settings with the numbers that the reader had before a puzzle, if one is open."""
    kept: Settings | None = st.session_state.get(OWN)
    if kept is None:
        return settings
    now: dict[str, Any] = {
        name: getattr(settings, name) for name in ("names", "language", "view", "asked")
    }
    return replace(kept, **now)


def _resolved(event: str) -> str:
    """Return the event that a step on the projector comes to, as things now stand."""
    step = STEPS.get(event)
    return event if step is None else step(st.session_state[PAGE], st.session_state[SETTINGS])


def _take(event: str, value: str) -> None:
    action, _, operand = event.partition(":")
    if action in ("go", "share"):
        st.session_state[WISHES] = {action: operand}
    elif event:
        settings, page = st.session_state[SETTINGS], st.session_state[PAGE]
        try:
            answered = controls.answer(settings, event, value)
            set_by_hand(_put_back(settled(answered, page.items, parts=page.parts)))
        except RefusedError as refusal:
            st.session_state[ERRORS] |= {event: refusal.reason}

"""How far a reader has come, kept in a cookie of their own browser and nowhere else."""

import re
from typing import Any, Final, NamedTuple

import streamlit as st

from softmax_app.course import HOME, LESSONS, Page
from softmax_app.questions.item import find, is_done
from softmax_app.settings import Settings

COOKIE: Final = "softmax_course"
KEY: Final = "progress"
ITEMS: Final = {item.id for lesson in LESSONS for item in lesson.items}


class Progress(NamedTuple):
    """The lesson read last, counted from 1 (0: none yet), and what was answered or solved."""

    last: int = 0
    done: frozenset[str] = frozenset()


def read(text: str) -> Progress:
    """Return the progress that a cookie holds; what it cannot mean is left out.

    >>> read("3.tenth.nonsense")
    Progress(last=3, done=frozenset({'tenth'}))
    >>> read("<b>")
    Progress(last=0, done=frozenset())
    """
    first, *rest = text.split(".")
    last = int(first) if re.fullmatch("[0-9]", first) else 0
    return Progress(min(last, len(LESSONS)), frozenset(rest) & ITEMS)


def current() -> Progress:
    """Return the progress as this session knows it."""
    if KEY not in st.session_state:
        st.session_state[KEY] = read(st.context.cookies.to_dict().get(COOKIE, ""))
    found: Progress = st.session_state[KEY]
    return found


def note(page: Page, settings: Settings) -> None:
    """Take down where the reader is, and what has been answered or solved."""
    found = current()
    if page is not HOME:
        found = found._replace(last=LESSONS.index(page) + 1)
    item = find(page.items, settings.asked.item)
    if item is not None and is_done(item, settings):
        found = found._replace(done=found.done | {item.id})
    st.session_state[KEY] = found


def cookie() -> dict[str, Any]:
    """Return the cookie that keeps the progress: its words, between which stand dots."""
    found = current()
    return {"name": COOKIE, "first": str(found.last), "others": sorted(found.done)}


def mark(page: Page) -> str:
    """Return how much of a lesson's questions is done, as a few quiet characters."""
    done = sum(item.id in current().done for item in page.items)
    if done == 0:
        return ""
    return "✓" if done == len(page.items) else f"{done}/{len(page.items)}"

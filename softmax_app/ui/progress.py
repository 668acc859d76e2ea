"""How far a reader has come, kept in a cookie of their own browser and nowhere else."""

from typing import Any, Final

import streamlit as st

from softmax_app.cookie import COOKIE, Progress, read
from softmax_app.kit.items import find, is_done
from softmax_app.kit.lesson import Lesson, Page
from softmax_app.settings import Settings

KEY: Final = "progress"
NOWHERE: Final = "0"  # in the cookie, while no lesson has been read


def current() -> Progress:
    """Return the progress as this session knows it."""
    if KEY not in st.session_state:
        st.session_state[KEY] = read(st.context.cookies.to_dict().get(COOKIE, ""))
    found: Progress = st.session_state[KEY]
    return found


def note(page: Page, settings: Settings) -> None:
    """Take down where the reader is, and what has been answered or solved."""
    found = current()
    if isinstance(page, Lesson):
        found = found._replace(last=page.name)
    item = find(page.items, settings.asked.item)
    if item is not None and is_done(item, settings):
        found = found._replace(done=found.done | {item.id})
    st.session_state[KEY] = found


def cookie() -> dict[str, Any]:
    """Return the cookie that keeps the progress: its words, between which stand dots."""
    found = current()
    return {"name": COOKIE, "first": found.last or NOWHERE, "others": sorted(found.done)}


def mark(page: Page) -> str:
    """Return how much of a lesson's questions is done, as a few quiet characters."""
    done = sum(item.id in current().done for item in page.items)
    if done == 0:
        return ""
    return "✓" if done == len(page.items) else f"{done}/{len(page.items)}"

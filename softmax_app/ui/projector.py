"""The lesson on a classroom's wall: one thing at a time, large, driven by keys or a clicker."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import streamlit as st

from softmax_app.asked import Asked
from softmax_app.course import HOME, LESSONS, Page
from softmax_app.figures import theme
from softmax_app.questions.item import Puzzle, find
from softmax_app.settings import Settings
from softmax_app.texts import projector as texts

STYLE: Final = Path(__file__).with_name("projector.css")
FORWARD: Final = ("PageDown", "ArrowRight")  # a clicker sends the first
BACK: Final = ("PageUp", "ArrowLeft")
ANSWER: Final = ("a", ".", "b")  # the last two are a clicker's key that blanks the screen


def show(page: Page, settings: Settings) -> None:
    """Draw the frame of a projected page: its title, and what the keys do."""
    say, dark = settings.language, settings.view == "dark"
    ground, ink = (shade.dark if dark else shade.light for shade in (theme.GROUND, theme.TEXT))
    st.html(STYLE)
    st.html(f"<style>:root {{ --room: {ground}; --ink: {ink}; }}</style>")
    number = "" if page is HOME else f"{LESSONS.index(page) + 1}. "
    st.title(number + page.title.say(say), anchor=False)
    with st.container(key="keys"):
        st.caption(texts.KEYS.say(say))


def keys(page: Page, settings: Settings, n_parts: int) -> dict[str, str]:
    """Return the events that keys stand for, on the page or on the projector."""
    if settings.view == "page":
        return {"p": "view:light"}
    other = "light" if settings.view == "dark" else "dark"
    fixed = {"p": "view:page", "Escape": "view:page", "d": f"view:{other}", "s": "share:"}
    back, forward = _neighbours(page, settings, n_parts)
    return (
        fixed
        | dict.fromkeys(BACK, back)
        | dict.fromkeys(FORWARD, forward)
        | dict.fromkeys(ANSWER, _answer(page, settings))
    )


def steps(page: Page, n_parts: int) -> Iterator[tuple[Asked, str]]:
    """Yield what is projected of a page one after the other, each with the event that opens it."""
    yield Asked(), "set:q="
    for part in range(2, n_parts + 1):
        yield Asked(f"part{part}"), f"set:q=part{part}"
    for item in page.items:
        if isinstance(item, Puzzle):
            yield Asked(item.id), f"set:{item.link}&q={item.id}"
        else:
            yield Asked(item.id), f"set:q={item.id}"
            yield Asked(item.id, "shown"), f"set:q={item.id},shown"


def _neighbours(page: Page, settings: Settings, n_parts: int) -> tuple[str, str]:
    """Return the events that open what comes before and after what is projected."""
    asked = settings.asked
    all_steps = list(steps(page, n_parts))
    here = Asked(asked.item, "shown" if asked.stage == "shown" else "asked")
    at = [step for step, _ in all_steps].index(here) if asked.item else 0
    number = 0 if page is HOME else LESSONS.index(page) + 1
    back = all_steps[at - 1][1] if at else f"go:{max(number - 1, 0)}"
    forward = _answer(page, settings)
    if forward == "":
        last = at == len(all_steps) - 1
        forward = f"go:{min(number + 1, len(LESSONS))}" if last else all_steps[at + 1][1]
    return back, forward


def _answer(page: Page, settings: Settings) -> str:
    """Return the event that shows the answer, with the guess if there is one; "" if it is seen."""
    asked = settings.asked
    item = find(page.items, asked.item)
    if item is None or isinstance(item, Puzzle) or asked.stage == "shown":
        return ""
    guessed = asked.guess != item.start and len(asked.guess) == item.complete
    return "show:" if guessed or asked.stage == "committed" else f"set:q={item.id},shown"

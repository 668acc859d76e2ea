"""The lesson on a classroom's wall: one thing at a time, large, driven by keys or a clicker."""

from pathlib import Path
from typing import Final

import streamlit as st

from softmax_app import course
from softmax_app.course import HOME
from softmax_app.figures import theme
from softmax_app.kit.lesson import Page
from softmax_app.settings import Settings
from softmax_app.settings.events import press
from softmax_app.texts import projector as texts

STYLE: Final = Path(__file__).with_name("projector.css")
FORWARD: Final = ("PageDown", "ArrowRight")  # a clicker sends the first
BACK: Final = ("PageUp", "ArrowLeft")
REVEAL: Final = ("a", ".", "b")  # the last two are a clicker's key that blanks the screen


def show(page: Page, settings: Settings) -> None:
    """Draw the frame of a projected page: its title, and what the keys do."""
    language, dark = settings.language, settings.view == "dark"
    ground, ink = (shade.dark if dark else shade.light for shade in (theme.GROUND, theme.TEXT))
    st.html(STYLE)
    st.html(f"<style>:root {{ --room: {ground}; --ink: {ink}; }}</style>")
    number = "" if page is HOME else f"{course.number(page)}. "
    st.title(number + page.title.say(language), anchor=False)
    with st.container(key="keys"):
        st.caption(texts.KEYS.say(language))


def keys(settings: Settings) -> dict[str, str]:
    """Return the events that keys stand for, on the page or on the projector."""
    if settings.view == "page":
        return {"p": press("view", "light")}
    other = "light" if settings.view == "dark" else "dark"
    leave = press("view", "page")
    fixed = {"p": leave, "Escape": leave, "d": press("view", other), "s": press("share")}
    led = (("forward", FORWARD), ("back", BACK), ("reveal", REVEAL))
    return fixed | {key: press(action) for action, some in led for key in some}

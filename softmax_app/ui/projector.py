"""The lesson on a classroom's wall: one thing at a time, large, driven by keys or a clicker."""

from pathlib import Path
from typing import Final

import streamlit as st

from softmax_app import course
from softmax_app.figures import theme
from softmax_app.kit import stations
from softmax_app.kit.lesson import Page
from softmax_app.settings import Settings
from softmax_app.settings.events import press
from softmax_app.texts import projector as texts
from softmax_app.texts.markdown import escape_markdown

STYLE: Final = Path(__file__).with_name("projector.css")
LETTERS: Final = Path(__file__).with_name("letters.js").read_text("utf-8")
FORWARD: Final = ("PageDown", "ArrowRight", "ArrowDown", " ")  # a clicker sends the first
BACK: Final = ("PageUp", "ArrowLeft", "ArrowUp")
ENDS: Final = (("first", ("Home",)), ("last", ("End",)))
PLAY: Final = "k"  # plays and pauses what can be played, without an event
CLASS: Final = (("g", press("room")), ("v", press("room", "guesses")))  # the browser's own affair
QUESTION: Final = ("q",)
REVEAL: Final = ("a", ".", "b")  # the last two are a clicker's key that blanks the screen

_letters = st.components.v2.component("softmax_letters", js=LETTERS, isolate_styles=False)


def show(page: Page, settings: Settings) -> None:
    """Draw the frame of a projected page: its title, its station, and what the keys do."""
    language, dark = settings.language, settings.view == "dark"
    ground, ink = (shade.dark if dark else shade.light for shade in (theme.GROUND, theme.TEXT))
    st.html(STYLE)
    st.html(f"<style>:root {{ --room: {ground}; --ink: {ink}; }}</style>")
    st.title(course.titled(page, language), anchor=False)
    with st.container(key="station"):
        st.markdown(escape_markdown(_station(page, settings)))
        st.caption(texts.KEYS.say(language))
        words = {"name": texts.LETTERS, "on": texts.LETTERS_ON, "off": texts.LETTERS_OFF}
        said = {name: text.say(language) for name, text in words.items()}
        _letters(key="letters", data=said)


def _station(page: Page, settings: Settings) -> str:
    """Return which station this is, and what comes next: in the lesson, or after it."""
    language = settings.language
    progress = stations.progress(page, settings)
    here = texts.STATION.say(language, number=progress.number, count=progress.total)
    title = progress.following or course.titled(course.following(page), language)
    return f"{here} · {texts.FOLLOWING.say(language, title=title)}"


def keys(settings: Settings) -> dict[str, str]:
    """Return the events that keys stand for, on the page or on the projector."""
    if settings.view == "page":
        return {"p": press("view", "light")}
    other = "light" if settings.view == "dark" else "dark"
    leave = press("view", "page")
    fixed = {"p": leave, "Escape": leave, "d": press("view", other), "s": press("share")}
    led = (("forward", FORWARD), ("back", BACK), ("question", QUESTION), ("reveal", REVEAL), *ENDS)
    leading = {key: press(action) for action, some in led for key in some}
    return fixed | dict(CLASS) | {PLAY: "play"} | leading

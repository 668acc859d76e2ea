"""The frame of every page: its title, the course's menu, the language, and what a link lost."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import streamlit as st

from softmax_app.course import HOME, LESSONS, Page
from softmax_app.settings import Settings, to_link
from softmax_app.texts import common
from softmax_app.texts.text import LANGUAGE_NAMES, LANGUAGES, Text
from softmax_app.ui import session

ICON: Final = "📊"
SIDEBAR_WIDTH: Final = 240
STYLE: Final = Path(__file__).with_name("page.css")


def open_page(page: Page) -> Settings:
    """Start a page: read the settings, write the link, draw the menu; return the settings."""
    settings = session.open_settings()
    session.write_link(settings, page.fields)
    say = settings.language
    st.set_page_config(
        page_title=page.title.say(say),
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
        menu_items={"About": common.ABOUT.say(say)},
    )
    st.html(STYLE)
    _menu(settings)
    _head(page.title, settings)
    for repair in session.repairs():
        reason = repair.reason.say(say)
        sentence = common.LINK_REPAIRED.say(
            say, name=repair.in_link, value=repair.value[:60], reason=reason
        )
        st.warning(escape_markdown(sentence))
    return settings


def escape_markdown(text: str) -> str:
    r"""Return text that Markdown shows letter by letter.

    >>> print(escape_markdown("![x](y) <b>"))
    \!\[x\]\(y\) \<b\>
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def link_to(page: Page, label: str, settings: Settings) -> None:
    """Draw a link to a page that carries the settings, also into another tab."""
    st.page_link(page.script, label=label, query_params=to_link(settings, page.fields))


def lead_on(page: Page, settings: Settings) -> None:
    """Draw the link to the next lesson, at the end of one."""
    number = LESSONS.index(page) + 1
    if number < len(LESSONS):
        following = LESSONS[number]
        say = settings.language
        title = f"{number + 1}. {following.title.say(say)}"
        with st.container(key="next"):
            link_to(following, common.NEXT_LESSON.say(say, title=title), settings)


def _menu(settings: Settings) -> None:
    say = settings.language
    with st.sidebar:
        link_to(HOME, HOME.title.say(say), settings)
        for number, lesson in enumerate(LESSONS, start=1):
            link_to(lesson, f"{number}. {lesson.title.say(say)}", settings)


def _head(title: Text, settings: Settings) -> None:
    say = settings.language
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(title.say(say), anchor=False)
        st.session_state["language"] = say
        st.segmented_control(
            common.LANGUAGE.say(say),
            LANGUAGES,
            format_func=LANGUAGE_NAMES.__getitem__,
            key="language",
            required=True,
            label_visibility="collapsed",
            width="content",
            on_change=_choose_language,
        )
        st.button(
            common.RESET.say(say), key="reset", help=common.RESET_HELP.say(say), on_click=_reset
        )


def _choose_language() -> None:
    settings = st.session_state[session.SETTINGS]
    chosen = st.session_state["language"]
    session.set_by_hand(replace(settings, language=chosen))


def _reset() -> None:
    language = st.session_state[session.SETTINGS].language
    session.set_by_hand(Settings(language=language))
    st.session_state[session.ERRORS] = {}

"""The frame of every page: its title, the course's menu, the language, and what a link lost."""

import re
from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st

from softmax_app.settings import Settings
from softmax_app.texts import common, scores_to_probabilities
from softmax_app.texts.text import LANGUAGE_NAMES, LANGUAGES, Text
from softmax_app.ui import session


class Lesson(NamedTuple):
    """A page of the course: its script, and its title."""

    script: str
    title: Text


HOME: Final = Lesson("app.py", common.HOME)
LESSONS: Final = (Lesson("pages/1_scores_to_probabilities.py", scores_to_probabilities.TITLE),)
ICON: Final = "📊"
SIDEBAR_WIDTH: Final = 240
STYLE: Final = Path(__file__).with_name("page.css")


def open_page(script: str, fields: tuple[str, ...]) -> Settings:
    """Start a page: read the settings, write the link, draw the menu; return the settings."""
    settings = session.open_settings()
    session.write_link(settings, fields)
    say = settings.language
    page = next(one for one in (HOME, *LESSONS) if one.script == _inside(script))
    title = common.COURSE if page is HOME else page.title
    st.set_page_config(
        page_title=title.say(say),
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
        menu_items={"About": common.ABOUT.say(say)},
    )
    st.html(STYLE)
    _menu(settings)
    _head(title, settings)
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


def _inside(script: str) -> str:
    return Path(script).resolve().relative_to(Path(__file__).parents[2]).as_posix()


def _menu(settings: Settings) -> None:
    say = settings.language
    with st.sidebar:
        st.page_link(HOME.script, label=common.COURSE.say(say))
        for number, lesson in enumerate(LESSONS, start=1):
            st.page_link(lesson.script, label=f"{number}. {lesson.title.say(say)}")


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
    session.set_by_hand(Settings(**{**vars(settings), "language": chosen}))


def _reset() -> None:
    language = st.session_state[session.SETTINGS].language
    session.set_by_hand(Settings(language=language))
    st.session_state[session.ERRORS] = {}

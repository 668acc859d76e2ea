"""A lesson's page, from its record."""

from functools import partial

import streamlit as st

from softmax_app import course, live
from softmax_app.kit.items import is_all_shown, is_led_in
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.sources import core_sources
from softmax_app.kit.state import State
from softmax_app.take_away.files import file_name
from softmax_app.take_away.notebook import notebook
from softmax_app.take_away.tables import tables_csv
from softmax_app.texts import code as code_texts
from softmax_app.texts import common
from softmax_app.texts import take_away as take_away_texts
from softmax_app.texts.text import Language
from softmax_app.ui.page import explain, lead_in, link_to, numbered, open_page, show_scene


def show(lesson: Lesson) -> None:
    """Draw the page of a lesson: its words, its live figure, its code, and what comes next."""
    state = open_page(lesson)
    complete = is_all_shown(lesson.items, state.settings)
    if is_led_in(lesson.items, state.settings):
        lead_in(lesson.words.LEAD, state)
    show_scene(lesson, state)
    if complete:
        with st.container(key="shelf"):
            finish(lesson, state)
        remember(lesson, state)
        lead_on(lesson, state)


@st.fragment
def finish(lesson: Lesson, state: State) -> None:
    """Draw what can be taken along, with the reader's numbers, once the reader comes near."""
    near = live.shelf(lesson, state)
    if near is not None:
        language = near.settings.language
        with st.expander(common.CODE.say(language), key="take_along"):
            show_code(lesson, near)
            offer_files(lesson, near)
        show_core(lesson, near)


def remember(lesson: Lesson, state: State) -> None:
    """Write what was learned; it stands there before the reader comes near, to be printed too."""
    st.header(take_away_texts.REMEMBER.say(state.settings.language), anchor=False)
    explain(lesson.words.TAKEAWAYS, state)


def show_code(lesson: Lesson, state: State) -> None:
    """Show the lesson's computation with the reader's numbers, one library a tab.

    Only the code of the open tab is made.
    """
    snippets = lesson.code.SNIPPETS
    tabs = st.tabs(list(snippets), key="code", on_change="rerun")
    for tab, snippet in zip(tabs, snippets.values(), strict=True):
        if tab.open:
            tab.code(snippet(state.settings), language="python")


def show_core(lesson: Lesson, state: State) -> None:
    """Show the source of the core's functions that the lesson uses, once it is opened."""
    language = state.settings.language
    core = st.expander(code_texts.CORE_FUNCTIONS.say(language), key="core", on_change="rerun")
    if core.open:
        with core:
            _show_core(lesson, language)


def _show_core(lesson: Lesson, language: Language) -> None:
    st.caption(code_texts.AS_THEY_STAND.say(language))
    for source in core_sources(*lesson.numbers):
        st.caption(f"`{source.file}`")
        st.code(source.text, language="python")


def offer_files(lesson: Lesson, state: State) -> None:
    """Offer the lesson's tables and its notebook; neither is made before it is asked for."""
    language = state.settings.language
    st.caption(take_away_texts.HEADING.say(language))
    with st.container(horizontal=True):
        st.download_button(
            take_away_texts.TABLE.say(language),
            lambda: tables_csv(lesson.scene(state.settings)),
            file_name(lesson, "csv"),
            "text/csv",
            key="take_table",
            on_click="ignore",
        )
        st.download_button(
            take_away_texts.NOTEBOOK.say(language),
            partial(notebook, lesson, state.settings),
            file_name(lesson, "ipynb"),
            "application/x-ipynb+json",
            key="take_notebook",
            on_click="ignore",
        )


def lead_on(lesson: Lesson, state: State) -> None:
    """Draw what comes next: the surprise that the next lesson holds, and the door to it."""
    language = state.settings.language
    following = course.following(lesson)
    with st.container(key="next"):
        if isinstance(following, Lesson):
            explain(following.words.SURPRISE, state)
            title = numbered(following, language)
            link_to(following, common.NEXT_LESSON.say(language, title=title), state)
        else:
            explain(common.AFTER_THE_LAST, state)
            link_to(following, common.BACK_HOME.say(language), state)

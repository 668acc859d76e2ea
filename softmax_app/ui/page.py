"""The frame of every page: its title, the course's menu, the language, and what a link lost."""

from pathlib import Path
from typing import Final, NoReturn

import streamlit as st

from softmax_app import course, live
from softmax_app.course import HOME
from softmax_app.kit import stations
from softmax_app.kit.content import to_html
from softmax_app.kit.lesson import Page
from softmax_app.kit.markup import fill, paragraph
from softmax_app.kit.state import State, answer
from softmax_app.settings.events import press
from softmax_app.settings.reading import printable
from softmax_app.settings.table import ROWS
from softmax_app.texts import common
from softmax_app.texts import projector as projector_texts
from softmax_app.texts.markdown import escape_markdown
from softmax_app.texts.text import LANGUAGE_NAMES, LANGUAGES, LETTERS, Language, Text
from softmax_app.texts.unbroken import unbroken
from softmax_app.ui import progress, projector, session, share

ICON: Final = "📊"
SIDEBAR_WIDTH: Final = 270
STYLES: Final = ("page.css", "touch.css", "print.css")
STYLE: Final = "\n".join(Path(__file__).with_name(one).read_text("utf-8") for one in STYLES)


def open_page(page: Page) -> State:
    """Start a page: read the state, write the link, draw the menu; return the state."""
    state = session.open_state(page)
    wish = session.take_wish()
    if wish is not None and wish.action == "go:":
        _go(page, wish.operand, state)
    session.write_link(page, state)
    progress.note(page, state.settings)
    language = state.settings.language
    st.set_page_config(
        page_title=page.title.say(language),
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
        menu_items={"About": common.ABOUT.say(language)},
    )
    st.html(f"<style>{STYLE}{LETTERS[language]}</style>")
    if state.settings.view == "page":
        if not st.context.is_embedded:
            _menu(page, state)
        _head(page, state)
    else:
        projector.show(page, state.settings)
    if wish is not None and wish.action == "share:":
        share.show(page, state)
    _tell_repairs(state)
    return state


def _tell_repairs(state: State) -> None:
    language = state.settings.language
    for repair in state.repairs:
        sentence = common.LINK_REPAIRED.say(
            language,
            name=repair.in_link,
            value=printable(repair.value[:60]),
            reason=repair.reason.say(language),
        )
        st.warning(escape_markdown(sentence))


def link_to(page: Page, label: str, state: State, *, is_here: bool = False) -> None:
    """Draw a link to a page that carries the settings, also into another tab.

    Where it is the page that it stands on, the link says that nothing is asked: Streamlit leaves
    the address of the same page to us, and we write it where it differs from what was followed.
    """
    closed = {ROWS["asked"].in_link: ""} if is_here else {}
    query = state.link_to(page) | closed
    st.page_link(course.script(page), label=label, query_params=query)


def numbered(lesson: Page, language: Language) -> str:
    """Return the title of a lesson with its number."""
    return course.titled(lesson, language)


def _go(page: Page, where: str, state: State) -> NoReturn:
    """Go to the next page, or to the last station of the one before."""
    if where == "next":
        other = course.following(page)
        query = state.link_to(other)
    else:
        other = course.preceding(page)
        start = State(state.own)
        query = answer(other, start, stations.last(other, start.settings)).link(other)
    st.switch_page(course.script(other), query_params=query)


def explain(text: Text, state: State) -> None:
    """Write sentences for the reader of the page."""
    st.markdown(unbroken(text.say(state.settings.language)))


def lead_in(text: Text, state: State) -> None:
    """Write a page's first sentences, whose terms open what is said of them."""
    words = paragraph(*fill(text, state.settings.language), css="lead")
    st.html(to_html(words))


def show_scene(page: Page, state: State) -> None:
    """Draw a page's live figure with its questions."""
    live.show(
        page,
        state,
        frozenset(item.id for item in page.items if item.id in progress.current().done),
        session.hearing(page),
        keys=projector.keys(state.settings),
        cookie=progress.cookie(),
    )


def _menu(page: Page, state: State) -> None:
    language = state.settings.language
    with st.sidebar:
        link_to(HOME, HOME.title.say(language), state, is_here=page is HOME)
        for lesson in course.LESSONS:
            if lesson.part is not None:
                st.caption(lesson.part.say(language))
            done = progress.mark(lesson)
            mark = f" :small[:gray[{done}]]" if done else ""
            link_to(lesson, numbered(lesson, language) + mark, state, is_here=lesson is page)
        st.button(
            projector_texts.OPEN.say(language),
            key="project",
            help=projector_texts.OPEN_HELP.say(language),
            on_click=session.do,
            args=(page, press("view", "light")),
        )


def _head(page: Page, state: State) -> None:
    language = state.settings.language
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(page.title.say(language), anchor=False)
        st.session_state["language"] = language
        st.segmented_control(
            common.LANGUAGE.say(language),
            LANGUAGES,
            format_func=LANGUAGE_NAMES.__getitem__,
            key="language",
            required=True,
            label_visibility="collapsed",
            width="content",
            on_change=_choose_language,
            args=(page,),
        )
        _head_button(page, "share", common.SHARE.say(language), common.SHARE_HELP.say(language))
        _head_button(page, "reset", common.RESET.say(language), common.RESET_HELP.say(language))


def _head_button(page: Page, name: str, label: str, tip: str) -> None:
    st.button(label, key=name, help=tip, on_click=session.do, args=(page, press(name)))


def _choose_language(page: Page) -> None:
    session.do(page, press("language", st.session_state["language"]))

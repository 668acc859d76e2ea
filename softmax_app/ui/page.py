"""The frame of every page: its title, the course's menu, the language, and what a link lost."""

from dataclasses import replace
from pathlib import Path
from typing import Final, NoReturn

import streamlit as st

from softmax_app import live, steps
from softmax_app.asked import Asked
from softmax_app.course import HOME, LESSONS, Page
from softmax_app.lessons import asking, controls
from softmax_app.lessons.scene import Scene
from softmax_app.link import to_link
from softmax_app.markdown import escape_markdown
from softmax_app.questions.item import Question, find
from softmax_app.settings import Settings
from softmax_app.texts import common, home
from softmax_app.texts import projector as projector_texts
from softmax_app.texts.text import LANGUAGE_NAMES, LANGUAGES, Text
from softmax_app.ui import progress, projector, session, share

ICON: Final = "📊"
SIDEBAR_WIDTH: Final = 270
STYLE: Final = Path(__file__).with_name("page.css")


def open_page(page: Page) -> Settings:
    """Start a page: read the settings, write the link, draw the menu; return the settings."""
    settings = session.open_settings(page)
    place = session.wish("go")
    if place is not None:
        _go(place, settings)
    session.write_link(settings, page.fields)
    progress.note(page, settings)
    say = settings.language
    st.set_page_config(
        page_title=page.title.say(say),
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
        menu_items={"About": common.ABOUT.say(say)},
    )
    st.html(STYLE)
    if settings.view == "page":
        if not st.context.is_embedded:
            _menu(settings)
        _head(page.title, settings)
    else:
        projector.show(page, settings)
    if session.wish("share") is not None:
        share.show(page, settings)
    for repair in session.repairs():
        reason = repair.reason.say(say)
        sentence = common.LINK_REPAIRED.say(
            say, name=repair.in_link, value=repair.value[:60], reason=reason
        )
        st.warning(escape_markdown(sentence))
    return settings


def link_to(page: Page, label: str, settings: Settings) -> None:
    """Draw a link to a page that carries the settings, also into another tab."""
    st.page_link(page.script, label=label, query_params=_query(page, settings))


def _query(page: Page, settings: Settings) -> dict[str, str]:
    """Return the link of another page, on which nothing is asked yet."""
    return to_link(replace(session.own(settings), asked=Asked()), page.fields)


def _go(place: str, settings: Settings) -> NoReturn:
    """Go to the page of this number, to the last of its steps where the place says so."""
    number, _, step = place.partition(":")
    page = (HOME, *LESSONS)[int(number)]
    query = _query(page, settings)
    if step:
        at_last = controls.answer(session.own(settings), steps.last(page), "")
        query = to_link(at_last, page.fields)
    st.switch_page(page.script, query_params=query)


def explain(text: Text, settings: Settings) -> None:
    """Write sentences for the reader of the page."""
    st.markdown(text.say(settings.language))


def is_all_shown(page: Page, settings: Settings) -> bool:
    """Are a lesson's own words to be seen? Not on the projector, nor while a question waits."""
    item = find(page.items, settings.asked.item)
    waits = isinstance(item, Question) and settings.asked.stage != "shown"
    return settings.view == "page" and not waits


def show_scene(page: Page, settings: Settings, scene: Scene) -> None:
    """Draw a lesson's live figure with its questions."""
    asked = asking.ask(scene, page.items, settings, progress.current().done)
    live.show(
        asked,
        settings,
        session.errors(settings),
        session.hear,
        keys=projector.keys(settings),
        cookie=progress.cookie(),
    )


def lead_in(last: int, settings: Settings) -> None:
    """Draw the link to where the reader left off, or to the first lesson."""
    say = settings.language
    number = max(last, 1)
    lesson = LESSONS[number - 1]
    sentence = home.GO_ON if last > 1 else home.START
    with st.container(key="start"):
        link_to(lesson, sentence.say(say, number=number, title=lesson.title.say(say)), settings)


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
            done = progress.mark(lesson)
            mark = f" :small[:gray[{done}]]" if done else ""
            link_to(lesson, f"{number}. {lesson.title.say(say)}{mark}", settings)
        st.button(
            projector_texts.OPEN.say(say),
            key="project",
            help=projector_texts.OPEN_HELP.say(say),
            on_click=_project,
        )


def _head(title: Text, settings: Settings) -> None:
    say = settings.language
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
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
            common.SHARE.say(say), key="share", help=common.SHARE_HELP.say(say), on_click=_share
        )
        st.button(
            common.RESET.say(say), key="reset", help=common.RESET_HELP.say(say), on_click=_reset
        )


def _choose_language() -> None:
    settings = st.session_state[session.SETTINGS]
    chosen = st.session_state["language"]
    session.set_by_hand(replace(settings, language=chosen))


def _project() -> None:
    session.hear([("view:light", "")])


def _share() -> None:
    session.hear([("share:", "")])


def _reset() -> None:
    language = st.session_state[session.SETTINGS].language
    session.set_by_hand(Settings(language=language))
    st.session_state[session.ERRORS] = {}

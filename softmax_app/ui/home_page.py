"""The course's home page."""

from collections.abc import Iterator
from urllib.parse import urlencode

import streamlit as st

from softmax_app import course
from softmax_app.course import HOME
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.state import State
from softmax_app.settings.table import ROWS
from softmax_app.texts import common, plans
from softmax_app.texts import home as texts
from softmax_app.texts.text import Language
from softmax_app.ui import progress
from softmax_app.ui.page import explain, lead_in, link_to, numbered, open_page, show_scene


def show() -> None:
    """Draw what the course is, its chain on a live stage, the doors to it, and its lessons."""
    state = open_page(HOME)
    language = state.settings.language
    if state.settings.view != "page":  # projected, as every page: what moves, alone
        show_scene(HOME, state)
        return
    with st.container(key="opening"):
        lead_in(texts.LEAD, state)
        _lead_in(state)
    _show_doors(state)
    show_scene(HOME, state)
    st.caption(texts.FOR_WHOM.say(language))
    _show_lessons(state)
    st.header(texts.TEACHERS.say(language), anchor=False)
    explain(texts.IN_CLASS, state)
    explain(texts.ANSWERS_AT_ONCE, state)
    _show_plans(state)
    explain(texts.ON_YOUR_SITE, state)


def _lead_in(state: State) -> None:
    """Draw the link to where the reader left off, or to the first lesson."""
    language = state.settings.language
    first = course.LESSONS[0]
    lesson: Lesson = course.find(progress.current().last) or first
    sentence = texts.START if lesson is first else texts.GO_ON
    title, number = lesson.title.say(language), course.number(lesson)
    with st.container(key="start"):
        link_to(lesson, sentence.say(language, number=number, title=title), state)


def _show_doors(state: State) -> None:
    """Draw a link over each panel of the stage, in their order; page.css has its look."""
    language = state.settings.language
    with st.container(key="chain"):
        for link in texts.CHAIN:
            lesson = course.find(link.lesson)
            if lesson is not None:
                number = texts.LESSON.say(language, number=course.number(lesson))
                words = f"**{link.name.say(language)}** {link.question.say(language)}"
                link_to(lesson, f"{words} :gray[{number} →]", state)


def _show_lessons(state: State) -> None:
    """List the lessons, each with its surprise."""
    language = state.settings.language
    count = common.COUNTS[len(course.LESSONS)].say(language)
    heading = texts.LESSONS_HEADING.say(language, count=count)
    st.header(heading[0].upper() + heading[1:], anchor=False)
    for lesson in course.LESSONS:
        if lesson.part is not None:
            st.markdown(f"### {lesson.part.say(language)}")
        with st.container(key=f"lesson{course.number(lesson)}", gap=None):
            link_to(lesson, numbered(lesson, language), state)
            explain(lesson.words.SURPRISE, state)


def _show_plans(state: State) -> None:
    """Draw the planned classes, folded: their stops, each with its questions below it."""
    language = state.settings.language
    heading = plans.HEADING.say(language, minutes=plans.PLANS[0].minutes)
    with st.expander(heading):
        for plan in plans.PLANS:
            st.markdown(f"#### {plan.title.say(language)}")
            st.markdown("\n".join(line for stop in plan.stops for line in _lines(stop, language)))
        explain(plans.MORE, state)


def _lines(stop: plans.Stop, language: Language) -> Iterator[str]:
    """Return the lines of a list that say what is done at a stop, and what is asked there."""
    page = course.page(stop.page)
    where, do = course.titled(page, language), stop.do.say(language)
    yield "- " + plans.STOP.say(language, minutes=stop.minutes, where=where, do=do)
    for asked in stop.questions:
        title = next(one.words.title for one in page.items if one.id == asked.id).say(language)
        query = {ROWS["asked"].in_link: asked.id, ROWS["language"].in_link: language}
        link = f"{page.name}?{urlencode(query)}"
        talk = asked.talk.say(language)
        yield "    - " + plans.ASK.say(language, title=title, link=link, talk=talk)

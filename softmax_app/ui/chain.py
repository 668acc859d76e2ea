"""The course's chain, from scores to learning, as a picture whose parts are links."""

import streamlit as st

from softmax_app.course import LESSONS
from softmax_app.settings import Settings
from softmax_app.texts.home import CHAIN, LESSON
from softmax_app.ui.page import link_to


def show(settings: Settings) -> None:
    """Draw the chain; its look stands in page.css."""
    say = settings.language
    with st.container(key="chain"):
        for link in CHAIN:
            number = LESSON.say(say, number=link.lesson)
            label = f":gray[{number}] **{link.name.say(say)}** {link.question.say(say)}"
            link_to(LESSONS[link.lesson - 1], label, settings)

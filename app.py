"""The course's home page."""

import streamlit as st

from softmax_app.course import HOME, LESSONS
from softmax_app.lessons import scores_to_probabilities
from softmax_app.texts import home as texts
from softmax_app.ui import chain, progress
from softmax_app.ui.page import explain, lead_in, link_to, open_page, show_scene

settings = open_page(HOME)
say = settings.language
explain(texts.LEAD, settings)
lead_in(progress.current().last, settings)
st.caption(texts.FOR_WHOM.say(say))

st.subheader(texts.CHAIN_HEADING.say(say), anchor=False)
chain.show(settings)

explain(texts.TRY, settings)
show_scene(HOME, settings, scores_to_probabilities.teaser(settings))

st.subheader(texts.LESSONS_HEADING.say(say), anchor=False)
for number, (lesson, surprise) in enumerate(zip(LESSONS, texts.SURPRISES, strict=True), start=1):
    with st.container(key=f"lesson{number}", gap=None):
        link_to(lesson, f"{number}. {lesson.title.say(say)}", settings)
        st.markdown(surprise.say(say))

st.subheader(texts.TEACHERS.say(say), anchor=False)
explain(texts.IN_CLASS, settings)
explain(texts.ON_YOUR_SITE, settings)

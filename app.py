"""The course's home page."""

import streamlit as st

from softmax_app import live
from softmax_app.course import HOME, LESSONS
from softmax_app.lessons import scores_to_probabilities
from softmax_app.texts import home as texts
from softmax_app.ui import chain, session
from softmax_app.ui.page import link_to, open_page

settings = open_page(HOME)
say = settings.language
st.markdown(texts.LEAD.say(say))
first = LESSONS[0]
with st.container(key="start"):
    link_to(first, texts.START.say(say, title=first.title.say(say)), settings)

st.subheader(texts.CHAIN_HEADING.say(say), anchor=False)
chain.show(settings)

st.markdown(texts.TRY.say(say))
scene = scores_to_probabilities.teaser(settings)
live.show(scene, settings, session.errors(settings), session.hear)

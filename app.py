"""The course's home page."""

import streamlit as st

from softmax_app.texts import home as texts
from softmax_app.ui.page import LESSONS, open_page

settings = open_page(__file__, ("language",))
say = settings.language
st.markdown(texts.LEAD.say(say))
st.page_link(LESSONS[0].script, label=texts.START.say(say), icon=":material/arrow_forward:")

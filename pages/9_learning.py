import streamlit as st

from softmax_app import live
from softmax_app.course import LESSONS
from softmax_app.lessons import learning as lesson
from softmax_app.snippets import learning as snippets
from softmax_app.texts import learning as texts
from softmax_app.ui import code, session
from softmax_app.ui.page import lead_on, open_page

page = LESSONS[8]
settings = open_page(page)
st.markdown(texts.LEAD.say(settings.language))

scene = lesson.scene(settings)
live.show(scene, settings, session.errors(settings), session.hear)

st.markdown(texts.TAKEAWAYS.say(settings.language))
code.show(settings, snippets.SNIPPETS)
lead_on(page, settings)

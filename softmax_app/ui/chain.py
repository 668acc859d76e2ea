"""The course's chain, from scores to learning, as a picture."""

from html import escape

import streamlit as st

from softmax_app.settings import Settings
from softmax_app.texts.home import CHAIN


def show(settings: Settings) -> None:
    """Draw the chain; its look stands in page.css."""
    say = settings.language
    links = "".join(
        f"<li><b>{escape(link.name.say(say))}</b><span>{escape(link.question.say(say))}</span></li>"
        for link in CHAIN
    )
    st.html(f'<ol class="chain">{links}</ol>')

"""The code at the end of a lesson."""

import streamlit as st

from softmax_app.settings import Settings
from softmax_app.snippets.parts import Snippets
from softmax_app.texts import common


def show(settings: Settings, snippets: Snippets) -> None:
    """Show the lesson's computation with the reader's numbers, one library a tab."""
    st.subheader(common.CODE.say(settings.language), anchor=False)
    for tab, snippet in zip(st.tabs(list(snippets)), snippets.values(), strict=True):
        tab.code(snippet(settings), language="python")

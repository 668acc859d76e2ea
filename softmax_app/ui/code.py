"""The code at the end of a lesson."""

from types import ModuleType

import streamlit as st

from softmax_app.settings import Settings
from softmax_app.snippets.parts import Snippets
from softmax_app.snippets.sources import core_sources
from softmax_app.texts import code as texts
from softmax_app.texts import common


def show(settings: Settings, snippets: Snippets, *numbers: ModuleType) -> None:
    """Show the lesson's computation with the reader's numbers, one library a tab.

    Below it stands the source of the core's functions that the modules ``numbers`` use.
    """
    say = settings.language
    st.subheader(common.CODE.say(say), anchor=False)
    for tab, snippet in zip(st.tabs(list(snippets)), snippets.values(), strict=True):
        tab.code(snippet(settings), language="python")
    with st.expander(texts.CORE_FUNCTIONS.say(say)):
        st.caption(texts.AS_THEY_STAND.say(say))
        for source in core_sources(*numbers):
            st.caption(f"`{source.file}`")
            st.code(source.text, language="python")

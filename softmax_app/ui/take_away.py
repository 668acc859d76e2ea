"""What a reader can take along, at the end of a lesson."""

from functools import partial
from types import ModuleType

import streamlit as st

from softmax_app.course import Page
from softmax_app.lessons.scene import Scene
from softmax_app.settings import Settings
from softmax_app.take_away.files import file_name
from softmax_app.take_away.notebook import notebook
from softmax_app.take_away.tables import tables_csv
from softmax_app.texts import take_away as words


def show(
    page: Page, settings: Settings, scene: Scene, texts: ModuleType, snippets: ModuleType
) -> None:
    """Offer the lesson's tables and its notebook; neither is made before it is asked for.

    ``texts`` and ``snippets`` are the lesson's own modules.
    """
    say = settings.language

    def make_notebook() -> str:
        code = snippets.SNIPPETS["NumPy"](settings), snippets.PLOT(settings)
        return notebook(page, settings, texts.LEAD, texts.TAKEAWAYS, *code)

    st.subheader(words.HEADING.say(say), anchor=False)
    with st.container(horizontal=True):
        st.download_button(
            words.TABLE.say(say),
            partial(tables_csv, scene),
            file_name(page, "csv"),
            "text/csv",
            key="take_table",
            on_click="ignore",
        )
        st.download_button(
            words.NOTEBOOK.say(say),
            make_notebook,
            file_name(page, "ipynb"),
            "application/x-ipynb+json",
            key="take_notebook",
            on_click="ignore",
        )

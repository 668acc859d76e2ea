"""The link of exactly what is on the screen: to copy, and as a QR code for a class."""

from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import segno
import streamlit as st

from softmax_app.kit.lesson import Page
from softmax_app.kit.state import State
from softmax_app.texts import share as texts

COPY: Final = Path(__file__).with_name("copy.js").read_text("utf-8")
QUIET: Final = 4  # modules of white around the code, as its standard wants

_copy_button = st.components.v2.component("softmax_copy", js=COPY)


def link(page: Page, state: State) -> str:
    """Return the whole address of the page in this state; what is projected is shared as a page."""
    address = (st.context.url or "").partition("?")[0]
    as_page = replace(state, settings=replace(state.settings, view="page"))
    return f"{address}?{urlencode(as_page.link(page))}"


def show(page: Page, state: State) -> None:
    """Open a dialog with the link and its QR code."""
    language = state.settings.language
    address = link(page, state)

    @st.dialog(texts.TITLE.say(language), width="medium")
    def dialog() -> None:
        picture = qr_code(address)
        if picture:
            with st.container(key="qr"):
                st.image(picture, width="stretch")
        else:
            st.caption(texts.TOO_LONG.say(language))
        words = {"copy": texts.COPY.say(language), "copied": texts.COPIED.say(language)}
        _copy_button(key="copy", data={"link": address, "words": words})

    dialog()


def qr_code(text: str) -> str:
    """Return the QR code of a text as an SVG drawing, or "" if none can hold so much.

    It is dark on white on every ground.

    >>> qr_code("https://example.org")[:4], qr_code("x" * 5000)
    ('<svg', '')
    """
    try:
        code = segno.make(text, error="l", micro=False)  # raised as far as its size allows
    except segno.DataOverflowError:
        return ""
    return code.svg_inline(border=QUIET, dark="#000", light="#fff", omitsize=True)

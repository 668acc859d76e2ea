"""The link of exactly what is on the screen: to copy, and as a QR code for a class."""

from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import segno
import streamlit as st

from softmax_app.course import Page
from softmax_app.link import to_link
from softmax_app.settings import Settings
from softmax_app.texts import share as texts

COPY: Final = Path(__file__).with_name("copy.js").read_text("utf-8")
QUIET: Final = 4  # modules of white around the code, as its standard wants

_copy_button = st.components.v2.component("softmax_copy", js=COPY)


def link(page: Page, settings: Settings) -> str:
    """Return the whole address of the page in this state; what is projected is shared as a page."""
    address = (st.context.url or "").partition("?")[0]
    return f"{address}?{urlencode(to_link(replace(settings, view='page'), page.fields))}"


def show(page: Page, settings: Settings) -> None:
    """Open a dialog with the link and its QR code."""
    say = settings.language
    address = link(page, settings)

    @st.dialog(texts.TITLE.say(say), width="medium")
    def dialog() -> None:
        with st.container(key="qr"):
            st.image(qr_code(address), width="stretch")
        words = {"copy": texts.COPY.say(say), "copied": texts.COPIED.say(say)}
        _copy_button(key="copy", data={"link": address, "words": words})
        st.code(address, language=None, wrap_lines=True)

    dialog()


def qr_code(text: str) -> str:
    """Return the QR code of a text as an SVG drawing, dark on white on every ground.

    >>> qr_code("https://example.org").startswith("<svg")
    True
    """
    return segno.make(text, error="m", micro=False).svg_inline(
        border=QUIET, dark="#000", light="#fff", omitsize=True
    )

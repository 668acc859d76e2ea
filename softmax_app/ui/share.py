"""Links to what is on the screen: to copy, as QR codes for a class, and as code to embed."""

from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import segno
import streamlit as st

from softmax_app.kit.lesson import Page
from softmax_app.kit.sharing import Kind, is_own_machine, offers
from softmax_app.kit.state import State
from softmax_app.texts import share as texts
from softmax_app.texts.text import Language

COPY: Final = Path(__file__).with_name("copy.js").read_text("utf-8")
QUIET: Final = 4  # modules of white around the code, as its standard wants
STYLE: Final = "width: 100%; height: 700px; border: 0"

_copy_button = st.components.v2.component("softmax_copy", js=COPY)


def show(page: Page, state: State) -> None:
    """Open a dialog with a choice of links, each with its QR code."""
    language = state.settings.language
    links = {kind: f"{_address()}?{query}" for kind, query in offers(page, state).items()}

    @st.dialog(texts.TITLE.say(language), width="medium")
    def dialog() -> None:
        with st.container(key="share_choice"):
            kind = _choice(links, language)
            st.caption(texts.GIVES[kind].say(language))
            if is_own_machine(links[kind]):
                st.caption(texts.SHUT.say(language))
            is_code = kind == "embed"
            text = embedded(links[kind], page.title.say(language)) if is_code else links[kind]
            copy = texts.COPY_CODE if is_code else texts.COPY
            words = {"copy": copy.say(language), "copied": texts.COPIED.say(language)}
            _copy_button(key="copy", data={"link": text, "words": words})
        if not is_code:
            _show_code(links[kind], language)

    dialog()


def _address() -> str:
    """Return where the page is, without its query."""
    address = urlsplit(st.context.url or "")
    return urlunsplit((address.scheme, address.netloc, address.path or "/", "", ""))


def _choice(links: dict[Kind, str], language: Language) -> Kind:
    """Let the reader choose what is given away: no answer, if not chosen."""
    kind: Kind = st.segmented_control(
        texts.WHAT.say(language),
        list(links),
        default="question" if "question" in links else "page",
        format_func=lambda one: texts.KINDS[one].say(language),
        key="share_kind",
        required=True,
        label_visibility="collapsed",
    )
    return kind


def _show_code(link: str, language: Language) -> None:
    picture = qr_code(link)
    if not picture:
        st.caption(texts.TOO_LONG.say(language))
        return
    with st.container(key="qr"):
        st.image(picture, width="stretch", alt=texts.QR_CODE.say(language))


def embedded(link: str, title: str) -> str:
    """Return the mark-up that shows a page inside another one.

    >>> print(embedded("https://example.org/?embed=true&T=2", "Sums").partition(" style")[0])
    <iframe src="https://example.org/?embed=true&amp;T=2" title="Sums"
    """
    return f'<iframe src="{escape(link)}" title="{escape(title)}" style="{STYLE}"></iframe>'


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

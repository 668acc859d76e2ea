"""Sentences and tables with live numbers in them."""

import string
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from softmax_app.bindings import Content, Element
from softmax_app.texts.text import Language, Text


def fill(text: Text, language: Language, **contents: Content) -> tuple[Content, ...]:
    """Return a sentence with slots or elements in its placeholders; ``**`` makes words bold."""
    sentence = text.zh if language == "zh" else text.en
    parts: list[Content] = []
    bold_from: int | None = None
    for words, placeholder, _, _ in string.Formatter().parse(sentence):
        for number, plain in enumerate(words.split("**")):
            if number and bold_from is None:
                bold_from = len(parts)
            elif number:
                parts[bold_from:] = [Element("b", tuple(parts[bold_from:]))]
                bold_from = None
            if plain:
                parts.append(plain)
        if placeholder is not None:
            parts.append(contents[placeholder])
    return tuple(parts)


def heading(text: str) -> Element:
    """Return a small heading."""
    return Element("h3", text)


def paragraph(*content: Content, css: str = "") -> Element:
    """Return a paragraph."""
    return Element("p", content, css)


def section(*content: Content, css: str) -> Element:
    """Return a part of the page that is laid out as one block."""
    return Element("section", content, css)


class Line(NamedTuple):
    """A line of a derivation: in symbols, with the current numbers, and why it follows."""

    symbols: Element
    numbers: Element
    reason: str


def derivation(lines: Sequence[Line], more: str) -> Element:
    """Return lines of which the first is seen, and each next one when it is asked for."""
    rest: Content = ()
    for number, line in reversed(list(enumerate(lines))):
        formulas = Element("div", (line.symbols, line.numbers), "pair scroll", (("tabindex", "0"),))
        shown = Element("div", (Element("p", line.reason, "reason"), formulas), "line")
        below = (shown, rest)
        rest = Element("details", (Element("summary", more), below), "next") if number else below
    return Element("div", rest, "derivation")


def table(
    description: str,
    head: Sequence[Content],
    body: Iterable[Sequence[Content]],
    foot: Iterable[Sequence[Content]] = (),
) -> Element:
    """Return a table that scrolls sideways by itself where it is wider than its place."""
    rows = Element(
        "table",
        (
            Element("caption", description, "unseen"),
            Element("thead", Element("tr", tuple(_cell(one, "col") for one in head))),
            Element("tbody", tuple(_row(cells) for cells in body)),
            Element("tfoot", tuple(_row(cells) for cells in foot)),
        ),
    )
    focusable = (("tabindex", "0"), ("role", "region"), ("aria-label", description))
    return Element("div", rows, "scroll", focusable)


def _row(cells: Sequence[Content]) -> Element:
    first, *rest = cells
    return Element("tr", (_cell(first, "row"), *(Element("td", one) for one in rest)))


def _cell(content: Content, scope: str) -> Element:
    return Element("th", content, attributes=(("scope", scope),))

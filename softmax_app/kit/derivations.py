"""Derivations: the first line is seen, and each next one when it is asked for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from softmax_app.kit.content import Content, Element
from softmax_app.settings import Settings
from softmax_app.texts import controls as texts
from softmax_app.texts.text import Text


class Line(NamedTuple):
    """A line of a derivation: in symbols, with the current numbers, and why it follows."""

    symbols: Element
    filled: Element
    reason: Text


def derivation(settings: Settings, lines: Sequence[Line]) -> Element:
    """Return lines of which the first is seen, and each next one when it is asked for."""
    language = settings.language
    more = texts.NEXT_LINE.say(language)
    rest: Content = ()
    for number, line in reversed(list(enumerate(lines))):
        formulas = Element(
            "div", (Element("span", line.symbols), line.filled), "pair scroll", (("tabindex", "0"),)
        )
        reason = Element("p", line.reason.say(language), "reason")
        below = (Element("div", (reason, formulas), "line"), rest)
        rest = Element("details", (Element("summary", more), below), "next") if number else below
    return Element("div", rest, "derivation")


def lines(
    symbols: Iterable[Element], filled: Iterable[Element], reasons: Iterable[Text]
) -> list[Line]:
    """Return the lines of a derivation from its columns."""
    return [Line(*line) for line in zip(symbols, filled, reasons, strict=True)]

"""Derivations: the first line is seen, and each next one when it is asked for.

A projector opens them a line at a time: there the lines stand one after the other.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.settings import Settings
from softmax_app.texts import controls as texts
from softmax_app.texts.text import Text
from softmax_app.texts.unbroken import unbroken


class Line(NamedTuple):
    """A line of a derivation: in symbols, with the current numbers, and why it follows."""

    symbols: Element
    filled: Element
    reason: Text


def derivation(settings: Settings, lines: Sequence[Line], *, together: int = 1) -> Element:
    """Return lines of which the first are seen together, each next one when it is asked for."""
    more = texts.NEXT_LINE.say(settings.language)
    groups = [lines[:together], *([line] for line in lines[together:])]
    rest: Content = ()
    for number, group in reversed(list(enumerate(groups))):
        seen = tuple(part for line in group for part in _written(settings, line))
        below = (Element("div", seen, "line"), rest)
        rest = Element("details", (Element("summary", more), below), "next") if number else below
    return Element("div", rest, "derivation")


def _written(settings: Settings, line: Line) -> tuple[Element, Element]:
    """Return why a line follows, and the line in symbols and with the numbers."""
    reason = line.reason.say(settings.language)
    read_out = (("tabindex", "0"), ("role", "group"), ("aria-label", reason))
    formulas = Element("div", (Element("span", line.symbols), line.filled), "pair scroll", read_out)
    return Element("p", unbroken(reason), "reason"), formulas


def lines(
    symbols: Iterable[Element], filled: Iterable[Element], reasons: Iterable[Text]
) -> list[Line]:
    """Return the lines of a derivation from its columns."""
    return [Line(*line) for line in zip(symbols, filled, reasons, strict=True)]


def count_lines(content: Content) -> int:
    """Return of how many lines the derivations in a content are."""
    return len(_found(content))


def with_lines(content: Element, shown: int) -> Element:
    """Return a content with the first lines of its derivations seen, and room for all others.

    What follows a derivation waits for its last line.
    """
    is_whole = shown >= count_lines(content)
    inner, _ = _with_lines(content.content, shown + is_whole)
    return content._replace(content=inner)


def _with_lines(content: Content, shown: int) -> tuple[Content, int]:
    """Return the same, and how many lines are still to be seen after it."""
    match content:
        case Element(css="derivation"):
            found = _found(content)
            seen = tuple(
                line if number < shown else line._replace(css=f"{line.css} later")
                for number, line in enumerate(found)
            )
            return content._replace(content=seen), shown - len(found)
        case Element():
            inner, left = _with_lines(content.content, shown)
            return content._replace(content=inner), left
        case tuple() if not isinstance(content, Slot | Cases):
            return _one_after_the_other(content, shown)
    return content, shown


def _one_after_the_other(contents: tuple[Content, ...], shown: int) -> tuple[Content, int]:
    parts: list[Content] = []
    has_ended = False
    for one in contents:
        part, left = _with_lines(one, shown)
        parts.append(Element("div", part, "later") if has_ended else part)
        has_ended = has_ended or (left <= 0 and count_lines(one) > 0)
        shown = max(left, 0)
    return tuple(parts), shown


def _found(content: Content) -> list[Element]:
    """Return the lines of all derivations in a content."""
    match content:
        case Element(css="line"):
            return [content]
        case Element():
            return _found(content.content)
        case str() | Slot() | Cases():
            return []
    return [line for one in content for line in _found(one)]

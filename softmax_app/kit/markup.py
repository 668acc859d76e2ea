"""Sentences with live numbers in them, and the blocks that they stand in."""

import re
import string
from collections.abc import Iterator, Mapping
from typing import Final

from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.texts import glosses
from softmax_app.texts.text import Language, Text
from softmax_app.texts.unbroken import unbroken

POWER: Final = re.compile(r"\^\(([^()]*)\)")


def fill(text: Text, language: Language, **contents: Content) -> tuple[Content, ...]:
    """Return a sentence with slots or elements in its placeholders.

    ``**`` makes words bold; words in ``[[…|term]]`` open the gloss of a term; those in ``^(…)``
    are raised.
    """
    parts: list[Content] = []
    bold_from: int | None = None
    for words, placeholder, _, _ in string.Formatter().parse(unbroken(text.say(language))):
        for number, plain in enumerate(words.split("**")):
            if number and bold_from is None:
                bold_from = len(parts)
            elif number:
                parts[bold_from:] = [Element("b", tuple(parts[bold_from:]))]
                bold_from = None
            parts.extend(_with_glosses(plain, language))
        if placeholder is not None:
            parts.append(contents[placeholder])
    return tuple(parts)


def _with_glosses(words: str, language: Language) -> Iterator[Content]:
    for part, term in glosses.parts(words):
        if term:
            yield gloss(part, term, language)
        else:
            yield from _with_powers(part)


def _with_powers(words: str) -> Iterator[Content]:
    for number, part in enumerate(POWER.split(words)):
        if part:
            yield Element("sup", part) if number % 2 else part


def gloss(words: str, term: str, language: Language) -> Element:
    """Return words that open what is said of a term, by hover, focus and tap.

    To a screen reader it is their description; on paper it stands behind them.
    """
    name = f"gloss-{term}"
    opener = (("role", "button"), ("tabindex", "0"), ("aria-describedby", name))
    note = Element(
        "span",
        unbroken(glosses.GLOSSES[term].say(language)),
        "note",
        (("popover", "auto"), ("id", name)),
    )
    return Element("span", (Element("span", words, "term", opener), note), "gloss")


def heading(text: str) -> Element:
    """Return a small heading, next below the page's own: on the projector it stands alone."""
    return Element("h2", text, "small")


def paragraph(*content: Content, css: str = "") -> Element:
    """Return a paragraph; no line of it ends inside an expression."""
    words = (unbroken(one) if isinstance(one, str) else one for one in content)
    return Element("p", tuple(words), css)


def section(*content: Content, css: str) -> Element:
    """Return a part of the page that is laid out as one block."""
    return Element("section", content, css)


def folded(title: str, *content: Content, css: str) -> Element:
    """Return a part of the page that opens under its title; the last word of ``css`` names it."""
    return Element("details", (Element("summary", title), *content), f"fold {css}")


def key(number: Slot, label: Content, *sentence: Content) -> Element:
    """Return the one number of a lesson, large, with what it is, and its one sentence."""
    # the browser says both once the hand rests, not each number that it passes
    output = Element("output", number, attributes=(("aria-live", "off"),))
    readout = Element("div", (output, Element("span", label)), "readout")
    return section(readout, paragraph(*sentence), css="keyed")


def choice(
    array: str, variants: Mapping[str, Text], language: Language, **contents: Content
) -> Cases:
    """Return the one of several sentences that an array, by ``chosen``, says holds."""
    return Cases(array, tuple(fill(one, language, **contents) for one in variants.values()))


def either(array: str, no: Content, yes: Content) -> Cases:
    """Return one of two contents, as an array of 0 and 1 says."""
    return Cases(array, (no, yes))

r"""Formulas: LaTeX in, MathML out, which every browser sets by itself, with live numbers inside.

``formula(r"\frac{<top>}{S}", top=Slot("exponentials"))`` puts the number where ``<top>`` stands.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree

from latex2mathml.converter import convert

from softmax_app.kit.content import Cases, Content, Element, Slot

PLACE: Final = re.compile(r"<(\w+)>")
FIRST_PLACE: Final = 0xE000  # of Unicode's private letters, one for each place of a formula


def formula(latex: str, **places: Content) -> Element:
    """Return a formula that stands by itself or in a sentence."""
    row = Element("mrow", _filled(_template(latex), places))
    return Element("math", Element("mstyle", row, attributes=(("displaystyle", "true"),)))


def part(latex: str, css: str = "", **places: Content) -> Element:
    """Return a part of a formula, to stand in a place of another one."""
    return Element("mrow", _filled(_template(latex), places), css)


def number(content: Content, css: str = "") -> Element:
    """Return a number of a formula, by itself in a class's colour: text or a slot."""
    return Element("mn", content, css)


def joined(terms: Iterable[Element], operator: str) -> tuple[Content, ...]:
    """Return terms with an operator between them."""
    between = [one for term in terms for one in (Element("mo", operator), term)]
    return tuple(between[1:])


@lru_cache(maxsize=512)  # the formulas of the course, each read once
def _template(latex: str) -> tuple[Content, ...]:
    """Return the MathML of a formula; the letters of its places are elements named after them."""
    names = list(dict.fromkeys(PLACE.findall(latex)))
    letters = {name: chr(FIRST_PLACE + number) for number, name in enumerate(names)}
    plain = PLACE.sub(lambda found: "{" + letters[found[1]] + "}", latex)
    root = ElementTree.fromstring(convert(plain, xmlns="", display="inline"))
    known = {letter: Element(f"<{name}>") for name, letter in letters.items()}
    return tuple(_element(child, known) for child in _children(root))


def _children(root: ElementTree.Element) -> list[ElementTree.Element]:
    """Return what stands inside ``<math><mrow>``."""
    (row,) = root
    return list(row)


def _element(node: ElementTree.Element, known: Mapping[str, Element]) -> Element:
    if node.text is not None and node.text in known:
        return known[node.text]
    children = tuple(_element(child, known) for child in node)
    return Element(node.tag, children or node.text or "", attributes=tuple(node.attrib.items()))


def _filled(content: Content, places: Mapping[str, Content]) -> Content:
    """Return the content of a template with something in each of its places."""
    if isinstance(content, Element):
        if content.tag.startswith("<"):
            found = places[content.tag[1:-1]]
            return number(found) if isinstance(found, Slot) else found
        return content._replace(content=_filled(content.content, places))
    if isinstance(content, str | Slot | Cases):
        return content
    return tuple(_filled(one, places) for one in content)

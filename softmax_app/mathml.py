"""Formulas as MathML, which every browser sets by itself, with live numbers inside."""

from softmax_app.bindings import Content, Element


def inline(*content: Content) -> Element:
    """Set a formula, or one part of it that stays on its line."""
    return Element("math", (Element("mstyle", content, attributes=(("displaystyle", "true"),)),))


def name(letter: str) -> Element:
    """Set a variable."""
    return Element("mi", letter)


def number(content: Content, css: str = "") -> Element:
    """Set a number: text or a slot."""
    return Element("mn", content, css)


def sign(operator: str) -> Element:
    """Set an operator, a bracket or a comma."""
    return Element("mo", operator)


def words(text: str) -> Element:
    """Set upright words, such as the name of a function."""
    return Element("mtext", text)


def row(*content: Content, css: str = "") -> Element:
    """Group terms."""
    return Element("mrow", content, css)


def fraction(top: Content, bottom: Content) -> Element:
    """Set a fraction."""
    return Element("mfrac", (row(top), row(bottom)))


def power(base: Content, exponent: Content, css: str = "") -> Element:
    """Set a power."""
    return Element("msup", (row(base), row(exponent)), css)


def index(base: Content, below: Content, css: str = "") -> Element:
    """Set a subscript."""
    return Element("msub", (row(base), row(below)), css)


def joined(terms: list[Element], operator: str) -> tuple[Content, ...]:
    """Set terms with an operator between them."""
    between = [part for term in terms for part in (sign(operator), term)]
    return tuple(between[1:])

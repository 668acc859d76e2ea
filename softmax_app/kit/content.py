"""Contents of a page with live numbers in them, before anything draws them.

While a control is dragged the browser only picks a row of arrays that Python has computed. These
types say where that row goes: into a place in a text, a formula or a table (``Slot``), or into
the choice between sentences (``Cases``).
"""

from html import escape
from typing import Any, Literal, NamedTuple, TypeAlias

NumberFormat = Literal["short", "full", "signed", "count", "text"]


class Slot(NamedTuple):
    """One number: column ``at`` of the current row of ``array``.

    ``short`` shows four significant digits, ``full`` all of them, ``signed`` four and, around a
    negative number, the parentheses it needs inside a sum; ``count`` groups the thousands of a
    large one. ``text`` takes the whole row for letters: UTF-8, with zeros behind.
    """

    array: str
    at: int = 0
    form: NumberFormat = "short"


class Cases(NamedTuple):
    """The one of several contents that column ``at`` of the current row of ``array`` chooses."""

    array: str
    contents: tuple["Content", ...]
    at: int = 0


class Element(NamedTuple):
    """A mark-up element. Its strings become text nodes, never mark-up."""

    tag: str
    content: "Content" = ()
    css: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


Content: TypeAlias = "str | Slot | Cases | Element | tuple[Content, ...]"


def to_html(content: Content) -> str:
    """Return content without live numbers as HTML.

    >>> to_html(("1 < ", Element("b", "2", "large")))
    '1 &lt; <b class="large">2</b>'
    """
    match content:
        case str():
            return escape(content)
        case Element(tag, inner, css, attributes):
            named = ((("class", css),) if css else ()) + attributes
            said = "".join(f' {name}="{escape(value)}"' for name, value in named)
            return f"<{tag}{said}>{to_html(inner)}</{tag}>"
        case Slot() | Cases():
            raise ValueError("a live number has no HTML: it follows from an array")
        case _:
            return "".join(map(to_html, content))


def to_json(content: Content) -> Any:
    """Return content as the plain lists and dictionaries that live.js builds nodes from."""
    match content:
        case str():
            return content
        case Slot(array, at, form):
            return {"slot": array, "at": at, "form": form}
        case Cases(array, contents, at):
            return {"cases": array, "at": at, "contents": [to_json(one) for one in contents]}
        case Element(tag, inner, css, attributes):
            node = {"tag": tag, "content": to_json(inner)}
            return (
                node
                | ({"css": css} if css else {})
                | ({"attributes": dict(attributes)} if attributes else {})
            )
        case _:
            return [to_json(one) for one in content]

"""Tables of numbers: their data, which a reader can take along, and how they are shown."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.formulas import formula
from softmax_app.kit.markup import folded
from softmax_app.settings import Settings
from softmax_app.texts.text import Text


class Head(NamedTuple):
    """The head of a column: what it is called and, where it has one, its formula.

    ``css`` is the class whose colour it has; ``plain`` the formula on one line. Without that,
    the formula is all that is shown: the words are what it is on one line.
    """

    words: str
    latex: str = ""
    plain: str = ""
    css: str = ""

    def markup(self) -> Content:
        """Return what is shown of it."""
        if not self.latex:
            return Element("span", self.words, self.css) if self.css else self.words
        if not self.plain:
            return formula(self.latex)
        return (Element("span", self.words), Element("span", formula(self.latex)))


class Named(NamedTuple):
    """The name of a class, in its colour; or, without a colour, of what the reader has chosen."""

    words: str
    css: str = ""

    def markup(self) -> Content:
        """Return what is shown of it."""
        return Element("span", self.words, self.css) if self.css else Element("b", self.words)


class Tagged(NamedTuple):
    """A number and, in words, what became of it: one of ``tags``, chosen by an array."""

    number: Slot
    states: str
    tags: tuple[str, ...]

    def markup(self) -> Content:
        """Return what is shown of it."""
        small = tuple(Element("small", tag, "tag") if tag else "" for tag in self.tags)
        return (self.number, Cases(self.states, small, self.number.at))


class Several(NamedTuple):
    """Several numbers in one cell, with the punctuation before, between and after them."""

    numbers: tuple[Slot, ...]
    between: tuple[str, ...]

    def markup(self) -> Content:
        """Return what is shown of it."""
        first, *rest = self.between
        pairs = zip(self.numbers, rest, strict=True)
        return (first, *(one for number, after in pairs for one in (number, after)))


Cell: TypeAlias = str | Slot | Cases | Named | Tagged | Several
Rows: TypeAlias = tuple[tuple[Cell, ...], ...]


class Table(NamedTuple):
    """A table under its heading; ``before`` and ``after`` are the sentences around it."""

    title: str
    caption: str
    head: tuple[Head, ...]
    body: Rows
    foot: Rows = ()
    before: tuple[Element, ...] = ()
    after: tuple[Element, ...] = ()
    css: str = "numbers"

    def markup(self) -> Element:
        """Return the table as what is shown, folded: wider than its place, it scrolls by itself."""
        rows = Element(
            "table",
            (
                Element("caption", self.caption, "unseen"),
                Element("thead", _row([one.markup() for one in self.head], cell="th", scope="col")),
                Element("tbody", tuple(_row([_shown(one) for one in row]) for row in self.body)),
                Element("tfoot", tuple(_row([_shown(one) for one in row]) for row in self.foot)),
            ),
        )
        focusable = (("tabindex", "0"), ("role", "region"), ("aria-label", self.caption))
        scroll = Element("div", rows, "scroll", focusable)
        return folded(self.title, *self.before, scroll, *self.after, css=self.css)


def _row(cells: Sequence[Content], *, cell: str = "td", scope: str = "row") -> Element:
    first, *rest = cells
    heads = (("scope", scope),)
    others = (Element(cell, one, attributes=heads if cell == "th" else ()) for one in rest)
    return Element("tr", (Element("th", first, attributes=heads), *others))


def _shown(cell: Cell) -> Content:
    return cell if isinstance(cell, str | Slot | Cases) else cell.markup()


def head(settings: Settings, text: Text, latex: str = "", plain: str = "") -> Head:
    """Return the head of a column in the reader's language."""
    return Head(text.say(settings.language), latex, plain)


def full(array: str, at: int = 0) -> Slot:
    """Return a number with all its digits."""
    return Slot(array, at, "full")


def class_rows(settings: Settings, arrays: Sequence[str]) -> Rows:
    """Return a row for each class: its name, and its number in each of the arrays."""
    return tuple(
        (Named(name, f"class-{k}"), *(full(array, k) for array in arrays))
        for k, name in enumerate(settings.labels)
    )

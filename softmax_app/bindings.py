"""The vocabulary of a live page: what takes its values from which array.

While a control is dragged the browser only picks a row of arrays that Python has computed. These
types say where that row goes: into a trace of a figure (``Feed``), into a place in a text, a
formula or a table (``Slot``), or into the choice between sentences (``Cases``).
"""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

# float64 for what is shown as digits, int64 for choices, float32 for shapes; one row a position
# (uint8 for shading)
Frames: TypeAlias = dict[str, NDArray[np.float64 | np.float32 | np.int64 | np.uint8]]

NumberFormat = Literal["short", "full", "signed"]


class Feed(NamedTuple):
    """An attribute of a trace that is a row of an array.

    With ``as_text`` the numbers become labels; with ``lookup`` they are indices into it.
    """

    trace: int
    attribute: str
    array: str
    as_text: bool = False
    lookup: tuple[str, ...] = ()


class Handle(NamedTuple):
    """Dragging on the figure itself moves a slider: to the value under the pointer.

    ``axis`` is the horizontal axis, in whose part of the figure this holds. With ``bars`` there
    is a slider for each bar, ``<control>.0`` and so on, and the value is the height.
    """

    control: str
    axis: str = "xaxis"
    bars: int = 0


class Pick(NamedTuple):
    """Clicking a point of a trace sets a control, to the point's number counted from 1."""

    trace: int
    control: str


@dataclass(frozen=True, eq=False)
class LiveFigure:
    """A figure for a wide and one for a narrow place, and what feeds the traces of both.

    The figures hold the words and the look; their numbers come with the frames.
    """

    wide: go.Figure
    narrow: go.Figure
    feeds: tuple[Feed, ...]
    height: int
    narrow_height: int
    description: str
    handle: Handle | None = None
    pick: Pick | None = None

    def at(self, frames: Frames, row: int = 0) -> go.Figure:
        """Return the wide figure with the numbers of one row in its traces.

        Numbers that become labels stay numbers: how they are written is the browser's part.
        """
        figure = go.Figure(self.wide)
        for feed in self.feeds:
            array = frames[feed.array]
            values = np.atleast_1d(array[row if len(array) > 1 else 0])
            words = [feed.lookup[index] for index in values] if feed.lookup else values
            figure.data[feed.trace][feed.attribute] = words
        return figure


class Slot(NamedTuple):
    """One number: column ``at`` of the current row of ``array``.

    ``short`` shows four significant digits, ``full`` all of them, ``signed`` four and, around a
    negative number, the parentheses it needs inside a sum.
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

"""A Plotly figure and what feeds its traces while a control is dragged."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, Protocol

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures.told import Told
from softmax_app.settings.events import spell
from softmax_app.sweeps import Frames


class Feed(NamedTuple):
    """An attribute of a trace that is a row of an array.

    With ``as_text`` the numbers become labels: of four digits where they stand free, of three, two
    or none where a bar or a cell has no room for more; with ``lookup`` they are indices into it.
    """

    trace: int
    attribute: str
    array: str
    as_text: bool = False
    lookup: tuple[str, ...] = ()


class Source(NamedTuple):
    """The array that feeds an attribute, where it is not taken as it is."""

    array: str
    as_text: bool = False
    lookup: tuple[str, ...] = ()


def written(array: str) -> Source:
    """Feed labels: the numbers of an array, as they are written."""
    return Source(array, as_text=True)


def looked_up(array: str, words: tuple[str, ...]) -> Source:
    """Feed words: those of which an array holds the places."""
    return Source(array, lookup=words)


class Handle(NamedTuple):
    """Dragging on the figure itself moves a slider: to the value under the pointer.

    ``axis`` is the horizontal axis, in whose part of the figure this holds. With ``bars`` there
    is a slider for each bar, ``<control>.0`` and so on, and the value is the height, along
    ``value_axis``; those before ``first`` have none. Where a page has such sliders twice,
    ``place`` tells which are meant. The value is so much ``ahead`` of what is under the pointer.
    """

    control: str
    axis: str = "xaxis"
    bars: int = 0
    value_axis: str = "yaxis"
    place: str = ""
    first: int = 0
    ahead: float = 0.0

    @property
    def controls(self) -> list[str]:
        """The sliders that it moves."""
        if not self.bars:
            return [self.control]
        bars = range(self.first, self.first + self.bars)
        return [spell(self.control, bar, place=self.place) for bar in bars]


class Pick(NamedTuple):
    """Clicking a point of a trace sets a control, to the point's number counted from 1.

    Of a heat map it is the number of the row, or of a ``cell`` those of its row and its column.
    """

    trace: int
    control: str
    cell: bool = False


@dataclass
class Canvas:
    """A figure being drawn: each trace is added together with what feeds it."""

    figure: go.Figure = field(default_factory=go.Figure)
    feeds: list[Feed] = field(default_factory=list)
    pick: Pick | None = None

    def add(
        self, trace: Any, *, picks: str = "", picks_cell: str = "", **sources: str | Source
    ) -> None:
        """Add a trace: ``y="probs"`` feeds its y, ``marker_size=…`` the size of its markers.

        Clicking one of its points sets the control ``picks``, a cell of it ``picks_cell``.
        """
        number = len(self.figure.data)
        self.figure.add_trace(trace)
        for attribute, source in sources.items():
            fed = Source(source) if isinstance(source, str) else source
            self.feeds.append(Feed(number, attribute.replace("_", "."), *fed))
        if picks or picks_cell:
            self.pick = Pick(number, picks or picks_cell, cell=bool(picks_cell))


class Draw(Protocol):
    """Draws on a canvas that is wide or narrow."""

    def __call__(self, canvas: Canvas, *, narrow: bool) -> None:
        """Add the traces and lay them out."""


NARROW: Final = 620  # pixels of width below which a figure is drawn for a narrow place

Shapes = Callable[[Frames], Frames]


def _no_shapes(_: Frames) -> Frames:
    return {}


@dataclass(frozen=True, eq=False)
class LiveFigure:
    """A figure for a wide and one for a narrow place, and what feeds the traces of both.

    The figures hold the words and the look; their numbers come with the frames. ``shapes`` gives,
    from the numbers of a lesson, the arrays that only this picture has: where something stands.
    ``description`` says what is drawn, and what is ``told`` with which numbers. On a wall the wide
    one can be as low as ``lowest``, which makes its letters the larger.
    """

    wide: go.Figure
    narrow: go.Figure
    feeds: tuple[Feed, ...]
    height: int
    narrow_height: int
    lowest: int
    description: str
    handle: Handle | None = None
    pick: Pick | None = None
    shapes: Shapes = _no_shapes
    narrow_below: int = NARROW
    told: tuple[Told, ...] = ()

    @property
    def arrays(self) -> frozenset[str]:
        """The names of all arrays that it shows or tells."""
        return frozenset({*(one.array for one in self.feeds), *(one.array for one in self.told)})

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


def live_figure(
    draw: Draw,
    *,
    heights: tuple[int, int],
    description: str,
    told: tuple[Told, ...],
    handle: Handle | None = None,
    shapes: Shapes = _no_shapes,
    narrow_below: int = NARROW,
    lowest: int | None = None,
) -> LiveFigure:
    """Return a figure drawn for a wide and for a narrow place, of these heights in pixels."""
    wide, narrow = Canvas(), Canvas()
    draw(wide, narrow=False)
    draw(narrow, narrow=True)
    if wide.feeds != narrow.feeds:
        raise ValueError("both places must be fed alike")
    return LiveFigure(
        wide.figure,
        narrow.figure,
        tuple(wide.feeds),
        *heights,
        lowest or heights[0],
        description,
        handle,
        wide.pick,
        shapes,
        narrow_below,
        told,
    )

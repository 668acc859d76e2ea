"""Shares of the same classes by different ways, side by side on one axis from 0 to 1."""

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.figures import class_bars, theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, looked_up, written
from softmax_app.figures.share_faults import fault_name, fault_zones, hatching, label_heights
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

Floats = NDArray[np.float64]
Shapes = NDArray[np.float32]  # where something is drawn, not digits

GAP: Final = 0.035  # between charts, as a part of the figure's width
WIDE: Final = 870  # pixels for which the words of a figure are cut
NARROW: Final = 350
LOW: Final = 250  # pixels of height that one row needs
LETTER: Final = 9  # pixels, with the space that keeps names apart
TITLE_LETTER: Final = 8.4  # of a title there
NARROW_LETTER: Final = 7.3  # where the figure is as wide as it is taken for
ENDS: Final = (-0.15, 1.17)  # of the axis, which has room for values beyond 0 and 1
TWO_LINES: Final = 44  # pixels of names under the bars
INSIDE: Final = 0.035  # how far from the lower one a mark stands that a bar runs out there
UNDER: Final = 0.08  # how far under 1, over which the value is written, one stands
UPPER: Final = (0.6, 1)  # where the one row stands, and the other
LOWER: Final = (0, 0.4)
SMALL: Final = 40.0  # pixels for a bar over which values are written small
SMALLER: Final = 32.0


class Chart(NamedTuple):
    """One way to share: the array of its bars, and its title.

    A ``faulty`` one may leave 0 to 1 or have no answer to be trusted. It takes two arrays more:
    ``<array>_useless`` (where everything is hatched) and ``<array>_fault`` (which of the labels'
    faults is written above it). What is nan is written at the foot where it ``shows_nan``. Bars of
    an ``unbounded`` one may run out of it, and have an arrow there. A ``note`` stands small under
    the title.
    """

    array: str
    title: str
    faulty: bool = False
    shows_nan: bool = False
    unbounded: bool = False
    note: str = ""


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    classes: tuple[str, ...]
    short_classes: tuple[str, ...]
    charts: tuple[Chart, ...]
    axis: str
    description: str
    faults: tuple[str, ...] = ()
    signed: bool = False  # from -1 to 1, in place of 0 to 1
    rows: int = 1  # in a narrow place


class Area(NamedTuple):
    """The part of a figure that the charts stand in."""

    left: float = 0.0
    bottom: float = 0.0
    right: float = 1.0
    width: float = WIDE  # pixels of a figure that is wide: for them words are cut
    letter: float = LETTER


WHOLE: Final = Area()


class Sizes(NamedTuple):
    """How much room there is."""

    chart: float  # pixels
    bar: float
    letter: float
    narrow: bool

    @property
    def value(self) -> int:
        """How large the values over the bars are written."""
        if self.narrow and self.bar < SMALLER:
            return 10
        return 11 if self.narrow or self.bar < SMALL else 13

    @property
    def fault(self) -> int:
        """How large a fault is named."""
        return 12 if self.narrow else 14


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return where values of faulty charts are written and what is hatched; where bars run out."""
    found: Frames = {}
    for chart in labels.charts:
        shares = np.asarray(frames[chart.array], dtype=np.float64)
        if chart.faulty:
            foot = 0.0 if chart.shows_nan else np.nan
            found |= {
                f"{chart.array}_label": label_heights(shares, of_nan=foot),
                f"{chart.array}_zones": fault_zones(shares, frames[f"{chart.array}_useless"] > 0),
            }
        if chart.unbounded:
            ways = (shares > 0).astype(np.int64)
            found |= {f"{chart.array}_out": run_out(shares), f"{chart.array}_way": ways}
    return found


def run_out(shares: Floats) -> Shapes:
    """Return where bars that are longer than the chart run out of it; nan for the others."""
    low, high = ENDS
    above = np.where(shares > high, 1 - UNDER, np.nan)
    return np.where(shares < low, low + INSIDE, above).astype(np.float32)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def share_bars(labels: Labels) -> LiveFigure:
    """Draw the charts alone. Their arrays are frames of shape (rows, n)."""
    return live_figure(
        partial(draw, labels=labels),
        heights=(340, LOW if labels.rows == 1 else 320),
        lowest=LOW,
        description=labels.description,
        told=told(labels),
        shapes=partial(shapes, labels=labels),
    )


def told(labels: Labels) -> tuple[Told, ...]:
    """Return what is told of the charts: the shares of the classes, and what is at fault."""
    return tuple(one for chart in labels.charts for one in _told(chart, labels))


def _told(chart: Chart, labels: Labels) -> Iterator[Told]:
    yield Told(chart.title, chart.array, labels.classes)
    if chart.faulty:
        yield Told(chart.title, f"{chart.array}_fault", words=labels.faults)


def draw(canvas: Canvas, *, narrow: bool, labels: Labels, area: Area = WHOLE) -> None:
    """Draw the charts in an area of a figure; the axes x, x2 … and y are theirs.

    Bars carry the core's own values, also those that leave 0 to 1 and run out of the chart.
    """
    rows = labels.rows if narrow else 1
    domains = _domains(len(labels.charts) // rows, area) * rows
    chart_width = (NARROW if narrow else area.width) * (domains[0][1] - domains[0][0])
    letter = NARROW_LETTER if narrow else area.letter
    sizes = Sizes(chart_width, chart_width / len(labels.classes), letter, narrow)
    bottom, top = ENDS
    ticks = {0: "0", 0.25: "¼", 0.5: "½", 0.75: "¾", 1: "1"}
    if labels.signed:
        bottom, top = -1.3, 1.3
        ticks = {-1: "−1", -0.5: "−½", 0: "0", 0.5: "½", 1: "1"}
    _add_traces(canvas, labels, sizes, top)
    figure = canvas.figure
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": 30 if narrow else 44, "r": 4, "t": 46, "b": 26},
    )
    figure.update_yaxes(
        range=[bottom, top],
        domain=[area.bottom, 1],
        tickvals=list(ticks),
        ticktext=list(ticks.values()),
        title={"text": "" if narrow else theme.plain(labels.axis), "standoff": 2},
    )
    for number, domain in enumerate(domains):
        _lay_out(figure, number, labels, domain, sizes)
    if rows == 2:
        _stack(figure, len(domains) // rows)
    for chart, title in zip(labels.charts, figure.layout.annotations, strict=False):
        if chart.note:
            _add_note(figure, chart.note, title)


def _add_traces(canvas: Canvas, labels: Labels, sizes: Sizes, top: float) -> None:
    """Add the bars of all charts, then what hatches them, their values, faults, and marks."""
    numbered, n_classes = list(enumerate(labels.charts)), len(labels.classes)
    faulty = [(number, chart) for number, chart in numbered if chart.faulty]
    for number, chart in numbered:
        bars = class_bars.bars(labels.classes, width=0.78, xaxis=_axis(number))
        canvas.add(bars, y=chart.array)
    for number, chart in faulty:
        canvas.add(hatching(n_classes, _axis(number)), y=f"{chart.array}_zones")
    for number, chart in numbered:
        heights = f"{chart.array}_label" if chart.faulty else chart.array
        values = class_bars.values(n_classes, {"size": sizes.value}, xaxis=_axis(number))
        canvas.add(values, y=heights, text=written(chart.array))
    for number, chart in faulty:
        named = looked_up(f"{chart.array}_fault", labels.faults)
        canvas.add(fault_name(n_classes, _axis(number), top, sizes.fault), text=named)
    for number, chart in numbered:
        if chart.unbounded:
            ways = looked_up(f"{chart.array}_way", class_bars.WAYS)
            arrows = class_bars.arrows(n_classes, xaxis=_axis(number))
            canvas.add(arrows, y=f"{chart.array}_out", marker_symbol=ways)


def _add_note(figure: go.Figure, note: str, title: go.layout.Annotation) -> None:
    """Write a note under the title of its chart."""
    small = {"size": 12, "color": theme.MUTED.light}
    figure.add_annotation(title.to_plotly_json() | {"text": theme.plain(note), "font": small})
    figure.layout.annotations[-1].yshift = title.yshift - title.font.size - 5


def _title_size(charts: tuple[Chart, ...], sizes: Sizes) -> int:
    """Return how large titles can be without meeting the next ones."""
    if not sizes.narrow:
        return 16
    longest = max(theme.width(chart.title) for chart in charts)
    return 13 if longest * TITLE_LETTER < sizes.chart else 11


def _axis(number: int) -> str:
    return f"x{theme.axis_number(number)}"


def _domains(n_charts: int, area: Area) -> list[tuple[float, float]]:
    width = (area.right - area.left - GAP * (n_charts - 1)) / n_charts
    starts = [area.left + number * (width + GAP) for number in range(n_charts)]
    return [(start, start + width) for start in starts]


def _stack(figure: go.Figure, first: int) -> None:
    """Move the charts from the number ``first`` on to a row of their own, on an axis like it."""
    lower = [_axis(number) for number in range(first, 2 * first)]
    figure.update_layout(yaxis2=figure.layout.yaxis, yaxis_domain=UPPER, yaxis2_domain=LOWER)
    figure.update_layout({axis.replace("x", "xaxis"): {"anchor": "y2"} for axis in lower})
    for trace in figure.data:
        if trace.xaxis in lower:
            trace.yaxis = "y2"
    titles, lines = figure.layout.annotations, figure.layout.shapes
    for title in titles[first:]:
        title.update(y=LOWER[1], yanchor="top", yshift=33)
    for line in lines[len(lines) // 2 :]:
        line.yref = "y2"


def _lay_out(
    figure: go.Figure, number: int, labels: Labels, domain: tuple[float, float], sizes: Sizes
) -> None:
    start, end = domain
    n_classes = len(labels.classes)
    # two rows of charts have no room for two lines between them
    names = class_bars.names if labels.rows == 2 else class_bars.names_in_lines
    ticks = names(labels.classes, labels.short_classes, sizes.bar / sizes.letter)
    if any(tick.startswith("<br>") for tick in ticks):
        figure.update_layout(margin_b=TWO_LINES)
    axis = {
        "domain": [start, min(end, 1.0)],
        "range": [-0.6, n_classes - 0.4],
        "tickvals": list(range(n_classes)),
        "ticktext": ticks,
        "tickangle": 0,
        "tickfont": {
            "size": 7 if sizes.bar < 9 else 9 if sizes.bar < 16 else 11 if sizes.narrow else 12,
            "color": theme.MUTED.light,
        },
        "showgrid": False,
        "anchor": "y",
    }
    figure.update_layout({f"xaxis{theme.axis_number(number)}": axis})
    figure.add_annotation(
        text=f"<b>{theme.plain(labels.charts[number].title)}</b>",
        x=(start + end) / 2,
        y=1,
        yshift=44,
        xref="paper",
        yref="paper",
        xanchor="center",
        showarrow=False,
        font={"size": _title_size(labels.charts, sizes)},
    )
    ends = (-1, 1) if labels.signed else (1,)
    # values may stand across the lines at the ends
    for level, color in ((0, theme.MUTED), *((end, theme.LINE) for end in ends)):
        line = {"color": color.light, "width": 1.5}
        figure.add_shape(
            type="line",
            xref="paper",
            x0=start,
            x1=end,
            y0=level,
            y1=level,
            line=line,
            layer="below",
        )

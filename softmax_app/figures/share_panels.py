"""Shares of the same classes by different ways, side by side on one axis from 0 to 1."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.bindings import Feed, LiveFigure
from softmax_app.figures import theme

Floats = NDArray[np.float64]
Shapes = NDArray[np.float32]  # where something is drawn, not digits

GAP: Final = 0.035  # between panels, as a part of the figure's width
WIDE: Final = 870  # pixels for which the words of a figure are cut
NARROW: Final = 350
LETTER: Final = 11  # pixels, with the space that keeps names apart
SHORTEST_NAME: Final = 5  # letters: with less room there are numbers instead
LEVEL_ROOM: Final = 75  # pixels for a bar over which its value lies level, else it stands upright
LEAST_ROOM: Final = {"wide": 16.0, "narrow": 11.5}  # for a bar over which a value can stand


class Panel(NamedTuple):
    """One way to share: the array of its bars, and its title.

    A ``faulty`` one may leave 0 to 1 or have no answer. It takes three arrays more:
    ``<array>_label`` (where its values are written), ``<array>_zones`` (what is hatched) and
    ``<array>_fault`` (which of the labels' faults is written above it).
    """

    array: str
    title: str
    faulty: bool = False


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    classes: tuple[str, ...]
    short_classes: tuple[str, ...]
    panels: tuple[Panel, ...]
    axis: str
    description: str
    faults: tuple[str, ...] = ()
    signed: bool = False  # from -1 to 1, in place of 0 to 1


class Area(NamedTuple):
    """The part of a figure that the panels stand in."""

    left: float = 0.0
    bottom: float = 0.0
    right: float = 1.0


WHOLE: Final = Area()


class Sizes(NamedTuple):
    """How much room there is."""

    panel: float  # pixels
    bar: float
    narrow: bool

    @property
    def upright(self) -> bool:
        """Do the values stand upright over their bars?"""
        return self.bar < LEVEL_ROOM


def label_heights(shares: Floats, *, of_nan: float = np.nan) -> Shapes:
    """Return where the value of each share is written: on its bar, inside the panel."""
    heights = np.where(np.isnan(shares), of_nan, np.clip(shares, -1e-6, 1.0))
    return heights.astype(np.float32)


def fault_zones(has_answer: NDArray[np.bool_], in_range: NDArray[np.bool_]) -> Shapes:
    """Return the three zones to hatch, shape (rows, 3): above 1, below 0, and between.

    Where something leaves 0 to 1, the outside is marked; where there is no answer, everything.
    """
    outside = np.where(in_range & has_answer, np.nan, 1.0)
    everything = np.where(has_answer, np.nan, 1.0)
    return np.stack([outside, -outside, everything], axis=-1).astype(np.float32)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def share_panels(labels: Labels) -> LiveFigure:
    """Draw the panels alone. Their arrays are frames of shape (rows, n)."""
    return LiveFigure(
        wide=draw(labels, narrow=False),
        narrow=draw(labels, narrow=True),
        feeds=feeds(labels),
        height=340,
        narrow_height=250,
        description=labels.description,
    )


def feeds(labels: Labels) -> tuple[Feed, ...]:
    """Return what feeds the traces that ``draw`` makes, which come first in their figure.

    Bars carry the core's own values, also those that leave 0 to 1 and run out of the panel.
    """
    n_panels = len(labels.panels)
    faulty = [panel for panel in labels.panels if panel.faulty]
    found = [Feed(number, "y", panel.array) for number, panel in enumerate(labels.panels)]
    found += [Feed(n_panels + k, "y", f"{panel.array}_zones") for k, panel in enumerate(faulty)]
    values = n_panels + len(faulty)
    for number, panel in enumerate(labels.panels):
        heights = f"{panel.array}_label" if panel.faulty else panel.array
        found += [Feed(values + number, "y", heights)]
        found += [Feed(values + number, "text", panel.array, as_text=True)]
    for k, panel in enumerate(faulty):
        trace = values + n_panels + k
        found += [Feed(trace, "text", f"{panel.array}_fault", lookup=labels.faults)]
    return tuple(found)


def draw(labels: Labels, *, narrow: bool, area: Area = WHOLE) -> go.Figure:
    """Return a figure with the panels in an area of it; the axes x, x2 … and y are theirs."""
    domains = _domains(len(labels.panels), area)
    panel_width = (NARROW if narrow else WIDE) * (domains[0][1] - domains[0][0])
    sizes = Sizes(panel_width, panel_width / len(labels.classes), narrow)
    bottom, top = (-0.36, 1.45) if sizes.upright else (-0.15, 1.17)
    ticks = {0: "0", 0.25: "¼", 0.5: "½", 0.75: "¾", 1: "1"}
    if labels.signed:
        bottom, top = (-1.75, 1.75) if sizes.upright else (-1.3, 1.3)
        ticks = {-1: "−1", -0.5: "−½", 0: "0", 0.5: "½", 1: "1"}
    numbered = list(enumerate(labels.panels))
    figure = go.Figure(
        [
            *(_bars(number, labels) for number, _ in numbered),
            *(_zones(number, labels) for number, panel in numbered if panel.faulty),
            *(_values(number, labels, sizes) for number, _ in numbered),
            *(_message(number, labels, top, narrow) for number, panel in numbered if panel.faulty),
        ]
    )
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
        _lay_out_panel(figure, number, labels, domain, sizes)
    return figure


def _domains(n_panels: int, area: Area) -> list[tuple[float, float]]:
    width = (area.right - area.left - GAP * (n_panels - 1)) / n_panels
    starts = [area.left + number * (width + GAP) for number in range(n_panels)]
    return [(start, start + width) for start in starts]


def _lay_out_panel(
    figure: go.Figure, number: int, labels: Labels, domain: tuple[float, float], sizes: Sizes
) -> None:
    start, end = domain
    n_classes = len(labels.classes)
    room = sizes.bar / LETTER
    names = zip(labels.classes, labels.short_classes, strict=True)
    ticks = [theme.fitting(both, int(room)) for both in names]
    if room < SHORTEST_NAME:  # no room for names: the controls and the table have them
        ticks = [str(one + 1) for one in range(n_classes)]
    axis = {
        "domain": [start, min(end, 1.0)],
        "range": [-0.6, n_classes - 0.4],
        "tickvals": list(range(n_classes)),
        "ticktext": ticks,
        "tickangle": 0,
        "tickfont": {
            "size": 7 if sizes.bar < 9 else 9 if sizes.bar < 16 else 12,
            "color": theme.MUTED.light,
        },
        "showgrid": False,
        "anchor": "y",
    }
    figure.update_layout({f"xaxis{theme.axis_number(number)}": axis})
    figure.add_annotation(
        text=f"<b>{theme.plain(labels.panels[number].title)}</b>",
        x=(start + end) / 2,
        y=1,
        yshift=44,
        xref="paper",
        yref="paper",
        xanchor="center",
        showarrow=False,
        font={"size": 13 if sizes.narrow else 16},
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


def _bars(number: int, labels: Labels) -> go.Bar:
    n_classes = len(labels.classes)
    return go.Bar(
        x=list(range(n_classes)),
        xaxis=f"x{theme.axis_number(number)}",
        width=0.78,
        marker={"color": theme.class_colors(n_classes), "line": {"width": 0}},
        customdata=[theme.plain(label) for label in labels.classes],
        hovertemplate="%{customdata}: %{y:.6g}<extra></extra>",
    )


def _values(number: int, labels: Labels, sizes: Sizes) -> go.Bar:
    """Return unseen bars that carry the values above the seen ones, but inside the panel."""
    n_classes = len(labels.classes)
    least = LEAST_ROOM["narrow" if sizes.narrow else "wide"]
    return go.Bar(
        x=list(range(n_classes)),
        xaxis=f"x{theme.axis_number(number)}",
        width=1,
        marker={"color": theme.CLEAR, "line": {"width": 0}},
        text=[""] * n_classes,
        textposition="outside" if sizes.bar >= least else "none",
        textangle=-90 if sizes.upright else 0,
        textfont={"size": 11 if sizes.narrow else 12 if sizes.upright else 13},
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
    )


def _zones(number: int, labels: Labels) -> go.Bar:
    """Return the hatching over what is no probability, above the bars that reach into it."""
    n_classes = len(labels.classes)
    return go.Bar(
        x=[(n_classes - 1) / 2] * 3,
        xaxis=f"x{theme.axis_number(number)}",
        base=[1, 0, 0],
        width=n_classes + 0.2,
        marker={
            "color": theme.FAULT_GROUND.light,
            "opacity": 0.86,
            "line": {"width": 0},
            "pattern": {
                "shape": "/",
                "fillmode": "replace",
                "bgcolor": theme.FAULT_GROUND.light,
                "fgcolor": theme.FAULT.light,
                "fgopacity": 0.5,
                "size": 9,
                "solidity": 0.14,
            },
        },
        hoverinfo="skip",
    )


def _message(number: int, labels: Labels, top: float, narrow: bool) -> go.Scatter:
    return go.Scatter(
        x=[(len(labels.classes) - 1) / 2],
        y=[top],  # above the panel, where no value can be written over it
        xaxis=f"x{theme.axis_number(number)}",
        mode="text",
        textposition="top center",
        textfont={"color": theme.FAULT.light, "size": 12 if narrow else 14, "weight": 700},
        hoverinfo="skip",
        cliponaxis=False,
    )

"""Linear normalisation, softmax and hardmax of the same scores, side by side."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.bindings import Feed, LiveFigure
from softmax_app.figures import theme

Floats = NDArray[np.float64]

MAPS: Final = ("linear", "softmax", "hardmax")
LABEL_HEIGHTS: Final = ("linear_label", "softmax", "hardmax")
PANELS: Final = ((0.0, 0.31), (0.345, 0.655), (0.69, 1.0))
MOST_NAMED: Final = 5  # classes whose names fit under the bars
PANEL_LETTERS: Final = 24  # that fit side by side under one panel
MANY_CLASSES: Final = 4  # from here on the values stand upright, to fit above their bars


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    classes: tuple[str, ...]
    short_classes: tuple[str, ...]
    titles: tuple[str, str, str]
    axis: str
    faults: tuple[str, ...]
    description: str


def label_heights(shares: Floats) -> Floats:
    """Return where the value of each share is written: on its bar, inside the panel."""
    return np.clip(shares, -1e-6, 1.0)


def fault_zones(has_answer: NDArray[np.bool_], in_range: NDArray[np.bool_]) -> Floats:
    """Return the three zones to hatch, shape (rows, 3): above 1, below 0, and between.

    Where something leaves 0 to 1, the outside is marked; where there is no answer, everything.
    """
    outside = np.where(in_range & has_answer, np.nan, 1.0)
    everything = np.where(has_answer, np.nan, 1.0)
    return np.stack([outside, -outside, everything], axis=-1)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def three_maps(labels: Labels) -> LiveFigure:
    """Draw ``linear``, ``softmax`` and ``hardmax``, frames of shape (rows, n).

    Bars carry the core's own values, also those that leave 0 to 1 and run out of the panel.
    """
    feeds = [Feed(panel, "y", name) for panel, name in enumerate(MAPS)]
    feeds += [Feed(3, "y", "fault_zones")]
    for panel, (name, heights) in enumerate(zip(MAPS, LABEL_HEIGHTS, strict=True)):
        feeds += [Feed(4 + panel, "y", heights), Feed(4 + panel, "text", name, as_text=True)]
    feeds += [Feed(7, "text", "linear_state", lookup=labels.faults)]
    return LiveFigure(
        wide=_figure(labels, narrow=False),
        narrow=_figure(labels, narrow=True),
        feeds=tuple(feeds),
        height=340,
        narrow_height=250,
        description=labels.description,
    )


def _figure(labels: Labels, *, narrow: bool) -> go.Figure:
    n_classes = len(labels.classes)
    upright = narrow or n_classes >= MANY_CLASSES
    bottom, top = (-0.36, 1.45) if upright else (-0.15, 1.17)
    figure = go.Figure(
        [
            *(_bars(panel, labels) for panel in range(len(MAPS))),
            _zones(n_classes),
            *(_values(panel, n_classes, upright, narrow) for panel in range(len(MAPS))),
            _message(n_classes, top, narrow),
        ]
    )
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": 30 if narrow else 44, "r": 4, "t": 46, "b": 26},
    )
    figure.update_yaxes(
        range=[bottom, top],
        tickvals=[0, 0.25, 0.5, 0.75, 1],
        ticktext=["0", "¼", "½", "¾", "1"],
        title={"text": "" if narrow else theme.plain(labels.axis), "standoff": 2},
    )
    for panel in range(len(MAPS)):
        _lay_out_panel(figure, panel, labels, narrow)
    return figure


def _lay_out_panel(figure: go.Figure, panel: int, labels: Labels, narrow: bool) -> None:
    start, end = PANELS[panel]
    n_classes = len(labels.classes)
    names = zip(labels.classes, labels.short_classes, strict=True)
    ticks = [theme.fitting((label, short), PANEL_LETTERS // n_classes) for label, short in names]
    if narrow or n_classes > MOST_NAMED:  # no room for names: the controls and the table have them
        ticks = [str(number + 1) for number in range(n_classes)]
    axis = {
        "domain": [start, end],
        "range": [-0.6, n_classes - 0.4],
        "tickvals": list(range(n_classes)),
        "ticktext": ticks,
        "tickangle": 0,
        "tickfont": {"size": 9 if narrow and n_classes > 7 else 12, "color": theme.MUTED.light},
        "showgrid": False,
        "anchor": "y",
    }
    figure.update_layout({f"xaxis{_number(panel)}": axis})
    figure.add_annotation(
        text=f"<b>{theme.plain(labels.titles[panel])}</b>",
        x=(start + end) / 2,
        y=1,
        yshift=44,
        xref="paper",
        yref="paper",
        xanchor="center",
        showarrow=False,
        font={"size": 13 if narrow else 16},
    )
    for level in (0, 1):
        line = {"color": theme.MUTED.light, "width": 1}
        figure.add_shape(type="line", xref="paper", x0=start, x1=end, y0=level, y1=level, line=line)


def _bars(panel: int, labels: Labels) -> go.Bar:
    n_classes = len(labels.classes)
    return go.Bar(
        x=list(range(n_classes)),
        xaxis=f"x{_number(panel)}",
        width=0.78,
        marker={"color": theme.class_colors(n_classes), "line": {"width": 0}},
        customdata=[theme.plain(label) for label in labels.classes],
        hovertemplate="%{customdata}: %{y:.6g}<extra></extra>",
    )


def _values(panel: int, n_classes: int, upright: bool, narrow: bool) -> go.Bar:
    """Return unseen bars that carry the values above the seen ones, but inside the panel."""
    return go.Bar(
        x=list(range(n_classes)),
        xaxis=f"x{_number(panel)}",
        width=1,
        marker={"color": theme.CLEAR, "line": {"width": 0}},
        text=[""] * n_classes,
        textposition="outside",
        textangle=-90 if upright else 0,
        textfont={"size": 11 if narrow else 12 if upright else 13},
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
    )


def _zones(n_classes: int) -> go.Bar:
    """Return the hatching over what is no probability, above the bars that reach into it."""
    return go.Bar(
        x=[(n_classes - 1) / 2] * 3,
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


def _message(n_classes: int, top: float, narrow: bool) -> go.Scatter:
    return go.Scatter(
        x=[(n_classes - 1) / 2],
        y=[top],  # above the panel, where no value can be written over it
        mode="text",
        textposition="top center",
        textfont={"color": theme.FAULT.light, "size": 12 if narrow else 14, "weight": 700},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _number(panel: int) -> str:
    """Return the number in a Plotly axis's name: none for the first."""
    return str(panel + 1) if panel else ""

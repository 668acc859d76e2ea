"""Linear normalisation, softmax and hardmax of the same scores, side by side."""

from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from softmax_app.bindings import Feed, Frames, LiveFigure
from softmax_app.figures import theme

Floats = NDArray[np.float64]

MAPS: Final = ("linear", "softmax", "hardmax")
PANELS: Final = ((0.0, 0.31), (0.345, 0.655), (0.69, 1.0))
MANY_CLASSES: Final = 4  # from here on the values stand upright, to fit above their bars


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    classes: tuple[str, ...]
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


def three_maps(frames: Frames, labels: Labels) -> LiveFigure:
    """Draw the first row of ``frames``: ``linear``, ``softmax``, ``hardmax`` of shape (rows, n).

    Bars carry the core's own values, also those that leave 0 to 1 and run out of the panel.
    """
    feeds = []
    for panel, name in enumerate(MAPS):
        heights = f"{name}_label" if f"{name}_label" in frames else name
        feeds += [Feed(2 * panel, "y", name), Feed(2 * panel + 1, "y", heights)]
        feeds += [Feed(2 * panel + 1, "text", name, as_text=True)]
    feeds += [Feed(6, "y", "fault_zones"), Feed(7, "text", "linear_state", lookup=labels.faults)]
    return LiveFigure(
        wide=_figure(frames, labels, narrow=False),
        narrow=_figure(frames, labels, narrow=True),
        feeds=tuple(feeds),
        height=320,
        narrow_height=236,
        description=labels.description,
    )


def _figure(frames: Frames, labels: Labels, *, narrow: bool) -> go.Figure:
    n_classes = len(labels.classes)
    upright = narrow or n_classes >= MANY_CLASSES
    below, above = (-0.34, 1.46) if upright else (-0.17, 1.2)
    figure = go.Figure()
    for panel, name in enumerate(MAPS):
        shares = frames[name][0]
        heights = frames.get(f"{name}_label", frames[name])[0]
        figure.add_traces(_bars(panel, shares, heights, labels, upright, narrow))
    figure.add_traces(_faults(frames, labels, below, above, narrow))
    figure.update_layout(template=theme.template(), barmode="overlay", bargap=0)
    figure.update_layout(margin={"l": 44 if not narrow else 30, "r": 4, "t": 30, "b": 30})
    figure.update_yaxes(
        range=[below, above],
        tickvals=[0, 0.25, 0.5, 0.75, 1],
        ticktext=["0", "¼", "½", "¾", "1"],
        title={"text": "" if narrow else labels.axis, "standoff": 2},
    )
    short = 6 if narrow or n_classes > 5 else 12
    ticks = [theme.plain(label, short) for label in labels.classes]
    if narrow or n_classes > 5:  # no room for names: the table and the controls have them
        ticks = [str(number + 1) for number in range(n_classes)]
    for panel, (start, end) in enumerate(PANELS):
        figure.update_layout(
            {
                f"xaxis{panel + 1 if panel else ''}": {
                    "domain": [start, end],
                    "range": [-0.6, n_classes - 0.4],
                    "tickvals": list(range(n_classes)),
                    "ticktext": ticks,
                    "showgrid": False,
                    "anchor": "y",
                    "tickangle": 0,
                }
            }
        )
        figure.add_annotation(
            text=f"<b>{theme.plain(labels.titles[panel])}</b>",
            x=(start + end) / 2,
            y=1,
            yshift=26,
            xref="paper",
            yref="paper",
            showarrow=False,
            font={"size": 13 if narrow else 16},
        )
        for level in (0, 1):
            figure.add_shape(
                type="line",
                xref="paper",
                x0=start,
                x1=end,
                y0=level,
                y1=level,
                line={"color": theme.MUTED.light, "width": 1},
                layer="above",
            )
    return figure


def _bars(
    panel: int, shares: Floats, heights: Floats, labels: Labels, upright: bool, narrow: bool
) -> list[go.Bar]:
    n_classes = len(labels.classes)
    axis = f"x{panel + 1 if panel else ''}"
    positions = list(range(n_classes))
    bars = go.Bar(
        x=positions,
        y=shares,
        xaxis=axis,
        width=0.78,
        marker={"color": theme.class_colors(n_classes), "line": {"width": 0}},
        customdata=[theme.plain(label) for label in labels.classes],
        hovertemplate="%{customdata}: %{y:.6g}<extra></extra>",
    )
    values = go.Bar(
        x=positions,
        y=heights,
        xaxis=axis,
        width=1,
        marker={"color": theme.CLEAR, "line": {"width": 0}},
        text=[""] * n_classes,
        textposition="outside",
        textangle=-90 if upright else 0,
        textfont={"size": 12 if upright else 14},
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
    )
    if narrow:
        values.update(textfont={"size": 11})
    return [bars, values]


def _faults(
    frames: Frames, labels: Labels, below: float, above: float, narrow: bool
) -> list[go.Bar | go.Scatter]:
    middle = (len(labels.classes) - 1) / 2
    zones = go.Bar(
        x=[middle] * 3,
        y=frames["fault_zones"][0],
        base=[1, 0, 0],
        width=len(labels.classes) + 0.2,
        marker={
            "color": theme.CLEAR,
            "line": {"width": 0},
            "pattern": {
                "shape": "/",
                "fgcolor": theme.FAULT.light,
                "bgcolor": theme.CLEAR,
                "fgopacity": 0.45,
                "size": 8,
                "solidity": 0.2,
            },
        },
        hoverinfo="skip",
    )
    message = go.Scatter(
        x=[middle],
        y=[(1 + above) / 2 + (above - 1) / 4],
        mode="text",
        text=[labels.faults[int(frames["linear_state"][0])]],
        textfont={"color": theme.FAULT.light, "size": 12 if narrow else 14, "weight": 700},
        hoverinfo="skip",
        cliponaxis=False,
    )
    del below
    return [zones, message]

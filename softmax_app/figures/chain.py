"""The whole chain in six linked panels: from scores to the scores after one step downhill."""

from functools import lru_cache, partial
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import class_bars, theme
from softmax_app.figures.chain_loss import LOSS, Words, add_loss, loss_shapes
from softmax_app.figures.live_figure import (
    Canvas,
    Handle,
    LiveFigure,
    live_figure,
    looked_up,
    written,
)
from softmax_app.figures.panel import Panel
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

COLUMNS: Final = {"wide": 6, "narrow": 2}
GAPS: Final = {"wide": 0.032, "narrow": 0.1}  # for an arrow, as a part of the figure's width
TITLE: Final = {"wide": 0.16, "narrow": 0.065}  # over a panel, as a part of the figure's height
NARROW_BELOW: Final = 900  # pixels: six panels in a row have no room for names and values then
FOOT: Final = 0.055  # under a panel but the lowest, likewise
SLOTS: Final = {"wide": 128, "narrow": 140}  # pixels for all bars of a panel, where it is narrow
LETTER: Final = 6.5  # pixels, of a name under a bar
HEADROOM: Final = {"wide": 0.3, "narrow": 0.95}  # of half an axis, for the values beyond the bars
KNOB: Final = {"wide": 11, "narrow": 7}  # pixels
CLEAR: Final = 0.1  # of the reach of the scores, between the middle of a knob and its value
BEYOND: Final = 1.02  # of that reach, from where a bar is cut off; before, it is seen to its end
FOOT_OF_BAR: Final = 0.005  # of the reach of the scores: a fraction of a pixel
AT_TOP: Final = 1.04  # of what is drawn, for what points beyond

ARRAYS: Final = ("scores", "exponentials", "probs", LOSS, "gradient", "next")


class Labels(NamedTuple):
    """The words of the figure, in the reader's language, and what does not move in a drag.

    ``titles`` say what stands in each panel, ``steps`` what has led there, ``ahead`` what the rings
    are. ``reach`` is how far scores go to either side of 0, ``label`` is the true class, from 0.
    """

    classes: tuple[str, ...]
    short_classes: tuple[str, ...]
    titles: tuple[str, ...]
    steps: tuple[str, ...]
    ahead: str
    label: int
    reach: float
    description: str


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return where next scores, losses and steps have their marks, and the scores their values."""
    scores = np.asarray(frames["scores"], dtype=np.float64)
    following = np.asarray(frames["next"], dtype=np.float64)
    is_beyond = abs(following) > BEYOND * labels.reach
    beyond = np.where(is_beyond, np.sign(following), np.nan)
    # across from a bar that leaves no room at its end
    foot = -FOOT_OF_BAR * labels.reach * np.sign(following)
    return {
        "scores_at": (scores + np.where(scores < 0, -CLEAR, CLEAR) * labels.reach).astype(
            np.float32
        ),
        "next_at": np.where(is_beyond, foot, following).astype(np.float32),
        "next_beyond": (beyond * labels.reach * AT_TOP).astype(np.float32),
        "next_way": (following > 0).astype(np.int64),
        **loss_shapes(frames),
    }


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def chain(labels: Labels) -> LiveFigure:
    """Draw the six panels; the bars of the first are taken by the hand."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(300, 374),
        description=labels.description,
        told=_told(labels),
        handle=Handle("scores", bars=len(labels.classes)),
        shapes=partial(shapes, labels=labels),
        narrow_below=NARROW_BELOW,
    )


def _told(labels: Labels) -> tuple[Told, ...]:
    """Return what is told of each panel; the loss is that of the true class."""
    true_class = labels.classes[labels.label : labels.label + 1]
    return tuple(
        Told(title, name, true_class if name == LOSS else labels.classes)
        for name, title in zip(ARRAYS, labels.titles, strict=True)
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    figure = canvas.figure
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": 24, "r": 14 if narrow else 4, "t": 2, "b": 22},
    )
    for panel in _panels("narrow" if narrow else "wide"):
        name = ARRAYS[panel.number]
        if name == LOSS:
            true_class = Words(labels.label, labels.classes[labels.label], labels.ahead)
            add_loss(canvas, panel, true_class, narrow=narrow)
        else:
            _add_bars(canvas, panel, labels, SLOTS["narrow" if narrow else "wide"])
            _levels(figure, panel, labels, HEADROOM["narrow" if narrow else "wide"])
        _add_words(figure, panel, labels, narrow=narrow)
        if name == "scores":
            canvas.add(_knobs(labels, panel, narrow=narrow), y=name)
        if name == "next":
            arrows = class_bars.arrows(len(labels.classes), **panel.axes)
            ways = looked_up("next_way", class_bars.WAYS)
            canvas.add(arrows, y="next_beyond", marker_symbol=ways)


def _panels(width: str) -> list[Panel]:
    """Return where the panels stand, in rows from above."""
    columns, gap = COLUMNS[width], GAPS[width]
    rows = len(ARRAYS) // columns
    across, down = (1 - gap * (columns - 1)) / columns, 1 / rows
    panels = []
    for number in range(len(ARRAYS)):
        row, column = divmod(number, columns)
        left, top = column * (across + gap), 1 - row * down
        foot = FOOT if row < rows - 1 else 0.0  # the lowest has the figure's margin
        panels.append(Panel(number, left, left + across, top - down + foot, top - TITLE[width]))
    return [panel._replace(right=min(panel.right, 1.0)) for panel in panels]


def _ends(name: str, labels: Labels) -> tuple[float, float]:
    """Return between which values a panel has its bars."""
    end = labels.reach if name in ("scores", "next") else 1.0
    return (0.0 if name in ("exponentials", "probs") else -end, end)


def _add_bars(canvas: Canvas, panel: Panel, labels: Labels, slots: float) -> None:
    """Add the bars of a panel, and their values: unseen bars, that end where the values stand."""
    name, n_classes = ARRAYS[panel.number], len(labels.classes)
    bars = class_bars.bars(labels.classes, width=0.8, **panel.axes)
    if name == "scores":
        bars.update(hovertemplate=None, hoverinfo="skip")  # a label would lie under the hand
    canvas.add(bars, y=name)
    values = class_bars.values(n_classes, {"size": 12}, **panel.axes)
    # clear of the knobs, and inside the panel; the others stay in theirs
    heights = f"{name}_at" if name in ("scores", "next") else name
    canvas.add(values, y=heights, text=written(name))
    ticks = class_bars.names(labels.classes, labels.short_classes, slots / n_classes / LETTER)
    ticks[labels.label] = f"<b>{ticks[labels.label]}</b>"
    panel.lay_out(canvas.figure, (-0.5, n_classes - 0.5), dict(enumerate(ticks)))


def _knobs(labels: Labels, panel: Panel, *, narrow: bool) -> go.Scatter:
    """Return what says that the bars of a panel can be taken."""
    size = KNOB["narrow" if narrow else "wide"]
    return class_bars.knobs(range(len(labels.classes)), size, **panel.axes)


def _levels(figure: go.Figure, panel: Panel, labels: Labels, headroom: float) -> None:
    """Draw 0 and the ends of what a panel can show, and a ground behind the true class."""
    low, high = _ends(ARRAYS[panel.number], labels)
    room = headroom * (high - low) / 2
    bottom, top = low and low - room, high + room
    figure.update_layout(
        {
            panel.axis("y"): {
                "range": [bottom, top],
                "tickvals": [end for end in (low, high) if end],
                "tickformat": "~s",  # 20,000 as 20k: between two panels there is little room
                "tickfont": {"size": 11},
            }
        }
    )
    axes = {"xref": panel.axes["xaxis"], "yref": panel.axes["yaxis"], "layer": "below"}
    across = {"x0": -0.5, "x1": len(labels.classes) - 0.5}
    for level, shade in {low: theme.LINE, high: theme.LINE, 0.0: theme.MUTED}.items():
        line = {"color": shade.light, "width": 1.5}
        figure.add_shape(type="line", y0=level, y1=level, line=line, **across, **axes)
    figure.add_shape(
        type="rect",
        x0=labels.label - 0.5,
        x1=labels.label + 0.5,
        y0=bottom,
        y1=top,
        fillcolor=theme.CLASSES[labels.label].light,
        opacity=0.11,
        line={"width": 0},
        **axes,
    )


def _add_words(figure: go.Figure, panel: Panel, labels: Labels, *, narrow: bool) -> None:
    """Write over a panel what it shows and how it came about; draw the arrow that leads there."""
    title, step = labels.titles[panel.number], labels.steps[panel.number]
    between = " " if narrow else "<br>"
    paper = {"xref": "paper", "yref": "paper", "showarrow": False}
    figure.add_annotation(
        text=f"<b>{title}</b>{between}{step}",
        x=(panel.left + panel.right) / 2,
        y=panel.top,
        xanchor="center",
        yanchor="bottom",
        font={"size": 12 if narrow else 14},
        **paper,
    )
    if panel.number:
        figure.add_annotation(
            text="→",
            x=panel.left,
            y=(panel.bottom + panel.top) / 2,
            xshift=-5 if narrow else -8,
            xanchor="right",
            yanchor="middle",
            font={"size": 18 if narrow else 22, "color": theme.MUTED.light},
            **paper,
        )

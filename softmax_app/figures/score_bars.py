"""The scores as bars that a hand takes by the top."""

from functools import lru_cache, partial
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import class_bars, theme
from softmax_app.figures.live_figure import Canvas, Handle, LiveFigure, live_figure, written
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

WIDTH: Final = 179  # pixels for which the names below are cut: beside another figure
LETTER: Final = 8
MARGIN: Final = 32  # for the numbers of the lines
APART: Final = 18  # pixels from one of these to the next
HEIGHTS: Final = (340, 164)
FOOT: Final = 22  # pixels for the names
# beyond the ends of the bars, as parts of what they can take up: values stand there
ABOVE: Final = 0.12
BELOW: Final = 0.28  # where the names are near
KNOB: Final = 13
CLEARANCE: Final = 0.05  # between the middle of a knob and its value, likewise


class Labels(NamedTuple):
    """The words of the figure, in the reader's language, and from where to where bars reach.

    ``knobs`` are the scores that the hand moves, ``bars`` the ones that are shown: the same, but
    where scores walk by themselves from where they were set: then they have no knobs. It may take
    all, or the ``only`` one. Where all are ``moved`` together, the array ``moved`` is drawn as
    outlines, which leave the picture where they reach farther.
    """

    classes: tuple[str, ...]
    short_classes: tuple[str, ...]
    title: str
    description: str
    ends: tuple[float, float]
    longer: str = ""  # what is said of one that is longer than they can be
    place: str = ""  # which sliders the bars are, where a page has them twice
    knobs: str = "scores"
    bars: str = "scores"
    only: int | None = None
    moved: bool = False

    @property
    def span(self) -> float:
        """How far it is from one end to the other."""
        return self.ends[1] - self.ends[0]

    @property
    def taken(self) -> list[int]:
        """Which bars can be taken."""
        return list(range(len(self.classes))) if self.only is None else [self.only]


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def score_bars(labels: Labels) -> LiveFigure:
    """Draw a bar for each score, each the handle of its slider. The arrays have shape (rows, n)."""
    return live_figure(
        partial(draw, labels=labels),
        heights=HEIGHTS,
        description=labels.description,
        told=(Told(labels.title, "score_texts", labels.classes),),
        handle=Handle("scores", bars=len(labels.taken), place=labels.place, first=labels.taken[0]),
        shapes=partial(shapes, labels=labels),
    )


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return where the tops are that a hand can take, the values, and what lies beyond the reach.

    >>> labels = Labels(("A", "B"), ("A", "B"), "z", "", (-10, 10))
    >>> found = shapes({"scores": np.array([[2.0, -30.0]])}, labels)
    >>> found["score_tops"].tolist(), found["score_breaks"].tolist()
    ([[2.0, -10.0]], [[nan, -9.0]])
    """
    n_classes = len(labels.classes)  # of the first ones, where a lesson looks at no others
    scores = np.asarray(frames[labels.bars], dtype=np.float64)[:, :n_classes]
    knobs = np.asarray(frames[labels.knobs], dtype=np.float64)[:, :n_classes]
    knobs = np.where(knobs == scores, np.clip(knobs, *labels.ends), np.nan)
    top = np.clip(scores, *labels.ends)
    clearance = np.where(scores < 0, -CLEARANCE, CLEARANCE) * labels.span
    if labels.moved:
        moved = np.asarray(frames["moved"], dtype=np.float64)
        outlines = {"moved_tops": np.where(moved == scores, np.nan, moved).astype(np.float32)}
    else:
        outlines = {}
    return outlines | {
        "score_tops": top.astype(np.float32),
        "score_knobs": knobs[:, labels.taken].astype(np.float32),
        "score_texts": scores,
        "score_values": (top + clearance).astype(np.float32),
        "score_breaks": np.where(scores == top, np.nan, top - clearance).astype(np.float32),
    }


def draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    """Draw the bars, their knobs and their values."""
    n_classes = len(labels.classes)
    slot = WIDTH / n_classes
    bars = class_bars.bars(labels.classes, width=0.62)
    bars.update(hovertemplate=None, hoverinfo="skip")  # a label would lie under the hand
    canvas.add(bars, y="score_tops")
    if labels.moved:
        canvas.add(class_bars.outlines(n_classes, width=0.84), y="moved_tops")
    canvas.add(_breaks(n_classes, labels.longer), y="score_breaks")
    knobs = class_bars.knobs(labels.taken, min(KNOB, max(7, 0.5 * slot)))
    canvas.add(knobs, y="score_knobs")
    font = {"size": (13 if narrow else 15) if slot > 50 else 12 if slot > 30 else 10, "weight": 600}
    values = class_bars.values(n_classes, font)
    canvas.add(values, y="score_values", text=written("score_texts"))
    _lay_out(canvas.figure, labels, slot, narrow=narrow)


def _breaks(n_classes: int, longer: str) -> go.Scatter:
    """Return the marks of scores that lie beyond what is drawn: where their bars break off."""
    return go.Scatter(
        x=list(range(n_classes)),
        mode="markers",
        marker={
            "symbol": "line-ew",
            "size": 18,
            "line": {"width": 3, "color": theme.GROUND.light},
        },
        hovertemplate=f"{longer}<extra></extra>",
    )


def _lay_out(figure: go.Figure, labels: Labels, slot: float, *, narrow: bool) -> None:
    n_classes, (low, high) = len(labels.classes), labels.ends
    title = 32 if narrow else 34  # pixels: a low figure has its height for the bars
    ticks = class_bars.names(labels.classes, labels.short_classes, slot / LETTER)
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": MARGIN, "r": 4, "t": title, "b": FOOT},
    )
    figure.update_xaxes(
        range=[-0.6, n_classes - 0.4],
        tickvals=list(range(n_classes)),
        ticktext=ticks,
        tickangle=0,
        tickfont={"size": 12 if slot > 16 else 9, "color": theme.MUTED.light},
        showgrid=False,
    )
    figure.update_yaxes(
        range=[low - BELOW * labels.span, high + ABOVE * labels.span],
        tickvals=_lines(labels, HEIGHTS[narrow] - title - FOOT),
        tickformat="~s",  # 20,000 as 20k
        tickfont={"size": 12, "color": theme.MUTED.light},
        zeroline=True,
        zerolinecolor=theme.MUTED.light,
        zerolinewidth=1.5,
    )
    figure.add_annotation(
        text=f"<b>{theme.plain(labels.title)}</b>",
        x=0.5,
        y=1,
        yshift=title - 2,
        xref="paper",
        yref="paper",
        xanchor="center",
        showarrow=False,
        font={"size": 14 if narrow else 16},
    )


def _lines(labels: Labels, height: float) -> list[float]:
    """Return where lines are drawn: at 0, and at the ends that are far enough from it."""
    unit = height / (1 + ABOVE + BELOW) / labels.span
    return sorted({0.0, *(end for end in labels.ends if abs(end) * unit > APART)})

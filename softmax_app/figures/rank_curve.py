"""What the likeliest so many have together, over their ranks, and where they are cut off."""

from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, Handle, LiveFigure, live_figure, written
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

LOW: Final = -0.04
HIGH: Final = 1.26
LEFTMOST: Final = 14.0  # the rank where a value ends that would run out of the plot on the left
ASIDE: Final = 0.13  # how far above its point a value stands: a curve that rises is nowhere there


class Labels(NamedTuple):
    """The words of the figure, in the reader's language, and the ranks that it runs over."""

    ranks: tuple[float, ...]
    axis: str
    title: str
    description: str


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return where the cut stands: its point, what lies beyond it, and the height of top-p."""
    kept, mass = frames["kept"], frames["mass"]
    last = np.full_like(kept, labels.ranks[-1])
    level = np.where(frames["top_p"] < 1, frames["top_p"], np.nan)[:, np.newaxis]
    return {
        "cut_x": kept[:, np.newaxis],
        "cut_y": mass[:, np.newaxis],
        "told_x": np.maximum(kept, LEFTMOST)[:, np.newaxis].astype(np.float32),
        "told_y": (mass + ASIDE)[:, np.newaxis].astype(np.float32),
        "beyond_x": np.stack([kept, last, last, kept], axis=-1).astype(np.float32),
        "level_y": np.repeat(level, 2, axis=-1).astype(np.float32),
    }


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def rank_curve(labels: Labels) -> LiveFigure:
    """Draw ``curve`` and ``own_curve``, and the cut at ``kept``; a hand on it moves ``top_k``."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(290, 250),
        lowest=250,
        narrow_below=540,
        description=labels.description,
        told=(Told(labels.axis, "kept"), Told(labels.title, "mass")),
        handle=Handle("top_k"),
        shapes=partial(shapes, labels=labels),
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    x = np.array(labels.ranks, dtype=np.float32)
    color = theme.MARK.light
    beyond = go.Scatter(
        y=[LOW, LOW, HIGH, HIGH],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=theme.LINE.light,
        hoverinfo="skip",
    )
    canvas.add(beyond, x="beyond_x")
    ends = _line(theme.PATH.light, 1.5, "dash").update(x=[x[0], x[-1]])
    canvas.add(ends, y="level_y")
    canvas.add(_line(theme.PATH.light, 2, "dot").update(x=x), y="own_curve")
    canvas.add(_line(color, 3, "solid").update(x=x), y="curve")
    outline = {"color": theme.GROUND.light, "width": 2}
    point = go.Scatter(mode="markers", marker={"color": color, "size": 14, "line": outline})
    canvas.add(point.update(hoverinfo="skip", cliponaxis=False), x="cut_x", y="cut_y")
    told = go.Scatter(
        mode="text",
        textposition="middle left",
        texttemplate="<b>%{text}</b>   ",
        textfont={"size": 13 if narrow else 15, "color": color},
        hoverinfo="skip",
        cliponaxis=False,
    )
    canvas.add(told, x="told_x", y="told_y", text=written("mass"))
    _lay_out(canvas.figure, labels, narrow=narrow)


def _line(color: str, width: float, dash: str) -> go.Scatter:
    line = {"color": color, "width": width, "dash": dash}
    return go.Scatter(mode="lines", line=line, hoverinfo="skip")


def _lay_out(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    small: dict[str, Any] = {"size": 11 if narrow else 15}
    figure.update_layout(
        template=theme.template(),
        margin={"l": 34, "r": 14, "t": 30, "b": 44},
    )
    figure.update_xaxes(
        type="log",
        range=[-0.12, np.log10(labels.ranks[-1])],
        tickvals=[1, 10, 100, 1000, 10_000],
        ticktext=["1", "10", "100", "1000", "10,000"],
        tickangle=0,
        title={"text": labels.axis, "standoff": 4, "font": small},
    )
    figure.update_yaxes(
        range=[LOW, HIGH], tickvals=[0, 0.25, 0.5, 0.75, 1], ticktext=["0", "¼", "½", "¾", "1"]
    )
    figure.add_annotation(
        text=f"<b>{labels.title}</b>",
        x=0.5,
        y=1,
        yshift=26,
        xref="paper",
        yref="paper",
        xanchor="center",
        showarrow=False,
        font={"size": 13 if narrow else 15},
    )

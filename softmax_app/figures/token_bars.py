"""The most likely tokens as bars, before and after a cut, and all others together below them."""

from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, written
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

ENDS: Final = (-0.025, 1.16)  # of the axis: a point at 0, and the value beside a bar that is 1
THICK: Final = 0.72
LETTER: Final = 9  # pixels of a token's name


class Labels(NamedTuple):
    """The words of the figure, in the reader's language: a row for each token and the others."""

    rows: tuple[str, ...]
    before: str
    after: str
    drawn: str
    drawn_count: str
    cut_off: str
    axis: str
    description: str


def shapes(frames: Frames) -> Frames:
    """Return where the values and the words stand, and how often a row was drawn."""
    before, after = (np.asarray(frames[one], dtype=np.float64) for one in ("before", "after"))
    share = frames["drawn"] / frames["draws"][:, np.newaxis]
    is_cut = np.arange(after.shape[-1]) >= frames["kept"][:, np.newaxis]
    is_cut[:, -1] = frames["kept"] < after.shape[-1]
    farthest = np.maximum(np.maximum(before, after), share)
    return {
        "drawn_x": np.where(is_cut, np.nan, share).astype(np.float32),
        "value_x": np.where(is_cut, np.nan, farthest).astype(np.float32),
        "cut_off_x": np.where(is_cut, before, np.nan).astype(np.float32),
    }


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def token_bars(labels: Labels) -> LiveFigure:
    """Draw ``before`` behind ``after``, what was ``drawn`` as points; a click sets ``top_k``."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(290, 290),
        description=labels.description,
        told=(
            Told(labels.before, "before", labels.rows),
            Told(labels.after, "after", labels.rows),
            Told(labels.drawn_count, "drawn", labels.rows),
        ),
        shapes=shapes,
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    places = np.arange(len(labels.rows))
    size = 13 if narrow else 15
    bar: dict[str, Any] = {"orientation": "h", "y": places, "width": THICK}
    hover = "%{x:" + theme.ALL_DIGITS + "}"
    canvas.add(
        go.Bar(marker={"color": theme.LINE.light, "line": {"width": 0}}, hoverinfo="skip", **bar),
        x="before",
    )
    canvas.add(
        go.Bar(
            marker={"color": theme.MARK.light, "line": {"width": 0}},
            hovertemplate=f"{labels.after}: {hover}<extra></extra>",
            **bar,
        ),
        x="after",
    )
    canvas.add(_points(labels, places), x="drawn_x")
    canvas.add(
        _words("   %{text}", size, places, theme.TEXT.light), x="value_x", text=written("after")
    )
    canvas.add(_words(f"   {labels.cut_off}", size, places, theme.MUTED.light), x="cut_off_x")
    rows = {
        "x": np.full(len(places), ENDS[1]),
        "marker": {"color": theme.CLEAR},
        "hoverinfo": "none",
    }
    canvas.add(go.Bar(**bar | rows), picks="top_k")
    _lay_out(canvas.figure, labels, narrow=narrow)


def _points(labels: Labels, places: np.typing.NDArray[np.int64]) -> go.Scatter:
    line = {"color": theme.OTHER_MARK.light, "width": 3}
    return go.Scatter(
        y=places,
        mode="markers",
        marker={"symbol": "line-ns", "size": 13, "line": line},  # it covers no bar, however short
        hovertemplate=f"{labels.drawn}: %{{x}}<extra></extra>",
        cliponaxis=False,
    )


def _words(template: str, size: int, places: np.typing.NDArray[np.int64], color: str) -> go.Scatter:
    return go.Scatter(
        y=places,
        mode="text",
        text=[" "] * len(places),
        texttemplate=template,
        textposition="middle right",
        textfont={"size": size, "color": color},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _lay_out(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    room = 10 if narrow else 14
    names = theme.fitting(labels.rows, labels.rows, room)
    size = 13 if narrow else 15
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": room * LETTER + 6, "r": 8, "t": 8, "b": 40},
    )
    figure.update_xaxes(
        range=list(ENDS),
        tickvals=[0, 0.25, 0.5, 0.75, 1],
        ticktext=["0", "¼", "½", "¾", "1"],
        title={"text": labels.axis, "standoff": 4, "font": {"size": size - 1}},
    )
    figure.update_yaxes(
        range=[len(names) - 0.4, -0.6],
        tickvals=list(range(len(names))),
        ticktext=names,
        tickfont={"size": size, "color": theme.TEXT.light},
        showgrid=False,
    )

"""The most likely tokens as bars, before and after a cut, and all others together below them."""

from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, looked_up, written
from softmax_app.figures.told import Told
from softmax_app.sweeps import Floats, Frames

THICK: Final = 0.72
LETTER: Final = 9  # pixels of a token's name
# of the figure's height: the tokens, and below them the whole that is shared
TOKENS: Final = (0.32, 1.0)
WHOLE: Final = (0.0, 0.17)
ABOVE: Final = -1.1  # where the others' part is written: over the bar of the whole, that is 1 high
PALE: Final = 0.4  # the others, who are as much after the cut as the tokens
ROOM: Final = (0.025, 0.16)  # beside an axis, of its length: a mark at 0, the value at its end
LEAST: Final = 0.004  # of the axis: what is no longer is drawn so, or it would not be seen
FEW: Final = 1e-3  # a probability; where all are below it, that is said
BREAK: Final = 0.96  # of the axis: where a bar beyond it is broken
STEPS: Final = 5  # of the tokens' axis


class Labels(NamedTuple):
    """The words of the figure, in the reader's language: a row for each token and the others.

    The tokens' axis goes from 0 to ``end``, also while something is moved: bars that grow beyond it
    break off there.
    """

    rows: tuple[str, ...]
    before: str
    after: str
    drawn_count: str
    cut_off: str
    tiny: str
    axis: str
    whole: str
    description: str
    end: float


def shapes(frames: Frames, labels: Labels) -> Frames:
    """Return where bars, values and words stand, and what shares the whole, the others first.

    >>> labels = Labels(("A", "B", "others"), *[""] * 8, end=0.25)
    >>> probs = {"before": np.array([[0.5, 0.2, 0.3]]), "after": np.array([[0.5, 0.2, 0.3]])}
    >>> counts = {"drawn": np.array([[6, 1, 3]]), "draws": np.array([10]), "kept": np.array([9])}
    >>> one = {"word_rank": np.array([2]), "uniform": np.array([0.6])}
    >>> found = shapes(probs | counts | one, labels)
    >>> found["after_x"], found["breaks_x"], found["shared"]  # doctest: +NORMALIZE_WHITESPACE
    (array([[0.25, 0.2 ]], dtype=float32), array([[0.24, nan]], dtype=float32),
     array([[1. , 0.7, 0.5]], dtype=float32))
    >>> found["word_y"], found["uniform_x"]
    (array([[1.]], dtype=float32), array([[0.6]], dtype=float32))
    """
    end = labels.end
    before, after = (np.asarray(frames[one], dtype=np.float64) for one in ("before", "after"))
    share = frames["drawn"] / frames["draws"][:, np.newaxis]
    is_cut = np.arange(after.shape[-1] - 1) >= frames["kept"][:, np.newaxis]
    farthest = np.maximum(np.maximum(before, after), share)[:, :-1]
    is_drawn = ~is_cut & (share[:, :-1] <= end)
    rank = frames["word_rank"][:, np.newaxis]
    found = {
        "word_y": np.where(rank < len(labels.rows), rank - 1, np.nan),
        "uniform_x": frames["uniform"][:, np.newaxis],
        "before_x": _seen(before[:, :-1], end),
        "after_x": _seen(after[:, :-1], end),
        "drawn_x": np.where(is_drawn, share[:, :-1], np.nan),
        "value_x": np.where(is_cut, np.nan, np.minimum(farthest, end)),
        "cut_off_x": np.where(is_cut, np.minimum(before[:, :-1], end), np.nan),
        "breaks_x": np.where(farthest > end, BREAK * end, np.nan),
        "shared": np.cumsum(after, axis=-1)[:, ::-1],
    }
    rows = {name: one.astype(np.float32) for name, one in found.items()}
    is_tiny = (np.maximum(before, after)[:, :-1].max(axis=-1, keepdims=True) < FEW).astype(np.int64)
    return rows | {
        "tokens_after": after[:, :-1],
        "others_after": after[:, -1:],
        "is_tiny": is_tiny,
    }


def _seen(probs: Floats, end: float) -> Floats:
    """Return how long bars are drawn: no longer than the axis, and what is not 0 is seen."""
    return np.where(probs > 0, np.clip(probs, LEAST * end, end), 0.0)


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def token_bars(labels: Labels) -> LiveFigure:
    """Draw ``before`` behind ``after``, and what was drawn as marks; a click sets ``top_k``."""
    return live_figure(
        partial(_draw, labels=labels),
        heights=(290, 290),
        lowest=270,
        narrow_below=540,
        description=labels.description,
        told=(
            Told(labels.before, "before", labels.rows),
            Told(labels.after, "after", labels.rows),
            Told(labels.drawn_count, "drawn", labels.rows),
        ),
        shapes=partial(shapes, labels=labels),
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    places = np.arange(len(labels.rows) - 1)
    size = 13 if narrow else 15
    bar: dict[str, Any] = {"orientation": "h", "y": places, "width": THICK, "hoverinfo": "skip"}
    for color, array in ((theme.LINE.light, "before_x"), (theme.MARK.light, "after_x")):
        canvas.add(go.Bar(marker={"color": color, "line": {"width": 0}}, **bar), x=array)
    canvas.add(_marks(theme.GROUND.light, y=places), x="breaks_x")
    canvas.add(_marks(theme.OTHER_MARK.light, y=places), x="drawn_x")
    canvas.add(_one("triangle-right", x=[-labels.end * ROOM[0] / 2]), y="word_y")
    canvas.add(
        _words("   %{text}", size, theme.TEXT.light, y=places),
        x="value_x",
        text=written("tokens_after"),
    )
    canvas.add(
        _words(f"   {labels.cut_off}", size, theme.MUTED.light, y=places),
        x="cut_off_x",
    )
    tiny = _words("%{text}", size, theme.MUTED.light, x=[labels.end], y=[len(places) / 2 - 0.5])
    tiny.update(textposition="middle left")
    canvas.add(tiny, text=looked_up("is_tiny", (" ", labels.tiny)))
    _add_whole(canvas, labels, size)
    rows = {
        "x": np.full(len(places), labels.end * (1 + ROOM[1])),
        "marker": {"color": theme.CLEAR},
        "hoverinfo": "none",
    }
    canvas.add(go.Bar(**bar | rows), picks="top_k")
    _lay_out(canvas.figure, labels, narrow=narrow)


def _add_whole(canvas: Canvas, labels: Labels, size: int) -> None:
    """Add what all tokens share: bars one over the other, so that each shows what it has more."""
    axes = {"xaxis": "x2", "yaxis": "y2"}
    tokens = len(labels.rows) - 1
    bars = go.Bar(
        orientation="h",
        y=np.zeros(len(labels.rows)),
        width=1,
        marker={
            "color": theme.MARK.light,
            "opacity": [PALE, *[1.0] * tokens],
            "line": {"color": theme.GROUND.light, "width": 1},
        },
        hoverinfo="skip",
        **axes,
    )
    canvas.add(bars, x="shared")
    canvas.add(_one("diamond", y=[0], **axes), x="uniform_x")
    others = _words(f"{labels.rows[-1]}  %{{text}}", size, theme.TEXT.light, y=[ABOVE], **axes)
    others.update(x=[1], textposition="middle left")
    canvas.add(others, text=written("others_after"))


def _marks(color: str, **place: Any) -> go.Scatter:
    line = {"color": color, "width": 3}
    return go.Scatter(
        mode="markers",
        marker={"symbol": "line-ns", "size": 13, "line": line},  # it covers no bar, however short
        hoverinfo="skip",
        cliponaxis=False,
        **place,
    )


def _one(symbol: str, **place: Any) -> go.Scatter:
    """Return the mark of the one draw that is read."""
    edge = {"color": theme.GROUND.light, "width": 1}
    marker = {"symbol": symbol, "size": 12, "color": theme.OTHER_MARK.light, "line": edge}
    return go.Scatter(mode="markers", marker=marker, hoverinfo="skip", cliponaxis=False, **place)


def _words(template: str, size: int, color: str, **place: Any) -> go.Scatter:
    return go.Scatter(
        mode="text",
        text=[" "] * len(place["y"]),
        texttemplate=template,
        textposition="middle right",
        textfont={"size": size, "color": color},
        hoverinfo="skip",
        cliponaxis=False,
        **place,
    )


def _lay_out(figure: go.Figure, labels: Labels, *, narrow: bool) -> None:
    room = 10 if narrow else 14
    names = theme.fitting(labels.rows[:-1], labels.rows[:-1], room)
    size = 13 if narrow else 15
    title = {"standoff": 2, "font": {"size": size}}
    ticks = np.linspace(0, labels.end, STEPS + 1).tolist()
    figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": room * LETTER + 6, "r": 8, "t": 4, "b": 38},
        xaxis=_axis(labels.end, {one: f"{one:g}" for one in ticks}, "y")
        | {"title": {"text": labels.axis, **title}},
        xaxis2=_axis(1, {0: "0", 0.25: "¼", 0.5: "½", 0.75: "¾", 1: "1"}, "y2")
        | {"title": {"text": labels.whole, **title}},
        yaxis={
            "domain": TOKENS,
            "range": [len(names) - 0.4, -0.6],
            "tickvals": list(range(len(names))),
            "ticktext": names,
            "tickfont": {"size": size, "color": theme.TEXT.light},
            "showgrid": False,
        },
        yaxis2={"domain": WHOLE, "range": [0.5, ABOVE - 0.5], "visible": False, "anchor": "x2"},
    )


def _axis(end: float, ticks: dict[float, str], anchor: str) -> dict[str, Any]:
    return {
        "range": [-ROOM[0] * end, (1 + ROOM[1]) * end],
        "tickvals": list(ticks),
        "ticktext": list(ticks.values()),
        "tickangle": 0,
        "anchor": anchor,
    }

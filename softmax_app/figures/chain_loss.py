"""The panel of the loss in the chain: its curve, where it stands, and where the next steps lead."""

from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import theme
from softmax_app.figures.live_figure import Canvas, looked_up, written
from softmax_app.figures.panel import Panel
from softmax_app.sweeps import Frames

LOSS: Final = "loss"
HIGHEST: Final = 9.0  # loss to which the curve is drawn; a point beyond waits at its end
AHEAD: Final = 5  # steps downhill, that are drawn before they are taken
FADING: Final = tuple(1 - k / (AHEAD + 2) for k in range(AHEAD))  # the later, the fainter
LEVELS: Final = {"wide": (3, 6), "narrow": (3,)}  # of the loss, that are told
RINGS_BELOW: Final = {"wide": 30, "narrow": 24}  # pixels from the top of the loss to what says so
WAYS: Final = ("circle", "triangle-up")  # the point of the loss: on the curve, or beyond it


class Words(NamedTuple):
    """The true class, from 0, and its name; what the rings are."""

    label: int
    name: str
    ahead: str


def loss_shapes(frames: Frames) -> Frames:
    """Return where the point and the rings stand on the curve; a ring beyond it is left out."""
    loss = np.asarray(frames[LOSS], dtype=np.float64)[:, np.newaxis]
    ahead = np.asarray(frames["ahead_loss"], dtype=np.float64)
    return {
        "loss_at": np.minimum(loss, HIGHEST).astype(np.float32),
        "loss_way": (loss > HIGHEST).astype(np.int64),
        "ahead_at": np.where(ahead > HIGHEST, np.nan, ahead).astype(np.float32),
    }


def add_loss(canvas: Canvas, panel: Panel, words: Words, *, narrow: bool) -> None:
    """Add minus the logarithm of p, the point of the true class on it, and its loss in digits."""
    color = theme.CLASSES[words.label].light
    # enlarged, corners would show
    line = {"color": theme.PATH.light, "width": 2, "simplify": False}
    curve = go.Scatter(mode="lines", line=line, hoverinfo="skip", **panel.axes)
    canvas.add(curve, x="loss_curve_x", y="loss_curve_y")
    canvas.add(_rings(color, panel), x="ahead_prob", y="ahead_at")
    outline = {"color": theme.GROUND.light, "width": 2}
    point = go.Scatter(
        mode="markers",
        marker={"color": color, "size": 15, "opacity": 1, "line": outline},
        customdata=[theme.plain(words.name)],
        hovertemplate=f"%{{customdata}}: p = %{{x:{theme.ALL_DIGITS}}}<extra></extra>",
        cliponaxis=False,
        **panel.axes,
    )
    canvas.add(point, x="label_prob", y="loss_at", marker_symbol=looked_up("loss_way", WAYS))
    digits = go.Scatter(
        x=[1],
        y=[HIGHEST],
        mode="text",
        textposition="bottom left",
        textfont={"color": color, "size": 22, "weight": 700},
        hoverinfo="skip",
        cliponaxis=False,
        **panel.axes,
    )
    canvas.add(digits, text=written(LOSS))
    canvas.figure.add_annotation(
        text=words.ahead,
        x=1,
        y=HIGHEST,
        yshift=-RINGS_BELOW["narrow" if narrow else "wide"],
        xref=panel.axes["xaxis"],
        yref=panel.axes["yaxis"],
        xanchor="right",
        yanchor="top",
        showarrow=False,
        font={"size": 11, "color": theme.MUTED.light},
    )
    panel.lay_out(canvas.figure, (-0.06, 1.06), {0: "0", 0.5: "p", 1: "1"})
    canvas.figure.update_layout(
        {
            panel.axis("y"): {
                "range": [0, HIGHEST * 1.1],
                "tickvals": LEVELS["narrow" if narrow else "wide"],
                "showticklabels": True,
                "showgrid": True,
                "side": "right",  # where the curve is low
                "tickfont": {"size": 12},
            }
        }
    )


def _rings(color: str, panel: Panel) -> go.Scatter:
    """Return what stands where the next steps lead, numbered from 1."""
    return go.Scatter(
        mode="markers",
        marker={
            "color": theme.GROUND.light,
            "size": 8,
            "opacity": FADING,
            "line": {"color": color, "width": 1.5},
        },
        customdata=list(range(1, AHEAD + 1)),
        hovertemplate=f"+%{{customdata}}: p = %{{x:{theme.ALL_DIGITS}}}<extra></extra>",
        cliponaxis=False,
        **panel.axes,
    )

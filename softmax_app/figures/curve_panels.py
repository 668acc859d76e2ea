"""A curve with points on it, and beside it bars on one axis from 0 to 1."""

from functools import lru_cache
from typing import Any, Final, NamedTuple

import plotly.graph_objects as go

from softmax_app.bindings import Feed, LiveFigure
from softmax_app.figures import share_panels, theme

CURVE_ENDS: Final = 0.42  # of the figure's width
PANELS_BEGIN: Final = 0.5


class Curve(NamedTuple):
    """What stands on the left: lines ``<name>_x``, ``<name>_y``, and points alike.

    Each line and set of points has its colours. ``y_range`` is None where the curve shares the
    axis from 0 to 1 with the bars. ``guides`` are dashed lines, upright or level.
    """

    title: str
    axis: str
    lines: tuple[tuple[str, str], ...]
    points: tuple[tuple[str, tuple[str, ...]], ...]
    x_range: tuple[float, float]
    x_ticks: tuple[float, ...]
    y_range: tuple[float, float] | None = None
    upright_guides: tuple[float, ...] = ()
    level_guides: tuple[float, ...] = ()
    clip: bool = False  # hide what runs out of the plot


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    panels: share_panels.Labels
    curve: Curve


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def curve_panels(labels: Labels) -> LiveFigure:
    """Draw the curve's lines and points and the panels' arrays.

    Points may have ``<name>_size``, in pixels, where the labels ask for it with a ``*`` behind
    their name.
    """
    panels = share_panels.feeds(labels.panels)
    trace = 1 + max(feed.trace for feed in panels)
    own: list[Feed] = []
    for name, _ in (*labels.curve.lines, *labels.curve.points):
        plain = name.removesuffix("*")
        own += [Feed(trace, "x", f"{plain}_x"), Feed(trace, "y", f"{plain}_y")]
        if plain != name:
            own += [Feed(trace, "marker.size", f"{plain}_size")]
        trace += 1
    return LiveFigure(
        wide=_figure(labels, narrow=False),
        narrow=_figure(labels, narrow=True),
        feeds=(*panels, *own),
        height=340,
        narrow_height=250,
        description=labels.panels.description,
    )


def _figure(labels: Labels, *, narrow: bool) -> go.Figure:
    figure = share_panels.draw(
        labels.panels, narrow=narrow, area=share_panels.Area(left=PANELS_BEGIN)
    )
    curve = labels.curve
    x = f"x{theme.axis_number(len(labels.panels.panels))}"
    y = "y" if curve.y_range is None else "y2"
    axes = {"xaxis": x, "yaxis": y, "hoverinfo": "skip", "cliponaxis": curve.clip}
    for _, color in curve.lines:
        figure.add_trace(go.Scatter(mode="lines", line={"color": color, "width": 3}, **axes))
    for _, colors in curve.points:
        outline = {"color": theme.GROUND.light, "width": 2}
        marker = {"color": list(colors), "size": 15, "opacity": 1, "line": outline}
        figure.add_trace(go.Scatter(mode="markers", marker=marker, **axes))
    ticks = {"tickfont": {"size": 12, "color": theme.MUTED.light}}
    figure.update_layout(
        {
            x.replace("x", "xaxis"): {
                "domain": [0, CURVE_ENDS],
                "range": list(curve.x_range),
                "tickvals": list(curve.x_ticks),
                "anchor": y,
                **ticks,
            }
        }
    )
    _place_y_axes(figure, curve, x, narrow=narrow)
    figure.update_layout(margin_b=44)
    _guides(figure, curve, x, y)
    _words(figure, curve, narrow=narrow)
    return figure


def _place_y_axes(figure: go.Figure, curve: Curve, x: str, *, narrow: bool) -> None:
    """Let the curve share the bars' axis, or give it its own and the bars theirs."""
    if curve.y_range is None:
        figure.update_layout(yaxis_anchor=x)
        return
    figure.update_layout(
        yaxis2={
            "range": list(curve.y_range),
            "anchor": x,
            "tickfont": {"size": 12, "color": theme.MUTED.light},
        },
        yaxis_title_text="",
        margin_l=30 if narrow else 40,
    )


def _guides(figure: go.Figure, curve: Curve, x: str, y: str) -> None:
    low, high = (0.0, 1.0) if curve.y_range is None else curve.y_range
    line: dict[str, Any] = {"color": theme.PATH.light, "width": 1.5, "dash": "dash"}
    for at in curve.upright_guides:
        figure.add_shape(type="line", xref=x, yref=y, x0=at, x1=at, y0=low, y1=high, line=line)
    left, right = curve.x_range
    for at in curve.level_guides:
        figure.add_shape(type="line", xref=x, yref=y, x0=left, x1=right, y0=at, y1=at, line=line)


def _words(figure: go.Figure, curve: Curve, *, narrow: bool) -> None:
    place = {"xref": "paper", "yref": "paper", "x": CURVE_ENDS / 2, "showarrow": False}
    figure.add_annotation(
        text=f"<b>{curve.title}</b>",
        y=1,
        yshift=44,
        xanchor="center",
        font={"size": 13 if narrow else 16},
        **place,
    )
    figure.add_annotation(
        text=curve.axis,
        y=0,
        yshift=-44,
        xanchor="center",
        yanchor="bottom",
        font={"size": 11 if narrow else 13, "color": theme.MUTED.light},
        **place,
    )

"""Two plots side by side over the same quantity: lines, and a point on each of them."""

from functools import lru_cache
from typing import Final, NamedTuple

import plotly.graph_objects as go

from softmax_app.bindings import Feed, Handle, LiveFigure
from softmax_app.figures import theme

DOMAINS: Final = ((0.0, 0.46), (0.54, 1.0))


class Plot(NamedTuple):
    """One of the two: its title, its range upwards, and the lines ``<line>_y`` in it."""

    title: str
    y_range: tuple[float, float]
    lines: tuple[str, ...]


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    plots: tuple[Plot, Plot]
    axis: str
    x_range: tuple[float, float]
    description: str
    handle: str  # the control that a hand on the left plot moves


# of a line, by what its name begins with: the same in both plots
LOOKS: Final = {
    "logits": (theme.CLASSES[2].light, "solid"),
    "clipped": (theme.CLASSES[1].light, "dash"),
    "single": (theme.CLASSES[3].light, "dot"),
}


@lru_cache(maxsize=16)  # the same words make the same figure, whatever its numbers
def two_plots(labels: Labels) -> LiveFigure:
    """Draw ``curves_x`` with every ``<line>_y``, and points ``here_x``, ``<line>_here``."""
    feeds: list[Feed] = []
    trace = 0
    for plot in labels.plots:
        for line in plot.lines:
            feeds += [Feed(trace, "x", "curves_x"), Feed(trace, "y", f"{line}_y")]
            feeds += [Feed(trace + 1, "x", "here_x"), Feed(trace + 1, "y", f"{line}_here")]
            trace += 2
    return LiveFigure(
        wide=_figure(labels, narrow=False),
        narrow=_figure(labels, narrow=True),
        feeds=tuple(feeds),
        height=360,
        narrow_height=270,
        description=labels.description,
        handle=Handle(labels.handle),
    )


def _figure(labels: Labels, *, narrow: bool) -> go.Figure:
    figure = go.Figure()
    for number, plot in enumerate(labels.plots):
        axes = {"xaxis": f"x{theme.axis_number(number)}", "yaxis": f"y{theme.axis_number(number)}"}
        for line in plot.lines:
            color, dash = LOOKS[line.split("_")[0]]
            style = {"color": color, "dash": dash, "width": 3}
            outline = {"color": theme.GROUND.light, "width": 2}
            marker = {"color": color, "size": 13, "line": outline}
            figure.add_trace(go.Scatter(mode="lines", line=style, hoverinfo="skip", **axes))
            figure.add_trace(
                go.Scatter(
                    mode="markers",
                    marker=marker,
                    hovertemplate="%{y:.6g}<extra></extra>",
                    cliponaxis=False,
                    **axes,
                )
            )
        _lay_out(figure, number, plot, labels, narrow=narrow)
    figure.update_layout(
        template=theme.template(),
        margin={"l": 34 if narrow else 44, "r": 8, "t": 34, "b": 44},
    )
    return figure


def _lay_out(figure: go.Figure, number: int, plot: Plot, labels: Labels, *, narrow: bool) -> None:
    start, end = DOMAINS[number]
    axis = theme.axis_number(number)
    figure.update_layout(
        {
            f"xaxis{axis}": {
                "domain": [start, end],
                "range": list(labels.x_range),
                "anchor": f"y{axis}",
                "title": {"text": labels.axis, "font": {"size": 11 if narrow else 13}},
            },
            f"yaxis{axis}": {"range": list(plot.y_range), "anchor": f"x{axis}"},
        }
    )
    figure.add_annotation(
        text=f"<b>{theme.plain(plot.title)}</b>",
        x=(start + end) / 2,
        y=1,
        yshift=32,
        xref="paper",
        yref="paper",
        xanchor="center",
        showarrow=False,
        font={"size": 13 if narrow else 16},
    )

"""One of several panels in a figure: where it stands, and its axes."""

from typing import Any, NamedTuple

import plotly.graph_objects as go

from softmax_app.figures import theme


class Panel(NamedTuple):
    """Where a panel stands in the figure, in parts of it; its number says which axes it has."""

    number: int
    left: float
    right: float
    bottom: float
    top: float

    @property
    def axes(self) -> dict[str, str]:
        """The axes of its traces."""
        axis = theme.axis_number(self.number)
        return {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}

    def axis(self, kind: str) -> str:
        """The name of its axis "x" or "y" in a layout."""
        return f"{kind}axis{theme.axis_number(self.number)}"

    def lay_out(self, figure: go.Figure, ends: tuple[float, float], ticks: dict[Any, str]) -> None:
        """Put the axes where it stands; the one across goes between ``ends``, with ``ticks``."""
        figure.update_layout(
            {
                self.axis("x"): {
                    "domain": [self.left, self.right],
                    "anchor": self.axes["yaxis"],
                    "range": list(ends),
                    "tickvals": list(ticks),
                    "ticktext": list(ticks.values()),
                    "tickangle": 0,
                    "tickfont": {"size": 11, "color": theme.MUTED.light},
                    "showgrid": False,
                },
                self.axis("y"): {
                    "domain": [self.bottom, self.top],
                    "anchor": self.axes["xaxis"],
                    "showgrid": False,
                },
            }
        )

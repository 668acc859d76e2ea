"""The Jacobian matrix of softmax as coloured cells, and beside each row its probability."""

from functools import lru_cache, partial
from typing import Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from softmax_app.figures import class_bars, theme
from softmax_app.figures.live_figure import Canvas, LiveFigure, live_figure, written
from softmax_app.figures.told import Told
from softmax_app.sweeps import Frames

LARGEST: Final = 0.25  # no entry is larger: p (1 - p)
# as the square root: a quarter of the largest entry has half of the colour
SCALE: Final = (
    (0.0, theme.FALL),
    (0.375, theme.FALLING),
    (0.5, theme.GROUND),
    (0.625, theme.RISING),
    (1.0, theme.RISE),
)
FEW: Final = 5  # classes whose numbers and names fit on a phone
# of the numbers, by how many classes there are: as large as a cell has room for
SIZES: Final = {"wide": {2: 26, 3: 24, 4: 20, 5: 17}, "narrow": {2: 19, 3: 16, 4: 13, 5: 11}}
SMALL: Final = 12
LONGEST_NAME: Final = 10
# where the matrix and the bars stand, and how far these reach: values are written beside them
MATRIX: Final = {"wide": (0, 0.74), "narrow": (0, 0.69)}
BARS: Final = {"wide": (0.77, 1), "narrow": (0.71, 1)}
REACH: Final = {"wide": 1.35, "narrow": 1.6}
AROUND: Final = 0.5  # from the middle of a cell to the frame around it: between the cells
LETTERS: Final = {"wide": 50, "narrow": 24}  # of the names above all columns together


class Labels(NamedTuple):
    """The words of the figure, in the reader's language."""

    classes: tuple[str, ...]
    short_classes: tuple[str, ...]
    columns: str
    rows: str
    bars: str
    picks: str
    description: str


def shapes(frames: Frames) -> Frames:
    """Return the frame around the entry that is looked at."""
    row, column = np.asarray(frames["entry"]).T[..., np.newaxis]
    return {
        "frame_x": (column + AROUND * np.array([-1, 1, 1, -1, -1])).astype(np.float32),
        "frame_y": (row + AROUND * np.array([-1, -1, 1, 1, -1])).astype(np.float32),
    }


@lru_cache(maxsize=64)  # the same words make the same figure, whatever its numbers
def jacobian(labels: Labels) -> LiveFigure:
    """Draw ``jacobian``, shape (rows, n * n), the matrix row by row, and ``probs``, (rows, n).

    A frame is around ``entry``, a row and a column; a click on a cell chooses another one.
    """
    n_classes = len(labels.classes)
    return live_figure(
        partial(_draw, labels=labels),
        heights=(340, 300),
        lowest=290,
        description=labels.description,
        told=(
            Told(labels.bars, "probs", labels.classes),
            *(
                Told(f"{labels.rows} · {name}", "jacobian", labels.classes, first=row * n_classes)
                for row, name in enumerate(labels.classes)
            ),
        ),
        shapes=shapes,
    )


def _draw(canvas: Canvas, *, narrow: bool, labels: Labels) -> None:
    n_classes = len(labels.classes)
    cells = _cells(n_classes, narrow=narrow)
    canvas.add(cells, picks_cell=labels.picks, z="jacobian", text=written("jacobian"))
    _add_bars(canvas, labels, narrow=narrow)
    names, place = (labels.classes, labels.short_classes), "narrow" if narrow else "wide"
    columns = class_bars.names(*names, LETTERS[place] / n_classes)
    rows = theme.fitting(*names, LONGEST_NAME if n_classes <= FEW else 4)
    line = {"width": 3, "color": theme.TEXT.light}
    frame = go.Scatter(mode="lines", line=line, hoverinfo="skip", cliponaxis=False)
    canvas.add(frame, x="frame_x", y="frame_y")
    axis = {"tickvals": list(range(n_classes)), "tickangle": 0, "showgrid": False}
    if n_classes <= FEW and not narrow:
        axis["tickfont"] = {"size": 16}
    start, end = -0.5, n_classes - 0.5
    small = {"size": 11 if narrow else 15}
    canvas.figure.update_layout(
        template=theme.template(),
        barmode="overlay",
        margin={"l": 70 if narrow else 112, "r": 6, "t": 58, "b": 6},
        xaxis=axis
        | {
            "domain": MATRIX[place],
            "range": [start, end],
            "ticktext": columns,
            "side": "top",
            "title": {"text": labels.columns, "font": small},
        },
        xaxis2={
            "domain": BARS[place],
            "range": [0, REACH[place]],
            "side": "top",
            "tickvals": [0, 1],
            "showgrid": False,
            "title": {"text": labels.bars, "font": small},
        },
        yaxis=axis
        | {
            "range": [end, start],
            "ticktext": rows,
            "title": {"text": labels.rows, "font": small, "standoff": 8},
        },
    )


def _add_bars(canvas: Canvas, labels: Labels, *, narrow: bool) -> None:
    """Add the probabilities, each as a bar beside its row, and their values."""
    n_classes = len(labels.classes)
    bars = class_bars.bars(labels.classes, width=0.5, xaxis="x2")
    hover = f"%{{customdata}}: %{{x:{theme.ALL_DIGITS}}}<extra></extra>"
    canvas.add(bars.update(orientation="h", x=None, y=bars.x, hovertemplate=hover), x="probs")
    values = go.Scatter(
        y=list(range(n_classes)),
        xaxis="x2",
        mode="text",
        text=[" "] * n_classes,
        texttemplate=" %{text}",
        textposition="middle right",
        textfont={"size": 11 if narrow else 14},
        hoverinfo="skip",
        cliponaxis=False,
    )
    canvas.add(values, x="probs", text=written("probs"))


def _cells(n_classes: int, *, narrow: bool) -> go.Heatmap:
    places = [(i, j) for i in range(n_classes) for j in range(n_classes)]
    shown = not (narrow and n_classes > FEW)
    return go.Heatmap(
        x=[j for _, j in places],
        y=[i for i, _ in places],
        zmin=-LARGEST,
        zmid=0,
        zmax=LARGEST,
        colorscale=[[place, shade.light] for place, shade in SCALE],
        showscale=False,
        xgap=3,
        ygap=3,
        texttemplate="%{text}" if shown else "",
        textfont={
            "size": SIZES["narrow" if narrow else "wide"].get(n_classes, SMALL),
            "color": theme.TEXT.light,
        },
        hoverinfo="none" if shown else "text",  # a click is heard where it is not skipped
    )

"""What figures with a bar for each class have in common; where it stands, its axes say."""

from collections.abc import Sequence
from typing import Any, Final

import plotly.graph_objects as go

from softmax_app.figures import theme

WAYS: Final = ("triangle-down", "triangle-up")  # in which a bar goes on outside its panel
SHORTEST_NAME: Final = 5  # letters: with less room there are numbers instead


def bars(classes: tuple[str, ...], *, width: float, **axes: Any) -> go.Bar:
    """Return the bars that are seen, each in its class's colour."""
    return go.Bar(
        x=list(range(len(classes))),
        width=width,
        marker={"color": theme.class_colors(len(classes)), "line": {"width": 0}},
        customdata=[theme.plain(label) for label in classes],
        hovertemplate=f"%{{customdata}}: %{{y:{theme.ALL_DIGITS}}}<extra></extra>",
        **axes,
    )


def outlines(n_classes: int, *, width: float, **axes: Any) -> go.Bar:
    """Return empty bars in their classes' colours, around the seen ones."""
    return go.Bar(
        x=list(range(n_classes)),
        width=width,
        marker={
            "color": theme.CLEAR,
            "line": {"width": 2, "color": theme.class_colors(n_classes)},
        },
        hoverinfo="skip",
        **axes,
    )


def values(n_classes: int, font: dict[str, int], **axes: Any) -> go.Bar:
    """Return unseen bars that carry the values beyond the ends of the seen ones.

    They are as wide as the room there is for a value: one that is wider is left away.
    """
    return go.Bar(
        x=list(range(n_classes)),
        width=1,
        marker={"color": theme.CLEAR, "line": {"width": 0}},
        text=[""] * n_classes,
        textposition="outside",
        textangle=0,
        textfont=font,
        cliponaxis=False,
        constraintext="none",
        hoverinfo="skip",
        **axes,
    )


def knobs(taken: Sequence[int], size: float, **axes: Any) -> go.Scatter:
    """Return what says that these bars can be taken, so many pixels large."""
    line = {"width": 3, "color": [theme.CLASSES[k].light for k in taken]}
    return go.Scatter(
        x=list(taken),
        mode="markers",
        marker={"size": size, "color": theme.GROUND.light, "line": line},
        cliponaxis=False,
        hoverinfo="skip",
        **axes,
    )


def arrows(n_classes: int, **axes: Any) -> go.Scatter:
    """Return the arrows at bars that go on outside their panel; ``WAYS`` are their symbols."""
    return go.Scatter(
        x=list(range(n_classes)),
        mode="markers",
        marker={
            "color": theme.class_colors(n_classes),
            "size": 10,
            "opacity": 1,
            "line": {"color": theme.GROUND.light, "width": 1.5},
        },
        hoverinfo="skip",
        cliponaxis=False,
        **axes,
    )


def names(classes: tuple[str, ...], short_classes: tuple[str, ...], letters: float) -> list[str]:
    """Return what stands below the bars: names cut to so many letters, or numbers in their place.

    >>> names(("sport", "politics"), ("1", "2"), 8), names(("sport", "politics"), ("1", "2"), 4)
    (['sport', 'politics'], ['1', '2'])
    >>> names(("体育", "时政"), ("1", "2"), 4)
    ['体育', '时政']
    """
    longest = max(map(theme.width, classes))
    if letters < min(SHORTEST_NAME, longest):  # the controls and the table have them
        return [str(one + 1) for one in range(len(classes))]
    return theme.fitting(classes, short_classes, letters)


def names_in_lines(
    classes: tuple[str, ...], short_classes: tuple[str, ...], letters: float
) -> list[str]:
    """Return names as ``names`` does; where they do not fit, every other one in a second line.

    >>> names_in_lines(("sport", "politics"), ("1", "2"), 4)
    ['sport', '<br>politics']
    >>> names_in_lines(("sport", "politics"), ("1", "2"), 2)
    ['1', '2']
    """
    room = 2 * letters - 1  # each has its neighbours' as well, and a gap
    if room < SHORTEST_NAME or all(theme.width(name) <= letters for name in classes):
        return names(classes, short_classes, letters)
    cut = theme.fitting(classes, short_classes, room)
    return [f"<br>{name}" if place % 2 else name for place, name in enumerate(cut)]

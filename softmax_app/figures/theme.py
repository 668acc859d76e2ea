"""Every colour of the course, and the template that its figures share.

A figure is built in the light colours. Each has a dark twin, and the browser swaps the ones for
the others, so that a change of theme needs no new figure.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple
from unicodedata import east_asian_width

import plotly.graph_objects as go


class Shade(NamedTuple):
    """One colour's meaning, on a light and on a dark ground."""

    light: str
    dark: str


# After Okabe & Ito (2008), darkened until they can be read as text on white (contrast of at
# least 4.5 to 1), and lightened likewise on the dark ground. A class keeps its colour everywhere.
CLASSES: Final = (
    Shade("#0b6bb5", "#63b5f2"),  # blue
    Shade("#c24a00", "#ff9552"),  # vermilion
    Shade("#00795a", "#38cfa5"),  # bluish green
    Shade("#a63d7d", "#ee9fcb"),  # reddish purple
    Shade("#8a6100", "#f2be3f"),  # orange
    Shade("#4a4f57", "#c3c8d0"),  # grey
    Shade("#5b3fa8", "#b3a1f5"),  # indigo
    Shade("#117a8b", "#5fd4e6"),  # cyan
    Shade("#687300", "#cfd84f"),  # olive
    Shade("#8c1f47", "#f77fa6"),  # wine
)
TEXT: Final = Shade("#1c2733", "#e8ecf1")
MUTED: Final = Shade("#5c6875", "#a3adb8")
LINE: Final = Shade("#d3d9e0", "#3d4753")
GROUND: Final = Shade("#ffffff", "#12171e")
FAULT: Final = Shade("#9a3412", "#fdba74")
FAULT_GROUND: Final = Shade("#fbeee6", "#33241b")
RISE: Final = Shade("#9ec9ec", "#226ca6")  # grounds of cells, on which text is read
FALL: Final = Shade("#f5bd9a", "#a8531c")
RISING: Final = Shade("#cee4f6", "#1a4262")  # half as much of them
FALLING: Final = Shade("#fadecc", "#5d351d")
MARK_GROUND: Final = Shade("#f3ebfb", "#2a2038")  # of a cell that holds nothing, but could
ASK: Final = Shade("#6b2fb3", "#c9a7ff")  # what is asked, and leads on; no class has it
PATH: Final = Shade("#64717f", "#98a4b1")
# of what is no class: points that are moved, routes that are compared
MARK: Final = Shade("#7b2cbf", "#c79bff")
OTHER_MARK: Final = Shade("#c2177e", "#ff8ac6")
CLEAR: Final = "rgba(0,0,0,0)"

ALL_DIGITS: Final = ".16~g"  # of a number that is pointed at

# by the names under which the style sheet knows them
SHADES: Final[dict[str, Shade]] = {
    **{f"class-{number}": shade for number, shade in enumerate(CLASSES)},
    "text": TEXT,
    "muted": MUTED,
    "line": LINE,
    "ground": GROUND,
    "fault": FAULT,
    "fault-ground": FAULT_GROUND,
    "ask": ASK,
    "path": PATH,
    "rise": RISE,
    "fall": FALL,
    "rising": RISING,
    "mark": MARK,
    "mark-ground": MARK_GROUND,
    "other-mark": OTHER_MARK,
    "falling": FALLING,
}


def class_colors(n_classes: int) -> list[str]:
    """Return the light colours of the first ``n_classes`` classes."""
    return [shade.light for shade in CLASSES[:n_classes]]


def template() -> go.layout.Template:
    """Return what all figures of the course have in common."""
    axis = {
        "gridcolor": LINE.light,
        "linecolor": LINE.light,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"color": MUTED.light},
    }
    return go.layout.Template(
        layout={
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "font": {"size": 14, "color": TEXT.light},
            "hoverlabel": {"font": {"size": 14}},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "showlegend": False,
            "dragmode": False,
            "xaxis": axis,
            "yaxis": axis,
        }
    )


def axis_number(index: int) -> str:
    """Return the number in the name of a figure's axis: none for the first.

    >>> f"x{axis_number(0)}", f"x{axis_number(2)}"
    ('x', 'x3')
    """
    return str(index + 1) if index else ""


def fitting(names: Sequence[str], short_names: Sequence[str], room: float) -> list[str]:
    """Return the names of classes if all of them fit, or else the short ones, shortened to fit.

    Room is counted in letters like n; an East Asian one takes two.

    >>> fitting(("sport", "politics"), ("1", "2"), 6), fitting(("sport", "politics"), ("1", "2"), 5)
    (['sport', 'politics'], ['1', '2'])
    >>> fitting(("Virginica", "sport"), ("Virginica", "2"), 5)
    ['Virgi…', '2']
    """
    whole = all(width(name) <= room for name in names)
    return [_shortened(name, room) for name in (names if whole else short_names)]


def _shortened(name: str, room: float) -> str:
    if width(name) <= room:
        return plain(name)
    kept = name
    while kept and width(kept) + 1 > room:
        kept = kept[:-1]
    return plain(kept + "…")


def width(text: str) -> float:
    """Return how wide a text is, in letters like n."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 2
    if letter in "fijlrt.,;: ":
        return 0.5
    return 1.5 if letter in "mwMW@%" else 1.25 if letter.isupper() else 1


def plain(text: str, longest: int = 24) -> str:
    """Return a reader's own words as plotly.js shows them letter by letter, never as mark-up.

    >>> plain("<b>cat</b>", 6)
    '&lt;b>ca…'
    """
    shortened = text if len(text) <= longest else text[: longest - 1] + "…"
    return shortened.replace("&", "&amp;").replace("<", "&lt;")

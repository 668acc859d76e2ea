"""The computational graph of softmax as a drawing whose numbers are live."""

from typing import Final

from softmax_app.kit.content import Content, Element, Slot
from softmax_app.lessons.softmax_derivative import words
from softmax_app.settings import Settings

ROW: Final = 62  # heights and places, in units of the drawing
TOP: Final = 46
COLUMNS: Final = {"scores": 70, "exponentials": 245, "total": 420, "probs": 595}
Z, E, M, P = (chr(0x1D44E + ord(letter) - ord("a")) for letter in "zemp")  # in italics
HEADS: Final[dict[str, Content]] = {
    "scores": Z,
    "exponentials": (E, Element("tspan", f"{Z} − {M}", "raised", (("dy", "-7"),))),
    "total": "∑",
    "probs": P,
}
HALF_WIDTH: Final = 52
HALF_HEIGHT: Final = 19
WIDTH: Final = 665


def graph(settings: Settings) -> Element:
    """Return the drawing: every edge knows from which score it carries something."""
    language = settings.language
    count = len(settings.scores)
    middle = TOP + ROW * count / 2
    places = [TOP + ROW * (k + 0.5) for k in range(count)]
    parts: list[Content] = [
        Element("text", head, "head mathematics", (("x", str(COLUMNS[column])), ("y", "22")))
        for column, head in HEADS.items()
    ]
    for k, y in enumerate(places):
        parts += [
            _edge("scores", y, "exponentials", y, f"from-{k}"),
            _edge("exponentials", y, "total", middle, f"from-{k}"),
            _edge("total", middle, "probs", y, "from-all"),
            _bow(y, f"from-{k}"),
        ]
    parts.append(_node("total", middle, Slot("total"), "sum", words.SUM_NODE.say(language)))
    for k, y in enumerate(places):
        parts += [
            _node("exponentials", y, Slot("exponentials", k), f"class-{k}", ""),
            _node("probs", y, Slot("probs", k), f"class-{k}", ""),
            _node("scores", y, Slot("scores", k), f"class-{k} source-{k}", settings.labels[k]),
        ]
    height = TOP + ROW * count + 8
    attributes = (
        ("viewBox", f"0 0 {WIDTH} {height}"),
        ("role", "img"),
        ("aria-label", words.GRAPH_DESCRIPTION.say(language)),
    )
    return Element("svg", tuple(parts), "graph", attributes)


def _node(column: str, y: float, number: Slot, css: str, name: str) -> Element:
    """Return a box with a number in it; a score can be pointed at and focused."""
    x = COLUMNS[column]
    box = Element(
        "rect",
        (),
        "",
        (
            ("x", str(x - HALF_WIDTH)),
            ("y", f"{y - HALF_HEIGHT:g}"),
            ("width", str(2 * HALF_WIDTH)),
            ("height", str(2 * HALF_HEIGHT)),
            ("rx", "10"),
        ),
    )
    text = Element("text", number, "", (("x", str(x)), ("y", f"{y + 6:g}")))
    focusable = (("tabindex", "0"), ("aria-label", name)) if column == "scores" else ()
    return Element("g", (box, text), f"node {css}", focusable)


def _edge(start: str, start_y: float, end: str, end_y: float, css: str) -> Element:
    """Return a line between two columns."""
    return Element(
        "line",
        (),
        f"edge {css}",
        (
            ("x1", str(COLUMNS[start] + HALF_WIDTH)),
            ("y1", f"{start_y:g}"),
            ("x2", str(COLUMNS[end] - HALF_WIDTH)),
            ("y2", f"{end_y:g}"),
        ),
    )


def _bow(y: float, css: str) -> Element:
    """Return the edge from an exponential straight to its probability, bowed past the sum."""
    start, end = COLUMNS["exponentials"] + HALF_WIDTH, COLUMNS["probs"] - HALF_WIDTH
    height = y - 0.62 * ROW
    path = f"M {start} {y:g} C {start + 70} {height:g}, {end - 70} {height:g}, {end} {y:g}"
    return Element("path", (), f"edge {css}", (("d", path),))

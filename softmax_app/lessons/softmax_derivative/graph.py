"""The computational graphs of softmax as drawings whose numbers are live."""

from itertools import pairwise
from typing import Final

from softmax_app.kit.content import Content, Element, Slot
from softmax_app.lessons.softmax_derivative import words
from softmax_app.settings import Settings

ROW: Final = 62  # heights and places, in units of the drawing
TOP: Final = 46
COLUMNS: Final = {"scores": 50, "exponentials": 192, "total": 334, "probs": 476}
Z, E, M, P = (chr(0x1D44E + ord(letter) - ord("a")) for letter in "zemp")  # in italics
S: Final = chr(0x1D446)
HEADS: Final[dict[str, Content]] = {
    "scores": Z,
    "exponentials": (E, Element("tspan", f"{Z} − {M}", "raised", (("dy", "-7"),))),
    "total": "∑",
    "probs": P,
}
HALF_WIDTH: Final = 48
HALF_HEIGHT: Final = 19
WIDTH: Final = 526  # a phone shows it whole
PATH: Final = {"scores": 58, "exponentials": 214, "probs": 370}  # of one score to its probability
PATH_WIDTH: Final = 428


def graph(settings: Settings) -> Element:
    """Return the drawing: every edge knows from which score it carries something."""
    language = settings.language
    count = len(settings.scores)
    middle = TOP + ROW * count / 2
    places = [TOP + ROW * (k + 0.5) for k in range(count)]
    parts: list[Content] = [_head(COLUMNS[column], head) for column, head in HEADS.items()]
    for k, y in enumerate(places):
        parts += [
            _edge("scores", y, "exponentials", y, f"from-{k}"),
            _edge("exponentials", y, "total", middle, f"from-{k}"),
            _edge("total", middle, "probs", y, "from-all"),
            _bow(y, f"from-{k}"),
        ]
    parts.append(_node("total", middle, Slot("total"), "sum", words.SUM_NODE.say(language)))
    for (k, y), name in zip(enumerate(places), settings.labels, strict=True):
        parts += [
            _node("exponentials", y, Slot("exponentials", k), f"class-{k}", f"e, {name}"),
            _node("probs", y, Slot("probs", k), f"class-{k}", f"p, {name}"),
            _node("scores", y, Slot("scores", k), f"class-{k} source-{k}", f"z, {name}"),
        ]
    return _drawn(parts, count, words.GRAPH_DESCRIPTION.say(language))


def warm_up(settings: Settings) -> Element:
    """Return the drawing of one score's path to its probability, each edge with its slope."""
    y = TOP + ROW / 2
    heads: dict[str, Content] = {
        "scores": f"{Z}₁",
        "exponentials": (f"{E}₁ = {E}", Element("tspan", f"{Z}₁ − {M}", "raised", (("dy", "-7"),))),
        "probs": f"{P}₁ = {E}₁ ÷ {S}",
    }
    slopes = {"exponentials": Slot("exponentials"), "probs": Slot("slope_of_share")}
    parts: list[Content] = []
    for start, end in pairwise(PATH):
        middle = str((PATH[start] + PATH[end]) / 2)
        parts += [
            _line(PATH[start], y, PATH[end], y, "from-0"),
            Element(
                "text",
                ("× ", slopes[end]),
                "slope",
                (("x", middle), ("y", f"{y - HALF_HEIGHT - 4:g}")),
            ),
        ]
    for column, x in PATH.items():
        parts += [
            _head(x, heads[column]),
            _box(x, y, Slot(column), "class-0", f"{column[0]}, {settings.labels[0]}"),
        ]
    description = words.WARM_UP_DESCRIPTION.say(settings.language)
    return _drawn(parts, 1, description, width=PATH_WIDTH, css="graph short")


def _drawn(
    parts: list[Content], count: int, description: str, *, width: int = WIDTH, css: str = "graph"
) -> Element:
    """Return a drawing of so many rows."""
    height = TOP + ROW * count + 8
    attributes = (
        ("viewBox", f"0 0 {width} {height}"),
        ("role", "group"),  # not an image: what is in it can be read, and some of it focused
        ("aria-label", description),
    )
    return Element("svg", tuple(parts), css, attributes)


def _head(x: float, content: Content) -> Element:
    """Return what stands above a column."""
    return Element("text", content, "head mathematics", (("x", str(x)), ("y", "22")))


def _node(column: str, y: float, number: Slot, css: str, name: str) -> Element:
    """Return a box in a column; a score can be pointed at and focused."""
    focusable = (("tabindex", "0"),) if column == "scores" else ()
    return _box(COLUMNS[column], y, number, css, name, focusable)


def _box(
    x: float,
    y: float,
    number: Slot,
    css: str,
    name: str,
    attributes: tuple[tuple[str, str], ...] = (),
) -> Element:
    """Return a box with a number in it, which is read after its name."""
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
    own = f"{number.array}-{number.at}-{x:g}"
    titled = Element("title", name, attributes=(("id", f"name-{own}"),))
    place = (("x", str(x)), ("y", f"{y + 6:g}"), ("id", f"number-{own}"))
    named = (("role", "img"), ("aria-labelledby", f"name-{own} number-{own}"))
    inside = (titled, box, Element("text", number, "", place))
    return Element("g", inside, f"node {css}", (*named, *attributes))


def _edge(start: str, start_y: float, end: str, end_y: float, css: str) -> Element:
    """Return a line between two columns."""
    return _line(COLUMNS[start], start_y, COLUMNS[end], end_y, css)


def _line(start: float, start_y: float, end: float, end_y: float, css: str) -> Element:
    """Return a line between two boxes."""
    return Element(
        "line",
        (),
        f"edge {css}",
        (
            ("x1", str(start + HALF_WIDTH)),
            ("y1", f"{start_y:g}"),
            ("x2", str(end - HALF_WIDTH)),
            ("y2", f"{end_y:g}"),
        ),
    )


def _bow(y: float, css: str) -> Element:
    """Return the edge from an exponential straight to its probability, bowed past the sum."""
    start, end = COLUMNS["exponentials"] + HALF_WIDTH, COLUMNS["probs"] - HALF_WIDTH
    height = y - 0.62 * ROW
    path = f"M {start} {y:g} C {start + 70} {height:g}, {end - 70} {height:g}, {end} {y:g}"
    return Element("path", (), f"edge {css}", (("d", path),))

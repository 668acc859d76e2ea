"""A lesson in pieces, as it is projected: the stage of each part, then what stands below it.

``part2`` is the stage of the second part, ``part2.1`` what comes first after it, ``part2.1.3``
the same with three lines of its derivation. Sentences below a figure follow with the same figure:
so both are as large as a wall has room for. Where more moves a stage than has room beside it, the
rest follows likewise.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.derivations import count_lines, with_lines
from softmax_app.kit.markup import heading
from softmax_app.kit.scene import ButtonRow, Control, Panel, Part, Scene
from softmax_app.kit.tables import Table

HEADINGS: Final = ("h2", "h3", "summary", "b")  # the last where there is no other
NOTES: Final = "thirds"  # sentences below a figure
BRIEF: Final = "brief"  # a few words, which would leave a wall empty: the picture stays with them
ASIDE: Final = "aside"  # words that belong to the figure before them
ROOM: Final = 5  # controls that leave a figure room for letters that are read from afar

Mover = Control | ButtonRow


class Piece(NamedTuple):
    """A piece of a lesson: its name in a link, its heading, and what is projected of the lesson."""

    name: str
    title: str
    part: Part


def pieces(scene: Scene) -> Iterator[Piece]:
    """Yield the pieces of a lesson one after the other, a derivation with one line more each."""
    for number, part in enumerate(scene.parts, start=1):
        name = f"part{number}"
        stage, more = _staged(part)
        others = _late(part)
        beside = tuple(control for control in part.controls if control not in others)
        whole = part._replace(controls=beside, stage=stage, below=())
        yield Piece(name, _title(part.lead), whole)
        if others:
            lead = (*_headed(part.apart.controls), *part.lead)
            yield Piece(f"{name}.1", _title(lead), whole._replace(controls=others, lead=lead))
        groups = _groups((*more, *part.below))
        for place, panels in enumerate(groups, start=2 if others else 1):
            lead = _headed(part.apart.notes) if panels[0] in more[:1] else ()
            yield from _below(f"{name}.{place}", part, panels, lead)


def _headed(title: str) -> tuple[Panel, ...]:
    return (heading(title),) if title else ()


def projected(part: Part) -> Part:
    """Return the stage of a part with all that moves it."""
    stage, _ = _staged(part)
    return part._replace(stage=stage, below=())


def _late(part: Part) -> tuple[Mover, ...]:
    """Return the controls for which there is no room beside the stage of a part."""
    return tuple(control for control in part.controls if _takes_room(control))[ROOM:]


def _takes_room(control: Mover) -> bool:
    """Is it seen on a wall? Scores are taken at their bars."""
    if isinstance(control, ButtonRow):
        return control.kind != "more"
    return not control.slider.id.startswith("scores.")


def _staged(part: Part) -> tuple[tuple[Panel, ...], tuple[Panel, ...]]:
    """Return what is projected of a stage, and what follows it: sentences."""
    notes = (panel for panel in part.stage if isinstance(panel, Element) and NOTES in panel.css)
    more = tuple(notes)
    return tuple(panel for panel in part.stage if panel not in more), more


def _groups(panels: tuple[Panel, ...]) -> Iterator[tuple[Panel, ...]]:
    """Yield what is shown together: a figure with the words that belong to it, or one panel."""
    group: tuple[Panel, ...] = ()
    for panel in panels:
        is_aside = isinstance(panel, Element) and panel.css == ASIDE
        if group and not (is_aside and isinstance(group[-1], LiveFigure)):
            yield group
            group = ()
        group = (*group, panel)
    if group:
        yield group


def _below(
    name: str, part: Part, panels: tuple[Panel, ...], lead: tuple[Panel, ...]
) -> Iterator[Piece]:
    """Yield what stands below a part: a figure with what moves it, words and tables alone.

    A few words have the stage with them, and those that speak of it if it has room for them.
    """
    first, *_ = panels
    title = _title((*lead, *panels))
    if isinstance(first, LiveFigure):
        yield Piece(name, title, Part(part.controls, stage=panels))
        return
    if isinstance(first, Element) and _has_picture(first, part):
        if BRIEF not in first.css:
            title = ""  # they are about the picture
        figures = tuple(one for one in part.stage if isinstance(one, LiveFigure))
        staged = projected(part)._replace(lead=lead, stage=(*figures, *panels), key=())
        yield Piece(name, title, staged)
        return
    lines = count_lines(first) if isinstance(first, Element) else 0
    for line in range(1, max(lines, 1) + 1):
        shown = with_lines(first, line) if isinstance(first, Element) and lines else first
        here = name if line == 1 else f"{name}.{line}"
        yield Piece(here, title, Part(controls=(), stage=(), lead=lead, below=(shown,)))


def _has_picture(words: Element, part: Part) -> bool:
    """Are these words shown with the stage that they speak of?"""
    return BRIEF in words.css or (NOTES in words.css and not _late(part))


def _title(panels: tuple[Panel, ...]) -> str:
    """Return the heading of panels, or nothing if they have none."""
    tables = [panel.title for panel in panels if isinstance(panel, Table)]
    words = [panel for panel in panels if isinstance(panel, Element)]
    found = (_heading(one, tag) for tag in HEADINGS for one in words)
    return next(filter(None, (*tables, *found)), "")


def _heading(content: Content, tag: str) -> str:
    """Return the first of all headings of a kind inside."""
    match content:
        case Element(kind, str(words)) if kind == tag:
            return words
        case Element():
            return _heading(content.content, tag)
        case str() | Slot() | Cases():
            return ""
    return next(filter(None, (_heading(one, tag) for one in content)), "")

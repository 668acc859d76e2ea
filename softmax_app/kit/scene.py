"""What a lesson puts on the screen, before anything draws it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.tables import Table
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch, Evaluate, Frames, Slider, at_settings


class Button(NamedTuple):
    """A button: what pressing it does, what it says, and what it says to a screen reader.

    One that ``reorders`` has the rows of sliders stand for other classes afterwards.
    """

    id: str
    label: str
    description: str = ""
    chosen: bool | None = None  # of a choice: is it the one made? Of a mere action: None
    reorders: bool = False


Kind = Literal["questions", "puzzles", "onward", "options", "examples", "changes", "choice", "more"]


class ButtonRow(NamedTuple):
    """Buttons of one kind under one heading; rows of different kinds look unlike each other.

    ``questions`` and ``puzzles`` open something, ``onward`` leads on from there, ``options`` are
    what a guess may be; ``examples`` set the scores, ``changes`` change them all, a ``choice`` is
    of one among several, ``more`` adds something.
    """

    heading: str
    buttons: tuple[Button, ...]
    kind: Kind


class NameField(NamedTuple):
    """The field in which a slider's class can be named."""

    id: str
    value: str
    placeholder: str
    description: str
    longest: int


class Play(NamedTuple):
    """Words for the buttons that play a slider: it is rewound, played and stopped, and stepped.

    ``jumps`` are by how many positions, each with its words.
    """

    rewind: str
    play: str
    pause: str
    jumps: tuple[tuple[int, str], ...] = ()


class Control(NamedTuple):
    """A slider with its number field, its marks, and where it has one its name and its end."""

    slider: Slider
    label: str
    marks: tuple[float, ...]
    color: str = ""
    name: NameField | None = None
    remove: Button | None = None
    play: Play | None = None
    follows: tuple[str, int] | None = None  # the array and column that hold its value in a sweep


Panel = Element | Table | LiveFigure


class Apart(NamedTuple):
    """What stands over that for which a wall has no room beside the stage: headings."""

    controls: str = ""
    notes: str = ""


class Part(NamedTuple):
    """A part of a lesson: what moves, and what shows it.

    ``hand`` is what is taken by the hand: the scores as bars; ``stage`` shows what follows, and
    ``key`` says it: one number, large, and one sentence. ``controls`` are the exact way to the
    same. ``lead`` stands above all of it, ``below`` follows. ``css`` is the class of a part that is
    laid out in its own way. ``apart`` are headings that only a wall has.
    """

    controls: tuple[ButtonRow | Control, ...]
    stage: tuple[Panel, ...]
    below: tuple[Panel, ...] = ()
    lead: tuple[Panel, ...] = ()
    css: str = ""
    hand: tuple[Panel, ...] = ()
    key: tuple[Panel, ...] = ()
    apart: Apart = Apart()

    @property
    def panels(self) -> tuple[Panel, ...]:
        """All that it shows, from above."""
        return (*self.lead, *self.hand, *self.stage, *self.key, *self.below)


class Scene(NamedTuple):
    """A lesson: how its numbers follow from the settings, and its parts.

    ``lesson`` tells its sweeps from another's. ``now`` is ``evaluate`` at the settings, in one row.
    """

    lesson: str
    evaluate: Evaluate
    now: Frames
    parts: tuple[Part, ...]

    @property
    def controls(self) -> Iterator[ButtonRow | Control]:
        """The controls of all parts."""
        return (control for part in self.parts for control in part.controls)

    @property
    def panels(self) -> Iterator[Panel]:
        """The panels of all parts."""
        return (panel for part in self.parts for panel in part.panels)

    @property
    def events(self) -> Iterator[str]:
        """All that a hand can bring about on it."""
        for one in self.controls:
            if isinstance(one, Control):
                yield from (part.id for part in (one.slider, one.name, one.remove) if part)
            else:
                yield from (button.id for button in one.buttons)
        for panel in self.panels:
            if isinstance(panel, LiveFigure) and panel.pick:
                yield panel.pick.control


def staged(
    lesson: str,
    numbers: Evaluate,
    settings: Settings,
    *parts: Part,
    known: Frames | None = None,
) -> Scene:
    """Return a lesson's scene: its numbers, the shapes of its figures, and nothing unseen.

    ``known`` are its numbers at the settings, where the parts have needed them already.
    """
    seen = arrays_seen(parts)
    figures = [one for part in parts for one in part.panels if isinstance(one, LiveFigure)]

    def shown(found: Frames) -> Frames:
        for figure in figures:
            found = found | figure.shapes(found)
        return {name: array for name, array in found.items() if name in seen}

    def evaluate(batch: Batch) -> Frames:
        return shown(numbers(batch))

    now = numbers(at_settings(settings)) if known is None else known
    return Scene(lesson, evaluate, shown(now), parts)


def arrays_seen(parts: tuple[Part, ...]) -> frozenset[str]:
    """Return the names of all arrays that feed something on the screen."""
    controls = [one for part in parts for one in part.controls if isinstance(one, Control)]
    seen = {one.follows[0] for one in controls if one.follows}
    for part in parts:
        for panel in part.panels:
            if isinstance(panel, LiveFigure):
                seen |= panel.arrays
            else:
                seen |= _seen(panel)
    return frozenset(seen)


@lru_cache(maxsize=512)  # most sentences, formulas and tables stay while the numbers move
def _seen(panel: Element | Table) -> frozenset[str]:
    found: set[str] = set()
    _gather(panel.markup() if isinstance(panel, Table) else panel, found)
    return frozenset(found)


def _gather(content: Content, seen: set[str]) -> None:
    """Add the arrays of all slots and cases inside."""
    match content:
        case str():
            return
        case Slot():
            seen.add(content.array)
        case Cases():
            seen.add(content.array)
            for one in content.contents:
                _gather(one, seen)
        case Element():
            _gather(content.content, seen)
        case _:
            for one in content:
                _gather(one, seen)

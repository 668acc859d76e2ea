"""What a lesson puts on the screen, before anything draws it."""

from collections.abc import Iterator
from typing import NamedTuple

from softmax_app.bindings import Element, Frames, LiveFigure
from softmax_app.sweeps import Evaluate, Slider


class Button(NamedTuple):
    """A button: what pressing it does, what it says, and what it says to a screen reader."""

    id: str
    label: str
    description: str = ""
    chosen: bool | None = None  # of a choice: is it the one made? Of a mere action: None


class ButtonRow(NamedTuple):
    """Buttons of one kind under one heading."""

    heading: str
    buttons: tuple[Button, ...]


class NameField(NamedTuple):
    """The field in which a slider's class can be named."""

    id: str
    value: str
    placeholder: str
    description: str
    longest: int


class Play(NamedTuple):
    """Words for the buttons that play a slider: it is rewound, stepped, played and stopped."""

    rewind: str
    play: str
    pause: str
    step: str  # with a placeholder for how many


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


Panel = Element | LiveFigure


class Part(NamedTuple):
    """A part of a lesson: what moves, and what shows it.

    ``stage`` is what stays in sight while ``controls`` are dragged; ``lead`` stands above both,
    ``below`` follows them. ``css`` is the class of a part that is laid out in its own way.
    """

    controls: tuple[ButtonRow | Control, ...]
    stage: tuple[Panel, ...]
    below: tuple[Panel, ...] = ()
    lead: tuple[Panel, ...] = ()
    css: str = ""


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

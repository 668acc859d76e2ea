"""What a lesson puts on the screen, before anything draws it."""

from typing import NamedTuple

from softmax_app.bindings import Element, Frames, LiveFigure
from softmax_app.sweeps import Evaluate, Slider


class Button(NamedTuple):
    """A button: what pressing it does, what it says, and what it says to a screen reader."""

    id: str
    label: str
    description: str = ""


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


class Control(NamedTuple):
    """A slider with its number field, its marks, and where it has one its name and its end."""

    slider: Slider
    label: str
    marks: tuple[float, ...]
    color: str = ""
    name: NameField | None = None
    remove: Button | None = None


Panel = Element | LiveFigure


class Scene(NamedTuple):
    """A lesson: how its numbers follow from the settings, and what moves and shows them.

    ``now`` is ``evaluate`` at the settings, in one row.
    ``stage`` is what stays in sight while ``controls`` are dragged; ``below`` follows both.
    """

    evaluate: Evaluate
    now: Frames
    controls: tuple[ButtonRow | Control, ...]
    stage: tuple[Panel, ...]
    below: tuple[Panel, ...]

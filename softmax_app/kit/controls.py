"""The controls that lessons share."""

from collections.abc import Iterator
from typing import Final

from softmax_app.kit.scene import Button, ButtonRow, Control, NameField, Play
from softmax_app.settings import Settings
from softmax_app.settings.events import press, spell
from softmax_app.settings.limits import FEWEST_CLASSES, LONGEST_NAME, MOST_CLASSES
from softmax_app.settings.reading import format_number
from softmax_app.settings.table import NUMBERS, ROWS
from softmax_app.sweeps import Slider, number_slider, score_slider
from softmax_app.texts import controls as texts
from softmax_app.texts.text import Text
from softmax_core import FORMATS

MARK_ROOM: Final = 0.13  # of a slider's length, for the number at a mark


def examples(
    settings: Settings,
    *examples: tuple[float, ...],
    action: str = "example",
    heading: Text = texts.EXAMPLES,
) -> ButtonRow:
    """Return buttons that set all scores to an example's; with ``action="pair"`` the first two."""
    buttons = [
        Button(press(action, ",".join(map(format_number, scores))), _listed(scores))
        for scores in examples
    ]
    return ButtonRow(heading.say(settings.language), tuple(buttons), "examples")


def changes_to_all(settings: Settings) -> ButtonRow:
    """Return buttons that scale or shift all scores at once."""
    buttons = (
        Button(press("times", 0.1), "× 0.1"),
        Button(press("times", 10), "× 10"),
        Button(press("plus", -100), "− 100"),
        Button(press("plus", 100), "+ 100"),
    )
    return ButtonRow(texts.CHANGE_ALL.say(settings.language), buttons, "changes")


def score_controls(settings: Settings, *, place: str = "") -> Iterator[Control | ButtonRow]:
    """Yield a slider for each class, with its name, and the button that adds a class.

    Where a lesson has the same score twice, ``place`` tells the one slider from the other.
    """
    language = settings.language
    for number, label in enumerate(settings.labels):
        name = NameField(
            id=spell("names", number, place=place),
            value=settings.names[number] if number < len(settings.names) else "",
            placeholder=settings.topic_of(number),
            description=texts.NAME_OF.say(language, number=number + 1),
            longest=LONGEST_NAME,
        )
        remove = Button(
            spell("remove", number, place=place),
            "×",
            texts.REMOVE_CLASS.say(language, name=label),
            reorders=True,
        )
        removable = len(settings.scores) > FEWEST_CLASSES
        control = score_control(settings, number, place=place)
        yield control._replace(name=name, remove=remove if removable else None)
    if len(settings.scores) < MOST_CLASSES:
        add = Button(spell("add", place=place), texts.ADD_CLASS.say(language))
        yield ButtonRow("", (add,), "more")


def format_choice(settings: Settings) -> ButtonRow:
    """Return the choice of a number format."""
    buttons = (
        Button(press("format", name), name, chosen=name == settings.number_format)
        for name in FORMATS
    )
    return ButtonRow(ROWS["number_format"].label.say(settings.language), tuple(buttons), "choice")


def label_choice(settings: Settings) -> ButtonRow:
    """Return the choice of the true class."""
    buttons = (
        Button(press("label", number), name, chosen=number == settings.true_class)
        for number, name in enumerate(settings.labels)
    )
    return ButtonRow(ROWS["label"].label.say(settings.language), tuple(buttons), "choice")


def number_control(
    settings: Settings, name: str, *, color: str = "", play: Play | None = None
) -> Control:
    """Return the slider of a number of the table, with its own marks and one at either end."""
    slider, row = number_slider(settings, name), NUMBERS[name]
    marks = (float(slider.grid[0]), *row.marks, float(slider.grid[-1]))
    return Control(slider, row.label.say(settings.language), marks, color=color, play=play)


def played(settings: Settings, *jumps: int) -> Play:
    """Return what plays a slider, and steps it by so many positions."""
    language = settings.language
    rewind, play, pause = (one.say(language) for one in (texts.REWIND, texts.PLAY, texts.PAUSE))
    return Play(
        rewind, play, pause, tuple((by, _jump(by).say(language, count=abs(by))) for by in jumps)
    )


def _jump(by: int) -> Text:
    """Return the words for so many steps, with a place for their number."""
    if abs(by) == 1:
        return texts.STEP_ON if by > 0 else texts.STEP_BACK
    return texts.STEPS_ON if by > 0 else texts.STEPS_BACK


def ends_and(slider: Slider, *values: float) -> tuple[float, ...]:
    """Return the marks of a slider: these values first, its ends where there is room beside them.

    Room is counted on the grid; a value beyond its ends has no mark.
    """
    grid = slider.grid
    marks: list[float] = []
    for value in (*values, float(grid[0]), float(grid[-1])):
        apart = (abs(grid - value).argmin() - abs(grid - mark).argmin() for mark in marks)
        room = all(abs(steps) >= MARK_ROOM * len(grid) for steps in apart)
        if grid[0] <= value <= grid[-1] and room:
            marks.append(value)
    return tuple(sorted(marks))


def score_control(settings: Settings, number: int, *, place: str = "") -> Control:
    """Return the slider of one score alone."""
    return Control(
        slider=score_slider(settings, number, place=place),
        label=texts.SCORE_OF.say(settings.language, name=settings.labels[number]),
        marks=(-settings.reach, 0.0, settings.reach),
        color=f"class-{number}",
        follows=("scores", number),
    )


def _listed(scores: tuple[float, ...]) -> str:
    return ", ".join(format_number(score).replace("-", "−") for score in scores)

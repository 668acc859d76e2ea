"""The controls that lessons share, and what each does to the settings when it is used."""

from collections.abc import Iterator
from typing import Final

from softmax_app.lessons.scene import Button, ButtonRow, Control, NameField
from softmax_app.limits import FEWEST_CLASSES, LONGEST_NAME, MOST_CLASSES, NUMBERS
from softmax_app.questions.item import linked
from softmax_app.reading import format_number
from softmax_app.settings import Settings, tidy
from softmax_app.sweeps import (
    Slider,
    score_slider,
    smoothing_slider,
    target,
    temperature_slider,
    wrong_class,
)
from softmax_app.texts import controls as texts
from softmax_app.texts.text import Text
from softmax_core import FORMATS

MARK_ROOM: Final = 0.13  # of a slider's length, for the number at a mark


def answer(settings: Settings, event: str, value: str) -> Settings:
    """Return the settings after the control ``event`` was used, or raise RefusedError.

    An event is a control's id: ``scores.1`` and ``names.1`` (with the text typed), a number such
    as ``temperature``, ``pair``, ``wrong``, ``add``, ``remove.1``, or what a button does:
    ``example:4,-4,3``, ``pair:4,3``, ``times:0.1``, ``plus:-100``, ``format:float32``, ``label:0``.
    Guesses come as ``guess.1``, ``choose:2`` and ``rank:2``, ``commit:3`` says how many there are
    to be, ``show:`` asks for the answer, ``set:z=2,3,5&q=tenth`` sets what a link would, and
    ``view:dark`` changes to the projector.
    One for a class that is no longer there changes nothing.
    """
    action, colon, operand = event.partition("@")[0].partition(":")
    if colon:
        return _press(settings, action, operand)
    field, index = target(event)
    if field == "guess":
        known = index < len(settings.asked.guess)
        return settings.with_guess(index, value) if known else settings
    if index >= len(settings.scores):
        return settings  # its class was removed while this was on the way
    if field in NUMBERS:
        return settings.with_number(field, value)
    match field:
        case "scores":
            return settings.with_score(index, value)
        case "wrong":
            return settings.with_score(wrong_class(settings.target, len(settings.scores)), value)
        case "names":
            return settings.with_name(index, value)
        case "pair":
            return settings.with_pair(value)
        case "remove":
            return settings.with_class_removed(index)
        case "add":
            return settings.with_class_added()
    raise ValueError(f"no control has the id {event!r}")


def _press(settings: Settings, action: str, operand: str) -> Settings:
    scores = settings.scores
    match action:
        case "example":
            return settings.with_scores(_read_list(operand))
        case "pair":
            return settings.with_scores((*_read_list(operand), *scores[2:]))
        case "times":
            return settings.with_scores(tuple(tidy(score * float(operand)) for score in scores))
        case "plus":
            return settings.with_scores(tuple(tidy(score + float(operand)) for score in scores))
        case "format":
            return settings.with_format(operand)
        case "label":
            return settings.with_label(operand)
        case "choose":
            return settings.with_option(int(operand))
        case "rank":
            return settings.with_rank(int(operand))
        case "commit":
            return settings.with_stage("committed", complete=int(operand))
        case "show":
            return settings.with_stage("shown", complete=0)
        case "view":
            return settings.with_view(operand)
        case "set":
            return linked(operand, settings)
    raise ValueError(f"no button does {action!r}")


def _read_list(text: str) -> tuple[float, ...]:
    return tuple(map(float, text.split(",")))


def examples(
    settings: Settings,
    *examples: tuple[float, ...],
    action: str = "example",
    heading: Text = texts.EXAMPLES,
) -> ButtonRow:
    """Return buttons that set all scores to an example's; with ``action="pair"`` the first two."""
    buttons = [
        Button(f"{action}:{','.join(map(format_number, scores))}", _listed(scores))
        for scores in examples
    ]
    return ButtonRow(heading.say(settings.language), tuple(buttons))


def changes_to_all(settings: Settings) -> ButtonRow:
    """Return buttons that scale or shift all scores at once."""
    buttons = (
        Button("times:0.1", "× 0.1"),
        Button("times:10", "× 10"),
        Button("plus:-100", "− 100"),
        Button("plus:100", "+ 100"),
    )
    return ButtonRow(texts.CHANGE_ALL.say(settings.language), buttons)


def score_controls(settings: Settings, *, place: str = "") -> Iterator[Control | ButtonRow]:
    """Yield a slider for each class, with its name, and the button that adds a class.

    Where a lesson has the same score twice, ``place`` tells the one slider from the other.
    """
    say = settings.language
    at = f"@{place}" if place else ""
    for number, label in enumerate(settings.labels):
        name = NameField(
            id=f"names.{number}{at}",
            value=settings.names[number] if number < len(settings.names) else "",
            placeholder=texts.CLASS_NAME.say(say, number=number + 1),
            description=texts.NAME_OF.say(say, number=number + 1),
            longest=LONGEST_NAME,
        )
        remove = Button(f"remove.{number}{at}", "×", texts.REMOVE_CLASS.say(say, name=label))
        removable = len(settings.scores) > FEWEST_CLASSES
        control = score_control(settings, number)
        slider = control.slider._replace(id=control.slider.id + at)
        yield control._replace(slider=slider, name=name, remove=remove if removable else None)
    if len(settings.scores) < MOST_CLASSES:
        yield ButtonRow("", (Button(f"add{at}", texts.ADD_CLASS.say(say)),))


def format_choice(settings: Settings) -> ButtonRow:
    """Return the choice of a number format."""
    buttons = (
        Button(f"format:{name}", name, chosen=name == settings.number_format) for name in FORMATS
    )
    return ButtonRow(texts.FORMAT.say(settings.language), tuple(buttons))


def label_choice(settings: Settings) -> ButtonRow:
    """Return the choice of the true class."""
    buttons = (
        Button(f"label:{number}", name, chosen=number == settings.target)
        for number, name in enumerate(settings.labels)
    )
    return ButtonRow(texts.LABEL.say(settings.language), tuple(buttons))


def smoothing_control(settings: Settings) -> Control:
    """Return the slider of label smoothing."""
    label = texts.SMOOTHING.say(settings.language)
    return Control(smoothing_slider(settings), label, marks=(0.0, 0.1, 0.5, 1.0))


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


def score_control(settings: Settings, number: int) -> Control:
    """Return the slider of one score alone."""
    return Control(
        slider=score_slider(settings, number),
        label=texts.SCORE_OF.say(settings.language, name=settings.labels[number]),
        marks=(-settings.reach, 0.0, settings.reach),
        color=f"class-{number}",
        follows=("scores", number),
    )


def temperature_control(settings: Settings) -> Control:
    """Return the slider of the temperature, with T = 1 marked."""
    label = texts.TEMPERATURE.say(settings.language)
    return Control(temperature_slider(settings), label, marks=(0.05, 1.0, 20.0))


def _listed(scores: tuple[float, ...]) -> str:
    return ", ".join(format_number(score).replace("-", "−") for score in scores)

"""Lesson 4: where the naive softmax leaves the number format, and what a shift does about it."""

from typing import Final

from softmax_app.figures.format_line import Labels as LineLabels
from softmax_app.figures.format_line import Zones, format_line
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.share_bars import Chart
from softmax_app.kit import controls
from softmax_app.kit.bars import bars, scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Part, Scene, staged
from softmax_app.lessons.overflow import algebra, asks, code, numbers, panels, words
from softmax_app.settings import Settings
from softmax_core import format_limits

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = (
    (2, 3, 5),
    (123, 456, 789),
    (709, 709, 709),
    (-1000, -1001, -1002),
    (0, 666, 1),
)


def scene(settings: Settings) -> Scene:
    """Return lesson 4 at ``settings``."""
    part = Part(
        controls=(
            controls.number_control(settings, "shift"),
            controls.format_choice(settings),
            controls.examples(settings, *EXAMPLES),
            *controls.score_controls(settings),
        ),
        hand=(scores(settings, title=words.BOTH_SCORES, moved=True),),
        key=(panels.key_line(settings),),
        stage=(figure(settings), panels.notes(settings), panels.warnings(settings)),
        below=(
            panels.step_table(settings),
            algebra.cancelling(settings),
            panels.logs(settings),
            panels.limits(settings),
        ),
    )
    return staged("overflow", numbers.evaluate, settings, part)


def figure(settings: Settings) -> LiveFigure:
    """Return both formulas and the number line."""
    language = settings.language
    labels = bars(
        settings,
        Chart("naive", words.NAIVE.say(language), faulty=True, shows_nan=True),
        Chart("shifted", words.SHIFTED.say(language), faulty=True, shows_nan=True),
        axis=words.SHARE,
        description=words.PICTURE_DESCRIPTION.say(language, format=settings.number_format),
        faults=tuple(words.FAULTS.get(name, words.NO_FAULT) for name in words.NAIVE_NOTES),
    )
    line = LineLabels(
        bars=labels,
        rows=(words.SHIFTED_ROW.say(language), words.NAIVE_ROW.say(language)),
        zones=Zones(**{name: zone.say(language) for name, zone in words.ZONES.items()}),
        axis=words.LINE_AXIS.say(language),
        limits=format_limits(settings.number_format),
    )
    return format_line(line)


LESSON: Final = Lesson(
    name="overflow",
    title=words.TITLE,
    settings=("number_format", "shift"),
    scene=scene,
    items=asks.ITEMS,
    opening=(123.0, 456.0, 789.0),
    words=words,
    code=code,
    numbers=(numbers,),
)

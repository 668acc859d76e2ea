"""Lesson 6: how every probability moves with every score."""

from typing import Final

from softmax_app.figures.jacobian import Labels as JacobianLabels
from softmax_app.figures.jacobian import jacobian
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit import controls
from softmax_app.kit.bars import scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Part, Scene, staged
from softmax_app.lessons.softmax_derivative import algebra, asks, code, numbers, panels, words
from softmax_app.settings import Settings

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((2, 3, 5), (4, -4, 3), (1, 1, 1))


def scene(settings: Settings) -> Scene:
    """Return lesson 6 at ``settings``."""
    part = Part(
        controls=(
            *panels.entry_choices(settings),
            controls.examples(settings, *EXAMPLES),
            *controls.score_controls(settings),
            controls.number_control(settings, "difference"),
        ),
        hand=(scores(settings),),
        stage=(figure(settings), panels.notes(settings)),
        key=(panels.key_line(settings),),
        below=(
            panels.warming_up(settings),
            panels.drawing(settings),
            algebra.cases(settings),
            panels.check_table(settings),
        ),
    )
    return staged("softmax_derivative", numbers.evaluate, settings, part)


def figure(settings: Settings) -> LiveFigure:
    """Return the Jacobian matrix."""
    language = settings.language
    labels = JacobianLabels(
        classes=settings.labels,
        short_classes=settings.short_labels,
        columns=words.BY_SCORE.say(language),
        rows=words.OF_PROBABILITY.say(language),
        bars=words.PROBABILITIES.say(language),
        picks="entry",
        description=words.PICTURE_DESCRIPTION.say(language),
    )
    return jacobian(labels)


LESSON: Final = Lesson(
    name="softmax_derivative",
    title=words.TITLE,
    settings=("entry", "difference"),
    scene=scene,
    items=asks.ITEMS,
    words=words,
    code=code,
    numbers=(numbers,),
    not_in_code=("entry",),
)

"""Lesson 7: the gradient of the loss in the scores, p − t."""

from typing import Final

from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.share_bars import Chart, share_bars
from softmax_app.kit import controls
from softmax_app.kit.bars import bars, scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Part, Scene, staged
from softmax_app.lessons.push_and_pull import asks, code, numbers, panels, words
from softmax_app.settings import Settings

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (2, 3, 5), (0, 20, 0))


def scene(settings: Settings) -> Scene:
    """Return lesson 7 at ``settings``."""
    part = Part(
        controls=(
            controls.number_control(settings, "stacking", play=controls.played(settings)),
            controls.label_choice(settings),
            controls.examples(settings, *EXAMPLES),
            *controls.score_controls(settings),
            controls.number_control(settings, "smoothing"),
            controls.number_control(settings, "temperature"),
        ),
        hand=(scores(settings),),
        stage=(figure(settings), panels.notes(settings)),
        key=(panels.key_line(settings),),
        below=(panels.ledger(settings), panels.collapse(settings)),
    )
    return staged("push_and_pull", numbers.evaluate, settings, part)


def figure(settings: Settings) -> LiveFigure:
    """Return the pushes, the pull, and both together."""
    language = settings.language
    labels = bars(
        settings,
        Chart("push", words.PUSH.say(language)),
        Chart("pull", words.PULL.say(language)),
        Chart("stacked", words.TOGETHER.say(language)),
        axis=words.MOVE,
        description=words.PICTURE_DESCRIPTION.say(language),
        signed=True,
    )
    return share_bars(labels)


LESSON: Final = Lesson(
    name="push_and_pull",
    title=words.TITLE,
    settings=("label", "smoothing", "temperature", "stacking"),
    scene=scene,
    items=asks.ITEMS,
    opening=(4.0, -4.0, 3.0),
    words=words,
    code=code,
    numbers=(numbers,),
    not_in_code=("stacking",),
)

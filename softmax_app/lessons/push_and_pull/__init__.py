"""Lesson 8: the gradient of the loss in the scores, p − t."""

from typing import Final

from softmax_app.bindings import LiveFigure
from softmax_app.figures.share_panels import Panel as SharePanel
from softmax_app.figures.share_panels import share_panels
from softmax_app.lessons import controls
from softmax_app.lessons.push_and_pull import panels
from softmax_app.lessons.push_and_pull.numbers import evaluate
from softmax_app.lessons.scene import Part, Scene
from softmax_app.lessons.tables import bars
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings
from softmax_app.texts import push_and_pull as texts

__all__ = ["EXAMPLES", "evaluate", "figure", "scene"]

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (2, 3, 5), (0, 20, 0))


def scene(settings: Settings) -> Scene:
    """Return lesson 8 at ``settings``."""
    part = Part(
        controls=(
            controls.examples(settings, *EXAMPLES),
            controls.label_choice(settings),
            *controls.score_controls(settings),
            controls.smoothing_control(settings),
            controls.temperature_control(settings),
        ),
        stage=(figure(settings), panels.notes(settings)),
        below=(panels.ledger(settings), panels.chain(settings)),
    )
    return Scene("push_and_pull", evaluate, evaluate(at_settings(settings)), (part,))


def figure(settings: Settings) -> LiveFigure:
    """Return the pushes, the pull, and both together."""
    say = settings.language
    labels = bars(
        settings,
        SharePanel("push", texts.PUSH.say(say)),
        SharePanel("pull", texts.PULL.say(say)),
        SharePanel("together", texts.TOGETHER.say(say)),
        axis=texts.MOVE,
        description=texts.PICTURE_DESCRIPTION.say(say),
        signed=True,
    )
    return share_panels(labels)

"""Lesson 7: how every probability moves with every score."""

from typing import Final

from softmax_app.bindings import LiveFigure
from softmax_app.figures.jacobian import Labels as JacobianLabels
from softmax_app.figures.jacobian import jacobian
from softmax_app.lessons import controls
from softmax_app.lessons.scene import Control, Part, Scene
from softmax_app.lessons.softmax_derivative import panels
from softmax_app.lessons.softmax_derivative.numbers import evaluate
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings, difference_slider
from softmax_app.texts import softmax_derivative as texts

__all__ = ["EXAMPLES", "evaluate", "figure", "scene"]

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (2, 3, 5), (1, 1, 1))


def scene(settings: Settings) -> Scene:
    """Return lesson 7 at ``settings``."""
    slider = difference_slider(settings)
    step = Control(slider, texts.DIFFERENCE.say(settings.language), marks=(1e-12, 1e-8, 1e-4, 1.0))
    part = Part(
        controls=(
            controls.examples(settings, *EXAMPLES),
            *controls.score_controls(settings),
            step,
        ),
        stage=(figure(settings), panels.notes(settings)),
        below=(panels.drawing(settings), panels.cases(settings), panels.check(settings)),
    )
    return Scene("softmax_derivative", evaluate, evaluate(at_settings(settings)), (part,))


def figure(settings: Settings) -> LiveFigure:
    """Return the Jacobian matrix."""
    say = settings.language
    labels = JacobianLabels(
        classes=settings.labels,
        short_classes=settings.short_labels,
        columns=texts.BY_SCORE.say(say),
        rows=texts.OF_PROBABILITY.say(say),
        description=texts.PICTURE_DESCRIPTION.say(say),
    )
    return jacobian(labels)

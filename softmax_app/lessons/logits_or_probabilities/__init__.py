"""Lesson 6: the loss from logits, or from probabilities made of them."""

from typing import Final

from softmax_app.bindings import LiveFigure
from softmax_app.figures.two_plots import Labels as PlotLabels
from softmax_app.figures.two_plots import Plot, two_plots
from softmax_app.lessons import controls
from softmax_app.lessons.logits_or_probabilities import panels
from softmax_app.lessons.logits_or_probabilities.numbers import TOP, evaluate
from softmax_app.lessons.scene import Control, Part, Scene
from softmax_app.settings import Settings
from softmax_app.sweeps import WRONG_SCORES, at_settings, wrong_class, wrong_slider
from softmax_app.texts import logits_or_probabilities as texts

__all__ = ["EXAMPLES", "evaluate", "figure", "scene"]

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (0, 20, 0), (0, 666, 1))


def scene(settings: Settings) -> Scene:
    """Return lesson 6 at ``settings``."""
    part = Part(
        controls=(
            controls.examples(settings, *EXAMPLES),
            controls.label_choice(settings),
            _wrong_control(settings),
        ),
        stage=(figure(settings), panels.legend(settings), panels.notes(settings)),
        below=(panels.routes(settings), panels.batch(settings)),
    )
    return Scene("logits_or_probabilities", evaluate, evaluate(at_settings(settings)), (part,))


def figure(settings: Settings) -> LiveFigure:
    """Return the losses and the pulls on the true class, over the wrong score."""
    say = settings.language
    labels = PlotLabels(
        plots=(
            Plot(
                texts.LOSS_TITLE.say(say),
                (-5.0, TOP + 3),
                ("logits_loss", "clipped_loss", "single_loss"),
            ),
            Plot(texts.PULL_TITLE.say(say), (-0.06, 1.08), ("logits_pull", "clipped_pull")),
        ),
        axis=texts.WRONG_AXIS.say(say),
        x_range=WRONG_SCORES,
        description=texts.PICTURE_DESCRIPTION.say(say),
        handle="wrong",
    )
    return two_plots(labels)


def _wrong_control(settings: Settings) -> Control:
    wrong = wrong_class(settings.target, len(settings.scores))
    label = texts.WRONG.say(settings.language, name=settings.labels[wrong])
    slider = wrong_slider(settings)
    return Control(slider, label, controls.ends_and(slider, 0.0, 16.0), color=f"class-{wrong}")

"""Lesson 9: gradient descent on the scores, and on the weights of a small model."""

from typing import Final

import numpy as np

from softmax_app.bindings import Frames, LiveFigure
from softmax_app.figures import regions, theme
from softmax_app.figures.curve_panels import Curve, curve_panels
from softmax_app.figures.curve_panels import Labels as CurveLabels
from softmax_app.figures.share_panels import Panel as SharePanel
from softmax_app.figures.triangle import PathLabels, descent_triangle
from softmax_app.lessons import controls
from softmax_app.lessons.learning import panels
from softmax_app.lessons.learning.numbers import STEPS, evaluate
from softmax_app.lessons.learning.weights import STEPS as TRAINING_STEPS
from softmax_app.lessons.scene import Control, Part, Play, Scene
from softmax_app.lessons.tables import bars
from softmax_app.penguins import penguins
from softmax_app.settings import Settings
from softmax_app.sweeps import (
    at_settings,
    descent_slider,
    learning_rate_slider,
    sample_slider,
    training_rate_slider,
    training_slider,
)
from softmax_app.texts import learning as texts

__all__ = [
    "EXAMPLES",
    "evaluate",
    "figure",
    "highest",
    "regions_figure",
    "scene",
    "triangle_figure",
]

STEP_MARKS: Final = (0.0, 25.0, 50.0, 75.0, 100.0)
LOWEST_TOP: Final = 0.5  # of the plot of losses, however small they are
EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (2, 3, 5), (0, 20, 0))


def scene(settings: Settings) -> Scene:
    """Return lesson 9 at ``settings``."""
    now = evaluate(at_settings(settings))
    with_triangle = len(settings.scores) == 3
    part = Part(
        controls=(
            _step_control(settings),
            _rate_control(settings),
            controls.examples(settings, *EXAMPLES),
            controls.label_choice(settings),
            *controls.score_controls(settings),
            controls.smoothing_control(settings),
        ),
        stage=(
            figure(settings, highest(now)),
            *((triangle_figure(settings),) if with_triangle else ()),
            panels.notes(settings),
        ),
        below=(panels.numbers(settings),),
    )
    return Scene("learning", evaluate, now, (part, _weights_part(settings, now)))


def _weights_part(settings: Settings, now: Frames) -> Part:
    return Part(
        lead=(panels.weights_lead(settings),),
        controls=(
            _training_control(settings),
            _training_rate_control(settings),
            _sample_control(settings),
        ),
        stage=(
            regions_figure(settings, highest(now, "training_y")),
            panels.species_legend(settings),
            panels.training_notes(settings),
        ),
        below=(panels.one_bird(settings),),
    )


def highest(now: Frames, losses: str = "curve_y") -> float:
    """Return where a plot of losses ends: a power of 2, so that it seldom changes."""
    return float(2.0 ** np.ceil(np.log2(max(np.max(now[losses]), LOWEST_TOP))))


def regions_figure(settings: Settings, top: float) -> LiveFigure:
    """Return the birds, the species that the model finds most probable, and its loss."""
    say = settings.language
    data = penguins()
    lengths, depths = (tuple(column) for column in data.features.T.tolist())
    samples = regions.Samples(lengths, depths, tuple(data.labels.tolist()))
    labels = regions.Labels(
        classes=panels.species(settings),
        axes=(texts.LENGTH.say(say), texts.DEPTH.say(say)),
        titles=(texts.REGIONS.say(say), texts.TRAINING_LOSS.say(say)),
        steps=texts.STEPS_AXIS.say(say),
        top=top,
        last_step=TRAINING_STEPS,
        samples=samples,
        description=texts.REGIONS_DESCRIPTION.say(say),
    )
    return regions.regions(labels)


def figure(settings: Settings, top: float) -> LiveFigure:
    """Return the loss over the steps, up to ``top``, beside the probabilities and the gradient."""
    say = settings.language
    labels = bars(
        settings,
        SharePanel("probs", texts.PROBABILITIES.say(say)),
        SharePanel("gradient", texts.GRADIENT.say(say)),
        axis=texts.VALUE,
        description=texts.PICTURE_DESCRIPTION.say(say),
        signed=True,
    )
    curve = Curve(
        title=texts.LOSS.say(say),
        axis=texts.STEPS_AXIS.say(say),
        lines=(("curve", theme.TEXT.light),),
        points=(("point", (theme.CLASSES[0].light,)),),
        x_range=(-3, STEPS + 3),
        x_ticks=(0, 25, 50, 75, 100),
        y_range=(-0.06 * top, 1.06 * top),
        clip=True,
    )
    return curve_panels(CurveLabels(labels, curve))


def triangle_figure(settings: Settings) -> LiveFigure:
    """Return the path of the descent in the triangle of distributions."""
    description = texts.TRIANGLE_DESCRIPTION.say(settings.language)
    return descent_triangle(PathLabels(settings.labels, description))


def _step_control(settings: Settings) -> Control:
    label = texts.STEP.say(settings.language)
    return Control(descent_slider(settings), label, STEP_MARKS, play=_play(settings))


def _training_control(settings: Settings) -> Control:
    label = texts.TRAINING_STEP.say(settings.language)
    return Control(training_slider(settings), label, STEP_MARKS, play=_play(settings))


def _play(settings: Settings) -> Play:
    words = (texts.REWIND, texts.PLAY, texts.PAUSE, texts.BY_STEPS)
    return Play(*(one.say(settings.language) for one in words))


def _training_rate_control(settings: Settings) -> Control:
    label = texts.TRAINING_RATE.say(settings.language)
    return Control(training_rate_slider(settings), label, marks=(0.03, 0.3, 3.0, 30.0))


def _sample_control(settings: Settings) -> Control:
    return Control(sample_slider(settings), texts.SAMPLE.say(settings.language), marks=(1.0, 342.0))


def _rate_control(settings: Settings) -> Control:
    label = texts.RATE.say(settings.language)
    return Control(learning_rate_slider(settings), label, marks=(0.01, 1.0, 100.0))

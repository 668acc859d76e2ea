"""Lesson 9: gradient descent on the scores, and on the weights of a small model."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.figures import regions, theme
from softmax_app.figures.curve_and_bars import Curve, Line, Points, curve_and_bars, powers
from softmax_app.figures.curve_and_bars import Labels as CurveLabels
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.share_bars import Chart
from softmax_app.figures.triangle import PathLabels, descent_triangle
from softmax_app.kit import controls
from softmax_app.kit.bars import bars, scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Part, Scene, staged
from softmax_app.lessons.learning import asks, code, numbers, panels, weights, words
from softmax_app.lessons.learning.penguins import penguins
from softmax_app.settings import Settings
from softmax_app.sweeps import Frames, at_settings

JUMPS: Final = (-1, 1, 5, 25)  # steps at a press
LOWEST_TOP: Final = 0.5  # of the plots of losses, however small they are
DECADES: Final = 1e3  # that the plot of the scores' losses has, or more
EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (2, 3, 5), (0, 20, 0))


def scene(settings: Settings) -> Scene:
    """Return lesson 9 at ``settings``."""
    now = numbers.evaluate(at_settings(settings))
    parts = (_scores_part(settings, now), _weights_part(settings, now))
    return staged("learning", numbers.evaluate, settings, *parts, known=now)


def _scores_part(settings: Settings, now: Frames) -> Part:
    with_triangle = len(settings.scores) == 3
    foot = numbers.foot(now["loss_start"])
    top = highest(now, least=min(LOWEST_TOP, DECADES * foot))
    return Part(
        controls=(
            controls.number_control(
                settings, "descent_step", play=controls.played(settings, *JUMPS)
            ),
            controls.number_control(settings, "learning_rate"),
            controls.examples(settings, *EXAMPLES),
            controls.label_choice(settings),
            *controls.score_controls(settings),
            controls.number_control(settings, "smoothing"),
        ),
        stage=(
            figure(settings, top, foot),
            *((triangle_figure(settings),) if with_triangle else ()),
            panels.notes(settings),
        ),
        hand=(scores(settings, knobs="start", bars="logits"),),
        key=(panels.key_line(settings),),
        below=(panels.every_number(settings),),
        css="spread",
    )


def _weights_part(settings: Settings, now: Frames) -> Part:
    return Part(
        lead=(panels.weights_lead(settings),),
        controls=(
            controls.number_control(
                settings, "training_step", play=controls.played(settings, *JUMPS)
            ),
            controls.number_control(settings, "training_rate"),
            controls.number_control(settings, "sample"),
        ),
        stage=(
            regions_figure(settings, highest(now, "training_y")),
            panels.species_legend(settings),
            panels.training_notes(settings),
        ),
        key=(panels.training_key(settings),),
        below=(panels.one_bird(settings),),
    )


def highest(now: Frames, losses: str = "curve_y", *, least: float = LOWEST_TOP) -> float:
    """Return where a plot of losses ends: a power of 2, so that it seldom changes."""
    return float(2.0 ** np.ceil(np.log2(max(np.max(now[losses]), least))))


def figure(settings: Settings, top: float, foot: float = numbers.LEAST) -> LiveFigure:
    """Return the loss over the steps, to ``top``, beside the probabilities and the gradient."""
    language = settings.language
    labels = bars(
        settings,
        Chart("probs", words.PROBABILITIES.say(language), note="p"),
        Chart("gradient", words.GRADIENT.say(language), note="p − t"),
        axis=words.VALUE,
        description=words.PICTURE_DESCRIPTION.say(language),
        signed=True,
    )
    curve = Curve(
        title=words.LOSS_CURVE.say(language),
        axis=words.STEPS_AXIS.say(language),
        line=Line("curve_x", "curve_y", theme.TEXT.light),
        points=Points("step", "loss", (theme.MARK.light,)),
        x_range=(-6, numbers.STEPS + 6),
        x_ticks=(0, 25, 50, 75, 100),
        y_range=(0.7 * foot, 1.4 * top),
        y_ticks=powers(foot, top),
        top=top,
        bottom=foot,
        clip=True,
    )
    return curve_and_bars(CurveLabels(labels, curve))


def triangle_figure(settings: Settings) -> LiveFigure:
    """Return the path of the descent in the triangle of distributions."""
    language = settings.language
    description = words.TRIANGLE_DESCRIPTION.say(language)
    titles = (words.PROBABILITIES.say(language), words.TARGET.say(language))
    return descent_triangle(PathLabels(settings.labels, titles, description))


def regions_figure(settings: Settings, top: float) -> LiveFigure:
    """Return the birds, the species that the model finds most probable, and its loss."""
    language = settings.language
    features, labels = penguins()
    places = weights.lattice(features)
    return regions.regions(
        regions.Labels(
            classes=panels.species(settings),
            axes=(words.LENGTH.say(language), words.DEPTH.say(language)),
            titles=(words.REGIONS.say(language), words.TRAINING_LOSS.say(language)),
            steps=words.STEPS_AXIS.say(language),
            sample=words.CHOSEN_BIRD.say(language),
            probability=words.PROBABILITY.say(language),
            top=top,
            last_step=weights.STEPS,
            samples=regions.Samples(*_columns(features), tuple(labels.tolist())),
            lattice=regions.Lattice(*_columns(places), weights.ends(features)),
            description=words.REGIONS_DESCRIPTION.say(language),
        )
    )


def _columns(points: NDArray[np.float64]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the x and the y of points."""
    x, y = points.T.tolist()
    return tuple(x), tuple(y)


LESSON: Final = Lesson(
    name="learning",
    title=words.TITLE,
    settings=(
        "label",
        "smoothing",
        "learning_rate",
        "descent_step",
        "training_rate",
        "training_step",
        "sample",
    ),
    scene=scene,
    items=asks.ITEMS,
    opening=(4.0, -4.0, 3.0),
    words=words,
    code=code,
    numbers=(numbers, weights),
    not_in_code=("training_rate", "training_step", "sample"),
)

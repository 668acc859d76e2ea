"""Lesson 5: how wrong a prediction is."""

from typing import Final

from softmax_app.bindings import LiveFigure
from softmax_app.figures import theme
from softmax_app.figures.curve_panels import Curve, curve_panels
from softmax_app.figures.curve_panels import Labels as CurveLabels
from softmax_app.figures.share_panels import Panel as SharePanel
from softmax_app.lessons import controls
from softmax_app.lessons.cross_entropy import panels
from softmax_app.lessons.cross_entropy.numbers import HIGHEST, evaluate
from softmax_app.lessons.scene import Part, Scene
from softmax_app.lessons.tables import bars
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings
from softmax_app.texts import cross_entropy as texts

__all__ = ["EXAMPLES", "evaluate", "figure", "scene"]

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (2, 3, 5), (0, 20, 0))


def scene(settings: Settings) -> Scene:
    """Return lesson 5 at ``settings``."""
    part = Part(
        controls=(
            controls.examples(settings, *EXAMPLES),
            controls.label_choice(settings),
            *controls.score_controls(settings),
            controls.smoothing_control(settings),
        ),
        stage=(figure(settings), panels.notes(settings)),
        below=(panels.formulas(settings), panels.numbers(settings)),
    )
    return Scene("cross_entropy", evaluate, evaluate(at_settings(settings)), (part,))


def figure(settings: Settings) -> LiveFigure:
    """Return the curve of surprise beside the prediction and the target."""
    say = settings.language
    labels = bars(
        settings,
        SharePanel("probs", texts.PREDICTED.say(say)),
        SharePanel("target", texts.TARGET.say(say)),
        axis=texts.SHARE,
        description=texts.PICTURE_DESCRIPTION.say(say),
    )
    curve = Curve(
        title=texts.SURPRISE.say(say),
        axis=texts.P_AXIS.say(say),
        lines=(("curve", theme.TEXT.light),),
        points=(("point*", tuple(theme.class_colors(len(settings.scores)))),),
        x_range=(-0.03, 1.03),
        x_ticks=(0, 0.25, 0.5, 0.75, 1),
        y_range=(-0.35, HIGHEST + 0.35),
    )
    return curve_panels(CurveLabels(labels, curve))

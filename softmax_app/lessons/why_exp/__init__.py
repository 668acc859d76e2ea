"""Lesson 2: why exp, and not another way to make scores positive."""

from typing import Final

from softmax_app.bindings import LiveFigure
from softmax_app.figures.exp_curve import Labels as CurveLabels
from softmax_app.figures.exp_curve import exp_curve
from softmax_app.figures.share_panels import Panel as SharePanel
from softmax_app.figures.share_panels import share_panels
from softmax_app.lessons import controls
from softmax_app.lessons.scene import Control, Part, Scene
from softmax_app.lessons.tables import bars
from softmax_app.lessons.why_exp import panels
from softmax_app.lessons.why_exp.numbers import MAY_VANISH, evaluate
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings, point_slider, step_slider
from softmax_app.texts import why_exp as texts
from softmax_core import POSITIVE_WAYS

__all__ = ["EXAMPLES", "curve_figure", "evaluate", "scene", "ways_figure"]

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((2, 3, 5), (4, -4, 3), (-1, -2, -3))


def scene(settings: Settings) -> Scene:
    """Return lesson 2 at ``settings``."""
    curve = Part(
        controls=(_point_control(settings), _step_control(settings)),
        stage=(curve_figure(settings), panels.curve_notes(settings)),
        below=(panels.derivative(settings),),
    )
    others = Part(
        lead=(panels.others_lead(settings),),
        controls=(
            controls.examples(settings, *EXAMPLES),
            controls.changes_to_all(settings),
            *controls.score_controls(settings),
        ),
        stage=(ways_figure(settings), panels.others_notes(settings)),
        below=(panels.compared(settings), panels.numbers(settings)),
    )
    return Scene("why_exp", evaluate, evaluate(at_settings(settings)), (curve, others))


def curve_figure(settings: Settings) -> LiveFigure:
    """Return the curve with its point."""
    return exp_curve(CurveLabels(texts.CURVE_DESCRIPTION.say(settings.language)))


def ways_figure(settings: Settings) -> LiveFigure:
    """Return the shares by each way."""
    say = settings.language
    labels = bars(
        settings,
        *(
            SharePanel(way, name, faulty=way in MAY_VANISH)
            for way, name in zip(POSITIVE_WAYS, texts.WAY_NAMES, strict=True)
        ),
        axis=texts.SHARE,
        description=texts.WAYS_DESCRIPTION.say(say),
        faults=texts.WAY_FAULTS,
    )
    return share_panels(labels)


def _point_control(settings: Settings) -> Control:
    slider = point_slider(settings)
    label = texts.POINT.say(settings.language)
    return Control(slider, label, marks=(-2.0, -1.0, 0.0, 1.0, 1.5), color="class-0")


def _step_control(settings: Settings) -> Control:
    label = texts.STEP.say(settings.language)
    return Control(step_slider(settings), label, marks=(0.01, 0.5, 1.0), color="class-1")

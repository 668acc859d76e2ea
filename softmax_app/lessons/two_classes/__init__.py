"""Lesson 3: sigmoid is softmax over two classes."""

from typing import Final

from softmax_app.bindings import LiveFigure
from softmax_app.figures import theme
from softmax_app.figures.curve_panels import Curve, curve_panels
from softmax_app.figures.curve_panels import Labels as CurveLabels
from softmax_app.figures.share_panels import Labels as PanelLabels
from softmax_app.figures.share_panels import Panel as SharePanel
from softmax_app.figures.share_panels import share_panels
from softmax_app.lessons import controls
from softmax_app.lessons.scene import Control, Part, Scene
from softmax_app.lessons.tables import bars
from softmax_app.lessons.two_classes import panels
from softmax_app.lessons.two_classes.numbers import REACH, evaluate
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings, pair_slider
from softmax_app.texts import two_classes as texts

__all__ = ["EXAMPLES", "evaluate", "pair_figure", "scene", "several_figure"]

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, 3), (2, 2), (4, -4), (104, 103))


def scene(settings: Settings) -> Scene:
    """Return lesson 3 at ``settings``."""
    more_classes = len(settings.scores) > 2
    pair = Part(
        lead=(panels.pair_lead(settings),) if more_classes else (),
        controls=(
            controls.examples(settings, *EXAMPLES, action="pair", heading=texts.EXAMPLES),
            controls.score_control(settings, 0),
            controls.score_control(settings, 1),
            _pair_control(settings),
        ),
        stage=(pair_figure(settings), panels.pair_notes(settings)),
        below=(panels.equality(settings),),
    )
    several = Part(
        lead=(panels.several_lead(settings),),
        controls=tuple(controls.score_controls(settings, place="several")),
        stage=(several_figure(settings), panels.several_notes(settings)),
        below=(panels.numbers(settings),),
    )
    return Scene("two_classes", evaluate, evaluate(at_settings(settings)), (pair, several))


def pair_figure(settings: Settings) -> LiveFigure:
    """Return the curve, one node and two nodes, of the first two classes."""
    say = settings.language
    labels = PanelLabels(
        classes=settings.labels[:2],
        short_classes=settings.short_labels[:2],
        panels=(
            SharePanel("one_node", texts.ONE_NODE.say(say)),
            SharePanel("two_nodes", texts.TWO_NODES.say(say)),
        ),
        axis=texts.PROBABILITY.say(say),
        description=texts.PICTURE_DESCRIPTION.say(say),
    )
    curve = Curve(
        title=texts.CURVE.say(say),
        axis=texts.DIFFERENCE_AXIS.say(say),
        lines=(("curve", theme.TEXT.light),),
        points=(("point", (theme.CLASSES[0].light,)),),
        x_range=(-REACH - 0.4, REACH + 0.4),
        x_ticks=(-10, -5, 0, 5, 10),
        upright_guides=(0.0,),
        level_guides=(0.5,),
    )
    return curve_panels(CurveLabels(labels, curve))


def several_figure(settings: Settings) -> LiveFigure:
    """Return softmax and several sigmoids of all scores."""
    say = settings.language
    labels = bars(
        settings,
        SharePanel("softmax", texts.SOFTMAX.say(say)),
        SharePanel("sigmoids", texts.SIGMOIDS.say(say)),
        axis=texts.PROBABILITY,
        description=texts.SEVERAL_DESCRIPTION.say(say),
    )
    return share_panels(labels)


def _pair_control(settings: Settings) -> Control:
    slider = pair_slider(settings)
    marks = controls.ends_and(slider, 0.0)
    return Control(slider, texts.PAIR.say(settings.language), marks, follows=("mean", 0))

"""Lesson 2: why exp, and not another way to make scores positive."""

from typing import Final

from softmax_app.figures.exp_curve import Labels as CurveLabels
from softmax_app.figures.exp_curve import exp_curve
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.share_bars import Chart, share_bars
from softmax_app.kit import controls
from softmax_app.kit.bars import bars, scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Part, Scene, staged
from softmax_app.lessons.why_exp import asks, code, numbers, panels, words
from softmax_app.settings import Settings

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((2, 3, 5), (4, -4, 3), (-1, -2, -3))


def scene(settings: Settings) -> Scene:
    """Return lesson 2 at ``settings``."""
    curve = Part(
        controls=(
            controls.number_control(settings, "point", color="mark"),
            controls.number_control(settings, "step", color="other-mark"),
        ),
        stage=(curve_figure(settings), panels.curve_notes(settings)),
        key=(panels.key_line(settings),),
        below=(panels.derivative(settings),),
    )
    others = Part(
        lead=(panels.others_lead(settings),),
        controls=(
            controls.examples(settings, *EXAMPLES),
            controls.changes_to_all(settings),
            *controls.score_controls(settings),
        ),
        hand=(scores(settings),),
        stage=(ways_figure(settings), panels.others_notes(settings)),
        below=(panels.compared(settings), panels.every_number(settings)),
    )
    return staged("why_exp", numbers.evaluate, settings, curve, others)


def curve_figure(settings: Settings) -> LiveFigure:
    """Return the curve with its point."""
    return exp_curve(CurveLabels(words.CURVE_DESCRIPTION.say(settings.language)))


def ways_figure(settings: Settings) -> LiveFigure:
    """Return the shares by each way."""
    charts = (
        Chart(way, name, faulty=way in numbers.MAY_VANISH) for way, name in words.WAY_NAMES.items()
    )
    labels = bars(
        settings,
        *charts,
        axis=words.SHARE,
        description=words.WAYS_DESCRIPTION.say(settings.language),
        faults=words.WAY_FAULTS,
    )
    return share_bars(labels)


LESSON: Final = Lesson(
    name="why_exp",
    title=words.TITLE,
    settings=("point", "step"),
    scene=scene,
    items=asks.ITEMS,
    words=words,
    code=code,
    numbers=(numbers,),
)

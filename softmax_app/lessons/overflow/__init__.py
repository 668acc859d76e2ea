"""Lesson 4: where the naive softmax leaves the number format, and what a shift does about it."""

from typing import Final

from softmax_app.bindings import LiveFigure
from softmax_app.figures.format_line import Labels as LineLabels
from softmax_app.figures.format_line import format_line
from softmax_app.figures.share_panels import Panel as SharePanel
from softmax_app.lessons import controls
from softmax_app.lessons.overflow import panels
from softmax_app.lessons.overflow.numbers import evaluate, line_limits
from softmax_app.lessons.scene import Control, Part, Scene
from softmax_app.lessons.tables import bars
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings, shift_slider
from softmax_app.texts import overflow as texts

__all__ = ["EXAMPLES", "evaluate", "figure", "scene"]

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = (
    (2, 3, 5),
    (123, 456, 789),
    (709, 709, 709),
    (-1000, -1001, -1002),
    (0, 666, 1),
)


def scene(settings: Settings) -> Scene:
    """Return lesson 4 at ``settings``."""
    part = Part(
        controls=(
            controls.examples(settings, *EXAMPLES),
            controls.format_choice(settings),
            _shift_control(settings),
            *controls.score_controls(settings),
        ),
        stage=(figure(settings), panels.notes(settings), panels.warnings(settings)),
        below=(
            panels.steps(settings),
            panels.algebra(settings),
            panels.logs(settings),
            panels.limits(settings),
        ),
    )
    return Scene("overflow", evaluate, evaluate(at_settings(settings)), (part,))


def figure(settings: Settings) -> LiveFigure:
    """Return both formulas and the number line."""
    say = settings.language
    labels = bars(
        settings,
        SharePanel("naive", texts.NAIVE.say(say), faulty=True),
        SharePanel("shifted", texts.SHIFTED.say(say), faulty=True),
        axis=texts.SHARE,
        description=texts.PICTURE_DESCRIPTION.say(say, format=settings.number_format),
        faults=texts.FAULTS,
    )
    line = LineLabels(
        panels=labels,
        rows=(texts.SHIFTED_ROW.say(say), texts.NAIVE_ROW.say(say)),
        zones=tuple(zone.say(say) for zone in texts.ZONES),
        axis=texts.LINE_AXIS.say(say),
        limits=line_limits(settings.number_format),
    )
    return format_line(line)


def _shift_control(settings: Settings) -> Control:
    """Return the slider that shifts all scores, marked where the largest one overflows."""
    slider = shift_slider(settings)
    top = max(settings.scores)
    limits = line_limits(settings.number_format)
    overflow, underflow = (
        float(f"{limit - top:.4g}") for limit in (limits.last_finite, limits.smallest_nonzero)
    )
    marks = controls.ends_and(slider, overflow, underflow, 0.0)
    return Control(slider, texts.SHIFT.say(settings.language), marks)

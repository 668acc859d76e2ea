"""Lesson 5: how wrong a prediction is."""

from typing import Final

from softmax_app.figures import theme
from softmax_app.figures.curve_and_bars import Curve, Labels, Line, Points, curve_and_bars
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.share_bars import Chart
from softmax_app.kit import controls
from softmax_app.kit.bars import bars, scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Part, Scene, staged
from softmax_app.lessons.cross_entropy import algebra, asks, code, numbers, panels, words
from softmax_app.settings import Settings

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (2, 3, 5), (0, 20, 0))


def scene(settings: Settings) -> Scene:
    """Return lesson 5 at ``settings``."""
    part = Part(
        controls=(
            controls.label_choice(settings),
            controls.number_control(settings, "smoothing"),
            controls.examples(settings, *EXAMPLES),
            *controls.score_controls(settings),
        ),
        hand=(scores(settings),),
        stage=(figure(settings), panels.notes(settings)),
        key=(panels.key_line(settings),),
        below=(
            algebra.formulas(settings),
            algebra.why_log(settings),
            panels.made_of(settings),
            panels.every_number(settings),
        ),
    )
    return staged("cross_entropy", numbers.evaluate, settings, part)


def figure(settings: Settings) -> LiveFigure:
    """Return the curve of surprise beside the prediction and the target."""
    language = settings.language
    labels = bars(
        settings,
        Chart("probs", words.PREDICTED.say(language)),
        Chart("target", words.TARGET.say(language)),
        axis=words.SHARE,
        description=words.PICTURE_DESCRIPTION.say(language),
    )
    colors = tuple(theme.class_colors(len(settings.scores)))
    curve = Curve(
        title=words.CURVE.say(language),
        axis=words.P_AXIS.say(language),
        line=Line("", "", theme.TEXT.light, numbers.curve()),
        points=Points("probs", "surprise", colors, "target", settings.labels),
        x_range=(-0.03, 1.03),
        x_ticks=(0, 0.25, 0.5, 0.75, 1),
        y_range=(-0.35, numbers.HIGHEST + 0.35),
        top=numbers.HIGHEST,
    )
    return curve_and_bars(Labels(labels, curve))


LESSON: Final = Lesson(
    name="cross_entropy",
    title=words.TITLE,
    settings=("label", "smoothing"),
    scene=scene,
    items=asks.ITEMS,
    opening=(4.0, -4.0, 3.0),
    words=words,
    code=code,
    numbers=(numbers,),
)

"""Lesson 3: sigmoid is softmax over two classes."""

from dataclasses import replace
from typing import Final

from softmax_app.figures import share_bars, theme
from softmax_app.figures.curve_and_bars import Curve, Labels, Line, Points, curve_and_bars
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.share_bars import Chart
from softmax_app.kit import controls
from softmax_app.kit.bars import bars, scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Control, Part, Scene, staged
from softmax_app.lessons.two_classes import asks, code, numbers, panels, words
from softmax_app.settings import Settings
from softmax_app.sweeps import pair_slider

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, 3), (2, 2), (4, -4), (104, 103))


def scene(settings: Settings) -> Scene:
    """Return lesson 3 at ``settings``."""
    pair = _pair(settings if any(settings.names[:2]) else _of_a_tumour(settings))
    several = Part(
        lead=(panels.several_lead(settings),),
        controls=tuple(controls.score_controls(settings, place="several")),
        hand=(scores(settings, place="several"),),
        stage=(several_figure(settings), panels.several_notes(settings)),
        key=(panels.several_key(settings),),
        below=(panels.every_number(settings),),
    )
    return staged("two_classes", numbers.evaluate, settings, pair, several)


def _of_a_tumour(settings: Settings) -> Settings:
    """Return settings whose first two classes have the names of this lesson's story."""
    names = tuple(name.say(settings.language) for name in words.TUMOUR)
    return replace(settings, names=(*names, *settings.names[2:]))


def _pair(settings: Settings) -> Part:
    """Return the part with the first two classes alone."""
    return Part(
        controls=(
            _pair_control(settings),
            controls.score_control(settings, 0),
            controls.score_control(settings, 1),
            controls.examples(settings, *EXAMPLES, action="pair", heading=words.EXAMPLES),
        ),
        hand=(scores(settings, first=2),),
        stage=(pair_figure(settings), panels.pair_notes(settings)),
        key=(panels.key_line(settings),),
        below=(panels.equality(settings),),
    )


def pair_figure(settings: Settings) -> LiveFigure:
    """Return the curve, one node and two nodes, of the first two classes."""
    language = settings.language
    nodes = share_bars.Labels(
        classes=settings.labels[:2],
        short_classes=settings.short_labels[:2],
        charts=(
            Chart("one_node", words.ONE_NODE.say(language)),
            Chart("two_nodes", words.TWO_NODES.say(language)),
        ),
        axis=words.PROBABILITY.say(language),
        description=words.PICTURE_DESCRIPTION.say(language),
    )
    reach = numbers.REACH
    curve = Curve(
        title=words.CURVE.say(language),
        axis=words.DIFFERENCE_AXIS.say(language),
        line=Line("", "", theme.TEXT.light, numbers.curve()),
        points=Points("difference", "one_node", (theme.CLASSES[0].light,)),
        x_range=(-reach - 0.4, reach + 0.4),
        x_ticks=(-10, -5, 0, 5, 10),
        x_ends=(-reach, reach),
        upright_guides=(0.0,),
        level_guides=(0.5,),
    )
    # z₁ is as far ahead of d as z₂ is of 0
    return curve_and_bars(Labels(nodes, curve), moves="scores.0", ahead=settings.scores[1])


def several_figure(settings: Settings) -> LiveFigure:
    """Return softmax and several sigmoids of all scores."""
    language = settings.language
    labels = bars(
        settings,
        Chart("softmax", words.SOFTMAX.say(language)),
        Chart("sigmoids", words.SIGMOIDS.say(language)),
        axis=words.PROBABILITY,
        description=words.SEVERAL_DESCRIPTION.say(language),
    )
    return share_bars.share_bars(labels)


def _pair_control(settings: Settings) -> Control:
    slider = pair_slider(settings)
    marks = controls.ends_and(slider, 0.0)
    return Control(slider, words.PAIR.say(settings.language), marks, follows=("mean", 0))


LESSON: Final = Lesson(
    name="two_classes",
    title=words.TITLE,
    settings=(),
    scene=scene,
    items=asks.ITEMS,
    words=words,
    code=code,
    numbers=(numbers,),
)

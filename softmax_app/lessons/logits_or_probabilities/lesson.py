"""Lesson 8: the loss from logits, or from probabilities made of them."""

from typing import Final

import numpy as np

from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.two_plots import Labels as PlotLabels
from softmax_app.figures.two_plots import Line, Plot, two_plots
from softmax_app.kit import controls
from softmax_app.kit.bars import scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Control, Part, Scene, staged
from softmax_app.lessons.logits_or_probabilities import asks, code, numbers, panels, words
from softmax_app.lessons.logits_or_probabilities.numbers import WRONG_SCORES, shift, wrong_class
from softmax_app.settings import Settings
from softmax_app.settings.events import spell
from softmax_app.sweeps import Frames, Slider, at_settings
from softmax_app.texts import glosses

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (0, 20, 0), (0, 666, 1))
OPENING: Final = (60.0, -4.0, 3.0)  # wrong enough for the routes to stand apart
LEAST_TOP: Final = 125.0  # the plot of losses ends there, or higher
STEP: Final = 25.0  # of its ends
BESIDE: Final = 0.08  # of a plot's height, from a line to its name
BELOW: Final = -0.28  # likewise, of a line that breaks off in the midst of others
HEADROOM: Final = 1.15  # above a line, for what is beyond the plot


def scene(settings: Settings) -> Scene:
    """Return lesson 8 at ``settings``."""
    now = numbers.evaluate(at_settings(settings))
    wrong = wrong_class(settings.true_class, len(settings.scores))
    part = Part(
        controls=(
            _wrong_control(settings, wrong),
            controls.examples(settings, *EXAMPLES),
            controls.label_choice(settings),
        ),
        hand=(scores(settings, place="wrong", only=wrong, ends=_bar_ends(settings)),),
        stage=(figure(settings, highest(now)), panels.legend(settings), panels.notes(settings)),
        key=(panels.key_line(settings),),
        below=(panels.route_table(settings), panels.sample_table(settings)),
    )
    return staged("logits_or_probabilities", numbers.evaluate, settings, part, known=now)


def highest(now: Frames) -> float:
    """Return where the plot of losses ends: above the whole line of the sound route."""
    most = HEADROOM * float(now["sound_loss_along"].max())
    return max(LEAST_TOP, STEP * float(np.ceil(most / STEP)))


def figure(settings: Settings, top: float) -> LiveFigure:
    """Return the losses up to a top and the pulls on the true class, over the wrong score."""
    language = settings.language
    names = {look: glosses.plain(name.say(language)) for look, name in words.ROUTES.items()}
    short = {look: name.say(language) for look, name in words.SHORT_ROUTES.items()}

    def line(array: str, look: str, aside: float) -> Line:
        return Line(array, look, names[look], short[look], aside)

    losses = Plot(
        words.LOSS_TITLE.say(language),
        words.LOSS_MEASURED.say(language),
        (-0.04 * top, 1.12 * top),
        (
            line("sound_loss", "logits", BESIDE),
            line("clipped_loss", "clipped", BESIDE),
            line("single_loss", "single", BELOW),
        ),
        top=top,
    )
    pulls = Plot(
        words.PULL_TITLE.say(language),
        words.PULL_MEASURED.say(language),
        (-0.06, 1.08),
        (
            line("sound_pull", "logits", -BESIDE),
            line("clipped_pull", "clipped", BESIDE),
        ),
        word=words.BLIND.say(language),
    )
    labels = PlotLabels(
        plots=(losses, pulls),
        axis=words.WRONG_AXIS.say(language),
        x="wrong_score",
        x_range=wrong_ends(settings),
        description=words.PICTURE_DESCRIPTION.say(language),
        handle=wrong_slider(settings).id,
        shaded_from="blind_from",
    )
    return two_plots(labels)


def wrong_ends(settings: Settings) -> tuple[float, float]:
    """Return the ends of the wrong score: where it meets the others lies between them."""
    moved = shift(np.array(settings.scores), settings.true_class)
    return WRONG_SCORES[0] + moved, WRONG_SCORES[1] + moved


def _bar_ends(settings: Settings) -> tuple[float, float]:
    """Return from where to where the bars reach, which stand on 0."""
    (low, high), (start, end) = WRONG_SCORES, wrong_ends(settings)
    return min(low, start), max(high, end)


def wrong_slider(settings: Settings) -> Slider:
    """Return the slider of a wrong class's score, in steps of a half."""
    wrong = wrong_class(settings.true_class, len(settings.scores))
    start, end = wrong_ends(settings)
    grid = np.arange(round(2 * start), round(2 * end) + 1) / 2
    return Slider(spell("scores", wrong, place="wrong"), grid, settings.scores[wrong])


def _wrong_control(settings: Settings, wrong: int) -> Control:
    label = words.WRONG.say(settings.language, name=settings.labels[wrong])
    slider = wrong_slider(settings)
    marks = slider.grid[0] - WRONG_SCORES[0] + np.array([0.0, 16.0])
    return Control(slider, label, controls.ends_and(slider, *marks), color=f"class-{wrong}")


LESSON: Final = Lesson(
    name="logits_or_probabilities",
    title=words.TITLE,
    settings=("label",),
    scene=scene,
    items=asks.ITEMS,
    opening=OPENING,
    words=words,
    code=code,
    numbers=(numbers,),
)

"""Lesson 10: which of a vocabulary's tokens may come next, and drawing one of them."""

from typing import Final

from softmax_app.figures import rank_curve, token_bars
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit import controls
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Apart, Button, ButtonRow, Control, Part, Scene, staged
from softmax_app.lessons.next_word import asks, code, draws, numbers, panels, words
from softmax_app.lessons.next_word.tokens import likeliest
from softmax_app.settings import Settings
from softmax_app.settings.events import press
from softmax_app.settings.table import ROWS
from softmax_app.smollm2 import PROMPTS
from softmax_app.sweeps import at_settings
from softmax_app.texts.text import Text

EVERY: Final = 2  # positions of the temperature's slider: each is a softmax of the vocabulary


def scene(settings: Settings) -> Scene:
    """Return lesson 10 at ``settings``."""
    now = numbers.evaluate(at_settings(settings))
    part = Part(
        controls=(
            ButtonRow("", (Button(press("draw"), words.AGAIN.say(settings.language)),), "changes"),
            _temperature(settings),
            controls.number_control(settings, "top_k"),
            controls.number_control(settings, "top_p"),
            _choice(settings, "prompt", words.PROMPTS),
            controls.number_control(settings, "min_p"),
            _choice(settings, "order", words.ORDERS),
            controls.number_control(settings, "draws"),
            controls.number_control(settings, "seed"),
        ),
        stage=(
            panels.prompt(settings),
            bars_figure(settings, numbers.axis_end(settings.prompt, now)),
            curve_figure(settings),
            panels.legend(settings),
            panels.source(settings),
            panels.notes(settings),
        ),
        key=(panels.key_line(settings),),
        below=(panels.every_number(settings),),
        css="even",
        apart=Apart(*(title.say(settings.language) for title in words.APART)),
    )
    return staged("next_word", numbers.evaluate, settings, part, known=now)


def bars_figure(settings: Settings, end: float) -> LiveFigure:
    """Return the likeliest tokens as bars, on an axis to ``end``."""
    language = settings.language
    return token_bars.token_bars(
        token_bars.Labels(
            rows=(*likeliest(settings.prompt, numbers.SHOWN), words.OTHERS.say(language)),
            before=words.BEFORE_COLUMN.say(language),
            after=words.AFTER_COLUMN.say(language),
            drawn_count=words.COUNT.say(language),
            cut_off=words.CUT_OFF.say(language),
            tiny=words.TINY.say(language),
            axis=words.PROBABILITY_OF_EACH.say(language),
            whole=words.WHOLE.say(language),
            description=words.BARS_DESCRIPTION.say(language),
            end=end,
        )
    )


def curve_figure(settings: Settings) -> LiveFigure:
    """Return what the likeliest tokens have together, over their ranks."""
    language = settings.language
    return rank_curve.rank_curve(
        rank_curve.Labels(
            ranks=tuple(numbers.RANKS.tolist()),
            axis=words.RANK.say(language),
            title=words.CURVE_TITLE.say(language),
            description=words.CURVE_DESCRIPTION.say(language),
        )
    )


def _temperature(settings: Settings) -> Control:
    control = controls.number_control(settings, "temperature")
    slider = control.slider
    return control._replace(slider=slider._replace(grid=slider.grid[::EVERY].copy()))


def _choice(settings: Settings, name: str, options: dict[str, Text]) -> ButtonRow:
    language, chosen = settings.language, getattr(settings, name)
    buttons = (
        Button(press(name, one), text.say(language), PROMPTS.get(one, ""), chosen=one == chosen)
        for one, text in options.items()
    )
    return ButtonRow(ROWS[name].label.say(language), tuple(buttons), "choice")


LESSON: Final = Lesson(
    name="next_word",
    title=words.TITLE,
    settings=("temperature", "prompt", "order", "top_k", "top_p", "min_p", "draws", "seed"),
    scene=scene,
    items=asks.ITEMS,
    words=words,
    code=code,
    numbers=(numbers, draws),
    not_in_code=("scores",),
    part=words.PART,
)

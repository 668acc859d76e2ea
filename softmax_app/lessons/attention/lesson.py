"""Attention: a softmax over keys, its scale and its masks; and a softmax of scores in blocks."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.figures.attention_map import Labels as MapLabels
from softmax_app.figures.attention_map import attention_map
from softmax_app.figures.beyond_limit import Labels as LimitLabels
from softmax_app.figures.beyond_limit import beyond_limit
from softmax_app.figures.block_bars import Labels as BlockLabels
from softmax_app.figures.block_bars import block_bars
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit import controls
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Apart, Button, ButtonRow, Part, Scene, staged
from softmax_app.lessons.attention import asks, code, numbers, online, online_panels, panels, words
from softmax_app.lessons.attention.heads import words_of_sentence
from softmax_app.settings import Settings
from softmax_app.settings.events import press
from softmax_app.settings.limits import BLOCKS, KEYS
from softmax_app.settings.table import ROWS
from softmax_app.smollm2 import passage
from softmax_app.sweeps import Frames, at_settings
from softmax_app.texts.text import Text
from softmax_core import format_limits

LOWEST_END: Final = 2.0  # of the axis of scores, however small they are


def scene(settings: Settings) -> Scene:
    """Return the lesson at ``settings``."""
    now = numbers.evaluate(at_settings(settings))
    parts = (_row_part(settings), _online_part(settings, now))
    return staged("attention", numbers.evaluate, settings, *parts, known=now)


def _row_part(settings: Settings) -> Part:
    return Part(
        controls=(
            _looks(settings, words.HEADS, words.LOOKS),
            _causal_choice(settings),
            controls.number_control(settings, "scale"),
            controls.number_control(settings, "layer"),
            controls.number_control(settings, "head"),
            controls.number_control(settings, "query"),
            _mask_choice(settings),
        ),
        stage=(map_figure(settings), panels.notes(settings)),
        key=(panels.key_line(settings),),
        below=(panels.row_table(settings), panels.sink(settings), panels.nothing_left(settings)),
        apart=Apart(*(title.say(settings.language) for title in words.APART)),
    )


def _online_part(settings: Settings, now: Frames) -> Part:
    count = KEYS // int(settings.block)
    return Part(
        lead=(online_panels.online_lead(settings),),
        controls=(
            controls.number_control(settings, "arrived", play=controls.played(settings, -1, 1)),
            controls.format_choice(settings),
            _looks(settings, words.ROWS_OF_NOTE, words.TRIALS),
            _block_choice(settings),
        ),
        stage=(online_figure(settings, now), online_panels.online_notes(settings)),
        key=(online_panels.online_key(settings, count),),
        below=(
            online_panels.block_table(settings, count),
            online_panels.end_table(settings),
            passage_figure(settings),
            online_panels.passage_note(settings),
        ),
    )


def _looks(settings: Settings, heading: Text, looks: dict[str, Text]) -> ButtonRow:
    """Return buttons that each choose a layer, a head and a query."""
    language = settings.language
    buttons = (Button(press("look", one), name.say(language)) for one, name in looks.items())
    return ButtonRow(heading.say(language), tuple(buttons), "examples")


def _causal_choice(settings: Settings) -> ButtonRow:
    language = settings.language
    buttons = (
        Button(press("causal", one), name.say(language), chosen=one == settings.causal)
        for one, name in words.ON_OFF.items()
    )
    return ButtonRow(ROWS["causal"].label.say(language), tuple(buttons), "choice")


def _mask_choice(settings: Settings) -> ButtonRow:
    """Return a button for each key, pressed where it is masked, and for all and none of them."""
    language = settings.language
    buttons = (
        Button(press("hidden", number), word, chosen=number in settings.hidden)
        for number, word in enumerate(words_of_sentence(), start=1)
    )
    several = (
        Button(press("hidden", "all"), words.HIDE_ALL.say(language)),
        Button(press("hidden", "none"), words.HIDE_NONE.say(language)),
    )
    return ButtonRow(ROWS["hidden"].label.say(language), (*buttons, *several), "choice")


def _block_choice(settings: Settings) -> ButtonRow:
    buttons = (Button(press("block", one), one, chosen=one == settings.block) for one in BLOCKS)
    return ButtonRow(ROWS["block"].label.say(settings.language), tuple(buttons), "choice")


def map_figure(settings: Settings) -> LiveFigure:
    """Return the weights of the head as a map, and the chosen row as bars."""
    language = settings.language
    labels = MapLabels(
        words=words_of_sentence(),
        rows=words.QUERIES.say(language),
        columns=words.KEYS.say(language),
        bars=words.WEIGHT.say(language),
        picks="query",
        description=words.PICTURE_DESCRIPTION.say(language),
    )
    return attention_map(labels)


def online_figure(settings: Settings, now: Frames) -> LiveFigure:
    """Return the scores of the last row in their blocks."""
    language, name = settings.language, settings.number_format
    labels = BlockLabels(
        words=words_of_sentence(),
        blocks=tuple(
            words.BLOCK_OF.say(language, number=number + 1)
            for number in range(KEYS // int(settings.block))
        ),
        block=int(settings.block),
        ends=_ends(now["online_scores"]),
        limit=format_limits(name).last_finite,
        limit_name=words.LIMIT_LINE.say(language, format=name),
        top_name=words.SO_FAR.say(language),
        arrived=words.ARRIVED.say(language),
        axis=words.SCORES.say(language),
        description=words.ONLINE_DESCRIPTION.say(language),
    )
    return block_bars(labels)


def _ends(scores: NDArray[Any]) -> tuple[float, float]:
    """Return the ends of the axis of scores: powers of 2, which seldom change."""
    low, high = max(float(-scores.min()), LOWEST_END), max(float(scores.max()), LOWEST_END)
    return -float(2.0 ** np.ceil(np.log2(low))), float(2.0 ** np.ceil(np.log2(high)))


def passage_figure(settings: Settings) -> LiveFigure:
    """Return the largest scores of a passage, beside what float16 can take."""
    language = settings.language
    labels = LimitLabels(
        places=passage().tokens,
        array="passage",
        limit=format_limits("float16").last_finite,
        limit_name=words.LIMIT_LINE.say(language, format="float16"),
        beyond=words.PASSAGE_BEYOND.say(language),
        counted="passage_over",
        axis=words.PASSAGE_AXIS.say(language),
        description=words.PASSAGE_DESCRIPTION.say(language),
    )
    return beyond_limit(labels)


LESSON: Final = Lesson(
    name="attention",
    title=words.TITLE,
    settings=(
        "layer",
        "head",
        "query",
        "scale",
        "causal",
        "hidden",
        "number_format",
        "block",
        "arrived",
    ),
    scene=scene,
    items=asks.ITEMS,
    words=words,
    code=code,
    numbers=(numbers, online),
    not_in_code=("scores", "number_format", "arrived"),
)

"""Lesson 1: linear normalisation, softmax and hardmax of the same scores."""

from typing import Final

from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.share_bars import Chart, share_bars
from softmax_app.figures.triangle import Labels as TriangleLabels
from softmax_app.figures.triangle import triangle
from softmax_app.kit import controls
from softmax_app.kit.bars import bars, scores
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.markup import heading, paragraph, section
from softmax_app.kit.scene import Panel, Part, Scene, staged
from softmax_app.lessons.scores_to_probabilities import asks, code, numbers, panels, words
from softmax_app.settings import Settings

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = (
    (2, 3, 5),
    (4, -4, 3),
    (1, -1),
    (5, 5, 1),
    (123, 456, 789),
)


def scene(settings: Settings) -> Scene:
    """Return lesson 1 at ``settings``."""
    part = Part(
        controls=(
            controls.number_control(settings, "temperature"),
            controls.examples(settings, *EXAMPLES),
            controls.changes_to_all(settings),
            *controls.score_controls(settings),
        ),
        hand=(scores(settings),),
        stage=(maps_figure(settings), panels.notes(settings.language)),
        key=(panels.key_line(settings.language),),
        below=(
            panels.formulas(settings.language, len(settings.scores)),
            *_triangle_panels(settings),
            panels.every_number(settings),
        ),
    )
    return staged("scores_to_probabilities", numbers.evaluate, settings, part)


def maps_figure(settings: Settings) -> LiveFigure:
    """Return the exponentials, which softmax divides, and the three maps of the scores."""
    language = settings.language
    faults = tuple(words.FAULTS.get(name, words.NO_FAULT) for name in words.LINEAR_NOTES)
    labels = bars(
        settings,
        Chart("exponentials", words.EXPONENTIALS.say(language), note=words.SCALED.say(language)),
        Chart("softmax", words.DIVIDED.say(language)),
        Chart("linear", words.LINEAR.say(language), faulty=True, unbounded=True),
        Chart("hardmax", words.HARDMAX.say(language)),
        description=words.MAPS_DESCRIPTION.say(language),
        faults=faults,
    )
    return share_bars(labels._replace(rows=2))


def triangle_figure(settings: Settings) -> LiveFigure:
    """Return the triangle of all distributions over three classes."""
    labels = TriangleLabels(
        classes=settings.labels,
        titles=_titles(settings),
        description=words.TRIANGLE_DESCRIPTION.say(settings.language),
    )
    return triangle(labels)


def _titles(settings: Settings) -> tuple[str, str, str]:
    language = settings.language
    return (words.LINEAR.say(language), words.SOFTMAX.say(language), words.HARDMAX.say(language))


def _triangle_panels(settings: Settings) -> tuple[Panel, ...]:
    """Return the triangle and its words, or without three classes the words alone."""
    language = settings.language
    entropy = panels.entropy_note(settings)
    if len(settings.scores) != 3:
        elsewhere = paragraph(words.TRIANGLE_ELSEWHERE.say(language))
        title = heading(words.ENTROPY.say(language))
        return (section(title, entropy, elsewhere, css="aside"),)
    lead = paragraph(words.TRIANGLE_LEAD.say(language))
    legend = panels.legend(_titles(settings))
    outside = panels.outside_note(language)
    title = heading(words.TRIANGLE.say(language))
    return (
        triangle_figure(settings),
        section(legend, title, lead, entropy, outside, css="aside"),
    )


LESSON: Final = Lesson(
    name="scores_to_probabilities",
    title=words.TITLE,
    settings=("temperature",),
    scene=scene,
    items=asks.ITEMS,
    words=words,
    code=code,
    numbers=(numbers,),
)

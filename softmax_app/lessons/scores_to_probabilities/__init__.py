"""Lesson 1: linear normalisation, softmax and hardmax of the same scores."""

from typing import Final

from softmax_app.bindings import LiveFigure
from softmax_app.figures.share_panels import Panel as SharePanel
from softmax_app.figures.share_panels import share_panels
from softmax_app.figures.triangle import Labels as TriangleLabels
from softmax_app.figures.triangle import triangle
from softmax_app.lessons import controls
from softmax_app.lessons.scene import Panel, Part, Scene
from softmax_app.lessons.scores_to_probabilities import panels
from softmax_app.lessons.scores_to_probabilities.numbers import evaluate
from softmax_app.lessons.tables import bars
from softmax_app.markup import heading, paragraph, section
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings
from softmax_app.texts import scores_to_probabilities as texts

__all__ = ["EXAMPLES", "evaluate", "maps_figure", "scene", "teaser", "triangle_figure"]

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
            controls.examples(settings, *EXAMPLES),
            controls.changes_to_all(settings),
            *controls.score_controls(settings),
            controls.temperature_control(settings),
        ),
        stage=(maps_figure(settings), panels.notes(settings.language)),
        below=(
            panels.formulas(settings),
            *_triangle_panels(settings),
            panels.numbers(settings),
        ),
    )
    return Scene("scores_to_probabilities", evaluate, evaluate(at_settings(settings)), (part,))


def teaser(settings: Settings) -> Scene:
    """Return the three maps with the score of the last class alone to drag."""
    part = Part(
        (controls.score_control(settings, len(settings.scores) - 1),), (maps_figure(settings),)
    )
    return Scene("scores_to_probabilities", evaluate, evaluate(at_settings(settings)), (part,))


def maps_figure(settings: Settings) -> LiveFigure:
    """Return the three maps of the scores."""
    say = settings.language
    labels = bars(
        settings,
        SharePanel("linear", texts.LINEAR.say(say), faulty=True),
        SharePanel("softmax", texts.SOFTMAX.say(say)),
        SharePanel("hardmax", texts.HARDMAX.say(say)),
        axis=texts.SHARE,
        description=texts.MAPS_DESCRIPTION.say(say),
        faults=texts.FAULTS,
    )
    return share_panels(labels)


def triangle_figure(settings: Settings) -> LiveFigure:
    """Return the triangle of all distributions over three classes."""
    labels = TriangleLabels(
        classes=settings.labels,
        titles=_titles(settings),
        description=texts.TRIANGLE_DESCRIPTION.say(settings.language),
    )
    return triangle(labels)


def _titles(settings: Settings) -> tuple[str, str, str]:
    say = settings.language
    return (texts.LINEAR.say(say), texts.SOFTMAX.say(say), texts.HARDMAX.say(say))


def _triangle_panels(settings: Settings) -> tuple[Panel, ...]:
    """Return the triangle and its words, or without three classes the words alone."""
    say = settings.language
    entropy = panels.entropy_note(settings)
    if len(settings.scores) != 3:
        words = paragraph(texts.TRIANGLE_ELSEWHERE.say(say))
        return (section(heading(texts.ENTROPY.say(say)), entropy, words, css="aside"),)
    lead = paragraph(texts.TRIANGLE_LEAD.say(say))
    legend = panels.legend(_titles(settings))
    outside = panels.outside_note(say)
    return (
        triangle_figure(settings),
        section(legend, heading(texts.TRIANGLE.say(say)), lead, entropy, outside, css="aside"),
    )

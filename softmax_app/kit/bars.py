"""Bars of the reader's classes, and their names."""

from softmax_app.figures import share_bars
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.score_bars import Labels, score_bars
from softmax_app.kit.content import Element
from softmax_app.kit.markup import paragraph
from softmax_app.kit.scene import Part
from softmax_app.settings import Settings
from softmax_app.texts import controls as texts
from softmax_app.texts.text import Text


def scores(
    settings: Settings,
    *,
    place: str = "",
    knobs: str = "scores",
    bars: str = "scores",
    first: int | None = None,
    only: int | None = None,
    ends: tuple[float, float] | None = None,
    title: Text = texts.SCORES,
    moved: bool = False,
) -> LiveFigure:
    """Return the reader's scores as bars, which a hand takes by the top.

    Where they move by themselves, ``knobs`` are where they were set, and ``bars`` where they are.
    Of more than ``first`` classes, only so many are shown; the hand may take the ``only`` one.
    Where all are ``moved`` together, outlines show to where, as the ``title`` says.
    """
    language = settings.language
    labels = Labels(
        classes=settings.labels[:first],
        short_classes=settings.short_labels[:first],
        title=title.say(language),
        description=texts.SCORES_DESCRIPTION.say(language),
        ends=ends or (-settings.reach, settings.reach),
        place=place,
        knobs=knobs,
        bars=bars,
        longer=texts.LONGER.say(language),
        only=only,
        moved=moved,
    )
    return score_bars(labels)


def bars(
    settings: Settings,
    *charts: share_bars.Chart,
    axis: Text | None = None,
    description: str,
    faults: tuple[Text, ...] = (),
    signed: bool = False,
) -> share_bars.Labels:
    """Return the words of charts of bars, one bar for each class of the reader."""
    language = settings.language
    return share_bars.Labels(
        classes=settings.labels,
        short_classes=settings.short_labels,
        charts=charts,
        axis=axis.say(language) if axis else "",
        description=description,
        faults=tuple(fault.say(language) for fault in faults),
        signed=signed,
    )


def class_name(settings: Settings, number: int) -> Element:
    """Return the name of a class, in its colour."""
    return Element("b", settings.label_of(number), f"class-{number}")


def with_names(part: Part, settings: Settings) -> Part:
    """Return a part that says which class is which where its bars have room for numbers alone."""
    numbers = tuple(str(number + 1) for number in range(len(settings.scores)))
    figures = [one for one in part.hand if isinstance(one, LiveFigure)]
    if not any(one.wide.layout.xaxis.ticktext == numbers for one in figures):
        return part
    names = (
        Element("span", (number, " ", class_name(settings, place)))
        for place, number in enumerate(numbers)
    )
    return part._replace(stage=(*part.stage, paragraph(*names, css="legend")))

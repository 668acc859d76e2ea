"""Bars of the reader's classes, and their names."""

from softmax_app.figures import share_bars
from softmax_app.kit.content import Element
from softmax_app.settings import Settings
from softmax_app.texts.text import Text


def bars(
    settings: Settings,
    *charts: share_bars.Chart,
    axis: Text,
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
        axis=axis.say(language),
        description=description,
        faults=tuple(fault.say(language) for fault in faults),
        signed=signed,
    )


def class_name(settings: Settings, number: int) -> Element:
    """Return the name of a class, in its colour."""
    return Element("b", settings.labels[number], f"class-{number}")

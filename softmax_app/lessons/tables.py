"""What the lessons' tables and derivations share."""

from collections.abc import Iterable, Sequence

from softmax_app import mathml
from softmax_app.bindings import Content, Element, Slot
from softmax_app.figures import share_panels
from softmax_app.markup import Line, derivation
from softmax_app.settings import Settings
from softmax_app.texts import controls as texts
from softmax_app.texts.text import Text


def column(settings: Settings, text: Text, formula: Content = "") -> Content:
    """Return the head of a column: what it is called, and below it its formula."""
    shown = mathml.inline(formula) if formula else ""
    return (Element("span", text.say(settings.language)), Element("span", shown))


def class_rows(settings: Settings, arrays: Sequence[str]) -> list[tuple[Content, ...]]:
    """Return a row for each class: its name, and its number in each of the arrays."""
    return [
        (Element("span", name, f"class-{k}"), *(Slot(array, k, "full") for array in arrays))
        for k, name in enumerate(settings.labels)
    ]


def class_name(settings: Settings, number: int) -> Element:
    """Return the name of a class, in its colour."""
    return Element("b", settings.labels[number], f"class-{number}")


def derived(
    settings: Settings,
    symbols: Iterable[Content],
    numbers: Iterable[Content],
    reasons: Iterable[Text],
) -> Element:
    """Return a derivation whose lines stand in symbols, with numbers, and with their reasons."""
    say = settings.language
    lines = [
        Line(mathml.inline(symbol), mathml.inline(number), reason.say(say))
        for symbol, number, reason in zip(symbols, numbers, reasons, strict=True)
    ]
    return derivation(lines, texts.NEXT_LINE.say(say))


def bars(
    settings: Settings,
    *panels: share_panels.Panel,
    axis: Text,
    description: str,
    faults: tuple[Text, ...] = (),
    signed: bool = False,
) -> share_panels.Labels:
    """Return the words of panels of bars, one for each class of the reader."""
    say = settings.language
    return share_panels.Labels(
        classes=settings.labels,
        short_classes=settings.short_labels,
        panels=panels,
        axis=axis.say(say),
        description=description,
        faults=tuple(fault.say(say) for fault in faults),
        signed=signed,
    )

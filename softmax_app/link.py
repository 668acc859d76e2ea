"""The link of a page: everything that it shows, by short names that no language changes."""

import csv
import io
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from softmax_app.asked import to_text
from softmax_app.reading import (
    RefusedError,
    format_number,
    read_asked,
    read_format,
    read_label,
    read_language,
    read_names,
    read_number,
    read_scores,
    read_span,
    read_view,
)
from softmax_app.settings import Settings
from softmax_app.texts.text import Text


class Field(NamedTuple):
    """How one field of ``Settings`` stands in a link."""

    in_link: str
    read: Callable[[str], Any]
    write: Callable[[Settings], str]


class Repair(NamedTuple):
    """A value of a link that was left out, and why."""

    in_link: str
    value: str
    reason: Text


def to_link(settings: Settings, fields: Collection[str]) -> dict[str, str]:
    """Return the query parameters that say what ``fields`` are set to, defaults too.

    A question that is not open and a projector that is not used are not spoken of.
    """
    said = {name: FIELDS[name].write(settings) for name in FIELDS if name in fields}
    return {FIELDS[name].in_link: text for name, text in said.items() if text or name not in MODES}


def from_link(query: Mapping[str, str], start: Settings) -> tuple[Settings, tuple[Repair, ...]]:
    """Return ``start`` with what the link says, field by field, and what could not be used."""
    found: dict[str, Any] = {name: getattr(Settings, name) for name in MODES}
    repairs = []
    for name, field in FIELDS.items():
        text = query.get(field.in_link)
        if text is None:
            continue
        try:
            found[name] = field.read(text)
        except RefusedError as refusal:
            repairs.append(Repair(field.in_link, text, refusal.reason))
    return replace(start, **found), tuple(repairs)


def _write_names(settings: Settings) -> str:
    if not any(settings.names):
        return ""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(settings.names)
    return line.getvalue()


def _number_field(in_link: str, name: str) -> Field:
    return Field(
        in_link,
        lambda text: read_number(name, text),
        lambda settings: format_number(getattr(settings, name)),
    )


FIELDS: Final[Mapping[str, Field]] = {
    "scores": Field("z", read_scores, lambda s: ",".join(map(format_number, s.scores))),
    "names": Field("names", read_names, _write_names),
    "temperature": _number_field("T", "temperature"),
    "span": Field("r", read_span, lambda s: format_number(s.reach)),
    "point": _number_field("x", "point"),
    "step": _number_field("dx", "step"),
    "shift": _number_field("c", "shift"),
    "label": Field("y", read_label, lambda s: str(s.target)),
    "smoothing": _number_field("s", "smoothing"),
    "difference": _number_field("h", "difference"),
    "learning_rate": _number_field("lr", "learning_rate"),
    "descent_step": _number_field("k", "descent_step"),
    "training_rate": _number_field("tr", "training_rate"),
    "training_step": _number_field("t", "training_step"),
    "sample": _number_field("i", "sample"),
    "number_format": Field("f", read_format, lambda s: s.number_format),
    "language": Field("lang", read_language, lambda s: s.language),
    "view": Field("view", read_view, lambda s: "" if s.view == "page" else s.view),
    "asked": Field("q", read_asked, lambda s: to_text(s.asked)),
}
MODES: Final = ("view", "asked")  # of a link: what it does not say is not so

"""The link of a page: everything that it shows, by short names that no language changes."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from softmax_app.settings import Settings
from softmax_app.settings.reading import RefusedError
from softmax_app.settings.table import ROWS
from softmax_app.texts.text import Text

MODES: Final = tuple(name for name, row in ROWS.items() if row.mode)
OPENING: Final = ("scores", "span")  # what a page opens on, where no link and no hand says others


class Repair(NamedTuple):
    """A value of a link that was left out, and why."""

    in_link: str
    value: str
    reason: Text


def written(settings: Settings, name: str) -> str:
    """Return a setting as it stands in a link."""
    row = ROWS[name]
    return row.write(getattr(settings, row.effective or name))


def to_link(settings: Settings, names: Collection[str]) -> dict[str, str]:
    """Return the query parameters that say what these settings are, defaults too.

    A question that is not open and a projector that is not used are not spoken of, nor are scores
    that no one has set.
    """
    said = _said(settings)
    return _in_link({name: written(settings, name) for name in said if name in names})


def kept(settings: Settings) -> dict[str, str]:
    """Return every setting as it is, in words of the link: what waits unseen as well.

    ``from_link`` reads it back.
    """
    return _in_link({name: ROWS[name].write(getattr(settings, name)) for name in _said(settings)})


def from_link(query: Mapping[str, str], start: Settings) -> tuple[Settings, tuple[Repair, ...]]:
    """Return ``start`` with what the link says, setting by setting, and what could not be used."""
    found: dict[str, Any] = {name: getattr(Settings, name) for name in MODES}
    repairs = []
    for name, row in ROWS.items():
        text = query.get(row.in_link)
        if text is None:
            continue
        try:
            found[name] = row.read(text)
        except RefusedError as refusal:
            repairs.append(Repair(row.in_link, text, refusal.reason))
    if not found.keys().isdisjoint(OPENING):
        found["opening"] = False
    return replace(start, **found), tuple(repairs)


def _said(settings: Settings) -> Iterator[str]:
    """Yield the names of the settings that a link speaks of."""
    return (name for name in ROWS if not (settings.opening and name in OPENING))


def _in_link(said: Mapping[str, str]) -> dict[str, str]:
    return {ROWS[name].in_link: text for name, text in said.items() if text or name not in MODES}

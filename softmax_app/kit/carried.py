"""A reader's state as text, which a browser keeps and gives back with what was done since.

So that whoever answers needs to remember nothing. What comes back is read like a link.
"""

import json
from collections.abc import Collection
from typing import Any, Final, NamedTuple

from softmax_app.kit.items import find, settled
from softmax_app.kit.lesson import Page
from softmax_app.kit.state import State
from softmax_app.settings import Settings
from softmax_app.settings.link import from_link, kept
from softmax_app.settings.reading import RefusedError, printable
from softmax_app.texts import common
from softmax_app.texts.text import LANGUAGES, Text

LONGEST: Final = 4000  # characters; ten classes with long names take a quarter of it


class Carried(NamedTuple):
    """A state, and the questions of its page that are done."""

    state: State
    done: frozenset[str] = frozenset()


def written(page: Page, state: State, done: Collection[str]) -> str:
    """Return a state as text, or "" if it has more to say than its settings.

    That is so while the repairs of a link, or a wish, wait to be shown.
    """
    if state.repairs or state.wish is not None:
        return ""
    told: dict[str, Any] = {"set": kept(state.settings)}
    if state.before is not None:
        told["before"] = kept(state.before)
    if state.refusals:
        told["refused"] = dict(state.refusals)
    known = sorted(item.id for item in page.items if item.id in done)
    if known:
        told["done"] = known
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read(page: Page, text: str) -> Carried:
    """Return the state that a text tells, or raise RefusedError."""
    told = _told(text)
    before = _settings(page, told["before"]) if "before" in told else None
    now = settled(_settings(page, told.get("set")), page.items, pieces=page.pieces)
    refused = {printable(event): _text(said) for event, said in told.get("refused", {}).items()}
    known = frozenset(one for one in _texts(told.get("done", [])) if find(page.items, one))
    return Carried(State(now, before=before, refusals=refused), known)


def _told(text: str) -> dict[str, Any]:
    if len(text) > LONGEST:
        raise RefusedError(common.BROKEN_ADDRESS)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise RefusedError(common.BROKEN_ADDRESS) from None
    if not isinstance(told, dict) or not isinstance(told.get("refused", {}), dict):
        raise RefusedError(common.BROKEN_ADDRESS)
    return told


def _texts(told: object) -> list[str]:
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        raise RefusedError(common.BROKEN_ADDRESS)
    return told


def _settings(page: Page, link: object) -> Settings:
    if not isinstance(link, dict) or not all(isinstance(text, str) for text in link.values()):
        raise RefusedError(common.BROKEN_ADDRESS)
    found, repairs = from_link(link, page.opened(Settings()))
    if repairs:
        raise RefusedError(repairs[0].reason)
    return found


def _text(told: object) -> Text:
    said = _texts(told)
    if len(said) != len(LANGUAGES):
        raise RefusedError(common.BROKEN_ADDRESS)
    return Text(*map(printable, said))

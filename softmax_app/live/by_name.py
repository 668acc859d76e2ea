"""What the course answers of a page that is told by its name: another process can be asked."""

import json
from collections.abc import Mapping

from softmax_app import course
from softmax_app.live import answers
from softmax_app.settings.reading import RefusedError
from softmax_app.texts import common


def version() -> str:
    """Return the version that these answers are of."""
    return answers.VERSION


def first(page: str, link: Mapping[str, str], done: str) -> bytes:
    """Return, compressed, all that is first seen of a page, of whose questions some are done."""
    found = course.page(page)
    known = frozenset(item.id for item in found.items) & frozenset(done.split("."))
    return answers.first(found, link, known)


def sweep(page: str, link: Mapping[str, str], control: str) -> bytes:
    """Return, compressed, the arrays along a control; or raise RefusedError."""
    return answers.sweep(course.page(page), link, control)


def answer(page: str, kept: str, events: str) -> bytes:
    """Return what changes by what was done, told as JSON; or raise RefusedError."""
    try:
        done = [(str(event), str(value)) for event, value in json.loads(events)]
    except (ValueError, TypeError, RecursionError):
        raise RefusedError(common.BROKEN_ADDRESS) from None
    return answers.answer(course.page(page), kept, done)

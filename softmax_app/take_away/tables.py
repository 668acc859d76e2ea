"""The tables of a lesson as CSV, with every digit of their numbers."""

import csv
import io
from collections.abc import Iterator
from typing import Final

import numpy as np

from softmax_app.bindings import Cases, Content, Element, Frames, LiveFigure, Slot
from softmax_app.lessons.scene import Scene

# parts of a formula that stand above or below one another, and the sign between them on one line
ONE_LINE: Final = {"msup": "^", "msub": "_", "mfrac": "/"}
# a spreadsheet takes what begins so for a formula; the last four are the wide ones
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def tables_csv(scene: Scene) -> bytes:
    """Return all tables of a lesson, each under its caption, with an empty line between them.

    In UTF-8 with the mark by which Excel knows it.
    """
    rows: list[list[str]] = []
    for table in _tables(scene):
        captions = [[_field(one, scene.now)] for one in _inside(table, scene.now, "caption")]
        rows += [[], *captions, *_rows(table, scene.now)]
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows[1:])
    return file.getvalue().encode("utf-8-sig")


def _tables(scene: Scene) -> Iterator[Element]:
    for part in scene.parts:
        for panel in (*part.lead, *part.stage, *part.below):
            if not isinstance(panel, LiveFigure):
                yield from _inside(panel, scene.now, "table")


def _rows(table: Element, now: Frames) -> list[list[str]]:
    """Return the rows of a table, each of its columns as wide as its widest cell."""
    rows = [
        [_fields(cell, now) for cell in _inside(row, now, "th", "td")]
        for row in _inside(table, now, "tr")
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        [
            field
            for cell, width in zip(row, widths, strict=True)
            for field in cell + [""] * (width - len(cell))
        ]
        for row in rows
    ]


def _fields(cell: Element, now: Frames) -> list[str]:
    """Return what a cell says: a head's words with their formula, else each number and remark.

    The punctuation between several numbers is left out.
    """
    parts = _parts(cell.content)
    if cell.tag == "td" and len(parts) > 1:
        parts = tuple(part for part in parts if not isinstance(part, str))
    first, *rest = [text for part in parts if (text := _field(part, now))] or [""]
    if cell.tag == "th":
        return [" ".join([first, *(f"({formula})" for formula in rest)])]
    return [first, *rest]


def _field(content: Content, now: Frames) -> str:
    """Return a number, or words that no spreadsheet takes for a formula."""
    shown = _chosen(content, now)
    text = " ".join(_text(shown, now).split())
    risky = not isinstance(shown, Slot) and text.startswith(FORMULA_STARTS)
    return f"'{text}" if risky else text


def _text(content: Content, now: Frames) -> str:
    shown = _chosen(content, now)
    if isinstance(shown, str):
        return shown
    if isinstance(shown, Slot):
        return repr(float(np.atleast_1d(now[shown.array][0])[shown.at]))
    if isinstance(shown, Element):
        if shown.tag in ONE_LINE:
            sides = (_text(side, now) for side in _parts(shown.content))
            return ONE_LINE[shown.tag].join(f"({s})" if len(s) > 1 else s for s in sides)
        gap = " " if shown.tag == "mtext" else ""  # between the t and the log of t log p
        return gap + _text(shown.content, now)
    return "".join(_text(one, now) for one in _parts(shown))


def _inside(content: Content, now: Frames, *tags: str) -> Iterator[Element]:
    """Yield the outermost elements with one of these tags, as they stand."""
    shown = _chosen(content, now)
    if isinstance(shown, Element):
        if shown.tag in tags:
            yield shown
        else:
            yield from _inside(shown.content, now, *tags)
    elif not isinstance(shown, str | Slot):
        for one in _parts(shown):
            yield from _inside(one, now, *tags)


def _chosen(content: Content, now: Frames) -> Content:
    """Return content, or where there is a choice the one that holds now."""
    while isinstance(content, Cases):
        content = content.contents[int(np.atleast_1d(now[content.array][0])[content.at])]
    return content


def _parts(content: Content) -> tuple[Content, ...]:
    return (content,) if isinstance(content, str | Slot | Cases | Element) else content

"""The tables of a lesson as CSV, with every digit of their numbers."""

import csv
import io
from typing import Final

import numpy as np

from softmax_app.kit.content import Cases, Content, Slot
from softmax_app.kit.scene import Scene
from softmax_app.kit.tables import Cell, Head, Named, Several, Table, Tagged
from softmax_app.sweeps import Frames

# a spreadsheet takes what begins so for a formula; the last four are the wide ones
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def tables_csv(scene: Scene) -> bytes:
    """Return all tables of a lesson, each under its caption, with an empty line between them.

    In UTF-8 with the mark by which Excel knows it.
    """
    rows: list[list[str]] = []
    for table in (panel for panel in scene.panels if isinstance(panel, Table)):
        rows += [[], [_harmless(table.caption)], *_rows(table, scene.now)]
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows[1:])
    return file.getvalue().encode("utf-8-sig")


def _rows(table: Table, now: Frames) -> list[list[str]]:
    """Return the rows of a table, each of its columns as wide as its widest cell."""
    rows = [[[_head(one)] for one in table.head]]
    rows += [[_fields(cell, now) for cell in row] for row in (*table.body, *table.foot)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        [
            field
            for cell, width in zip(row, widths, strict=True)
            for field in cell + [""] * (width - len(cell))
        ]
        for row in rows
    ]


def _head(head: Head) -> str:
    """Return the words of a head, with its formula on one line."""
    return _harmless(f"{head.words} ({head.plain})" if head.plain else head.words)


def _fields(cell: Cell, now: Frames) -> list[str]:
    """Return what a cell says: each number and each remark by itself."""
    match cell:
        case Slot():
            return [_number(cell, now)]
        case Cases():
            return _fields(_held(cell, now), now)
        case Tagged():
            state = _column(now, cell.states, cell.number.at)
            return [_number(cell.number, now), *filter(None, [_harmless(cell.tags[int(state)])])]
        case Several():
            return [_number(one, now) for one in cell.numbers]
        case Named():
            return [_harmless(cell.words)]
        case str():
            return [_harmless(cell)]


def _held(cases: Cases, now: Frames) -> str | Slot | Cases:
    """Return the one of several words or numbers that holds now."""
    held: Content = cases.contents[int(_column(now, cases.array, cases.at))]
    if not isinstance(held, str | Slot | Cases):
        raise TypeError(f"a cell cannot hold {held!r}")
    return held


def _number(slot: Slot, now: Frames) -> str:
    return repr(float(_column(now, slot.array, slot.at)))


def _column(now: Frames, array: str, at: int) -> float:
    return float(np.atleast_1d(now[array][0])[at])


def _harmless(words: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words

"""Values as TypeScript, right ones and ones with a fault that its compiler must find."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

LONGEST = 60  # of a string: only that it is one matters
MOST = 10  # of plain values in a list, which are all alike
RECORDS = {"now", "frames", "shades", "keys", "attributes"}  # any names, all of one type
OPTIONAL = {"css", "attributes"}  # of an element
FREE = {"patch"}  # it may hold whatever a message does
NOTHING_IS_SO = [{}]  # no field takes it


def typed(kind: str, value: Any) -> str:
    """Return a module's worth of a value: a line that claims its type."""
    return f"{{ const value: {kind} = {json.dumps(value)}; void value; }}"


def shortened(value: Any) -> Any:
    """Return a value with its long strings and lists of numbers cut."""
    match value:
        case str():
            return value[:LONGEST]
        case list():
            cut = value if any(isinstance(one, dict | list) for one in value) else value[:MOST]
            return [shortened(one) for one in cut]
        case dict():
            return {name: shortened(one) for name, one in value.items()}
    return value


def wrong_ones(values: Sequence[tuple[str, Any]]) -> Iterator[str]:
    """Yield lines for the first object of each shape: right as it is, and wrong in every field."""
    found = {}
    for kind, value in values:
        for path, shape in objects(value):
            found.setdefault(shape, (kind, value, path))
    for kind, value, path in found.values():
        node = bare(at(value, path))
        yield typed(kind, alone(value, path, node))
        for fault, wrong in faulty(node, field(path)):
            yield f"// @ts-expect-error {fault}\n{typed(kind, alone(value, path, wrong))}"


def faulty(node: dict, name: str) -> Iterator[tuple[str, dict]]:
    """Yield an object with a field too many, with each of another type, and without each."""
    yield "a field too many", {**node, "unheard": None}
    for one in node:
        if one not in FREE:
            yield f"{one} of no type", {**node, one: NOTHING_IS_SO}
        if name not in RECORDS and not ("tag" in node and one in OPTIONAL):
            yield f"no {one}", {other: value for other, value in node.items() if other != one}


def objects(value: Any, path: tuple = ()) -> Iterator[tuple[tuple, object]]:
    """Yield the path and the shape of every object inside."""
    if isinstance(value, dict):
        yield path, field(path) if field(path) in RECORDS else frozenset(value)
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for step, one in inside:
        if isinstance(one, dict | list) and step not in FREE:
            yield from objects(one, (*path, step))


def field(path: tuple) -> str:
    """Return the name of the field in which an object stands."""
    return path[-1] if path and isinstance(path[-1], str) else ""


def at(value: Any, path: tuple) -> Any:
    for step in path:
        value = value[step]
    return value


def alone(value: Any, path: tuple, node: Any) -> Any:
    """Return a value with ``node`` at ``path`` and little else."""
    if not path:
        return node
    step, *rest = path
    if isinstance(value, list):
        return [alone(value[step], tuple(rest), node)]
    return {
        name: alone(one, tuple(rest), node) if name == step else bare(one)
        for name, one in value.items()
    }


def bare(value: Any) -> Any:
    """Return a value without what its lists hold, but for pairs of plain values."""
    match value:
        case str():
            return value[:LONGEST]
        case list():
            return [] if any(isinstance(one, dict | list) for one in value) else value[:2]
        case dict():
            return {name: bare(one) for name, one in value.items()}
    return value

"""What has changed between two pieces of plain JSON, so that only that travels."""

from typing import Any


def changes(old: Any, new: Any) -> Any:
    """Return what makes ``new`` of ``old``, or None where they are equal.

    ``[value]`` stands in the place of what was there; a dictionary says it of the members of a
    dictionary, by their names, or of a list, by their places. ``browser/changes.js`` applies it.

    >>> changes({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]})
    {'b': {1: [3]}}
    >>> changes([1], [1, 2]), changes(1, 1)
    ([[1, 2]], None)
    """
    if old is new:
        return None
    members = _members(old, new)
    if members is None:
        return None if old == new else [new]
    found = {name: changes(old[name], new[name]) for name in members}
    return {name: change for name, change in found.items() if change is not None} or None


def _members(old: Any, new: Any) -> Any:
    """Return the names or places that two containers have in common, if they are alike."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        return old.keys()
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return range(len(old))
    return None

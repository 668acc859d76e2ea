"""What takes its turns in the default run, so that all of it is met; each with each on demand."""

import os
from collections.abc import Iterable, Sequence
from itertools import cycle, product
from typing import TypeVar

import pytest

One = TypeVar("One")
Other = TypeVar("Other")
EVERY = os.environ.get("EVERY_CASE") == "1"
on_demand = pytest.mark.skipif(not EVERY, reason="on demand: EVERY_CASE=1")


def by_turns(ones: Iterable[One], others: Sequence[Other]) -> list[tuple[One, Other]]:
    """Pair each with one of the others, which take turns; on demand with each of them."""
    return list(product(ones, others) if EVERY else zip(ones, cycle(others), strict=False))


def first_of(ones: Sequence[One]) -> Sequence[One]:
    """Return the first, where another test has the others; on demand all."""
    return ones if EVERY else ones[:1]

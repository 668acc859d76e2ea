"""Whatever a public function is given: what it documents, or a sentence; never a warning.

Warnings are errors here. ``CORE_CALLS=100000`` makes so many calls in place of some hundred;
``tests/core/guided.py`` goes on for as long as you like, led by what the functions do.
"""

import inspect
import os
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from tests.core.odd import drawn
from tests.core.test_all_functions import fields_of, public_functions

N_CALLS = int(os.environ.get("CORE_CALLS", "900"))
# where what is finite may have no number, and the docstring says so
NAN_BY_DEFINITION = {
    "linear_normalize",  # 0/0: the scores sum to 0
    "make_positive",  # 0/0: every value is 0
    "attention_weights",  # 0/0: every key is masked
    "softmax_in_format",  # what a format makes of a score is the subject
    "log_softmax_in_format",
    "online_softmax",
}


def leaves(value: Any) -> Iterator[Any]:
    """Yield the arrays and single values inside."""
    if isinstance(value, tuple):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def is_finite(value: Any) -> bool:
    """Is all that is a number in it finite?"""
    for one in leaves(value):
        try:
            array = np.asarray(one, dtype=np.float64)
        except (TypeError, ValueError, OverflowError):
            continue
        if not np.isfinite(array).all():
            return False
    return True


def has_nan(found: Any) -> bool:
    """Is anything in a result not a number?"""
    arrays = (np.asarray(one) for one in leaves(found))
    return any(np.isnan(one).any() for one in arrays if one.dtype.kind == "f")


def try_call(name: str, arguments: dict[str, Any]) -> None:
    """Call a public function, and look at what it answers."""
    function = public_functions()[name]
    kinds = inspect.signature(inspect.unwrap(function)).parameters.values()
    in_order = [one.name for one in kinds if one.kind is not one.KEYWORD_ONLY]
    given = [arguments[one] for one in in_order]
    keywords = {one: value for one, value in arguments.items() if one not in in_order}
    found, sentence = None, "it is answered"
    try:
        found = function(*given, **keywords)  # type: ignore[operator]
    except (TypeError, ValueError) as refused:
        sentence = str(refused)
    assert len(sentence.split()) > 2
    if name not in NAN_BY_DEFINITION and found is not None:
        assert not has_nan(fields_of(found)) or not all(map(is_finite, arguments.values()))


@pytest.mark.parametrize("name", public_functions())
def test_any_call_gives_what_is_documented_or_a_sentence(name: str) -> None:
    @settings(
        max_examples=max(1, N_CALLS // len(public_functions())),
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(drawn(name))
    def check(arguments: dict[str, Any]) -> None:
        try_call(name, arguments)

    check()

"""Calls of the core's public functions, found by introspection: odd shapes, types, extremes."""

import inspect
from collections.abc import Callable
from typing import Any

import ml_dtypes
import numpy as np
from hypothesis import strategies as st

import softmax_core as core
from tests.core.test_all_functions import CALLS, KEYWORDS, SHORT, public_functions

WITHOUT_ARRAYS: dict[str, tuple[Any, ...]] = {
    "causal_mask": (3,),
    "format_dtype": ("float16",),
    "format_limits": ("float16",),
    "largest_equal_score": ("float16", 3),
    "uniforms": (),
}
OTHER = {"uniforms": {"size": 3, "seed": 0}, "numerical_gradient": {"point": SHORT}}

HUGE = 10**400
EXTREMES = (
    *(0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 1e-7, 1e-16, 5e-324, -5e-324, 1e-310, 2.3e-308),
    *(16.0, 88.7, 709.8, 745.2, -745.2, 1e5, 2.0**53, 1e154, 1e200, 1e308, -1e308, -1.7e308),
    np.finfo(np.float64).max,
)
INFINITE = (np.nan, np.inf, -np.inf)
TYPES = (
    *("f2", "f4", "f8", ">f8", "g", "i1", "i8", "u1", "u8", "?", "c16", "O", "U3", "S2"),
    *("M8[s]", "m8[s]", [("x", "f8")], ml_dtypes.bfloat16, ml_dtypes.float8_e4m3fn),
)
SHAPES = ((), (0,), (1,), (2,), (3,), (17,), (2, 3), (3, 2), (2, 0), (0, 3), (1, 1), (2, 2, 3))
JUNK: tuple[Any, ...] = (
    *(None, "", "abc", "1", b"x", 1j, {}, {1}, object(), [], [[]], [[1], [1, 2]], range(3), len),
    *(HUGE, -HUGE, [HUGE, 1], True, [None], ["1", "2"], np.ma.array([1.0, 2.0], mask=[1, 0])),
    *(float, np.float64, slice(3), ..., memoryview(b"ab"), "float64", "exp", "first"),
)
COUNTS = (-(2**40), -2, -1, 0, 1, 2, 3, 7, 40, np.int8(3), np.uint64(2), np.array(2), 2.0, 2.5)


class Own(np.ndarray):
    """A kind of array that someone else has made."""


numbers = st.sampled_from(EXTREMES) | st.floats(-100, 100)


@st.composite
def arrays(draw: Any, shape: tuple[int, ...]) -> Any:
    """Draw an array, mostly of this shape, of any type and any making."""
    size = shape if draw(st.integers(0, 3)) else draw(st.sampled_from(SHAPES))
    items = numbers if draw(st.integers(0, 2)) else numbers | st.sampled_from(INFINITE)
    count = int(np.prod(size))
    made = np.array(draw(st.lists(items, min_size=count, max_size=count)), dtype=np.float64)
    return draw(st.sampled_from(MAKINGS))(made.reshape(size), draw)


def _cast(made: Any, draw: Any) -> Any:
    with np.errstate(all="ignore"):
        return made.astype(draw(st.sampled_from(TYPES)))


def _read_only(made: Any, _: Any) -> Any:
    made.setflags(write=False)
    return made


MAKINGS: tuple[Callable[[Any, Any], Any], ...] = (
    lambda made, _: made,
    lambda made, _: made.tolist(),
    lambda made, _: made[..., ::-1] if made.ndim else made,  # not in one piece
    lambda made, _: np.asfortranarray(made),
    lambda made, _: made.view(Own),
    lambda made, _: abs(made),
    lambda made, _: np.broadcast_to(made, (2, *made.shape)),
    _read_only,
    *3 * (_cast,),
)


def odd(sound: Any) -> st.SearchStrategy[Any]:
    """Return what may stand where this is expected, but is not always taken."""
    junk = st.sampled_from(JUNK)
    match sound:
        case core.Ranks() | core.RankedProbs() | Callable():
            return st.just(sound)
        case str() | bool():
            return st.sampled_from((*core.FORMATS, *core.POSITIVE_WAYS)) | junk
        case int() | np.integer():
            return st.sampled_from(COUNTS) | junk
        case float():
            one = numbers | st.sampled_from(INFINITE)
            return st.one_of(one, one, arrays((2,)), junk)
    return st.one_of(arrays(np.shape(sound)), arrays(np.shape(sound)), junk)


def parameters(name: str) -> dict[str, Any]:
    """Return a sound value for each parameter of a public function."""
    found = inspect.signature(inspect.unwrap(public_functions()[name])).parameters
    given = WITHOUT_ARRAYS.get(name) or CALLS.get(name, ())
    sound = {one.name: one.default for one in found.values() if one.default is not one.empty}
    sound |= dict(zip(found, given, strict=False)) | KEYWORDS.get(name, {}) | OTHER.get(name, {})
    if "function" in found:
        sound["function"] = lambda point: point / 4
    assert sound.keys() == found.keys()
    return sound


def drawn(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return calls of a function, of which each argument is sound or odd."""
    return st.fixed_dictionaries(
        {one: st.just(sound) | odd(sound) for one, sound in parameters(name).items()}
    )

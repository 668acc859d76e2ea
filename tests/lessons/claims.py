"""Settings at the edges, and what a sentence claims there.

A claim is a phrase and what must hold wherever a sentence with that phrase is shown: so words and
conditions are tested together, and a sentence that is rewritten asks for a new claim.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from hypothesis import strategies as st

from softmax_app.settings import Settings
from softmax_app.sweeps import Evaluate, at_settings
from softmax_app.texts.glosses import plain
from softmax_app.texts.text import Text
from softmax_core import FORMATS

EDGES = (0, 1, -1, 5, -5, 0.1, 0.2, -0.3, 16, 20, 40, 104, 709, -709, 710, 745, -746, 1000, -1000)
COUNTS = st.integers(2, 10)


class Case(NamedTuple):
    """Settings, and the numbers of the page there."""

    settings: Settings
    now: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        found = self.now[name]
        return found[0] if found.ndim > 1 else found.item()


Claims = Mapping[str, Callable[[Case], object]]


@st.composite
def score_lists(draw: st.DrawFn) -> tuple[float, ...]:
    """Return scores: small ones, ones where something happens, or equal ones."""
    count = draw(COUNTS)
    small = st.integers(-100, 100).map(lambda tenths: tenths / 10)
    edge = st.sampled_from(EDGES).map(float)
    match draw(st.sampled_from(["small", "edges", "equal", "large"])):
        case "small":
            return tuple(draw(small) for _ in range(count))
        case "edges":
            return tuple(draw(edge) for _ in range(count))
        case "equal":
            return (draw(small | edge),) * count
    return tuple(draw(st.floats(-1e6, 1e6)) for _ in range(count))


@st.composite
def edge_settings(draw: st.DrawFn) -> Settings:
    """Return settings of which each number may be at an end of its range."""
    return Settings(
        scores=draw(score_lists()),
        temperature=draw(st.sampled_from([0.001, 0.05, 0.5, 1.0, 3.0, 20.0, 1000.0])),
        shift=draw(st.sampled_from([0.0, 8.0, 0.1, -700.0, 709.0, 60000.0])),
        label=draw(st.integers(0, 9)),
        smoothing=draw(st.sampled_from([0.0, 0.0, 0.01, 0.1, 0.5, 1.0])),
        learning_rate=draw(st.sampled_from([0.001, 0.5, 1.0, 20.0, 100.0, 1000.0])),
        descent_step=draw(st.sampled_from([0.0, 1.0, 10.0, 100.0])),
        training_rate=draw(st.sampled_from([0.001, 2.0, 30.0])),
        training_step=draw(st.sampled_from([0.0, 1.0, 100.0])),
        number_format=draw(st.sampled_from(FORMATS)),
    )


def case_of(evaluate: Evaluate, settings: Settings) -> Case:
    """Return what a page knows at settings."""
    return Case(settings, evaluate(at_settings(settings)))


def check(case: Case, array: str, variants: Mapping[str, Text], claims: Claims) -> None:
    """Let what the sentence that is shown claims be so."""
    sentence = plain(list(variants.values())[case.now[array].flat[0]].en)
    for phrase, holds in claims.items():
        if phrase in sentence:
            assert holds(case), sentence


def unchecked(variants: Mapping[str, Text], claims: Claims) -> list[str]:
    """Return the sentences of which nothing is checked."""
    sentences = [plain(one.en) for one in variants.values()]
    return [one for one in sentences if not any(phrase in one for phrase in claims)]

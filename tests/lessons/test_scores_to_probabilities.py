"""Lesson 1: every number comes from the core, and every sentence is true where it is said."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from softmax_app.figures.live_figure import LiveFigure
from softmax_app.lessons.scores_to_probabilities import lesson, words
from softmax_app.settings import Settings
from softmax_app.settings.limits import SPANS
from softmax_app.sweeps import along, score_slider
from softmax_core import entropy, hardmax, linear_normalize, softmax, softmax_steps

score_lists = st.lists(st.integers(-100, 100).map(lambda k: k / 10), min_size=2, max_size=10)


@st.composite
def some_settings(draw):
    return Settings(
        scores=tuple(draw(score_lists)), temperature=draw(st.sampled_from([0.05, 0.5, 1.0, 3.0]))
    )


@given(some_settings())
def test_the_arrays_are_the_core_s(settings):
    now = lesson.scene(settings).now
    scores, temperature = settings.scores, settings.temperature
    steps = softmax_steps(scores, temperature=temperature)
    linear = linear_normalize(scores)
    for name, expected in {
        "linear": linear.shares,
        "linear_total": linear.total,
        "softmax": softmax(scores, temperature=temperature),
        "hardmax": hardmax(scores),
        "shifted": steps.shifted,
        "exponentials": steps.exponentials,
        "exponential_total": steps.total,
        "top": max(scores),
        "softmax_entropy": entropy(steps.probs),
        "hardmax_entropy": entropy(hardmax(scores)),
        "uniform_entropy": np.log(len(scores)),
    }.items():
        np.testing.assert_allclose(now[name][0], expected, rtol=1e-15, err_msg=name)


def fault_of(now):
    """Return which note on linear normalisation is shown: in the key sentence, where it fails."""
    key = int(now["key_state"][0])
    return key + 1 if key < len(words.LINEAR_NOTES) - 1 else 0


def state_of(now):
    """Return which note on softmax is shown: in the key sentence, or where linear fails below."""
    if fault_of(now):
        return int(now["other_state"][0]) - 1
    assert now["other_state"][0] == 0
    return int(now["key_state"][0]) - len(words.LINEAR_NOTES) + 1


@given(some_settings())
def test_every_sentence_is_true_of_its_numbers(settings):
    now = lesson.scene(settings).now
    shares, total = now["linear"][0], now["linear_total"][0]
    match fault_of(now):
        case 0:
            assert min(settings.scores) >= 0
            assert total > 0
        case 1:
            assert shares.min() < 0 < total
            assert min(settings.scores) < 0
        case 2:
            assert total < 0 <= shares.min()
            assert shares[np.argmax(settings.scores)] == shares.min()
        case 3:
            assert shares.min() < 0
            assert total < 0
        case 4:
            assert total == pytest.approx(0, abs=1e-12)
        case 5:
            assert len(set(settings.scores)) == 1
            assert total < 0
    probs = now["softmax"][0]
    sharper = max(probs) - max(shares)
    match state_of(now):
        case 0:
            assert sharper > 0
        case 1:
            assert sharper < 0
        case 2:
            assert shares.min() < 0 or total <= 1e-12 or np.isnan(shares).all()
        case 3:
            assert probs.min() == 0 or probs.max() == 1
        case 4:
            assert abs(sharper) <= 1e-12
    winners = settings.scores.count(max(settings.scores))
    assert now["hardmax_state"][0] == (winners > 1)
    assert now["ties"][0] == winners


@pytest.mark.parametrize(
    ("scores", "linear", "softmax_note", "hardmax_note"),
    [
        ((2.0, 3.0, 5.0), 0, 0, 0),
        ((0.2, 0.3, 0.5), 0, 1, 0),
        ((4.0, -4.0, 3.0), 1, 2, 0),
        ((-98.0, -97.0, -95.0), 2, 2, 0),
        ((-5.0, 1.0), 3, 2, 0),
        ((1.0, -1.0), 4, 2, 0),
        ((-1.0, -1.0), 5, 2, 1),
        ((5.0, 5.0, 1.0), 0, 0, 1),
        ((123.0, 456.0, 789.0), 0, 3, 0),
        ((1.0, 1.0, 1.0), 0, 4, 1),
    ],
)
def test_the_examples_are_told_for_what_they_are(scores, linear, softmax_note, hardmax_note):
    now = lesson.scene(Settings(scores=scores)).now
    assert fault_of(now) == linear
    assert state_of(now) == softmax_note
    assert now["hardmax_state"][0] == hardmax_note


@given(some_settings())
def test_only_three_classes_have_a_triangle(settings):
    figures = [one for one in lesson.scene(settings).parts[0].below if isinstance(one, LiveFigure)]
    assert len(figures) == (len(settings.scores) == 3)


@given(st.sampled_from(SPANS), score_lists)
def test_the_sweep_of_a_score_never_warns_nor_breaks(span, scores):
    settings = Settings(scores=tuple(scores), span=span)
    assume(settings.reach == span)
    frames = lesson.scene(settings).evaluate(along(score_slider(settings, 0), settings))
    assert not np.isnan(frames["softmax"]).any()

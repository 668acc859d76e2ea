"""The PyTorch, TensorFlow and JAX code of the lessons runs, and prints what the core computes.

A library that is not installed is skipped; none is imported before a test runs its code.
"""

import ast
import importlib.util
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from softmax_app import course
from softmax_app.lessons.attention.numbers import evaluate
from softmax_app.lessons.logits_or_probabilities.numbers import BATCH_LABELS, batch_logits
from softmax_app.lessons.next_word import code as next_word
from softmax_app.lessons.overflow.code import NOT_COMPUTED_IN
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings
from softmax_core import (
    FORMATS,
    cross_entropy,
    cross_entropy_from_probs,
    cross_entropy_from_probs_grad,
    cross_entropy_grad,
    descend,
    format_limits,
    hardmax,
    linear_normalize,
    log_softmax_in_format,
    make_positive,
    min_p,
    one_hot,
    sigmoid,
    smooth_labels,
    softmax,
    softmax_in_format,
    softmax_jacobian,
    top_k,
    top_p,
)

NEEDS = {"PyTorch": ("torch",), "TensorFlow": ("tensorflow",), "JAX": ("jax", "optax")}
SETTINGS = Settings(
    label=2, temperature=0.5, point=0.75, smoothing=0.1, learning_rate=0.5, descent_step=7.0
)
SINGLE = 1e-5  # JAX takes the softmax of its fused attention in float32
Numbers = list[Any]


def marks(library: str) -> list[pytest.MarkDecorator]:
    """Return what keeps its tests from running where a library is not installed."""
    missing = [module for module in NEEDS[library] if importlib.util.find_spec(module) is None]
    return [
        pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}"),
    ]


libraries = pytest.mark.parametrize("library", [pytest.param(it, marks=marks(it)) for it in NEEDS])


@pytest.fixture(autouse=True)
def _jax_starts_in_float32() -> Iterator[None]:
    """Undo what a snippet asks of JAX, so that the next has to ask for itself."""
    yield
    if "jax" in sys.modules:
        sys.modules["jax"].config.update("jax_enable_x64", False)


def snippet(lesson: str, library: str, settings: Settings) -> str:
    return course.find(lesson).code.SNIPPETS[library](settings)


def run(code: str) -> tuple[dict[str, Any], Numbers]:
    """Return what the code leaves, and the values that it prints, as they are before rounding."""
    printed: Numbers = []

    def keep_and_print(*values: object, **options: Any) -> None:
        printed.extend(values)
        print(*values, **options)

    names: dict[str, Any] = {"print": keep_and_print}
    exec(code, names)
    return names, [in_numpy(value) for value in printed]


def in_numpy(value: Any) -> np.ndarray:
    """Return a library's numbers in float64, without an axis for a batch of one."""
    if hasattr(value, "detach"):  # PyTorch: NumPy knows neither its gradients nor its bfloat16
        value = value.detach().double()
    return np.squeeze(np.asarray(value, dtype=np.float64))


def target_of(settings: Settings) -> np.ndarray:
    return smooth_labels(one_hot(settings.true_class, 3), smoothing=settings.smoothing)


def maps(settings: Settings) -> Numbers:
    z = settings.scores
    probs = softmax(z, temperature=settings.temperature)
    return [linear_normalize(z).shares, probs, hardmax(z)]


def ways(settings: Settings) -> Numbers:
    z, height = settings.scores, np.exp(settings.point)
    return [height, height, softmax(z), make_positive(z, "softplus").shares]


def sigmoids(settings: Settings) -> Numbers:
    z = np.array(settings.scores)
    return [sigmoid(z[0] - z[1]), softmax(z[:2]), sigmoid(z)]


def loss(settings: Settings) -> Numbers:
    return [cross_entropy(settings.scores, target_of(settings))]


def routes(settings: Settings) -> Numbers:
    z, y = settings.scores, settings.true_class
    right, twice = cross_entropy(z, y), cross_entropy(softmax(z), y)
    return [right, cross_entropy_grad(z, y), twice, *losses_of_batch()]


def routes_of_keras(settings: Settings) -> Numbers:
    z, y = settings.scores, settings.true_class
    p = softmax(z)
    slope = softmax_jacobian(z) @ cross_entropy_from_probs_grad(p, y)
    right, clipped = cross_entropy(z, y), cross_entropy_from_probs(p, y)
    return [right, cross_entropy_grad(z, y), clipped, slope, *losses_of_batch()]


def losses_of_batch() -> Numbers:
    losses = cross_entropy(batch_logits(), BATCH_LABELS)
    return [losses, losses.mean()]


def gradient(settings: Settings) -> Numbers:
    temperature = settings.temperature
    return [cross_entropy_grad(settings.scores, target_of(settings), temperature=temperature)]


def descent(settings: Settings) -> Numbers:
    path = descend(
        settings.scores,
        target_of(settings),
        learning_rate=settings.learning_rate,
        steps=int(settings.descent_step),
    )
    return [path.logits[-1], path.losses[-1]]


def sampling(settings: Settings) -> Numbers:
    z = np.array(next_word.scores(settings)) / settings.temperature
    left = min_p(top_p(top_k(z, int(settings.top_k)), settings.top_p), settings.min_p)
    return [softmax(left)]


def row_of_attention(settings: Settings) -> Numbers:
    return [evaluate(at_settings(settings))["weights"][0]]


PRINTED: dict[str, Callable[[Settings], Numbers]] = {  # in float64; lesson 4 chooses its format
    "scores_to_probabilities": maps,
    "why_exp": ways,
    "two_classes": sigmoids,
    "cross_entropy": loss,
    "logits_or_probabilities": routes,
    "softmax_derivative": lambda settings: [softmax_jacobian(settings.scores)],
    "push_and_pull": gradient,
    "learning": descent,
    "next_word": sampling,
    "attention": row_of_attention,
}


def test_each_lesson_and_each_library_is_looked_at():
    assert {*PRINTED, "overflow"} == {lesson.name for lesson in course.LESSONS}
    for lesson in course.LESSONS:
        assert [*lesson.code.SNIPPETS] == ["NumPy", *NEEDS]


@pytest.mark.parametrize("lesson", [lesson.name for lesson in course.LESSONS])
@pytest.mark.parametrize("library", NEEDS)
def test_the_code_is_the_same_in_both_languages(lesson, library):
    english, chinese = (
        ast.dump(ast.parse(snippet(lesson, library, replace(SETTINGS, language=language))))
        for language in ("en", "zh")
    )
    assert english == chinese


@libraries
@pytest.mark.parametrize("lesson", PRINTED)
@pytest.mark.parametrize("scores", [(4.0, -4.0, 3.0), (-2.0, 1.5, 40.0), (123.0, 456.0, -789.0)])
def test_the_code_prints_what_the_core_computes(lesson, library, scores, capsys):
    settings = replace(SETTINGS, scores=scores)
    _, printed = run(snippet(lesson, library, settings))
    assert capsys.readouterr().out
    keras = (lesson, library) == ("logits_or_probabilities", "TensorFlow")
    expected = routes_of_keras(settings) if keras else PRINTED[lesson](settings)
    tolerance = SINGLE if (lesson, library) == ("attention", "JAX") else 1e-12
    for found, numbers in zip(printed, expected, strict=True):
        np.testing.assert_allclose(found, numbers, rtol=tolerance, atol=1e-15)


# what a row of masked keys alone gives: PyTorch's fused call 0, the others equal shares
NOTHING_LEFT = {"PyTorch": 0.0, "TensorFlow": 1 / 12, "JAX": 1 / 12}


@libraries
@pytest.mark.parametrize("hidden", [(), (2, 7)])
@pytest.mark.parametrize("scale", [0.125, 1.0])
def test_a_row_of_attention_is_masked_and_scaled(library, hidden, scale, capsys):
    settings = replace(SETTINGS, hidden=hidden, scale=scale, query=12.0)
    _, (found,) = run(snippet("attention", library, settings))
    assert capsys.readouterr().out
    tolerance = SINGLE if library == "JAX" else 1e-12
    np.testing.assert_allclose(found, row_of_attention(settings)[0], rtol=tolerance, atol=1e-15)


@libraries
def test_where_every_key_is_masked_the_libraries_give_what_their_comments_say(library, capsys):
    settings = SETTINGS.with_hidden("all")
    _, (found,) = run(snippet("attention", library, settings))
    assert capsys.readouterr().out
    np.testing.assert_allclose(found, np.full(12, NOTHING_LEFT[library]), rtol=1e-6)


@marks("TensorFlow")[0]
def test_keras_traces_a_softmax_layer_back_to_its_logits_and_no_bare_tensor():
    keras = importlib.import_module("tensorflow").keras
    z, t = np.array([[4.0, -4.0, 3.0]]), np.array([[0.0, 0.0, 1.0]])
    loss = keras.losses.CategoricalCrossentropy(from_logits=True, dtype="float64")
    layer = keras.layers.Softmax(dtype="float64")
    with pytest.warns(UserWarning, match="received `from_logits=True`"):
        assert float(loss(t, layer(z))) == pytest.approx(cross_entropy(z[0], 2), rel=1e-12)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # of a bare tensor it says nothing
        twice = float(loss(t, keras.ops.convert_to_tensor(softmax(z[0])[np.newaxis])))
    assert twice == pytest.approx(cross_entropy(softmax(z[0]), 2), rel=1e-12)


@libraries
def test_no_step_leaves_the_scores_where_they_are(library):
    settings = replace(SETTINGS, scores=(4.0, -4.0, 3.0), descent_step=0.0)
    _, (found, _) = run(snippet("learning", library, settings))
    np.testing.assert_array_equal(found, settings.scores)


@libraries
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("scores", "shift"),
    [
        ((2.0, 3.0, 5.0), 0.0),
        ((2.0, 3.0, 5.0), 8.0),
        ((123.0, 456.0, 789.0), 0.0),
        ((-1000.0, -1001.0, -1000.0), 0.0),
        ((100.3, 101.1, 99.8), -100.0),  # rounded before the shift, these would be other scores
    ],
)
def test_the_code_of_lesson_4_computes_in_the_format(name, library, scores, shift, capsys):
    settings = Settings(scores, number_format=name, shift=shift)
    names, (naive, stable, logs) = run(snippet("overflow", library, settings))
    assert capsys.readouterr().out
    computed = "bfloat16" if name in NOT_COMPUTED_IN else name
    assert re.findall(r"\w+", str(names["z"].dtype))[-1] == computed
    z, tolerance = np.add(scores, shift), 2 * format_limits(computed).epsilon
    for found, shifted in ((naive, False), (stable, True)):
        expected = softmax_in_format(z, computed, shifted=shifted).probs
        np.testing.assert_allclose(found, expected, rtol=tolerance)
    expected = log_softmax_in_format(z, computed).from_logits
    np.testing.assert_allclose(logs, expected, rtol=tolerance, atol=tolerance)

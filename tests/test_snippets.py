"""The code shown is code that runs, and says what the core says."""

import importlib
import importlib.util
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app import course
from softmax_app.settings import Settings
from softmax_app.snippets import cross_entropy as cross_entropy_code
from softmax_app.snippets import overflow, scores_to_probabilities, two_classes, why_exp
from softmax_core import (
    FORMATS,
    cross_entropy,
    cross_entropy_grad,
    descend,
    format_limits,
    hardmax,
    linear_normalize,
    make_positive,
    one_hot,
    sigmoid,
    smooth_labels,
    softmax,
    softmax_in_format,
    softmax_jacobian,
)

LESSONS = [one.script.removeprefix("pages/")[2:].removesuffix(".py") for one in course.LESSONS]
SNIPPETS = {
    (lesson, library): snippet
    for lesson in LESSONS
    for library, snippet in importlib.import_module(
        f"softmax_app.snippets.{lesson}"
    ).SNIPPETS.items()
}
some_scores = st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=10).map(tuple)
has_torch = importlib.util.find_spec("torch") is not None


def run(code: str) -> dict[str, np.ndarray]:
    names: dict[str, np.ndarray] = {}
    with np.errstate(all="ignore"):  # a sum of 0 is the reader's to see
        exec(code, names)
    return names


@given(some_scores, st.floats(0.05, 20))
def test_the_numpy_code_of_lesson_1_agrees_with_the_core(scores, temperature):
    names = run(scores_to_probabilities.numpy_softmax(Settings(scores, temperature=temperature)))
    expected = softmax(scores, temperature=temperature)
    np.testing.assert_allclose(names["probs"], expected, rtol=1e-12, atol=1e-300)
    np.testing.assert_array_equal(names["winner"], hardmax(scores))
    linear = linear_normalize(scores)
    if not linear.zero_sum:
        np.testing.assert_allclose(names["linear"], linear.shares, rtol=1e-12)


@given(some_scores)
def test_the_numpy_code_of_lesson_2_agrees_with_the_core(scores):
    names = run(why_exp.numpy_ways(Settings(scores, point=0.5, step=0.25)))
    ways = ("exp", "power_of_2", "square", "relu", "softplus")
    for way, shares in zip(ways, names["shares"].values(), strict=True):
        expected = make_positive(scores, way).shares
        np.testing.assert_allclose(shares, expected, rtol=1e-12, atol=1e-300)
    assert names["ratio"] == pytest.approx(np.exp(0.25), rel=1e-14)


@given(some_scores)
def test_the_numpy_code_of_lesson_3_agrees_with_the_core(scores):
    names = run(two_classes.numpy_sigmoid(Settings(scores)))
    expected = softmax(scores[:2])
    np.testing.assert_allclose(names["one_node"], expected, rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(names["two_nodes"], expected, rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(names["several"], sigmoid(scores), rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("scores", [(2.0, 3.0, 5.0), (123.0, 456.0, 789.0), (-1000.0, -1001.0)])
def test_the_numpy_code_of_lesson_4_agrees_with_the_core(name, scores):
    names = run(overflow.numpy_formats(Settings(scores, number_format=name)))
    for found, shifted in (("naive", False), ("stable", True)):
        expected = softmax_in_format(scores, name, shifted=shifted).probs
        shares = names[found].astype(np.float64)
        tolerance = 2 * format_limits(name).epsilon
        np.testing.assert_allclose(shares, expected, rtol=tolerance, err_msg=found)


@pytest.mark.parametrize(("lesson", "library"), SNIPPETS)
def test_every_snippet_is_python_with_the_reader_s_numbers(lesson, library):
    settings = Settings(scores=(4.0, -4.0, 3.0), temperature=0.5, point=0.75, shift=8.0)
    code = SNIPPETS[lesson, library](settings)
    compile(code, library, "exec")
    assert "[4.0, -4.0, 3.0]" in code
    assert {"scores_to_probabilities": "T = 0.5", "why_exp": "0.75", "overflow": " + 8"}.get(
        lesson, ""
    ) in code


@pytest.mark.skipif(not has_torch, reason="torch is not installed")
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("name", FORMATS)
def test_the_torch_code_runs(lesson, name, capsys):
    settings = Settings(scores=(4.0, -4.0, 3.0), number_format=name)
    run(SNIPPETS[lesson, "PyTorch"](settings))
    assert capsys.readouterr().out


@pytest.mark.skipif(not has_torch, reason="torch is not installed")
def test_the_torch_code_agrees_with_the_core():
    settings = Settings(scores=(4.0, -4.0, 3.0), temperature=0.5)
    names = run(scores_to_probabilities.torch_softmax(settings))
    expected = softmax([4, -4, 3], temperature=0.5)
    np.testing.assert_allclose(names["probs"].numpy(), expected, rtol=1e-12)
    names = run(overflow.torch_formats(replace(settings, shift=8.0)))
    np.testing.assert_allclose(names["stable"].numpy(), softmax([4, -4, 3]), rtol=1e-12)


@given(some_scores, st.integers(0, 9), st.floats(0, 1))
def test_the_numpy_code_of_lesson_5_agrees_with_the_core(scores, label, smoothing):
    settings = Settings(scores, label=label, smoothing=smoothing)
    names = run(cross_entropy_code.numpy_loss(settings))
    target = smooth_labels(one_hot(settings.target, len(scores)), smoothing=smoothing)
    assert names["label_loss"] == pytest.approx(cross_entropy(scores, settings.target), abs=1e-12)
    expected = pytest.approx(cross_entropy(scores, target), rel=1e-12, abs=1e-12)
    assert names["loss"] == expected


def test_the_numpy_code_of_lesson_6_agrees_with_the_core():
    settings = Settings(scores=(4.0, -4.0, 3.0), label=2)
    names = run(SNIPPETS["logits_or_probabilities", "NumPy"](settings))
    assert names["right"] == pytest.approx(cross_entropy([4, -4, 3], 2), rel=1e-12)
    assert names["clipped"] == pytest.approx(names["right"], rel=1e-12)
    assert names["twice"] == pytest.approx(cross_entropy(softmax([4, -4, 3]), 2), rel=1e-12)
    assert names["taken"] == pytest.approx(1e-7, rel=1e-3)


@given(some_scores, st.floats(0.1, 20))
def test_the_numpy_code_of_lessons_7_and_8_agrees_with_the_core(scores, temperature):
    settings = Settings(scores, label=1, smoothing=0.1, temperature=temperature)
    jacobian = run(SNIPPETS["softmax_derivative", "NumPy"](settings))["jacobian"]
    np.testing.assert_allclose(jacobian, softmax_jacobian(scores), atol=1e-12)
    gradient = run(SNIPPETS["push_and_pull", "NumPy"](settings))["gradient"]
    target = smooth_labels(one_hot(settings.target, len(scores)), smoothing=0.1)
    expected = cross_entropy_grad(scores, target, temperature=temperature)
    np.testing.assert_allclose(gradient, expected, atol=1e-12)


@pytest.mark.skipif(not has_torch, reason="torch is not installed")
def test_the_torch_gradient_agrees_with_the_core():
    settings = Settings((4.0, -4.0, 3.0), label=2, smoothing=0.1, temperature=2.0)
    names = run(SNIPPETS["push_and_pull", "PyTorch"](settings))
    target = smooth_labels(one_hot(2, 3), smoothing=0.1)
    expected = cross_entropy_grad([4, -4, 3], target, temperature=2.0)
    np.testing.assert_allclose(names["z"].grad[0].numpy(), expected, atol=1e-12)


@pytest.mark.parametrize("library", ["NumPy", "PyTorch"])
def test_the_code_of_lesson_9_descends_as_the_core_does(library):
    if library == "PyTorch" and not has_torch:
        pytest.skip("torch is not installed")
    settings = Settings((4.0, -4.0, 3.0), label=2, learning_rate=0.5, descent_step=7.0)
    names = run(SNIPPETS["learning", library](settings))
    found = names["z"].detach().numpy()[0] if library == "PyTorch" else names["z"]
    expected = descend([4, -4, 3], 2, learning_rate=0.5, steps=7).logits[-1]
    np.testing.assert_allclose(found, expected, rtol=1e-12)

"""The code shown is code that runs; what the NumPy code says is what the core says."""

import io
import re
import tokenize
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from softmax_app import course
from softmax_app.lessons.attention import numbers as attention
from softmax_app.lessons.cross_entropy import code as cross_entropy_code
from softmax_app.lessons.next_word import code as next_word
from softmax_app.lessons.overflow import code as overflow
from softmax_app.lessons.scores_to_probabilities import code as scores_to_probabilities
from softmax_app.lessons.two_classes import code as two_classes
from softmax_app.lessons.why_exp import code as why_exp
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings
from softmax_app.texts.text import LANGUAGES
from softmax_core import (
    FORMATS,
    cross_entropy,
    cross_entropy_from_probs,
    cross_entropy_grad,
    descend,
    format_limits,
    hardmax,
    linear_normalize,
    make_positive,
    min_p,
    one_hot,
    sample,
    sigmoid,
    smooth_labels,
    softmax,
    softmax_in_format,
    softmax_jacobian,
    top_k,
    top_p,
)

LESSONS = [page.name for page in course.LESSONS]
SNIPPETS = {
    (lesson.name, library): snippet
    for lesson in course.LESSONS
    for library, snippet in lesson.code.SNIPPETS.items()
}
OTHER = {  # values that are not those of the beginning
    "temperature": 0.5,
    "point": 0.75,
    "step": 0.25,
    "shift": 8.0,
    "number_format": "float16",
    "label": 0,
    "smoothing": 0.1,
    "difference": 0.01,
    "learning_rate": 0.5,
    "descent_step": 7.0,
    "prompt": "france",
    "order": "last",
    "top_k": 5.0,
    "top_p": 0.5,
    "min_p": 0.1,
    "draws": 10.0,
    "seed": 7.0,
    "layer": 1.0,
    "head": 1.0,
    "query": 12.0,
    "scale": 0.5,
    "causal": "off",
    "hidden": (2,),
    "block": "4",
}
some_scores = st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=10).map(tuple)
languages = st.sampled_from(LANGUAGES)
HAN = re.compile(r"[\u4e00-\u9fff]")


def run(code: str) -> dict[str, np.ndarray]:
    """Return what the code leaves; a warning of NumPy's is an error."""
    names: dict[str, np.ndarray] = {}
    exec(code, names)
    return names


def run_quietly(code: str) -> dict[str, np.ndarray]:
    """Return what the code of lesson 4 leaves, whose warnings are the reader's to see."""
    with np.errstate(all="ignore"):
        return run(code)


def comments(code: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("name", FORMATS)
def test_the_code_speaks_the_reader_s_language(lesson, name):
    code = course.find(lesson).code
    for snippet in (*code.SNIPPETS.values(), code.PLOT):
        english, chinese = (
            snippet(Settings(number_format=name, language=language)) for language in LANGUAGES
        )
        compile(english + chinese, lesson, "exec")
        assert not HAN.search(english)
        assert all(HAN.search(comment) for comment in comments(chinese))
        assert len(comments(english)) == len(comments(chinese))


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_numpy_code_has_comments(lesson):
    assert comments(SNIPPETS[lesson, "NumPy"](Settings()))


@given(some_scores, st.floats(0.05, 20), languages)
@example((0.1, 0.2, -0.3), 1.0, "en")  # a sum of 5.6e-17 counts as 0
@example((1.0, -1.0), 1.0, "zh")
def test_the_numpy_code_of_lesson_1_agrees_with_the_core(scores, temperature, language):
    settings = Settings(scores, temperature=temperature, language=language)
    names = run(scores_to_probabilities.numpy_maps(settings))
    expected = softmax(scores, temperature=temperature)
    np.testing.assert_allclose(names["probs"], expected, rtol=1e-12, atol=1e-300)
    np.testing.assert_array_equal(names["winner"], hardmax(scores))
    np.testing.assert_allclose(names["linear"], linear_normalize(scores).shares, rtol=1e-12)


@given(some_scores, languages)
@example((-1.0, -2.0, -3.0), "en")  # nothing is left to share
def test_the_numpy_code_of_lesson_2_agrees_with_the_core(scores, language):
    names = run(why_exp.numpy_ways(Settings(scores, point=0.5, step=0.25, language=language)))
    ways = ("exp", "power_of_2", "square", "relu", "softplus")
    for way, shares in zip(ways, names["shares"].values(), strict=True):
        expected = make_positive(scores, way).shares
        np.testing.assert_allclose(shares, expected, rtol=1e-12, atol=1e-300)
    assert names["ratio"] == pytest.approx(np.exp(0.25), rel=1e-14)


@given(some_scores, languages)
def test_the_numpy_code_of_lesson_3_agrees_with_the_core(scores, language):
    names = run(two_classes.numpy_sigmoid(Settings(scores, language=language)))
    expected = softmax(scores[:2])
    np.testing.assert_allclose(names["one_node"], expected, rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(names["two_nodes"], expected, rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(names["several"], sigmoid(scores), rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("scores", [(2.0, 3.0, 5.0), (123.0, 456.0, 789.0), (-1000.0, -1001.0)])
@pytest.mark.parametrize("shift", [0.0, -8.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numpy_code_of_lesson_4_agrees_with_the_core(name, scores, shift, language):
    settings = Settings(scores, number_format=name, shift=shift, language=language)
    names = run_quietly(overflow.numpy_formats(settings))
    for found, shifted in (("naive", False), ("stable", True)):
        expected = softmax_in_format(np.add(scores, shift), name, shifted=shifted).probs
        shares = names[found].astype(np.float64)
        tolerance = 2 * format_limits(name).epsilon
        np.testing.assert_allclose(shares, expected, rtol=tolerance, err_msg=found)


@pytest.mark.parametrize(("lesson", "library"), SNIPPETS)
def test_every_snippet_is_python_with_the_reader_s_numbers(lesson, library):
    settings = Settings(scores=(4.0, -4.0, 3.0))
    code = SNIPPETS[lesson, library](settings)
    compile(code, library, "exec")
    record = course.find(lesson)
    assert ("[4.0, -4.0, 3.0]" in code) != ("scores" in record.not_in_code)
    only_in_numpy = () if library == "NumPy" else ("step", "difference", "block")
    for name in set(record.settings) - {*record.not_in_code, *only_in_numpy}:
        assert SNIPPETS[lesson, library](replace(settings, **{name: OTHER[name]})) != code, name


@given(some_scores, st.integers(0, 9), st.floats(0, 1), languages)
def test_the_numpy_code_of_cross_entropy_agrees_with_the_core(scores, label, smoothing, language):
    settings = Settings(scores, label=label, smoothing=smoothing, language=language)
    names = run(cross_entropy_code.numpy_loss(settings))
    target = smooth_labels(one_hot(settings.true_class, len(scores)), smoothing=smoothing)
    assert names["label_loss"] == pytest.approx(
        cross_entropy(scores, settings.true_class), abs=1e-12
    )
    expected = pytest.approx(cross_entropy(scores, target), rel=1e-12, abs=1e-12)
    assert names["loss"] == expected


@given(some_scores, st.integers(0, 9), languages)
@example((4.0, -4.0, 3.0), 2, "en")
@example((1.0, -1.0), 0, "zh")  # cannot be normalised
def test_the_numpy_code_of_the_routes_agrees_with_the_core(scores, label, language):
    settings = Settings(scores, label=label, language=language)
    names = run(SNIPPETS["logits_or_probabilities", "NumPy"](settings))
    probs, y = softmax(scores), settings.true_class
    taken = cross_entropy_from_probs(scores, y) if np.sum(scores) else np.nan
    expected = {
        "right": cross_entropy(scores, y),
        "clipped": cross_entropy_from_probs(probs, y),
        "twice": cross_entropy(probs, y),
        "taken": taken,
    }
    for name, loss in expected.items():
        assert names[name] == pytest.approx(loss, rel=1e-12, abs=1e-12, nan_ok=True), name


def test_the_batch_in_the_code_is_the_batch_on_the_page():
    names = run(SNIPPETS["logits_or_probabilities", "NumPy"](Settings()))
    page = course.find("logits_or_probabilities").scene(Settings()).now
    np.testing.assert_array_equal(names["batch"].ravel(), page["batch_logits"][0])
    np.testing.assert_allclose(names["losses"], page["batch_losses"][0], rtol=1e-12)
    assert names["losses"].mean() == pytest.approx(page["batch_mean"][0], rel=1e-12)


@given(some_scores, st.floats(0.1, 20), st.sampled_from([0.0, 0.1, 1.0]), languages)
@example((123.0, 456.0, 789.0), 1.0, 0.0, "en")  # a p is 0 where the target is 0 too
def test_the_numpy_code_of_the_derivatives_agrees_with_the_core(
    scores, temperature, smoothing, language
):
    settings = Settings(
        scores, label=2, smoothing=smoothing, temperature=temperature, language=language
    )
    jacobian = run(SNIPPETS["softmax_derivative", "NumPy"](settings))["jacobian"]
    np.testing.assert_allclose(jacobian, softmax_jacobian(scores), atol=1e-12)
    names = run(SNIPPETS["push_and_pull", "NumPy"](settings))
    target = smooth_labels(one_hot(settings.true_class, len(scores)), smoothing=smoothing)
    expected = cross_entropy_grad(scores, target, temperature=temperature)
    np.testing.assert_allclose(names["gradient"], expected, atol=1e-12)
    if (names["p"][target > 0] > 1e-300).all():  # the chain rule needs them
        np.testing.assert_allclose(names["chain"], expected, atol=1e-12)


@pytest.mark.parametrize("steps", [0, 7])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numpy_code_of_learning_descends_as_the_core_does(steps, language):
    settings = Settings(
        (4.0, -4.0, 3.0), label=2, learning_rate=0.5, descent_step=float(steps), language=language
    )
    names = run(SNIPPETS["learning", "NumPy"](settings))
    path = descend([4, -4, 3], 2, learning_rate=0.5, steps=steps)
    np.testing.assert_allclose(names["z"], path.logits[-1], rtol=1e-12)
    np.testing.assert_allclose(names["losses"], path.losses, rtol=1e-12)


@given(
    st.sampled_from(["once", "france", "code"]),
    st.sampled_from(["first", "last"]),
    st.floats(0.2, 5),
    st.integers(1, 12),
    st.sampled_from([0.0, 0.3, 0.9, 1.0]),
    st.sampled_from([0.0, 0.2, 1.0]),
)
def test_the_numpy_code_of_the_next_word_agrees_with_the_core(prompt, order, t, k, p, least):
    settings = Settings(
        prompt=prompt, order=order, temperature=t, top_k=float(k), top_p=p, min_p=least
    )
    names = run(SNIPPETS["next_word", "NumPy"](settings))
    z = np.array(next_word.scores(settings))
    before, after = (t, 1) if order == "first" else (1, t)
    left = min_p(top_p(top_k(z / before, k), p), least) / after
    np.testing.assert_allclose(names["probs"], softmax(left), rtol=1e-12)
    drawn = sample(left, size=int(settings.draws), seed=int(settings.seed))
    np.testing.assert_array_equal(names["drawn"], drawn)


@pytest.mark.parametrize("hidden", [(), (2, 7)])
@pytest.mark.parametrize("block", ["1", "4", "12"])
@pytest.mark.parametrize("scale", [0.125, 1.0])
def test_the_numpy_code_of_attention_agrees_with_the_core(hidden, block, scale):
    settings = Settings(hidden=hidden, block=block, scale=scale)
    names = run(SNIPPETS["attention", "NumPy"](settings))
    expected = attention.evaluate(at_settings(settings))["weights"][0]
    np.testing.assert_allclose(names["weights"], expected, rtol=1e-12)
    np.testing.assert_allclose(names["online"], expected, rtol=1e-12)

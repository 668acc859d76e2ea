"""A lesson's notebook is a notebook, runs by itself, and draws what the core says."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import nbformat
import numpy as np
import plotly.graph_objects as go
import pytest
from nbclient import NotebookClient

from softmax_app.course import LESSONS
from softmax_app.kit.lesson import Lesson
from softmax_app.lessons.attention import numbers as attention
from softmax_app.lessons.next_word import code as next_word
from softmax_app.settings import Settings
from softmax_app.sweeps import at_settings
from softmax_app.take_away.notebook import notebook
from softmax_core import (
    cross_entropy,
    cross_entropy_from_probs,
    descend,
    format_limits,
    hardmax,
    linear_normalize,
    log_softmax,
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

OPENING = Settings()
SOME = {
    "as it opens": OPENING,
    "two classes": Settings((1.0, -1.0), label=1, smoothing=1.0, number_format="float8_e5m2"),
    "ten classes": Settings(
        tuple(k / 2 - 3 for k in range(10)), temperature=20.0, shift=-700.0, descent_step=100.0
    ),
    "far apart": Settings((123.0, 456.0, 789.0), names=("=1", 'a"b', "<b>"), label=0),
    "below 0": Settings((-1.0, -2.0, -3.0), temperature=0.05, point=-2.0, number_format="bfloat16"),
    "many changes": Settings(
        (4.0, -4.0, 3.0),
        temperature=0.5,
        point=1.5,
        step=0.01,
        shift=8.0,
        number_format="float16",
        smoothing=0.1,
        difference=0.01,
        learning_rate=0.5,
        descent_step=7.0,
    ),
}
PAGES = {page.name: page for page in LESSONS}


def made(page: Lesson, settings: Settings) -> Any:
    return nbformat.reads(notebook(page, settings), as_version=4)


def sources(found: Any, kind: str) -> list[str]:
    return [cell.source for cell in found.cells if cell.cell_type == kind]


def drawn(page: Lesson, settings: Settings) -> go.Figure:
    """Return the figure that the notebook's code leaves."""
    names: dict[str, Any] = {}
    with np.errstate(all="ignore"):  # lesson 4's warnings are the reader's to see
        for code in sources(made(page, settings), "code"):
            exec(code, names)
    figure: go.Figure = names["figure"]
    return figure


def expected(lesson: str, settings: Settings) -> list[Any]:
    """Return what the core says that the traces of the lesson's picture are, None for a curve."""
    z, y = np.array(settings.scores), settings.true_class
    t = smooth_labels(one_hot(y, len(z)), smoothing=settings.smoothing)
    tempered = softmax(z, temperature=settings.temperature)
    match lesson:
        case "scores_to_probabilities":
            return [linear_normalize(z).shares, tempered, hardmax(z)]
        case "why_exp":
            x, dx = settings.point, settings.step
            return [None, [0, 2 * np.exp(x)], np.exp([x, x + dx])]
        case "two_classes":
            return [None, [sigmoid(z[0] - z[1])]]
        case "overflow":
            moved, name = z + settings.shift, settings.number_format
            return [softmax_in_format(moved, name, shifted=way).probs for way in (False, True)]
        case "cross_entropy":
            return [None, -log_softmax(z)]
        case "logits_or_probabilities":
            rows = np.repeat(z[np.newaxis], 261, axis=0)
            rows[:, (y + 1) % len(z)] = np.linspace(-10, 120, 261)
            return [cross_entropy(rows, y), cross_entropy_from_probs(softmax(rows), y)]
        case "softmax_derivative":
            return [softmax_jacobian(z)]
        case "push_and_pull":
            return [-tempered, t, t - tempered]
        case "learning":
            losses = descend(z, t, learning_rate=settings.learning_rate, steps=100).losses
            return [losses, [losses[int(settings.descent_step)]]]
        case "attention":
            return [attention.evaluate(at_settings(settings))["weights"][0]]
        case "next_word":  # of the likeliest tokens alone
            scores = np.array(next_word.scores(settings)) / settings.temperature
            left = min_p(top_p(top_k(scores, int(settings.top_k)), settings.top_p), settings.min_p)
            size, seed = int(settings.draws), int(settings.seed)
            counts = np.bincount(sample(left, size=size, seed=seed), minlength=len(left))
            return [softmax(left), counts / size]
    raise AssertionError(lesson)


def shown(trace: Any) -> np.ndarray:
    return np.asarray(trace.z if trace.type == "heatmap" else trace.y, dtype=np.float64)


@pytest.mark.parametrize("which", SOME)
@pytest.mark.parametrize("lesson", PAGES)
def test_the_picture_shows_what_the_core_says(lesson, which):
    settings = SOME[which]
    figure = drawn(PAGES[lesson], settings)
    of_format = lesson == "overflow"
    tolerance = 2 * format_limits(settings.number_format).epsilon if of_format else 1e-12
    for trace, numbers in zip(figure.data, expected(lesson, settings), strict=True):
        if numbers is None:
            assert np.isfinite(shown(trace)).all()
        else:
            np.testing.assert_allclose(shown(trace), numbers, rtol=tolerance, atol=1e-12)
    assert np.isfinite(shown(figure.data[-1])).all()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("lesson", PAGES)
def test_a_notebook_is_valid_and_speaks_its_language(lesson, language):
    page, settings = PAGES[lesson], replace(SOME["many changes"], language=language)
    found = made(page, settings)
    nbformat.validate(found)
    assert found.metadata.kernelspec.name == "python3"
    assert found.cells[0].source.startswith(
        f"# {LESSONS.index(page) + 1}. {page.title.say(language)}"
    )
    layout = drawn(page, settings).layout
    titles = [layout.title.text, layout.yaxis.title.text]
    for words in [*sources(found, "markdown"), *titles[: 1 if lesson == "why_exp" else 2]]:
        assert bool(re.search(r"[\u4e00-\u9fff]", words)) == (language == "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("lesson", PAGES)
def test_its_words_are_plain_markdown(lesson, language):
    settings = replace(OPENING, names=("$a$|<b>*x*",), language=language)
    for words in sources(made(PAGES[lesson], settings), "markdown"):
        plain = re.sub(r"\\.", "", words)
        assert plain.count("$") % 2 == 0
        assert plain.count("**") % 2 == 0
        assert not re.search(r":[a-z]+\[|:material|<[a-z/]", plain)


def test_it_names_the_reader_s_numbers():
    settings = Settings((4.0, -0.5), names=("a|b",), temperature=0.3, label=1)
    words = sources(made(PAGES["push_and_pull"], settings), "markdown")[1]
    assert "| a\\|b | 4 |\n| politics | -0.5 |" in words
    assert "- **True class (label)** politics\n" in words
    assert "- **Temperature T** `0.3`" in words


def test_the_same_settings_give_the_same_bytes():
    page = LESSONS[0]
    assert nbformat.writes(made(page, OPENING)) == nbformat.writes(made(page, OPENING))


def imports(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module).partition(".")[0]


@pytest.mark.parametrize("lesson", PAGES)
def test_it_needs_numpy_and_plotly_alone(lesson, monkeypatch, capsys):
    settings = replace(OPENING, number_format="bfloat16")
    used = {
        name for code in sources(made(PAGES[lesson], settings), "code") for name in imports(code)
    }
    assert used == {"numpy", "plotly"} | ({"ml_dtypes"} if lesson == "overflow" else set())
    monkeypatch.setitem(sys.modules, "ml_dtypes", None)  # as if not installed
    figure = drawn(PAGES[lesson], settings)
    if lesson == "overflow":
        assert "float32 stands in" in capsys.readouterr().out
        assert figure.layout.title.text == "Softmax in float32"


def test_jupyter_runs_it():
    found = made(PAGES["push_and_pull"], SOME["many changes"])
    NotebookClient(found, timeout=60).execute()
    outputs = [output for cell in found.cells for output in cell.get("outputs", [])]
    assert [output.output_type for output in outputs] == ["stream", "display_data"]
    assert "application/vnd.plotly.v1+json" in outputs[1].data

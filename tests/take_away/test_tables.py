"""The tables that a reader takes along hold what the page shows, with every digit."""

import codecs
import csv
import math
from importlib import import_module

import numpy as np
import pytest

from softmax_app import mathml
from softmax_app.bindings import Cases, Element, Slot
from softmax_app.course import LESSONS
from softmax_app.lessons.scene import Part, Scene
from softmax_app.markup import table
from softmax_app.settings import Settings
from softmax_app.take_away.tables import tables_csv
from softmax_app.texts import common
from softmax_core import (
    cross_entropy_grad,
    entropy,
    hardmax,
    linear_normalize,
    softmax,
    softmax_in_format,
    softmax_steps,
)

NAMES = [page.name for page in LESSONS]


def read(scene: Scene) -> list[list[list[str]]]:
    """Return the tables of a scene's CSV, each as its rows."""
    made = tables_csv(scene)
    assert made.startswith(codecs.BOM_UTF8)  # by which Excel knows the encoding
    text = made.decode("utf-8-sig")
    found: list[list[list[str]]] = [[]]
    for row in csv.reader(text.splitlines(), strict=True):
        if row:
            found[-1].append(row)
        else:
            found.append([])
    return found


def tables_of(lesson: str, settings: Settings) -> list[list[list[str]]]:
    return read(import_module(f"softmax_app.lessons.{lesson}").scene(settings))


def scene_with(*panels: Element, **now: list[float]) -> Scene:
    frames = {name: np.array([row]) for name, row in now.items()}
    return Scene("some", lambda _: frames, frames, (Part((), panels),))


def column(rows: list[list[str]], number: int) -> list[float]:
    return [float(row[number]) for row in rows]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("lesson", NAMES)
@pytest.mark.parametrize(
    "scores", [(1.0, -1.0), (123.0, 456.0, 789.0), tuple(map(float, range(10)))]
)
def test_every_table_has_a_caption_a_head_and_rows_of_one_length(lesson, language, scores):
    for caption, head, *body in tables_of(lesson, Settings(scores, language=language)):
        assert len(caption) == 1
        assert len(body) > 1
        assert {len(row) for row in body} == {len(head)}
        assert all(any(field for field in row) for row in body)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_lesson_1_s_numbers_read_back_exactly(language):
    scores = (4.0, -4.0, 3.0)
    settings = Settings(scores, temperature=0.3, language=language)
    [[_, head, *classes, sums, entropies]] = tables_of("scores_to_probabilities", settings)
    steps = softmax_steps(scores, temperature=0.3)
    assert head[0] == common.CLASS.say(language)
    assert [row[0] for row in classes] == list(settings.labels)
    shares = (linear_normalize(scores).shares, steps.probs, hardmax(scores))
    for number, expected in enumerate((scores, steps.shifted, steps.exponentials, *shares), 1):
        assert column(classes, number) == list(expected)
    assert sums[0] == common.SUM.say(language)
    assert [sums[1], sums[3], sums[5]] == [
        "3.0",
        repr(steps.total.item()),
        repr(steps.probs.sum().item()),
    ]
    assert float(entropies[5]) == entropy(steps.probs)


def test_lesson_8_s_numbers_read_back_exactly():
    scores = (4.0, -4.0, 3.0)
    [[_, _, *classes, _]] = tables_of("push_and_pull", Settings(scores, label=2, temperature=2.0))
    assert column(classes, 1) == list(-softmax(scores, temperature=2.0))
    assert column(classes, 2) == [0, 0, 1]
    assert column(classes, 6) == list(cross_entropy_grad(scores, 2, temperature=2.0))


def test_infinity_and_nan_are_said_as_python_reads_them_with_the_remark_beside():
    steps, _, _ = tables_of("overflow", Settings((123.0, 456.0, 789.0)))
    classes = steps[2:-1]
    naive = softmax_in_format([123, 456, 789], "float64")
    np.testing.assert_array_equal(column(classes, 2), naive.exponentials)
    np.testing.assert_array_equal(column(classes, 4), naive.probs)
    assert classes[2][2:6] == ["inf", "overflow", "nan", "∞ ÷ ∞"]
    assert classes[0][3] == ""
    ledger = tables_of("push_and_pull", Settings((0.0, 666.0, 1333.0), label=0))[0]
    assert column(ledger[2:3], 4) == [-math.inf]


def test_several_numbers_of_one_cell_stand_in_columns_of_their_own():
    _, birds = tables_of("learning", Settings(training_step=20.0))
    assert birds[1][-3:-1] == ["weights now (length, depth), bias", ""]
    assert all(len(column([row], k)) == 1 for row in birds[2:] for k in (-3, -2, -1))


def test_a_name_is_quoted_and_never_taken_for_a_formula():
    names = ("=1+2", "-5", 'a,b "c"')
    [[_, _, *classes, _, _]] = tables_of("scores_to_probabilities", Settings(names=names))
    assert [row[0] for row in classes] == ["'=1+2", "'-5", 'a,b "c"']
    heads = tables_of("why_exp", Settings(names=names))[1][1]
    assert heads == ["", "'=1+2", "'-5", 'a,b "c"']


def test_what_holds_now_is_chosen_and_a_negative_number_stays_one():
    choice = Cases("state", ("–", Slot("value")))
    shown = table("caption", ["head", ""], [("row", choice)])
    assert read(scene_with(shown, state=[1], value=[-2.5])) == [
        [["caption"], ["head", ""], ["row", "-2.5"]]
    ]
    assert read(scene_with(shown, state=[0], value=[-2.5]))[0][2] == ["row", "–"]


def test_a_formula_stands_on_one_line_behind_its_name():
    z, t = mathml.name("z"), mathml.name("t")
    log = mathml.words("log\N{NO-BREAK SPACE}")
    formulas = (
        mathml.power(mathml.name("e"), mathml.row(z, mathml.sign("/"), t)),
        mathml.fraction(mathml.index(z, mathml.name("i")), t),
        mathml.row(mathml.sign("−"), t, log, z),
    )
    heads = [(Element("span", "name"), Element("span", mathml.inline(one))) for one in formulas]
    shown = table("caption", ["", *heads], [("row", "1", "2", "3")])
    assert read(scene_with(shown))[0][1] == [
        "",
        "name (e^(z/t))",
        "name ((z_i)/t)",
        "name (−t log z)",
    ]

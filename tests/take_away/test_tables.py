"""The tables that a reader takes along hold what the page shows, with every digit."""

import codecs
import csv
import math
import re

import numpy as np
import pytest

from softmax_app import course
from softmax_app.course import LESSONS
from softmax_app.kit.content import Cases, Content, Slot
from softmax_app.kit.formulas import formula
from softmax_app.kit.scene import Part, Scene
from softmax_app.kit.tables import Head, Several, Table, Tagged
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
from tests.lessons.test_every_lesson import contents

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
    return read(course.find(lesson).scene(settings))


def scene_with(*panels: Table, **now: list[float]) -> Scene:
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


def test_the_ledger_s_numbers_read_back_exactly():
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


def some_table(*cells: object, heads: tuple[Head, ...] = (Head("head"), Head(""))) -> Table:
    return Table("title", "caption", heads, [cells])


def test_what_holds_now_is_chosen_and_a_negative_number_stays_one():
    shown = some_table("row", Cases("state", ("–", Slot("value"))))
    assert read(scene_with(shown, state=[1], value=[-2.5])) == [
        [["caption"], ["head", ""], ["row", "-2.5"]]
    ]
    assert read(scene_with(shown, state=[0], value=[-2.5]))[0][2] == ["row", "–"]


def test_a_remark_and_each_of_several_numbers_stand_in_columns_of_their_own():
    tagged = Tagged(Slot("value"), "state", ("", "overflow"))
    several = Several((Slot("value"), Slot("value", 1)), ("(", ", ", ")"))
    heads = (Head(""), Head("b"), Head("c"))
    shown = some_table("row", tagged, several, heads=heads)
    for state, remark in ((0, ""), (1, "overflow")):
        rows = read(scene_with(shown, state=[state, 0], value=[1.5, 2.5]))[0]
        body = ["row", "1.5", *([remark] if remark else []), "1.5", "2.5"]
        assert rows[2] == body


def test_a_formula_stands_on_one_line_behind_its_name():
    heads = (Head(""), Head("name", r"\frac{z_i}{T}", "z_i/T"))
    assert read(scene_with(some_table("row", "1", heads=heads)))[0][1] == ["", "name (z_i/T)"]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_formula_on_one_line_has_the_letters_of_the_formula(lesson):
    for table in (one for one in lesson.scene(Settings()).panels if isinstance(one, Table)):
        for head in table.head:
            drawn = "".join(contents_text(formula(head.latex))) if head.latex else ""
            shown = (head.plain or head.words) if head.latex else ""
            assert re.sub(r"[()^_/\s]", "", shown) == re.sub(r"[()/\s]", "", drawn)


def contents_text(content: Content) -> list[str]:
    return [one for one in contents(content) if isinstance(one, str)]

"""What is shown as the core's source is the core's source."""

from pathlib import Path

import pytest

from softmax_app.course import LESSONS
from softmax_app.kit.sources import core_sources
from softmax_app.lessons.learning import numbers, weights
from softmax_app.lessons.overflow import numbers as overflow_numbers

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_lesson_s_functions_stand_so_in_their_files(lesson):
    sources = core_sources(*lesson.numbers)
    assert sources
    for source in sources:
        assert source.file.startswith("softmax_core/")
        assert source.text in (ROOT / source.file).read_text(encoding="utf-8")
        assert f"def {source.name}(" in source.text


def test_the_functions_of_several_modules_stand_in_order_and_none_twice():
    names = [source.name for source in core_sources(numbers, weights)]
    assert names == sorted(set(names))
    assert {"descend", "softmax", "train_regression"} <= set(names)


def test_only_functions_are_shown_also_those_with_a_memory():
    names = {source.name for source in core_sources(overflow_numbers)}
    assert "format_limits" in names
    assert names.isdisjoint({"FormatName", "FormatSteps", "FORMATS", "naive_state"})

"""The projector leads through the whole course and back."""

from importlib import import_module

import pytest

from softmax_app import steps
from softmax_app.asked import Asked
from softmax_app.course import HOME, LESSONS
from softmax_app.lessons import controls
from softmax_app.questions.item import Puzzle, settled
from softmax_app.settings import Settings


def follow(page, settings, event):
    return settled(controls.answer(settings, event, ""), page.items, parts=page.parts)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_lesson_has_the_parts_that_the_course_says(lesson):
    scene = import_module(f"softmax_app.lessons.{lesson.name}").scene(Settings())
    assert len(scene.parts) == lesson.parts


@pytest.mark.parametrize("number", range(1, len(LESSONS) + 1))
def test_forward_shows_everything_once_and_leads_to_the_next_lesson(number):
    lesson, settings, seen = LESSONS[number - 1], Settings(), []
    while not (event := steps.forward(lesson, settings)).startswith("go:"):
        settings = follow(lesson, settings, event)
        seen.append((settings.asked.item, settings.asked.stage))
    assert event == f"go:{(number + 1) % 10}"
    expected = [(f"part{part}", "asked") for part in range(2, lesson.parts + 1)]
    for item in lesson.items:
        stages = ("asked",) if isinstance(item, Puzzle) else ("asked", "shown")
        expected += [(item.id, stage) for stage in stages]
    assert seen == expected


@pytest.mark.parametrize("number", range(1, len(LESSONS) + 1))
def test_back_undoes_forward(number):
    lesson, settings, passed = LESSONS[number - 1], Settings(), []
    while not (event := steps.forward(lesson, settings)).startswith("go:"):
        passed.append(settings.asked[:2])
        settings = follow(lesson, settings, event)
    while not (event := steps.back(lesson, settings)).startswith("go:"):
        settings = follow(lesson, settings, event)
        assert settings.asked[:2] == passed.pop()
    assert (event, passed) == (f"go:{number - 1}:last", [])
    assert follow(lesson, settings, steps.last(lesson)).asked.item == lesson.items[-1].id


def test_home_leads_to_the_first_lesson():
    assert steps.forward(HOME, Settings()) == "go:1"
    assert steps.last(HOME) == "set:q="
    assert steps.answer(HOME, Settings()) == ""


@pytest.mark.parametrize(
    ("asked", "event"),
    [
        (Asked("tenth", "asked", (0.33,) * 3), "set:q=tenth,shown"),  # no one has guessed
        (Asked("tenth"), "set:q=tenth,shown"),
        (Asked("tenth", "asked", (0.5, 0.33, 0.33)), "show:"),
        (Asked("tenth", "committed", (0.33,) * 3), "show:"),
        (Asked("minus", "asked", (1.0,)), "set:q=minus,shown"),
        (Asked("minus", "asked", (1.0, 0.0, 2.0)), "show:"),
        (Asked("tenth", "shown"), ""),
        (Asked("win"), ""),
        (Asked(), ""),
    ],
)
def test_an_answer_is_shown_with_the_guess_if_one_was_made(asked, event):
    assert steps.answer(LESSONS[0], Settings(asked=asked)) == event

"""The projector leads through the whole course and back."""

import pytest

from softmax_app import course
from softmax_app.course import HOME, LESSONS
from softmax_app.kit import stations
from softmax_app.kit.items import Puzzle
from softmax_app.kit.state import State, answer
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked


def follow(page, settings, event):
    return answer(page, State(settings), event).settings


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_forward_shows_everything_once_and_leads_to_the_next_lesson(lesson):
    settings, seen = Settings(), []
    while (event := stations.forward(lesson, settings)) != stations.ONWARD:
        settings = follow(lesson, settings, event)
        seen.append((settings.asked.item, settings.asked.stage))
    expected = [(f"part{part}", "asked") for part in range(2, lesson.n_parts + 1)]
    for item in lesson.items:
        stages = ("asked",) if isinstance(item, Puzzle) else ("asked", "shown")
        expected += [(item.id, stage) for stage in stages]
    assert seen == expected


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_back_undoes_forward(lesson):
    settings, passed = Settings(), []
    while (event := stations.forward(lesson, settings)) != stations.ONWARD:
        passed.append(settings.asked[:2])
        settings = follow(lesson, settings, event)
    while (event := stations.back(lesson, settings)) != stations.BACKWARD:
        settings = follow(lesson, settings, event)
        assert settings.asked[:2] == passed.pop()
    assert passed == []
    assert follow(lesson, settings, stations.last(lesson)).asked.item == lesson.items[-1].id


def test_the_pages_follow_one_another_in_a_circle_and_back_to_home():
    page, seen = course.following(HOME), []
    while page is not HOME:
        seen.append(page)
        page = course.following(page)
    assert tuple(seen) == LESSONS
    for before, after in zip((HOME, *LESSONS), LESSONS, strict=False):
        assert course.preceding(after) is before
    assert course.preceding(HOME) is HOME


def test_home_leads_to_the_first_lesson():
    assert stations.forward(HOME, Settings()) == stations.ONWARD
    assert stations.last(HOME) == "set:q="
    assert stations.reveal(HOME, Settings()) == ""


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
    assert stations.reveal(LESSONS[0], Settings(asked=asked)) == event

"""What the course asks has an answer, and every puzzle a solution."""

import numpy as np
import pytest

from softmax_app import course
from softmax_app.kit.items import (
    Amount,
    Bars,
    Order,
    Puzzle,
    Question,
    is_done,
    linked,
    settled,
)
from softmax_app.kit.state import State, followed
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked
from softmax_app.settings.reading import RefusedError
from softmax_app.sweeps import at_settings

ITEMS = {item.id: item for lesson in course.LESSONS for item in lesson.items}
QUESTIONS = {name: item for name, item in ITEMS.items() if isinstance(item, Question)}
PUZZLES = {name: item for name, item in ITEMS.items() if isinstance(item, Puzzle)}

# what the questions themselves, the course's article and textbooks say
ANSWERS = {
    "tenth": [0.28943, 0.31987, 0.39069],
    "minus": [98 / 290, 97 / 290, 95 / 290],
    "negative": [4 / 3],
    "step": [np.e],
    "square": [1 / 14, 4 / 14, 9 / 14],
    "relu": [0],
    "hundred": [0.7310586],
    "double": [1 / (1 + np.e**4)],
    "several": [2.815385],
    "limit": [np.floor(np.log(65504) * 128) / 128],  # the float16 below log 65504
    "quiet": [0],
    "widest": [np.log(np.finfo(np.float32).max), 11.0859375, 88.5],
    "wrong": [8.3135069],
    "blank": [np.log(10)],
    "smooth": [4 / 3],
    "clip": [7 * np.log(10)],
    "blind": [0],
    "twice": [np.log(np.e + 2) - 1],
    "equal": [2 / 9, -1 / 9, -1 / 9],
    "sure": [2 * np.exp(-20)],
    "gradient": [0.73088, -0.99975, 0.26888],
    "bound": [1],
    "most": [0.95799, 0.11420, 0.84379],
    "after": [0.99294],
    "sum": [3],
    "birds": [100 * 310 / 342],
    "first": [0.58181],
    "unscaled": [77.4074],
    "rescale": [2 * np.exp(-2) + 1],
    "nucleus": [698],
    "heat": [3283],
    "order": [62, 698],
}
SOLUTIONS = {
    "win": "z=2,3,2.9",
    "flat": "T=20",
    "secant": "dx=0.01",
    "vanish": "z=0,-4,-3",
    "half": "z=4,4",
    "save": "c=-512",
    "lower": "z=-10,-4,3",
    "gap": "z=4,-4,50",
    "quarter": "z=4,-4,4",
    "still": "z=-10,10,-10",
    "fast": "lr=10",
    "arrive": "s=0.1",
    "before": "l=17",
    "nothing": "qu=1&mask=1",
    "tame": "or=last",
    "paris": "mp=0.1",
}
FAILURES = {
    "win": "z=2,6,5",
    "flat": "T=20&z=1,1,1",
    "half": "z=3,3",
    "save": "c=-512&z=123,456,788",
    "lower": "z=-10,-4,20",
    "gap": "z=4,-4,50&y=0",
    "fast": "lr=10&y=0",
    "arrive": "s=0.5&z=0,0,0",
    "before": "l=17&sc=1",
    "nothing": "mask=1,2,3,4,5,6,7,8,9",
    "tame": "tk=50",
    "paris": "T=0.7",
}


def state(puzzle: Puzzle, link: str) -> int:
    settings = linked(link, linked(puzzle.link, Settings()))
    (found,) = puzzle.check(at_settings(settings))
    return int(found)


@pytest.mark.parametrize("lesson", course.LESSONS, ids=lambda lesson: lesson.name)
def test_every_lesson_asks_a_few_questions_and_has_a_puzzle(lesson):
    kinds = [type(item) for item in lesson.items]
    assert 2 <= kinds.count(Question) <= 3
    assert 1 <= kinds.count(Puzzle) <= 2


def test_no_two_items_have_the_same_name():
    assert len(ITEMS) == sum(len(lesson.items) for lesson in course.LESSONS)
    assert all(name.isascii() and name.isalpha() for name in ITEMS)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_what_it_is_known_to_be(name):
    np.testing.assert_allclose(QUESTIONS[name].truth(), ANSWERS[name], rtol=1e-4, atol=1e-5)


def test_a_step_neither_large_nor_small_gives_most_digits():
    assert QUESTIONS["check"].truth().argmax() == 1
    assert QUESTIONS.keys() - ANSWERS.keys() == {"check"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_stands_on_its_axis_and_is_not_given_away(name):
    question = QUESTIONS[name]
    form, answer = question.form, question.truth()
    assert (form.low <= answer).all()
    assert (answer <= form.high).all()
    if isinstance(form, Bars | Amount):
        assert question.takes(question.start)
        assert abs(np.array(question.start) - answer).max() > form.near * (form.high - form.low)
    else:
        assert len(answer) == len(form.options)
        best = np.sort(answer)
        assert (np.diff(best) > 0).all() if isinstance(form, Order) else best[-1] > best[-2]


@pytest.mark.parametrize("name", PUZZLES)
def test_a_puzzle_is_not_solved_at_its_start_and_can_be(name):
    assert state(PUZZLES[name], "") == 0
    assert state(PUZZLES[name], SOLUTIONS[name]) == 1


def test_a_hard_label_is_never_arrived_at():
    assert state(PUZZLES["arrive"], "lr=1000") == 0


@pytest.mark.parametrize("name", FAILURES)
def test_what_a_puzzle_forbids_does_not_solve_it(name):
    assert state(PUZZLES[name], FAILURES[name]) == 2


@pytest.mark.parametrize("name", PUZZLES)
@pytest.mark.parametrize("scores", [(1.0, 2.0), (3.0,) * 4, (0.0,) * 10])
def test_a_puzzle_is_checked_with_any_number_of_classes(name, scores):
    puzzle = PUZZLES[name]
    settings = linked(puzzle.link, Settings()).with_scores(scores)
    assert puzzle.check(at_settings(settings)).shape == (1,)


def test_a_question_is_done_once_its_answer_is_shown():
    settings = Settings(asked=Asked("tenth", "committed", (0.1, 0.2, 0.3)))
    assert not is_done(ITEMS["tenth"], settings)
    assert is_done(ITEMS["tenth"], settings.with_stage("shown", complete=3))


def test_a_puzzle_is_done_once_it_is_solved():
    start = linked(PUZZLES["win"].link, Settings())
    assert not is_done(PUZZLES["win"], start)
    assert is_done(PUZZLES["win"], start.with_score(0, "-1").with_score(2, "-1"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked("tenth"), Asked("tenth", "asked", (0.33,) * 3)),
        (Asked("tenth", "shown"), Asked("tenth", "shown")),
        (Asked("tenth", "shown", (0.1, 0.2)), Asked("tenth", "asked", (0.33,) * 3)),
        (Asked("tenth", "shown", (0.1, 0.2, 7)), Asked("tenth", "asked", (0.33,) * 3)),
        (Asked("tenth", "shown", (0.1, 0.2, 0.7)), Asked("tenth", "shown", (0.1, 0.2, 0.7))),
        (Asked("minus", "committed", (2, 0)), Asked("minus", "asked", (2, 0))),
        (Asked("minus", "committed", (2, 0, 0)), Asked("minus", "asked", ())),
        (Asked("minus", "committed", (2, 0.5, 1)), Asked("minus", "asked", ())),
        (Asked("win", "shown", (1,)), Asked("win")),
        (Asked("part2", "shown"), Asked("part2")),
        (Asked("elsewhere"), Asked()),
        (Asked("part3"), Asked()),
        (Asked("part1"), Asked()),
        (Asked("part²"), Asked()),
        (Asked("tenth", "asked", (float("nan"),) * 3), Asked("tenth", "asked", (0.33,) * 3)),
    ],
)
def test_a_link_asks_only_what_there_is(asked, expected):
    found = settled(Settings(asked=asked), course.LESSONS[0].items, pieces={"part2"})
    assert found.asked == expected


def test_a_link_that_cannot_be_used_is_refused():
    with pytest.raises(RefusedError, match="2 to 10 classes"):
        linked("z=1", Settings())


def test_following_a_link_keeps_the_projector_and_closes_the_question():
    settings = linked("T=2", Settings(view="dark", asked=Asked("tenth")))
    assert (settings.temperature, settings.view, settings.asked) == (2, "dark", Asked())


def test_a_link_to_a_puzzle_starts_it_unless_it_says_otherwise():
    lesson, before = course.LESSONS[0], State(Settings((7.0, 8.0), temperature=3.0))

    def numbers(**query):
        found = followed(lesson, before, query).settings
        return found.scores, found.temperature

    assert numbers(q="win") == ((2, 3, 5), 1)
    assert numbers(q="win", z="1,2") == ((1, 2), 1)
    assert numbers(q="win", z="x", T="4") == ((2, 3, 5), 4)
    assert numbers(q="tenth", z="1,2") == ((1, 2), 3)

"""The projector leads through the whole course and back."""

from collections import Counter

import pytest

from softmax_app import course
from softmax_app.course import HOME, LESSONS
from softmax_app.kit import stations
from softmax_app.kit.asking import ask
from softmax_app.kit.content import Element
from softmax_app.kit.derivations import count_lines, with_lines
from softmax_app.kit.items import Puzzle
from softmax_app.kit.pieces import pieces
from softmax_app.kit.scene import Part
from softmax_app.kit.state import State, answer
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked
from softmax_app.texts import projector as texts


def follow(page, settings, event):
    return answer(page, State(settings), event).settings


def on_the_wall(lesson, **settings):
    """Return the settings with which a lesson begins on the projector."""
    return follow(lesson, Settings(**settings), "view:light")


def walk(lesson, **settings):
    """Return what the forward key leads through: what is shown, and how far it has come."""
    now = on_the_wall(lesson, **settings)
    seen = [now.asked[:2]]
    while (event := stations.forward(lesson, now)) != stations.ONWARD:
        now = follow(lesson, now, event)
        seen.append(now.asked[:2])
    return [(item or "part1", stage) for item, stage in seen]


@pytest.mark.parametrize("n_classes", [2, 3, 10])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_forward_shows_everything_once_and_leads_to_the_next_lesson(lesson, n_classes):
    scores = (1.0,) * n_classes
    seen = walk(lesson, scores=scores)
    expected = [(piece.name, "asked") for piece in pieces(lesson.scene(Settings(scores=scores)))]
    for item in lesson.items:
        stages = ("asked",) if isinstance(item, Puzzle) else ("asked", "committed", "shown")
        expected += [(item.id, stage) for stage in stages]
    assert sorted(seen) == sorted(expected)
    shown = [name for name, stage in seen if stage == "asked"]
    of_lesson = [name for name, _ in expected if name in shown and name.startswith("part")]
    assert [name for name in shown if name in of_lesson] == of_lesson
    asked = [item.id for item in lesson.items]
    assert [name for name in shown if name in asked] == asked


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_each_question_is_asked_before_what_tells_its_answer(lesson):
    shown = [name for name, stage in walk(lesson) if stage == "asked"]
    for item in lesson.items:
        if isinstance(item, Puzzle):
            assert all(name.startswith("part") is False for name in shown[shown.index(item.id) :])
            continue
        assert shown.index(item.id) < shown.index(item.before)
        between = shown[shown.index(item.id) + 1 : shown.index(item.before)]
        assert not any(name.startswith("part") for name in between)


def test_a_lesson_whose_stage_tells_an_answer_begins_with_the_question():
    lesson = LESSONS[1]
    assert on_the_wall(lesson).asked[:2] == ("step", "asked")
    assert on_the_wall(lesson, asked=Asked("part1")).asked.item == "part1"
    assert follow(lesson, Settings(), "set:q=part1").asked.item == "part1"
    answered = on_the_wall(lesson, asked=Asked("step", "shown"))
    stage = follow(lesson, answered, "forward:")
    assert stage.asked.item == "part1"
    assert stations.progress(lesson, stage)[:2] == (2, 12)
    assert follow(lesson, stage, "first:").asked.item == "step"
    assert follow(lesson, follow(lesson, stage, "view:page"), "view:light").asked == stage.asked
    assert on_the_wall(LESSONS[0]).asked == Asked()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_back_undoes_forward(lesson):
    settings, passed = on_the_wall(lesson), []
    while (event := stations.forward(lesson, settings)) != stations.ONWARD:
        if settings.asked.stage != "committed":  # from the answer straight to the question
            passed.append(settings.asked[:2])
        settings = follow(lesson, settings, event)
    while (event := stations.back(lesson, settings)) != stations.BACKWARD:
        settings = follow(lesson, settings, event)
        assert settings.asked[:2] == passed.pop()
    assert passed == []
    ends = follow(lesson, settings, "last:"), follow(lesson, settings, "first:")
    begin = on_the_wall(lesson).asked.item
    assert [end.asked.item for end in ends] == [lesson.items[-1].id, begin]


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
    assert follow(HOME, on_the_wall(HOME), stations.last(HOME, Settings())).asked == Asked()
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


@pytest.mark.parametrize("guess", [(), (0.5, 0.33, 0.33)])
def test_a_press_too_many_gives_no_answer_away_and_can_be_taken_back(guess):
    lesson = LESSONS[0]
    asked = Settings(asked=Asked("tenth", "asked", guess or (0.33,) * 3))
    once = follow(lesson, asked, "forward:")
    assert once.asked == Asked("tenth", "committed", guess)
    assert follow(lesson, once, "back:") == asked
    twice = follow(lesson, once, "forward:")
    assert twice.asked == follow(lesson, asked, "reveal:").asked == Asked("tenth", "shown", guess)
    assert follow(lesson, twice, "forward:").asked.item == "minus"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_key_leads_from_anywhere_to_the_next_question_and_on_in_a_circle(lesson):
    questions = [item.id for item in lesson.items if not isinstance(item, Puzzle)]
    shown = [name for name, stage in walk(lesson) if stage == "asked"]
    for number, place in enumerate(shown):
        settings = follow(lesson, Settings(view="light"), f"set:q={place}")
        onward = [*shown[number + 1 :], *shown[: number + 1]]
        following = next(name for name in onward if name in questions)
        assert follow(lesson, settings, "question:").asked.item == following
    settings = follow(lesson, Settings(), f"set:q={shown[-1]}")  # a puzzle
    settings = follow(lesson, settings, "question:")
    for number in range(1, 2 * len(questions)):
        settings = follow(lesson, follow(lesson, settings, "reveal:"), "question:")
        assert settings.asked[:2] == (questions[number % len(questions)], "asked")


def test_no_question_is_asked_where_there_is_none():
    settings = Settings(scores=(1.0, 2.0))
    assert follow(HOME, settings, "question:") == settings


def everything(parts):
    """Return all panels of parts in their order, but derivations, of which lines are shown."""
    return [panel for part in parts for panel in part.panels]


@pytest.mark.parametrize("n_classes", [2, 3, 10])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_all_of_a_lesson_is_projected(lesson, n_classes):
    scene = lesson.scene(Settings(scores=(1.0,) * n_classes))
    found = list(pieces(scene))
    whole = [part for piece in found if piece.name.count(".") < 2 for part in [piece.part]]
    shown = everything(whole)
    for panel in everything(scene.parts):
        lines = isinstance(panel, Element) and count_lines(panel)
        assert with_lines(panel, 1) in shown if lines else panel in shown
    moved = [control for part in whole for control in part.controls]
    assert all(control in moved for control in scene.controls)
    assert len({piece.name for piece in found}) == len(found)
    assert all(isinstance(piece.part, Part) for piece in found)


def test_a_derivation_is_opened_line_by_line_and_what_follows_it_waits():
    lines = [Element("div", str(number), "line") for number in range(3)]
    derivation = Element("div", (lines[0], Element("details", lines[1])), "derivation")
    second = Element("div", lines[2], "derivation")
    content = Element("section", (derivation, "then", second, "at last"))
    assert count_lines(content) == 3

    def seen(shown):
        """Return, of each word and line, whether it is seen."""
        return [not is_later for is_later in laters(with_lines(content, shown))]

    def laters(one, is_later=False):
        match one:
            case str():
                return [is_later]
            case Element(_, inner, css):
                return laters(inner, is_later or "later" in css)
        return [found for part in one for found in laters(part, is_later)]

    assert seen(1) == [True, False, False, False, False]
    assert seen(2) == [True, True, False, False, False]
    assert seen(3) == [True] * 5


def test_a_station_says_how_far_it_is_and_what_comes_next():
    lesson = LESSONS[0]
    assert stations.progress(lesson, Settings()) == (1, 10, "a tenth of each score")
    answered = Settings(asked=Asked("negative", "shown"))
    assert stations.progress(lesson, answered) == (4, 10, texts.IN_THE_PICTURE.en)
    for guess in ((), (0.33,) * 3, (0.5, 0.33, 0.33)):
        asked = Settings(asked=Asked("tenth", "asked", guess))
        assert stations.progress(lesson, asked) == (2, 10, texts.EXPECT.en)
        ended = Settings(asked=Asked("tenth", "committed", guess))
        assert stations.progress(lesson, ended) == (2, 10, texts.THE_ANSWER.en)
    assert stations.progress(lesson, Settings(asked=Asked("flat"))) == (10, 10, "")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_each_piece_after_the_first_says_what_it_is_about(lesson, language):
    now, titles = on_the_wall(lesson, language=language), Counter()
    while (event := stations.forward(lesson, now)) != stations.ONWARD:
        following = stations.progress(lesson, now).following
        now = follow(lesson, now, event)
        place = now.asked.item
        if place in lesson.pieces and place.count(".") < 2:
            titles[place.partition(".")[0], following] += 1
    assert set(titles.values()) == {1}
    assert all(title and title[0] != "*" for _, title in titles)


def test_a_station_that_other_scores_have_not_shows_the_stage():
    asked = Asked("part1.1.9")
    assert LESSONS[0].pieces >= {"part1.1", "part1.3"}
    assert stations.progress(LESSONS[0], Settings(asked=asked)).number == 1


@pytest.mark.parametrize("n_classes", [2, 3, 10])
def test_where_bars_have_room_for_numbers_alone_the_projector_says_whose_they_are(n_classes):
    lesson, now = LESSONS[0], Settings(scores=(1.0,) * n_classes, view="light")
    (part,) = ask(lesson.scene(now), lesson.items, now, ()).parts
    said = [one for one in part.stage if isinstance(one, Element) and one.css == "legend"]
    (bars,) = part.hand
    has_names = list(bars.wide.layout.xaxis.ticktext) == list(now.labels)
    assert has_names == (said == [])
    assert all(name in str(said) for name in now.labels) or has_names

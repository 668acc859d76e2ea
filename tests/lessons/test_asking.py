"""A lesson with its questions: what is hidden, what is shown, and what is said of a guess."""

import numpy as np
import pytest

from softmax_app import course
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit import asking
from softmax_app.kit.content import Cases, Slot
from softmax_app.kit.items import Bars, Puzzle, Question, linked, settled
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import ButtonRow, Control, Scene
from softmax_app.kit.state import change
from softmax_app.settings import Settings
from softmax_app.settings.asked import STAGES, Asked
from softmax_app.settings.reading import RefusedError
from softmax_app.sweeps import along, at_settings
from softmax_app.texts.text import LANGUAGES
from softmax_core import softmax
from tests.lessons.test_every_lesson import contents, panels_of, sliders_of
from tests.turns import by_turns

ALL = [(lesson, item) for lesson in course.LESSONS for item in lesson.items]
FIRST = course.LESSONS[0]


def named(one: object) -> str:
    return one.name if isinstance(one, Lesson) else one.id


def open_item(lesson: Lesson, settings: Settings) -> Scene:
    scene = lesson.scene(settings)
    return asking.ask(scene, lesson.items, settings, ())


def some_guess(item: Question | Puzzle) -> tuple[float, ...]:
    if isinstance(item, Puzzle):
        return ()
    return item.start or tuple(map(float, range(item.complete)))


def asked_of(lesson: Lesson, item: Question | Puzzle, stage: str, **more: str) -> Settings:
    settings = Settings(asked=Asked(item.id, stage, some_guess(item)), **more)
    if isinstance(item, Puzzle):
        settings = linked(f"{item.link}&q={item.id}", settings)
    return settled(settings, lesson.items)


def words(scene: Scene, part: int = 1) -> str:
    found = [
        one
        for panel in (*scene.parts[part].lead, *scene.parts[part].stage)
        if not isinstance(panel, LiveFigure)
        for one in contents(panel)
    ]
    return "".join(one for one in found if isinstance(one, str))


def buttons(scene: Scene) -> dict[str, str]:
    rows = [one for one in scene.controls if isinstance(one, ButtonRow)]
    return {button.id: button.label for row in rows for button in row.buttons}


@pytest.mark.parametrize(
    ("asked", "language"),
    by_turns([*((stage, "page") for stage in STAGES), ("shown", "dark")], LANGUAGES),
    ids=str,
)
@pytest.mark.parametrize(("lesson", "item"), ALL, ids=named)
def test_everything_shown_has_its_array_and_every_control_its_own_name(
    lesson, item, asked, language
):
    stage, view = asked
    scene = open_item(lesson, asked_of(lesson, item, stage, language=language, view=view))
    for panel in panels_of(scene):
        if isinstance(panel, LiveFigure):
            assert {feed.array for feed in panel.feeds} <= scene.now.keys()
            continue
        for one in contents(panel):
            if isinstance(one, Slot | Cases):
                assert one.at < np.atleast_1d(scene.now[one.array][0]).size
    ids = [*buttons(scene), *(one.slider.id for one in sliders_of(scene))]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("lesson", "item"),
    [(lesson, item) for lesson, item in ALL if isinstance(item, Question)],
    ids=named,
)
def test_nothing_tells_the_answer_before_it_is_shown(lesson, item):
    for stage in ("asked", "committed"):
        scene = open_item(lesson, asked_of(lesson, item, stage))
        assert len(scene.parts) == 2  # what is offered, and what is asked: not the lesson
        assert scene.now.keys() <= {
            "guess",
            "guess_truth",
            "guess_mark",
            "guess_sum",
            "guess_whole",
        }
        assert np.isnan(scene.now["guess_truth"]).all()
    shown = open_item(lesson, asked_of(lesson, item, "shown"))
    assert len(shown.parts) > 2
    np.testing.assert_array_equal(shown.now["guess_truth"][0], item.truth())


@pytest.mark.parametrize(("lesson", "item"), ALL, ids=named)
def test_what_is_asked_changes_no_number_of_the_lesson(lesson, item):
    settings = asked_of(lesson, item, "shown")
    own = lesson.scene(settings).now
    asked = open_item(lesson, settings).now
    assert len(asked) > len(own)
    for name, array in own.items():
        assert asked[name] is array or np.array_equal(asked[name], array, equal_nan=True)


def test_dragging_a_guess_is_a_sweep_of_the_guess():
    settings = asked_of(FIRST, FIRST.items[0], "asked")
    scene = open_item(FIRST, settings)
    control = sliders_of(scene)[1]
    sweep = scene.evaluate(along(control.slider, settings))
    assert control.slider.id == "guess.1"
    np.testing.assert_array_equal(sweep["guess"][:, 1], control.slider.grid)
    assert (sweep["guess"][:, [0, 2]] == 0.33).all()
    moved = change(settings, "guess.1", "0.5")
    assert moved.asked.guess == (0.33, 0.5, 0.33)


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        (Asked("tenth", "asked", (0.5, 0.33, 0.33)), [0, 0]),
        (Asked("tenth", "committed"), [0, 0]),
        (Asked("tenth", "shown"), [0, 0]),
        (Asked("tenth", "shown", (0.5, 0.33, 0.33)), [0.2, -0.2]),
    ],
)
def test_bars_stand_over_their_names_unless_a_guess_stands_beside_its_answer(asked, places):
    scene = open_item(FIRST, Settings(asked=asked))
    figure = next(one for one in scene.parts[1].stage if isinstance(one, LiveFigure))
    for drawn in (figure.wide, figure.narrow):
        answer, guess = drawn.data
        assert [one.offset + one.width / 2 for one in (answer, guess)] == pytest.approx(places)


@pytest.mark.parametrize("lesson", course.LESSONS, ids=lambda lesson: lesson.name)
def test_a_puzzle_is_checked_along_every_slider(lesson):
    for item in lesson.items:
        if not isinstance(item, Puzzle):
            continue
        settings = asked_of(lesson, item, "asked")
        scene = open_item(lesson, settings)
        assert scene.now["puzzle"].tolist() == [0]
        some = [one for one in scene.controls if isinstance(one, Control)]
        for control in some:
            sweep = scene.evaluate(along(control.slider, settings))
            found = sweep["puzzle"]
            assert len(found) in (1, len(control.slider.grid))
            assert set(found.tolist()) <= {0, 1, 2}
            last = control.slider.grid[-1]
            moved = change(settings, control.slider.id, repr(float(last)))
            assert found[-1] == item.check(at_settings(moved))[0]


def test_a_whole_guess_is_committed_and_then_shown():
    settings = asked_of(FIRST, FIRST.items[0], "asked")
    settings = change(settings, "guess.2", "0.39")
    settings = change(settings, "commit:3", "")
    assert "show:" in buttons(open_item(FIRST, settings))
    settings = change(settings, "show:", "")
    assert settings.asked == Asked("tenth", "shown", (0.33, 0.33, 0.39))
    scene = open_item(FIRST, settings)
    expected = abs(np.array([0.33, 0.33, 0.39]) - softmax([0.2, 0.3, 0.5])).max()
    assert scene.now["guess_off"][0] == pytest.approx(expected)
    assert "You saw it coming" in words(scene)


def test_an_order_is_guessed_by_pressing_and_pressing_again_takes_back():
    settings = settled(Settings(asked=Asked("minus")), FIRST.items)
    for event in ("rank:2", "rank:0", "rank:2", "rank:1"):
        settings = change(settings, event, "")
    assert settings.asked.guess == (0, 1)
    with pytest.raises(RefusedError):
        change(settings, "commit:3", "")
    settings = change(settings, "rank:2", "")
    settings = change(change(settings, "commit:3", ""), "show:", "")
    scene = open_item(FIRST, settings)
    assert scene.now["guess_mark"].tolist() == [[1, 2, 3]]
    assert "You saw it coming" in words(scene)


@pytest.mark.parametrize(
    ("item", "guess", "said"),
    [
        ("tenth", (), "The answer is in the picture"),
        ("tenth", (0.0, 0.1, 0.9), "Worth a look"),
        ("minus", (2, 1, 0), "Worth a look"),
        ("negative", (1.3,), "You saw it coming"),
        ("negative", (0.5,), "Worth a look"),
    ],
)
def test_what_is_said_of_a_guess_depends_on_it(item, guess, said):
    settings = settled(Settings(asked=Asked(item, "shown", guess)), FIRST.items)
    scene = open_item(FIRST, settings)
    assert said in words(scene)
    question = next(one for one in FIRST.items if one.id == item)
    assert question.words.why.en.split("**")[0][:20] in words(scene)


def test_a_choice_is_marked_and_said():
    lesson = course.LESSONS[1]
    settings = settled(Settings(asked=Asked("square")), lesson.items)
    settings = change(change(settings, "choose:1", ""), "choose:0", "")
    settings = change(change(settings, "commit:1", ""), "show:", "")
    scene = open_item(lesson, settings)
    assert scene.now["guess_mark"].tolist() == [[1, 0, 0]]
    assert "you said sport (−1), and it is science (−3)" in words(scene)


def test_the_projector_shows_one_thing_at_a_time():
    lesson = course.LESSONS[1]
    whole = open_item(lesson, Settings())
    first = open_item(lesson, Settings(view="light"))
    second = open_item(lesson, Settings(view="light", asked=Asked("part2")))
    for projected, part in ((first, 1), (second, 2)):
        (only,) = projected.parts
        ids = [one.slider.id for one in only.controls if isinstance(one, Control)]
        expected = whole.parts[part].controls
        assert ids == [one.slider.id for one in expected if isinstance(one, Control)]
    shown = asked_of(lesson, lesson.items[0], "shown", view="light")
    assert len(open_item(lesson, shown).parts) == 1


def test_what_is_done_is_ticked():
    scene = FIRST.scene(Settings())
    asked = asking.ask(scene, FIRST.items, Settings(), {"minus"})
    ticked = [name for name, label in buttons(asked).items() if label.startswith("✓")]
    assert ticked == ["set:q=minus"]


def test_bars_can_be_dragged_only_while_the_guess_is_free():
    for stage, expected in (("asked", 3), ("committed", None), ("shown", None)):
        scene = open_item(FIRST, asked_of(FIRST, FIRST.items[0], stage))
        assert isinstance(FIRST.items[0].form, Bars)
        figure = scene.parts[1].stage[0]
        assert (figure.handle and figure.handle.bars) == expected


def test_it_is_said_what_guessed_shares_add_up_to_while_the_guess_is_free():
    tenth = next(item for item in FIRST.items if item.id == "tenth")
    settings = asked_of(FIRST, tenth, "asked")
    assert "add up to" in words(open_item(FIRST, settings))
    slider = sliders_of(open_item(FIRST, settings))[0].slider
    sweep = open_item(FIRST, settings).evaluate(along(slider, settings))
    np.testing.assert_allclose(sweep["guess_sum"], slider.grid + 0.66, atol=1e-12)
    is_start = np.isclose(slider.grid, 0.33)  # no fault is found with that
    expected = np.where(is_start, 2, np.isclose(slider.grid, 0.34))
    np.testing.assert_array_equal(sweep["guess_whole"], expected)
    for stage in ("committed", "shown"):
        assert "add up to" not in words(open_item(FIRST, asked_of(FIRST, tenth, stage)))


def test_only_shares_are_said_to_add_up_to_1():
    for _, item in ALL:
        if isinstance(item, Question) and isinstance(item.form, Bars):
            assert item.form.shares == np.isclose(item.truth().sum(), 1)

"""What holds for every lesson alike, whatever it teaches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app import course
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.scene import Control, Scene, arrays_seen
from softmax_app.kit.state import change
from softmax_app.kit.tables import Table
from softmax_app.live.answers import zipped
from softmax_app.live.arrays import packed
from softmax_app.settings import Settings
from softmax_app.settings.events import read
from softmax_app.settings.table import NUMBERS
from softmax_app.sweeps import CHOICES, along, at_settings
from softmax_core import FORMATS
from tests.examples import one_in

LESSONS = [lesson.name for lesson in course.LESSONS]

score_lists = st.lists(st.integers(-100, 100).map(lambda k: k / 10), min_size=2, max_size=10)


@st.composite
def some_settings(draw):
    return Settings(
        scores=tuple(draw(score_lists)),
        temperature=draw(st.sampled_from([0.05, 0.5, 1.0, 3.0])),
        point=draw(st.floats(NUMBERS["point"].low, NUMBERS["point"].high)),
        step=draw(st.floats(NUMBERS["step"].low, NUMBERS["step"].high)),
        shift=draw(st.sampled_from([0.0, 8.0, -700.0, 0.1])),
        number_format=draw(st.sampled_from(FORMATS)),
    )


def scene_of(lesson: str, settings: Settings) -> Scene:
    return course.find(lesson).scene(settings)


def sliders_of(scene: Scene) -> list[Control]:
    return [one for one in scene.controls if isinstance(one, Control)]


def panels_of(scene: Scene) -> list[Element | LiveFigure]:
    return [one.markup() if isinstance(one, Table) else one for one in scene.panels]


def contents(content: Content) -> list[Content]:
    """Everything inside, however deep."""
    if isinstance(content, Element):
        return [content, *contents(content.content)]
    if isinstance(content, Cases):
        return [content, *(inner for one in content.contents for inner in contents(one))]
    if isinstance(content, tuple) and not isinstance(content, Slot):
        return [inner for one in content for inner in contents(one)]
    return [content]


@pytest.mark.parametrize("lesson", LESSONS)
@one_in(25)  # each evaluates a sweep of every control
@given(settings=some_settings(), random=st.randoms(use_true_random=False))
def test_every_row_of_every_sweep_is_what_its_settings_give(lesson, settings, random):
    scene = scene_of(lesson, settings)
    for control in sliders_of(scene):
        slider = control.slider
        sweep = scene.evaluate(along(slider, settings))
        index = random.randrange(len(slider.grid))
        moved = change(settings, slider.id, repr(float(slider.grid[index])))
        alone = scene.evaluate(at_settings(moved))
        assert sweep.keys() == alone.keys()
        for name, rows in sweep.items():
            assert len(rows) in (1, len(slider.grid))
            row = rows[0] if len(rows) == 1 else rows[index]
            outlined = np.float16 in (rows.dtype, alone[name].dtype)
            tolerance = 2.0**-11 if outlined else 0
            np.testing.assert_allclose(
                row, alone[name][0], rtol=tolerance, err_msg=f"{slider.id} {name}"
            )


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("n_classes", [2, 3, 10])
def test_every_number_shown_has_its_array(lesson, language, n_classes):
    settings = Settings(scores=tuple(map(float, range(n_classes))), language=language)
    scene = scene_of(lesson, settings)
    slots = 0
    for panel in panels_of(scene):
        if isinstance(panel, LiveFigure):
            for feed in panel.feeds:
                assert feed.array in scene.now
            continue
        for one in contents(panel):
            if isinstance(one, Slot | Cases):
                slots += 1
                row = np.atleast_1d(scene.now[one.array][0])
                assert one.at < row.size, one
            if isinstance(one, Cases):
                assert scene.now[one.array].dtype == np.int64
    assert slots > 5


class Noted(dict):
    """Frames that know which of them were asked for."""

    def __init__(self, frames):
        super().__init__(frames)
        self.read = set()

    def __getitem__(self, name):
        self.read.add(name)
        return super().__getitem__(name)


@pytest.mark.parametrize("lesson", course.LESSONS, ids=lambda lesson: lesson.name)
def test_no_array_is_computed_or_sent_for_nothing(lesson):
    scene = lesson.scene(Settings())
    bare = Noted(lesson.numbers[0].evaluate(at_settings(Settings())))
    for panel in scene.panels:
        if isinstance(panel, LiveFigure):
            panel.shapes(bare)
    assert bare.keys() <= bare.read | arrays_seen(scene.parts)
    assert scene.now.keys() <= arrays_seen(scene.parts)


@pytest.mark.parametrize("lesson", LESSONS)
@one_in(25)
@given(settings=some_settings())
def test_every_choice_between_sentences_is_one_of_them(lesson, settings):
    scene = scene_of(lesson, settings)
    choices = [
        one for panel in panels_of(scene) for one in contents(panel) if isinstance(one, Cases)
    ]
    for control in sliders_of(scene):
        sweep = scene.evaluate(along(control.slider, settings))
        for one in choices:
            column = sweep[one.array].reshape(len(sweep[one.array]), -1)[:, one.at]
            assert 0 <= column.min() <= column.max() < len(one.contents), one.array


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("n_classes", [2, 3, 10])
def test_a_sweep_stays_small(lesson, n_classes):
    settings = Settings(scores=tuple(map(float, range(n_classes))))
    scene = scene_of(lesson, settings)
    for control in sliders_of(scene):
        sweep = packed({}, scene.evaluate(along(control.slider, settings)))
        assert len(sweep) < 300_000, control.slider.id
        if n_classes == 3:
            assert len(zipped(sweep)) < 60_000, control.slider.id


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_two_controls_have_the_same_id(lesson):
    ids = [
        button.id
        for one in scene_of(lesson, Settings()).controls
        for button in (one.buttons if not isinstance(one, Control) else (one.slider,))
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_figure_has_a_text_in_place_of_it(lesson, language):
    for panel in panels_of(scene_of(lesson, Settings(language=language))):
        if isinstance(panel, LiveFigure):
            assert len(panel.description) > 20


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_handle_is_of_a_control_of_its_lesson(lesson):
    scene = scene_of(lesson, Settings())
    sliders = {one.slider.id for one in sliders_of(scene)}
    for panel in panels_of(scene):
        if isinstance(panel, LiveFigure) and panel.handle:
            assert sliders.issuperset(panel.handle.controls)
            assert panel.handle.axis in panel.wide.layout


@pytest.mark.parametrize("lesson", course.LESSONS, ids=lambda lesson: lesson.name)
def test_a_record_names_the_settings_that_its_controls_set(lesson):
    names = {"format": "number_format"} | {one: one for one in ("label", *CHOICES)}
    found = set()
    for settings in (Settings(), Settings(scores=(1.0, 2.0)), Settings(smoothing=0.5)):
        for one in lesson.scene(settings).controls:
            if isinstance(one, Control):
                found.add(read(one.slider.id).action)
            else:
                actions = {read(button.id).action.removesuffix(":") for button in one.buttons}
                found |= {names[action] for action in actions if action in names}
    assert found - {"scores", "pair"} == set(lesson.settings)
    assert set(lesson.not_in_code) <= {"scores", *lesson.settings}
    assert len(lesson.settings) == len(set(lesson.settings))

"""What the controls do to the settings."""

import pytest

from softmax_app.kit import controls
from softmax_app.kit.scene import ButtonRow, Control
from softmax_app.kit.state import change
from softmax_app.settings import Settings
from softmax_app.settings.reading import RefusedError
from softmax_app.texts.text import LANGUAGES

START = Settings()


@pytest.mark.parametrize(
    ("event", "value", "scores"),
    [
        ("scores.1", "7", (2, 7, 5)),
        ("example:4,-4,3", "", (4, -4, 3)),
        ("example:1,-1", "", (1, -1)),
        ("times:0.1", "", (0.2, 0.3, 0.5)),
        ("times:10", "", (20, 30, 50)),
        ("plus:-100", "", (-98, -97, -95)),
        ("plus:100", "", (102, 103, 105)),
        ("add", "", (2, 3, 5, 0)),
        ("remove.0", "", (3, 5)),
    ],
)
def test_a_control_sets_the_scores(event, value, scores):
    assert change(START, event, value).scores == scores


def test_a_control_sets_the_temperature_and_a_name():
    assert change(START, "temperature", "0.5").temperature == 0.5
    assert change(START, "names.1", "cat").labels[1] == "cat"


def test_scaling_leaves_no_rounding_to_be_seen():
    tenths = Settings(scores=(0.7, 1.1))
    assert change(tenths, "times:0.1", "").scores == (0.07, 0.11)
    there = change(Settings(scores=(2.1, 3.3)), "plus:-100", "")
    assert change(there, "plus:100", "").scores == (2.1, 3.3)


def test_what_leads_out_of_range_is_refused():
    with pytest.raises(RefusedError, match="Only numbers from"):
        change(Settings(scores=(5e5, 1.0)), "times:10", "")


@pytest.mark.parametrize("event", ["scores.5", "names.5", "remove.5"])
def test_a_class_that_is_gone_changes_nothing(event):
    assert change(START, event, "1") == START


def test_an_unknown_control_is_refused():
    with pytest.raises(RefusedError, match="cannot be done"):
        change(START, "nothing", "")


def test_every_button_shown_is_answered():
    rows = [controls.examples(START, (4, 3, 5), (1, -1)), controls.changes_to_all(START)]
    for one in (*rows, *controls.score_controls(START)):
        buttons = one.buttons if isinstance(one, ButtonRow) else (one.remove,)
        for button in buttons:
            assert change(START, button.id) != START
            assert button.label or button.description


@pytest.mark.parametrize(("count", "removable", "addable"), [(2, 0, 1), (3, 3, 1), (10, 10, 0)])
def test_classes_can_be_added_and_removed_between_2_and_10(count, removable, addable):
    made = list(controls.score_controls(Settings(scores=(1.0,) * count)))
    assert sum(isinstance(one, Control) and bool(one.remove) for one in made) == removable
    assert sum(isinstance(one, ButtonRow) for one in made) == addable


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_jump_says_how_many_steps_and_which_way(language):
    play = controls.played(Settings(language=language), -5, -1, 1, 25)
    words = [words for _, words in play.jumps]
    assert len(set(words)) == len(words)
    assert not any("-" in one or "\N{MINUS SIGN}" in one for one in words)
    if language == "en":
        assert words == ["5 steps back", "One step back", "One step forward", "25 steps forward"]

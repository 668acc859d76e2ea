"""What the projector shows of a room: in every phase of every question, and never too early."""

import json
import re

import numpy as np
import pytest

from softmax_app import course
from softmax_app.classroom.panels import Door
from softmax_app.classroom.phases import NEXT, PHASES
from softmax_app.classroom.pictures import picture
from softmax_app.classroom.rooms import Place, Vote
from softmax_app.classroom.tally import tally
from softmax_app.classroom.wall import events, no_room, wall
from softmax_app.kit.content import Slot
from softmax_app.kit.items import Amount, Bars, Question
from softmax_app.kit.nearness import ordered
from softmax_app.kit.scene import arrays_seen
from softmax_app.live.payload import part_json
from softmax_app.settings import Settings
from softmax_app.texts import room_wall as texts
from softmax_app.texts.text import LANGUAGES

QUESTIONS = [one for lesson in course.LESSONS for one in lesson.items if isinstance(one, Question)]
EACH_FORM = list({type(one.form): one for one in QUESTIONS}.values())
DOOR = Door("https://example.org/course/", "K7Q2MX")


def worst(question: Question) -> tuple[float, ...]:
    """Return a guess as far from the answer as can be."""
    if isinstance(question.form, Bars | Amount):
        low, high = question.form.low, question.form.high
        return tuple(low if truth > (low + high) / 2 else high for truth in question.truth())
    return tuple(map(float, ordered(question)[::-1][: question.complete]))


def best(question: Question) -> tuple[float, ...]:
    if isinstance(question.form, Bars | Amount):
        low, high = question.form.low, question.form.high
        return tuple(np.clip(question.truth(), low, high).tolist())
    return tuple(map(float, ordered(question)[: question.complete]))


def voted(question, phase, first, second=0, *, shown=False):
    """Return the wall after so many wrong guesses, of which some came to be right."""
    wrong, right = Vote(worst(question), 0.0), Vote(best(question), 1.0)
    firsts = {f"{phone:032x}": wrong for phone in range(first)}
    seconds = {f"{phone:032x}": right for phone in range(second)}
    return tally(question, Place(phase, shown), firsts, seconds)


def told(shown, language="en"):
    return json.dumps(
        part_json(shown.part, "", Settings(language=language), {}), ensure_ascii=False
    )


def words(content) -> str:
    """Return all words of a content."""
    if isinstance(content, str):
        return content
    if isinstance(content, Slot):
        return "#"
    if isinstance(content, tuple) and not hasattr(content, "tag"):
        return "".join(map(words, content))
    return words(content.content)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", EACH_FORM, ids=lambda one: one.id)
def test_every_phase_of_every_form_is_shown_with_its_numbers(question, language):
    for phase in PHASES:
        for first, second in ((0, 0), (1, 0), (3, 2)):
            found = wall(voted(question, phase, first, second), DOOR, 4, language)
            assert told(found, language)
            assert arrays_seen((found.part,)) <= found.now.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_that_no_phone_can_reach_is_said_to_be_one(language):
    sentence = texts.SHUT.say(language).split("**")[1]
    for root in ("http://127.0.0.1:8501/", "http://localhost/course/", "http://[::1]:8501/"):
        found = wall(voted(EACH_FORM[0], "open", 0), Door(root, "K7Q2MX"), 0, language)
        assert sentence in told(found, language)
    for root in (DOOR.root, "http://192.168.0.7:8501/", "http://localhost.example.org/"):
        found = wall(voted(EACH_FORM[0], "open", 0), Door(root, "K7Q2MX"), 0, language)
        assert sentence not in told(found, language)


@pytest.mark.parametrize("question", EACH_FORM, ids=lambda one: one.id)
def test_the_answer_and_the_guesses_stay_away_until_they_are_to_be_seen(question):
    for phase in PHASES[:-1]:
        found = wall(voted(question, phase, 3, 2), DOOR, 4, "en")
        assert np.isnan(found.now["guess_truth"]).all()
        assert words(question.words.why.en)[:30] not in told(found)
        other = wall(tally(question, Place(phase), {}, {}), DOOR, 4, "en")
        if phase not in ("guesses", "both"):
            assert told(found) == told(other)  # how many there are is no word of it
    end = wall(voted(question, "answer", 3, 2), DOOR, 4, "en")
    assert end.now["guess_truth"][0].tolist() == question.truth().tolist()


@pytest.mark.parametrize("phase", ["open", "closed", "talk", "second"])
def test_the_way_in_is_on_the_wall_while_phones_may_come(phase):
    said = told(wall(voted(QUESTIONS[0], phase, 3), DOOR, 4, "en"))
    for one in ("K7Q2MX", "example.org/course", "data:image/svg+xml"):
        assert one in said


def test_the_guesses_stay_in_sight_while_neighbours_talk_if_they_were_shown():
    assert '"figure"' in told(wall(voted(QUESTIONS[0], "talk", 3, shown=True), DOOR, 4, "en"))
    assert '"figure"' not in told(wall(voted(QUESTIONS[0], "talk", 3), DOOR, 4, "en"))


@pytest.mark.parametrize("question", EACH_FORM, ids=lambda one: one.id)
def test_where_no_one_has_guessed_it_is_said_so_when_guesses_are_to_be_shown(question):
    for phase in ("guesses", "both"):
        said = told(wall(voted(question, phase, 0), DOOR, 4, "en"))
        assert "No one has answered." in said
        assert "data:image/svg+xml" not in said


@pytest.mark.parametrize("question", EACH_FORM, ids=lambda one: one.id)
def test_the_second_vote_is_closed_and_seen_before_the_answer(question):
    for first, second in ((3, 2), (3, 0), (0, 2)):
        said = told(wall(voted(question, "both", first, second), DOOR, 4, "en"))
        assert '"figure"' in said
        assert texts.REOPEN.en in said
        assert texts.LAST.en in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_no_row_of_a_vote_is_cut(question, language):
    if not isinstance(question.form, Bars | Amount):
        found = picture(voted(question, "answer", 3), language).wide.layout.yaxis.ticktext
        assert len(set(found)) == len(found)
        assert not any(row.endswith("…") for row in found)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_how_it_came_out_is_counted(question):
    def outcome(first, second):
        found = wall(voted(question, "answer", first, second), DOOR, 4, "en")
        return words(found.part.stage[-1].content)

    if question in EACH_FORM:
        assert "No one has answered." in outcome(0, 0)
        assert re.search(r"0 of 3\.", outcome(3, 0))
    both = outcome(3, 2)
    assert "0 of 3 at first, 2 of 2 after the talk" in both
    assert "Of 2 who voted twice, 2 came nearer and 0 went further away" in both


def test_a_key_does_only_what_the_phase_allows():
    for phase in PHASES:
        meant = events(phase)
        done = {one.removeprefix("room:") for one in meant.values()} - {"", "away"}
        assert done <= {*NEXT[phase]}
        found = wall(voted(QUESTIONS[0], phase, 1), DOOR, 1, "en")
        (row,) = found.part.controls
        shown = {button.id.removeprefix("room:") for button in row.buttons}
        assert shown >= {*NEXT[phase], "away"}


def test_where_no_room_opens_the_link_is_offered():
    for language in LANGUAGES:
        (row,) = no_room(language).controls
        assert [button.id for button in row.buttons] == ["share:", "room:away"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", EACH_FORM, ids=lambda one: type(one.form).__name__)
def test_the_picture_of_a_class_tells_how_many_guessed_what(question, language):
    found = picture(voted(question, "answer", 7, 3, shown=True), language)
    both = (f"{texts.FIRST.say(language)}", f"{texts.SECOND.say(language)}")
    first, second = found.description.partition(both[1])[::2]
    assert both[0] in first
    assert "7" in first
    assert "3" in second
    if isinstance(question.form, Bars | Amount):
        assert f"{worst(question)[0]:.4g}" in first
        assert f"{best(question)[0]:.4g}" in second
    (answer,) = found.told
    assert answer.array == "guess_truth"
    assert len(answer.names) in (0, len(question.truth()))

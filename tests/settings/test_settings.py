"""What a reader sets, and the link that holds it."""

import math
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.settings import Settings
from softmax_app.settings.asked import STAGES, Asked
from softmax_app.settings.limits import LARGEST_SCORE, LONGEST_NAME, SPANS, VIEWS
from softmax_app.settings.link import MODES, from_link, to_link, written
from softmax_app.settings.reading import RefusedError, format_number
from softmax_app.settings.table import ROWS
from softmax_app.texts.text import LANGUAGES

finite = st.floats(-LARGEST_SCORE, LARGEST_SCORE).map(lambda score: score + 0.0)  # no -0
scores = st.lists(finite, min_size=2, max_size=10)
names = st.lists(st.text(max_size=40), max_size=10)


guesses = st.lists(st.floats(-100, 100), max_size=10).map(tuple)
asked = st.builds(Asked, st.just("tenth"), st.sampled_from(STAGES), guesses) | st.just(Asked())


@st.composite
def settings(draw):
    made = Settings(
        scores=tuple(draw(scores)),
        temperature=draw(st.floats(0.001, 1000)),
        span=draw(st.sampled_from(SPANS)),
        entry=draw(st.tuples(st.integers(0, 9), st.integers(0, 9))),
        language=draw(st.sampled_from(LANGUAGES)),
        view=draw(st.sampled_from(VIEWS)),
        asked=draw(asked),
    )
    for number, name in enumerate(draw(names)):
        made = made.with_name(number, name)
    return made


@given(settings())
def test_a_link_holds_every_field(made):
    link = to_link(made, ROWS)
    found, repairs = from_link(link, Settings())
    assert repairs == ()
    assert found.scores == made.scores
    assert found.labels == made.labels
    assert found.temperature == made.temperature
    assert found.reach == made.reach
    assert found.entry_there == made.entry_there
    assert found.language == made.language
    assert (found.view, found.asked) == (made.view, made.asked)
    assert to_link(found, ROWS) == link


@given(settings())
def test_names_of_a_link_are_short_ascii_and_the_same_in_every_language(made):
    for name in to_link(made, ROWS):
        assert set(name) <= set(string.ascii_letters)
        assert len(name) <= 5
    assert to_link(Settings(), ROWS).keys() == to_link(made, ROWS).keys() - {"q", "view"}


def test_what_a_link_does_not_ask_is_not_asked():
    before = Settings(asked=Asked("tenth", "shown"), view="dark")
    found, repairs = from_link({"z": "1,2"}, before)
    assert (found.asked, found.view, repairs) == (Asked(), "page", ())


def test_the_link_of_the_defaults_says_them():
    link = to_link(Settings(), ROWS)
    assert link == {
        "z": "2,3,5",
        "names": "",
        "T": "1",
        "r": "10",
        "x": "0.5",
        "dx": "1",
        "c": "0",
        "y": "2",
        "s": "0",
        "ij": "1,1",
        "h": "6e-06",
        "lr": "1",
        "k": "0",
        "tr": "2",
        "t": "0",
        "i": "1",
        "pr": "once",
        "or": "first",
        "tk": "49152",
        "tp": "0.9",
        "mp": "0",
        "dr": "100",
        "sd": "0",
        "l": "14",
        "st": "1",
        "hd": "9",
        "qu": "9",
        "sc": "0.125",
        "cm": "on",
        "mask": "",
        "bl": "3",
        "ar": "0",
        "f": "float64",
        "lang": "en",
    }


def test_a_link_holds_only_the_fields_of_its_page():
    assert to_link(Settings(), ("language",)) == {"lang": "en"}


def test_what_a_link_does_not_say_stays_as_it_is():
    start = Settings(scores=(1.0, 2.0), temperature=3.0)
    assert from_link({"T": "2"}, start) == (replace(start, temperature=2.0), ())
    assert from_link({"elsewhere": "x"}, start) == (start, ())


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("z", "2,x,5", "“x” is not a number."),
        ("z", "2", "2 to 10 classes"),
        ("z", ",".join("1" * 11), "2 to 10 classes"),
        ("z", "1,,2", "A number is needed"),
        ("z", "nan,1", "“nan” is not a number."),
        ("z", "1e7,1", "from −1,000,000 to 1,000,000"),
        ("z", "inf,1", "from −1,000,000 to 1,000,000"),
        ("T", "0", "from 0.001 to 1,000"),
        ("T", "cold", "“cold” is not a number."),
        ("T", "", "A number is needed"),
        ("r", "70", "It must be one of"),
        ("r", "7", "from 10 to 1,000,000"),
        ("lang", "fr", "It must be one of en, zh"),
        ("cm", "yes", "It must be one of on, off"),
        ("pr", "paris", "It must be one of france, once, opposite"),
        ("or", "middle", "It must be one of first, last"),
        ("tk", "0", "from 1 to 49,152"),
        ("tp", "1.1", "from 0 to 1"),
        ("bl", "5", "It must be one of 1, 2, 3, 4, 6, 12"),
        ("ij", "2,11", "from 1 to 10"),
        ("ij", "0,1", "from 1 to 10"),
        ("ij", "1.5,1", "An entry is two whole numbers"),
        ("ij", "2", "An entry is two whole numbers"),
        ("ij", "1,2,3", "An entry is two whole numbers"),
        ("mask", "2,13", "from 1 to 12"),
        ("mask", "1.5", "A key is a whole number"),
        ("mask", "2,,3", "A number is needed"),
        ("view", "wall", "It must be one of page, projector, light, dark"),
        ("q", "tenth,shown,x", "A guess is a list of numbers"),
    ],
)
def test_a_broken_link_is_repaired_field_by_field(name, value, reason):
    link = to_link(Settings(scores=(4.0, -4.0, 3.0), temperature=2.0), ROWS) | {name: value}
    found, repairs = from_link(link, Settings())
    assert [(repair.in_link, repair.value) for repair in repairs] == [(name, value)]
    assert reason in repairs[0].reason.en
    assert repairs[0].reason.zh != repairs[0].reason.en
    broken = next(field for field in ROWS if ROWS[field].in_link == name)
    for field in ROWS.keys() - {broken, *MODES}:
        assert written(found, field) == link[ROWS[field].in_link]


@given(st.dictionaries(st.sampled_from(["z", "names", "T", "r", "lang"]), st.text(max_size=60)))
def test_no_link_is_too_strange(link):
    found, repairs = from_link(link, Settings())
    assert {repair.in_link for repair in repairs} <= link.keys()
    assert to_link(found, ROWS)


@given(st.text(max_size=80))
def test_a_name_is_one_printable_line(text):
    names = Settings().with_name(1, text).names
    name = names[1] if names else ""
    assert bool(names) == bool(name)  # no name is kept for nothing
    assert len(name) <= LONGEST_NAME
    assert name.isprintable()
    assert name == name.strip()


@given(st.floats(-LARGEST_SCORE, LARGEST_SCORE))
def test_a_number_is_written_so_that_it_reads_back(value):
    assert float(format_number(value)) == value


@pytest.mark.parametrize(
    ("text", "value"), [(" 7 ", 7), ("−3.5", -3.5), ("1e3", 1000), ("-0", 0), ("\uff15", 5)]
)
def test_a_score_is_read_as_people_write_it(text, value):
    made = Settings().with_score(1, text)
    assert made.scores == (2.0, value, 5.0)
    assert math.copysign(1, made.scores[1]) == (-1 if value < 0 else 1)


@pytest.mark.parametrize("text", ["", "x", "nan", "inf", "-1000001", "1,5"])
def test_a_score_that_is_none_is_refused(text):
    with pytest.raises(RefusedError):
        Settings().with_score(0, text)


@pytest.mark.parametrize("text", ["0", "-1", "1001", "warm"])
def test_a_temperature_that_is_none_is_refused(text):
    with pytest.raises(RefusedError):
        Settings().with_number("temperature", text)


def test_a_key_is_masked_and_unmasked_by_hand():
    made = Settings().with_hidden("5").with_hidden("2")
    assert made.hidden == (2, 5)
    assert made.with_hidden("5").hidden == (2,)
    assert made.with_hidden("all").hidden == tuple(range(1, 13))
    assert made.with_hidden("none").hidden == ()
    with pytest.raises(RefusedError):
        made.with_hidden("13")


def test_sliders_reach_as_far_as_the_scores_and_never_shrink_under_the_hand():
    far = Settings().with_score(0, "-98")
    assert far.reach == 100
    assert far.with_score(0, "1").reach == 100
    assert far.with_score(0, "1").with_scores((1.0, 2.0)).reach == 10


def test_classes_come_and_go_with_their_names():
    made = Settings().with_name(2, "dog").with_name(0, "cat")
    assert made.labels == ("cat", "politics", "dog")
    assert made.with_class_removed(0).labels == ("politics", "dog")
    assert made.with_class_added().scores == (2, 3, 5, 0)
    assert made.with_class_added().labels == ("cat", "politics", "dog", "health")
    assert made.with_name(0, " ").labels == ("sport", "politics", "dog")


def test_a_name_waits_for_its_class():
    made = Settings().with_name(2, "dog").with_scores((1.0, -1.0))
    assert made.labels == ("sport", "politics")
    assert made.with_scores((5.0, 5.0, 1.0)).labels == ("sport", "politics", "dog")


def test_an_article_has_ten_topics_which_the_link_does_not_speak_of():
    for language in LANGUAGES:
        made = Settings((0.0,) * 10, language=language)
        assert len(set(made.labels)) == 10
        assert to_link(made, ROWS)["names"] == ""
    assert Settings().labels == ("sport", "politics", "science")
    assert Settings(language="zh").labels == ("体育", "时政", "科学")


def test_a_class_that_moves_up_keeps_its_topic_and_the_one_removed_comes_back():
    fewer = Settings().with_class_removed(1)
    assert fewer.labels == ("sport", "science")
    assert fewer.with_language("zh").labels == ("体育", "科学")
    assert fewer.with_class_added().labels == ("sport", "science", "politics")
    assert Settings().with_class_removed(2) == Settings(scores=(2.0, 3.0))


CHANGES = st.tuples(st.sampled_from(("add", "remove", "name")), st.integers(0, 9))


@given(st.lists(CHANGES, max_size=20), st.sampled_from(["", "cat", "sport", "science"]))
def test_no_topic_stands_for_two_classes(changes, name):
    made = Settings()
    for change, number in changes:
        here = number % len(made.scores)
        if change == "name":
            made = made.with_name(here, name if name not in made.names else "")
        elif change == "add" and len(made.scores) < 10:
            made = made.with_class_added()
        elif change == "remove" and len(made.scores) > 2:
            made = made.with_class_removed(here)
        assert len(set(made.labels)) == len(made.scores)


def test_there_are_two_to_ten_classes():
    with pytest.raises(RefusedError, match="2 to 10 classes"):
        Settings(scores=(1.0, 2.0)).with_class_removed(0)
    with pytest.raises(RefusedError, match="2 to 10 classes"):
        Settings(scores=(1.0,) * 10).with_class_added()

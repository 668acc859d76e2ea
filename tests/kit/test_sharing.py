"""A link that is given away is short, and opens the same."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app.course import HOME, LESSONS
from softmax_app.kit.items import find
from softmax_app.kit.sharing import offers, query, short
from softmax_app.kit.state import State, answer, followed
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked

NEW = State(Settings(language="zh"))  # of another language than the link's
SCORES = st.lists(st.sampled_from((0.0, 2.0, -4.5, 300.0)), min_size=2, max_size=4).map(tuple)


@pytest.mark.parametrize("page", [HOME, *LESSONS], ids=lambda page: page.name or "home")
def test_what_is_not_set_is_not_said(page):
    assert short(page, State(page.opened(Settings()))) == {"lang": "en"}
    named = Settings(names=("a, b",), temperature=2.0, view="dark", language="zh")
    assert short(page, State(page.opened(named))).keys() <= {"names", "T", "lang", "view"}


@given(scores=SCORES, temperature=st.sampled_from((1.0, 0.5)), data=st.data())
def test_a_short_link_opens_what_the_whole_one_opens(scores, temperature, data):
    page = data.draw(st.sampled_from(LESSONS))
    state = State(Settings(scores=scores, temperature=temperature))
    if data.draw(st.booleans()):
        state = answer(page, state, data.draw(st.sampled_from(page.items)).opened)
    said = dict(parse_qsl(query(page, state), keep_blank_values=True))
    assert said == short(page, state)
    assert followed(page, NEW, said).link(page) == state.link(page)
    whole = followed(page, NEW, state.link(page)).link(page)
    assert followed(page, NEW, said).link(page) == whole


def test_commas_are_readable_and_what_would_be_mark_up_is_not():
    named = State(Settings(scores=(4.0, -4.0, 3.0), names=('"<b>&', "x")))
    assert query(LESSONS[0], named).startswith("z=4,-4,3&names=")
    assert not set(query(LESSONS[0], named)) & set('<>"')


def test_a_question_is_given_away_closed_or_open_and_a_puzzle_as_it_stands():
    lesson = LESSONS[0]
    shown = Settings(view="dark", asked=Asked("tenth", "shown", (0.2, 0.3, 0.5)))
    asked = State(lesson.opened(shown))
    assert offers(lesson, asked) == {
        "page": "lang=en&q=tenth,shown,0.2,0.3,0.5",
        "projector": "lang=en&view=dark&q=tenth,shown,0.2,0.3,0.5",
        "question": "lang=en&q=tenth",
        "answer": "lang=en&q=tenth,shown",
        "embed": "lang=en&q=tenth,shown,0.2,0.3,0.5&embed=true",
    }
    puzzle = answer(lesson, State(Settings()), find(lesson.items, "win").opened)
    assert offers(lesson, puzzle)["page"] == "lang=en&q=win"
    moved = replace(puzzle, settings=replace(puzzle.settings, scores=(2.0, 3.0, 9.0)))
    assert offers(lesson, moved)["page"] == "z=2,3,9&lang=en&q=win"


def test_a_piece_is_the_projectors_alone():
    lesson = LESSONS[0]
    piece = State(lesson.opened(Settings(view="dark", asked=Asked("part1.2"))))
    found = offers(lesson, piece)
    assert found["page"] == "lang=en"
    assert found["projector"] == "lang=en&view=dark&q=part1.2"

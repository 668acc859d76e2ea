"""How far a question has come: what may follow, and what is seen when."""

import pytest

from softmax_app.classroom.phases import (
    NEXT,
    PHASES,
    following,
    is_closed,
    is_shown,
    reopened,
    round_taken,
)


def test_the_forward_key_leads_from_the_first_vote_over_the_talk_to_the_answer():
    path = ["open"]
    while after := following(path[-1]):
        path.append(after)
    assert path == ["open", "closed", "talk", "second", "both", "answer"]


def test_every_phase_but_a_slip_of_the_key_leads_nearer_to_the_answer():
    back = [
        (phase, after)
        for phase in PHASES
        for after in NEXT[phase]
        if PHASES.index(after) < PHASES.index(phase)
    ]
    assert back == [("closed", "open"), ("both", "second")]
    assert back == [(phase, reopened(phase)) for phase in PHASES if reopened(phase)]
    assert all("answer" in NEXT[phase] for phase in PHASES[1:-1])


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("vote", [1, 2])
@pytest.mark.parametrize("shown", [False, True])
def test_no_vote_is_seen_while_it_or_a_later_one_is_taken(phase, vote, shown):
    if round_taken(phase):
        assert not is_shown(phase, vote, shown=shown)
    assert not (round_taken(phase) == vote and is_closed(phase, vote))


def test_what_the_class_has_not_been_shown_stays_hidden_during_the_talk():
    assert not is_shown("talk", 1, shown=False)
    assert is_shown("talk", 1, shown=True)
    assert is_shown("answer", 1, shown=False)
    assert is_shown("answer", 2, shown=False)


@pytest.mark.parametrize("vote", [1, 2])
@pytest.mark.parametrize("shown", [False, True])
def test_both_votes_are_seen_before_the_answer(vote, shown):
    assert following("both") == "answer"
    assert is_closed("both", vote)
    assert is_shown("both", vote, shown=shown)


def test_a_vote_that_is_over_is_not_taken_again():
    for phase in PHASES:
        for after in NEXT[phase]:
            if after != reopened(phase):
                assert not is_closed(phase, round_taken(after) or 1) or not round_taken(after)

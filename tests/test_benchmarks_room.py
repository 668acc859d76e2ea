"""The phones of the benchmark vote as those of a class do, and all of them are counted."""

import os

from benchmarks.room import teach
from benchmarks.served import Served
from tests.apart import run
from tests.server.rooms import app, serving


def test_a_small_class_votes_twice_and_no_vote_is_lost():
    with serving(app()) as one:
        found = run(teach(Served(one.address, os.getpid()), 5, 0.2, rest=0))
    assert found.counted == (5, 5)
    assert len(found.votes) == len(found.heard) == 5
    assert found.together_shown >= found.together > 0

"""The students without a browser speak as a browser does: the course answers them."""

import asyncio
from random import Random
from urllib.parse import parse_qs

import pytest

from benchmarks.classroom import LIMIT, Register, quantile
from benchmarks.students import Blocked, Reader, Student, changed
from tests.apart import run


async def change_once(reader: Reader) -> None:
    try:
        async with asyncio.timeout(30):
            await reader.open()
            await reader.change()
    finally:
        await reader.close()


@pytest.mark.parametrize("kind", [Student, Blocked])
def test_a_change_is_answered_and_stands_in_the_link(
    course_address: str, kind: type[Student] | type[Blocked]
) -> None:
    reader = kind(course_address, Random(0), near=True)
    run(change_once(reader))
    scores = [one["value"] for one in reader.scores()]
    assert scores != [2, 3, 5]
    [said] = parse_qs(reader.message["link"])["z"]
    assert [float(word) for word in said.split(",")] == scores
    assert len(reader.sweeps) == 1
    assert reader.received > 0


def test_a_page_that_fails_is_no_fast_one(course_address: str) -> None:
    reader = Student(course_address, Random(0))
    reader.session.failure = "Error: as if"
    with pytest.raises(RuntimeError, match="as if"):
        run(change_once(reader))


def test_a_change_is_put_in_where_it_is_told() -> None:
    old = {"a": 1, "b": [{"c": 2}, 3]}
    assert changed(old, {"b": {"0": {"c": [[4]]}}}) == {"a": 1, "b": [{"c": [4]}, 3]}
    assert changed(old, None) is old


def test_what_waits_counts_as_long_as_it_has_waited() -> None:
    register = Register([[0.0, 0.1], [0.2]])
    register.start -= 3 * LIMIT
    assert register.is_hopeless()
    register.note(0, 1.0)
    times = register.times()
    assert times.is_given_up
    assert times.late > LIMIT


def test_a_class_that_is_done_is_not_given_up() -> None:
    register = Register([[0.0], [0.1]])
    register.note(0, 1.0)
    register.note(1, 2.0)
    assert not register.is_hopeless()
    assert register.times().late == 2.0
    assert not register.times().is_given_up


def test_a_quantile_is_one_of_the_values() -> None:
    assert quantile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert quantile([float(n) for n in range(1, 101)], 0.95) == 95.0

"""Where rooms are kept: the same is true of one process's memory and of Redis."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from softmax_app.classroom.in_memory import InMemory
from softmax_app.classroom.in_redis import InRedis
from softmax_app.classroom.refusals import FullError, GoneError, NotNowError, UnreachableError
from softmax_app.classroom.rooms import Room, Vote, moved, put, slot
from softmax_app.classroom.store import Bounds, Pulse, Store, make_store
from tests.apart import run

QUESTION = "scores_to_probabilities/tenth"
OTHER = "why_exp/square"
FIRST, SECOND = slot(QUESTION, 1), slot(QUESTION, 2)
VOTE = Vote((0.25, 0.5, 0.1), 1234.5)
CLOSED, TALK = "closed", "talk"
Test = Callable[[Store], Awaitable[None]]
Play = Callable[..., None]


@pytest.fixture(params=["memory", "redis"])
def play(request: pytest.FixtureRequest) -> Play:
    """Play a test with a store that has nothing yet."""

    @asynccontextmanager
    async def fresh(bounds: Bounds) -> AsyncIterator[Store]:
        if request.param == "memory":
            store: Store = InMemory(bounds)
        else:
            store = InRedis(request.getfixturevalue("redis_url"), bounds)
            await store.redis.flushall()
        try:
            yield store
        finally:
            await store.close()

    def play_it(test: Test, **bounds: float) -> None:
        async def playing() -> None:
            async with fresh(Bounds(**bounds)) as store:
                await test(store)

        run(playing())

    return play_it


def room(code: str = "ABCDEF") -> Room:
    return Room(code, "owner", 7)


async def at_question(store: Store, *phases: str) -> Room:
    """Open a room and have it go through these phases of a question."""
    await store.open(room())
    found = await store.change("ABCDEF", lambda before: put(before, QUESTION))
    for phase in phases:
        found = await store.change("ABCDEF", lambda before, at=phase: moved(before, QUESTION, at))
    return found


def test_a_room_is_found_as_it_was_left(play):
    async def test(store: Store) -> None:
        left = await at_question(store, "closed", "guesses", "talk")
        assert await store.room("ABCDEF") == left
        assert (left.takes, left.place) == ("", ("talk", True))
        assert await store.open(room()) == left  # who opens it again finds it so

    play(test)


def test_a_vote_is_kept_once_a_phone_until_it_is_closed(play):
    async def test(store: Store) -> None:
        await at_question(store)
        await store.vote("ABCDEF", FIRST, "a", VOTE._replace(guess=(0.0, 0.0, 0.0)))
        await store.vote("ABCDEF", FIRST, "a", VOTE)
        await store.vote("ABCDEF", FIRST, "b", VOTE)
        await store.change("ABCDEF", lambda before: moved(before, QUESTION, "closed"))
        for late in (FIRST, SECOND, slot(OTHER, 1), "", "nothing"):
            with pytest.raises(NotNowError):
                await store.vote("ABCDEF", late, "a", Vote((1.0, 1.0, 1.0), 0.0))
        assert await store.votes("ABCDEF", FIRST) == {"a": VOTE, "b": VOTE}
        assert await store.votes("ABCDEF", SECOND) == {}
        assert await store.mine("ABCDEF", (FIRST, SECOND), "b") == [VOTE, None]
        assert (await store.pulse("ABCDEF")).answered == (2, 0)

    play(test)


def test_a_question_that_comes_back_has_its_votes(play):
    async def test(store: Store) -> None:
        await at_question(store)
        await store.vote("ABCDEF", FIRST, "a", VOTE)
        await store.change("ABCDEF", lambda before: put(before, OTHER))
        await store.vote("ABCDEF", slot(OTHER, 1), "a", Vote((2.0,), 5.0))
        assert (await store.pulse("ABCDEF")).answered == (1, 0)
        assert await store.votes("ABCDEF", slot(OTHER, 1)) == {"a": Vote((2.0,), 5.0)}
        back = await store.change("ABCDEF", lambda before: put(before, QUESTION))
        assert await store.pulse("ABCDEF") == Pulse(back.revision, (1, 0), 1)
        assert await store.votes("ABCDEF", FIRST) == {"a": VOTE}

    play(test)


def test_moves_at_the_same_moment_are_all_made(play):
    async def test(store: Store) -> None:
        await store.open(room())
        more = [
            store.change("ABCDEF", lambda before: before._replace(revision=before.revision + 1))
            for _ in range(8)
        ]
        await asyncio.gather(*more)
        assert (await store.room("ABCDEF")).revision == 7 + 8

    play(test)


def test_votes_at_the_same_moment_all_count(play):
    async def test(store: Store) -> None:
        await at_question(store)
        phones = [f"{number:032x}" for number in range(300)]
        await asyncio.gather(*(store.vote("ABCDEF", FIRST, one, VOTE) for one in phones))
        assert await store.votes("ABCDEF", FIRST) == dict.fromkeys(phones, VOTE)
        pulse = await store.pulse("ABCDEF")
        assert (pulse.answered, pulse.phones) == ((300, 0), 300)

    play(test)


def test_no_more_is_kept_than_the_bounds_allow(play):
    async def test(store: Store) -> None:
        await at_question(store)
        await store.join("ABCDEF", "b")
        await store.join("ABCDEF", "b")
        await store.vote("ABCDEF", FIRST, "a", VOTE)
        for late in (store.join("ABCDEF", "c"), store.vote("ABCDEF", FIRST, "c", VOTE)):
            with pytest.raises(FullError):
                await late
        await store.vote("ABCDEF", FIRST, "a", VOTE)  # in the place of an earlier one
        with pytest.raises(FullError):
            await store.vote("ABCDEF", FIRST, "b", VOTE)
        await store.open(room("FFFFFF"))
        with pytest.raises(FullError):
            await store.open(room("GGGGGG"))
        assert await store.votes("ABCDEF", FIRST) == {"a": VOTE}

    play(test, rooms=2, phones=2, votes=1)


def test_a_room_that_is_ended_leaves_nothing(play):
    async def test(store: Store) -> None:
        await at_question(store)
        await store.vote("ABCDEF", FIRST, "a", VOTE)
        await store.end("ABCDEF")
        asked = (
            store.room("ABCDEF"),
            store.end("ABCDEF"),
            store.join("ABCDEF", "a"),
            store.vote("ABCDEF", FIRST, "a", VOTE),
            store.pulse("ABCDEF"),
            store.change("ABCDEF", lambda before: before),
        )
        for one in asked:
            with pytest.raises(GoneError):
                await one
        assert await is_empty(store)

    play(test)


def test_a_room_ends_so_long_after_it_was_last_used_and_leaves_nothing(play, monkeypatch):
    monkeypatch.setattr("softmax_app.classroom.in_memory.LOOK", 0.01)

    async def test(store: Store) -> None:
        opened = time.monotonic()
        await at_question(store)
        while time.monotonic() < opened + 1.3:  # it is used: longer than it would stay
            await store.vote("ABCDEF", FIRST, "a", VOTE)
            await asyncio.sleep(0.01)
        used = time.monotonic()
        while not await is_empty(store):
            assert time.monotonic() < used + 10
            await asyncio.sleep(0.01)
        assert time.monotonic() - used > 0.9
        with pytest.raises(GoneError):
            await store.pulse("ABCDEF")

    play(test, idle=1)


async def is_empty(store: Store) -> bool:
    """Is nothing of any room there?"""
    if isinstance(store, InMemory):
        return not store.rooms
    assert isinstance(store, InRedis)
    return not [key async for key in store.redis.scan_iter("room:*")]


def test_all_rooms_together_stay_within_the_memory_of_a_process():
    async def test() -> None:
        store = InMemory(Bounds(all_votes=3))
        for code in ("AAAAAA", "BBBBBB"):
            await store.open(put(room(code), QUESTION))
        for number in range(3):
            await store.vote("AAAAAA", FIRST, str(number), VOTE)
        with pytest.raises(FullError):
            await store.vote("BBBBBB", FIRST, "0", VOTE)
        await store.close()

    run(test())


def test_where_redis_is_not_there_a_sentence_says_so():
    async def test() -> None:
        store = make_store({"REDIS_URL": "redis://127.0.0.1:1"})
        for one in (store.open(room()), store.room("ABCDEF"), store.pulse("ABCDEF")):
            with pytest.raises(UnreachableError):
                await one
        await store.close()

    run(test())


def test_without_redis_s_address_rooms_are_in_memory():
    assert isinstance(make_store({}), InMemory)

"""Rooms in Redis, so that several processes share them and none of them is missed.

A room is three keys that end together: ``room:CODE`` (the room, the vote that it takes, how many
there are of each), ``room:CODE:votes`` and ``room:CODE:phones``. What has to be done as a whole is
a script. ``rooms`` lists the codes by when they end, to count them.
"""

import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final, cast

from redis.asyncio import BlockingConnectionPool, Redis
from redis.exceptions import RedisError

from softmax_app.classroom.redis_scripts import SCRIPTS
from softmax_app.classroom.refusals import FullError, GoneError, NotNowError, UnreachableError
from softmax_app.classroom.rooms import Place, Room, Vote, slot
from softmax_app.classroom.store import BOUNDS, Bounds, Pulse

CONNECTIONS: Final = 32
PATIENCE: Final = 5  # s
RACES: Final = 20  # that a move may lose against others before it gives up
REFUSED: Final = {"gone": GoneError, "full": FullError, "closed": NotNowError}


class InRedis:
    """The store that several processes share."""

    def __init__(self, url: str, bounds: Bounds = BOUNDS) -> None:
        self.bounds = bounds
        pool = BlockingConnectionPool.from_url(
            url,
            max_connections=CONNECTIONS,
            timeout=PATIENCE,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            decode_responses=True,
        )
        self.redis = Redis.from_pool(pool)
        self.scripts = {name: self.redis.register_script(code) for name, code in SCRIPTS.items()}

    async def open(self, room: Room) -> Room:
        """Keep a room, or return the one that is there."""
        told = await self._run("open", room.code, self.bounds.rooms, _written(room), room.takes)
        return _read(told)

    async def room(self, code: str) -> Room:
        """Return a room."""
        return _read(await self._written(code))

    async def change(self, code: str, change: Callable[[Room], Room]) -> Room:
        """Have a room changed: once more where another has changed it meanwhile."""
        for _ in range(RACES):
            before = await self._written(code)
            after = change(_read(before))
            if await self._run("change", code, before, _written(after), after.takes) == "done":
                return after
        raise UnreachableError

    async def join(self, code: str, phone: str) -> None:
        """Let a phone be known."""
        await self._run("join", code, phone, self.bounds.phones)

    async def vote(self, code: str, slot: str, phone: str, vote: Vote) -> None:
        """Keep a vote."""
        written = json.dumps([vote.at, *vote.guess])
        await self._run("vote", code, slot, phone, written, self.bounds.phones, self.bounds.votes)

    async def votes(self, code: str, slot: str) -> Mapping[str, Vote]:
        """Return the votes by phone."""
        async with _reached():
            found = cast(dict[str, str], await self.redis.hgetall(f"room:{code}:votes"))
        own = {name.removeprefix(f"{slot} "): vote for name, vote in found.items()}
        return {phone: _vote(vote) for phone, vote in own.items() if " " not in phone}

    async def mine(self, code: str, slots: tuple[str, ...], phone: str) -> list[Vote | None]:
        """Return what one phone has guessed."""
        async with _reached():
            names = [f"{one} {phone}" for one in slots]
            found = cast(list[str | None], await self.redis.hmget(f"room:{code}:votes", names))
        return [_vote(one) if one else None for one in found]

    async def pulse(self, code: str) -> Pulse:
        """Return what there is to hear."""
        async with _reached(), self.redis.pipeline(transaction=True) as line:
            line.hgetall(f"room:{code}")
            line.scard(f"room:{code}:phones")
            kept, phones = await line.execute()
        if not kept:
            raise GoneError
        room = _read(kept["room"])
        first, second = (int(kept.get(slot(room.question, vote), 0)) for vote in (1, 2))
        return Pulse(room.revision, (first, second), phones)

    async def end(self, code: str) -> None:
        """Leave nothing of a room."""
        async with _reached(), self.redis.pipeline(transaction=True) as line:
            line.delete(*_keys(code))
            line.zrem("rooms", f"room:{code}")
            deleted, _ = await line.execute()
        if not deleted:
            raise GoneError

    async def close(self) -> None:
        """Close the connections."""
        await self.redis.aclose()

    async def _written(self, code: str) -> str:
        async with _reached():
            found = await self.redis.hget(f"room:{code}", "room")
        if found is None:
            raise GoneError
        return str(found)

    async def _run(self, name: str, code: str, *arguments: str | float) -> str:
        now = time.time()
        times = [int(1000 * now), int(1000 * (now + self.bounds.idle))]
        async with _reached():
            told = str(await self.scripts[name](_keys(code), [*times, *arguments]))
        if told in REFUSED:
            raise REFUSED[told]
        return told


def _keys(code: str) -> list[str]:
    return [f"room:{code}", f"room:{code}:votes", f"room:{code}:phones"]


@asynccontextmanager
async def _reached() -> AsyncIterator[None]:
    """Say in a sentence that Redis is not there, or takes nothing more."""
    try:
        yield
    except (RedisError, OSError) as error:
        raise UnreachableError from error


def _written(room: Room) -> str:
    return json.dumps(room._replace(places={**room.places}))


def _read(text: str) -> Room:
    code, owner, revision, question, places = json.loads(text)
    return Room(code, owner, revision, question, {name: Place(*at) for name, at in places.items()})


def _vote(text: str) -> Vote:
    numbers: list[Any] = json.loads(text)
    return Vote(tuple(numbers[1:]), numbers[0])

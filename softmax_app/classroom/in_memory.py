"""Rooms in the memory of one process: nothing to install, and gone when it ends."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from softmax_app.classroom.refusals import FullError, GoneError, NotNowError
from softmax_app.classroom.rooms import Room, Vote, slot
from softmax_app.classroom.store import BOUNDS, Bounds, Pulse

LOOK: Final = 60  # s between two looks for rooms that no one uses


@dataclass
class Kept:
    """A room with what is kept beside it; ``used`` is when anything of it last changed."""

    room: Room
    used: float
    votes: defaultdict[str, dict[str, Vote]] = field(default_factory=lambda: defaultdict(dict))
    phones: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many votes there are."""
        return sum(map(len, self.votes.values()))


class InMemory:
    """The store of one process; no method waits for anything, so each is done as a whole."""

    def __init__(
        self, bounds: Bounds = BOUNDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.bounds = bounds
        self.clock = clock
        self.rooms: dict[str, Kept] = {}
        self.timer: asyncio.TimerHandle | None = None

    async def open(self, room: Room) -> Room:
        """Keep a room, or return the one that is there."""
        self._sweep()
        if room.code not in self.rooms:
            if len(self.rooms) >= self.bounds.rooms:
                raise FullError
            self.rooms[room.code] = Kept(room, self.clock())
        return self.rooms[room.code].room

    async def room(self, code: str) -> Room:
        """Return a room."""
        return self._kept(code).room

    async def change(self, code: str, change: Callable[[Room], Room]) -> Room:
        """Have a room changed."""
        kept = self._kept(code)
        kept.room = change(kept.room)
        kept.used = self.clock()
        return kept.room

    async def join(self, code: str, phone: str) -> None:
        """Let a phone be known."""
        self._join(self._kept(code), phone)

    async def vote(self, code: str, slot: str, phone: str, vote: Vote) -> None:
        """Keep a vote."""
        kept = self._kept(code)
        if not slot or slot != kept.room.takes:
            raise NotNowError
        self._join(kept, phone)
        if phone not in kept.votes[slot] and self._is_full(kept):
            raise FullError
        kept.votes[slot][phone] = vote
        kept.used = self.clock()

    async def votes(self, code: str, slot: str) -> Mapping[str, Vote]:
        """Return the votes by phone."""
        return dict(self._kept(code).votes.get(slot, {}))

    async def mine(self, code: str, slots: tuple[str, ...], phone: str) -> list[Vote | None]:
        """Return what one phone has guessed."""
        votes = self._kept(code).votes
        return [votes.get(slot, {}).get(phone) for slot in slots]

    async def pulse(self, code: str) -> Pulse:
        """Return what there is to hear."""
        kept = self._kept(code)
        first, second = (len(kept.votes.get(slot(kept.room.question, vote), {})) for vote in (1, 2))
        return Pulse(kept.room.revision, (first, second), len(kept.phones))

    async def end(self, code: str) -> None:
        """Leave nothing of a room."""
        self._kept(code)
        del self.rooms[code]

    async def close(self) -> None:
        """Leave nothing of any room."""
        self.rooms.clear()
        if self.timer:
            self.timer.cancel()

    def _sweep(self) -> None:
        """Leave nothing of rooms that no one uses, and look again later."""
        if self.timer:
            self.timer.cancel()
        for code in [code for code, kept in self.rooms.items() if self._is_over(kept)]:
            del self.rooms[code]
        self.timer = asyncio.get_running_loop().call_later(LOOK, self._sweep)

    def _is_over(self, kept: Kept) -> bool:
        return self.clock() - kept.used >= self.bounds.idle

    def _kept(self, code: str) -> Kept:
        kept = self.rooms.get(code)
        if kept is None or self._is_over(kept):
            self.rooms.pop(code, None)
            raise GoneError
        return kept

    def _join(self, kept: Kept, phone: str) -> None:
        if phone not in kept.phones and len(kept.phones) >= self.bounds.phones:
            raise FullError
        kept.phones.add(phone)

    def _is_full(self, kept: Kept) -> bool:
        everywhere = sum(one.count for one in self.rooms.values())
        return kept.count >= self.bounds.votes or everywhere >= self.bounds.all_votes

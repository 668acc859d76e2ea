"""Telling all who wait for a room that something happened there.

While someone waits, a room is looked at a few times a second, once for all of them: so nobody
hears of more changes than that, and it makes no difference which process has made them.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from softmax_app.classroom.refusals import GoneError, RoomError
from softmax_app.classroom.store import Pulse, Store

PAUSE: Final = 0.2  # s between two looks


class Watch:
    """A room that is watched. ``pulse`` is None once there is no such room any more."""

    def __init__(self, store: Store, code: str, pulse: Pulse) -> None:
        self.store = store
        self.code = code
        self.pulse: Pulse | None = pulse
        self.waiting = 0
        self.moved = asyncio.Event()  # set and replaced when the room moves or ends
        self.changed = asyncio.Event()  # and when anything does
        self.task = asyncio.create_task(self._look())

    async def _look(self) -> None:
        while self.pulse is not None:
            await asyncio.sleep(PAUSE)
            self.hear(await self._pulse())

    def hear(self, pulse: Pulse | None) -> None:
        """Tell all who wait what is new."""
        before, self.pulse = self.pulse, pulse
        if pulse is None or before is None or pulse.revision != before.revision:
            self.moved.set()
            self.moved = asyncio.Event()
        if pulse != before:
            self.changed.set()
            self.changed = asyncio.Event()

    async def _pulse(self) -> Pulse | None:
        try:
            return await self.store.pulse(self.code)
        except GoneError:
            return None
        except RoomError:  # the store is not there for the moment
            return self.pulse


class Watches:
    """The rooms that are watched, each as long as someone waits for it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.watches: dict[str, Watch] = {}
        self.is_over = False  # the server is to end, and nobody waits any more

    @property
    def waiting(self) -> int:
        """How many wait, for whatever room."""
        return sum(watch.waiting for watch in self.watches.values())

    def end(self) -> None:
        """Let go of all who wait, though nothing has happened in their rooms."""
        self.is_over = True
        for watch in self.watches.values():
            watch.moved.set()
            watch.changed.set()

    @asynccontextmanager
    async def watch(self, code: str) -> AsyncIterator[Watch]:
        """Watch a room meanwhile, or raise GoneError."""
        pulse = await self.store.pulse(code)
        watch = self.watches.get(code)
        if watch is None or watch.pulse is None:
            watch = self.watches[code] = Watch(self.store, code, pulse)
        elif watch.pulse != pulse:
            watch.hear(pulse)
        watch.waiting += 1
        try:
            yield watch
        finally:
            watch.waiting -= 1
            if not watch.waiting:
                watch.task.cancel()
                if self.watches.get(code) is watch:
                    del self.watches[code]

"""The line between a browser and a server: it can be slow, and it can be lost."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from math import inf
from typing import NamedTuple

PIECE = 1400  # bytes that go at once


class Speed(NamedTuple):
    """Bytes a second in each direction, and the seconds that each byte takes one way."""

    rate: float = inf
    delay: float = 0.0


class Wire:
    """A port that leads to another one: ``lose`` and ``find`` the line as often as you like."""

    def __init__(self, port: int, speed: Speed) -> None:
        self.to = port
        self.speed = speed
        self.address = ""
        self.loop = asyncio.new_event_loop()
        self.free = {"up": 0.0, "down": 0.0}  # when the last byte so far is through
        self.ends: set[asyncio.StreamWriter] = set()
        self.gate = asyncio.Event()
        self.gate.set()

    def lose(self) -> None:
        """Let no byte through, and tell nobody."""
        self.loop.call_soon_threadsafe(self.gate.clear)

    def find(self, *, broken: bool = False) -> None:
        """Let what waits through, or have both ends hear that the line is broken."""
        if broken:
            asyncio.run_coroutine_threadsafe(self._break(), self.loop).result()
        self.loop.call_soon_threadsafe(self.gate.set)

    async def _break(self) -> None:
        for end in self.ends:
            end.transport.abort()
        await asyncio.sleep(0)  # then they are closed

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Lead a browser to the server."""
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.to)
        except OSError:
            writer.close()
            return
        self.ends |= {writer, back}
        with suppress(asyncio.CancelledError):  # asyncio would call it an error of ours
            await asyncio.gather(self._pump(reader, back, "up"), self._pump(there, writer, "down"))

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lane: str
    ) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(PIECE):
                self.free[lane] = max(self.free[lane], self.loop.time())
                self.free[lane] += len(data) / self.speed.rate
                await asyncio.sleep(self.free[lane] - self.loop.time())
                await self.gate.wait()
                self._later(writer.write, data)
        self._later(writer.close)

    def _later(self, what: Callable[..., None], *arguments: bytes) -> None:
        self.loop.call_later(self.speed.delay, what, *arguments)

    async def lay(self) -> asyncio.Server:
        laid = await asyncio.start_server(self.meet, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{laid.sockets[0].getsockname()[1]}"
        return laid

    async def take_up(self, laid: asyncio.Server) -> None:
        laid.close()
        await self._break()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


@contextmanager
def wired(address: str, speed: Speed = Speed()) -> Iterator[Wire]:  # noqa: B008 (cannot be changed)
    """Lay a line to a server at an address of this machine, in a thread of its own."""
    wire = Wire(int(address.rpartition(":")[2]), speed)
    thread = threading.Thread(target=wire.loop.run_forever)
    thread.start()
    laid = asyncio.run_coroutine_threadsafe(wire.lay(), wire.loop).result()
    try:
        yield wire
    finally:
        asyncio.run_coroutine_threadsafe(wire.take_up(laid), wire.loop).result()
        wire.loop.call_soon_threadsafe(wire.loop.stop)
        thread.join()
        wire.loop.close()

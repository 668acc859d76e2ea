"""How fast a class's votes are taken, and how soon the projector knows: phones without a browser.

Each phone waits for the room on one connection and votes on another, as a browser does. They vote
within some seconds, then all in the same moment. ``--redis`` keeps the rooms there.
"""

import argparse
import asyncio
import json
import os
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final

import uvloop

from benchmarks.classroom import quantile
from benchmarks.line import Line
from benchmarks.machine import describe
from benchmarks.served import Served, serve
from tests.classroom.redis import running_redis

QUESTION: Final = "scores_to_probabilities/tenth"
GUESS: Final = (0.2, 0.3, 0.5)
JSON: Final = "application/json"
PATIENCE: Final = 60  # s
REST: Final = 5  # s in which nothing is done


@dataclass
class Measured:
    """What a class has measured, in seconds; ``heard``: until every phone knew of a move."""

    phones: int
    votes: list[float] = field(default_factory=list)
    shown: float = 0.0  # from the last vote to the projector
    together: float = 0.0  # until all that came in the same moment were answered
    together_shown: float = 0.0
    heard: list[float] = field(default_factory=list)
    counted: tuple[int, ...] = ()
    memory: int = 0  # bytes that the class's waiting takes
    idle: float = 0.0  # s of CPU a second while all wait
    cpu: float = 0.0  # s of CPU for the first vote


class Phone:
    """A phone in a room: it waits on one line and votes on another."""

    def __init__(self, address: str, code: str, number: int) -> None:
        self.address = f"/room/{code}"
        self.id = f"{number:032x}"
        self.waiting, self.voting = Line(address), Line(address)
        self.seen = -1
        self.heard = asyncio.Event()

    async def follow(self) -> None:
        """Ask for the room's state, again and again."""
        while True:
            path = f"{self.address}/state?phone={self.id}&seen={self.seen}&lang=en"
            told = json.loads((await self.waiting.ask("GET", path, JSON)).read())
            if told["revision"] != self.seen:
                self.seen = told["revision"]
                self.heard.set()

    async def vote(self, which: int) -> float:
        """Send a guess; return how long it took to be kept."""
        body = {"phone": self.id, "question": QUESTION, "round": which, "guess": GUESS}
        start = time.perf_counter()
        await self.voting.ask("POST", f"{self.address}/vote", JSON, json.dumps(body).encode())
        return time.perf_counter() - start


class Projector:
    """The browser that opened the room: it moves it, and hears of its votes."""

    def __init__(self, address: str) -> None:
        self.line, self.stream = Line(address), Line(address)
        self.answered: tuple[int, ...] = (0, 0)
        self.changed = asyncio.Event()

    async def open(self) -> str:
        """Open a room and return its code."""
        body = json.dumps({"question": QUESTION}).encode()
        told = json.loads((await self.line.ask("POST", "/room", JSON, body)).read())
        self.code, secret = told["code"], told["secret"]
        self.own = f"Authorization: Bearer {secret}\r\n"
        return str(self.code)

    async def move(self, phase: str) -> None:
        """Move the room to another phase."""
        body = json.dumps({"question": QUESTION, "phase": phase}).encode()
        await self.line.ask("POST", f"/room/{self.code}/move", JSON, body, self.own)

    async def listen(self) -> None:
        """Hear of votes, as long as there is something to hear."""
        path = f"/room/{self.code}/events"
        _, _, reader = await self.stream.send("GET", path, more=self.own)
        async for told in _events(reader):
            if "answered" in told:
                self.answered = tuple(told["answered"])
                self.changed.set()

    async def until(self, answered: tuple[int, ...]) -> None:
        """Wait until it knows of so many votes."""
        while self.answered != answered:
            self.changed.clear()
            await self.changed.wait()


async def _events(reader: asyncio.StreamReader) -> AsyncIterator[dict[str, Any]]:
    while line := await reader.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


async def teach(server: Served, phones: int, seconds: float, rest: float = REST) -> Measured:
    """Have a class vote twice."""
    before = server.memory()
    projector, found = Projector(server.address), Measured(phones)
    code = await projector.open()
    some = [Phone(server.address, code, number) for number in range(phones)]
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        tasks = [group.create_task(projector.listen())]
        tasks += [group.create_task(one.follow()) for one in some]
        await asyncio.gather(*(one.heard.wait() for one in some))
        found.memory = server.memory() - before
        cpu = server.cpu()
        await asyncio.sleep(rest)
        found.idle = (server.cpu() - cpu) / rest if rest else 0.0
        cpu = server.cpu()
        found.votes, found.shown = await spread(projector, some, seconds)
        found.cpu = server.cpu() - cpu
        await projector.move("closed")
        await projector.move("talk")
        found.heard = await heard(projector, some, "second")
        start = time.perf_counter()
        await asyncio.gather(*(one.vote(2) for one in some))
        found.together = time.perf_counter() - start
        await projector.until((phones, phones))
        found.together_shown = time.perf_counter() - start
        found.counted = projector.answered
        for task in tasks:
            task.cancel()
    lines = [projector.line, projector.stream]
    lines += [line for one in some for line in (one.waiting, one.voting)]
    await asyncio.gather(*(line.close() for line in lines))
    return found


async def spread(
    projector: Projector, phones: list[Phone], seconds: float
) -> tuple[list[float], float]:
    """Have all vote within so many seconds; return how long each took, and the last to be seen."""
    random = Random("when they vote")
    start = time.perf_counter()

    async def vote(phone: Phone, moment: float) -> float:
        await asyncio.sleep(start + moment - time.perf_counter())
        return await phone.vote(1)

    moments = sorted(random.uniform(0, seconds) for _ in phones)
    voting = [vote(*one) for one in zip(phones, moments, strict=True)]
    took, _ = await asyncio.gather(asyncio.gather(*voting), projector.until((len(phones), 0)))
    return list(took), time.perf_counter() - start - moments[-1]


async def heard(projector: Projector, phones: list[Phone], phase: str) -> list[float]:
    """Move the room; return how long it took each phone to know."""
    await asyncio.sleep(1)  # all of them wait again
    for phone in phones:
        phone.heard.clear()
    start = time.perf_counter()

    async def hear(phone: Phone) -> float:
        await phone.heard.wait()
        return time.perf_counter() - start

    found, _ = await asyncio.gather(asyncio.gather(*map(hear, phones)), projector.move(phase))
    return list(found)


async def measure(server: Served, phones: int, seconds: float) -> str:
    """Measure a class, once a first one has loaded all that is loaded once; return a table."""
    await teach(server, 3, 0.1, rest=0)
    await asyncio.sleep(REST)  # the processes beside it have started
    found = await teach(server, phones, seconds)
    rows = {
        f"votes within {seconds:g} s: median": ms(quantile(found.votes, 0.5)),
        f"votes within {seconds:g} s: 95th percentile": ms(quantile(found.votes, 0.95)),
        "last vote to projector": ms(found.shown),
        "votes in the same moment: all answered": ms(found.together),
        "votes in the same moment: on the projector": ms(found.together_shown),
        "votes lost": str(2 * phones - sum(found.counted)),
        "next phase to every phone": ms(max(found.heard)),
        "CPU while all wait": f"{100 * found.idle:.1f} % of a core",
        "CPU a vote": f"{1000 * found.cpu / phones:.2f} ms",
        "memory a phone that waits": f"{found.memory / phones / 1000:.0f} kB",
        "memory of the server": f"{server.memory() / 1e6:.0f} MB",
    }
    lines = [f"| {phones} phones | |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {value} |" for name, value in rows.items())])


def ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=5.0, help="within which they vote first")
    parser.add_argument("--redis", action="store_true", help="keep the rooms in Redis")
    args = parser.parse_args()
    with ExitStack() as stack:
        if args.redis:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            os.environ["REDIS_URL"] = stack.enter_context(running_redis(folder))
        server = stack.enter_context(serve("app.py"))
        print(describe("streamlit", "starlette", "uvicorn", "uvloop"), end="\n\n")
        print(uvloop.run(measure(server, args.phones, args.seconds)))


if __name__ == "__main__":
    main()

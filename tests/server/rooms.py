"""A server of rooms alone, for tests that ask it as browsers do."""

import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, NamedTuple

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from softmax_app.classroom.in_memory import InMemory
from softmax_app.classroom.store import Store
from softmax_app.server import phones, rooms
from softmax_app.server.leaving import when_told_to_end
from softmax_app.server.limits import Allowance
from softmax_app.server.room_request import Classrooms, WithClassrooms

BARS = "scores_to_probabilities/tenth"
AMOUNT = "scores_to_probabilities/negative"
CHOICE = "why_exp/square"
ORDER = "scores_to_probabilities/minus"
GUESSES = {BARS: [0.25, 0.25, 0.5], AMOUNT: [1.5], CHOICE: [2], ORDER: [2, 0, 1]}


class Room(NamedTuple):
    """A room that was opened, and how its owner speaks of it."""

    code: str
    secret: str

    @property
    def owner(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}"}


class Served:
    """A server by its address, and what is asked of it most."""

    def __init__(self, client: httpx2.Client) -> None:
        self.client = client

    @property
    def address(self) -> str:
        return str(self.client.base_url).rstrip("/")

    def open(self, **body: Any) -> Room:
        told = self.client.post("/room", json=body).json()
        return Room(told["code"], told["secret"])

    def move(self, room: Room, question: str | None, phase: str | None = None) -> httpx2.Response:
        body = {"question": question} | ({"phase": phase} if phase else {})
        return self.client.post(f"/room/{room.code}/move", json=body, headers=room.owner)

    def vote(
        self, room: Room, phone: str, question: str, guess: Any, which: int = 1
    ) -> httpx2.Response:
        body = {"phone": phone, "question": question, "round": which, "guess": guess}
        return self.client.post(f"/room/{room.code}/vote", json=body)

    def state(self, room: Room, phone: str, **query: Any) -> httpx2.Response:
        return self.client.get(f"/room/{room.code}/state", params={"phone": phone, **query})

    def owned(self, room: Room, what: str) -> httpx2.Response:
        return self.client.get(f"/room/{room.code}/{what}", headers=room.owner)


def app(store: Store | None = None) -> Starlette:
    """Return the rooms' addresses as an app of its own."""
    classrooms = Classrooms(store or InMemory())
    classrooms.openings = Allowance(most=10_000, a_second=1_000)
    middleware = [Middleware(WithClassrooms, classrooms=classrooms)]

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        with when_told_to_end(classrooms.watches.end):
            yield
        await classrooms.store.close()

    routes = [*rooms.ROUTES, *phones.ROUTES]
    found = Starlette(routes=routes, middleware=middleware, lifespan=running)
    found.state.classrooms = classrooms
    return found


@contextmanager
def serving(some: Starlette, port: int = 0) -> Iterator[Served]:
    """Serve an app on a port of this machine, or a free one: a stream comes as it is sent."""
    config = uvicorn.Config(some, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive()
                time.sleep(0.01)  # between two looks at the condition
            address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            with httpx2.Client(base_url=address, timeout=30) as client:
                yield Served(client)
        finally:
            server.should_exit = True
            thread.join()


def phone(number: int) -> str:
    return f"{number:032x}"


def events(lines: Iterator[str]) -> Iterator[tuple[str, dict[str, object]]]:
    """Give a stream's events."""
    name = ""
    for line in lines:
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))

"""Where rooms are kept: one interface, in the memory of one process or in Redis for several."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from softmax_app.classroom.rooms import Room, Vote

URL: Final = "REDIS_URL"


@dataclass(frozen=True)
class Bounds:
    """How much is kept, and how long (s) a room is after anyone has used it."""

    rooms: int = 200
    phones: int = 1_000  # of a room
    votes: int = 20_000  # of a room: 300 phones, both votes, all questions of the course
    all_votes: int = 400_000  # in one process
    idle: float = 3 * 60 * 60


BOUNDS: Final = Bounds()


class Pulse(NamedTuple):
    """What there is to hear of a room: another revision, or more votes on its question."""

    revision: int
    answered: tuple[int, int] = (0, 0)
    phones: int = 0


class Store(Protocol):
    """Keeps rooms and their votes; each method is done as a whole or not at all.

    All raise GoneError where there is no such room. A vote is named by its ``slot``.
    """

    async def open(self, room: Room) -> Room:
        """Keep a room and return it, or the one of this code that is there already."""

    async def room(self, code: str) -> Room:
        """Return a room."""

    async def change(self, code: str, change: Callable[[Room], Room]) -> Room:
        """Have a room changed by a function that only looks at it, and return it."""

    async def join(self, code: str, phone: str) -> None:
        """Let a phone be known in a room."""

    async def vote(self, code: str, slot: str, phone: str, vote: Vote) -> None:
        """Keep a vote in the place of an earlier one, or raise NotNowError: it is not taken now."""

    async def votes(self, code: str, slot: str) -> Mapping[str, Vote]:
        """Return the votes by phone."""

    async def mine(self, code: str, slots: tuple[str, ...], phone: str) -> list[Vote | None]:
        """Return what one phone has guessed."""

    async def pulse(self, code: str) -> Pulse:
        """Return what there is to hear of a room."""

    async def end(self, code: str) -> None:
        """Leave nothing of a room."""

    async def close(self) -> None:
        """Let go of what the store itself holds."""


def make_store(environment: Mapping[str, str]) -> Store:
    """Return the store that this server is to use: Redis where its address is given."""
    if environment.get(URL):
        # not everyone has the package
        from softmax_app.classroom.in_redis import InRedis

        return InRedis(environment[URL])
    from softmax_app.classroom.in_memory import InMemory

    return InMemory()

"""What every request to a room goes through: bounds, the code, the secret, refusals in words."""

import json
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, Final, NamedTuple

from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from softmax_app.classroom.refusals import (
    GoneError,
    NotOwnError,
    RoomError,
    TooLargeError,
    TooManyError,
)
from softmax_app.classroom.rooms import SECRET, Room, is_owner, read_code
from softmax_app.classroom.store import Store
from softmax_app.server.limits import Allowance, place_of
from softmax_app.server.watching import Watches
from softmax_app.settings.reading import RefusedError
from softmax_app.texts.text import LANGUAGES, Language, language_of_locale

LARGEST: Final = 4096  # bytes of a body
KNOWN: Final = 20_000  # phones that need not be looked up
BEARER: Final = "Bearer "
FRESH: Final = {"Cache-Control": "no-store"}

Endpoint = Callable[[Request], Awaitable[Response]]


class Classrooms:
    """All that a server has of rooms. Codes may be mistyped, but not walked through."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.watches = Watches(store)
        self.wrong_codes = Allowance(most=300, a_second=10)  # of 2³⁰; a class shares an address
        self.openings = Allowance(most=30, a_second=1 / 20)
        self.known: LRUCache[tuple[str, str], bool] = LRUCache(KNOWN)
        self.streams: Counter[str] = Counter()


class WithClassrooms:
    """A middleware that gives the server's rooms to the requests for them."""

    def __init__(self, app: ASGIApp, classrooms: Classrooms) -> None:
        self.app = app
        self.classrooms = classrooms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer."""
        if scope["type"] == "http":
            scope.setdefault("state", {})["classrooms"] = self.classrooms
        await self.app(scope, receive, send)


class Opened(NamedTuple):
    """The room of a request that comes from the browser that opened it, and where it is kept."""

    room: Room
    store: Store


def classrooms_of(request: Request) -> Classrooms:
    """Return the server's rooms."""
    found: Classrooms = request.state.classrooms
    return found


def language_of(request: Request) -> Language:
    """Return the language that an address asks for, or else the browser."""
    asked = request.query_params.get("lang")
    found = next((one for one in LANGUAGES if one == asked), None)
    return found or language_of_locale(request.headers.get("Accept-Language"))


def answering(endpoint: Endpoint) -> Endpoint:
    """Have an endpoint's refusals answered: the sentence, with its status."""

    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except RefusedError as refused:
            status = refused.status if isinstance(refused, RoomError) else 400
            headers = {**FRESH, **({"Retry-After": "1"} if status == 429 else {})}
            sentence = refused.reason.say(language_of(request))
            return PlainTextResponse(sentence, status, headers)

    return answer


async def body_of(request: Request) -> dict[str, Any]:
    """Return the object that a request brings, or raise RefusedError."""
    parts: list[bytes] = []
    async for part in request.stream():
        parts.append(part)
        if sum(map(len, parts)) > LARGEST:
            raise TooLargeError
    try:
        found = json.loads(b"".join(parts))
    except (ValueError, RecursionError):
        raise RoomError from None
    if not isinstance(found, dict):
        raise RoomError
    return found


async def found(request: Request, phone: str = "") -> Room:
    """Return the room of a request's code, or raise RefusedError.

    Where many codes were wrong, no more are looked up for a while, but for phones that are known.
    """
    code = read_code(request.path_params["code"])
    classrooms, place = classrooms_of(request), place_of(request)
    is_known = (code, phone) in classrooms.known
    if not is_known and not classrooms.wrong_codes.has(place):
        raise TooManyError
    try:
        room = await classrooms.store.room(code)
        if phone and not is_known:
            await classrooms.store.join(code, phone)
            classrooms.known[code, phone] = True
    except GoneError:
        classrooms.wrong_codes.take(place)
        classrooms.known.pop((code, phone), None)
        raise
    return room


async def opened(request: Request) -> Opened:
    """Return the room of a request with its secret, or raise RefusedError."""
    secret = request.headers.get("Authorization", "").removeprefix(BEARER)
    if not SECRET.fullmatch(secret):
        raise NotOwnError
    room = await found(request)
    if not is_owner(room, secret):
        raise NotOwnError
    return Opened(room, classrooms_of(request).store)

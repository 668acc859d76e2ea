"""A room's addresses for the browser that opened it: it alone has the secret that these ask for."""

import time
from functools import partial
from typing import Any, Final

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from softmax_app.classroom.phases import PHASES, Phase
from softmax_app.classroom.refusals import FullError, NotOwnError, RoomError, TooManyError
from softmax_app.classroom.rooms import (
    SECRET,
    Room,
    code_of,
    is_owner,
    moved,
    new_secret,
    owner_of,
    put,
)
from softmax_app.server.limits import place_of
from softmax_app.server.room_request import (
    FRESH,
    answering,
    body_of,
    classrooms_of,
    opened,
)
from softmax_app.server.room_seen import events, said, seen, take_away

TRIES: Final = 3  # to find a code that no room has
ONE_AT_A_TIME: Final = CapacityLimiter(1)  # what is slow on purpose holds up nobody else

JSON = dict[str, Any]


async def open_room(request: Request) -> Response:
    """Open a room, or go on with the one of this secret."""
    classrooms = classrooms_of(request)
    if not classrooms.openings.take(place_of(request)):
        raise TooManyError
    body = await body_of(request)
    given = body.get("secret")
    if given is not None and not (isinstance(given, str) and SECRET.fullmatch(given)):
        raise RoomError
    question, phase = _question(body), _phase(body, "open")
    for _ in range(TRIES):
        secret = given or new_secret()
        code = await to_thread.run_sync(code_of, secret, limiter=ONE_AT_A_TIME)
        empty = Room(code, owner_of(secret), int(1000 * time.time()))
        room = put(empty, question, phase)
        kept = await classrooms.store.open(room)
        if is_owner(kept, secret):
            now = said(kept, await classrooms.store.pulse(code))
            answer = {"code": code, "secret": secret, "room": now}
            return JSONResponse(answer, 201 if kept == room else 200, FRESH)
        if given:
            raise NotOwnError
    raise FullError


async def move(request: Request) -> Response:
    """Put another question to the room, or move the one in hand to another phase."""
    room, store = await opened(request)
    body = await body_of(request)
    question = _question(body)
    if "phase" in body:
        change = partial(moved, question=question, phase=_phase(body))
    else:
        change = partial(put, question=question)
    after = await store.change(room.code, change)
    return JSONResponse(said(after, await store.pulse(room.code)), headers=FRESH)


async def end(request: Request) -> Response:
    """End the room."""
    room, store = await opened(request)
    await store.end(room.code)
    return Response(status_code=204)


def _question(body: JSON) -> str:
    question = body.get("question")
    if question is not None and not isinstance(question, str):
        raise RoomError
    return question or ""


def _phase(body: JSON, otherwise: Phase | None = None) -> Phase:
    asked = body.get("phase", otherwise)
    for phase in PHASES:
        if asked == phase:
            return phase
    raise RoomError


ROUTES: Final = [
    Route("/room", answering(open_room), methods=["POST"]),
    Route("/room/{code}", answering(end), methods=["DELETE"]),
    Route("/room/{code}/move", answering(move), methods=["POST"]),
    Route("/room/{code}/tally", answering(seen)),
    Route("/room/{code}/answers.csv", answering(take_away)),
    Route("/room/{code}/events", answering(events)),
]

"""A room's addresses for phones: the page, how the room stands, and a vote."""

import asyncio
import time
from contextlib import suppress
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from softmax_app.classroom import spoken
from softmax_app.classroom.phases import round_taken
from softmax_app.classroom.refusals import NotNowError, RoomError
from softmax_app.classroom.rooms import PHONE, Room, Vote, read_code, slot
from softmax_app.classroom.rules import get_question, read_guess
from softmax_app.classroom.store import Store
from softmax_app.server.phone_page import POLICY, phone_page
from softmax_app.server.room_request import (
    FRESH,
    answering,
    body_of,
    classrooms_of,
    found,
    language_of,
)
from softmax_app.settings.reading import RefusedError
from softmax_app.texts import room as texts
from softmax_app.texts.text import Language

KEPT_WAITING: Final = 25  # s: proxies give up after 30 or 60
MOST_WAITING: Final = 2_000
PAUSE: Final = 5  # s between two questions where no more can be kept waiting
NOT_KEPT: Final = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}
SAFE: Final = {"Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer"}

JSON = dict[str, Any]


async def enter(request: Request) -> Response:
    """Answer with the page that asks for a code."""
    return HTMLResponse(phone_page(language_of(request), ""), headers=NOT_KEPT | SAFE)


async def page(request: Request) -> Response:
    """Answer with a phone's page; whether there is such a room, it asks itself."""
    language = language_of(request)
    try:
        content, status = phone_page(language, read_code(request.path_params["code"])), 200
    except RefusedError as refused:
        content, status = phone_page(language, "", refused.reason.say(language)), 404
    return HTMLResponse(content, status, NOT_KEPT | SAFE)


async def state(request: Request) -> Response:
    """Answer with how the room stands, once that is not what the phone has seen."""
    phone = _phone(request.query_params.get("phone"))
    room = await found(request, phone)
    classrooms = classrooms_of(request)
    pause = 0
    if str(room.revision) == request.query_params.get("seen"):
        if classrooms.watches.waiting < MOST_WAITING:
            await _moved(request, room)
            room = await classrooms.store.room(room.code)
        else:
            pause = PAUSE
    said = await _said(room, classrooms.store, phone, language_of(request))
    return JSONResponse(said | {"pause": pause}, headers=FRESH)


async def vote(request: Request) -> Response:
    """Keep a guess, if its vote is taken now."""
    body = await body_of(request)
    phone = _phone(body.get("phone"))
    room = await found(request, phone)
    name, which = body.get("question"), body.get("round")
    if not isinstance(name, str) or type(which) is not int:
        raise RoomError
    guess = read_guess(get_question(name), body.get("guess"))
    if name != room.question:
        raise NotNowError(texts.ELSEWHERE)
    store = classrooms_of(request).store
    await store.vote(room.code, slot(name, which), phone, Vote(guess, time.time()))
    return JSONResponse({"mine": guess}, headers=FRESH)


def _phone(text: object) -> str:
    if not isinstance(text, str) or not PHONE.fullmatch(text):
        raise RoomError
    return text


async def _moved(request: Request, room: Room) -> None:
    """Wait until a room moves, or the phone goes away, or for so long as a proxy does."""
    watches = classrooms_of(request).watches
    async with watches.watch(room.code) as watch:
        has_moved = watch.pulse is None or watch.pulse.revision != room.revision
        if has_moved or watches.is_over:
            return
        moved = asyncio.create_task(watch.moved.wait())
        gone = asyncio.create_task(_gone(request))
        try:
            await asyncio.wait(
                (moved, gone), timeout=KEPT_WAITING, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            for task in (moved, gone):
                task.cancel()


async def _gone(request: Request) -> None:
    with suppress(Exception):
        while (await request.receive())["type"] != "http.disconnect":
            pass


async def _said(room: Room, store: Store, phone: str, language: Language) -> JSON:
    place = room.place
    said: JSON = {
        "revision": room.revision,
        "question": room.question or None,
        "phase": place and place.phase,
        "takes": (place and round_taken(place.phase)) or 0,
        "asked": None,
        "mine": [None, None],
        "outcome": None,
    }
    if place is None:
        return said
    question = get_question(room.question)
    slots = (slot(room.question, 1), slot(room.question, 2))
    votes = await store.mine(room.code, slots, phone)
    mine = [one.guess if one else None for one in votes]
    said |= {"asked": spoken.asked(question, language), "mine": mine}
    if place.phase == "answer":
        own = mine[1] or mine[0] or ()
        said["outcome"] = spoken.outcome(question, own, language)
    return said


ROUTES: Final = [
    Route("/room", enter),
    Route("/room/{code}", page),
    Route("/room/{code}/state", answering(state)),
    Route("/room/{code}/vote", answering(vote), methods=["POST"]),
]

"""What the browser that opened a room sees of it: votes as far as they may be, live or a file."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from softmax_app.classroom import answers_file
from softmax_app.classroom.refusals import FullError, GoneError, RoomError
from softmax_app.classroom.rooms import Room, slot
from softmax_app.classroom.rules import get_question
from softmax_app.classroom.store import Pulse, Store
from softmax_app.classroom.tally import Tally, Votes, tally
from softmax_app.server.room_request import FRESH, Classrooms, classrooms_of, language_of, opened
from softmax_app.server.watching import PAUSE, Watches

STREAMS: Final = 5  # of a room
BEAT: Final = 15  # s after which a line is known to be alive
SENT: Final = {**FRESH, "X-Accel-Buffering": "no"}  # a proxy is not to wait for more

JSON = dict[str, Any]


async def seen(request: Request) -> Response:
    """Answer with what may be seen of the votes."""
    return JSONResponse(await _seen(*await opened(request)), headers=FRESH)


async def tally_of(request: Request) -> Tally | None:
    """Return what may be seen of the votes on the question in hand, if there is one."""
    return await _tally(*await opened(request))


async def take_away(request: Request) -> Response:
    """Answer with all votes that are over, as a file."""
    room, store = await opened(request)
    answers = [
        (name, place, *await _votes(store, room.code, name)) for name, place in room.places.items()
    ]
    name = f"room-{room.code}.csv"
    headers = {**FRESH, "Content-Disposition": f'attachment; filename="{name}"'}
    text = answers_file.written(answers, language_of(request))
    return Response(text.encode(), 200, headers, "text/csv; charset=utf-8")


async def events(request: Request) -> Response:
    """Answer with what happens in the room, as it happens."""
    room, store = await opened(request)
    classrooms = classrooms_of(request)
    if classrooms.streams[room.code] >= STREAMS:
        raise FullError

    stream = _counted(room.code, store, classrooms)
    return StreamingResponse(stream, 200, SENT, "text/event-stream")


async def _counted(code: str, store: Store, classrooms: Classrooms) -> AsyncIterator[str]:
    classrooms.streams[code] += 1
    try:
        async for one in _events(code, store, classrooms.watches):
            yield one
    except GoneError:
        yield _event("gone", {})
    except RoomError:  # the store is not there for the moment: whoever listens comes again
        pass
    finally:
        classrooms.streams -= Counter([code])


async def _events(code: str, store: Store, watches: Watches) -> AsyncIterator[str]:
    known: Pulse | None = None
    async with watches.watch(code) as watch:
        while (pulse := watch.pulse) is not None and not watches.is_over:
            changed = watch.changed
            if known is None or pulse.revision != known.revision:
                room = await store.room(code)
                yield _event("room", said(room, pulse))
                if (found := await _tally(room, store)) and found.votes:
                    yield _event("tally", await _seen(room, store))
            elif pulse != known:
                yield _event("count", {"answered": pulse.answered, "phones": pulse.phones})
            known = pulse
            await asyncio.sleep(PAUSE)
            try:
                await asyncio.wait_for(changed.wait(), BEAT)
            except TimeoutError:
                yield ": \n\n"
    if pulse is None:
        raise GoneError


def _event(name: str, data: JSON) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def said(room: Room, pulse: Pulse) -> JSON:
    """Return what is said of a room whatever its phase."""
    place = room.place
    return {
        "code": room.code,
        "revision": room.revision,
        "question": room.question or None,
        "phase": place and place.phase,
        "shown": bool(place and place.shown),
        "answered": pulse.answered,
        "phones": pulse.phones,
    }


async def _tally(room: Room, store: Store) -> Tally | None:
    if room.place is None:
        return None
    votes = await _votes(store, room.code, room.question)
    return tally(get_question(room.question), room.place, *votes)


async def _votes(store: Store, code: str, question: str) -> tuple[Votes, Votes]:
    first, second = slot(question, 1), slot(question, 2)
    return (await store.votes(code, first), await store.votes(code, second))


async def _seen(room: Room, store: Store) -> JSON:
    found = await _tally(room, store)
    now = said(room, await store.pulse(room.code))
    votes = found.votes if found else ()
    moves = found.moved._asdict() if found and found.moved else None
    return now | {"votes": votes, "truth": found and found.truth, "moved": moves}

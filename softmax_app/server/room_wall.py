"""A room as the projector shows it: the same JSON as the page's own parts, for each phase anew."""

import base64
import re
from functools import partial
from typing import Any, Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from softmax_app.classroom.panels import Door
from softmax_app.classroom.refusals import NotNowError, RoomError
from softmax_app.classroom.rooms import Room
from softmax_app.classroom.store import Pulse
from softmax_app.classroom.tally import Tally
from softmax_app.classroom.wall import wall
from softmax_app.live.arrays import packed
from softmax_app.live.payload import part_json
from softmax_app.server.room_request import FRESH, answering, language_of, opened
from softmax_app.server.room_seen import tally_of
from softmax_app.settings import Settings
from softmax_app.texts import room as refusals
from softmax_app.texts import room_wall as texts
from softmax_app.texts.text import Language

ADDRESS: Final = re.compile(r"https?://[^\s\"<>?#]{1,200}/")  # of an app, as a browser tells it


async def on_the_wall(request: Request) -> Response:
    """Answer with what is projected of the question in hand."""
    room, store = await opened(request)
    root = request.query_params.get("root", "")
    if not ADDRESS.fullmatch(root):
        raise RoomError
    tally = await tally_of(request)
    if tally is None:
        raise NotNowError(refusals.ELSEWHERE)
    pulse = await store.pulse(room.code)
    language = language_of(request)
    made = partial(_drawn, room, tally, pulse, root, language)
    return JSONResponse(await to_thread.run_sync(made), headers=FRESH)


def _drawn(room: Room, tally: Tally, pulse: Pulse, root: str, language: Language) -> dict[str, Any]:
    shown = wall(tally, Door(root, room.code), pulse.phones, language)
    return {
        "revision": room.revision,
        "question": room.question,
        "phase": tally.phase,
        "language": language,
        "part": part_json(shown.part, "", Settings(), {}),
        "now": base64.b64encode(packed({}, shown.now)).decode("ascii"),
        "events": shown.events,
        "words": {"lost": texts.LOST.say(language), "again": texts.AGAIN.say(language)},
    }


ROUTES: Final = [Route("/room/{code}/wall", answering(on_the_wall))]

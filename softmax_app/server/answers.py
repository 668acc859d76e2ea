"""The addresses of our own: sweeps and answers, as bytes that browsers and proxies may keep.

``course/<version>/<page>/first?done=…&<link of the page>`` gives all that is first seen of it,
``course/<version>/<page>/sweep/<control>?<link of the page>`` the arrays along a control,
``course/<version>/<page>/answer?state=…&events=…`` what changes by what was done. Each follows
from its address alone. Home's name is ``home``.
"""

import gzip
from collections.abc import Awaitable, Callable
from typing import Final, TypeVarTuple

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from softmax_app import course
from softmax_app.live import answers, by_name
from softmax_app.server.aside import aside
from softmax_app.server.room_request import language_of
from softmax_app.settings.reading import RefusedError
from softmax_app.texts import common

HOME: Final = "home"
BYTES: Final = "application/octet-stream"
FOR_GOOD: Final = {"Cache-Control": "public, max-age=31536000, immutable"}

Arguments = TypeVarTuple("Arguments")


async def first(request: Request) -> Response:
    """Answer with what is first seen of a page; the session then finds its scene at hand here."""
    query = dict(request.query_params)
    made = await _made(
        request, by_name.first, query, query.pop("done", ""), where=to_thread.run_sync
    )
    return made if isinstance(made, Response) else _zipped(request, made)


async def sweep(request: Request) -> Response:
    """Answer with the arrays along a control."""
    control = request.path_params["control"]
    made = await _made(request, by_name.sweep, dict(request.query_params), control)
    return made if isinstance(made, Response) else _zipped(request, made)


async def answer(request: Request) -> Response:
    """Answer with what changes by what was done."""
    query = request.query_params
    state, events = query.get("state", ""), query.get("events", "")
    made = await _made(request, by_name.answer, state, events)
    return made if isinstance(made, Response) else Response(made, 200, FOR_GOOD, BYTES)


async def _made(
    request: Request,
    make: Callable[[str, *Arguments], bytes],
    *arguments: *Arguments,
    where: Callable[..., Awaitable[bytes]] = aside,
) -> bytes | Response:
    """Return what is made of a page, or the sentence that says why it is not."""
    path = request.path_params
    name = "" if path["page"] == HOME else path["page"]
    language = language_of(request)
    if path["version"] != answers.VERSION or course.page(name).name != name:
        return PlainTextResponse(common.BROKEN_ADDRESS.say(language), 404)
    try:
        return await where(make, name, *arguments)
    except RefusedError as refused:
        return PlainTextResponse(refused.reason.say(language), 400)


def _zipped(request: Request, data: bytes) -> Response:
    headers = {**FOR_GOOD, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(gzip.decompress(data), 200, headers, BYTES)
    return Response(data, 200, {**headers, "Content-Encoding": "gzip"}, BYTES)


ROUTES: Final = [
    Route("/course/{version}/{page}/first", first),
    Route("/course/{version}/{page}/sweep/{control}", sweep),
    Route("/course/{version}/{page}/answer", answer),
]

"""The addresses of our own: sweeps and answers, as bytes that browsers and proxies may keep.

``course/<version>/<page>/sweep/<control>?<link of the page>`` gives the arrays along a control,
``course/<version>/<page>/answer?state=…&events=…`` what changes by what was done. Each follows
from its address alone. Home's name is ``home``.
"""

import gzip
import json
from collections.abc import Callable
from functools import partial
from typing import Final

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from softmax_app import course
from softmax_app.kit.lesson import Page
from softmax_app.live import answers
from softmax_app.settings.reading import RefusedError
from softmax_app.texts import common
from softmax_app.texts.text import Language

HOME: Final = "home"
BYTES: Final = "application/octet-stream"
FOR_GOOD: Final = {"Cache-Control": "public, max-age=31536000, immutable"}
AT_ONCE: Final = CapacityLimiter(1)  # one after the other: two contend for the interpreter


async def sweep(request: Request) -> Response:
    """Answer with the arrays along a control."""

    def make(page: Page) -> bytes:
        return answers.sweep(page, dict(request.query_params), request.path_params["control"])

    made = await _made(request, make)
    return made if isinstance(made, Response) else _zipped(request, made)


async def answer(request: Request) -> Response:
    """Answer with what changes by what was done."""
    query = request.query_params

    def make(page: Page) -> bytes:
        events = _events(query.get("events", ""))
        return answers.answer(page, query.get("state", ""), events)

    made = await _made(request, make)
    return made if isinstance(made, Response) else Response(made, 200, FOR_GOOD, BYTES)


async def _made(request: Request, make: Callable[[Page], bytes]) -> bytes | Response:
    """Return what is made of a page, or the sentence that says why it is not."""
    path = request.path_params
    page = course.HOME if path["page"] == HOME else course.find(path["page"])
    language: Language = "zh" if request.query_params.get("lang") == "zh" else "en"
    if page is None or path["version"] != answers.VERSION:
        return PlainTextResponse(common.BROKEN_ADDRESS.say(language), 404)
    try:
        return await to_thread.run_sync(partial(make, page), limiter=AT_ONCE)
    except RefusedError as refused:
        return PlainTextResponse(refused.reason.say(language), 400)


def _events(text: str) -> list[tuple[str, str]]:
    try:
        return [(str(event), str(value)) for event, value in json.loads(text)]
    except (ValueError, TypeError, RecursionError):
        raise RefusedError(common.BROKEN_ADDRESS) from None


def _zipped(request: Request, data: bytes) -> Response:
    headers = {**FOR_GOOD, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(gzip.decompress(data), 200, headers, BYTES)
    return Response(data, 200, {**headers, "Content-Encoding": "gzip"}, BYTES)


ROUTES: Final = [
    Route("/course/{version}/{page}/sweep/{control}", sweep),
    Route("/course/{version}/{page}/answer", answer),
]

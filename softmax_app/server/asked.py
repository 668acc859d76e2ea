"""Asking the app behind a middleware, and changing what it says at the head of its answer."""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLAIN: Final = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range")
ZIPPED: Final = {"Content-Encoding": "gzip"}


async def whole_answer(app: ASGIApp, scope: Scope, receive: Receive) -> Response:
    """Return what the app answers to a GET of all of it, as it is."""
    parts: list[bytes] = []
    answer = Response()

    async def take(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status_code, answer.raw_headers = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    headers = [(name, value) for name, value in scope["headers"] if name.lower() not in PLAIN]
    await app(dict(scope, method="GET", headers=headers), receive, take)
    answer.body = b"".join(parts)
    return answer


async def send_answer(answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Send an answer: its head alone where only that was asked for, or the browser has the rest."""
    etag = answer.headers.get("ETag")
    known = _header(scope, b"if-none-match")
    if etag and answer.status_code == 200 and etag in known.replace("W/", "").split(", "):
        del answer.headers["Content-Length"]
        answer.status_code = 304
    if scope["method"] == "HEAD" or answer.status_code == 304:
        answer.body = b""
    await answer(scope, receive, send)


def with_headers(send: Send, headers: Mapping[str, str]) -> Send:
    """Return a ``send`` that adds headers to an answer that holds what was asked for."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] in (200, 206, 304):
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return sending


def takes_gzip(scope: Scope) -> bool:
    """Does a browser take an answer compressed by gzip?"""
    for one in _header(scope, b"accept-encoding").lower().split(","):
        name, _, quality = one.strip().partition(";")
        if name == "gzip":
            return quality.replace(" ", "") not in ("q=0", "q=0.0")
    return False


def _header(scope: Scope, name: bytes) -> str:
    found = [value for key, value in scope["headers"] if key.lower() == name]
    return b", ".join(found).decode("latin-1")

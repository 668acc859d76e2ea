"""The HTML that comes first, with what a reader sees before Streamlit's page is there."""

import gzip
import hashlib
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from softmax_app import course
from softmax_app.cookie import COOKIE, read
from softmax_app.kit.lesson import Page
from softmax_app.server.asked import ZIPPED, send_answer, takes_gzip, whole_answer
from softmax_app.server.first_words import with_first_words
from softmax_app.texts.text import language_of_locale

HEADERS: Final = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Accept-Encoding, Cookie"}


class FirstPicture:
    """A middleware that puts a page's first words into the HTML that Streamlit sends for it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a page of the course, or let the app answer."""
        page = _page(scope)
        if page is None:
            await self.app(scope, receive, send)
            return
        answer = await whole_answer(self.app, scope, receive)
        is_html = answer.headers.get("Content-Type", "").startswith("text/html")
        if answer.status_code == 200 and is_html:
            request = Request(scope)
            language = language_of_locale(request.headers.get("Accept-Language"))
            html = bytes(answer.body).decode()
            done = read(request.cookies.get(COOKIE, "")).done
            html = with_first_words(html, page, request.query_params, language, done)
            answer = _answer(html, compressed=takes_gzip(scope))
        await send_answer(answer, scope, receive, send)


def _page(scope: Scope) -> Page | None:
    """Return the page of the course that an address means."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    name = scope["path"].rpartition("/")[2]
    return course.find(name) if name else course.HOME


def _answer(html: str, *, compressed: bool) -> Response:
    content = html.encode()
    headers = HEADERS
    if compressed:
        content = gzip.compress(content, mtime=0)
        headers = headers | ZIPPED
    tag = hashlib.blake2s(content, digest_size=8).hexdigest()
    return Response(content, 200, {**headers, "ETag": f'"{tag}"'}, "text/html")

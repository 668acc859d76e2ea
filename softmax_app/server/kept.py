"""Scripts and styles, compressed once and kept, where Streamlit sends most of them as they are.

A file that is kept has a name that changes with its content: a browser may keep it for good, and
nothing that is kept here becomes false. Where compressed bytes were not asked for, the app answers.
"""

import gzip
import hashlib
import re
from asyncio import Future, Task, create_task, get_running_loop, shield
from collections.abc import Sequence
from functools import partial
from typing import Final

from anyio import CapacityLimiter, to_thread
from cachetools import LRUCache
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from softmax_app.server.asked import (
    ZIPPED,
    send_answer,
    takes_gzip,
    whole_answer,
    with_headers,
)

NAMED_BY_CONTENT: Final = re.compile(
    r"/(static/(js|css)|app/static/(live|plotly)-[\w.]+)/[\w.~-]+\.(js|css|woff2)"
)
TYPES: Final = ("text/javascript", "application/javascript", "text/css")
COMPRESSED: Final = ".woff2"  # a font is so by itself
FOR_GOOD: Final = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Vary": "Accept-Encoding",
}
ROOM: Final = 16 * 2**20  # bytes of compressed files; all that the course needs are 3 MB
LEVEL: Final = 9
AT_ONCE: Final = CapacityLimiter(1)  # a second one would only contend with what readers wait for


class Kept:
    """A middleware that answers with compressed files; those in ``ready`` before one asks."""

    def __init__(self, app: ASGIApp, ready: Sequence[str] = ()) -> None:
        self.app = app
        self.ready = ready
        self.files: LRUCache[str, Response] = LRUCache(ROOM, getsizeof=lambda file: len(file.body))
        self.coming: dict[str, Task[Response]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the app answer."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, self._starting(send))
        elif not _is_named_by_content(scope):
            await self.app(scope, receive, send)
        elif not takes_gzip(scope) or scope["path"].endswith(COMPRESSED):
            await self.app(scope, receive, with_headers(send, FOR_GOOD))
        else:
            file = self.files.get(scope["path"]) or await self._file(scope)
            answer = Response(file.body, file.status_code)
            answer.raw_headers = list(file.raw_headers)
            await send_answer(answer, scope, receive, send)

    async def _file(self, scope: Scope) -> Response:
        """Return a file that is not kept yet; who asks meanwhile waits for the same."""
        path = scope["path"]
        if path not in self.coming:
            self.coming[path] = create_task(self._fetch(scope))
        return await shield(self.coming[path])

    async def _fetch(self, scope: Scope) -> Response:
        path = scope["path"]
        try:
            file = await whole_answer(self.app, scope, _nothing)
            if file.status_code == 200 and file.headers["Content-Type"].startswith(TYPES):
                await to_thread.run_sync(partial(_compress, file), limiter=AT_ONCE)
                self.files[path] = file
            return file
        finally:
            del self.coming[path]

    def _starting(self, send: Send) -> Send:
        """Return a ``send`` that has the files made ready once the app has started."""

        async def sending(message: Message) -> None:
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                self.preparing = create_task(self._prepare())

        return sending

    async def _prepare(self) -> None:
        for path in self.ready:
            scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode()}
            scope |= {"query_string": b"", "headers": [], "root_path": "", "scheme": "http"}
            await self._file(scope)


async def _nothing() -> Message:
    """Wait for what never comes: no reader of what is made ready goes away."""
    never: Future[Message] = get_running_loop().create_future()
    return await never


def _is_named_by_content(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    is_whole = all(name.lower() != b"range" for name, _ in scope["headers"])
    found = NAMED_BY_CONTENT.search(scope["path"])
    return is_whole and found is not None and found.end() == len(scope["path"])


def _compress(file: Response) -> None:
    file.body = gzip.compress(file.body, LEVEL, mtime=0)
    digest = hashlib.blake2s(file.body, digest_size=8).hexdigest()
    file.headers.update({**FOR_GOOD, **ZIPPED, "ETag": f'"{digest}"'})
    file.headers["Content-Length"] = str(len(file.body))

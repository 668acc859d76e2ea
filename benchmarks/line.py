"""An HTTP connection as a browser keeps it, which counts the bytes that come."""

import asyncio
import gzip
from contextlib import suppress
from typing import Final, NamedTuple
from urllib.parse import urlsplit

HEADERS: Final = (
    "Accept: */*\r\n"
    "Accept-Encoding: gzip, deflate, br, zstd\r\n"
    "Accept-Language: en-US,en;q=0.9\r\n"
    "Connection: keep-alive\r\n"
    "Sec-Fetch-Dest: empty\r\n"
    "Sec-Fetch-Mode: cors\r\n"
    "Sec-Fetch-Site: same-origin\r\n"
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) benchmarks.classroom\r\n"
)
BUFFER: Final = 2**20  # bytes
BYTES: Final = "application/octet-stream"


class Reply(NamedTuple):
    """How an answer begins, and where the rest of it comes from."""

    status: str
    fields: dict[str, str]
    body: asyncio.StreamReader


class Found(NamedTuple):
    """What is at an address, as it came."""

    data: bytes
    is_zipped: bool

    def read(self) -> bytes:
        """Return the bytes as they are meant."""
        return gzip.decompress(self.data) if self.is_zipped else self.data


class Line:
    """One connection, opened when it is needed, and again when the server has closed it."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host = parts.hostname or ""
        self.port = parts.port or 80
        self.received = 0  # bytes, heads included
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Found:
        """Return the bytes at an address of the course's own."""
        return await self.ask("GET", path, BYTES)

    async def ask(
        self, method: str, path: str, kind: str, body: bytes = b"", more: str = ""
    ) -> Found:
        """Return what is answered; ask once more where the connection was idle for too long."""
        try:
            return await self._ask(method, path, kind, body, more)
        except (asyncio.IncompleteReadError, ConnectionError):
            await self.close()
            return await self._ask(method, path, kind, body, more)

    async def send(self, method: str, path: str, body: bytes = b"", more: str = "") -> Reply:
        """Ask, and return what is said before the answer's body."""
        if self.streams is None:
            self.streams = await asyncio.open_connection(self.host, self.port, limit=BUFFER)
        reader, writer = self.streams
        own = f"Host: {self.host}:{self.port}\r\n{more}"
        own += f"Content-Length: {len(body)}\r\n" if body else ""
        writer.write(f"{method} {path} HTTP/1.1\r\n{own}{HEADERS}\r\n".encode() + body)
        head = await reader.readuntil(b"\r\n\r\n")
        self.received += len(head)
        return Reply(*_read_head(head), reader)

    async def _ask(self, method: str, path: str, kind: str, body: bytes, more: str) -> Found:
        status, fields, reader = await self.send(method, path, body, more)
        found = await reader.readexactly(int(fields["content-length"]))
        self.received += len(found)
        if status not in ("200", "201") or not fields["content-type"].startswith(kind):
            raise RuntimeError(f"{path}: {status} {found[:200]!r}")
        return Found(found, fields.get("content-encoding") == "gzip")

    async def close(self) -> None:
        """Close the connection."""
        if self.streams is not None:
            _, writer = self.streams
            self.streams = None
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


def _read_head(head: bytes) -> tuple[str, dict[str, str]]:
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return first.split()[1], {name.lower(): value.strip() for name, _, value in pairs}

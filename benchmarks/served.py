"""A server of its own for a measurement, and what it uses of the machine.

All of its processes count: it may have some compute beside it.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from psutil import NoSuchProcess, Process

from tests.browser.server import course_server


class Used(NamedTuple):
    """Seconds of CPU that a process has used so far, and bytes of memory that it holds."""

    cpu: float
    memory: int


class Served(NamedTuple):
    """A running server."""

    address: str
    pid: int

    def cpu(self) -> float:
        """Return the seconds of CPU that it has used so far."""
        return sum(one.cpu for one in self.used().values())

    def memory(self) -> int:
        """Return the bytes of memory that it holds."""
        return sum(one.memory for one in self.used().values())

    def used(self) -> dict[int, Used]:
        """Return what its own process uses and those that it has started, by their numbers."""
        own = Process(self.pid)
        found = {own.pid: _used(own)}
        for one in own.children():
            with suppress(NoSuchProcess):  # it has ended meanwhile
                found[one.pid] = _used(one)
        return found


def _used(process: Process) -> Used:
    times = process.cpu_times()
    return Used(times.user + times.system, process.memory_info().rss)


@contextmanager
def serve(script: str) -> Iterator[Served]:
    """Start a script as the README starts the course, and stop it at the end."""
    with (
        tempfile.TemporaryDirectory() as folder,
        course_server(Path(folder) / "log.txt", script=script) as started,
    ):
        yield Served(*started)

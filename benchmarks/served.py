"""A server of its own for a measurement, and what it uses of the machine (Linux).

All of its processes count: it may have some compute beside it.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.browser.server import course_server

TICKS: Final = os.sysconf("SC_CLK_TCK")
ENDED: Final = "Z"  # and not yet waited for


@dataclass(frozen=True)
class Served:
    """A running server."""

    address: str
    pid: int

    def cpu(self) -> float:
        """Return the seconds of CPU that it has used so far."""
        return sum(map(cpu, self.processes()))

    def memory(self) -> int:
        """Return the bytes of memory that it holds."""
        return sum(map(memory, self.processes()))

    def processes(self) -> list[int]:
        """Return its own process and those that it has started and that have not ended."""
        files = Path(f"/proc/{self.pid}/task").glob("*/children")
        children = [int(one) for file in files for one in file.read_text("utf-8").split()]
        return [self.pid, *(one for one in children if fields(one)[0] != ENDED)]


def fields(process: int) -> list[str]:
    """Return what the system tells of a process, from its state on."""
    return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()


def cpu(process: int) -> float:
    """Return the seconds of CPU that a process has used so far."""
    user, system = fields(process)[11:13]
    return (int(user) + int(system)) / TICKS


def memory(process: int) -> int:
    """Return the bytes of memory that a process holds."""
    for line in Path(f"/proc/{process}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return 1024 * int(line.split()[1])
    raise RuntimeError("the server has ended")


@contextmanager
def serve(script: str) -> Iterator[Served]:
    """Start a script as the README starts the course, and stop it at the end."""
    with (
        tempfile.TemporaryDirectory() as folder,
        course_server(Path(folder) / "log.txt", script=script) as started,
    ):
        yield Served(*started)

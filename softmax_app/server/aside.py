"""Computes beside the server: in processes of their own, where the machine has several cores.

In the server's own process it would share the interpreter with Streamlit's sessions and with
whoever asks for a file, and each would wait for the others. One process alone would stand still
while its last answer is sent and the next question comes: there are two at least.
"""

import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final, TypeVar, TypeVarTuple

from anyio import BrokenWorkerProcess, CapacityLimiter, create_task_group, to_process, to_thread

from softmax_app.live import by_name

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")

CORES: Final = os.cpu_count() or 1
MOST: Final = 3  # processes: each holds as much memory as the server itself
AT_ONCE: Final = CapacityLimiter(min(CORES, MOST))


async def aside(function: Callable[[*Arguments], Result], *arguments: *Arguments) -> Result:
    """Return what a function makes of its arguments, without holding up the server."""
    if CORES > 1:
        try:
            return await to_process.run_sync(function, *arguments, limiter=AT_ONCE)
        except BrokenWorkerProcess:  # it was killed, and the next one will be another
            pass
    return await to_thread.run_sync(function, *arguments, limiter=AT_ONCE)


@asynccontextmanager
async def ready(_app: object) -> AsyncIterator[Mapping[str, Any]]:
    """Have the processes ready before someone asks, while the server runs."""
    async with create_task_group() as group:
        for _ in range(int(AT_ONCE.total_tokens)):
            group.start_soon(aside, by_name.version)
        yield {}
        group.cancel_scope.cancel()

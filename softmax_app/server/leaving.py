"""Hearing that the server is to end while it still waits for whoever listens.

It lets every answer come to its end first, however long that takes, and only then says so to the
app; but a stream of events has no end of its own.
"""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

ENDING: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def when_told_to_end(leave: Callable[[], None]) -> Iterator[None]:
    """Have a function called, meanwhile, before the server itself hears of such a signal."""
    if threading.current_thread() is not threading.main_thread():  # which alone hears of signals
        yield
        return
    loop = asyncio.get_running_loop()
    known = {one: hears for one in ENDING if callable(hears := signal.getsignal(one))}

    def hear(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(leave)
        known[signal.Signals(number)](number, frame)

    for one in known:
        signal.signal(one, hear)
    try:
        yield
    finally:
        for one, hears in known.items():
            signal.signal(one, hears)

"""What runs in a thread of its own: in a test's one the loop of a browser may be running."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Found = TypeVar("Found")


def run(reading: Coroutine[Any, Any, Found]) -> Found:
    """Run it to its end, and return what it returns."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, reading).result()

"""A Redis of the tests' own, in a folder that goes with it; nothing is written there."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.server import free_port


def find_redis() -> str | None:
    """Return the path of a Redis on this machine, if there is one."""
    return shutil.which("redis-server")


@contextmanager
def running_redis(here: Path, *options: str) -> Iterator[str]:
    """Run Redis and give its address."""
    program = find_redis()
    if program is None:
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail("the tests of several machines are required, and no Redis was found")
        pytest.skip("no Redis on this machine (Debian: apt-get install redis-server)")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(here)]
    command += ["--save", "", "--appendonly", "no", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    for line in process.stdout:
        if "Ready to accept connections" in line:
            break
    try:
        yield f"redis://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()

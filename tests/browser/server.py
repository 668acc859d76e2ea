"""The app as the README starts it, and the browser it is looked at with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STARTUP = 60  # seconds within which the server must answer


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def start_server(
    log: Path, port: int = 0, *, script: str = "app.py", below: str = ""
) -> tuple[subprocess.Popen[bytes], str]:
    """Start a script as the README does, on a port or a free one; return it and its address.

    ``below`` is the path that it stands below, such as ``/softmax``.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += ["--server.headless=true", f"--server.port={port}", "--server.address=127.0.0.1"]
    command += [f"--server.baseUrlPath={below}"] if below else []
    kept = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # many are started: compiled once
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=kept, stdout=output, stderr=subprocess.STDOUT
        )
    address = f"http://127.0.0.1:{port}{below}"
    deadline = time.monotonic() + STARTUP
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return server, address
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if server.poll() is not None:
                break
            time.sleep(0.05)  # between two looks at the condition
    server.kill()
    raise RuntimeError(f"the server did not start:\n{log.read_text('utf-8')}")


@contextmanager
def course_server(log: Path, *, script: str = "app.py") -> Iterator[tuple[str, int]]:
    """Run a script as ``start_server`` does; yield its address and its process, and stop it."""
    server, address = start_server(log, script=script)
    try:
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(timeout=20)

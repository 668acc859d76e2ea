"""A server that is told to end does so, whoever still listens."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2

from softmax_app.server.room_seen import BEAT
from tests.browser.server import free_port
from tests.server.rooms import BARS, Served, events, phone

ROOT = Path(__file__).parents[2]
ROOMS = "import uvicorn; from tests.server.rooms import app; uvicorn.run(app(), port={port})"
STARTUP = 60  # seconds


def test_no_stream_and_no_phone_that_waits_keeps_a_server_from_its_end():
    port = free_port()
    server = subprocess.Popen([sys.executable, "-c", ROOMS.format(port=port)], cwd=ROOT)
    try:
        client = httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=BEAT / 2)
        with client, ThreadPoolExecutor() as pool:
            wait_for(client)
            served = Served(client)
            room = served.open(question=BARS)
            with client.stream("GET", f"/room/{room.code}/events", headers=room.owner) as stream:
                heard = events(stream.iter_lines())
                _, said = next(heard)
                waiting = pool.submit(served.state, room, phone(1), seen=said["revision"])
                assert next(heard)[0] == "count"  # the phone is in the room
                server.terminate()
                assert "gone" not in [name for name, _ in heard]  # the stream ends, the room not
            assert waiting.result().json()["revision"] == said["revision"]
        server.wait(timeout=BEAT / 2)
    finally:
        server.kill()
        server.wait()


def wait_for(client: httpx2.Client) -> None:
    deadline = time.monotonic() + STARTUP
    while time.monotonic() < deadline:
        try:
            client.get("/room")
            return
        except httpx2.ConnectError:
            time.sleep(0.02)  # between two looks at the condition
    raise AssertionError("the server does not answer")

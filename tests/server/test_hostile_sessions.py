"""Over the real WebSocket and our own addresses, whatever is sent: no error, a bounded answer.

What an answer may cost is counted in the server's own seconds of CPU and bytes of memory, which do
not depend on what else the machine does. ``EVENTS=10000`` sends so many in place of a few dozen; a
failure names the number of the stranger.
"""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from benchmarks.served import Served
from benchmarks.session import PROTOCOLS, STREAM
from softmax_app.kit import carried
from softmax_app.kit.state import State, followed
from softmax_app.live import answers
from softmax_app.server.aside import MOST
from softmax_app.settings import Settings
from softmax_app.settings.link import from_link
from tests.apart import run
from tests.browser.server import course_server
from tests.hostile import PAGES, Hostile
from tests.live.test_answers import unpacked
from tests.server.stranger import LONGEST_LINK, Stranger

EVENTS = int(os.environ.get("EVENTS", "24"))
AT_ONCE = 12  # that one stranger sends
IS_LONG = EVENTS >= 1000  # long enough for the server to have loaded all that it loads once
LONGEST = 1.0 if IS_LONG else 5.0  # s of CPU for an answer
LARGEST = (50 if IS_LONG else 300) * 2**20  # bytes by which the server may grow for it
STRAYED = ("Bad Request", "Not Found")  # so says Streamlit of what is no address of ours at all
MOVED = 301  # says Streamlit of an address with a slash at its end, to the same without it
TOO_LONG = 1009  # as a WebSocket says it
ROOT = f"/course/{answers.VERSION}"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="module")
def served(log: Path) -> Iterator[Served]:
    with course_server(log) as started:
        if IS_LONG:
            for number, page in enumerate(PAGES):
                run(look(Stranger(started[0], number, page)))
        yield Served(*started)


async def look(visitor: Stranger) -> None:
    """Open a page to its end, and leave."""
    await visitor.open()
    if visitor.end[0]:
        await visitor.draw_end(settled=0)
        await visitor.rest()
    await visitor.close()


class Meter:
    """What each answer costs the server."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.worst = (0.0, 0)
        self.before = served.used()

    def read(self, what: object) -> None:
        """Hold what was used since the last reading to its bounds.

        A process that computes ends when it is not needed for minutes, and another one begins: that
        is no answer's cost. There are no more than there may be.
        """
        before, self.before = self.before, self.served.used()
        pairs = [(before[one], now) for one, now in self.before.items() if one in before]
        used, grown = (sum(now[k] - old[k] for old, now in pairs) for k in range(2))
        assert len(self.before) <= 1 + MOST, what
        self.worst = (max(self.worst[0], used), max(self.worst[1], grown))
        assert used <= LONGEST, what
        assert grown <= LARGEST, what


async def visit(served: Served, number: int, meter: Meter, kinds: Counter[str]) -> None:
    """Have one stranger come to a page and misbehave, and after each time behave."""
    stranger = Stranger(served.address, number, PAGES[number % len(PAGES)])
    try:
        await stranger.open()
        for _ in range(AT_ONCE):
            meter.before = meter.served.used()
            kind = await stranger.attack()
            meter.read((number, kind))
            kinds[kind] += 1
            assert stranger.message["link"].isprintable(), number
            page = next(one for one in PAGES if one.name == stranger.message["page"])
            found, repairs = from_link(stranger.link, page.opened(Settings()))
            assert repairs == (), number
            assert State(found).link(page) == stranger.link, number
            await stranger.change()
        assert all(text.isprintable() for text in stranger.said), number
    finally:
        await stranger.close()


def test_whatever_a_tab_reports_no_run_fails_and_the_next_one_works(
    served: Served, log: Path
) -> None:
    meter, kinds = Meter(served), Counter[str]()
    for number in range(-(-EVENTS // AT_ONCE)):
        run(visit(served, number, meter, kinds))
    print(
        f"{kinds.total()} reports, the dearest {meter.worst[0]:.2f} s and {meter.worst[1]:,} bytes"
    )
    assert_quiet(log)


def test_whatever_is_asked_of_our_addresses_is_answered_or_refused_in_a_sentence(
    served: Served, log: Path
) -> None:
    statuses: Counter[int] = Counter()
    meter = Meter(served)
    for number in range(EVENTS):
        page = PAGES[number % len(PAGES)]
        state = followed(page, State(Settings()), {})
        known = list(answers.scene(page, state.settings, answers.NOTHING).events)
        address = Hostile(number).address(ROOT, page, known, carried.written(page, state, ()))
        meter.before = meter.served.used()
        status, kind, body = got(served.address, address[:LONGEST_LINK])
        meter.read((number, address[:200]))
        statuses[status] += 1
        if kind == "application/octet-stream":
            assert unpacked(body)[0].keys() & {"key", "patch", "session"}, number
        elif status == 200:  # a name of nothing, or with a slash: no address of ours
            assert kind.startswith("text/html"), number
        else:
            assert body.decode().endswith((".", "。", *STRAYED)), number
    print(f"{statuses}, the dearest {meter.worst[0]:.2f} s and {meter.worst[1]:,} bytes")
    assert statuses.keys() <= {200, 400, 404}
    assert_quiet(log)


def test_what_is_longer_than_anything_that_a_browser_tells_is_not_read(served: Served) -> None:
    assert run(told(served, b"x" * 2_100_000)) == TOO_LONG
    run(look(Stranger(served.address, 1, PAGES[1])))


async def told(served: Served, message: bytes) -> int | None:
    """Say something as a browser that has just come; return why the server hangs up."""
    address = f"{served.address.replace('http', 'ws', 1)}/{STREAM}"
    async with connect(address, subprotocols=PROTOCOLS) as socket:
        with suppress(ConnectionClosed):  # perhaps before all of it is sent
            await socket.send(message)
        await socket.wait_closed()
        return socket.close_code


def got(server: str, address: str) -> tuple[int, str, bytes]:
    """Return the status, the kind and the body of what is at an address, on a line of its own."""
    with closing(HTTPConnection(server.removeprefix("http://"), timeout=60)) as client:
        client.request("GET", address)
        found = client.getresponse()
        if found.status == MOVED and found.read() == b"":
            client.request("GET", found.headers["Location"])
            found = client.getresponse()
        return found.status, found.headers["Content-Type"], found.read()


def assert_quiet(log: Path) -> None:
    """The server has nothing to say of what went wrong."""
    text = log.read_text("utf-8")
    assert not [line for line in text.splitlines() if "Traceback" in line or "Error" in line], text

"""The addresses of our own, asked as a browser asks them."""

import gzip
import json
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlencode

import pytest
from anyio import CapacityLimiter
from psutil import NoSuchProcess, Process
from starlette.applications import Starlette
from starlette.testclient import TestClient

from softmax_app import course
from softmax_app.kit import carried
from softmax_app.kit.state import State, begun, followed
from softmax_app.live import answers
from softmax_app.live.arrays import packed
from softmax_app.server import aside
from softmax_app.server.answers import ROUTES
from softmax_app.settings import Settings
from softmax_app.texts import common
from tests.live.test_answers import unpacked

FIRST = course.LESSONS[0]
STATE = carried.written(FIRST, State(Settings()), ())
ROOT = f"/course/{answers.VERSION}"
SWEEP = f"{ROOT}/{FIRST.name}/sweep/scores.2?z=4,-4,3"


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(aside, "CORES", 1)
    return TestClient(Starlette(routes=ROUTES))


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A server on a machine of several cores."""
    monkeypatch.setattr(aside, "CORES", 2)
    monkeypatch.setattr(aside, "AT_ONCE", CapacityLimiter(2))
    with TestClient(Starlette(routes=ROUTES, lifespan=aside.ready)) as client:
        yield client


def processes() -> list[Process]:
    """Return the processes that this one has started to compute: no server of other tests."""
    found = []
    for one in Process().children():
        with suppress(NoSuchProcess):  # it has ended meanwhile
            if "anyio.to_process" in one.cmdline():
                found.append(one)
    return found


def asked(state: str, events: str) -> str:
    return f"{ROOT}/{FIRST.name}/answer?{urlencode({'state': state, 'events': events})}"


def test_a_sweep_may_be_kept_for_good_and_is_compressed(client):
    found = client.get(SWEEP)
    assert (found.status_code, found.headers["content-encoding"]) == (200, "gzip")
    assert "immutable" in found.headers["cache-control"]
    assert found.headers["vary"] == "Accept-Encoding"
    plain = client.get(SWEEP, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    link = {"z": "4,-4,3"}
    assert found.content == plain.content
    assert plain.content == gzip.decompress(answers.sweep(FIRST, link, "scores.2"))


@pytest.mark.parametrize("page", course.LESSONS, ids=lambda page: page.name)
def test_what_is_first_seen_of_a_lesson_is_what_its_session_says(client, page):
    link, done = {"lang": "zh", "z": "1,2.5"}, page.items[0].id
    found = client.get(f"{ROOT}/{page.name}/first?{urlencode(link | {'done': done})}")
    assert (found.status_code, found.headers["content-encoding"]) == (200, "gzip")
    assert "immutable" in found.headers["cache-control"]
    state = followed(page, begun(page, "en"), link)
    header, frames = unpacked(found.content)
    seen = answers.drawn(page, state, frozenset([done]))
    assert header | json.loads(json.dumps(seen)) == header
    assert header["version"] == answers.VERSION
    now = answers.scene(page, state.settings, frozenset([done])).now
    assert list(frames) == list(unpacked(packed({}, now))[1])
    nothing_done = client.get(f"{ROOT}/{page.name}/first?{urlencode(link)}")
    assert (nothing_done.content == found.content) is (len(page.items) == 0)


def test_a_link_that_says_nonsense_has_no_first_scene(client):
    found = client.get(f"{ROOT}/{FIRST.name}/first?z=nonsense&lang=zh")
    assert found.status_code == 400
    assert client.get(f"/course/old/{FIRST.name}/first?z=1,2").status_code == 404


def test_what_many_ask_is_made_once(client, monkeypatch):
    link = "z=4,-4,3.25"
    client.get(f"{ROOT}/{FIRST.name}/sweep/scores.2?{link}")
    monkeypatch.setattr(answers, "along", None)  # nothing can be made any more
    again = client.get(
        f"{ROOT}/{FIRST.name}/sweep/scores.2?z=4,-4,-1"
    )  # its own place is no matter
    assert again.status_code == 200


def test_an_answer_is_ours_to_read(client):
    found = client.get(asked(STATE, '[["scores.0","1"]]'))
    assert found.status_code == 200
    assert found.content == answers.answer(FIRST, STATE, [("scores.0", "1")])
    assert found.headers["content-type"] == "application/octet-stream"


def test_every_page_has_its_address(client):
    for page in (course.HOME, *course.LESSONS):
        text = carried.written(page, State(Settings()), ())
        query = urlencode({"state": text, "events": '[["scores.0@wrong","1"]]'})
        found = client.get(f"{ROOT}/{page.name or 'home'}/answer?{query}")
        assert found.status_code in (200, 400)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{ROOT}/{FIRST.name}/sweep/scores.2?z=1,2,x", 400),
        (f"{ROOT}/{FIRST.name}/sweep/nothing?z=1,2,3", 400),
        (f"{ROOT}/{FIRST.name}/answer", 400),
        (asked(STATE, "{"), 400),
        (asked(STATE, "[" * 3000), 400),
        (asked(STATE, "[[1]]"), 400),
        (asked(STATE, "5"), 400),
        (asked(STATE, '[["scores.7","1"]]'), 400),
        (asked("[]", "[]"), 400),
        (f"{ROOT}/nowhere/sweep/scores.2?z=1,2,3", 404),
        (f"/course/old/{FIRST.name}/sweep/scores.2?z=1,2,3", 404),
    ],
)
def test_a_wrong_address_gets_a_sentence(client, address, status):
    for language in ("en", "zh"):
        found = client.get(address + f"{'&' if '?' in address else '?'}lang={language}")
        assert found.status_code == status
        assert found.headers["content-type"].startswith("text/plain")
        assert found.text.endswith("." if language == "en" else "。")


def test_another_process_answers_the_same(beside):
    found = beside.get(SWEEP).content
    assert found == gzip.decompress(answers.sweep(FIRST, {"z": "4,-4,3"}, "scores.2"))
    assert processes()
    refused = beside.get(asked(STATE, "{"))
    assert (refused.status_code, refused.text) == (400, common.BROKEN_ADDRESS.en)


def test_a_process_that_is_killed_is_not_missed(beside):
    before = beside.get(SWEEP)
    for process in processes():
        process.kill()
    again = [beside.get(SWEEP) for _ in range(3)]
    assert [one.content for one in again] == 3 * [before.content]


def test_nothing_is_changed_by_asking(client):
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, SWEEP).status_code == 405

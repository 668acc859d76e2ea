"""Several processes behind a proxy: what needs no session is shared, and one may die."""

import gzip
import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Page, expect

from softmax_app.live.answers import VERSION
from softmax_app.server.safety import OTHER, PAGE
from tests.browser import hand
from tests.browser.conftest import UNTOUCHED, settled, wait_for_figures
from tests.browser.machines import Machines, find_nginx, get, wait_for
from tests.browser.test_line import MENU, drag
from tests.classroom.redis import running_redis
from tests.server.rooms import BARS, Served, events, phone

OPEN = Callable[..., Page]
SWEEP = f"course/{VERSION}/scores_to_probabilities/sweep/scores.0?z=2,3,5"
CACHE = "x-cache-status"
AGAIN = 30_000  # ms: longer than a page waits before it asks again


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    nginx = find_nginx()
    if nginx is None:
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail("the browser tests are required, and no nginx was found")
        pytest.skip("no nginx on this machine (Debian: apt-get install nginx)")
    machines = Machines(tmp_path_factory.mktemp("machines"))
    with (
        running_redis(tmp_path_factory.mktemp("redis")) as url,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("REDIS_URL", url)
        try:
            machines.start(nginx)
            yield machines
        finally:
            machines.stop()


@pytest.fixture
def machines(both: Machines) -> Machines:
    """Two processes that live."""
    both.revive()
    return both


@pytest.fixture
def page(machines: Machines, new_page: OPEN) -> Iterator[Page]:
    """Lesson 1, the only page that has a session."""
    page = new_page()
    wait_for(lambda: not machines.holders(), "an earlier page has its session still")
    page.goto(f"{machines.address}/scores_to_probabilities?lang=en")
    wait_for_figures(page)
    yield page
    page.goto("about:blank")


def kill_holder(machines: Machines) -> str:
    """Kill the process that holds the page's session; return the address of the other."""
    (holder,) = machines.holders()
    machines.kill(holder)
    (other,) = set(machines.servers) - {holder}
    return other


def test_a_class_that_follows_one_link_makes_one_request(machines: Machines) -> None:
    address = f"{machines.address}/{SWEEP}&T=2"
    first = get(address)
    assert (first.status, first.headers[CACHE]) == (200, "MISS")
    with ThreadPoolExecutor(8) as pool:
        others = list(pool.map(get, [address] * 8))
    assert {other.headers[CACHE] for other in others} == {"HIT"}
    assert {other.body for other in others} == {first.body}


def test_what_is_kept_is_compressed_for_those_who_take_it(machines: Machines) -> None:
    address = f"{machines.address}/{SWEEP}"
    plain, zipped = get(address), get(address, accept_encoding="deflate, gzip;q=1.0, br")
    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert get(address).headers[CACHE] == "HIT"
    assert get(address, accept_encoding="gzip").headers[CACHE] == "HIT"


@pytest.mark.parametrize(
    ("address", "status"),
    [(SWEEP.replace(VERSION, "another"), 404), (SWEEP.replace("scores.0", "nothing"), 400)],
)
def test_a_refusal_is_not_kept(machines: Machines, address: str, status: int) -> None:
    for _ in range(2):
        refusal = get(f"{machines.address}/{address}")
        assert (refusal.status, refusal.headers[CACHE]) == (status, "MISS")


def test_scripts_are_kept_and_compressed_and_pages_are_not_kept(
    machines: Machines, page: Page
) -> None:
    names = "performance.getEntriesByType('resource').map((one) => one.name)"
    scripts = [one for one in page.evaluate(names) if re.search("/static/.*[.]js$", one)]
    assert any("/app/static/" in one for one in scripts)
    for script in scripts:
        kept = get(script, accept_encoding="gzip")
        assert kept.headers[CACHE] == "HIT"
        assert len(kept.body) < 1000 or kept.headers["content-encoding"] == "gzip"
    assert CACHE not in get(machines.address).headers


def test_what_browsers_are_told_passes_the_proxy(machines: Machines) -> None:
    page = get(f"{machines.address}/overflow")
    assert {name: page.headers[name.lower()] for name in PAGE} == PAGE
    for _ in range(2):  # the second answer is the proxy's own
        kept = get(f"{machines.address}/{SWEEP}")
        assert {name: kept.headers[name.lower()] for name in OTHER} == OTHER


def test_a_reader_stays_with_one_process(machines: Machines, page: Page) -> None:
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    reader = cookies["softmax_reader"]
    ours = "/course/"  # nginx writes a line once what was asked for is sent and kept
    wait_for(lambda: any(ours in what for what, _ in machines.asked(reader)), "nothing asked")
    assert {whom for _, whom in machines.asked(reader)} == set(machines.holders())


def test_when_a_process_dies_the_page_goes_on(machines: Machines, page: Page) -> None:
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    other = kill_holder(machines)
    drag(page, "scores.0", 110)
    settled(page, "z=1,3,6")  # by the other process: no session is needed
    hand.wait_for_softmax(page, 1, 3, 6)
    wait_for(lambda: machines.holders() == [other], "the page has no session again")
    page.get_by_text("中文", exact=True).click()
    settled(page, "z=1,3,6.*lang=zh")
    page.locator(MENU).nth(2).click()
    settled(page, "why_exp.*z=1,3,6.*lang=zh")
    expect(page.locator('.live [data-control="scores.2"] .field')).to_have_value("6")
    expect(page.locator('.live [data-control="scores.0"] .field')).to_have_value("1")


def test_a_question_asked_while_there_is_no_session_opens(machines: Machines, page: Page) -> None:
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    kill_holder(machines)
    page.locator(".live .offer button").first.click()
    settled(page, "z=2,3,6.*q=tenth")


def test_a_download_comes_from_the_process_that_has_it(
    machines: Machines, page: Page, tmp_path: Path
) -> None:
    """Also where the proxy, had the reader come anew, would have chosen another."""
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    other = kill_holder(machines)
    wait_for(lambda: machines.holders() == [other], "the page has no session again")
    machines.revive()
    page.get_by_text("中文", exact=True).click()
    settled(page, "lang=zh")
    page.locator(".st-key-shelf").scroll_into_view_if_needed()
    code = page.locator('[data-testid="stCode"]').first
    # what was asked of the process that died is asked for again
    expect(code).to_contain_text("[2.0, 3.0, 6.0]", timeout=AGAIN)
    hand.open_code(page)
    with page.expect_download() as file:
        page.get_by_role("button", name=re.compile("CSV")).click()
    saved = tmp_path / "table.csv"
    file.value.save_as(saved)
    assert saved.read_text("utf-8-sig").count("\n") > 3


def test_the_first_press_after_a_process_died_is_heard_and_brings_no_earlier_state_back(
    machines: Machines, page: Page
) -> None:
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    page.get_by_role("button", name="Start over").click()
    settled(page, UNTOUCHED)
    hand.wait_for_softmax(page, 2, 3, 5)
    other = kill_holder(machines)
    wait_for(lambda: machines.holders() == [other], "the page has no session again")
    page.get_by_text("中文", exact=True).click()
    settled(page, f"{UNTOUCHED}.*lang=zh")
    hand.wait_for_softmax(page, 2, 3, 5)


def test_what_another_page_shows_is_not_lost(machines: Machines, page: Page) -> None:
    page.goto(f"{machines.address}/scores_to_probabilities?lang=en&T=2")
    wait_for_figures(page)
    page.locator(MENU).nth(2).click()
    settled(page, "why_exp")
    wait_for_figures(page)
    wait_for(lambda: len(machines.holders()) == 1, "the page before has its session still")
    other = kill_holder(machines)
    wait_for(lambda: machines.holders() == [other], "the page has no session again")
    page.locator(MENU).nth(1).click()
    settled(page, "scores_to_probabilities.*T=2")


def test_the_page_s_end_is_drawn_by_another_process(machines: Machines, page: Page) -> None:
    drag(page, "scores.2", 160)
    settled(page, "z=2,3,6")
    other = kill_holder(machines)
    wait_for(lambda: machines.holders() == [other], "the page has no session again")
    page.locator(".st-key-shelf").scroll_into_view_if_needed()
    code = page.locator('[data-testid="stCode"]').first
    # what was asked of the process that died is asked for again
    expect(code).to_contain_text("[2.0, 3.0, 6.0]", timeout=AGAIN)


def test_a_class_s_room_is_everywhere_and_outlives_a_process(machines):
    with httpx2.Client(base_url=machines.address, timeout=30) as client:
        served = Served(client)
        room = served.open(question=BARS)
        with client.stream("GET", f"/room/{room.code}/events", headers=room.owner) as stream:
            heard = events(stream.iter_lines())
            assert next(heard)[0] == "room"
            for number, address in enumerate(machines.servers):
                with httpx2.Client(base_url=address) as one:
                    told = Served(one).vote(room, phone(number), BARS, [0.2, 0.3, 0.5])
                    assert told.status_code == 200
            counts = iter(told["answered"] for name, told in heard if name == "count")
            assert [2, 0] in counts
        machines.kill(next(iter(machines.servers)))
        moved = served.move(room, BARS, "closed")
        assert moved.status_code == 200, moved.text
        assert moved.json()["answered"] == [2, 0]
        page = client.get(f"/room/{room.code}")
        assert (page.status_code, page.headers["content-encoding"]) == (200, "gzip")
        assert "set-cookie" not in page.headers

"""What takes long, on demand: a server that is started anew, a phone without a line for 20 s."""

import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.classroom import ROOM, Phone, Projector
from tests.browser.server import start_server
from tests.classroom.redis import running_redis

OPEN = Callable[..., Page]
pytestmark = pytest.mark.skipif(
    os.environ.get("ROOM_TESTS") != "long", reason="on demand: ROOM_TESTS=long"
)


@pytest.mark.parametrize("kept_in", ["memory", "redis"])
def test_nothing_is_lost_or_the_phones_send_again(
    open_page: OPEN, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept_in: str
) -> None:
    with running_redis(tmp_path) if kept_in == "redis" else nullcontext() as url:
        if url:
            monkeypatch.setenv("REDIS_URL", url)
        server, address = start_server(tmp_path / "first.log")
        projector = Projector(open_page(width=1280, height=720), address)
        projector.forget()
        projector.show("cross_entropy", "blank")
        code = projector.open()
        phones = [Phone(open_page(width=320, height=640), projector).join() for _ in range(2)]
        for phone, guess in zip(phones, (2.0, 4.0), strict=True):
            phone.guess(guess)
            phone.has_sent()
        projector.answered(2)
        server.kill()
        server.wait()
        notice = projector.page.locator(f"{ROOM} .notice")
        expect(notice).to_contain_text("line to the server is lost")
        phones[0].reads("No connection")
        server, _ = start_server(tmp_path / "second.log", int(address.rpartition(":")[2]))
        try:
            if kept_in == "memory":
                expect(notice).to_contain_text("sending their answers again", timeout=30_000)
            else:
                expect(notice).to_have_count(0, timeout=30_000)
            expect(projector.page.locator(f"{ROOM} output")).to_have_text("2", timeout=30_000)
            expect(projector.page.locator(f"{ROOM} .code")).to_have_text(code)
            for phone in phones:
                phone.has_sent()
            projector.press("ArrowRight", "closed")
            projector.press("v", "guesses")
            assert sorted(projector.dots()) == [2, 4]
        finally:
            for page in (projector.page, *(phone.page for phone in phones)):
                page.goto("about:blank")
            server.terminate()
            server.wait(timeout=30)


def test_a_phone_without_a_line_for_20_seconds_sends_what_it_holds(
    open_page: OPEN, address: str
) -> None:
    projector = Projector(open_page(width=1280, height=720), address)
    projector.forget()
    projector.show("cross_entropy", "blank")
    projector.open()
    phone = Phone(open_page(width=320, height=640), projector).join()
    phone.guess(2.0)
    phone.has_sent()
    phone.page.context.set_offline(True)
    phone.guess(4.0)
    end = phone.page.evaluate("() => performance.now() + 20_000")
    phone.page.wait_for_function("(end) => performance.now() > end", arg=end)
    phone.reads("No connection")
    phone.page.context.set_offline(False)
    phone.has_sent()
    projector.press("ArrowRight", "closed")
    projector.press("v", "guesses")
    assert projector.dots() == [4]

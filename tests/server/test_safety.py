"""Browsers are told what a page may do, and that is no more than it needs."""

import re
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from softmax_app import course
from softmax_app.server import phones
from softmax_app.server.first_picture import FirstPicture
from softmax_app.server.phone_page import POLICY
from softmax_app.server.safety import PAGE, Safe, digest
from softmax_app.texts.text import LANGUAGES

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
CSP = "Content-Security-Policy"
PAGES = (course.HOME, *course.LESSONS)


async def answer(request: Request) -> Response:
    is_json = request.url.path.endswith(".json")
    return JSONResponse({}) if is_json else FileResponse(INDEX)


@pytest.fixture
def client() -> TestClient:
    middleware = [Middleware(Safe), Middleware(FirstPicture)]
    routes = [*phones.ROUTES, Route("/{path:path}", answer)]
    return TestClient(Starlette(routes=routes, middleware=middleware))


def rules(policy: str) -> dict[str, str]:
    """Return what a policy says of each kind of thing."""
    return {name: said for name, _, said in (one.partition(" ") for one in policy.split("; "))}


def test_every_page_has_the_same_headers_and_may_be_embedded(client):
    found = [client.get(f"/{page.name}?lang=zh").headers for page in PAGES]
    found += [client.get("/no_such_page").headers]
    for headers in found:
        assert {name: headers[name] for name in PAGE} == PAGE
        assert "X-Frame-Options" not in headers
        assert "frame-ancestors" not in headers[CSP]


def test_nothing_comes_from_another_host_and_no_text_is_run():
    found = rules(PAGE[CSP])
    assert found["default-src"] == "'none'"
    sources = " ".join(said for name, said in found.items() if name != "default-src").split()
    assert all(one in ("blob:", "data:") or one[0] == one[-1] == "'" for one in sources)
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & set(found["script-src"].split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_script_in_a_page_is_known_whatever_the_link_says(client, language):
    known = rules(PAGE[CSP])["script-src"].split()
    for page in PAGES:
        for query in ("", "view=dark", "embed=true&q=%22%3E%3Cscript%3E"):
            html = client.get(f"/{page.name}?lang={language}&{query}").text
            scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
            assert len(scripts) > 1
            assert {digest(script) for script in scripts} <= set(known)


def test_a_phone_s_page_keeps_its_own_rules_and_is_in_no_frame(client):
    headers = client.get("/room").headers
    assert headers[CSP] == POLICY
    assert rules(POLICY)["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_what_is_no_page_cannot_be_made_one(client):
    headers = client.get("/some.json").headers
    assert rules(headers[CSP]) == {"default-src": "'none'", "frame-ancestors": "'none'"}
    assert headers["X-Content-Type-Options"] == "nosniff"

"""Files are sent compressed, once made, and kept for good by whoever asks."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from softmax_app.server.kept import Kept

SCRIPT = "const softmax = 1;\n" * 500
GOOD = "public, max-age=31536000, immutable"
FILE = "/app/static/live-1234/live.js"
ZIP = {"Accept-Encoding": "gzip"}
AS_IS = {"Accept-Encoding": "identity"}


class App:
    """A server that counts how often it was asked, and by what."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def answer(self, request: Request) -> Response:
        path = request.url.path
        self.asked.append(f"{request.method} {path}")
        if "missing" in path:
            return PlainTextResponse("no such file", 404)
        if "page" in path:
            return Response("<p>", media_type="text/html")
        if "range" in request.headers:
            return Response(SCRIPT[:5], 206, {"Content-Range": "bytes 0-4/9"}, "text/javascript")
        return Response(SCRIPT, media_type="text/javascript")


@pytest.fixture
def app() -> App:
    return App()


@pytest.fixture
def client(app: App) -> TestClient:
    routes = [Route("/{path:path}", app.answer)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Kept)]))


@pytest.mark.parametrize(
    "path",
    ["/static/js/index.Dorm-_x.js", FILE, "/below/app/static/plotly-7.1.0/plotly.min.js"],
)
def test_a_file_is_compressed_once_and_kept_for_good(app, client, path):
    for _ in range(3):
        found = client.get(path, headers=ZIP)
        assert (found.status_code, found.text) == (200, SCRIPT)
        assert found.headers["Content-Encoding"] == "gzip"
        assert found.headers["Cache-Control"] == GOOD
        assert found.headers["Vary"] == "Accept-Encoding"
        assert int(found.headers["Content-Length"]) < len(SCRIPT) / 10
    assert app.asked == [f"GET {path}"]


def test_a_browser_that_has_it_is_told_so(client):
    tag = client.get(FILE, headers=ZIP).headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        found = client.get(FILE, headers={**ZIP, "If-None-Match": known})
        assert (found.status_code, found.content) == (304, b"")
        assert found.headers["ETag"] == tag
    assert client.get(FILE, headers={**ZIP, "If-None-Match": '"other"'}).status_code == 200


def test_head_says_what_get_would(client):
    got, head = client.get(FILE, headers=ZIP), client.head(FILE, headers=ZIP)
    assert head.content == b""
    assert head.headers == got.headers


@pytest.mark.parametrize("accepted", ["identity", "br", "gzip;q=0", "deflate, gzip; q=0"])
def test_who_takes_no_gzip_gets_it_as_it_is(client, accepted):
    found = client.get(FILE, headers={"Accept-Encoding": accepted})
    assert found.text == SCRIPT
    assert "Content-Encoding" not in found.headers
    assert found.headers["Vary"] == "Accept-Encoding"
    assert found.headers["Cache-Control"] == GOOD


def test_a_range_is_the_app_s_own_affair(client):
    found = client.get(FILE, headers={**ZIP, "Range": "bytes=0-4"})
    assert (found.status_code, found.text) == (206, SCRIPT[:5])
    assert "Content-Encoding" not in found.headers


@pytest.mark.parametrize("name", ["missing", "page"])
def test_what_is_no_such_file_is_not_kept(app, client, name):
    for _ in range(2):
        found = client.get(f"/static/js/{name}.js", headers=ZIP)
        assert "Cache-Control" not in found.headers
    assert len(app.asked) == 2


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/overflow",
        "/media/abc.js",
        "/static/media/font.woff2",
        "/app/static/own/file.js",
        "/app/static/live-1/../secrets.js",
        "/app/static/live-1/..%2Fsecrets.js",
        "/app/static/live-1/a/b.js",
        "/static/js/..\\x.js",
    ],
)
def test_all_else_goes_through(app, client, path):
    found = client.get(path, headers=ZIP)
    assert "Cache-Control" not in found.headers
    assert "Content-Encoding" not in found.headers
    assert len(app.asked) == 1


def test_a_font_is_kept_for_good_as_it_is(client):
    found = client.get("/app/static/live-1234/letters.woff2", headers=ZIP)
    assert found.text == SCRIPT
    assert found.headers["Cache-Control"] == GOOD
    assert "Content-Encoding" not in found.headers


def test_what_is_posted_goes_through(client):
    assert client.post(FILE).status_code == 405


def test_files_are_ready_before_one_asks(app):
    routes = [Route("/{path:path}", app.answer)]
    ready = Middleware(Kept, ready=[FILE])
    with TestClient(Starlette(routes=routes, middleware=[ready])) as client:
        assert client.get(FILE, headers=ZIP).text == SCRIPT
        assert client.get("/other", headers=AS_IS).text == SCRIPT
    assert app.asked == [f"GET {FILE}", "GET /other"]


def test_bytes_are_those_of_gzip(client):
    with client.stream("GET", FILE, headers=ZIP) as found:
        raw = b"".join(found.iter_raw())
    assert gzip.decompress(raw).decode() == SCRIPT

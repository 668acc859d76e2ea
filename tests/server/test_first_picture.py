"""The HTML that comes first says what the page is about, in the reader's language."""

import re
from html import unescape
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from softmax_app import course
from softmax_app.kit.lesson import Lesson
from softmax_app.live.answers import VERSION
from softmax_app.live.component import ASSETS
from softmax_app.server import MIDDLEWARE, needed
from softmax_app.server.first_picture import FirstPicture
from softmax_app.server.first_words import with_first_words
from softmax_app.texts import home, loading
from softmax_app.texts.glosses import plain
from softmax_app.texts.text import LANGUAGES
from softmax_app.texts.unbroken import unbroken

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
LESSON = course.LESSONS[0]
PAGES = (course.HOME, *course.LESSONS)


async def answer(request: Request) -> Response:
    return PlainTextResponse("ok") if "health" in request.url.path else FileResponse(INDEX)


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/{path:path}", answer)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(FirstPicture)]))


def html(client: TestClient, path: str, language: str = "en", **headers: str) -> str:
    found = client.get(path, headers={"Accept-Language": language, **headers})
    assert found.status_code == 200
    return found.text


def lead(page, language) -> str:
    text = page.words.LEAD if isinstance(page, Lesson) else home.LEAD
    return unbroken(plain(text.say(language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name or "home")
def test_every_page_holds_its_title_and_first_sentences(client, page, language):
    found = html(client, f"/{page.name}", language)
    title = page.title.say(language)
    assert f"<title>{title}</title>" in found
    assert f"<h1>{title}</h1>" in found
    words = re.sub(r"<[^>]+>", "", found)
    assert lead(page, language).replace("**", "") in words
    assert loading.COMING.say(language) in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name or "home")
def test_first_sentences_have_no_mark_up_but_bold_words(page, language):
    plain = lead(page, language).replace("**", "")
    assert re.search(r"[<>&$`*_#\[\]\\{}]", plain) is None


@pytest.mark.parametrize(
    ("accepted", "query", "said"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "", "zh-Hans"),
        ("de", "", "en"),
        ("zh", "lang=en", "en"),
        ("en", "lang=zh", "zh-Hans"),
        ("en", "lang=%22%3E%3Cscript%3E", "en"),
    ],
)
def test_the_link_says_the_language_or_else_the_browser(client, accepted, query, said):
    found = html(client, f"/overflow?{query}", accepted)
    assert f'<html lang="{said}">' in found
    assert found.count("<script") == html(client, "/overflow").count("<script")


def test_words_are_shown_letter_by_letter():
    wild = LESSON.title.__class__(en="<b>&\"'", zh="<b>")
    page = course.HOME.__class__("", wild, (), LESSON.scene)
    found = with_first_words(INDEX.read_text("utf-8"), page, {}, "en")
    assert "<b>" not in found
    assert "<h1>&lt;b&gt;&amp;&quot;&#x27;</h1>" in found


def test_a_question_has_its_page_to_itself(client):
    assert '<p class="lead"></p>' in html(client, f"/{LESSON.name}?q=tenth")
    assert '<p class="lead"></p>' in html(client, f"/{LESSON.name}?q=tenth,shown")
    assert '<p class="lead"></p>' not in html(client, f"/{LESSON.name}?q=flat")
    projected = html(client, f"/{LESSON.name}?view=dark")
    assert "<h1></h1>" in projected
    assert 'class="dark"' in projected
    assert 'class="page embedded"' in html(client, f"/{LESSON.name}?embed=true")


def test_a_page_asks_at_once_for_all_that_it_needs(client):
    found = html(client, "/overflow")
    assert f'href="./app/static/{ASSETS.script}"' in found
    assert f'href="./app/static/{ASSETS.styles[0]}"' in found
    names = {Path(module).name.partition(".")[0] for module in needed.LATE}
    assert {"BidiComponent", "ButtonGroup", "PageLink", "serialization"} <= names
    for module in (*needed.EARLY, *needed.LATE):
        assert found.count(f'href="./{module}"') == 1


SCENE = re.compile(r'data-scene="([^"]*)"')


def scene_of(client: TestClient, path: str, **headers: str) -> str:
    return unescape(SCENE.search(html(client, path, **headers))[1])


def test_a_lesson_s_scene_comes_with_its_first_words(client):
    start = f"./course/{VERSION}/{LESSON.name}/first?"
    assert scene_of(client, f"/{LESSON.name}") == f"{start}lang=en&done="
    asked = scene_of(client, f"/{LESSON.name}?z=1,2&lang=zh&utm=x", Cookie="softmax_course=0.tenth")
    assert asked == f"{start}lang=zh&z=1,2&done=tenth"
    assert f'as="fetch" crossorigin href="{start}' in html(client, f"/{LESSON.name}")


@pytest.mark.parametrize(
    "query", ["q=tenth", "q=tenth,shown", "view=light", "embed=true", "z=nonsense", "lang=de"]
)
def test_where_more_stands_above_it_the_scene_comes_with_streamlit_s_page(client, query):
    assert scene_of(client, f"/{LESSON.name}?{query}") == ""
    assert scene_of(client, "/") == ""


def test_nothing_that_is_on_its_way_holds_up_the_first_words(client):
    found = html(client, "/overflow")
    assert found.index('id="first"') < found.index('rel="stylesheet"')
    assert found.count('rel="stylesheet"') == INDEX.read_text("utf-8").count('rel="stylesheet"')


def test_a_browser_that_has_the_same_page_is_told_so(client):
    found = client.get("/overflow")
    assert found.headers["Cache-Control"] == "no-cache"
    assert found.headers["Vary"] == "Accept-Language, Accept-Encoding, Cookie"
    assert found.headers["Content-Encoding"] == "gzip"
    tag = {"If-None-Match": found.headers["ETag"]}
    assert client.get("/overflow", headers=tag).status_code == 304
    assert client.get("/overflow", headers={**tag, "Accept-Language": "zh"}).status_code == 200


def test_without_compression_it_is_the_same(client):
    plain = client.get("/overflow", headers={"Accept-Encoding": "identity"})
    assert plain.text == html(client, "/overflow")
    assert "Content-Encoding" not in plain.headers


@pytest.mark.parametrize("path", ["/_stcore/health", "/no_such_lesson", "/overflow/x.js"])
def test_other_addresses_are_left_as_they_are(client, path):
    assert 'id="first"' not in client.get(path).text


def test_below_a_path_it_is_the_same(client):
    assert html(client, "/softmax/overflow") == html(client, "/overflow")


def test_the_server_has_all_in_their_order():
    assert [one.cls.__name__ for one in MIDDLEWARE] == [
        "Safe",
        "WithClassrooms",
        "Reports",
        "FirstPicture",
        "Kept",
    ]

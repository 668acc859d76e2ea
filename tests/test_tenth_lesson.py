"""One lesson more is a folder, a page, and one line of the course: everything else follows."""

import shutil
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from softmax_app import course
from softmax_app.kit import stations
from softmax_app.kit.state import State, answer, followed
from softmax_app.settings import Settings
from softmax_app.take_away.files import file_name
from softmax_app.take_away.notebook import notebook
from softmax_app.texts.common import COUNTS
from softmax_app.ui import progress
from tests.tenth import TENTH
from tests.tried import AppTest

ROOT = Path(__file__).parents[1]
NUMBER = len(course.LESSONS) + 1
SCRIPT = f"pages/{NUMBER}_tenth.py"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the course with one lesson more, in a copy of its pages."""
    shutil.copy(ROOT / "app.py", tmp_path)
    shutil.copytree(ROOT / "pages", tmp_path / "pages")
    page = (ROOT / course.script(course.LESSONS[0])).read_text("utf-8")
    first = "softmax_app.lessons.scores_to_probabilities.lesson import LESSON"
    (tmp_path / SCRIPT).write_text(page.replace(first, "tests.tenth import TENTH as LESSON"))
    monkeypatch.setattr(course, "LESSONS", (*course.LESSONS, TENTH))
    return AppTest.from_file(str(tmp_path / "app.py"), default_timeout=30)


BEFORE = course.LESSONS[-1]


def links(at: AppTest) -> list[str]:
    return [link.proto.label for link in at.get("page_link")]


def test_it_has_its_page_its_place_and_its_link(app):
    app.query_params.update({"T": "3", "z": "1,2"})
    at = app.switch_page(SCRIPT).run()
    assert not at.exception
    assert at.title[0].value == "Tenth"
    assert course.script(TENTH) == SCRIPT
    assert (at.query_params["T"], at.query_params["z"]) == ("3", "1,2")
    assert f"{NUMBER}. Tenth" in links(at)
    assert "Next:" not in " ".join(links(at))


def test_home_and_the_lesson_before_lead_to_it(app):
    home = app.run()
    assert not home.exception
    assert home.header[0].value == f"{COUNTS[NUMBER].en.capitalize()} lessons, each with a surprise"
    assert links(home).count(f"{NUMBER}. Tenth") == 2  # in the menu and in the list
    before = app.switch_page(course.script(BEFORE)).run()
    assert f"Next: {NUMBER}. Tenth →" in links(before)


@pytest.mark.usefixtures("app")
def test_the_cookie_knows_it():
    assert progress.read("tenth.hot") == progress.Progress("tenth", frozenset({"hot"}))
    assert progress.read(str(NUMBER)).last == "tenth"


def test_reading_it_is_kept_in_the_cookie(app):
    at = app.switch_page(SCRIPT).run()
    assert at.session_state[progress.KEY].last == "tenth"
    home = at.switch_page("app.py").run()
    assert f"Go on with lesson {NUMBER}: Tenth →" in links(home)


@pytest.mark.usefixtures("app")
def test_it_can_be_taken_along_as_a_notebook():
    found = nbformat.reads(notebook(TENTH, Settings(temperature=0.5)), as_version=4)
    nbformat.validate(found)
    assert found.cells[0].source.startswith(f"# {NUMBER}. Tenth")
    assert "- **Temperature T** `0.5`" in found.cells[1].source
    assert file_name(TENTH, "ipynb") == f"softmax-{NUMBER}-tenth.ipynb"


def test_the_projector_leads_to_it_through_it_and_home(app):
    assert course.following(BEFORE) is TENTH
    assert course.following(TENTH) is course.HOME
    app.query_params.update({"view": "light", "q": BEFORE.items[-1].id})
    at = app.switch_page(course.script(BEFORE)).run()
    state = at.session_state["state"]
    wished = answer(BEFORE, state, "forward:")
    assert wished == replace(state, wish=wished.wish)
    at.session_state["state"] = wished
    at.run()
    assert at.title[0].value == f"{NUMBER}. Tenth"
    assert at.query_params["view"] == "light"


def test_its_puzzle_is_projected_and_solved(app):
    state = State(Settings(view="light"))
    opened = answer(TENTH, state, stations.forward(TENTH, state.settings))
    assert opened.settings.asked.item == "hot"
    assert stations.forward(TENTH, opened.settings) == stations.ONWARD
    at = app.switch_page(SCRIPT)
    at.query_params.update(followed(TENTH, opened, {"q": "hot", "T": "3"}).link(TENTH))
    at.run()
    assert progress.Progress("tenth", frozenset({"hot"})) == at.session_state[progress.KEY]

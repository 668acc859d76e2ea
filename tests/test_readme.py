"""What both READMEs say of the course is so."""

import re
from pathlib import Path

import pytest

from softmax_app.course import LESSONS

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.zh.md"]


@pytest.mark.parametrize("readme", READMES)
def test_the_questions_and_puzzles_are_named_by_lesson(readme):
    text = (ROOT / readme).read_text("utf-8")
    rows = re.findall(r"^\| \d+\. .*?\| `(\w+)` \|(.*)\|$", text, flags=re.MULTILINE)
    expected = [(lesson.name, [item.id for item in lesson.items]) for lesson in LESSONS]
    assert [(page, re.findall(r"`(\w+)`", names)) for page, names in rows] == expected


@pytest.mark.parametrize("readme", READMES)
def test_every_dependency_has_its_reason(readme):
    text = (ROOT / readme).read_text("utf-8")
    for file in ("requirements.txt", "requirements-redis.txt", "requirements-dev.txt"):
        for name in re.findall(r"^([\w-]+)==", (ROOT / file).read_text("utf-8"), re.MULTILINE):
            assert re.search(rf"(?<![\w-]){name}(?![\w-])", text), name


@pytest.mark.parametrize("readme", READMES)
def test_what_is_pointed_at_is_there(readme):
    text = (ROOT / readme).read_text("utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    rows = re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([\w./]+)`", row)]
    paths = [*links, *(one for one in named if one.endswith(("/", ".py")))]
    assert len(paths) > 10
    for path in paths:
        assert (ROOT / path).exists(), path


def test_what_contributing_points_at_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    paths = re.findall(r"`((?:softmax_app|softmax_core|tests|pages)/[\w./]*)`", text)
    assert len(paths) > 10
    for path in paths:
        assert (ROOT / path).exists(), path


def test_every_check_on_demand_has_its_command():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    asked = r"environ\.get\(\"(\w+)\""
    sources = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py")]
    names = {name for source in sources for name in re.findall(asked, source)}
    assert len(names) > 3
    for name in sorted(names):
        assert re.search(rf"`{name}=", text), name

"""The planned classes: as long as they say, and each question opens where its link leads."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from softmax_app import course
from softmax_app.settings import Settings
from softmax_app.settings.link import from_link
from softmax_app.texts import plans
from softmax_app.texts.text import LANGUAGES
from tests.test_pages import seen

STOPS = [stop for plan in plans.PLANS for stop in plan.stops]
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def test_each_class_takes_as_long_as_the_heading_says():
    assert {plan.minutes for plan in plans.PLANS} == {45}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_is_opened_by_its_link_in_the_reader_s_language(language):
    at = seen("app.py", language)
    found = [link for one in at.markdown for link in LINK.findall(one.value) if "?" in link[1]]
    assert len(found) == sum(len(stop.questions) for stop in STOPS)
    for title, link in found:
        parts = urlsplit(link)
        lesson = course.find(parts.path)
        settings, repairs = from_link(dict(parse_qsl(parts.query)), Settings())
        asked = next(one for one in lesson.items if one.id == settings.asked.item)
        assert not repairs
        assert settings.language == language
        assert settings.asked.stage == "asked"  # its answer is closed
        assert title == asked.words.title.say(language)

"""The section of a page that offers its files."""

from contextlib import nullcontext
from typing import Any

import nbformat
import pytest
import streamlit as st

from softmax_app import course
from softmax_app.course import LESSONS
from softmax_app.kit.state import State
from softmax_app.settings import Settings
from softmax_app.texts import take_away as texts
from softmax_app.ui import lesson_page
from tests.tried import AppTest


def offered(language: str) -> None:
    """Run the section on its own, as a page does."""
    from softmax_app import course
    from softmax_app.kit.state import State
    from softmax_app.settings import Settings
    from softmax_app.ui import lesson_page

    state = State(Settings(language=language))
    lesson = course.find("overflow")
    lesson_page.show_code(lesson, state)
    lesson_page.offer_files(lesson, state)
    lesson_page.show_core(lesson, state)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_section_runs_and_makes_nothing_before_it_is_asked(language):
    at = AppTest.from_function(offered, args=(language,), default_timeout=30).run()
    assert len(at.code) == 1  # of the tab that is open
    at.session_state["core"] = True
    at.run()
    assert not at.exception
    assert at.caption[0].value == texts.HEADING.say(language)
    buttons = [button.proto for button in at.get("download_button")]
    assert [button.label for button in buttons] == [
        texts.TABLE.say(language),
        texts.NOTEBOOK.say(language),
    ]
    assert all(button.deferred_file_id and button.ignore_rerun for button in buttons)
    sources = at.expander[0].code
    assert "def softmax_in_format(" in sources[-1].value
    assert len(sources) == len(at.expander[0].caption) - 1


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_every_lesson_offers_its_two_files(lesson, monkeypatch):
    offers: dict[str, Any] = {}

    def record(*said: Any, **_: Any) -> None:
        _label, make, file_name, _mime = said
        offers[file_name] = make()

    monkeypatch.setattr(st, "download_button", record)
    monkeypatch.setattr(st, "header", lambda *_, **__: None)
    monkeypatch.setattr(st, "container", lambda **_: nullcontext())
    state = State(Settings())
    lesson_page.offer_files(lesson, state)
    stem = f"softmax-{course.script(lesson)[6:-3].replace('_', '-')}"
    assert list(offers) == [f"{stem}.csv", f"{stem}.ipynb"]
    assert stem.isascii()
    nbformat.validate(nbformat.reads(offers[f"{stem}.ipynb"], as_version=4))
    shows_classes = "scores" not in lesson.not_in_code
    assert (state.settings.labels[0] in offers[f"{stem}.csv"].decode("utf-8-sig")) == shows_classes

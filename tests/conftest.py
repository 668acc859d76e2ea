"""What holds for all tests, and the server that many of them ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser.server import course_server

settings.register_profile("course", deadline=None)  # no test says how fast a machine must be
settings.register_profile("thorough", deadline=None, max_examples=1000)  # on demand
settings.load_profile("course")


@pytest.fixture(scope="session")
def server_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="session")
def course_address(server_log: Path) -> Iterator[str]:
    """The address of the course, started once for whoever asks it."""
    with course_server(server_log) as (address, _):
        yield address
    written = server_log.read_text("utf-8")
    assert "Traceback" not in written, written

"""The course in Firefox: every page opens and is moved, and what browsers do differently.

On demand, ``FIREFOX=1``: npm brings what drives it into a folder of the test's own.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from softmax_app import course
from tests.browser.server import course_server

PUPPETEER = "puppeteer-core@25.16.0"
SCRIPT = Path(__file__).with_name("firefox.mjs")
pytestmark = pytest.mark.skipif(
    os.environ.get("FIREFOX") != "1", reason="on demand: FIREFOX=1 (Debian: firefox-esr)"
)


def test_every_page_works_in_firefox(tmp_path: Path) -> None:
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    assert firefox, "there is no Firefox on this machine (Debian: apt-get install firefox-esr)"
    subprocess.run(["npm", "install", "--silent", "--prefix", tmp_path, PUPPETEER], check=True)
    names = ["", *(lesson.name for lesson in course.LESSONS)]
    with course_server(tmp_path / "log.txt") as (address, _):
        run = subprocess.run(
            ["node", SCRIPT, tmp_path, firefox, address, *names], capture_output=True, text=True
        )
    checks = run.stdout.strip().splitlines()
    assert run.returncode == 0, run.stderr
    assert len(checks) > 3
    assert all(line.endswith(": well") for line in checks), run.stdout
    assert "Traceback" not in (tmp_path / "log.txt").read_text("utf-8")

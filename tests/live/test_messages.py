"""Real messages, and a report, against the types that the scripts are checked with."""

import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import NoReturn

import pytest

from softmax_app.live.hand import Hand, read_report
from softmax_app.settings.limits import LONGEST_NAME, MOST_CLASSES
from tests.live.real import PAGES, REPORT, all_messages, headers, sent
from tests.live.wrong import shortened, typed, wrong_ones

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
LARGEST_SWEEP = 400_000  # letters for the bytes of test_a_sweep_stays_small
LARGE = {
    "z": ",".join(repr(number / 7) for number in range(MOST_CLASSES)),
    "names": ",".join(str(number) + "类" * (LONGEST_NAME - 1) for number in range(MOST_CLASSES)),
    "lang": "zh",
}
TYPES = ROOT / "softmax_app" / "live" / "browser" / "messages"


def test_the_scripts_know_all_that_travels_and_nothing_else(tmp_path):
    if shutil.which("npx") is None:
        without_tsc("npx (Debian: apt-get install npm) is not there")
    values = [*(("Message", one) for one in all_messages()), ("Report", REPORT), *headers()]
    kinds = ", ".join({kind: None for kind, _ in values})
    lines = [f'import type {{ {kinds} }} from "{os.path.relpath(TYPES, tmp_path)}";']
    lines += [typed(kind, shortened(value)) for kind, value in values]
    n_right = len(lines)
    lines += wrong_ones(values)
    assert len(lines) > n_right + 100
    source = tmp_path / "messages.ts"
    source.write_text("\n".join(lines), "utf-8")
    assert complaints(source) == []


def test_python_reads_what_is_reported():
    assert read_report(REPORT) == Hand("temperature", events=((1, "temperature", "2"),))


@pytest.mark.parametrize("page", PAGES)
def test_streamlit_sends_twice_the_largest_message_of_ours_and_not_much_more(page):
    largest = len(json.dumps(sent(page, LARGE), ensure_ascii=False).encode()) + LARGEST_SWEEP
    assert 2 * largest < CONFIG["server"]["maxMessageSize"] * 10**6 < 20 * largest


def complaints(source: Path) -> list[str]:
    """Return all that tsc says of a file, with the lines that it is about."""
    package = re.search(r"typescript@[\d.]+", (ROOT / ".ci" / "run").read_text("utf-8"))[0]
    options = ["--strict", "--noEmit", "--skipLibCheck", "--lib", "es2023,dom"]
    run = subprocess.run(
        ["npx", "--yes", "--package", package, "tsc", *options, source.name],
        cwd=source.parent,
        env={**os.environ, "npm_config_fetch_retries": "0"},
        capture_output=True,
        text=True,
    )
    said = [line for line in run.stdout.splitlines() if "error TS" in line]
    if run.returncode and not said:
        without_tsc(f"npx could not run {package}: {run.stdout}{run.stderr}")
    lines = source.read_text("utf-8").splitlines()
    places = [re.match(r"messages\.ts\((\d+),", what) for what in said]
    near = [lines[int(at[1]) - 1 : int(at[1]) + 1] if at else [] for at in places]
    return ["\n".join((what, *some)) for what, some in zip(said, near, strict=True)]


def without_tsc(why: str) -> NoReturn:
    if os.environ.get("NODE_TESTS") == "required":
        pytest.fail(f"the tests with Node are required: {why}")
    pytest.skip(why)

"""One script out of many does what they do."""

import shutil
import subprocess
from pathlib import Path

import pytest

from softmax_app.live.assets import BROWSER, OUT_OF_USE, _clear
from softmax_app.live.bundle import bundle


def write(folder: Path, **modules: str) -> Path:
    for name, source in modules.items():
        (folder / f"{name}.js").write_text(source, "utf-8")
    return folder / "entry.js"


def run(script: str, code: str, folder: Path) -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node on this machine")
    (folder / "bundle.mjs").write_text(script, "utf-8")
    source = f'import * as made from "./bundle.mjs"; {code}'
    (folder / "use.mjs").write_text(source, "utf-8")
    found = subprocess.run([node, folder / "use.mjs"], capture_output=True, text=True, cwd=folder)
    assert found.returncode == 0, found.stderr
    return found.stdout.strip()


def test_modules_see_what_they_import_and_nothing_else(tmp_path):
    entry = write(
        tmp_path,
        entry='import twice, { one as first, Two } from "./numbers.js";\n'
        'import { hidden } from "./words.js";\n'
        "const secret = 1;\n"
        "export const sum = first + new Two().value + secret;\n"
        "export default async function say() {\n  return `${hidden()} ${twice(sum)}`;\n}\n",
        numbers="const secret = 10;\nexport const one = 1;\n"
        "export class Two {\n  value = 2 + secret;\n}\n"
        "export default function twice(x) {\n  return 2 * x;\n}\n",
        words='import {\n  one,\n} from "./numbers.js";\n'
        "/** @import { Two } from './numbers.js' */\n"
        "export function hidden() {\n  return `word${one}`;\n}\n",
    )
    code = "console.log(made.sum, await made.default(), Object.keys(made).join())"
    assert run(bundle(entry), code, tmp_path) == "14 word1 28 default,sum"


def test_a_module_runs_once_however_many_import_it(tmp_path):
    entry = write(
        tmp_path,
        entry='import { a } from "./a.js";\nimport { b } from "./b.js";\n'
        "export const same = a === b;\n",
        a='import { made } from "./c.js";\nexport const a = made;\n',
        b='import { made } from "./c.js";\nexport const b = made;\n',
        c="export const made = {};\n",
    )
    assert run(bundle(entry), "console.log(made.same)", tmp_path) == "true"


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./other.js";',
        'import { x } from "elsewhere";',
        "export let changing = 1;",
        'export * from "./other.js";',
    ],
)
def test_what_it_does_not_know_it_refuses(tmp_path, line):
    with pytest.raises(ValueError, match=r"entry\.js"):
        bundle(write(tmp_path, entry=line + "\n", other="export const x = 1;\n"))


def test_a_circle_is_refused(tmp_path):
    entry = write(
        tmp_path,
        entry='import { other } from "./other.js";\nexport const entry = other;\n',
        other='import { entry } from "./entry.js";\nexport const other = entry;\n',
    )
    with pytest.raises(ValueError, match="circle"):
        bundle(entry)


def test_the_course_s_own_scripts_are_one_that_node_can_read(tmp_path):
    script = bundle(BROWSER / "live.js")
    assert "export default $live.default;" in script
    assert all(f"const ${file.stem} = " in script for file in BROWSER.glob("*.js"))
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node on this machine")
    place = tmp_path / "live.mjs"
    place.write_text(script, "utf-8")
    assert subprocess.run([node, "--check", place]).returncode == 0


def test_folders_that_no_server_uses_any_more_are_removed(tmp_path, monkeypatch):
    monkeypatch.setattr("softmax_app.live.assets.STATIC", tmp_path)
    for name in ("live-now", "live-before", "plotly-1", "other"):
        (tmp_path / name).mkdir()
    now = (tmp_path / "live-now").stat().st_mtime
    monkeypatch.setattr("softmax_app.live.assets.time.time", lambda: now + OUT_OF_USE + 60)
    monkeypatch.setattr("softmax_app.live.assets.os.utime", lambda _: None)
    _clear()
    assert [left.name for left in tmp_path.iterdir()] == ["other"]

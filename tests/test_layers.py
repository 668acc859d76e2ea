"""No module knows what stands above it, nor loads a library that belongs there.

Who imports whom, import-linter reads: its contracts stand in pyproject.toml. What a library brings
along is seen only where it is imported, in a process that has nothing yet.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
IMPORT = "import importlib, sys; [*map(importlib.import_module, sys.argv[1:])]; print(*sys.modules)"


def ran(*command: str | Path) -> str:
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def modules() -> list[str]:
    paths = [*ROOT.glob("softmax_core/**/*.py"), *ROOT.glob("softmax_app/**/*.py")]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in sorted(paths)]
    return [name.removesuffix(".__init__") for name in names]


def test_no_module_imports_what_stands_above_it():
    ran(Path(sys.executable).with_name("lint-imports"), "--no-cache")


@pytest.mark.parametrize(
    ("which", "without"),
    [
        (r"^softmax_app\.texts|\.words$", {"numpy", "plotly", "streamlit"}),
        (r"^softmax_(core|app\.(texts|smollm2|settings|sweeps))", {"plotly", "streamlit"}),
        (r"^softmax_(?!app\.(live|server|ui)\b)", {"streamlit"}),
    ],
    ids=["words", "below the figures", "below Streamlit"],
)
def test_no_library_is_loaded_below_where_it_belongs(which, without):
    names = [name for name in modules() if re.search(which, name)]
    assert len(names) > 5
    loaded = ran(sys.executable, "-c", IMPORT, *names).split()
    assert without.isdisjoint(loaded)
    assert {*names} <= {*loaded}

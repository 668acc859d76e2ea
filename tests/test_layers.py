"""One way down: no module imports what stands above it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UP = (  # from below: a module may import its own layer and those before it
    ("softmax_core",),
    ("softmax_app.texts", "softmax_app.smollm2"),
    ("softmax_app.settings",),
    ("softmax_app.sweeps",),
    ("softmax_app.figures",),
    ("softmax_app.kit",),
    ("softmax_app.lessons", "softmax_app.home"),
    ("softmax_app.course",),
    ("softmax_app.classroom",),
    ("softmax_app.take_away", "softmax_app.live"),
    ("softmax_app.ui", "softmax_app.server"),
)
pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="fork gives each module a fresh start"
)
PLOTLY_FROM = "softmax_app.figures"
STREAMLIT_IN = ("softmax_app.live", "softmax_app.ui", "softmax_app.server")


def modules() -> list[str]:
    found = []
    for package in ("softmax_core", "softmax_app"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def is_in(module: str, layer: str) -> bool:
    return module == layer or module.startswith(f"{layer}.")


def level(module: str) -> int | None:
    return next(
        (number for number, layers in enumerate(UP) for one in layers if is_in(module, one)), None
    )


# Imported beforehand for the modules that stand as high: what none of them is asked about, and
# takes most of the time. The words of a lesson are asked about all of it.
HEAVY = (
    ("softmax_core", "numpy", "ml_dtypes"),
    ("softmax_app.figures", "plotly.graph_objects", "latex2mathml.converter"),
    ("softmax_app.live", "streamlit", "streamlit.components.v2"),
)
# each module is imported in a process that has nothing of ours yet
FRESH = """
import importlib, os, sys
before, names = sys.argv[1].split(","), sys.argv[2:]
for name in filter(None, before):
    importlib.import_module(name)
for name in names:
    sys.stdout.flush()
    if os.fork() == 0:
        importlib.import_module(name)
        print(name, *sys.modules, flush=True)
        os._exit(0)
    if os.wait()[1]:
        sys.exit(f"{name} cannot be imported")
"""


def heavy(module: str) -> str:
    if module.endswith(".words") or is_in(module, "softmax_app.texts"):
        return ""
    own = level(module)
    libraries = [
        one
        for layer, *some in HEAVY
        if own is not None and own >= level(layer)
        for one in some
        if one.startswith("streamlit") <= any(is_in(module, known) for known in STREAMLIT_IN)
    ]
    return ",".join(libraries)


def loaded_by(names: list[str]) -> dict[str, set[str]]:
    """Return for each module what a fresh interpreter has loaded after importing it alone."""
    found = {}
    for before in sorted(set(map(heavy, names))):
        some = [name for name in names if heavy(name) == before]
        command = [sys.executable, "-c", FRESH, before, *some]
        run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
        assert run.returncode == 0, run.stderr
        for line in run.stdout.splitlines():
            name, *others = line.split()
            found[name] = set(others)
    return found


@pytest.fixture(scope="module")
def loaded() -> dict[str, set[str]]:
    return loaded_by(modules())


def test_every_module_stands_in_a_layer(loaded):
    assert loaded.keys() == set(modules())
    assert [module for module in loaded if level(module) is None] == ["softmax_app"]


def test_a_module_imports_nothing_above_it(loaded):
    def is_above(other: str, module: str) -> bool:
        here, there = level(module), level(other)
        return None not in (here, there) and there > here

    found = {(module, one) for module in loaded for one in loaded[module] if is_above(one, module)}
    assert found == set()


def test_what_stands_side_by_side_stays_apart(loaded):
    apart = [(one, other) for layers in UP for one in layers for other in layers if one != other]
    found = {
        (module, used)
        for one, other in apart
        for module in loaded
        if is_in(module, one)
        for used in loaded[module]
        if is_in(used, other)
    }
    assert found == set()


def test_plotly_and_streamlit_stay_where_they_belong(loaded):
    below = [module for module in loaded if (level(module) or 0) < level(PLOTLY_FROM)]
    assert [module for module in below if "plotly" in loaded[module]] == []
    pure = [module for module in loaded if not any(is_in(module, one) for one in STREAMLIT_IN)]
    assert [module for module in pure if "streamlit" in loaded[module]] == []


def test_a_lesson_s_words_are_had_without_plotly_and_without_numpy(loaded):
    words = [module for module in loaded if module.endswith(".words")]
    assert len(words) > 5
    for module in words:
        assert loaded[module].isdisjoint({"plotly", "numpy", "streamlit"})

"""The files that every page of the course needs, by their addresses below the app's."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import streamlit

from softmax_app.live.component import ASSETS

STREAMLIT: Final = Path(streamlit.__file__).parent / "static"
MODULES: Final = "static/js"
# of Streamlit's modules those that it asks for only when a page of the course has come
PARTS: Final = ("PageLink", "Button", "ButtonGroup", "Html", "BidiComponent")
IMPORTED: Final = re.compile(r'(?:from|import)"\./([^"/]+)"')
LISTED: Final = re.compile(r'"\./(static/(?:js|css)/[^"/]+)"')


def with_imports(names: Iterable[str], folder: Path) -> list[str]:
    """Return modules of a folder and all that they import, and what that imports."""
    found: list[str] = []
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in found and (folder / name).is_file():
            found.append(name)
            waiting += IMPORTED.findall((folder / name).read_text("utf-8"))
    return found


def _late() -> tuple[str, ...]:
    """Return what Streamlit's HTML does not list, and our pages need."""
    folder = STREAMLIT / MODULES
    parts = [file.name for name in PARTS for file in folder.glob(f"{name}.*.js")]
    modules = [f"{MODULES}/{name}" for name in with_imports(parts, folder)]
    return tuple(module for module in modules if module not in EARLY)


EARLY: Final = tuple(LISTED.findall((STREAMLIT / "index.html").read_text("utf-8")))
LATE: Final = _late()
OURS: Final = (f"app/static/{ASSETS.script}",)
STYLES: Final = tuple(f"app/static/{style}" for style in ASSETS.styles)
LIBRARY: Final = f"app/static/{ASSETS.plotly}"
FILES: Final = (*EARLY, *LATE, *OURS, *STYLES, LIBRARY)

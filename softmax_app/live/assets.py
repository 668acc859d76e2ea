"""The scripts and styles of the live figure, served from the app's ``static/`` folder.

Streamlit serves that folder compressed, at ``app/static/`` below the app's address. plotly.js
comes from the installed plotly package. What changes gets another folder name, so that a browser
may keep a file as long as it likes.
"""

import hashlib
import os
import shutil
from pathlib import Path
from typing import Final, NamedTuple

import plotly

BROWSER: Final = Path(__file__).parent / "browser"
SERVED: Final = (".css", ".js")
STATIC: Final = Path(__file__).parents[2] / "static"
# Streamlit sends no Cache-Control for these files; browsers then keep one for a tenth of its age.
LONG_AGO: Final = 1_000_000_000


class Assets(NamedTuple):
    """Where the files are, below ``app/static/``."""

    plotly: str
    script: str
    styles: tuple[str, ...]


def publish() -> Assets:
    """Put the files where Streamlit serves them, if they are not there yet."""
    sources = sorted(file for file in BROWSER.iterdir() if file.suffix in SERVED)
    digest = hashlib.blake2s(digest_size=6)
    for source in sources:
        digest.update(source.name.encode() + source.read_bytes())
    live = f"live-{digest.hexdigest()}"
    library = f"plotly-{plotly.__version__}"
    bundled = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    for source in sources:
        _place(source, STATIC / live / source.name)
    _place(bundled, STATIC / library / bundled.name)
    styles = tuple(f"{live}/{source.name}" for source in sources if source.suffix == ".css")
    return Assets(f"{library}/{bundled.name}", f"{live}/live.js", styles)


def _place(source: Path, place: Path) -> None:
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(f".{os.getpid()}")
    shutil.copyfile(source, unfinished)
    os.utime(unfinished, (LONG_AGO, LONG_AGO))
    os.replace(unfinished, place)  # at once: another process may be serving it already

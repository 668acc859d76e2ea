"""The script, the styles and the font of the live figure, served from the app's ``static/`` folder.

Streamlit serves that folder at ``app/static/`` below the app's address. plotly.js comes from the
installed plotly package. A folder is named after what it holds, so that a browser may keep a file
as long as it likes.
"""

import hashlib
import os
import shutil
import time
from pathlib import Path
from typing import Final, NamedTuple

import plotly

from softmax_app.live.bundle import bundle

BROWSER: Final = Path(__file__).parent / "browser"
FONT: Final = Path(__file__).parent / "fonts" / "stix-two-math.woff2"
PLOTLY: Final = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
STATIC: Final = Path(__file__).parents[2] / "static"
# Streamlit sends no Cache-Control for these files; browsers then keep one for a tenth of its age.
LONG_AGO: Final = 1_000_000_000
OUT_OF_USE: Final = 30 * 24 * 60 * 60  # seconds after which no server runs that has used a folder


class Assets(NamedTuple):
    """Where the files are, below ``app/static/``."""

    plotly: str
    script: str
    styles: tuple[str, ...]


def publish() -> Assets:
    """Put the files where Streamlit serves them, if they are not there yet."""
    script = bundle(BROWSER / "live.js").encode()
    style = b"\n".join(source.read_bytes() for source in sorted(BROWSER.glob("*.css")))
    font = FONT.read_bytes()
    digest = hashlib.blake2s(script + style + font, digest_size=6).hexdigest()
    live, library = f"live-{digest}", f"plotly-{plotly.__version__}"
    assets = Assets(f"{library}/{PLOTLY.name}", f"{live}/live.js", (f"{live}/live.css",))
    _place(PLOTLY.read_bytes(), assets.plotly)
    _place(font, f"{live}/{FONT.name}")  # before the styles, which ask for it
    _place(script, assets.script)
    _place(style, assets.styles[0])
    _clear(live, library)
    return assets


def _place(content: bytes, name: str) -> None:
    place = STATIC / name
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(content)
    os.utime(unfinished, (LONG_AGO, LONG_AGO))
    os.replace(unfinished, place)  # at once: another process may be serving it already


def _clear(*in_use: str) -> None:
    """Remove the folders of earlier versions that no server has started with for long."""
    for name in in_use:
        os.utime(STATIC / name)
    for folder in (*STATIC.glob("live-*"), *STATIC.glob("plotly-*")):
        if folder.stat().st_mtime < time.time() - OUT_OF_USE:
            shutil.rmtree(folder, ignore_errors=True)

"""A page's title and first sentences as HTML, and what it needs next.

They stand where Streamlit will put them. A browser asks for all that the page needs at once,
while they are read.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from softmax_app.figures.theme import SHADES
from softmax_app.kit.items import is_led_in
from softmax_app.kit.lesson import Lesson, Page
from softmax_app.server import first_scene
from softmax_app.server.needed import LATE, LIBRARY, OURS, STYLES
from softmax_app.settings import Settings
from softmax_app.settings.link import from_link
from softmax_app.texts import home, loading
from softmax_app.texts.glosses import plain
from softmax_app.texts.text import LANGUAGE_TAGS, LETTERS, Language
from softmax_app.texts.unbroken import unbroken

HERE: Final = Path(__file__).parent
PICTURE: Final = Template((HERE / "first.html").read_text("utf-8"))
SCRIPT: Final = "".join((HERE / name).read_text("utf-8") for name in ("menu.js", "first.js"))
STYLE: Final = (HERE / "first.css").read_text("utf-8")
COLOURS: Final = "; ".join(
    f"--{name}: light-dark({SHADES[name].light}, {SHADES[name].dark})"
    for name in ("ground", "text", "muted")
)
# Streamlit's page, which first.js has start
APP: Final = re.compile(r'<script type="module" crossorigin src="([^"]+)"></script>')
SHEET: Final = re.compile(r'<link rel="stylesheet"[^>]*>\s*')


def with_first_words(
    html: str,
    page: Page,
    query: Mapping[str, str],
    language: Language,
    done: frozenset[str] = frozenset(),
) -> str:
    """Return Streamlit's HTML with the first words of a page, in the link's language or else this.

    Streamlit's style sheet comes after them: a browser shows nothing below one that is on its way.
    """
    settings, repairs = from_link(query, Settings(language=language))
    scene = "" if repairs else first_scene.address(page, settings, query, done)
    kind = f"{settings.view} embedded" if query.get("embed") == "true" else settings.view
    title = escape(page.title.say(settings.language))
    about = escape(_lead(page, settings.language).replace("**", ""))
    head = [f"<title>{title}</title>", f'<meta name="description" content="{about}">', _links()]
    if scene:
        head.append(f'<link rel="preload" as="fetch" crossorigin href="{escape(scene)}">')
    sheets = "".join(SHEET.findall(html))
    app = "".join(APP.findall(html))
    changes = {
        '<html lang="en">': f'<html lang="{LANGUAGE_TAGS[settings.language]}">',
        "<title>Streamlit</title>": "\n".join(head),
        "<body>": f"<body>\n{_picture(page, settings, kind, scene, app)}\n{sheets}",
    }
    html = SHEET.sub("", html)
    html = APP.sub(r'<link rel="modulepreload" crossorigin href="\1">', html)
    for old, new in changes.items():
        html = html.replace(old, new, 1)
    return html


@lru_cache(maxsize=1)
def _links() -> str:
    """Return what has a browser ask at once for what would be asked for later."""
    styles = [f'<link rel="preload" as="style" href="./{file}">' for file in STYLES]
    modules = [f'<link rel="modulepreload" href="./{file}">' for file in OURS]
    late = [f'<link rel="modulepreload" crossorigin href="./{file}">' for file in LATE]
    return "\n".join([*styles, *modules, *late])


def _picture(page: Page, settings: Settings, kind: str, scene: str, app: str) -> str:
    language = settings.language
    words = {
        "title": page.title.say(language) if settings.view == "page" else "",
        "coming": loading.COMING.say(language),
        "missing": loading.MISSING.say(language),
        "needs_script": loading.NEEDS_SCRIPT.say(language),
        "library": LIBRARY,
        "own": OURS[0],
        "sheet": STYLES[0],
        "scene": scene,
        "app": app,
        "kind": kind,
        "colours": COLOURS,
    }
    filled = {name: escape(text) for name, text in words.items()}
    lead = _lead(page, language) if is_led_in(page.items, settings) else ""
    style = STYLE + LETTERS[language]
    return PICTURE.substitute(filled, lead=_bold(lead), style=style, script=SCRIPT)


def _lead(page: Page, language: Language) -> str:
    text = page.words.LEAD if isinstance(page, Lesson) else home.LEAD
    return unbroken(plain(text.say(language)))


def _bold(sentences: str) -> str:
    """Return sentences as HTML: words between ``**`` are bold, and nothing else is mark-up.

    >>> _bold("a **score** < 1")
    'a <strong>score</strong> &lt; 1'
    """
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(sentences))

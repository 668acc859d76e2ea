"""A phone's page in a room: one file of plain HTML, which asks for nothing but the room's state."""

import json
import re
from functools import lru_cache
from html import escape
from pathlib import Path
from string import Template
from typing import Final

import softmax_app
from softmax_app.figures.theme import SHADES
from softmax_app.server.safety import digest
from softmax_app.texts import room as texts
from softmax_app.texts.text import LANGUAGE_NAMES, LANGUAGE_TAGS, LANGUAGES, Language

HERE: Final = Path(__file__).parent / "phone"
DIGITS: Final = Path(softmax_app.__file__).parent / "live" / "browser" / "digits.js"
PAGE: Final = Template((HERE / "phone.html").read_text("utf-8"))
WORDS: Final = {
    "wait": texts.WAIT,
    "coming": texts.COMING,
    "second": texts.SECOND,
    "send": texts.SEND,
    "sent": texts.SENT,
    "changed": texts.CHANGED,
    "sending": texts.SENDING,
    "over": texts.OVER,
    "without": texts.OVER_WITHOUT,
    "late": texts.LATE,
    "talk": texts.TALK,
    "offline": texts.OFFLINE,
    "anew": texts.ANEW,
    "yours": texts.YOURS,
    "first": texts.FIRST_GUESS,
    "answer": texts.ANSWER,
    "scores": texts.SCORES,
    "sum": texts.SUM,
}
# what is for those who read the files: comments, indents, the seams between modules
BLOCK: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
COMMENT: Final = re.compile(r"(^|(?<=[;{}(),]))\s*//[^\n]*", re.MULTILINE)
SEAM: Final = re.compile(r"^import [^;]*;$|^export ", re.MULTILINE)
COLOURS: Final = ("text", "muted", "line", "ground", "ask")


def _bare(*files: Path) -> str:
    """Return scripts or styles as one, without what a browser does not need."""
    code = "\n".join(file.read_text("utf-8") for file in files)
    for one in (BLOCK, COMMENT, SEAM):
        code = one.sub("", code)
    return "\n".join(filter(None, map(str.strip, code.splitlines())))


def _colours(ground: int) -> str:
    """Return the theme's colours on its light (0) or dark (1) ground."""
    known = {name: shade[ground] for name, shade in SHADES.items()}
    named = {name: known[name] for name in known if name in COLOURS or name.startswith("class-")}
    return ":root{" + ";".join(f"--{name}:{colour}" for name, colour in named.items()) + "}"


MODULES: Final = ("kept", "parts", "bars", "forms", "phone")  # each before those that import it
SCRIPT: Final = _bare(DIGITS, *(HERE / f"{name}.js" for name in MODULES))
DARK: Final = f"@media(prefers-color-scheme:dark){{{_colours(1)}}}"
STYLE: Final = f"{_colours(0)}{DARK}{_bare(HERE / 'phone.css')}"


# nothing runs, and nothing is asked for, that is not ours: no icon either, which is a `data:`;
# and nobody votes through another page
POLICY: Final = (
    f"default-src 'none'; script-src {digest(SCRIPT)}; style-src {digest(STYLE)}; "
    "connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@lru_cache(maxsize=64)
def phone_page(language: Language, code: str, line: str = "") -> str:
    """Return the page: in the room of this code, or, without one, asking for it."""
    other = next(one for one in LANGUAGES if one != language)
    words = {name: text.say(language) for name, text in WORDS.items()}
    filled = {
        "lang": LANGUAGE_TAGS[language],
        "title": texts.TITLE.say(language),
        "code": code,
        "below": "" if code or line else "room/",
        "other": other,
        "other_tag": LANGUAGE_TAGS[other],
        "other_name": LANGUAGE_NAMES[other],
        "code_label": texts.CODE.say(language),
        "join": texts.JOIN.say(language),
        "line": line or (texts.COMING.say(language) if code else ""),
        "needs_script": texts.NEEDS_SCRIPT.say(language),
    }
    safe = {name: escape(text) for name, text in filled.items()}
    told = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    hidden = " hidden" if code else ""
    return PAGE.substitute(safe, hidden=hidden, style=STYLE, words=told, script=SCRIPT)

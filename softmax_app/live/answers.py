"""What the course answers: pure functions of a page and of what an address says.

A sweep follows from a page, its link and a control; an answer from a page, the state that the
browser has kept, and what was done. Whoever asks, over HTTP or over Streamlit's session, gets
the same; what several ask is made once.
"""

import base64
import gzip
import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Condition
from typing import Any, Final
from urllib.parse import urlencode

import ml_dtypes
import numpy as np
import plotly
from cachetools import LRUCache, cached
from isal import igzip

import softmax_app
import softmax_core
from softmax_app.kit import carried
from softmax_app.kit.asking import ask
from softmax_app.kit.items import settled
from softmax_app.kit.lesson import Page
from softmax_app.kit.scene import Control, Scene
from softmax_app.kit.state import State, begun, followed, frame, heard
from softmax_app.live.arrays import JSON, packed
from softmax_app.live.assets import Assets
from softmax_app.live.changes import changes
from softmax_app.live.hand import Hand
from softmax_app.live.payload import scene_json
from softmax_app.settings import Settings
from softmax_app.settings.limits import MOST_EVENTS
from softmax_app.settings.link import from_link, to_link
from softmax_app.settings.reading import RefusedError
from softmax_app.sweeps import along, fingerprint
from softmax_app.texts import common
from softmax_app.texts.text import Text

SCENES: Final = 512  # kept: of as many readers as a server has at once, a few dozen kB each
SWEEPS: Final = 16 * 2**20  # bytes kept
NOTHING: Final[frozenset[str]] = frozenset()  # is done: it makes no difference to numbers
FAST: Final = 1  # of the levels from 0 to 3


def _version() -> str:
    """Return a text that changes when anything does that an answer may depend on."""
    libraries = (np.__version__, ml_dtypes.__version__, plotly.__version__)
    digest = hashlib.blake2s(" ".join(libraries).encode(), digest_size=6)
    for package in (softmax_app, softmax_core):
        folder = Path(str(package.__file__)).parent
        for source in sorted((*folder.rglob("*.py"), *folder.rglob("*.csv"))):
            digest.update(source.read_bytes())
    return digest.hexdigest()


VERSION: Final = _version()


@lru_cache(maxsize=SCENES)
def scene(page: Page, settings: Settings, done: frozenset[str]) -> Scene:
    """Return a page's scene with its questions, of which some are done."""
    return ask(page.scene(settings), page.items, settings, done)


def drawn(page: Page, state: State, done: frozenset[str]) -> JSON:
    """Return all that is seen of a state but its numbers, and the state to give back."""
    refused = tuple(state.refusals.items())
    return _shown(page, state.settings, done, refused) | {
        "page": page.name,
        "link": urlencode(state.link(page)),
        "state": carried.written(page, state, done),
    }


@lru_cache(maxsize=SCENES)
def _shown(
    page: Page, settings: Settings, done: frozenset[str], refused: tuple[tuple[str, Text], ...]
) -> JSON:
    errors = {event: why.say(settings.language) for event, why in refused}
    return scene_json(scene(page, settings, done), _spoken_of(page, settings), errors)


def _spoken_of(page: Page, settings: Settings) -> Settings:
    """Return the settings as the page's link says them, which knows no others.

    What only another lesson uses is carried along; a sweep, asked for by link, has no such thing,
    and would not be taken for the one that is wanted.
    """
    return from_link(to_link(settings, page.all_settings), page.opened(Settings()))[0]


def message(
    page: Page,
    state: State,
    done: frozenset[str],
    hand: Hand,
    *,
    acknowledged: int,
    run: int,
    keys: Mapping[str, str],
    cookie: Mapping[str, Any],
    assets: Assets,
) -> JSON:
    """Return all that a session sends of a page, with the sweep of the control in hand."""
    sweep = swept(page, state.settings, hand.armed, hand.have)
    return drawn(page, state, done) | {
        "now": _as_text(packed({}, scene(page, state.settings, done).now)),
        "sweep": _as_text(gzip.decompress(sweep)) if sweep else None,
        "acknowledged": acknowledged,
        "run": run,
        "keys": dict(keys),
        "cookie": dict(cookie),
        "assets": {"plotly": assets.plotly, "styles": assets.styles},
        "version": VERSION,
    }


def first(page: Page, link: Mapping[str, str], done: frozenset[str]) -> bytes:
    """Return, compressed, all that is seen of a page before there is a session, and its numbers."""
    state = followed(page, begun(page, "en"), link)
    if state.repairs:
        raise RefusedError(state.repairs[0].reason)
    header = drawn(page, state, done) | {"version": VERSION}
    return zipped(packed(header, scene(page, state.settings, done).now))


def _as_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def sweep(page: Page, link: Mapping[str, str], control: str) -> bytes:
    """Return, compressed, the arrays that a control moves, along it; or raise RefusedError.

    The others stay as they are at the settings, where the browser has them.
    """
    settings, repairs = from_link(link, page.opened(Settings()))
    if repairs:
        raise RefusedError(repairs[0].reason)
    found = swept(page, settled(settings, page.items, pieces=page.pieces), control)
    if found is None:
        raise RefusedError(common.BROKEN_ADDRESS)
    return found


def swept(page: Page, settings: Settings, control: str, have: str = "") -> bytes | None:
    """Return the arrays along a control, or None if there is none, or the browser has them."""
    settings = _spoken_of(page, settings)
    whole = scene(page, settings, NOTHING)
    for one in whole.controls:
        if isinstance(one, Control) and one.slider.id == control:
            key = fingerprint(whole.lesson, one.slider, settings)
            return None if key == have else _swept((page.name, key), whole, one, settings)
    return None


@cached(
    LRUCache(SWEEPS, getsizeof=len), key=lambda which, *_: which, condition=Condition()
)  # what is being made is waited for
def _swept(which: tuple[str, str], whole: Scene, one: Control, settings: Settings) -> bytes:
    frames = whole.evaluate(along(one.slider, settings))
    moving = {name: array for name, array in frames.items() if len(array) > 1}
    return zipped(packed({"id": one.slider.id, "key": which[1]}, moving))


def zipped(data: bytes) -> bytes:
    """Return data compressed by gzip, in the least time: digits hardly shrink, and readers wait."""
    return igzip.compress(data, FAST, mtime=0)


def answer(page: Page, kept: str, events: Sequence[tuple[str, str]]) -> bytes:
    """Return what changes on a page by what was done, or raise RefusedError.

    Where more changes than the scene, that has to be told to the session.
    """
    before, done = carried.read(page, kept)
    known = set(scene(page, before.settings, done).events)
    if len(events) > MOST_EVENTS or not all(event in known for event, _ in events):
        raise RefusedError(common.BROKEN_ADDRESS)
    after = heard(page, before, events)
    if frame(page, before) != frame(page, after):
        return packed({"session": True}, {})
    patch = changes(drawn(page, before, done), drawn(page, after, done))
    return packed({"patch": patch}, scene(page, after.settings, done).now)

"""The course's own server around Streamlit's pages: what ``app.py`` gives to it.

``answers.py`` has addresses of our own, and ``aside.py`` computes what they give.
``first_picture.py`` shows a page's first words (``first_words.py``) and has its scene drawn
(``first_scene.py``) before Streamlit's page is there, ``kept.py`` sends the files that it needs
(``needed.py``) compressed. ``rooms.py`` are the addresses of a classroom, ``room_wall.py`` what
its projector shows, ``phones.py`` those of its phones. ``reports.py`` looks at what browsers
report, ``safety.py`` forbids pages what they do not need, ``leaving.py`` hears of the server's end.
A host that takes none of this shows the same pages, later.
"""

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import config

from softmax_app.classroom.store import make_store
from softmax_app.server import answers, aside, phones, room_wall, rooms
from softmax_app.server.first_picture import FirstPicture
from softmax_app.server.kept import Kept
from softmax_app.server.leaving import when_told_to_end
from softmax_app.server.needed import FILES
from softmax_app.server.reports import Reports
from softmax_app.server.room_request import Classrooms, WithClassrooms
from softmax_app.server.safety import Safe

_below: Final = str(config.get_option("server.baseUrlPath")).strip("/")
__all__ = ["MIDDLEWARE", "ROUTES", "ready"]

BASE: Final = f"/{_below}" if _below else ""
OURS: Final = (*answers.ROUTES, *rooms.ROUTES, *room_wall.ROUTES, *phones.ROUTES)
ROUTES: Final = [
    Route(BASE + route.path, route.endpoint, methods=[*(route.methods or ())]) for route in OURS
]
CLASSROOMS: Final = Classrooms(make_store(os.environ))
MIDDLEWARE: Final = [
    Middleware(Safe),
    Middleware(WithClassrooms, classrooms=CLASSROOMS),
    Middleware(Reports),
    Middleware(FirstPicture),
    Middleware(Kept, ready=[f"{BASE}/{file}" for file in FILES]),
]


@asynccontextmanager
async def ready(app: object) -> AsyncIterator[Mapping[str, Any]]:
    """Have ready what is needed before someone asks, and let go of it in the end."""
    async with aside.ready(app) as state:
        with when_told_to_end(CLASSROOMS.watches.end):
            yield state
    await CLASSROOMS.store.close()

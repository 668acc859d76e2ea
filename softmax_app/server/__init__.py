"""The course's own server around Streamlit's pages: what ``app.py`` gives to it.

``answers.py`` has addresses of our own, and ``aside.py`` computes what they give.
``first_picture.py`` shows a page's first words (``first_words.py``) before Streamlit's page is
there, ``kept.py`` sends the files that it needs (``needed.py``) compressed. A host that takes none
of this shows the same pages, later.
"""

from typing import Final

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import config

from softmax_app.server import answers
from softmax_app.server.aside import ready
from softmax_app.server.first_picture import FirstPicture
from softmax_app.server.kept import Kept
from softmax_app.server.needed import FILES

_below: Final = str(config.get_option("server.baseUrlPath")).strip("/")
__all__ = ["MIDDLEWARE", "ROUTES", "ready"]

BASE: Final = f"/{_below}" if _below else ""
ROUTES: Final = [Route(BASE + route.path, route.endpoint) for route in answers.ROUTES]
MIDDLEWARE: Final = [
    Middleware(FirstPicture),
    Middleware(Kept, ready=[f"{BASE}/{file}" for file in FILES]),
]

"""The links that a reader may give away: of the page, the projector, a question and its answer.

A link in the address says everything, defaults too, and is the same for all who are there. One
that is given away is opened anew: it leaves out what whoever opens it finds without being told.
"""

from collections.abc import Mapping
from dataclasses import replace
from ipaddress import ip_address
from typing import Final, Literal
from urllib.parse import urlencode, urlsplit

from softmax_app.kit.items import Question, find
from softmax_app.kit.lesson import Page
from softmax_app.kit.state import State, followed
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked
from softmax_app.settings.table import ROWS

Kind = Literal["page", "projector", "question", "answer", "embed"]
READABLE: Final = ","  # may stand in a query as it is
ASKED: Final = ROWS["asked"].in_link
OWN: Final = ROWS["language"].in_link  # without it, each reader has another


def offers(page: Page, state: State) -> dict[Kind, str]:
    """Return the queries that can be given away of a page in this state."""
    asked, view = state.settings.asked, state.settings.view
    item = find(page.items, asked.item)
    on_page = _with(state, view="page", asked=asked if item else Asked())
    found: dict[Kind, str] = {"page": query(page, on_page)}
    found["projector"] = query(page, _with(state, view="light" if view == "page" else view))
    if isinstance(item, Question):
        found["question"] = query(page, _with(on_page, asked=Asked(item.id)))
        found["answer"] = query(page, _with(on_page, asked=Asked(item.id, "shown")))
    found["embed"] = query(page, on_page, embed="true")
    return found


def query(page: Page, state: State, **more: str) -> str:
    """Return the shortest query that opens a page in this state, with what else it is to say."""
    return urlencode(short(page, state) | more, safe=READABLE)


def short(page: Page, state: State) -> dict[str, str]:
    """Return what the link of a page has to say so that a new reader finds this state.

    >>> from softmax_app.course import LESSONS
    >>> short(LESSONS[0], State(Settings(scores=(4.0, -4.0, 3.0), asked=Asked("tenth"))))
    {'z': '4,-4,3', 'lang': 'en', 'q': 'tenth'}
    """
    said = dict(state.link(page))
    opened = _opened(page, said)
    if _opened(page, said | {ASKED: state.settings.asked.item}) == opened:
        said |= {ASKED: state.settings.asked.item}  # no one has guessed
    for name in [name for name in reversed(said) if name != OWN]:  # the sliders' reach before z
        less = {other: text for other, text in said.items() if other != name}
        if _opened(page, less) == opened:
            said = less
    return said


def is_own_machine(address: str) -> bool:
    """Is it an address by which a machine speaks to itself: to another it leads nowhere?

    >>> [is_own_machine(f"http://{host}/") for host in ("localhost:8501", "127.0.0.1", "[::1]:80")]
    [True, True, True]
    >>> [is_own_machine(f"http://{host}/") for host in ("10.0.0.7:8501", "example.org")]
    [False, False]
    """
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _opened(page: Page, link: Mapping[str, str]) -> dict[str, str]:
    """Return the whole link of the page that a new reader finds by this one."""
    return followed(page, State(Settings()), link).link(page)


def _with(state: State, **changes: object) -> State:
    return replace(state, settings=replace(state.settings, **changes))  # type: ignore[arg-type]

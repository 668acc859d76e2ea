"""Where a page's scene is to be had before there is a session: what its HTML has a browser ask for.

The browser draws it below the first words, and hands it to Streamlit's page once that is there.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlencode

from softmax_app.kit.lesson import Lesson, Page
from softmax_app.live.answers import VERSION
from softmax_app.settings import Settings
from softmax_app.settings.table import ROWS

IN_LINKS: Final = frozenset(row.in_link for row in ROWS.values())


def address(page: Page, settings: Settings, query: Mapping[str, str], done: frozenset[str]) -> str:
    """Return the address of a page's scene, or nothing where it does not come first.

    That is a lesson's, by itself on the page: where something is asked, or other words stand above
    it, Streamlit's page says where it stands.
    """
    is_plain = settings.view == "page" and not settings.asked.item and "embed" not in query
    if not isinstance(page, Lesson) or not is_plain:
        return ""
    known = {name: text for name, text in query.items() if name in IN_LINKS}
    own = ".".join(item.id for item in page.items if item.id in done)
    asked = urlencode({"lang": settings.language} | known | {"done": own}, safe=",")
    return f"./course/{VERSION}/{quote(page.name)}/first?{asked}"

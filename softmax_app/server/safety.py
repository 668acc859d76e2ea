"""What a browser is told with every answer, so that a page can do no more than it needs.

A page of the course asks no other host, has no plug-in, frame, form or ``eval``, and of the scripts
that stand in the HTML those alone run that Streamlit and we have put there: the policy has their
digests, so it is the same for every reader. (A nonce is new each time: no browser could be told
that it has the page already.) Any page may show a lesson in a frame, which is what saying nothing
of it means; ``frame-ancestors *`` would leave out the files and apps of a course. What a stricter
policy would break, tried with Streamlit 1.67 and plotly.js 4.1:

- ``script-src blob:``: Streamlit makes a module of each component's script at such an address,
  which only a script that runs already can make.
- ``wasm-unsafe-eval``: protobuf.js, in which Streamlit speaks, has a WebAssembly for whole numbers
  of 64 bits. JavaScript is not evaluated.
- ``style-src 'unsafe-inline'``: KaTeX and plotly.js write attributes ``style="..."``, with values
  from what they draw; and Streamlit, React Aria and plotly.js put sheets into the page whose
  digests would change with each of their versions. A style has nowhere to send what it finds.
- ``data:`` and ``blob:`` of fonts and images: KaTeX has small fonts in its style sheet, and
  plotly.js draws the picture that it saves from such an image. Both are what the page has already.
"""

import base64
import hashlib
import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from softmax_app import course
from softmax_app.server.first_words import with_first_words
from softmax_app.server.needed import STREAMLIT

INLINE: Final = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


def digest(content: str) -> str:
    """Return the source expression that stands for a script or a style of this content.

    >>> digest("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def _policy() -> str:
    index = (STREAMLIT / "index.html").read_text("utf-8")
    inline = INLINE.findall(with_first_words(index, course.HOME, {}, "en"))
    scripts = " ".join(digest(content) for tag, content in inline if tag == "script")
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


NOT_HERE: Final = ("camera", "microphone", "geolocation", "display-capture", "usb", "payment")
NOSNIFF: Final = {"X-Content-Type-Options": "nosniff"}
# what is no page is not to be made one
OTHER: Final = {
    **NOSNIFF,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
PAGE: Final = {
    **NOSNIFF,
    "Content-Security-Policy": _policy(),
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{one}=()" for one in NOT_HERE),
}


class Safe:
    """A middleware that adds what an answer does not say itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_page = headers.get("Content-Type", "").startswith("text/html")
                for name, value in (PAGE if is_page else OTHER).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, sending)

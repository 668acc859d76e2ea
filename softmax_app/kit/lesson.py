"""A page of the course as one record, and a lesson's, which names all that is in its folder."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Final, Protocol

from softmax_app.kit.items import Item
from softmax_app.kit.pieces import pieces
from softmax_app.kit.scene import Scene
from softmax_app.kit.snippets import Snippet, Snippets
from softmax_app.settings import Settings
from softmax_app.texts.text import Text

EVERYWHERE: Final = ("scores", "names", "span", "language", "view", "asked")  # set on every page


class Words(Protocol):
    """What a lesson's module of words holds for the frame around it."""

    TITLE: Text
    SURPRISE: Text
    LEAD: Text
    TAKEAWAYS: Text
    TRY: Text


class Code(Protocol):
    """What a lesson's module of code holds: the computation by library, and a picture of it."""

    SNIPPETS: Snippets
    PLOT: Snippet


@dataclass(frozen=True, eq=False)
class Page:
    """A page: its name in the address, its title, what it sets, what it shows and asks.

    ``settings`` are those that it uses beside the ones of every page. Where no one has set the
    scores, it opens on those of its ``opening``.
    """

    name: str
    title: Text
    settings: tuple[str, ...]
    scene: Callable[[Settings], Scene]
    items: tuple[Item, ...] = ()
    opening: tuple[float, ...] = Settings.scores

    def opened(self, settings: Settings) -> Settings:
        """Return settings with the scores that this page opens on."""
        return settings.on_opening(self.opening)

    @property
    def all_settings(self) -> tuple[str, ...]:
        """The settings that its link speaks of."""
        return (*EVERYWHERE, *self.settings)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """The names of the pieces that it is projected in."""
        return frozenset(piece.name for piece in pieces(self.scene(Settings())))


@dataclass(frozen=True, eq=False, kw_only=True)
class Lesson(Page):
    """A lesson: its words, its code, and the modules that use the core.

    The core's functions in these are shown at its end. ``not_in_code`` are settings that its
    code leaves out, the scores among them where it has others. ``part`` is the heading of the part
    of the course that begins with it.
    """

    words: Words
    code: Code
    numbers: tuple[ModuleType, ...]
    not_in_code: tuple[str, ...] = ()
    part: Text | None = None

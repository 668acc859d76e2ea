"""The state of a reader as one value, and the one function that changes it.

All that a page shows follows from its lesson and this; and but for the numbers that wait behind
an open puzzle, all of it follows from the lesson and its link.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from softmax_app.kit import stations
from softmax_app.kit.items import Puzzle, at_start, find, is_done, linked, settled
from softmax_app.kit.lesson import Page
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked
from softmax_app.settings.asked import to_text as written_asked
from softmax_app.settings.events import Event, read
from softmax_app.settings.limits import LARGEST_SCORE, LONGEST_NAME, MOST_OPTIONS
from softmax_app.settings.link import Repair, from_link, to_link
from softmax_app.settings.reading import RefusedError, printable, read_amount, read_scores
from softmax_app.settings.settings import tidy
from softmax_app.settings.table import NUMBERS, ROWS
from softmax_app.texts import common
from softmax_app.texts.text import Language, Text

SHARED: Final = ("names", "language", "view")  # of a puzzle's settings: what outlives it


@dataclass(frozen=True)
class State:
    """What a reader has set, and what there is to say of it.

    ``before`` are the settings as they were when a puzzle was opened, which has numbers of its
    own. ``refusals`` say why values were refused, by the event that brought them, ``repairs``
    what of the link could not be used. ``wish`` asks for more than other settings: for another
    page, or for the link.
    """

    settings: Settings
    before: Settings | None = None
    refusals: Mapping[str, Text] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    wish: Event | None = None

    @property
    def own(self) -> Settings:
        """The reader's own settings: those that leave with them for another page."""
        kept = self.settings if self.before is None else self.before
        shared = {name: getattr(self.settings, name) for name in SHARED}
        return replace(kept, **shared, asked=Asked())

    def link(self, page: Page) -> dict[str, str]:
        """Return the link of this page as it is."""
        return to_link(self.settings, page.all_settings)

    def link_to(self, page: Page) -> dict[str, str]:
        """Return the link of a page with the reader's own settings, where it begins."""
        begun = settled(self.own, page.items, pieces=page.pieces)
        return to_link(begun, page.all_settings)


def frame(page: Page, state: State) -> tuple[object, ...]:
    """Return what the page around the scene depends on, beside the numbers in its links.

    While it stays the same, a change is the scene's own affair.
    """
    settings, asked = state.settings, state.settings.asked
    item = find(page.items, asked.item)
    # the foot of the projector says what comes next
    step = asked.stage if settings.view != "page" else asked.stage == "shown"
    is_solved = isinstance(item, Puzzle) and is_done(item, settings)
    return settings.language, settings.view, asked.item, step, is_solved, state.wish


def begun(page: Page, language: Language) -> State:
    """Return the state of a reader who has set nothing yet."""
    return State(page.opened(Settings(language=language)))


def followed(page: Page, state: State, query: Mapping[str, str]) -> State:
    """Return the state after a link was followed: it speaks first, and a puzzle starts.

    Scores that it does not speak of are those that the page opens on.
    """
    name, _, _ = query.get("q", "").partition(",")  # whatever stands behind it
    start = at_start(page.opened(state.own), page.items, name)
    found, repairs = from_link(query, start)
    kept = settled(found, page.items, pieces=page.pieces)
    return State(kept, repairs=(*repairs, *_unasked(found.asked, kept.asked)))


def arrived(page: Page, state: State) -> State:
    """Return the state on a page, which asks only what it can, and has its own opening."""
    here = page.opened(state.settings) if state.settings.opening else state.settings
    return replace(state, settings=settled(here, page.items, pieces=page.pieces))


def heard(page: Page, state: State, events: Iterable[tuple[str, str]]) -> State:
    """Return the state after all that a hand did since it was last heard."""
    state = replace(state, refusals={})
    for event, value in events:
        state = answer(page, state, event, value)
    return state


def answer(page: Page, state: State, event: str, value: str = "") -> State:
    """Return the state after one event; what cannot be taken is refused with a reason."""
    try:
        return _done(page, state, event, value)
    except RefusedError as refusal:
        refused = printable(event[:LONGEST_NAME])  # no control that refuses has a longer one
        return replace(state, refusals={**state.refusals, refused: refusal.reason})


def _done(page: Page, state: State, event: str, value: str) -> State:
    done = read(event)
    if done.action in STATIONS:
        opens = STATIONS[done.action](page, state.settings)
        return answer(page, state, opens) if opens else state
    if done.action in WISHES:
        if done.operand not in WISHES[done.action]:
            raise RefusedError(common.UNKNOWN_EVENT)
        return replace(state, wish=done)
    if done.action == "reset:":
        return begun(page, state.settings.language)
    changed = change(state.settings, event, value)
    return _changed(page, state, settled(changed, page.items, pieces=page.pieces))


def _changed(page: Page, state: State, settings: Settings) -> State:
    """Return the state with other settings; a puzzle keeps the numbers from before it."""
    was, now = (
        isinstance(find(page.items, one.asked.item), Puzzle) for one in (state.settings, settings)
    )
    changed = replace(state, settings=settings, repairs=())
    if now and not was:
        return replace(changed, before=state.settings)
    if was and not now:
        own = replace(changed.own, asked=settings.asked)
        return replace(changed, settings=own, before=None)
    return changed


STATIONS: Final[Mapping[str, Callable[[Page, Settings], str]]] = {
    "forward:": stations.forward,
    "back:": stations.back,
    "first:": stations.first,
    "last:": stations.last,
    "question:": stations.question,
    "reveal:": stations.reveal,
}
# what each can be asked for
WISHES: Final[Mapping[str, tuple[str, ...]]] = {"go:": ("next", "last"), "share:": ("",)}


def change(settings: Settings, event: str, value: str = "") -> Settings:
    """Return the settings after an event, or raise RefusedError.

    One for a class or a guess that is no longer there changes nothing.
    """
    done = read(event)
    if done.action.endswith(":"):
        return _pressed(settings, done.action, done.operand)
    which = done.which
    if done.action == "guess":
        known = which < len(settings.asked.guess)
        return settings.with_guess(which, value) if known else settings
    if which >= len(settings.scores):
        return settings
    if done.action in NUMBERS:
        return settings.with_number(done.action, value)
    match done.action:
        case "scores":
            return settings.with_score(which, value)
        case "names":
            return settings.with_name(which, value)
        case "pair":
            return settings.with_pair(value)
        case "entry":
            return settings.with_choice("entry", value)
        case "remove":
            return settings.with_class_removed(which)
        case "add":
            return settings.with_class_added()
    raise RefusedError(common.UNKNOWN_EVENT)


def _pressed(settings: Settings, action: str, operand: str) -> Settings:
    scores = settings.scores
    match action:
        case "example:":
            return settings.with_scores(read_scores(operand))
        case "pair:":
            return settings.with_scores((*read_scores(operand)[:2], *scores[2:]))
        case "times:":
            factor = _read_factor(operand)
            return settings.with_scores(tuple(tidy(score * factor) for score in scores))
        case "plus:":
            offset = _read_factor(operand)
            return settings.with_scores(tuple(tidy(score + offset) for score in scores))
        case "step_scores:":
            return settings.with_step()
        case "draw:":
            return settings.with_next_draw()
        case "format:":
            return settings.with_format(operand)
        case "causal:" | "block:" | "prompt:" | "order:" | "entry:":
            return settings.with_choice(action.removesuffix(":"), operand)
        case "look:":
            return settings.with_look(operand)
        case "hidden:":
            return settings.with_hidden(operand)
        case "label:":
            return settings.with_label(operand)
        case "language:":
            return settings.with_language(operand)
        case "choose:":
            return settings.with_option(_read_option(operand))
        case "rank:":
            return settings.with_rank(_read_option(operand))
        case "commit:":
            return settings.with_stage("committed", complete=_read_option(operand))
        case "show:":
            return settings.with_stage("shown", complete=0)
        case "view:":
            return settings.with_view(operand)
        case "set:":
            return linked(operand, settings)
    raise RefusedError(common.UNKNOWN_EVENT)


def _read_factor(text: str) -> float:
    return read_amount(text, -LARGEST_SCORE, LARGEST_SCORE)


def _read_option(text: str) -> int:
    return int(read_amount(text, 0.0, MOST_OPTIONS))


def _unasked(found: Asked, kept: Asked) -> tuple[Repair, ...]:
    """Return what a link asks and the page cannot: another question, or with that guess."""
    in_link = ROWS["asked"].in_link
    if found.item and kept.item != found.item:  # a wall begins where the page does
        return (Repair(in_link, found.item, common.NO_SUCH_QUESTION),)
    if found.guess and kept.guess != found.guess:
        return (Repair(in_link, written_asked(found), common.NO_SUCH_GUESS),)
    return ()

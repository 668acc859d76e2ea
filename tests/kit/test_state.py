"""The state of a reader: the page, its link, the menu and a fresh reader always agree."""

from dataclasses import replace

import pytest
from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from softmax_app import course
from softmax_app.kit import stations
from softmax_app.kit.items import Puzzle, find
from softmax_app.kit.scene import Control
from softmax_app.kit.state import State, answer, arrived, followed, heard
from softmax_app.settings import Settings
from softmax_app.settings.asked import Asked
from softmax_app.texts.text import LANGUAGES
from tests.examples import one_in

FIRST = course.LESSONS[0]
PAGES = (course.HOME, *course.LESSONS)
LEARNING = course.LESSONS[8]
PUZZLES = [item for page in PAGES for item in page.items if isinstance(item, Puzzle)]


def test_starting_over_inside_a_puzzle_starts_the_menu_over_too():
    state = followed(FIRST, State(Settings()), {"z": "1,2,3,4"})
    (win,) = (item for item in FIRST.items if item.id == "win")
    state = answer(FIRST, state, win.opened)
    assert (state.settings.scores, state.own.scores) == ((2, 3, 5), (1, 2, 3, 4))
    state = answer(FIRST, state, "reset:")
    assert state.settings.scores == (2, 3, 5)
    assert state.link(FIRST).keys().isdisjoint({"q", "z", "r"})
    assert all("z" not in state.link_to(page) for page in PAGES)


def test_starting_over_keeps_the_language_and_nothing_else():
    state = followed(FIRST, State(Settings()), {"z": "1,2", "lang": "zh", "T": "0"})
    assert len(state.repairs) == 1
    state = answer(FIRST, state, "scores.0", "x")
    assert list(state.refusals) == ["scores.0"]
    assert answer(FIRST, state, "reset:") == State(FIRST.opened(Settings(language="zh")))


REACHES = {(123, 456, 789): 1000, (60, -4, 3): 100}  # of the sliders; 10 on all other openings


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name or "home")
def test_with_nothing_set_a_page_opens_on_the_numbers_that_make_its_point(page):
    opened = followed(page, State(Settings()), {"lang": "en"})
    assert opened.settings.scores == page.opening
    assert opened.settings.true_class == 2
    assert "z" not in opened.link(page)
    for other in PAGES:
        there = followed(other, opened, opened.link_to(other))
        assert there.settings.scores == other.opening
        assert there.settings.reach == REACHES.get(other.opening, 10)


def test_each_lesson_opens_where_its_story_is():
    first, overflow, loss, routes = (2, 3, 5), (123, 456, 789), (4, -4, 3), (60, -4, 3)
    openings = [page.opening for page in PAGES[:10]]
    assert openings == [loss, first, first, first, overflow, loss, first, loss, routes, loss]


@pytest.mark.parametrize("event", ["scores.0", "example:", "plus:100", "add", "remove.1"])
def test_what_a_hand_has_set_is_carried_to_every_page(event):
    for page in PAGES:
        state = State(page.opened(Settings()))
        if event == "example:":
            event += ",".join(map(str, page.opening))  # even what stands there already
        state = answer(page, state, event, "7")
        for other in PAGES:
            there = followed(other, state, state.link_to(other))
            assert there.settings.scores == state.settings.scores
            assert there.link(other)["z"] == state.link(page)["z"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name or "home")
def test_what_a_link_has_set_is_carried_to_every_page(page):
    state = followed(page, State(Settings()), {"z": "2,3,5"})
    for other in PAGES:
        assert followed(other, state, state.link_to(other)).settings.scores == (2, 3, 5)


def test_a_setting_that_is_no_score_leaves_the_openings_alone():
    state = answer(FIRST, State(FIRST.opened(Settings())), "temperature", "2")
    state = answer(FIRST, state, "names.0", "cat")
    last = LEARNING
    there = followed(last, state, state.link_to(last))
    assert (there.settings.scores, there.settings.temperature) == ((4, -4, 3), 2)


def test_going_back_to_a_link_without_scores_goes_back_to_the_opening():
    state = answer(FIRST, State(FIRST.opened(Settings())), "scores.0", "7")
    assert followed(FIRST, state, {"lang": "en"}).settings == FIRST.opened(Settings())


def test_a_broken_score_leaves_the_opening_and_says_so():
    state = followed(course.LESSONS[3], State(Settings()), {"z": "1,x"})
    assert state.settings.scores == (123, 456, 789)
    assert [repair.in_link for repair in state.repairs] == ["z"]


def test_a_puzzle_gives_the_opening_back():
    page = LEARNING
    state = answer(page, State(page.opened(Settings())), page.items[-1].opened)
    assert state.settings.opening is False
    assert answer(page, state, "set:q=") == State(page.opened(Settings()))


def test_what_is_refused_changes_nothing_but_says_why():
    before = State(Settings())
    after = heard(FIRST, before, [("scores.0", "x"), ("scores.1", "7"), ("temperature", "0")])
    assert after.settings.scores == (2, 7, 5)
    assert set(after.refusals) == {"scores.0", "temperature"}
    assert heard(FIRST, after, [("scores.2", "1")]).refusals == {}


def test_a_wish_leaves_the_settings_alone():
    for event in ("share:", stations.ONWARD, stations.BACKWARD):
        state = answer(FIRST, State(Settings()), event)
        assert state.wish is not None
        assert replace(state, wish=None) == State(Settings())


def test_leaving_a_puzzle_gives_the_numbers_back_but_keeps_the_names():
    state = followed(FIRST, State(Settings()), {"z": "1,2,3,4", "T": "2"})
    state = answer(FIRST, state, "set:z=2,3,5&q=win")
    state = heard(FIRST, state, [("scores.0", "9"), ("names.0", "cat"), ("language:zh", "")])
    state = answer(FIRST, state, "set:q=tenth")
    assert state.settings.scores == (1, 2, 3, 4)
    assert (state.settings.temperature, state.settings.names[0]) == (2, "cat")
    assert (state.settings.language, state.settings.asked.item) == ("zh", "tenth")
    assert state.before is None


@pytest.mark.parametrize(
    ("query", "named"),
    [({"q": "nothing"}, "nothing"), ({"q": "tenth,shown,7,7,7"}, "tenth,shown,7,7,7")],
)
def test_a_question_that_cannot_be_asked_is_said(query, named):
    state = followed(FIRST, State(Settings()), query)
    assert [(repair.in_link, repair.value) for repair in state.repairs] == [("q", named)]


@pytest.mark.parametrize("page", [course.HOME, *course.LESSONS], ids=lambda page: page.name)
@pytest.mark.parametrize("view", ["page", "light"])
def test_a_link_that_asks_nothing_has_nothing_to_mend_wherever_the_page_begins(page, view):
    state = followed(page, State(Settings()), {"view": view, "lang": "zh"})
    assert state.repairs == ()
    assert followed(page, state, state.link(page)).repairs == ()


class Reader(RuleBasedStateMachine):
    """A reader who presses, types, follows links, and changes pages in any order."""

    @initialize(page=st.sampled_from(PAGES))
    def open_the_course(self, page):
        self.page = page
        self.state = State(page.opened(Settings()))

    def press(self, event, value=""):
        self.state = heard(self.page, self.state, [(event, value)])

    def scene_buttons(self):
        scene = self.page.scene(self.state.settings)
        rows = [one for one in scene.controls if not isinstance(one, Control)]
        removals = [one.remove for one in scene.controls if isinstance(one, Control)]
        return [button for row in rows for button in row.buttons] + list(filter(None, removals))

    @rule(data=st.data())
    def use_a_button_of_the_lesson(self, data):
        buttons = self.scene_buttons()
        if buttons:
            self.press(data.draw(st.sampled_from(buttons)).id)

    @rule(data=st.data(), text=st.sampled_from(["", "x", "-98", "0.1", "3", "1e9"]))
    def type_into_a_control(self, data, text):
        scene = self.page.scene(self.state.settings)
        controls = [one for one in scene.controls if isinstance(one, Control)]
        if controls:
            self.press(data.draw(st.sampled_from(controls)).slider.id, text)

    @rule(data=st.data())
    def drag_a_control(self, data):
        scene = self.page.scene(self.state.settings)
        controls = [one for one in scene.controls if isinstance(one, Control)]
        if controls:
            slider = data.draw(st.sampled_from(controls)).slider
            self.press(slider.id, repr(float(data.draw(st.sampled_from(slider.grid.tolist())))))

    @rule(name=st.sampled_from(["", "cat", "a,b", '"', "名"]), index=st.integers(0, 3))
    def name_a_class(self, name, index):
        self.press(f"names.{index}", name)

    @rule(data=st.data(), shown=st.booleans())
    def open_what_is_asked(self, data, shown):
        if self.page.items:
            item = data.draw(st.sampled_from(self.page.items))
            self.press(item.shown if shown and not isinstance(item, Puzzle) else item.opened)

    @rule(puzzle=st.sampled_from(PUZZLES))
    def start_a_puzzle(self, puzzle):
        here = find(self.page.items, puzzle.id)
        if here is None:
            (self.page,) = (lesson for lesson in course.LESSONS if puzzle in lesson.items)
            self.state = followed(self.page, self.state, self.state.link_to(self.page))
        self.press(puzzle.opened)

    @rule(value=st.sampled_from(["0.1", "0.9", "5"]), index=st.integers(0, 2))
    def guess(self, value, index):
        self.press(f"guess.{index}", value)
        item = find(self.page.items, self.state.settings.asked.item)
        if item is not None and not isinstance(item, Puzzle):
            self.press(f"commit:{item.complete}")

    @rule(event=st.sampled_from(["show:", "reveal:", "forward:", "back:", "set:q="]))
    def go_on_with_what_is_asked(self, event):
        self.press(event)

    @rule(view=st.sampled_from(["page", "light", "dark"]))
    def change_the_view(self, view):
        self.press(f"view:{view}")

    @rule(language=st.sampled_from(LANGUAGES))
    def change_the_language(self, language):
        self.state = answer(self.page, self.state, f"language:{language}")

    @rule()
    def start_over(self):
        self.press("reset:")

    @rule(page=st.sampled_from(PAGES))
    def follow_the_menu(self, page):
        promised = self.state.link_to(page)
        self.page = page
        self.state = followed(page, self.state, promised)
        assert self.state.link(page) == promised
        assert self.state.repairs == ()
        assert self.state.settings.opening == ("z" not in promised)

    @rule(
        page=st.sampled_from(PAGES),
        z=st.sampled_from(["1,2,3,4", "x", "5,5", "2,3,5"]),
        data=st.data(),
    )
    def follow_a_link_from_elsewhere(self, page, z, data):
        names = ["", "nothing", *(item.id for item in page.items)]
        query = {"z": z, "q": data.draw(st.sampled_from(names))}
        self.page = page
        self.state = followed(page, self.state, query)

    @rule()
    def reload(self):
        self.state = followed(self.page, self.state, self.state.link(self.page))

    @invariant()
    def a_fresh_reader_on_the_link_sees_the_same(self):
        link = self.state.link(self.page)
        fresh = followed(self.page, State(Settings(language="zh")), link)
        assert fresh.link(self.page) == link
        assert fresh.repairs == ()
        for name in self.page.all_settings:
            if name not in ("names", "span", "label"):  # these wait for classes to come back
                assert getattr(fresh.settings, name) == getattr(self.state.settings, name), name
        assert fresh.settings.labels == self.state.settings.labels
        assert fresh.settings.reach == self.state.settings.reach
        assert fresh.settings.true_class == self.state.settings.true_class or (
            "label" not in self.page.settings
        )

    @invariant()
    def the_menu_leads_to_the_numbers_on_the_page_unless_a_puzzle_has_its_own(self):
        item = find(self.page.items, self.state.settings.asked.item)
        is_puzzle = isinstance(item, Puzzle)
        assert (self.state.before is None) or is_puzzle
        if self.state.before is None:
            own = replace(self.state.settings, asked=Asked())
            assert self.state.own == own
        closed = answer(self.page, self.state, "set:q=")
        assert closed.link(self.page) == self.state.link_to(self.page)

    @invariant()
    def only_a_page_that_no_one_has_touched_is_on_its_opening(self):
        settings = self.state.settings
        assert settings.opening == ("z" not in self.state.link(self.page))
        assert not settings.opening or settings.scores == self.page.opening

    @invariant()
    def arriving_again_changes_nothing(self):
        assert arrived(self.page, self.state) == self.state


Reader.TestCase.settings = examples(one_in(5), stateful_step_count=30)
TestReader = Reader.TestCase

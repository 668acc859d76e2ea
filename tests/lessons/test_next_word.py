"""Lesson 10: what it shows of a vocabulary is what the whole vocabulary gives."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from softmax_app import smollm2
from softmax_app.kit.content import Cases
from softmax_app.kit.state import change
from softmax_app.lessons.next_word import lesson, numbers, panels, words
from softmax_app.lessons.next_word.tokens import BYTES, letters, likeliest, spelled
from softmax_app.live.arrays import packed
from softmax_app.settings import Settings
from softmax_app.settings.limits import VOCABULARY
from softmax_app.settings.link import to_link
from softmax_app.sweeps import along, number_slider
from softmax_core import entropy, min_p, perplexity, sample, softmax, top_k, top_p

SLIDERS = {
    "temperature": (0.05, 1.0, 20.0),
    "top_k": (2.0, 49152.0),
    "top_p": (0.0, 0.05, 0.5),
    "min_p": (0.5, 0.0),
    "draws": (10.0, 1000.0),
    "seed": (0.0, 100.0),
}
OPENING = Settings()
UNCUT = replace(OPENING, top_p=1.0)
SOME = {
    "as it opens": OPENING,
    "uncut": UNCUT,
    "hot": replace(OPENING, prompt="france", temperature=1.5),
    "hot last": replace(OPENING, prompt="france", temperature=1.5, order="last"),
    "top-k": replace(UNCUT, prompt="roses", top_k=7.0),
    "min-p": replace(UNCUT, prompt="product", min_p=0.1, temperature=0.7),
    "all three": replace(OPENING, prompt="knock", top_k=40.0, min_p=0.02, order="last"),
    "one": replace(OPENING, prompt="code", top_p=0.0, seed=5.0),
    "cold": replace(OPENING, temperature=0.001, draws=1000.0),
}


def left(settings):
    """Return the scores of the whole vocabulary, filtered by the core's own masks."""
    z = np.asarray(smollm2.next_token_scores()[settings.prompt], float)
    before, after = (settings.temperature, 1.0)[:: 1 if settings.order == "first" else -1]
    filtered = top_p(top_k(z / before, int(settings.top_k)), settings.top_p)
    return min_p(filtered, settings.min_p) / after


def bars_of(settings):
    """Return the figure of the likeliest tokens."""
    _, bars, *_ = lesson.scene(settings).parts[0].stage
    return bars


def now(settings):
    return {name: array[0] for name, array in lesson.scene(settings).now.items()}


def by_rows(values, order):
    """Return the values of the shown tokens, and the sum of all others."""
    values = values[order]
    return [*values[: numbers.SHOWN], values[numbers.SHOWN :].sum()]


@pytest.mark.parametrize("which", SOME)
def test_what_is_shown_is_what_the_masks_leave_of_the_whole_vocabulary(which):
    settings = SOME[which]
    shown, scores = now(settings), left(settings)
    z = np.asarray(smollm2.next_token_scores()[settings.prompt], float)
    order = np.argsort(-z, kind="stable")
    before, after = softmax(z, temperature=settings.temperature), softmax(scores)
    is_left = np.isfinite(scores)
    assert shown["kept"] == is_left.sum()
    assert shown["mass"] == pytest.approx(before[is_left].sum(), rel=1e-12)
    np.testing.assert_allclose(shown["before"], by_rows(before, order), rtol=1e-9, atol=1e-14)
    np.testing.assert_allclose(shown["after"], by_rows(after, order), rtol=1e-9, atol=1e-14)
    assert shown["entropy_before"] == pytest.approx(entropy(before), abs=1e-9)
    assert shown["entropy"] == pytest.approx(entropy(after), abs=1e-9)
    assert shown["perplexity"] == pytest.approx(perplexity(after), rel=1e-9)
    draws = sample(scores, size=int(settings.draws), seed=int(settings.seed))
    counts = np.bincount(draws, minlength=VOCABULARY)
    np.testing.assert_array_equal(shown["drawn"], by_rows(counts, order))
    np.testing.assert_array_equal(shown["token_scores"], z[order][: numbers.SHOWN])


def read(word):
    """Return letters as the browser reads them."""
    return bytes(word).rstrip(bytes(1)).decode()


@pytest.mark.parametrize("which", SOME)
@pytest.mark.parametrize("seed", [0.0, 4.0, 100.0])
def test_the_sentence_ends_with_what_the_core_draws_first(which, seed):
    settings = replace(SOME[which], seed=seed)
    scores, shown = left(settings), now(settings)
    (drawn,) = sample(scores, size=1, seed=int(seed))
    z = np.asarray(smollm2.next_token_scores()[settings.prompt], float)
    place = np.argsort(-z, kind="stable").tolist().index(drawn)
    assert shown["word_rank"] == place + 1
    assert read(shown["word"]) == spelled(smollm2.token(int(drawn)))
    assert shown["word_share"] == pytest.approx(softmax(scores)[drawn], rel=1e-9)


@pytest.mark.parametrize("name", ["temperature", "top_k", "top_p", "min_p", "seed"])
def test_along_a_slider_each_position_draws_its_own_token(name):
    settings = replace(UNCUT, temperature=1.2)
    scene = lesson.scene(settings)
    slider = number_slider(settings, name)
    sweep = scene.evaluate(along(slider, settings))
    assert len({read(word) for word in sweep["word"]}) > 5
    for at in (3, len(slider.grid) // 2, -2):
        there = now(replace(settings, **{name: float(slider.grid[at])}))
        assert read(sweep["word"][at]) == read(there["word"])


def test_the_hotter_the_farther_down_the_same_number_draws():
    sweep = lesson.scene(UNCUT).evaluate(along(number_slider(UNCUT, "temperature"), UNCUT))
    assert (np.diff(sweep["word_rank"]) >= 0).all()
    assert sweep["word_rank"][0] == 1
    assert sweep["word_rank"][-1] > 20_000


def test_a_token_of_whatever_letters_is_seen_and_short_enough():
    for number in range(VOCABULARY):
        text = spelled(smollm2.token(number))
        assert text
        assert not any(ord(letter) <= ord(" ") for letter in text)
    words_of_all = letters("once", np.arange(1, VOCABULARY + 1, 7))
    assert words_of_all.shape[1] == BYTES
    assert all(read(word) for word in words_of_all)


@pytest.mark.parametrize(("seed", "following"), [(0.0, 1.0), (41.0, 42.0), (100.0, 0.0)])
def test_drawing_again_takes_the_next_seed_which_is_in_the_link(seed, following):
    settings = replace(OPENING, seed=seed)
    assert "draw:" in lesson.scene(settings).events
    again = change(settings, "draw:")
    assert again == replace(settings, seed=following)
    assert to_link(again, lesson.LESSON.all_settings)["sd"] == f"{following:g}"


def test_the_token_drawn_is_marked_where_it_has_a_bar_and_its_number_lies_in_its_part():
    seen = set()
    for seed in range(20):
        settings = replace(OPENING, temperature=0.5, seed=float(seed))
        figure = bars_of(settings).at(lesson.scene(settings).now)
        _, _, _, _, row, _, _, _, whole, mark, _, _ = figure.data
        ends = whole.x[::-1]  # of the tokens, and of all others
        place = int(np.searchsorted(ends, mark.x[0]))
        if place < numbers.SHOWN:
            assert row.y[0] == place
        else:
            assert np.isnan(row.y[0])
        seen.add(place)
    assert len(seen) > 5


@pytest.mark.parametrize(
    ("prompt", "temperature", "order", "count"),
    [
        ("once", 1.0, "first", 698),
        ("once", 0.7, "first", 62),
        ("once", 1.5, "first", 5128),
        ("once", 0.7, "last", 698),
        ("once", 1.5, "last", 698),
        ("france", 1.0, "first", 10),
        ("france", 1.5, "first", 3283),
    ],
)
def test_the_nucleus_is_as_large_as_is_told(prompt, temperature, order, count):
    assert now(Settings(prompt=prompt, temperature=temperature, order=order))["kept"] == count


def test_with_the_temperature_last_it_changes_no_number_of_tokens():
    settings = replace(OPENING, order="last")
    control = lesson.scene(settings).controls
    slider = next(one.slider for one in control if getattr(one, "slider", None))
    sweep = lesson.scene(settings).evaluate(along(slider, settings))
    assert slider.id == "temperature"
    assert set(sweep["kept"]) == {698}
    assert len(set(sweep["entropy"])) > 50


@pytest.mark.parametrize(
    ("settings", "note"),
    [
        (UNCUT, "all"),
        (replace(UNCUT, top_k=1.0), "one"),
        (replace(UNCUT, top_k=50.0), "top_k"),
        (OPENING, "top_p"),
        (replace(OPENING, top_k=50.0), "top_p"),
        (replace(OPENING, min_p=0.2), "min_p"),
        (replace(OPENING, min_p=1e-9), "top_p"),
    ],
)
def test_the_key_sentence_names_the_filter_that_decides(settings, note):
    assert now(settings)["cut_note"] == list(words.CUT_NOTES).index(note)


@pytest.mark.parametrize(
    ("settings", "note"),
    [
        (OPENING, "same"),
        (replace(OPENING, temperature=1.5), "first"),
        (replace(OPENING, temperature=1.5, order="last"), "last"),
        (replace(UNCUT, temperature=1.5, top_k=9.0), "same"),
    ],
)
def test_the_order_is_told_where_it_matters(settings, note):
    assert now(settings)["order_note"] == list(words.ORDER_NOTES).index(note)


@pytest.mark.parametrize("name", ["temperature", "top_k", "top_p", "min_p", "draws", "seed"])
@pytest.mark.parametrize("prompt", smollm2.PROMPTS)
def test_a_sweep_carries_what_is_drawn_and_not_the_vocabulary(name, prompt):
    settings = Settings(prompt=prompt)
    scene = lesson.scene(settings)
    slider = next(
        one for one in scene.controls if getattr(one, "slider", None) and one.slider.id == name
    )
    assert len(packed({}, scene.evaluate(along(slider.slider, settings)))) <= 150_000


def test_the_bars_say_what_is_cut_off():
    settings = replace(UNCUT, top_k=7.0)
    shown = now(settings)
    assert np.isnan(shown["value_x"]).tolist() == [False] * 7 + [True] * 3
    assert np.isnan(shown["cut_off_x"]).tolist() == [True] * 7 + [False] * 3
    figure = bars_of(settings).at(lesson.scene(settings).now)
    before, after, _, drawn, *_ = figure.data
    np.testing.assert_array_equal(after.x[7:], 0)
    assert (before.x[7:] > 0).all()
    np.testing.assert_allclose(drawn.x[:7], shown["drawn"][:7] / settings.draws, rtol=1e-6)
    assert np.isnan(drawn.x[7:]).all()


def axis_of(figure):
    """Return where the axis of the tokens ends."""
    return figure.layout.xaxis.tickvals[-1]


@pytest.mark.parametrize("name", SLIDERS)
def test_the_axis_of_the_tokens_stays_unless_a_bar_would_be_longer(name):
    seen = set()
    for value in SLIDERS[name]:
        scene = lesson.scene(replace(OPENING, **{name: value}))
        _, bars, *_ = scene.parts[0].stage
        figure, shown = bars.at(scene.now), scene.now
        longest = max(shown[one][0, :-1].max() for one in ("before", "after"))
        needed = max(longest, shown["drawn"][0, :-1].max() / shown["draws"][0])
        assert axis_of(figure) == next(end for end in numbers.AXIS_ENDS if end >= needed)
        assert np.isnan(figure.data[2].x).all()  # none breaks off
        seen.add(axis_of(figure))
    assert 0.25 in seen
    assert (len(seen) > 1) == (name in {"temperature", "top_k", "top_p", "min_p"})


@pytest.mark.parametrize("prompt", smollm2.PROMPTS)
def test_no_bar_breaks_off_where_the_hand_rests(prompt):
    for temperature, top_count in ((0.05, VOCABULARY), (0.3, 3), (1.0, 1), (1.0, 3)):
        cold = replace(UNCUT, prompt=prompt, temperature=temperature, top_k=float(top_count))
        scene = lesson.scene(cold)
        _, bars, *_ = scene.parts[0].stage
        before, after, breaks, drawn, *_ = (figure := bars.at(scene.now)).data
        assert np.isnan(breaks.x).all()
        exact = scene.now["after"][0, :-1]
        np.testing.assert_allclose(after.x, exact, atol=0.0041)
        assert after.x.max() == pytest.approx(exact.max(), rel=1e-6)
        assert np.isfinite(drawn.x).sum() == min(numbers.SHOWN, top_count)
        assert max(*before.x, *after.x, *np.nan_to_num(drawn.x)) <= axis_of(figure)


def test_the_legend_speaks_of_lines_that_are_seen():
    for temperature, level in ((0.98, 0.0), (1.0, 0.5), (1.0, 1.0), (2.0, 1.0)):
        scene = lesson.scene(replace(OPENING, temperature=temperature, top_p=level))
        _, _, curve, *_ = scene.parts[0].stage
        _, level_line, own, line, *_ = curve.at(scene.now).data
        assert scene.now["is_tempered"] == (not np.array_equal(own.y, line.y))
        assert scene.now["has_level"] == np.isfinite(level_line.y).all()
    items = [one.content for one in panels.legend(OPENING).content]
    *always, own_item, level_item = items
    assert not any(isinstance(one, Cases) for one in always)
    assert (own_item.array, level_item.array) == ("is_tempered", "has_level")
    assert own_item.contents[0] == level_item.contents[0] == ""


@pytest.mark.parametrize("prompt", smollm2.PROMPTS)
def test_the_likeliest_token_fills_a_good_part_of_its_axis_and_none_is_longer(prompt):
    settings = replace(UNCUT, prompt=prompt)
    figure = bars_of(settings).at(lesson.scene(settings).now)
    after, end = figure.data[1].x, float(figure.layout.xaxis.ticktext[-1])
    assert figure.layout.xaxis.tickvals[-1] == end
    assert 0.2 * end <= after[0] <= end


def test_bars_that_grow_longer_than_the_axis_break_off_at_its_end_and_the_whole_shows_them():
    settings = replace(UNCUT, top_k=2.0)
    moved = lesson.bars_figure(settings, 0.25)  # while the hand is on its way
    scene = lesson.scene(settings)
    figure = moved.at(scene.now | moved.shapes(scene.now))
    _, after, breaks, drawn, _, values, _, _, whole, mark, others, _ = figure.data
    assert list(after.x[:2]) == list(values.x[:2]) == [0.25] * 2
    assert (breaks.x[:2] < 0.25).all()
    assert np.isnan(breaks.x[2:]).all()
    assert min(values.text[:2]) > 0.4
    assert np.isnan(drawn.x).all()
    np.testing.assert_allclose(whole.x[-2:], [1, values.text[0]], rtol=1e-6)
    assert others.text[0] == 0
    assert mark.x[0] == pytest.approx(now(settings)["uniform"])


@pytest.mark.parametrize("prompt", smollm2.PROMPTS)
def test_in_the_heat_every_bar_that_is_not_0_is_seen_and_all_are_said_to_be_small(prompt):
    for temperature, top_count in ((20.0, VOCABULARY), (20.0, 3), (6.0, VOCABULARY), (1.0, 40)):
        settings = replace(UNCUT, prompt=prompt, temperature=temperature, top_k=float(top_count))
        shown = now(settings)
        figure = bars_of(settings).at(lesson.scene(settings).now)
        before, after, end = *(one.x for one in figure.data[:2]), figure.layout.xaxis.tickvals[-1]
        assert (before >= 0.003 * end).all()
        assert ((after >= 0.003 * end) == (shown["after"][:-1] > 0)).all()
        all_small = max(shown["before"][:-1].max(), shown["after"][:-1].max()) < 0.001
        assert (figure.data[7].text[0] == words.TINY.en) == all_small


def test_the_curve_runs_over_all_ranks_and_is_cut_where_the_tokens_are():
    shown = now(OPENING)
    figure = lesson.curve_figure(OPENING).at(lesson.scene(OPENING).now)
    beyond, _, own, curve, point, told = figure.data
    assert told.x[0] <= point.x[0]
    assert told.y[0] > point.y[0] + 0.1  # where no curve is that rises
    assert (curve.x[0], curve.x[-1]) == (1, VOCABULARY)
    assert (np.diff(curve.y.astype(float)) >= 0).all()
    assert curve.y[-1] == own.y[-1] == 1
    assert (point.x[0], point.y[0]) == (698, shown["mass"])
    assert (beyond.x[0], beyond.x[1]) == (698, VOCABULARY)


def test_a_click_on_a_token_keeps_it_and_those_above():
    assert bars_of(OPENING).pick.control == "top_k"
    assert now(change(UNCUT, "top_k", "4"))["kept"] == 4


def test_the_words_show_the_very_prompts_that_the_model_has_read():
    def plain(text):
        return " ".join(text.replace("\u2019", "'").split())

    assert words.PROMPTS.keys() == words.MEANINGS.keys() == smollm2.PROMPTS.keys()
    for name, prompt in smollm2.PROMPTS.items():
        assert plain(words.MEANINGS[name].en) == plain(prompt)


def test_the_numbers_in_the_words_are_so():
    assert likeliest("france", 2) == ("␣Paris", "␣the")
    assert now(OPENING)["before"][0].round(3) == 0.062
    hot = now(replace(UNCUT, prompt="france", temperature=1.5))
    assert hot["before"][0].round(3) == 0.244
    two = now(replace(UNCUT, prompt="france", temperature=1.5, min_p=0.1))
    assert (two["kept"], two["after"][0].round(2)) == (2, 0.84)
    assert number_slider(OPENING, "top_k").grid[-1] == VOCABULARY


def test_the_data_of_all_prompts_take_little_memory_however_many_read_them():
    for known in (numbers.ranked, numbers.own_probs, smollm2.next_token_scores):
        known.cache_clear()
    tracemalloc.start()
    first = [numbers.own_probs(prompt) for prompt in smollm2.PROMPTS]
    held, _ = tracemalloc.get_traced_memory()
    again = [numbers.own_probs(prompt) for prompt in smollm2.PROMPTS]
    tracemalloc.stop()
    assert held < 30_000_000
    assert all(one is other for one, other in zip(first, again, strict=True))

"""Attention: the model's numbers are what the lesson says, and shown as they are."""

from dataclasses import replace

import numpy as np
import pytest

from softmax_app.figures import attention_map
from softmax_app.kit.state import change
from softmax_app.lessons.attention import lesson, numbers, panels, words
from softmax_app.lessons.attention.heads import products, words_of_sentence
from softmax_app.settings import Settings
from softmax_app.settings.limits import BLOCKS, HEADS, KEYS, LAYERS
from softmax_app.settings.table import NUMBERS
from softmax_app.smollm2 import attention, passage
from softmax_app.sweeps import along, at_settings, number_slider
from softmax_core import FORMATS

ALL_MASKED = Settings().with_hidden("all")


def now(settings: Settings):
    return lesson.scene(settings).now


def said(settings: Settings, array: str, among: dict) -> str:
    return list(among)[int(now(settings)[array].flat[0])]


def soft(scores: np.ndarray) -> np.ndarray:
    """Softmax, written anew without the core."""
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return shares / shares.sum(axis=-1, keepdims=True)


def test_the_settings_reach_over_the_heads_and_words_that_are_stored():
    assert products().shape == (LAYERS, HEADS, KEYS, KEYS)
    assert len(words_of_sentence()) == KEYS
    assert NUMBERS["scale"].low == 1 / np.sqrt(attention().queries.shape[-1])
    assert all(KEYS % int(block) == 0 for block in BLOCKS)


def test_a_head_has_the_keys_of_the_heads_beside_it():
    stored = attention()
    for head in range(HEADS):
        queries, keys = (
            one[4].astype(np.float64)
            for one in (stored.queries[:, head], stored.keys[:, head // 3])
        )
        np.testing.assert_allclose(products()[4, head], queries @ keys.T, rtol=1e-12)


def test_over_all_heads_the_numbers_are_those_of_the_lesson():
    usual, unscaled = (numbers.all_heads((scale,)) for scale in (0.125, 1.0))
    assert usual.largest == pytest.approx(0.65, abs=0.005)
    assert unscaled.largest == pytest.approx(0.96, abs=0.005)
    assert usual.sure == pytest.approx(0.02, abs=0.005)  # 6 of 270; 5 before they were stored
    assert unscaled.sure == pytest.approx(0.77, abs=0.005)
    assert usual.first == pytest.approx(0.58, abs=0.005)
    assert unscaled.norm < 1e-5 < 0.3 < usual.norm
    last = soft(products()[:, :, -1] / 8)
    assert usual.largest == pytest.approx(last.max(axis=-1).mean(), rel=1e-12)
    assert usual.first == pytest.approx(last[..., 0].mean(), rel=1e-12)


def test_it_looks_at_the_animal():
    frames = now(Settings())
    row = soft(products()[13, 8, 8, :9] / 8)
    np.testing.assert_allclose(frames["weights"][0, :9], row, rtol=1e-12)
    np.testing.assert_array_equal(frames["weights"][0, 9:], 0)
    assert words_of_sentence()[frames["largest_key"].flat[0]] == "animal"
    assert frames["largest"] == pytest.approx(0.75, abs=0.005)


@pytest.mark.parametrize(
    ("look", "key", "least"),
    [("17,1,12", -2, 0.5), ("12,7,7", 6, 0.5), ("19,9,12", 0, 0.99), ("14,9,9", 1, 0.7)],
)
def test_a_head_worth_a_look_shows_what_its_button_says(look, key, least):
    assert look in words.LOOKS
    assert now(change(Settings(), f"look:{look}"))["weights"][0, key] > least


def test_a_bit_of_each_is_shared_by_all():
    weights = now(change(Settings(), "look:1,1,12"))["weights"]
    assert 0.02 < weights.min() < weights.max() < 0.25


@pytest.mark.parametrize(
    ("settings", "row", "norm"),
    [
        (Settings(), "open", "usual"),
        (Settings(scale=1.0), "open", "fallen"),
        (replace(change(Settings(), "look:19,9,12"), scale=0.13), "open", "fallen"),
        (Settings(query=1.0, scale=1.0), "alone", "alone"),
        (replace(Settings(query=1.0), hidden=(1,)), "masked", "masked"),
        (ALL_MASKED, "masked", "masked"),
    ],
)
def test_every_state_of_a_row_is_said(settings, row, norm):
    assert said(settings, "row_state", words.ROW_NOTES) == row
    assert said(settings, "norm_state", words.NORM_NOTES) == norm


def test_where_the_jacobian_has_grown_no_one_says_that_it_has_died():
    frames = lesson.scene(Settings()).evaluate(
        along(number_slider(Settings(scale=0.2), "layer"), Settings(scale=0.2, query=12.0))
    )
    state, grown = frames["norm_state"].ravel(), frames["norm"] >= frames["norm_usual"]
    assert grown.any()
    assert not grown.all()
    assert {list(words.NORM_NOTES)[one] for one in state[grown]} == {"risen"}
    assert {list(words.NORM_NOTES)[one] for one in state[~grown]} == {"fallen"}


def test_what_the_norm_says_is_how_much_the_shares_move_with_the_scores():
    for settings in (Settings(), Settings(scale=1.0), Settings(query=1.0)):
        frames = now(settings)
        scores = frames["scores"][0][np.isfinite(frames["scores"][0])]
        pushes = 1e-6 * np.eye(len(scores))
        moves = (soft(scores + pushes) - soft(scores - pushes)) / 2e-6
        assert frames["norm"] == pytest.approx(np.sqrt((moves**2).sum()), abs=1e-8)


def test_a_row_that_is_masked_whole_is_nan_and_the_others_are_not():
    frames = now(Settings(hidden=(1,), query=1.0))
    assert np.isnan(frames["weights"]).all()
    assert np.isnan(frames["largest"]).all()
    assert np.isnan(frames["norm"]).all()
    other = now(Settings(hidden=(1,), query=2.0))["weights"][0]
    np.testing.assert_array_equal(other, np.eye(KEYS)[1])


def test_without_the_causal_mask_a_query_sees_what_comes_later():
    frames = now(Settings(causal="off"))
    np.testing.assert_allclose(frames["weights"][0], soft(products()[13, 8, 8] / 8), rtol=1e-12)


def test_the_map_shows_weights_masks_and_the_chosen_row():
    settings = Settings(hidden=(3,))
    frames = now(settings)
    cells, outline, bars = lesson.map_figure(settings).at(frames).data
    shades = np.reshape(cells.z, (KEYS, KEYS))
    seen = np.tril(np.ones((KEYS, KEYS), dtype=bool))
    seen[:, 2] = False
    np.testing.assert_array_equal(shades == attention_map.MASKED, ~seen)
    weights = np.square((shades[8] - 1.0) / (attention_map.SHADES - 1))[seen[8]]
    np.testing.assert_allclose(weights, frames["weights"][0, seen[8]], atol=0.01)
    assert (min(outline.y), max(outline.y)) == (7.5, 8.5)
    np.testing.assert_allclose(bars.y, frames["weights"][0], rtol=1e-6)
    assert change(settings, "query", "3").query == 3  # what a click on the third row says


def test_the_map_has_a_key_that_is_true():
    figure = lesson.map_figure(Settings()).at(now(Settings()))
    bar = figure.data[0].colorbar
    weights = np.array([0, 0.25, 1])
    asked = {"map_weights": weights, "map_masked": weights < 0, "query": [0], "weights": weights}
    shown = attention_map.shapes(asked)["cells"]
    np.testing.assert_allclose(bar.tickvals, shown, atol=1)
    assert list(bar.ticktext) == ["0", "¼", "1"]
    assert words.WEIGHT.en in [one.text for one in figure.layout.annotations]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("block", BLOCKS)
def test_at_the_end_the_blocks_give_the_shares_of_the_whole_row(name, block):
    settings = Settings(number_format=name, block=block, arrived=float(KEYS))
    frames = now(settings)
    tolerance = 0.3 if name.startswith("float8") else 0.02
    np.testing.assert_allclose(
        frames["online_probs"], frames["whole_probs"], rtol=tolerance, atol=tolerance / 10
    )
    state = said(settings, "is_done", words.END_NOTES)
    assert state == ("exact" if frames["online_off"][0] == 0 else "done")
    assert frames["total"] == frames["block_totals"][0, -1]


def test_what_is_known_after_each_block_is_what_the_table_says():
    settings = change(Settings(number_format="float16", scale=1.0), "look:4,5,12")
    slider = number_slider(settings, "arrived")
    frames = lesson.scene(settings).evaluate(along(slider, settings))
    assert slider.grid.tolist() == [0, 3, 6, 9, 12]
    for name, known in (("top", "tops"), ("total", "totals"), ("plain", "plain")):
        np.testing.assert_array_equal(frames[name][1:], frames[f"block_{known}"][0])
    assert (frames["top"][0], frames["total"][0]) == (-np.inf, 0)
    before = frames["total_before"][2:] * frames["factor"][2:] + frames["added"][2:]
    np.testing.assert_allclose(frames["total"][2:], before, rtol=2e-3)  # rounded to float16
    states = [list(words.ONLINE_NOTES)[one] for one in frames["online_state"].ravel()]
    assert states == ["nothing", "first", "same", "same", "risen"]
    plain = [list(words.PLAIN_NOTES)[one] for one in frames["plain_state"].ravel()]
    assert plain == ["nothing", *["overflow"] * 4]
    ends = [list(words.END_NOTES)[one] for one in frames["is_done"].ravel()]
    assert set(ends[:4]) == {"waiting"} != {ends[4]}


def test_a_plain_sum_can_underflow_where_the_rescaled_one_does_not():
    layer, head = np.argwhere(products()[:, :, -1, 0] < -18)[0] + 1.0
    settings = Settings(
        layer=layer, head=head, scale=1.0, number_format="float16", block="1", arrived=1.0
    )
    assert said(settings, "plain_state", words.PLAIN_NOTES) == "underflow"
    assert now(settings)["total"] == 1


def test_the_trials_reach_what_their_buttons_say():
    scores = {
        look: now(change(Settings(), f"look:{look}"))["online_scores"] for look in words.TRIALS
    }
    first, late = scores.values()
    assert (first.argmax(), late.argmax()) == (0, KEYS - 2)
    assert (first.max(), late.max()) == (
        pytest.approx(13.5, abs=0.05),
        pytest.approx(10.7, abs=0.05),
    )


def test_the_bars_that_have_not_arrived_are_pale():
    settings = Settings(arrived=6.0)
    frames = now(settings)
    line, bars = lesson.online_figure(settings, frames).at(frames).data
    strength = np.asarray(bars.marker.opacity)
    np.testing.assert_array_equal(strength[:6], 1)
    assert strength[6:].max() < 0.5
    np.testing.assert_array_equal(bars.y, frames["online_scores"][0].astype(np.float32))
    assert line.y[0] == frames["online_scores"][0, :6].max()


def test_what_a_hand_takes_past_the_ends_of_the_axis_waits_there_with_its_value():
    before, after = Settings(scale=0.125, arrived=12.0), Settings(scale=1.0, arrived=12.0)
    frames = numbers.evaluate(at_settings(after))
    scores = frames["online_scores"][0]
    live = lesson.online_figure(before, now(before))
    figure = live.at(frames | live.shapes(frames))
    line, bars = figure.data
    low, high = figure.layout.yaxis.range
    assert scores.max() > high
    assert line.y[0] == pytest.approx(bars.y.max())
    assert low < bars.y.min() < bars.y.max() < high
    np.testing.assert_array_equal(np.sign(bars.y), np.sign(scores))


def test_at_most_positions_of_the_passage_exp_leaves_float16():
    frames = now(Settings())
    assert len(passage().tokens) == 66
    assert frames["passage_over"] == 64
    assert frames["passage_percent"] == pytest.approx(97, abs=0.05)
    with np.errstate(over="ignore"):
        assert np.isinf(np.exp(passage().largest)).sum() == 64  # in float16, as they are stored


def test_each_library_s_answer_has_its_digits_and_its_words():
    assert set(panels.RETURNED.values()) == panels.DIGITS.keys() == words.MEANINGS.keys()

"""What is stored of the language model says what the course says of it."""

import numpy as np
import pytest

from softmax_app import smollm2
from softmax_core import format_limits, softmax

WHOLE = 1.0
ROOT_OF_WIDTH = 8.0


def weights(scale):
    """Return what the last token's query gives every key, (layers, heads, keys)."""
    queries, keys = (np.asarray(one, float) for one in smollm2.attention()[1:])
    keys = keys.repeat(queries.shape[1] // keys.shape[1], axis=1)
    return softmax(np.einsum("lhd,lhkd->lhk", queries[:, :, -1], keys) * scale)


def nucleus(scores, temperature):
    """Return how many of the most likely tokens it takes to reach 0.9."""
    probs = np.sort(softmax(np.asarray(scores, float), temperature=temperature))[::-1]
    return int(np.searchsorted(np.cumsum(probs), 0.9)) + 1


def test_the_file_stays_small_and_its_licence_lies_beside_it():
    assert smollm2.FILE.stat().st_size <= 2_000_000
    assert "Apache License" in (smollm2.FILE.parent / "LICENSE").read_text(encoding="utf-8")


def test_there_are_scores_of_every_token_for_a_dozen_prompts():
    scores = smollm2.next_token_scores()
    assert len(scores) == 12
    assert {one.shape for one in scores.values()} == {(49_152,)}
    assert all(np.isfinite(one).all() for one in scores.values())


def test_the_capital_of_france_is_likely_paris():
    probs = softmax(np.asarray(smollm2.next_token_scores()["france"], float))
    first, second = np.argsort(-probs)[:2]
    assert (smollm2.token(first), smollm2.token(second)) == (" Paris", " the")
    assert probs[[first, second]].round(4).tolist() == [0.7731, 0.0645]


@pytest.mark.parametrize(
    ("prompt", "temperature", "count"),
    [
        ("once", 1.0, 698),
        ("once", 0.7, 62),
        ("once", 1.5, 5128),
        ("france", 1.0, 10),
        ("france", 1.5, 3283),  # 3285 with scores that are not rounded to float16
    ],
)
def test_the_nucleus_has_as_many_tokens_as_is_told(prompt, temperature, count):
    assert nucleus(smollm2.next_token_scores()[prompt], temperature) == count


def test_the_tokens_of_a_text_give_the_text():
    assert "".join(smollm2.attention().tokens) == smollm2.SENTENCE
    assert "".join(smollm2.passage().tokens) == smollm2.PASSAGE
    assert len(smollm2.passage().tokens) == 66


def test_a_token_that_is_no_character_alone_is_still_text():
    assert "�" in {smollm2.token(number) for number in range(500)}


def test_the_scale_hardens_attention_over_all_heads():
    scaled, bare = weights(1 / ROOT_OF_WIDTH).max(axis=-1), weights(WHOLE).max(axis=-1)
    assert [scaled.mean().round(2), bare.mean().round(2)] == [0.65, 0.96]
    assert [(scaled > 0.99).mean().round(2), (bare > 0.99).mean().round(2)] == [0.02, 0.77]


def test_the_first_token_takes_more_than_half():
    assert weights(1 / ROOT_OF_WIDTH)[..., 0].mean().round(2) == 0.58


def test_the_largest_score_passes_float16_nearly_everywhere():
    over = smollm2.passage().largest > format_limits("float16").first_overflow
    assert over.mean().round(2) == 0.97


def test_all_readers_share_one_copy_that_none_can_write_to():
    scores = smollm2.next_token_scores()
    assert smollm2.next_token_scores() is scores
    assert smollm2.attention() is smollm2.attention()
    with pytest.raises(ValueError, match="read-only"):
        scores["once"][0] = 0

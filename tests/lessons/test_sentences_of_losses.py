"""What is said of losses, gradients and descents is so wherever it is said."""

import numpy as np
import pytest
from hypothesis import example, given

from softmax_app.lessons.cross_entropy import numbers as loss_numbers
from softmax_app.lessons.cross_entropy import words as loss
from softmax_app.lessons.learning import numbers as learning_numbers
from softmax_app.lessons.learning import weights
from softmax_app.lessons.learning import words as learning
from softmax_app.lessons.logits_or_probabilities import numbers as routes_numbers
from softmax_app.lessons.logits_or_probabilities import words as routes
from softmax_app.lessons.push_and_pull import numbers as push_numbers
from softmax_app.lessons.push_and_pull import words as push
from softmax_app.settings import Settings
from softmax_core import descend
from tests.examples import one_in
from tests.lessons.claims import case_of, check, edge_settings, unchecked


def near(value):
    return pytest.approx(value, rel=1e-12, abs=1e-12)


def entropy(shares):
    return -sum(p * np.log(p) for p in shares if p > 0)


def digits(loss):
    """Return what a sentence shows of it."""
    return f"{loss:.0f}" if 1e4 <= loss < 1e6 else f"{loss:.4g}"


def path(case):
    """Return the losses of the descent, along with one step more."""
    here, rate = case.settings, case.settings.learning_rate
    goal = [case.target] if here.smoothing else here.true_class
    return descend([here.scores], goal, learning_rate=rate, steps=100).losses[:, 0]


FLOORS = {
    "never gets to 0": lambda case: case.loss > 0 == case.settings.smoothing,
    "Entropy of this label: 0": lambda case: case.entropy == 0,
    "cannot get below the entropy": lambda case: (
        case.loss >= case.entropy - 1e-9 and case.entropy == near(entropy(case.target))
    ),
    "shown as 0 and is not": lambda case: case.loss == 0 == case.settings.smoothing,
}
SURPRISES = {
    "≈ {p}.": lambda case: (
        case.loss == case.label_loss
        and case.label_prob == pytest.approx(np.exp(-case.loss), 1e-9, 1e-300)
        and (float(f"{case.label_prob:.4g}") < 1 or case.loss == 0)
    ),
    "≈ 1\u202f−\u202f{rest}.": lambda case: (
        case.loss == case.label_loss == pytest.approx(-np.log1p(-case.label_rest), 1e-12, 1e-300)
        and float(f"{case.label_prob:.4g}") == 1
    ),
    "With a soft label": lambda case: case.settings.smoothing > 0,
}
CLIPS = {
    "the loss is {clipped}": lambda case: (
        case.clipped_loss == near(-np.log(np.clip(np.exp(-case.sound_loss), 1e-7, 1 - 1e-7)))
    ),
    "less than a millionth of the loss": lambda case: (
        abs(case.clipped_loss - case.sound_loss) < 1e-6 * case.sound_loss
    ),
    "Only p below 10⁻⁷ or above 1 − 10⁻⁷ is out of reach": lambda case: (
        1e-7 * (1 - 1e-6) <= case.sound_loss <= -np.log(1e-7) + 1e-9
    ),
    "clipped as well, to 1 − 10⁻⁷": lambda case: (
        case.clipped_loss == near(-np.log1p(-1e-7)) and case.sound_loss < 1e-7 * (1 + 1e-6)
    ),
    "the loss is {clipped}, however small": lambda case: not any(case.clipped_grad),
    "the model is right": lambda case: (
        case.settings.scores[case.settings.true_class] == max(case.settings.scores)
    ),
    "stays at {clipped}": lambda case: case.clipped_loss == near(-np.log(1e-7)),
    "slope exactly 0": lambda case: not any(case.clipped_grad),
    "slope of exactly 0": lambda case: not any(case.clipped_grad),
    "is now ∞": lambda case: case.single_loss == np.inf,
}
SINGLES = {
    "less than a thousandth of the loss": lambda case: (
        case.single_loss == pytest.approx(case.sound_loss, rel=1e-3)
    ),
    "gives {single}: of what parts p from 0 or 1": lambda case: (
        case.single_loss != pytest.approx(case.sound_loss, rel=0.9e-3)
        and (85 < case.sound_loss < 110 or case.sound_loss < 1e-3)
        and np.isfinite(case.single_loss)
    ),
    "gives 0": lambda case: case.single_loss == 0 and case.sound_loss < 1e-6,
    "gives ∞": lambda case: case.single_loss == np.inf,
}
PULLS = {
    "The pull is always +1": lambda case: (
        [*case.pull] == list(np.eye(len(case.settings.scores))[case.settings.true_class])
    ),
    "{left}: little when": lambda case: case.left == near(1 - case.label_prob),
    "Its p is larger": lambda case: case.label_prob > case.pull_on_label,
    "the pull of 1 is shared": lambda case: sum(case.pull) == near(1) and min(case.pull) > 0,
}
LEDGERS = {
    "−t/p is −∞": lambda case: np.isinf(case.slope).any() and not np.isfinite(case.chain).all(),
    "The direct way still does": lambda case: np.isfinite(case.gradient).all(),
    "agree but for rounding": lambda case: case.off <= 1e-9 / case.settings.temperature,
}
FACTORS = {
    "exactly minus the gradient": lambda case: [*case.together] == [*(-case.gradient)],
    "{factor}": lambda case: -case.together * case.factor == near(case.gradient),
}
ENDS = {
    "It never arrives": lambda case: (
        case.gradient.any() and case.loss > 0 == case.settings.smoothing
    ),
    "count as 0": lambda case: case.loss == 0 == case.settings.smoothing,
    "the scores stand still": lambda case: [*case.after] == [*case.logits],
    "{floor}": lambda case: case.floor == near(entropy(case.target)) and case.floor > 0,
}
MOVES = {
    "would bring it to {next}": lambda case: (
        case.step == 0
        and case.loss_next == near(path(case)[1])
        and digits(case.loss_next) != digits(case.loss_start)
    ),
    "has gone from": lambda case: (
        case.loss == near(path(case)[int(case.step)])
        and case.step > 0 == case.ups
        and digits(case.loss) != digits(case.loss_start)
    ),
    "would change it by less": lambda case: (
        case.step == 0 == case.ups and digits(case.loss_next) == digits(case.loss_start)
    ),
    "is still {start}": lambda case: (
        case.step > 0 == case.ups and digits(case.loss) == digits(case.loss_start)
    ),
    "too large": lambda case: case.ups == (np.diff(path(case)) > 1e-12).sum() > 0,
    "at step {step} it is {loss}": lambda case: case.loss == near(path(case)[int(case.step)]),
}
RATES = {
    "never goes up": lambda case: np.diff(path(case)).max() <= 1e-12,
    "in {ups} of the 100 steps": lambda case: case.ups == (np.diff(path(case)) > 1e-12).sum() > 0,
    "goes past the lowest point": lambda case: case.settings.smoothing > 0,
}
TRAININGS = {
    "Before the first step": lambda case: (
        case.settings.training_step == 0 == abs(case.weights).max()
    ),
    "log 3": lambda case: case.training_loss == near(np.log(3)),
    "a guess is right": lambda case: case.accuracy == near(100 / 3),
    "in {ups} of the 100 steps": lambda case: case.training_ups > 0,
    "are classified": lambda case: case.settings.training_step > 0 and 0 <= case.accuracy <= 100,
}
ACCURACIES = {
    "guessing": lambda case: not case.weights.any(),
    "classified": lambda case: case.weights.any(),
}
SAID = [
    (loss_numbers, "loss_note", loss.LOSS_NOTES, SURPRISES),
    (loss_numbers, "floor_state", loss.FLOOR_NOTES, FLOORS),
    (routes_numbers, "clip_state", routes.CLIP_NOTES, CLIPS),
    (routes_numbers, "single_state", routes.FLOAT32_NOTES, SINGLES),
    (push_numbers, "pull_note", push.PULL_NOTES, PULLS),
    (push_numbers, "chain_known", push.LEDGER_LEADS, LEDGERS),
    (push_numbers, "is_tempered", push.TEMPERATURE_NOTES, FACTORS),
    (learning_numbers, "end_state", learning.END_NOTES, ENDS),
    (learning_numbers, "has_moved", learning.NOTES, MOVES),
    (learning_numbers, "goes_up", learning.RATE_NOTES, RATES),
    (weights, "training_state", learning.TRAINING_NOTES, TRAININGS),
    (weights, "is_trained", learning.ACCURACIES, ACCURACIES),
]


@pytest.mark.parametrize(("numbers", "array", "variants", "claims"), SAID)
@one_in(3)
@given(edge_settings())
@example(Settings((0.0, 710.0, 0.0), label=0))  # 1/p is infinite, and p is not 0
@example(Settings((0.0, 1000.0), label=1))
@example(Settings((0.0, 20.0, 0.0), label=1))  # p is clipped to 1 − 10⁻⁷
@example(Settings((0.0, 666.0, 1.0), label=1))
@example(Settings((0.0, 16.0, 0.0), label=1))  # near which it just is not
@example(Settings((103.0, 0.0), label=1))  # the last that float32 knows
def test_what_is_said_is_so(numbers, array, variants, claims, settings):
    check(case_of(numbers.evaluate, settings), array, variants, claims)


@pytest.mark.parametrize(("variants", "claims"), [said[2:] for said in SAID])
def test_every_sentence_that_waits_for_its_state_claims_something_checked(variants, claims):
    assert not unchecked(variants, claims)


@one_in(3)
@given(edge_settings())
def test_at_every_step_pull_and_pushes_are_the_learning_rate_in_all(settings):
    case = case_of(push_numbers.evaluate, settings)
    assert sum(case.pull) == near(1)
    assert sum(case.push) == near(-1)
    descent = case_of(learning_numbers.evaluate, settings)
    room = 1e-10 * max(1, settings.learning_rate, *map(abs, settings.scores))
    assert sum(descent.after) == pytest.approx(sum(settings.scores), abs=room)


def test_a_ledger_without_a_number_is_no_matter_of_p_being_0():
    case = case_of(push_numbers.evaluate, Settings((0.0, 710.0, 0.0), label=0))
    assert case.label_prob > 0
    assert "underflowed" not in push.LEDGER_LEADS["vanished"].en + push.VANISHED.en
    assert case.chain_known == 0

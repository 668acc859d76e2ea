"""What is said of scores, shares and number formats is so wherever it is said."""

import warnings
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import example, given

from softmax_app.home import numbers as home_numbers
from softmax_app.home import words as home
from softmax_app.lessons.overflow import code as overflow_code
from softmax_app.lessons.overflow import numbers as overflow_numbers
from softmax_app.lessons.overflow import words as overflow
from softmax_app.lessons.scores_to_probabilities import numbers as maps_numbers
from softmax_app.lessons.scores_to_probabilities import words as maps
from softmax_app.lessons.two_classes import numbers as two_classes_numbers
from softmax_app.lessons.two_classes import words as two_classes
from softmax_app.lessons.why_exp import numbers as why_exp_numbers
from softmax_app.lessons.why_exp import words as why_exp
from softmax_app.lessons.why_exp.panels import ALWAYS_IN_ORDER
from softmax_app.settings import Settings
from softmax_core import POSITIVE_WAYS, format_dtype, format_limits
from tests.examples import one_in
from tests.lessons.claims import case_of, check, edge_settings, unchecked

mpmath.mp.dps = 60
WAYS = {
    "exp": mpmath.exp,
    "power_of_2": lambda z: 2**z,
    "square": lambda z: z * z,
    "relu": lambda z: max(z, mpmath.mpf(0)),
    "softplus": lambda z: mpmath.log1p(mpmath.exp(z)),
}


def str_of(one):
    """Return the name of an array, which tells the cases apart."""
    return one if isinstance(one, str) else ""


def total(case):
    return sum(map(Fraction, case.settings.scores))


def smallest(case):
    """Return the smallest share of linear normalisation, without rounding."""
    return min(Fraction(one) / total(case) for one in case.settings.scores)


def is_rounding(case):
    scores = case.settings.scores
    return abs(total(case)) <= len(scores) * sum(abs(Fraction(one)) for one in scores) / 2**52


def largest(case):
    """Return the largest shares of softmax and of linear normalisation, to 60 digits."""
    z = [mpmath.mpf(one) for one in case.settings.scores]
    powers = [mpmath.exp((one - max(z)) / case.settings.temperature) for one in z]
    return (
        max(powers) / mpmath.fsum(powers),
        max(z) / mpmath.fsum(z),
    )


def is_tied(case):
    return len(set(case.settings.scores)) == 1


LINEAR = {
    "no score is negative": lambda case: min(case.settings.scores) >= 0 < total(case),
    "the others add up to more than 1": lambda case: 1 - smallest(case) > 1,
    "gives a negative share": lambda case: smallest(case) < 0 < total(case),
    "reverses the order": lambda case: total(case) < 0 and not is_tied(case),
    "reverses their order": lambda case: total(case) < 0 and not is_tied(case),
    "The largest score gets the smallest share": lambda case: (
        max(map(Fraction, case.settings.scores)) / total(case) == smallest(case) >= 0
    ),
    "These are not probabilities": lambda case: smallest(case) < 0,
    "the scores add up to 0": is_rounding,
    "all scores are equal": is_tied,
}
SOFTMAX = {
    "sharper": lambda case: largest(case)[0] > largest(case)[1],
    "flatter": lambda case: largest(case)[0] < largest(case)[1],
    "the largest share is the same": lambda case: abs(np.subtract(*largest(case))) < 1e-11,
    "dividing by the sum gives": lambda case: (
        (case.softmax_largest, case.linear_largest)
        == pytest.approx([float(one) for one in largest(case)], rel=1e-9)
    ),
    "never exactly 0 or 1": lambda case: {0, 1} & {*case.softmax},
    "for any scores": lambda case: abs(sum(case.softmax) - 1) < 1e-14 and min(case.softmax) > 0,
}
HARDMAX = {
    "marks the largest score": lambda case: max(case.hardmax) == 1,
    "share the largest score": lambda case: (
        case.settings.scores.count(case.top) == case.ties == np.count_nonzero(case.hardmax) > 1
    ),
    "{top}": lambda case: case.top == max(case.settings.scores),
}
SIDES = {
    "below 0": lambda case: Fraction(case.settings.scores[0]) < Fraction(case.settings.scores[1]),
    "above 0": lambda case: Fraction(case.settings.scores[0]) > Fraction(case.settings.scores[1]),
    "equally probable": lambda case: case.settings.scores[0] == case.settings.scores[1],
}
STEPS = {
    "{p}.": lambda case: case.label_prob > 0,
    "too small for float64": lambda case: case.label_prob == 0,
    "the loss falls": lambda case: case.next_loss < case.loss,
    "less than float64 can tell": lambda case: abs(case.next_loss - case.loss) <= 4e-16 * case.loss,
}


def exps(case):
    return case.naive_exponentials


def stored(case):
    """Return the scores that the format is to hold."""
    return [score + case.settings.shift for score in case.settings.scores]


def lowest(case):
    return format_limits(case.settings.number_format).tiny


NAIVE = {
    "every exponential, and their sum, fits": lambda case: (
        np.isfinite([*exps(case), case.naive_total]).all() and min(exps(case)) > 0
    ),
    "eᶻ is ∞": lambda case: 0 < case.naive_infinite == np.isinf(exps(case)).sum(),
    "every exponential is finite": lambda case: np.isfinite(exps(case)).all(),
    "their sum is ∞": lambda case: np.isinf(case.naive_total) and not any(case.naive),
    "every exponential is 0": lambda case: not any(exps(case)) and np.isnan(case.naive).all(),
    "has no ∞": lambda case: (
        case.settings.number_format == "float8_e4m3fn" and np.isnan(case.naive).any()
    ),
    "No overflow, yet wrong": lambda case: 0 < max(exps(case)) < lowest(case),
    "A share differs by {off}": lambda case: (
        case.naive_off == abs(case.naive - case.shifted).max() > 0
    ),
    "underflowed": lambda case: 0 < case.naive_zeros == np.count_nonzero(exps(case) == 0),
    "does not break here": lambda case: (
        np.isfinite(case.naive).all() and 0.8 < sum(case.naive) < 1.2
    ),
}
SHIFTED = {
    "the largest exponent is 0": lambda case: max(case.shifted_exponents) == 0,
    "the sum at most": lambda case: case.shifted_total <= len(case.settings.scores),
    "underflowed": lambda case: 0 < case.shifted_zeros == sum(case.shifted_exponentials == 0),
    "harmless for p": lambda case: np.isfinite(case.shifted).all(),
    "The shares are nan": lambda case: np.isnan(case.shifted).all(),
    "becomes ±∞": lambda case: np.isinf(case.rounded).any(),
    "no place on the line": lambda case: np.isnan(case.shifted_exponents).any(),
    "which has no ∞": lambda case: (
        np.isnan(np.float64(format_dtype(case.settings.number_format).type(np.inf)))
        and not np.isinf([*case.rounded, *case.shifted_exponents]).any()
    ),
}
LOGS = {
    "no p has become 0": lambda case: min(case.shifted) > 0 and np.isfinite(case.from_probs).all(),
    "Once p has become 0": lambda case: min(case.shifted) == 0,
    "does not fit": lambda case: np.isnan(case.from_logits).any(),
}
ROUNDED = {
    "adds no rounding": lambda case: [*case.rounded] == [*stored(case)],
    "rounds it, or it does not fit": lambda case: [*case.rounded] != [*stored(case)],
}
SAID = [
    (maps_numbers, "linear_fault", maps.LINEAR_NOTES, LINEAR),
    (maps_numbers, "key_state", maps.KEY_NOTES, LINEAR | SOFTMAX),
    (maps_numbers, "other_state", maps.OTHER_NOTES, LINEAR | SOFTMAX),
    (maps_numbers, "hardmax_state", maps.HARDMAX_NOTES, HARDMAX),
    (two_classes_numbers, "side", two_classes.CURVE_NOTES, SIDES),
    (overflow_numbers, "naive_state", overflow.NAIVE_NOTES, NAIVE),
    (overflow_numbers, "shifted_state", overflow.SHIFTED_NOTES, SHIFTED),
    (overflow_numbers, "log_state", overflow.LOGS_NOTES, LOGS),
    (overflow_numbers, "is_rounded", overflow.ROUNDING_NOTES, ROUNDED),
    (home_numbers, "step_state", home.KEYS, STEPS),
]


@pytest.mark.parametrize(("numbers", "array", "variants", "claims"), SAID, ids=str_of)
@one_in(3)
@given(edge_settings())
@example(Settings((-1.0, 1.0, 1.0, 1.0)))
@example(Settings((1000.0, -5e-324)))
@example(Settings((0.1, 0.2, -0.3)))
def test_what_is_said_is_so(numbers, array, variants, claims, settings):
    check(case_of(numbers.evaluate, settings), array, variants, claims)


@pytest.mark.parametrize(("variants", "claims"), [said[2:] for said in SAID])
def test_every_sentence_that_waits_for_its_state_claims_something_checked(variants, claims):
    assert not unchecked(variants, claims)


@pytest.mark.parametrize("way", POSITIVE_WAYS)
@one_in(3)
@given(edge_settings())
def test_what_a_way_keeps_is_what_it_is_said_to_keep(way, settings):
    case = case_of(why_exp_numbers.evaluate, settings)
    words = why_exp.ALWAYS if way in ALWAYS_IN_ORDER else why_exp.ORDERS
    terms = [WAYS[way](mpmath.mpf(one)) for one in settings.scores]
    pairs = [(low, high) for low in range(len(terms)) for high in range(len(terms))]
    higher = [(low, high) for low, high in pairs if settings.scores[low] < settings.scores[high]]
    shares = case.now[way][0]
    claims = {
        "for these scores, yes": lambda _: all(terms[a] < terms[b] for a, b in higher),
        "a smaller score gets a larger share": lambda _: any(
            terms[a] > terms[b] for a, b in higher
        ),
        "different scores get the same share": lambda _: any(
            shares[a] == shares[b] for a, b in higher
        ),
        "nothing is left to share": lambda _: not any(case.now[f"{way}_values"][0]),
        "always": lambda _: all(terms[a] <= terms[b] for a, b in higher),
        "here rounding hides it": lambda _: any(shares[a] >= shares[b] for a, b in higher),
        "all terms round to 0": lambda _: not any(case.now[f"{way}_values"][0]),
    }
    assert not unchecked(words, claims)
    check(case, f"{way}_order", words, claims)


@one_in(3)
@given(edge_settings())
def test_the_warnings_told_are_those_of_the_page_s_own_code(settings):
    case = case_of(overflow_numbers.evaluate, settings)
    told = (case.naive_said | case.shifted_said)[:-1].astype(bool)
    with warnings.catch_warnings(record=True) as heard, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        exec(overflow_code.numpy_formats(settings), {"print": lambda *_, **__: None})
    of_the_code = {str(one.message) for one in heard} - {"divide by zero encountered in log"}
    assert {*np.array(overflow_numbers.WARNINGS)[told]} == of_the_code

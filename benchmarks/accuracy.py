"""How exact the core is beside SciPy and PyTorch, against 900-digit arithmetic.

Errors are in ulp: units in the last place of the true value (for logsumexp of the larger of the
true value and the largest score; for the gradient of the largest of its row). The gradient stands
there twice: against the truth, and against the exact gradient of the scores less their maximum as
float64 has them, which leaves out the error of that one subtraction.

    python -m benchmarks.accuracy
"""

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any, Final

import mpmath
import numpy as np
import scipy.special
from numpy.typing import NDArray

import softmax_core
from benchmarks.machine import describe

Floats = NDArray[np.float64]
Way = Callable[[Floats], Any]

SCALES: Final = (0.1, 1.0, 10.0, 100.0, 1000.0)
LENGTHS: Final = (3, 10, 100, 1000)
ROWS: Final = 6
ADVERSARIAL: Final = ([0.0, -40.0], [0.0, -700.0], [1e3, 1e3 + 1e-9], [0.0, 1e-17], [5.0, 5.0, 1.0])
DIGITS: Final = 900  # scores 2000 apart have terms 1e-870 of each other

mpmath.mp.dps = DIGITS


class Truth:
    """The true values for one row, rounded to float64 only at the end."""

    def __init__(self, row: Floats) -> None:
        exact = [mpmath.mpf(float(score)) for score in row]
        powers = [mpmath.exp(score) for score in exact]
        total = mpmath.fsum(powers)
        lse = mpmath.log(total)
        self.values: dict[str, list[Any]] = {
            "softmax": [power / total for power in powers],
            "logsumexp": [lse],
            "log_softmax": [score - lse for score in exact],
            "cross_entropy": [lse - exact[0]],
            "cross_entropy_grad": [powers[0] / total - 1, *(p / total for p in powers[1:])],
        }
        # the same from z - m rounded to float64: what no softmax of float64 shifts can do better
        rounded = [mpmath.exp(mpmath.mpf(float(score))) for score in row - row.max()]
        sum_of_rounded = mpmath.fsum(rounded)
        self.values["cross_entropy_grad, after the shift"] = [
            rounded[0] / sum_of_rounded - 1,
            *(p / sum_of_rounded for p in rounded[1:]),
        ]
        self.top = float(max(abs(row)))


def error(name: str, found: Any, truth: Truth) -> float:
    """Return the largest error of a row, in ulp."""
    true = truth.values[name]
    sizes = [abs(float(value)) for value in true]
    if name == "logsumexp":
        sizes = [max(sizes[0], truth.top)]
    if name.startswith("cross_entropy_grad"):
        sizes = [max(sizes)] * len(sizes)
    given = np.atleast_1d(np.asarray(found, dtype=np.float64))
    off = [abs(mpmath.mpf(float(g)) - t) for g, t in zip(given, true, strict=True)]
    # below 1e-300 a float64 loses digits whoever computes it
    return max(
        [float(o / np.spacing(s)) for o, s in zip(off, sizes, strict=True) if s > 1e-300] or [0.0]
    )


def ways() -> dict[str, dict[str, Way]]:
    """Return for each function the ways to compute it, the class of index 0 being the label."""
    special = scipy.special
    found: dict[str, dict[str, Way]] = {
        "softmax": {"ours": softmax_core.softmax, "scipy": special.softmax},
        "logsumexp": {"ours": softmax_core.logsumexp, "scipy": special.logsumexp},
        "log_softmax": {"ours": softmax_core.log_softmax, "scipy": special.log_softmax},
        "cross_entropy": {
            "ours": lambda z: softmax_core.cross_entropy(z, 0),
            "scipy": lambda z: special.logsumexp(z) - z[0],
        },
        "cross_entropy_grad": {
            "ours": lambda z: softmax_core.cross_entropy_grad(z, 0),
            "scipy": lambda z: special.softmax(z) - np.eye(len(z))[0],
        },
    }
    found["cross_entropy_grad, after the shift"] = found["cross_entropy_grad"]
    if importlib.util.find_spec("torch"):
        torch = importlib.import_module("torch")
        loss, zero = torch.nn.functional.cross_entropy, torch.tensor(0)
        found["softmax"]["torch"] = lambda z: torch.softmax(torch.tensor(z), dim=-1).numpy()
        found["logsumexp"]["torch"] = lambda z: torch.logsumexp(torch.tensor(z), dim=-1).numpy()
        found["log_softmax"]["torch"] = lambda z: torch.log_softmax(torch.tensor(z), -1).numpy()
        found["cross_entropy"]["torch"] = lambda z: loss(torch.tensor(z), zero).numpy()
    return found


def main() -> None:
    torch = ("torch",) if importlib.util.find_spec("torch") else ()
    print(describe("numpy", "scipy", "mpmath", *torch))
    print("| function | scores | max ulp (mean): ours | peers |\n|---|---|---|---|")
    random = np.random.default_rng(0)
    sets = {
        f"N(0, {scale:g})": [random.normal(0, scale, n) for n in LENGTHS for _ in range(ROWS)]
        for scale in SCALES
    }
    sets["adversarial"] = [np.array(row) for row in ADVERSARIAL]
    for label, rows in sets.items():
        truths = [Truth(row) for row in rows]
        for name, by in ways().items():
            told = []
            for compute in by.values():
                errors = [error(name, compute(z), t) for z, t in zip(rows, truths, strict=True)]
                told.append(f"{max(errors):.3g} ({np.mean(errors):.2g})")
            peers = ", ".join(
                f"{peer} {text}" for peer, text in zip(list(by)[1:], told[1:], strict=True)
            )
            print(f"| {name} | {label} | {told[0]} | {peers} |")


if __name__ == "__main__":
    main()

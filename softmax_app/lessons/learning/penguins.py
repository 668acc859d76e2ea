"""The small real data set of lesson 9: two measurements of penguins of three species."""

import csv
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_core import Standardized, standardize

Floats = NDArray[np.float64]

FILE: Final = Path(__file__).parent / "penguins.csv"
SPECIES: Final = ("Adelie", "Chinstrap", "Gentoo")
FEATURES: Final = ("bill_length_mm", "bill_depth_mm")


class Penguins(NamedTuple):
    """Features in millimetres, shape (samples, 2), and species as labels, (samples,)."""

    features: Floats
    labels: NDArray[np.intp]

    @property
    def standard(self) -> Standardized:
        """The features with mean 0 and spread 1, as the core makes them."""
        return standardize(self.features)

    def standardized(self, features: Floats) -> Floats:
        """Return other features in the same measure."""
        return np.asarray((features - self.standard.mean) / self.standard.spread)


@lru_cache(maxsize=1)
def penguins() -> Penguins:
    """Read the data."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    features = np.array([[float(row[name]) for name in FEATURES] for row in rows])
    labels = np.array([SPECIES.index(row["species"]) for row in rows], dtype=np.intp)
    features.setflags(write=False)
    labels.setflags(write=False)
    return Penguins(features, labels)

"""One way down: nothing imports what stands above it."""

import subprocess
import sys

import pytest

ABOVE_THE_CORE = ["softmax_app", "streamlit", "plotly"]
ABOVE_THE_PURE = ["softmax_app.live", "softmax_app.ui", "streamlit"]

LAYERS = {
    "softmax_core": ABOVE_THE_CORE,
    "softmax_app.texts.common": [*ABOVE_THE_PURE, "plotly", "softmax_core"],
    "softmax_app.link": [*ABOVE_THE_PURE, "plotly", "softmax_app.lessons", "softmax_app.questions"],
    "softmax_app.questions.learning": [
        *ABOVE_THE_PURE,
        "softmax_app.figures",
        "softmax_app.lessons",
    ],
    "softmax_app.steps": [*ABOVE_THE_PURE, "softmax_app.figures", "softmax_app.lessons"],
    "softmax_app.settings": [*ABOVE_THE_PURE, "plotly", "softmax_app.lessons"],
    "softmax_app.snippets.overflow": [*ABOVE_THE_PURE, "plotly", "softmax_app.lessons"],
    "softmax_app.snippets.sources": [*ABOVE_THE_PURE, "plotly", "softmax_app.lessons"],
    "softmax_app.bindings": [*ABOVE_THE_PURE, "softmax_app.figures", "softmax_app.lessons"],
    "softmax_app.sweeps": [*ABOVE_THE_PURE, "softmax_app.figures", "softmax_app.lessons"],
    "softmax_app.figures.share_panels": [*ABOVE_THE_PURE, "softmax_app.lessons"],
    "softmax_app.figures.triangle": [*ABOVE_THE_PURE, "softmax_app.lessons"],
    "softmax_app.lessons.scores_to_probabilities": ABOVE_THE_PURE,
    "softmax_app.lessons.learning": ABOVE_THE_PURE,
    "softmax_app.penguins": [*ABOVE_THE_PURE, "plotly", "softmax_app.figures"],
    "softmax_app.take_away.tables": [*ABOVE_THE_PURE, "nbformat"],
    "softmax_app.take_away.notebook": ABOVE_THE_PURE,
    "softmax_app.live": ["softmax_app.ui"],
}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_nothing_above_it(layer):
    script = f"import {layer}, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert layer in loaded
    assert loaded.isdisjoint(LAYERS[layer])

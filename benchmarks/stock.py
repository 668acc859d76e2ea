"""Lesson 1 as stock Streamlit has it: a slider for each score, and a chart of the probabilities.

Benchmarks measure the course against it, in the same run:

    streamlit run benchmarks/stock.py
"""

from typing import Final

import numpy as np
import plotly.graph_objects as go
import streamlit as st

SCORES: Final = (2.0, 3.0, 5.0)
LIMIT: Final = 10.0


def main() -> None:
    st.title("Scores to probabilities")
    st.write("A model gives every class a score. Drag a score.")
    scores = [
        st.slider(f"class {number}", -LIMIT, LIMIT, score, 0.1, key=f"score{number}")
        for number, score in enumerate(SCORES, start=1)
    ]
    st.plotly_chart(probability_bars(np.array(scores)), key="bars")


def probability_bars(scores: np.ndarray) -> go.Figure:
    """Return softmax's answer to the scores as bars."""
    exponentials = np.exp(scores - scores.max())
    classes = [f"class {number}" for number in range(1, len(scores) + 1)]
    figure = go.Figure(go.Bar(x=classes, y=exponentials / exponentials.sum()))
    return figure.update_yaxes(range=(0, 1))


if __name__ == "__main__":
    main()

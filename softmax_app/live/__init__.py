"""The live figure: Python computes the whole sweep of a control, the browser plays it.

``answers.py`` says what the course answers, to whoever asks; ``payload.py`` turns a scene into
plain JSON, ``arrays.py`` numbers into bytes; ``component.py`` mounts it in Streamlit's page,
``hand.py`` reads what comes back, ``assets.py`` serves plotly.js and the scripts of ``browser/``,
which play it.
"""

from softmax_app.live.component import shelf, show

__all__ = ["shelf", "show"]

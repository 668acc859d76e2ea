"""The live figure: Python computes the whole sweep of a control, the browser plays it.

``payload.py`` turns a scene into what is sent, ``component.py`` mounts it, ``hand.py`` reads what
comes back, ``assets.py`` serves plotly.js and the scripts of ``browser/``, which play it.
"""

from softmax_app.live.component import show

__all__ = ["show"]

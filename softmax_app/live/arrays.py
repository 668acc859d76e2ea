"""Arrays as bytes, so that every digit, nan and inf arrive as they are."""

import base64
from typing import Any, Final

import numpy as np

from softmax_app.sweeps import Frames

JSON = dict[str, Any]
DTYPES: Final = {
    "float64": "f8",
    "float32": "f4",
    "int64": "i1",  # whole numbers are choices and counts
    "uint8": "u1",
}


def frames_json(frames: Frames) -> JSON:
    """Return arrays as what ``browser/frames.js`` reads.

    >>> import numpy as np
    >>> frames_json({"probs": np.array([[0.5, 0.5]])})
    {'probs': {'dtype': 'f8', 'rows': 1, 'data': 'AAAAAAAA4D8AAAAAAADgPw=='}}
    """
    return {name: _array(array) for name, array in frames.items()}


def _array(array: np.typing.NDArray[Any]) -> JSON:
    kind = DTYPES[array.dtype.name]
    sent = np.ascontiguousarray(array, dtype=f"<{kind}")
    if array.dtype == np.int64 and (sent != array).any():
        raise ValueError("a choice or count must fit into a byte")
    data = base64.b64encode(sent.tobytes()).decode("ascii")
    return {"dtype": kind, "rows": len(sent), "data": data}

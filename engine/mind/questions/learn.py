"""Learns the head that proposes questions from the ways to ask, and writes it as it is shipped; seconds of torch."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from engine.mind.questions.features import WIDTH, features
from engine.mind.questions.paraphrases import Way, filled
from engine.mind.questions.proposer import QuestionHead

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.network.intents import IntentModel

VARIANTS = 4
_APART = 5  # every fifth way sets the confidence right
_SEED = 0


def learned_head(ways: Sequence[Way]) -> QuestionHead:
    """Learn from all ways; the confidence is that of a model which did not see a fifth of them."""
    from engine.mind.network.intents import learn_intents, temperature_of  # noqa: PLC0415  (it loads torch)

    intents = tuple(sorted({way.intent for way in ways}))
    random = Random(_SEED)  # noqa: S311  (the same cases each time)
    repeated = [(place, way) for place, way in enumerate(ways) for _ in range(VARIANTS)]
    rows = rows_of([filled(way, random) for _, way in repeated])
    labels = np.array([intents.index(way.intent) for _, way in repeated], dtype=np.int64)
    apart = np.array([place % _APART == 0 for place, _ in repeated])
    tried = learn_intents(rows[~apart], labels[~apart], len(intents), _SEED)
    temperature = temperature_of(tried, rows[apart], labels[apart])
    return _plain(intents, learn_intents(rows, labels, len(intents), _SEED), temperature)


def rows_of(questions: Sequence[str]) -> NDArray[np.float32]:
    """Return the features of questions as rows (questions, WIDTH)."""
    rows = np.zeros((len(questions), WIDTH), dtype=np.float32)
    for row, question in zip(rows, questions, strict=True):
        for place, value in features(question).items():
            row[place] = value
    return rows


def _plain(intents: tuple[str, ...], model: IntentModel, temperature: float) -> QuestionHead:
    linear = model.network.linear
    weights = array("f", linear.weight.detach().numpy().T.astype("<f4").tobytes())
    return QuestionHead(intents, weights, array("f", linear.bias.detach().numpy().tobytes()), temperature)


def write_head(head: QuestionHead, path: Path) -> None:
    """Write a head as a safetensors file. Raises OSError."""
    parts = {"weights": (head.weights, [WIDTH, len(head.intents)]), "bias": (head.bias, [len(head.intents)])}
    header: dict[str, object] = {
        "__metadata__": {"intents": json.dumps(head.intents), "temperature": str(head.temperature)}
    }
    data = b""
    for name, (numbers, shape) in parts.items():
        raw = struct.pack(f"<{len(numbers)}f", *numbers)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    told = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(told)) + told + data)

"""Proposes what a question may ask for, with the head that comes with Kairos. Plain Python: no NumPy, no torch.

The head is learned by `learn.py` from the shipped ways to ask; a question has some fifty features that are not zero, so
that telling it takes less than a millisecond.
"""

from __future__ import annotations

import hashlib
import json
import logging
import struct
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp
from pathlib import Path

from engine.domain.intents import Proposal
from engine.mind.questions.features import WIDTH, features

FILE = "models/questions.safetensors"
"""Where the head is among what is shipped."""

DIGEST = "29dff90fdb6bfb606faa76850c33138022c140755d9cc7e026836fe9aa54a629"
"""SHA-256 of the shipped head; another file is not used."""

_MOST = 4
_LONGEST_HEADER, _LARGEST = 100_000, 16 << 20
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class QuestionHead:
    """A linear head. weights: WIDTH rows of one number an intent; temperature: what the logits are divided by."""

    intents: tuple[str, ...]
    weights: Sequence[float] = field(repr=False)
    bias: Sequence[float] = field(repr=False)
    temperature: float = 1.0

    def __call__(self, masked: str, /) -> list[Proposal]:
        """Return the likeliest four; nothing for a question without a word."""
        row = features(masked)
        if not row:
            return []
        many = len(self.intents)
        logits = list(self.bias)
        for place, value in row.items():
            for intent in range(many):
                logits[intent] += value * self.weights[place * many + intent]
        top = max(logits)
        shares = [exp((one - top) / self.temperature) for one in logits]
        whole = sum(shares)
        best = sorted(range(many), key=lambda one: -shares[one])[:_MOST]
        return [Proposal(self.intents[one], shares[one] / whole) for one in best]


def read_head(path: Path, digest: str | None = DIGEST) -> QuestionHead | None:
    """Return the head of a file; None where there is none, or it does not fit this version.

    digest: the SHA-256 the file must have, that of the shipped one; None for one just made.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST)
        if digest is not None and hashlib.sha256(raw).hexdigest() != digest:
            raise ValueError("it is not the file that was published")
        (length,) = struct.unpack_from("<Q", raw)
        header = json.loads(raw[8 : 8 + min(length, _LONGEST_HEADER)])
        said = header["__metadata__"]
        intents = tuple(json.loads(said["intents"]))
        weights, bias = (_numbers(raw[8 + length :], header[name]) for name in ("weights", "bias"))
        fits = len(weights) == WIDTH * len(intents) and len(bias) == len(intents)
    except (OSError, ValueError, KeyError, TypeError, struct.error) as cause:
        _log.warning("The head that proposes questions cannot be used: %s.", type(cause).__name__)
        return None
    return QuestionHead(intents, weights, bias, float(said["temperature"])) if fits else None


def _numbers(data: bytes, told: dict[str, list[int]]) -> Sequence[float]:
    start, end = told["data_offsets"]
    found = array("f", data[start:end])
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        found.byteswap()
    return found

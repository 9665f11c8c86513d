"""How near texts are to a question in meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.domain.encoding import Encoder


def nearness(question: str, texts: Sequence[str], encoder: Encoder | None) -> list[float] | None:
    """Return the cosine of each text with the question; None without an encoder that reads all of them."""
    if encoder is None or not texts or not all(encoder.reads(one) for one in (question, *texts)):
        return None
    vectors = encoder.encode([question, *texts])
    return [float(one) for one in vectors[1:] @ vectors[0]]

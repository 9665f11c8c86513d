"""What titles mean, looked up in passing: so many a run, the newest first, each once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.domain.errors import EncoderError

if TYPE_CHECKING:
    from engine.domain.encoding import Encoder

MOST = 1_024
"""Titles of one run: some seconds of the processor."""

_AT_ONCE = 64
_log = logging.getLogger(__name__)


class TitleVectors(Protocol):
    """Keeps a vector per title; raises Storage errors."""

    def missing(self, limit: int) -> Sequence[str]:
        """Return titles without a vector, the newest first."""
        ...

    def put(self, vectors: Mapping[str, NDArray[np.float32]]) -> int:
        """Store vectors by title and return how many were."""
        ...


def read_titles(store: TitleVectors, encoder: Encoder, stop: Callable[[], bool], most: int = MOST) -> int:
    """Give titles their vectors and return how many got one; those in no script the encoder reads get zeros.

    An encoder that cannot be used costs nothing but the vectors. Raises Storage errors.
    """
    waiting, done = list(store.missing(most)), 0
    for at in range(0, len(waiting), _AT_ONCE):
        if stop():
            break
        some = waiting[at : at + _AT_ONCE]
        told = [text for text in some if encoder.reads(text)]
        try:
            vectors = encoder.encode(told) if told else np.zeros((0, encoder.dimensions), np.float32)
        except EncoderError as error:
            _log.warning("titles are left without a meaning: %s", error.title)
            break
        known = dict(zip(told, vectors, strict=True))
        nothing = np.zeros(encoder.dimensions, np.float32)
        done += store.put({text: known.get(text, nothing) for text in some})
    return done

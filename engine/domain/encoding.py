"""What the rest may ask of a sentence encoder and of a search among its vectors; both are wired in bootstrap."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

    Ids: TypeAlias = npt.NDArray[np.int64]
    Vectors: TypeAlias = npt.NDArray[np.float32]
    HalfVectors: TypeAlias = npt.NDArray[np.float16]

_CACHED, _CACHED_SPLIT = "models--", "--"  # models--whose--name/snapshots/0a1b2c


def encoder_title(folder: str) -> str:
    """Return what the model in a folder is called: the folder's name, or the one a download cache files it under."""
    parts = PurePath(folder).parts
    cached = next((part for part in reversed(parts) if part.startswith(_CACHED)), "")
    return cached.rpartition(_CACHED_SPLIT)[2] or PurePath(folder).name


class Encoder(Protocol):
    """Turns texts into vectors whose products tell how near their meanings are; made ready by its first use."""

    @property
    def name(self) -> str:
        """The model and a few letters of its weights' digest; vectors under any other name are stale."""
        ...

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        ...

    def reads(self, text: str) -> bool:
        """Return whether it knows the script most of the text is written in; False for nothing but marks."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of length 1 per text, in order, as an array (texts, dimensions).

        The first call may take seconds. Raises EncoderError where the weights cannot be used.
        """
        ...


class Nearest(Protocol):
    """Finds the vectors nearest to one among those of all chunks; of one encoder, in memory."""

    def load(self, blocks: Iterable[tuple[Ids, HalfVectors]]) -> None:
        """Take in whole blocks of chunk ids and their vectors, in place of what there was."""
        ...

    def add(self, ids: Ids, vectors: HalfVectors) -> None:
        """Take in more; an id that is there gets the new vector."""
        ...

    def remove(self, ids: Ids) -> None:
        """Forget these chunks; unknown ids are passed over."""
        ...

    def top(self, query: Vectors, k: int, among: Ids | None = None) -> list[tuple[int, float]]:
        """Return at most k chunk ids with their cosines to the query (one vector), best first.

        among: only these ids, for a search that other conditions have narrowed; unknown ids are passed over.
        """
        ...

    def of(self, ids: Ids) -> Vectors:
        """Return the chunks' vectors, one row per id in order; a row of zeros for an unknown id."""
        ...

"""The few directions in which people's weights to begin with differ most: all that is learned together.

Found from made-up people alone (tests/benchmarks/federated.py make), so they tell of nobody. One step along any of
them costs or gains about half its square in nats, whichever it is, so that noise is as dear in each.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.domain.errors import KairosError
from engine.domain.model_status import Head
from engine.mind.checkpoint.tensors import Unsound, unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = "models/directions.safetensors"
DIGEST = "fd7c4e1edacd597eb3565c6c4c09d9a86531987a5722ab986492803b90a901bf"
"""Of the file that is shipped."""
COUNT = 2
"""Of directions a head."""
_LARGEST = 1 << 20


class DirectionsMissing(KairosError):
    """The directions cannot be read; nothing can be learned together."""

    title = "Nothing can be learned together"


def directions(path: Path, digest: str | None = DIGEST) -> dict[Head, NDArray[np.float64]]:
    """Return the directions of each head (COUNT, numbers of its straight path); raises DirectionsMissing.

    digest: the SHA-256 the file must have, that of the shipped one; None for one just made.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST)
        if digest is not None and hashlib.sha256(content).hexdigest() != digest:
            raise Unsound("it is not the file that was published")
        found = {Head(name): np.asarray(one, np.float64) for name, one in unpack(content).items()}
    except (OSError, Unsound, ValueError) as cause:
        raise DirectionsMissing(f"A file of Kairos is damaged ({path.name}): {cause}. Install Kairos again.") from cause
    return found

"""The weights everybody's models begin with: learned from made-up people alone, so that a few days go further."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from engine.domain.model_status import Head
from engine.mind.checkpoint.files import CheckpointError, refuse_nonsense
from engine.mind.checkpoint.tensors import Tensors, Unsound, unpack

FILE = "models/population.safetensors"
DIGEST = "f96eb3cca5c343a92000ef8e47e116c45f6a18648eeb4fd7ad50fb58cf21b87a"
"""Of the file that is shipped."""
HEADS = (Head.NEXT_APP, Head.NEXT_DOCUMENT)

_LARGEST = 16 << 20
_log = logging.getLogger(__name__)


def population_prior(path: Path, digest: str | None = DIGEST) -> dict[Head, Tensors]:
    """Return the weights of each head; none where the file is missing or damaged, so that models begin from nothing.

    digest: the SHA-256 the file must have, that of the shipped one; None for one just made.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST)
        if digest is not None and hashlib.sha256(content).hexdigest() != digest:
            raise Unsound("it is not the file that was published")
        tensors = unpack(content)
        refuse_nonsense(tensors)
    except (OSError, Unsound, CheckpointError) as error:
        _log.warning("Models begin from nothing: %s", error)
        return {}
    found = {head: _of(tensors, head) for head in HEADS}
    return {head: one for head, one in found.items() if one}


def _of(tensors: Tensors, head: Head) -> Tensors:
    return {
        name.removeprefix(f"{head.value}/"): one for name, one in tensors.items() if name.startswith(f"{head.value}/")
    }

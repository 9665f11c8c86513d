"""The weights everybody's models begin with: learned from made-up people alone, so that a few days go further."""

from __future__ import annotations

import logging
from pathlib import Path

from engine.domain.model_status import Head
from engine.mind.checkpoint.files import CheckpointError, refuse_nonsense
from engine.mind.checkpoint.tensors import Tensors, Unsound, unpack

FILE = "models/population.safetensors"
HEADS = (Head.NEXT_APP, Head.NEXT_DOCUMENT)

_LARGEST = 16 << 20
_log = logging.getLogger(__name__)


def population_prior(path: Path) -> dict[Head, Tensors]:
    """Return the weights of each head; none where the file is missing or damaged, so that models begin from nothing."""
    try:
        with path.open("rb") as file:
            tensors = unpack(file.read(_LARGEST))
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

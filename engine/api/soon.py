"""What is likely in the next minutes, asked of the process that knows the models."""

from __future__ import annotations

from engine.domain.errors import StorageBusy, StorageDamaged, StorageError, StorageFull, StorageGone
from engine.domain.soon import Soon, soon_from_json
from engine.talking import Asker, NoAnswer, raise_told

STORAGE_ERRORS = {kind.__name__: kind for kind in (StorageBusy, StorageDamaged, StorageError, StorageFull, StorageGone)}


def ask_soon(asker: Asker, seconds: float) -> Soon:
    """Return what is expected now; of nothing where no answer comes in so many seconds. Raises Storage errors."""
    try:
        told = asker.ask({"ask": "soon"}, seconds=seconds)
        raise_told(told, STORAGE_ERRORS)
        return soon_from_json(told["soon"])
    except (NoAnswer, KeyError, TypeError, ValueError):
        return Soon(0)

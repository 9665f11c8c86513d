"""A recovery code that opened the profile is one that somebody has kept."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.domain.errors import KairosError
from engine.domain.key_slots import SlotKind
from engine.locks import ProcessLock

if TYPE_CHECKING:
    from engine.keys.kept import KeptKeys
    from engine.paths import ProfilePaths

_log = logging.getLogger(__name__)


def note_code_used(paths: ProfilePaths, kept: KeptKeys) -> None:
    """Note it, so that no other code is offered in its place; what cannot be written keeps nobody from opening."""
    try:
        with ProcessLock(paths.keys_lock) as lock:
            lock.acquire(who="change of keys")
            keys = kept.load()
            slot = keys.now.of(SlotKind.RECOVERY) if keys is not None and keys.now is not None else None
            if keys is None or keys.now is None or keys.pending or slot is None or slot.kept:
                return
            kept.save(replace(keys, now=keys.now.with_lock(replace(slot, kept=True))))
    except KairosError as error:
        _log.warning("that the recovery code is kept could not be noted: %s", error.title)

"""What stands in a backup's name: everything a list shows, so that no copy need be opened for it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from engine.domain.backups import Backup, BackupReason
from engine.domain.clock import utc, wall_ms
from engine.storage.backup_facts import Facts

SUFFIX = ".sqlite3"
_MOMENT = "%Y%m%dT%H%M%S"
_NAME = re.compile(
    r"-(?P<number>\d{6,})-(?P<moment>\d{8}T\d{6})(?P<ms>\d{3})-(?P<reason>[a-z_]+)"
    r"-s(?P<schema>\d+)-a(?P<activities>\d+)-l(?P<last>\d*)-(?P<mark>[0-9a-f]+)\.sqlite3$"
)


def name_of(stem: str, number: int, made_ms: int, reason: BackupReason, facts: Facts) -> str:
    """Return the name of a copy of the database of that stem."""
    moment = f"{utc(made_ms):{_MOMENT}}{made_ms % 1_000:03}"
    last = "" if facts.last_ms is None else str(facts.last_ms)
    rest = f"s{facts.schema}-a{facts.activities}-l{last}-{facts.mark}"
    return f"{stem}-{number:06}-{moment}-{reason.value}-{rest}{SUFFIX}"


def read_name(path: Path, size: int, *, encrypted: bool) -> Backup | None:
    """Return what the name of a copy says; None for a name that is not one of ours."""
    found = _NAME.search(path.name)
    if found is None or found["reason"] not in set(BackupReason):
        return None
    try:
        moment = datetime.strptime(found["moment"], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(
        path=path,
        made_ms=wall_ms(moment) + int(found["ms"]),
        bytes=size,
        schema=int(found["schema"]),
        reason=BackupReason(found["reason"]),
        encrypted=encrypted,
        activities=int(found["activities"]),
        last_ms=int(found["last"]) if found["last"] else None,
        number=int(found["number"]),
        mark=found["mark"],
    )

"""A new database from what can be read of a damaged one, its gaps filled from a backup."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.domain.backups import Backup, Kind, Share
from engine.domain.database_key import DatabaseKey
from engine.storage import driver
from engine.storage.connections import connect
from engine.storage.database import Database
from engine.storage.recount import count_everything
from engine.storage.salvage.filling import fill, forget_index, put_back, without_triggers
from engine.storage.salvage.gaps import close_gaps
from engine.storage.salvage.layouts import layout_of, parts_of, parts_read
from engine.storage.salvage.losses import losses
from engine.storage.salvage.pages import Pages, Unreadable
from engine.storage.salvage.trees import Forest, Read
from engine.storage.tables import SCHEMA_VERSION, WORDS

COUNTED_ANEW = frozenset({"day_total", "month_total", "focus_day"})
"""Tables that follow from others, which are not read at all."""

_HOURS = frozenset({"hour_total", "mixed_hour"})
"""Read for the sake of days whose activities were gathered into them; all others are counted anew."""

_STATISTICS = "sqlite_stat"
_INDEX = frozenset({"chunk", "vector_encoder", "vector_block"})
_VERSION = 60  # where page 1 says which schema it has


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of it. rows: read. returned: rows taken from the backup. lost: as far as it can be told."""

    rows: int
    returned: int
    lost: tuple[Share, ...]


def rebuild(
    damaged: Path, draft: Path, key: DatabaseKey | None, salts: Iterable[bytes], backup: Backup | None
) -> Rebuilt:
    """Make the draft of what the damaged file holds; nobody has either open, and damaged has no log beside it.

    One of an older schema is rebuilt as that one and brought up to date then. Raises Unreadable where nothing of it can
    be read or a newer Kairos made it, and Storage errors.
    """
    module = driver.load()
    with ExitStack() as opened:
        pages = opened.enter_context(Pages(damaged, key, salts))
        _make(draft, key, _version_of(pages))
        new = opened.enter_context(closing(connect(module, draft, key)))
        old = None if backup is None else opened.enter_context(closing(connect(module, backup.path, key)))
        reads = _read(pages, new, old)
        new.execute("PRAGMA foreign_keys = OFF")
        new.execute("BEGIN")
        with without_triggers(new):
            rebuilt = _write(new, old, reads, backup)
        new.execute("COMMIT")
    with closing(Database.open(draft, key)) as database, database.writing() as connection:
        count_everything(connection)
    return rebuilt


def _version_of(pages: Pages) -> int:
    """Return which schema the damaged file has, today's where it does not tell."""
    first = pages.read(1)
    version = SCHEMA_VERSION if first is None else int.from_bytes(first[_VERSION : _VERSION + 4], "big")
    if not 0 < version <= SCHEMA_VERSION:
        raise Unreadable
    return version


def _make(draft: Path, key: DatabaseKey | None, version: int) -> None:
    if version == SCHEMA_VERSION:
        Database.open(draft, key).close()
        return
    from engine.storage.upgrade import make_older  # noqa: PLC0415  (Alembic is loaded for this alone)

    make_older(draft, driver.load(), key, version)


def _read(pages: Pages, new: Any, old: Any) -> list[Read]:
    forest, module = Forest(pages), driver.load()
    parts, listed = parts_read(forest, parts_of(new), {} if old is None else parts_of(old))
    layouts = [layout for part in parts.values() if (layout := layout_of(part, module)) is not None]
    wanted = [one for one in layouts if one.name not in COUNTED_ANEW and not one.name.startswith(_STATISTICS)]
    reads = [forest.tree(layout) for layout in wanted]
    broken = [read for read in reads if not read.whole]
    if broken or not listed.whole:
        known = {layout.name for layout in wanted}
        for part in parts.values():
            if part.root and part.name not in known:
                forest.skip(part.root)
        forest.skip_free()
        forest.adopt(broken)
    if not any(read.rows for read in reads):
        raise Unreadable
    return reads


def _write(new: Any, old: Any, reads: list[Read], backup: Backup | None) -> Rebuilt:
    index_whole = all(read.whole for read in reads if _of_index(read.layout.name))
    kept = [read for read in reads if index_whole or not _of_index(read.layout.name)]
    returned: dict[str, int] = {}
    for read in kept:
        fill(new, read)
    for read in kept:
        if not read.whole and old is not None:
            returned[read.layout.name] = put_back(new, old, read)
    if not index_whole:
        forget_index(new)
    gone, nameless = close_gaps(new)
    gathered = "retained" in parts_of(new) and new.execute("SELECT count(*) FROM retained").fetchone()[0]
    lost = losses([read for read in kept if gathered or read.layout.name not in _HOURS], returned, gone, backup)
    if nameless:
        lost = (*lost, Share(Kind.NAME, nameless))
    return Rebuilt(sum(len(read.rows) for read in kept), sum(returned.values()), lost)


def _of_index(table: str) -> bool:
    return table in _INDEX or table.startswith(f"{WORDS}_")

"""About how much of a damaged database is nowhere any more, in a person's words."""

from __future__ import annotations

from collections import defaultdict

from engine.domain.backups import Backup, Kind, Share
from engine.storage.backup_difference import by_kind
from engine.storage.salvage.trees import Hole, Read

_SURE_SHARE = 4  # what is missing is estimated; where a backup returned three quarters of it, it returned all


def losses(
    reads: list[Read], returned: dict[str, int], gone: dict[str, int], backup: Backup | None
) -> tuple[Share, ...]:
    """Return what is lost; a count of 0 where nothing tells how many.

    Pages that are missing held as much as the others do. returned: rows taken from the backup, by table; gone: rows
    that went because what they name is lost.
    """
    counts: defaultdict[str, int] = defaultdict(int, gone)
    unknown: dict[str, int] = {}
    for read in (read for read in reads if not read.whole):
        table, back = read.layout.name, returned.get(read.layout.name, 0)
        if read.leaf_floor is None and not read.adopted and backup is None:
            unknown[table] = 1
        on_a_page = len(read.rows) / read.leaves if read.leaves else 0
        missing = round(on_a_page * read.missing_leaves) + read.broken_rows
        if missing - back > missing // _SURE_SHARE:
            counts[table] += missing - back
    found = {kind: Share(kind, count) for kind, count in by_kind(counts).items() if count}
    for kind in by_kind(unknown):
        if kind is not Kind.OTHER:
            found.setdefault(kind, Share(kind, 0))
    activities = next((read for read in reads if read.layout.name == "activity" and not read.whole), None)
    if activities is not None:
        told = _activities(activities.holes, counts["activity"], None if backup is None else backup.last_ms)
        found.pop(Kind.ACTIVITY, None)
        if told.first_ms is not None or (told.count and backup is None):
            found[Kind.ACTIVITY] = told
    return tuple(found[kind] for kind in Kind if kind in found)


def _activities(holes: list[Hole], count: int, covered_ms: int | None) -> Share:
    """Return from when to when activities may be missing that the backup does not know."""
    spans = [
        (low, high)
        for hole in holes
        if hole.low is not None and hole.high is not None and isinstance(low := hole.low[1], int)
        if isinstance(high := hole.high[1], int) and (covered_ms is None or high > covered_ms)
    ]
    if not spans:
        return Share(Kind.ACTIVITY, count)
    return Share(Kind.ACTIVITY, count, min(low for low, _ in spans), max(high for _, high in spans))

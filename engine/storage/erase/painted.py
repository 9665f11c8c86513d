"""Takes what the person said of recorded time away: what it named, and in what time."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select, update

from engine.domain.erase_match import mentions
from engine.domain.intervals import Interval
from engine.storage.erase.scope import Scope
from engine.storage.queries.paints import IN_FORCE
from engine.storage.queries.repaint import take_out
from engine.storage.tables import correction, correction_group


def uncorrect(connection: Connection, scope: Scope) -> tuple[list[Interval], list[Interval]]:
    """Take the corrections within the scope away; return which times went, and those that were in force by name.

    What lay under a name that is erased counted as that name, so it goes as well.
    """
    forced = set(
        connection.execute(select(correction_group.c.id).where(correction_group.c.state == IN_FORCE)).scalars()
    )
    under: list[Interval] = []

    def holes(row: dict[str, Any]) -> list[Interval] | None:
        part = Interval(row["start_ms"], row["end_ms"]).clip(scope.span)
        if part is None or (scope.named and not _named(scope, row)):
            return None
        if scope.named and row["group_id"] in forced:
            under.append(part)
        return [part]

    gone = take_out(connection, holes)
    if scope.texts:
        _blank_notes(connection, scope)
    return gone, under


def _named(scope: Scope, row: dict[str, Any]) -> bool:
    names_any = row["app"] is not None or row["title"] is not None
    return names_any and scope.matcher.painted(row["app"], row["title"])


def _blank_notes(connection: Connection, scope: Scope) -> None:
    """Empty remarks that mention what is erased; the correction beside them stays."""
    wanted = select(correction.c.id, correction.c.note).where(
        correction.c.note != "", correction.c.start_ms < scope.span.end_ms, correction.c.end_ms > scope.span.start_ms
    )
    for number, note in connection.execute(wanted).all():
        if mentions(note, scope.texts):
            connection.execute(update(correction).where(correction.c.id == number).values(note=""))

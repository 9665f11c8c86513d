"""What the person says of recorded time, as stored: done, undone, redone, and kept on record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Action, Correction
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.storage.database import Database
from engine.storage.queries.looks import Looks
from engine.storage.queries.numbers import storable
from engine.storage.queries.paints import GONE, IN_FORCE, UNDONE, as_correction, in_force
from engine.storage.recount import Recount
from engine.storage.tables import correction, correction_group

LONGEST_MS = 3_660 * 24 * MS_PER_HOUR
"""No correction is longer than ten years."""

_Pick = Callable[[Connection], int | None]


class CorrectionStore:
    """Stores actions, each of one or more corrections; the totals follow in the same transaction.

    labeller: for the apps and titles that a correction brings in. Raises Storage errors.
    """

    def __init__(self, database: Database, labeller: Labeller | None = None) -> None:
        self._database = database
        self._labeller = labeller

    def apply(self, corrections: Sequence[Correction]) -> int:
        """Store one action and return its number; what was undone before cannot be redone from then on.

        UsageError where there is nothing to store, or one is longer than ten years.
        """
        if not corrections:
            raise UsageError("There is nothing to correct.")
        if any(one.interval.length_ms > LONGEST_MS for one in corrections):
            raise UsageError("A correction can be ten years long at most. Choose a shorter time.")
        with self._database.writing() as connection:
            superseded = update(correction_group).where(correction_group.c.state == UNDONE)
            connection.execute(superseded.values(state=GONE))
            made_ms = max(one.made_ms for one in corrections)
            adding = insert(correction_group).returning(correction_group.c.id)
            group = int(connection.execute(adding, {"made_ms": made_ms, "state": IN_FORCE}).scalar_one())
            connection.execute(insert(correction), [{**_columns(one), "group_id": group} for one in corrections])
            self._recount(connection, [one.interval for one in corrections])
        return group

    def undo(self) -> int | None:
        """Put the last action in force out of force and return its number; None where there is none."""
        newest = select(func.max(correction_group.c.id)).where(correction_group.c.state == IN_FORCE)
        return self._switch(lambda connection: connection.execute(newest).scalar(), UNDONE)

    def redo(self) -> int | None:
        """Put the action undone last in force again and return its number; None where there is none."""
        oldest = select(func.min(correction_group.c.id)).where(correction_group.c.state == UNDONE)
        return self._switch(lambda connection: connection.execute(oldest).scalar(), IN_FORCE)

    def active(self, start_ms: int, end_ms: int) -> list[Correction]:
        """Return the corrections in force that share time with [start_ms, end_ms), uncut, in the order made."""
        with self._database.reading() as connection:
            return in_force(connection, Interval(start_ms, end_ms))

    def group(self, group: int) -> list[Correction]:
        """Return the corrections of an action, in order; none for an unknown number."""
        with self._database.reading() as connection:
            return [one for action in _actions(connection, [group]) for one in action.corrections]

    def audit(self, limit: int) -> list[Action]:
        """Return the last so many actions, the newest first, undone ones included."""
        newest = select(correction_group.c.id).order_by(correction_group.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return _actions(connection, connection.execute(newest).scalars().all())

    def _switch(self, pick: _Pick, state: int) -> int | None:
        with self._database.writing() as connection:
            group = pick(connection)
            if group is not None:
                this = correction_group.c.id == group
                connection.execute(update(correction_group).where(this).values(state=state))
                wanted = select(correction.c.start_ms, correction.c.end_ms).where(correction.c.group_id == group)
                self._recount(connection, [Interval(*row) for row in connection.execute(wanted)])
        return group

    def _recount(self, connection: Connection, spans: Sequence[Interval]) -> None:
        recount = Recount(connection, Looks(connection, self._labeller))
        for span in spans:
            recount.anew(span)
        recount.settle()


def _columns(one: Correction) -> dict[str, Any]:
    texts = {"app": one.app, "title": one.title, "project": one.labels.project, "tag": one.labels.tag}
    return {
        "kind": one.kind.value,
        "start_ms": one.interval.start_ms,
        "end_ms": one.interval.end_ms,
        "made_ms": one.made_ms,
        "category_id": one.labels.category_id,
        "zone": one.zone,
        "note": storable(one.note),
        **{name: None if words is None else storable(words) for name, words in texts.items()},
    }


def _actions(connection: Connection, groups: Sequence[int]) -> list[Action]:
    """Return the actions, the newest first."""
    if not groups:
        return []
    wanted = (
        select(correction, correction_group.c.state, correction_group.c.made_ms.label("done_ms"))
        .join(correction_group, correction_group.c.id == correction.c.group_id)
        .where(correction.c.group_id >= min(groups), correction.c.group_id <= max(groups))
        .order_by(correction.c.group_id.desc(), correction.c.id)
    )
    found: dict[int, list[Correction]] = {}
    about: dict[int, tuple[int, bool]] = {}
    for row in connection.execute(wanted):
        undone = row.state != IN_FORCE
        about[row.group_id] = row.done_ms, undone
        found.setdefault(row.group_id, []).append(as_correction(row, undone=undone))
    return [Action(number, about[number][0], tuple(ones), about[number][1]) for number, ones in found.items()]

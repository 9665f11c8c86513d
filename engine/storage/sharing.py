"""Weeks that were made fit to be given away, and what they cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from engine.domain.clock import utc
from engine.domain.sharing import Charge, Release, SharedWeek, ShareKind
from engine.storage.database import Database
from engine.storage.queries.history_marks import boundaries
from engine.storage.tables import share_release

_EVER = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'share_release'"
_NEWEST = """SELECT max(at_ms) FROM (SELECT max(start_ms) AS at_ms FROM activity
UNION ALL SELECT max(start_ms) FROM open_activity)"""
_BEFORE = """SELECT 1 FROM source WHERE EXISTS
(SELECT 1 FROM activity WHERE source_id = source.id AND start_ms < ?)
UNION ALL SELECT 1 FROM open_activity WHERE start_ms < ? LIMIT 1"""
_NEVER = "0000-00"
_ERASED = {"first_day": "", "last_day": "", "kind": ShareKind.PRIVATE.value, "digest": "", "content": "", "figures": ""}


class Spending:
    """What can be looked at and changed in the one transaction in which a charge is made."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def charges(self) -> tuple[Charge, ...]:
        """Return every charge the database holds."""
        return tuple(_charge(row) for row in self._connection.execute(select(share_release)))

    def last_number(self) -> int:
        """Return the highest number a charge ever had here, those that are gone counted."""
        return int(self._connection.exec_driver_sql(_EVER).scalar_one())

    def newest_month(self) -> str:
        """Return the month, in UTC, of the newest recorded time; one before all others where nothing is recorded."""
        newest = self._connection.exec_driver_sql(_NEWEST).scalar()
        return _NEVER if newest is None else f"{utc(newest):%Y-%m}"

    def latest(self, kind: ShareKind, first_day: date) -> Release | None:
        """Return the newest release of a week that still has its file."""
        return _latest(self._connection, kind, first_day)

    def put_back(self, charges: Iterable[Charge]) -> None:
        """Store the charges that are missing here, as numbers alone; raise those that count less here."""
        held = {one.token: one for one in self.charges()}
        for one in charges:
            if one.token not in held:
                self._connection.execute(insert(share_release), {**_ERASED, **_charged(one), "made_ms": 0})
            elif held[one.token] != one:
                row = {key: value for key, value in _charged(one).items() if key != "id"}
                self._connection.execute(update(share_release).where(share_release.c.token == one.token).values(row))

    def add(self, release: Release) -> None:
        """Store a release with its charge."""
        row = {
            "first_day": release.first_day.isoformat(),
            "last_day": release.last_day.isoformat(),
            "kind": release.kind.value,
            "digest": release.digest,
            "content": release.text,
            "figures": release.figures,
            "made_ms": release.made_ms,
            "saved_ms": release.saved_ms,
        }
        self._connection.execute(insert(share_release), {**row, **_charged(release.charge)})


class ShareStore:
    """Reads and writes releases of weeks; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def spending(self) -> Iterator[Spending]:
        """Give what a charge is made with; all of it is stored at the end, or nothing."""
        with self._database.writing() as connection:
            yield Spending(connection)

    @contextmanager
    def looking(self) -> Iterator[Spending]:
        """Give the same to look only."""
        with self._database.reading() as connection:
            yield Spending(connection)

    def latest(self, kind: ShareKind, first_day: date) -> Release | None:
        """Return the newest release of a week that still has its file."""
        with self._database.reading() as connection:
            return _latest(connection, kind, first_day)

    def all(self) -> tuple[SharedWeek, ...]:
        """Return every release whose week is known, the latest first."""
        wanted = select(share_release).where(share_release.c.first_day != "").order_by(share_release.c.id.desc())
        with self._database.reading() as connection:
            return tuple(_told(row) for row in connection.execute(wanted))

    def saved(self, token: str, at_ms: int) -> None:
        """Note that a release was written to a file; the first time counts."""
        this = update(share_release).where(share_release.c.token == token, share_release.c.saved_ms.is_(None))
        with self._database.writing() as connection:
            connection.execute(this.values(saved_ms=at_ms))

    def recorded_before(self, moment_ms: int) -> bool:
        """Return whether anything that is still stored was recorded before a moment."""
        with self._database.reading() as connection:
            return connection.exec_driver_sql(_BEFORE, (moment_ms, moment_ms)).first() is not None

    def hours_from(self) -> int:
        """Return from when on recorded time itself is kept; before it are totals of days alone. UTC milliseconds."""
        with self._database.reading() as connection:
            return boundaries(connection)[1]


def _latest(connection: Connection, kind: ShareKind, first_day: date) -> Release | None:
    this = select(share_release).where(
        share_release.c.kind == kind.value,
        share_release.c.first_day == first_day.isoformat(),
        share_release.c.content != "",
    )
    row = connection.execute(this.order_by(share_release.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _release(row)


def _charged(charge: Charge) -> dict[str, Any]:
    return {
        "id": charge.number,
        "token": charge.token,
        "months": " ".join(charge.months),
        "epsilon_millionths": charge.epsilon_millionths,
    }


def _charge(row: Any) -> Charge:
    return Charge(row.id, row.token, tuple(row.months.split()), row.epsilon_millionths)


def _told(row: Any) -> SharedWeek:
    first, last = date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)
    return SharedWeek(row.token, ShareKind(row.kind), first, last, row.epsilon_millionths, row.made_ms, row.saved_ms)


def _release(row: Any) -> Release:
    first, last = date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)
    kind = ShareKind(row.kind)
    return Release(_charge(row), kind, first, last, row.content, row.figures, row.digest, row.made_ms, row.saved_ms)

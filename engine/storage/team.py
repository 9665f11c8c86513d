"""Rounds of team figures, as stored: keys and files while a round goes on, and afterwards that it was."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from engine.domain.team import TeamRole, TeamState
from engine.domain.team_kept import KeptRound
from engine.storage.database import Database
from engine.storage.tables import team_round


class TeamStore:
    """Reads and writes rounds; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[KeptRound]:
        """Return every round, the latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(team_round).order_by(team_round.c.joined_ms.desc(), team_round.c.id))
            return [_kept(row) for row in rows]

    def one(self, round_id: str, role: TeamRole) -> KeptRound | None:
        """Return one round."""
        with self._database.reading() as connection:
            row = connection.execute(select(team_round).where(team_round.c.id == _id(round_id, role))).one_or_none()
        return None if row is None else _kept(row)

    def add(self, new: KeptRound) -> bool:
        """Keep a round; returns whether there was none of its id and role."""
        with self._database.writing() as connection:
            if connection.execute(select(team_round.c.id).where(team_round.c.id == _id(new.round, new.role))).first():
                return False
            connection.execute(insert(team_round), _row(new))
        return True

    def remove(self, kept: KeptRound) -> None:
        """Take out a round that is still in the state it is given in: nothing of it is known any more."""
        this = team_round.c.id == _id(kept.round, kept.role), team_round.c.state == kept.state.value
        with self._database.writing() as connection:
            connection.execute(delete(team_round).where(*this))

    def move(self, changed: KeptRound, before: TeamState) -> bool:
        """Replace a round that is still in this state; returns whether it was.

        A contribution is refused, too, where another round has one of its week.
        """
        this = team_round.c.id == _id(changed.round, changed.role), team_round.c.state == before.value
        with self._database.writing() as connection:
            if changed.state is TeamState.CONTRIBUTED and _given(connection, changed):
                return False
            return bool(connection.execute(update(team_round).where(*this).values(_row(changed))).rowcount)


def _given(connection: Connection, changed: KeptRound) -> bool:
    """Tell whether a week's figures went into another round: two sums over nearly the same people tell one apart."""
    other = select(team_round.c.id).where(
        team_round.c.week == changed.first_day.isoformat(),
        team_round.c.contributed_ms.is_not(None),
        team_round.c.id != _id(changed.round, changed.role),
    )
    return connection.execute(other).first() is not None


def _id(round_id: str, role: TeamRole) -> str:
    return f"{round_id}:{role.value}"


def _row(one: KeptRound) -> dict[str, Any]:
    return {
        "id": _id(one.round, one.role),
        "role": one.role.value,
        "week": one.first_day.isoformat(),
        "state": one.state.value,
        "private_key": bytes.fromhex(one.key),
        "content": json.dumps(one.content).encode(),
        "digest": one.digest,
        "joined_ms": one.joined_ms,
        "contributed_ms": one.contributed_ms,
    }


def _kept(row: Any) -> KeptRound:
    content = _content(row.content)
    return KeptRound(
        row.id.partition(":")[0],
        TeamRole(row.role),
        date.fromisoformat(row.week),
        TeamState(row.state) if content else TeamState.FORGOTTEN,  # erased with the days it was of
        row.private_key.hex(),
        content,
        row.digest,
        row.joined_ms,
        row.contributed_ms,
    )


def _content(stored: bytes) -> dict[str, Any]:
    try:
        content = json.loads(stored)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}

"""What is kept of learning together: that the person joined, what was made to be sent, averages in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update

from engine.domain.together import StepKind, TogetherStep
from engine.storage.database import Database
from engine.storage.tables import together_step as steps


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step that is not stored yet. epsilon in millionths."""

    federation: str
    round: int
    kind: StepKind
    content: bytes
    digest: str = ""
    epsilon_millionths: int = 0


class TogetherStore:
    """Reads and writes steps; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[TogetherStep]:
        """Return every step, the latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(steps).order_by(steps.c.id.desc())).mappings().all()
        return [_step(dict(row)) for row in rows]

    def add(self, step: NewStep, made_ms: int, allowed_millionths: int | None = None) -> bool:
        """Store a step; returns whether it was.

        allowed_millionths: of epsilon that all updates may have been charged before this one, to the number; where
        another process charged something in between, nothing is stored.
        """
        row = {
            "federation": step.federation,
            "round": step.round,
            "kind": step.kind.value,
            "epsilon_millionths": step.epsilon_millionths,
            "bytes": len(step.content),
            "digest": step.digest,
            "content": step.content,
            "made_ms": made_ms,
        }
        with self._database.writing() as connection:
            charged = connection.execute(select(steps.c.epsilon_millionths)).scalars().all()
            if allowed_millionths is not None and sum(charged) != allowed_millionths:
                return False
            connection.execute(insert(steps), row)
        return True

    def end(self, kind: StepKind, at_ms: int) -> int:
        """Have all steps of a kind hold no more; returns how many did."""
        this = update(steps).where(steps.c.kind == kind.value, steps.c.left_ms.is_(None))
        with self._database.writing() as connection:
            return int(connection.execute(this.values(left_ms=at_ms)).rowcount)


def _step(row: dict[str, Any]) -> TogetherStep:
    return TogetherStep(**{**row, "kind": StepKind(row["kind"])})

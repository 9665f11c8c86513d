"""What happens by itself, as stored: the last run of each job, how it went, and when the next is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from engine.domain.job_runs import JobOutcome, JobPlan, JobState
from engine.storage.database import Database

# Plain text statements: the recorder runs them, and building them would cost it more memory than the rows.
_ALL = "SELECT name, every_s, last_start_ms, last_end_ms, outcome, message, next_ms, runs FROM job ORDER BY name"
_CUT_OFF = "UPDATE job SET outcome = 'cut_off', message = ? WHERE outcome = 'running'"
_BEGIN = """INSERT INTO job (name, every_s, last_start_ms, outcome, message, next_ms, runs)
VALUES (?, ?, ?, 'running', '', ?, 1) ON CONFLICT (name) DO UPDATE SET every_s = excluded.every_s,
last_start_ms = excluded.last_start_ms, last_end_ms = NULL, outcome = 'running', message = '',
next_ms = excluded.next_ms, runs = runs + 1"""
_RAN = """INSERT INTO job (name, every_s, last_start_ms, last_end_ms, outcome, message, next_ms, runs)
VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (name) DO UPDATE SET every_s = excluded.every_s,
last_start_ms = excluded.last_start_ms, last_end_ms = excluded.last_end_ms, outcome = excluded.outcome,
message = excluded.message, next_ms = excluded.next_ms, runs = runs + 1"""
_END = "UPDATE job SET last_end_ms = ?, outcome = ?, message = ? WHERE name = ? AND outcome = 'running'"
_NEXT = """INSERT INTO job (name, every_s, message, next_ms, runs) VALUES (?, ?, '', ?, 0)
ON CONFLICT (name) DO UPDATE SET every_s = excluded.every_s, next_ms = excluded.next_ms"""
_MOVE = "UPDATE job SET last_start_ms = ?, last_end_ms = ? WHERE name = ?"

_CUT_OFF_MESSAGE = "It was cut off: the process that did it ended."


class JobStore:
    """Reads and writes how jobs stand; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, JobState]:
        """Return every job that ever ran, by its name."""
        with self._database.reading() as connection:
            return {row[0]: _state(row) for row in connection.exec_driver_sql(_ALL)}

    def asked(self, plans: Iterable[JobPlan]) -> list[JobPlan]:
        """Return those that were begun and have not ended."""
        known = self.all()
        return [one for one in plans if one.name in known and known[one.name].outcome is JobOutcome.RUNNING]

    def begin(self, plan: JobPlan, start_ms: int, next_ms: int | None = None) -> None:
        """Store that a run begins. next_ms: when the next one is once this one is done."""
        self._write(_BEGIN, (plan.name, plan.every_s, start_ms, next_ms))

    def end(self, name: str, end_ms: int, outcome: JobOutcome, message: str = "") -> None:
        """Store how the run that began last went; where none is under way nothing is stored."""
        self._write(_END, (end_ms, outcome.value, message, name))

    def ran(self, plan: JobPlan, start_ms: int, end_ms: int, next_ms: int) -> None:
        """Store a whole run in one go: it was looked, and there was nothing to do."""
        row = (plan.name, plan.every_s, start_ms, end_ms, JobOutcome.DONE.value, "", next_ms)
        self._write(_RAN, row)

    def plan_next(self, when: Mapping[JobPlan, int]) -> None:
        """Store when jobs run next."""
        with self._database.writing() as connection:
            for plan, next_ms in when.items():
                connection.exec_driver_sql(_NEXT, (plan.name, plan.every_s, next_ms))

    def move(self, name: str, start_ms: int) -> None:
        """Put the last run at another time: the clock it was stored by was wrong."""
        self._write(_MOVE, (start_ms, start_ms, name))

    def cut_off(self) -> None:
        """Store that whatever was begun and has not ended never will."""
        with self._database.reading() as connection:
            begun = connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM job WHERE outcome = 'running')")
            if not begun.scalar_one():
                return
        self._write(_CUT_OFF, (_CUT_OFF_MESSAGE,))

    def _write(self, statement: str, values: tuple[Any, ...]) -> None:
        with self._database.writing() as connection:
            connection.exec_driver_sql(statement, values)


def _state(row: Any) -> JobState:
    return JobState(
        name=row[0],
        every_s=row[1],
        last_start_ms=row[2],
        last_end_ms=row[3],
        outcome=None if row[4] is None else JobOutcome(row[4]),
        message=row[5],
        next_ms=row[6],
        runs=row[7],
    )

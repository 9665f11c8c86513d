"""Trainings of the learned models, which of them is in use, and whether the past changed since."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from engine.domain.clock import MS_PER_HOUR
from engine.domain.errors import UsageError
from engine.domain.model_status import Head, HeadStatus, RunState, TrainingRun
from engine.storage.database import Database
from engine.storage.queries.numbers import storable
from engine.storage.tables import history_change, training_run


class TrainingRunStore:
    """Keeps training runs; at most one is in use. Raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, run: TrainingRun) -> int:
        """Store a run and return its number; the history is taken as it is now for what the run knows of."""
        with self._database.writing() as connection:
            values = {**_columns(run), "history_change": _newest(connection), "in_use": 0}
            return int(connection.execute(insert(training_run).returning(training_run.c.id), values).scalar_one())

    def change(self, run: TrainingRun) -> None:
        """Replace what is known of the run of that number; UsageError where it is gone."""
        with self._database.writing() as connection:
            done = update(training_run).where(training_run.c.id == run.id).values(_columns(run))
            if not connection.execute(done).rowcount:
                raise UsageError(f"There is no training run {run.id} any more.")

    def use(self, number: int | None) -> None:
        """Let the models of this run be the ones in use, or those of none; UsageError where there is no such run."""
        with self._database.writing() as connection:
            connection.execute(update(training_run).where(training_run.c.in_use == 1).values(in_use=0))
            if number is None:
                return
            if not connection.execute(
                update(training_run).where(training_run.c.id == number).values(in_use=1)
            ).rowcount:
                raise UsageError(f"There is no training run {number}.")

    def in_use(self) -> TrainingRun | None:
        """Return the run whose models are in use, None for none."""
        with self._database.reading() as connection:
            row = connection.execute(select(training_run).where(training_run.c.in_use == 1)).first()
        return None if row is None else _run(row)

    def get(self, number: int) -> TrainingRun | None:
        """Return the run of that number, None where it is gone."""
        with self._database.reading() as connection:
            row = connection.execute(select(training_run).where(training_run.c.id == number)).first()
        return None if row is None else _run(row)

    def latest(self, limit: int) -> list[TrainingRun]:
        """Return the last so many runs, the newest first."""
        wanted = select(training_run).order_by(training_run.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return [_run(row) for row in connection.execute(wanted)]

    def history_changed(self, number: int) -> bool:
        """Tell whether anything a run learned from was erased or corrected since; True for an unknown run.

        Time that was recorded or imported since is no change of this kind.
        """
        run = training_run.c
        wanted = (
            select(history_change.c.id)
            .join(training_run, run.id == number)
            .where(
                history_change.c.id > run.history_change,
                history_change.c.hour * MS_PER_HOUR < run.data_to_ms,
            )
            .limit(1)
        )
        known = select(run.id).where(run.id == number)
        with self._database.reading() as connection:
            return connection.execute(known).first() is None or connection.execute(wanted).first() is not None

    def clear(self) -> None:
        """Forget every run."""
        with self._database.writing() as connection:
            connection.execute(delete(training_run))


def _newest(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(history_change.c.id), 0))).scalar_one())


def _columns(run: TrainingRun) -> dict[str, Any]:
    return {
        "started_ms": run.started_ms,
        "finished_ms": run.finished_ms,
        "state": run.state.value,
        "data_from_ms": run.data_from_ms,
        "data_to_ms": run.data_to_ms,
        "cpu_s": run.cpu_s,
        "parameters": run.parameters,
        "device": run.device,
        "heads": _written(run.heads),
        "note": storable(run.note),
    }


def _written(heads: Sequence[HeadStatus]) -> str:
    return json.dumps([asdict(head) for head in heads])


def _run(row: Any) -> TrainingRun:
    heads = tuple(HeadStatus(**{**one, "head": Head(one["head"])}) for one in json.loads(row.heads))
    return TrainingRun(
        row.id,
        row.started_ms,
        row.finished_ms,
        RunState(row.state),
        row.data_from_ms,
        row.data_to_ms,
        row.cpu_s,
        row.parameters,
        row.device,
        heads,
        row.note,
    )

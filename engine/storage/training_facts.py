"""What decides whether to train the learned models; asked by the recorder, which loads nothing else of them for it."""

from __future__ import annotations

from collections.abc import Callable

from engine.domain.clock import MS_PER_HOUR
from engine.domain.model_status import RunState
from engine.domain.presence import Presence
from engine.domain.training_due import TrainingFacts
from engine.storage.database import Database
from engine.storage.tables.codes import PRESENCE_CODE

_ACTIVE = PRESENCE_CODE[Presence.ACTIVE]
_LAST = (
    "SELECT state, max(started_ms, finished_ms), history_change, data_to_ms FROM training_run ORDER BY id DESC LIMIT 1"
)
_CHANGED = f"SELECT EXISTS (SELECT 1 FROM history_change WHERE id > ? AND hour * {MS_PER_HOUR} < ?)"  # noqa: S608
_OPEN = """SELECT EXISTS (SELECT 1 FROM open_activity CROSS JOIN activity USING (source_id, start_ms)
WHERE presence = ?)"""
_SEEN = """SELECT coalesce(max((SELECT end_ms FROM activity WHERE source_id = source.id AND presence = ? AND
end_ms > start_ms ORDER BY start_ms DESC LIMIT 1)), 0) FROM source"""


def training_facts(database: Database) -> Callable[[int], TrainingFacts]:
    """Return what tells the facts of a moment (UTC milliseconds); raises Storage errors."""

    def facts(now_ms: int) -> TrainingFacts:
        with database.reading() as connection:

            def one(statement: str, *values: int) -> int:
                return int(connection.exec_driver_sql(statement, values).scalar_one())

            last = connection.exec_driver_sql(_LAST).first()
            changed = last is not None and bool(one(_CHANGED, last[2], last[3]))
            seen_ms = one(_SEEN, _ACTIVE)
            active_ms = now_ms if one(_OPEN, _ACTIVE) else seen_ms
        return TrainingFacts(seen_ms > 0, None if last is None else (RunState(last[0]), last[1]), changed, active_ms)

    return facts

"""Builds the front door to the learned models: what says when to focus and what to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api.mind import Mind
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.recommended import Advice
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile
    from engine.talking import Asker

_ENOUGH_MS = 30 * 60_000
"""So much activity makes a day an active one."""


def advice_asker(paths: ProfilePaths) -> Asker:
    """Build what asks the worker that advises, which is started by the first question."""
    from engine.launch import Worker, WorkerJob  # noqa: PLC0415
    from engine.talking import Asker  # noqa: PLC0415

    return Asker(lambda: Worker(WorkerJob.ADVISE, paths.folder, talks=True, key=paths.key))


def build_mind(
    database: Database,
    paths: ProfilePaths,
    heartbeat: HeartbeatFile,
    clock: Clock,
    rule: Callable[[], DayRule],
    asker: Asker,
) -> Mind:
    """Build the front door to the learned models, which closes the asker with itself.

    It loads neither them nor NumPy before they are asked.
    """
    from engine.api.mind import Mind  # noqa: PLC0415
    from engine.api.mind_training import ModelTraining, TrainingParts  # noqa: PLC0415
    from engine.bootstrap.mind_feedback import build_mind_feedback  # noqa: PLC0415
    from engine.bootstrap.mind_kept import kept_models  # noqa: PLC0415
    from engine.storage.forecasts import ForecastStore  # noqa: PLC0415
    from engine.storage.offers import OfferStore  # noqa: PLC0415
    from engine.storage.training_runs import TrainingRunStore  # noqa: PLC0415

    offers, forecasts = OfferStore(database), ForecastStore(database)
    runs = TrainingRunStore(database)

    def forget() -> None:
        offers.clear()
        forecasts.clear()

    def baseline() -> Advice:
        from engine.bootstrap.mind_advice import build_adviser  # noqa: PLC0415  (loads NumPy)

        return build_adviser(database, paths).advise(clock.now())

    training = TrainingParts(
        paths,
        runs,
        lambda: kept_models(database, paths, runs),
        forget,
        lambda: _active_days(database, heartbeat, rule()),
    )
    feedback = build_mind_feedback(database, heartbeat, clock, rule)
    return Mind(asker, baseline, feedback, ModelTraining(training))


def _active_days(database: Database, heartbeat: HeartbeatFile, rule: DayRule) -> int:
    """Return how many days hold enough activity."""
    from collections import defaultdict  # noqa: PLC0415

    from engine.domain.clock import MS_PER_HOUR  # noqa: PLC0415
    from engine.domain.days import day_of  # noqa: PLC0415
    from engine.domain.presence import Presence  # noqa: PLC0415
    from engine.domain.totals import Key  # noqa: PLC0415
    from engine.storage.queries.history import FOREVER_MS  # noqa: PLC0415
    from engine.storage.totals import TotalStore  # noqa: PLC0415

    days: defaultdict[object, int] = defaultdict(int)
    for row in TotalStore(database).total(0, FOREVER_MS, (Key.HOUR, Key.PRESENCE), beat=heartbeat.read()):
        if row.presence is Presence.ACTIVE and row.hour is not None:
            days[day_of(row.hour * MS_PER_HOUR, rule)] += row.ms
    return sum(ms >= _ENOUGH_MS for ms in days.values())

"""Builds what says when to focus and what to read, and the processes that learn it and know it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api.mind import Mind
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.model_status import HeadStatus
    from engine.domain.recommended import Advice
    from engine.mind.checkpoint.in_use import KeptModels
    from engine.mind.train.leaving_off import LeavingOff
    from engine.mind.train.run import Class, Training
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile
    from engine.storage.training_runs import TrainingRunStore
    from engine.talking import Listener

_ENOUGH_MS = 30 * 60_000
"""So much activity makes a day an active one."""


def build_mind(
    database: Database, paths: ProfilePaths, heartbeat: HeartbeatFile, clock: Clock, rule: Callable[[], DayRule]
) -> Mind:
    """Build the front door to the learned models; it loads neither them nor NumPy before they are asked."""
    from engine.api.mind import Mind  # noqa: PLC0415
    from engine.api.mind_training import ModelTraining, TrainingParts  # noqa: PLC0415
    from engine.bootstrap.mind_feedback import build_mind_feedback  # noqa: PLC0415
    from engine.launch import Worker, WorkerJob  # noqa: PLC0415
    from engine.storage.forecasts import ForecastStore  # noqa: PLC0415
    from engine.storage.offers import OfferStore  # noqa: PLC0415
    from engine.storage.training_runs import TrainingRunStore  # noqa: PLC0415
    from engine.talking import Asker  # noqa: PLC0415

    offers, forecasts = OfferStore(database), ForecastStore(database)
    runs = TrainingRunStore(database)

    def start() -> Worker:
        return Worker(WorkerJob.ADVISE, paths.folder, talks=True)

    def forget() -> None:
        offers.clear()
        forecasts.clear()

    def baseline() -> Advice:
        return _baseline(clock)

    training = TrainingParts(
        paths, runs, lambda: _kept(database, paths, runs), forget, lambda: _active_days(database, heartbeat, rule())
    )
    feedback = build_mind_feedback(database, heartbeat, clock, rule)
    return Mind(Asker(start), baseline, feedback, ModelTraining(training))


def _baseline(clock: Clock) -> Advice:
    from engine.domain.recommended import Abstention, Advice, Notice  # noqa: PLC0415

    return Advice(
        clock.now().wall_ms,
        no_block=Abstention.NO_HISTORY,
        no_documents=Abstention.NO_DOCUMENTS,
        notices=(Notice.BASELINE,),
    )


def _kept(database: Database, paths: ProfilePaths, runs: TrainingRunStore) -> KeptModels:
    from engine.mind.checkpoint.files import Checkpoints  # noqa: PLC0415
    from engine.mind.checkpoint.in_use import KeptModels  # noqa: PLC0415
    from engine.mind.train import FEATURES  # noqa: PLC0415
    from engine.storage.mind_key import MindKeyStore  # noqa: PLC0415

    key = MindKeyStore(database)
    return KeptModels(Checkpoints(paths.models, key.key()), runs, FEATURES, key.forget)


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


@dataclass(frozen=True, slots=True)
class TrainWork:
    """What trains, and what tells it to leave off."""

    training: Training
    leaving_off: LeavingOff


@contextmanager
def training(paths: ProfilePaths, *, patient: bool = True) -> Iterator[TrainWork]:
    """Build what trains a profile's models and take it down again; raises Storage errors.

    patient: it leaves off where the machine has no power or time to spare.
    """
    import time  # noqa: PLC0415

    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.mind.checkpoint.files import Checkpoints  # noqa: PLC0415
    from engine.mind.train.leaving_off import LeavingOff  # noqa: PLC0415
    from engine.mind.train.run import RunParts, Training  # noqa: PLC0415
    from engine.power import has_spare  # noqa: PLC0415
    from engine.storage.database import Database  # noqa: PLC0415
    from engine.storage.mind_key import MindKeyStore  # noqa: PLC0415
    from engine.storage.training_runs import TrainingRunStore  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    database = Database.open(paths.database)
    try:
        runs, clock, key = TrainingRunStore(database), SystemClock(LocalZone()), MindKeyStore(database).key()
        leaving_off = LeavingOff(runs, clock, has_spare if patient else lambda: True)
        parts = RunParts(
            runs=runs,
            checkpoints=Checkpoints(paths.models, key),
            kept=_kept(database, paths, runs),
            gather=lambda before_ms: _gathered(database, paths, before_ms),
            aside=lambda run: Checkpoints(paths.models / f"unfinished-{run}", key, most=99),
            now_ms=lambda: clock.now().wall_ms,
            cpu_s=time.process_time,
            leave_off=leaving_off,
            after=lambda _run, _checkpoint: None,
        )
        yield TrainWork(Training(parts), leaving_off)
    finally:
        database.close()


def evaluated(paths: ProfilePaths, stop: Callable[[], bool]) -> list[HeadStatus]:
    """Learn and compare every head, and keep nothing; raises Storage errors. stop: whether to leave off."""
    from engine.domain.clock import MS_PER_SECOND, SystemClock  # noqa: PLC0415
    from engine.mind.train.learning import Course, Halted, judged  # noqa: PLC0415
    from engine.mind.train.run import SEED  # noqa: PLC0415
    from engine.storage.database import Database  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    now_ms = SystemClock(LocalZone()).now().wall_ms
    database = Database.open_existing(paths.database)
    try:
        course = Course(now_ms / MS_PER_SECOND, SEED, stop)
        learned = [(one.head, one.learn(course)) for one in _gathered(database, paths, now_ms).trainees]
    except Halted:
        return []
    finally:
        database.close()
    return [judged(head, one.compared) for head, one in learned if one is not None]


def _gathered(_database: Database, _paths: ProfilePaths, before_ms: int) -> Class:
    from engine.mind.train.run import Class  # noqa: PLC0415

    return Class((), before_ms, before_ms)


@contextmanager
def advising(paths: ProfilePaths) -> Iterator[Listener]:
    """Build what answers what the models advise and take it down again; raises Storage errors."""
    from engine.domain.advice_json import advice_to_json  # noqa: PLC0415
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.domain.errors import UsageError  # noqa: PLC0415
    from engine.storage.database import Database  # noqa: PLC0415
    from engine.talking import Listener, reply  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    database = Database.open(paths.database)
    clock = SystemClock(LocalZone())

    def answer(said: Mapping[str, Any]) -> dict[str, Any]:
        if said.get("ask") != "advice":
            raise UsageError("Nothing but advice can be asked for.")
        return {"advice": advice_to_json(_baseline(clock))}

    try:
        yield Listener(lambda line: reply(line, answer))
    finally:
        database.close()

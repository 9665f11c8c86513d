"""Builds what trains the learned models."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.bootstrap.opening import open_database, open_existing_database
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.model_status import HeadStatus, TrainingRun
    from engine.mind.checkpoint.files import Checkpoint
    from engine.mind.recommend.facts import DocumentFacts
    from engine.mind.stream.columns import Stream
    from engine.mind.train.learning import Trainee
    from engine.mind.train.leaving_off import LeavingOff
    from engine.mind.train.run import Class, Training
    from engine.storage.database import Database


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

    from engine.bootstrap.insights import refresh_insights  # noqa: PLC0415
    from engine.bootstrap.mind_advice import local_clock  # noqa: PLC0415
    from engine.bootstrap.mind_forecasts import store_forecasts  # noqa: PLC0415
    from engine.bootstrap.mind_kept import kept_models  # noqa: PLC0415
    from engine.mind.checkpoint.files import Checkpoints  # noqa: PLC0415
    from engine.mind.train.leaving_off import LeavingOff  # noqa: PLC0415
    from engine.mind.train.run import RunParts, Training  # noqa: PLC0415
    from engine.power import has_spare  # noqa: PLC0415
    from engine.storage.mind_key import MindKeyStore  # noqa: PLC0415
    from engine.storage.training_runs import TrainingRunStore  # noqa: PLC0415

    database = open_database(paths)
    try:
        runs, clock, key = TrainingRunStore(database), local_clock(), MindKeyStore(database).key()
        leaving_off = LeavingOff(runs, clock, has_spare if patient else lambda: True)

        def after(run: TrainingRun, checkpoint: Checkpoint | None) -> None:
            store_forecasts(database, paths, run, checkpoint)
            _read_titles(database, paths, lambda: bool(leaving_off(run.id)))
            refresh_insights(database, paths, lambda: bool(leaving_off(run.id)))

        Checkpoints(paths.models, key).seal_all()
        parts = RunParts(
            runs=runs,
            checkpoints=Checkpoints(paths.models, key),
            kept=kept_models(database, paths, runs),
            gather=lambda before_ms: _gathered(database, paths, before_ms),
            aside=lambda run: Checkpoints(paths.models / f"unfinished-{run}", key, most=99),
            now_ms=lambda: clock.now().wall_ms,
            cpu_s=time.process_time,
            leave_off=leaving_off,
            after=after,
        )
        yield TrainWork(Training(parts), leaving_off)
    finally:
        database.close()


def evaluated(paths: ProfilePaths, stop: Callable[[], bool]) -> list[HeadStatus]:
    """Learn and compare every head, and keep nothing; raises Storage errors. stop: whether to leave off."""
    from engine.bootstrap.mind_advice import local_clock  # noqa: PLC0415
    from engine.domain.clock import MS_PER_SECOND  # noqa: PLC0415
    from engine.mind.train.learning import Course, Halted, judged  # noqa: PLC0415
    from engine.mind.train.run import SEED  # noqa: PLC0415

    now_ms = local_clock().now().wall_ms
    database = open_existing_database(paths)
    try:
        course = Course(now_ms / MS_PER_SECOND, SEED, stop)
        learned = [(one.head, one.learn(course)) for one in _gathered(database, paths, now_ms).trainees]
    except Halted:
        return []
    finally:
        database.close()
    return [judged(head, one.compared) for head, one in learned if one is not None]


def _gathered(database: Database, paths: ProfilePaths, before_ms: int) -> Class:
    from engine.bootstrap.document_facts import document_facts  # noqa: PLC0415
    from engine.bootstrap.mind_advice import live_stream  # noqa: PLC0415
    from engine.bootstrap.rule_suggestions import category_trainee  # noqa: PLC0415
    from engine.domain.clock import MS_PER_SECOND  # noqa: PLC0415
    from engine.mind.train.run import Class  # noqa: PLC0415

    stream = live_stream(database, paths).upto(before_ms)
    if not len(stream):
        return Class((), before_ms, before_ms)
    from_ms = round(float(stream.start_s[0]) * MS_PER_SECOND)
    trainees = [*_trainees(database, stream, document_facts(database, paths)), category_trainee(database, paths)]
    return Class(trainees, from_ms, before_ms)


def _trainees(database: Database, stream: Stream, facts: DocumentFacts) -> list[Trainee]:
    from engine.bootstrap.together import prior_in_use  # noqa: PLC0415
    from engine.domain.clock import MS_PER_SECOND  # noqa: PLC0415
    from engine.domain.model_status import Head  # noqa: PLC0415
    from engine.mind.next import next_thing, outcomes  # noqa: PLC0415
    from engine.mind.recommend.sessions import uses_of  # noqa: PLC0415
    from engine.mind.train.document_head import DocumentTrainee  # noqa: PLC0415
    from engine.mind.train.focus_head import FocusTrainee  # noqa: PLC0415
    from engine.mind.train.heads import NextTrainee  # noqa: PLC0415
    from engine.mind.train.population import FILE, population_prior  # noqa: PLC0415
    from engine.paths import resource  # noqa: PLC0415

    prior, since_ms = prior_in_use(database, population_prior(resource(FILE)))
    documents = replace(next_thing.NEXT_DOCUMENT, vectors=facts.vectors_by_number())
    learners = ((Head.NEXT_DOCUMENT, documents), (Head.NEXT_APP, next_thing.NEXT_APP))
    following = [
        NextTrainee(head, learner, next_thing.model_of, stream, prior.get(head), since_ms.get(head, 0) / MS_PER_SECOND)
        for head, learner in learners
    ]
    return [
        FocusTrainee(stream),
        DocumentTrainee(uses_of(stream), facts),
        *following,
        NextTrainee(Head.SWITCH, outcomes.STILL, outcomes.model_of, stream),
        NextTrainee(Head.DISTRACTION, outcomes.DISTRACTED, outcomes.model_of, stream),
    ]


def _read_titles(database: Database, paths: ProfilePaths, stop: Callable[[], bool]) -> None:
    """Look up what titles mean, where there is an encoder."""
    from engine.bootstrap.encoder import sentence_encoder  # noqa: PLC0415
    from engine.domain.errors import EncoderError, SettingsError  # noqa: PLC0415
    from engine.mind.train.titles import read_titles  # noqa: PLC0415
    from engine.storage.title_vectors import TitleVectorStore  # noqa: PLC0415

    try:
        encoder = sentence_encoder(paths)
    except (EncoderError, SettingsError):  # told where it is chosen
        return
    if encoder is not None:
        read_titles(TitleVectorStore(database, encoder.name), encoder, stop)

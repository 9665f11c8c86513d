"""The models' whole life, by the real processes: trained, stopped, killed, used, damaged in every way, forgotten."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from helpers.document_profile import wait_until

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.bootstrap.mind_advice import live_stream, local_clock
from engine.bootstrap.mind_kept import kept_models
from engine.bootstrap.mind_models import ModelsInUse
from engine.domain.model_status import Head, RunState
from engine.domain.recommended import Abstention, Notice
from engine.domain.soon import Soon, soon_from_json, soon_to_json
from engine.launch import Worker, WorkerJob
from engine.mind.checkpoint.files import Checkpoint, Checkpoints
from engine.mind.checkpoint.manifest import Manifest, shapes_of, signed
from engine.mind.checkpoint.tensors import Tensors, pack
from engine.mind.train.run import NO_MEMORY
from engine.paths import ProfilePaths
from engine.settings import DocumentSettings, Settings, save_settings
from engine.storage.database import Database
from engine.storage.mind_key import MindKeyStore
from engine.storage.training_runs import TrainingRunStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a killed process of Unix")
DAYS = 21


def filled(folder: Path, days: int) -> ProfilePaths:
    paths = ProfilePaths(folder / "profile").ensure()
    nowhere = DocumentSettings(encoder_folder=str(folder / "no encoder"))  # so that no test waits for one
    save_settings(paths.settings, replace(Settings(), documents=nowhere))
    with closing(build_engine(paths)) as engine:
        engine.rules.install(engine.rules.starter("en"))
        engine.rules.relabel_all()
        engine.demo.fill(days, 1)
        engine.demo.write_documents(folder / "documents", days, 1)
        engine.document_use.match()
    return paths


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> ProfilePaths:
    """A profile of two weeks, trained once; every head is said to be live, whatever it was worth."""
    paths = filled(tmp_path_factory.mktemp("grown"), DAYS)
    interrupted(paths)
    with closing(Database.open(paths.database)) as database:
        runs = TrainingRunStore(database)
        run = runs.in_use()
        assert run is not None
        assert run.state is RunState.DONE
        assert {one.head for one in run.heads} >= {Head.FOCUS, Head.DOCUMENTS, Head.NEXT_APP}
        assert not list(paths.models.glob("unfinished-*"))
        everything_live(paths, database)
    return paths


def interrupted(paths: ProfilePaths) -> None:
    """Train; the process is killed once a head is done, and another one goes on."""
    worker = Worker(WorkerJob.TRAIN, paths.folder, "--at-once")
    wait_until(lambda: list(paths.models.glob("unfinished-1/*.json")), "a head that is done")
    worker._process.kill()
    worker.end()
    with closing(build_engine(paths)) as engine:
        assert not engine.mind.status().training
        assert [run.state for run in engine.mind.status().runs] == [RunState.STOPPED]
    worker = Worker(WorkerJob.TRAIN, paths.folder, "--at-once")
    assert worker.wait(110) == 0
    worker.end()


def everything_live(paths: ProfilePaths, database: Database) -> None:
    found = sole(paths, database)
    heads = {name: replace(part, live=True) for name, part in found.manifest.heads.items()}
    rewrite(paths, database, replace(found.manifest, heads=heads), dict(found.tensors))


def sole(paths: ProfilePaths, database: Database) -> Checkpoint:
    files = Checkpoints(paths.models, MindKeyStore(database).key())
    return files.read(files.runs()[0])


def rewrite(paths: ProfilePaths, database: Database, manifest: Manifest, tensors: Tensors) -> None:
    """Put another checkpoint in the place of the one there is, rightly signed."""
    content = pack(tensors)
    (paths.models / f"run-{manifest.run}.safetensors").write_bytes(content)
    whole = replace(manifest, tensors=shapes_of(tensors))
    (paths.models / f"run-{manifest.run}.json").write_bytes(signed(whole, content, MindKeyStore(database).key()))


@pytest.fixture
def paths(grown: ProfilePaths, tmp_path: Path) -> ProfilePaths:
    shutil.copytree(grown.folder, tmp_path / "profile", ignore=shutil.ignore_patterns("logs"))
    return ProfilePaths(tmp_path / "profile")


@pytest.fixture
def engine(paths: ProfilePaths) -> Iterator[Engine]:
    made = build_engine(paths)
    yield made
    made.close()


def test_live_models_advise_and_are_named_by_their_run(engine: Engine) -> None:
    advice = engine.mind.advice()
    assert advice.notices == ()
    assert advice.documents
    assert {pick.offer.model for pick in advice.documents} == {1}
    for pick in advice.documents:
        assert abs(pick.why.unexplained) < 1e-6
        assert engine.mind.offered(pick.offer.id).why.score == pytest.approx(pick.why.score)


def _bytes(paths: ProfilePaths, _database: Database) -> None:
    path = paths.models / "run-1.safetensors"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def _missing(paths: ProfilePaths, _database: Database) -> None:
    (paths.models / "run-1.safetensors").unlink()


def _folder_gone(paths: ProfilePaths, _database: Database) -> None:
    shutil.rmtree(paths.models)


def _no_numbers(paths: ProfilePaths, database: Database) -> None:
    found = sole(paths, database)
    tensors = {name: np.full_like(one, np.nan) if one.dtype.kind == "f" else one for name, one in found.tensors.items()}
    rewrite(paths, database, found.manifest, tensors)


def _wrong_shapes(paths: ProfilePaths, database: Database) -> None:
    found = sole(paths, database)
    rewrite(paths, database, found.manifest, {name: one.reshape(-1)[:1] for name, one in found.tensors.items()})


def _missing_weights(paths: ProfilePaths, database: Database) -> None:
    found = sole(paths, database)
    rewrite(paths, database, found.manifest, {name: one for name, one in found.tensors.items() if "/cases/" in name})


def _another_key(_paths: ProfilePaths, database: Database) -> None:
    MindKeyStore(database).forget()


DAMAGES = [_bytes, _missing, _folder_gone, _no_numbers, _wrong_shapes, _missing_weights, _another_key]


@pytest.mark.parametrize("damage", DAMAGES)
def test_however_a_model_is_damaged_the_baselines_advise_within_a_second(
    paths: ProfilePaths, damage: Callable[[ProfilePaths, Database], None]
) -> None:
    import engine.mind.next.next_thing
    import engine.mind.recommend.recommender  # noqa: F401
    from engine.bootstrap.mind_advice import build_adviser

    with closing(Database.open(paths.database)) as database:
        damage(paths, database)
        started = time.process_time()
        adviser = build_adviser(database, paths, ModelsInUse(database, paths).models)
        advice = adviser.advise(local_clock().now())
        assert time.process_time() - started < 1
        assert set(advice.notices) == {Notice.MODEL_DAMAGED, Notice.BASELINE}
        assert advice.documents
        assert {pick.offer.model for pick in advice.documents} == {0}
        assert len(TrainingRunStore(database).latest(9)) == 1, "nothing is lost"


def test_a_model_that_says_something_else_than_when_it_was_learned_is_not_used(paths: ProfilePaths) -> None:
    with closing(Database.open(paths.database)) as database:
        found = sole(paths, database)
        assert ModelsInUse(database, paths).models().foresight is not None
        name = "focus/weights/calibration"
        rewrite(paths, database, found.manifest, {**found.tensors, name: found.tensors[name] - 0.5})
        models = ModelsInUse(database, paths).models()
        assert models.foresight is None
        assert Notice.MODEL_DAMAGED in models.notices


def test_a_damaged_model_is_told_by_the_real_process_too(paths: ProfilePaths, engine: Engine) -> None:
    (paths.models / "run-1.json").write_bytes(b"{}")
    advice = engine.mind.advice()
    assert advice.notices == (Notice.MODEL_DAMAGED, Notice.BASELINE)
    assert Notice.WORKER_SILENT not in advice.notices
    assert engine.mind.status().damaged


def test_sound_models_are_not_told_as_damaged(engine: Engine) -> None:
    status = engine.mind.status()
    assert status.in_use is not None
    assert not status.damaged


def test_what_comes_soon_is_told_by_the_models_in_use(paths: ProfilePaths) -> None:
    from engine.mind.advise.foresee import Foreseer

    with closing(Database.open(paths.database)) as database:
        in_use = ModelsInUse(database, paths)
        seers = in_use.seers()
        assert seers is in_use.seers(), "made once"
        told = set(sole(paths, database).manifest.heads)
        assert seers.learned == {one for one in (Head.SWITCH, Head.DISTRACTION, Head.NEXT_APP) if one.value in told}
        assert Head.NEXT_APP in seers.learned
        history = live_stream(database, paths)
        end_ms = round(float(history.upto(local_clock().now().wall_ms).active().end_s[-1]) * 1_000) - 1_000
        soon = Foreseer(history.upto, in_use.seers).soon(end_ms)
        assert soon.undisturbed is not None
        assert 0 < soon.undisturbed < 1
        assert soon.apps[0][1] >= soon.apps[-1][1]
        assert soon_from_json(json.loads(json.dumps(soon_to_json(soon)))) == soon
        away = Foreseer(history.upto, in_use.seers).soon(end_ms + 3_600_000)
        assert away == Soon(away.made_ms), "nothing is in front any more"


def test_the_real_process_tells_what_comes_soon(engine: Engine) -> None:
    soon = engine.mind.soon()
    assert soon.made_ms > 0
    assert soon == Soon(soon.made_ms) or Head.NEXT_APP in soon.learned, "by night nothing is in front"


def test_too_little_memory_on_the_accelerator_is_told(paths: ProfilePaths) -> None:
    with closing(Database.open(paths.database)) as database:
        runs = TrainingRunStore(database)
        run = runs.in_use()
        assert run is not None
        runs.change(replace(run, note=NO_MEMORY))
        models = ModelsInUse(database, paths).models()
        assert models.notices == (Notice.NO_MEMORY,)
        assert models.foresight is not None
        assert models.sequel is not None


def test_going_back_leads_to_the_baselines_at_once(engine: Engine) -> None:
    assert engine.mind.advice().notices == ()
    assert engine.mind.roll_back()
    assert Notice.BASELINE in engine.mind.advice().notices


def test_a_training_is_stopped_from_elsewhere(paths: ProfilePaths, engine: Engine) -> None:
    with closing(Database.open(paths.database)) as database:
        kept_models(database, paths, TrainingRunStore(database)).clear()
    other = Worker(WorkerJob.TRAIN, paths.folder, "--at-once")
    try:
        wait_until(lambda: engine.mind.status().runs, "its beginning")
        engine.mind.stop_training()
        assert other.wait(60) == 0
    finally:
        other.end()
    (run,) = engine.mind.status().runs
    assert (run.state, run.heads) == (RunState.STOPPED, ())


def test_forgetting_all_leaves_the_history(paths: ProfilePaths, engine: Engine) -> None:
    days = engine.mind.status().active_days
    engine.mind.advice()
    engine.mind.reset()
    status = engine.mind.status()
    assert (status.in_use, status.runs, status.active_days) == (None, (), days)
    assert not paths.models.exists()


def test_with_a_day_of_history_training_and_advice_say_so(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile")
    with closing(build_engine(paths)) as engine:
        engine.demo.fill(1, 1)
        worker = Worker(WorkerJob.TRAIN, paths.folder, "--at-once")
        assert worker.wait(100) == 0
        worker.end()
        assert engine.mind.status().in_use is None
        advice = engine.mind.advice()
    assert advice.no_block in {Abstention.TOO_LITTLE, Abstention.NO_HISTORY}  # a day off holds next to nothing
    assert advice.notices == (Notice.BASELINE,)

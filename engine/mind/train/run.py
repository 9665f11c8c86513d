"""One training run: every head learns and is judged; what was learned is kept, and used where it beats its baseline.

Heads that are done are kept aside, so that a run that is stopped, or killed, goes on with the next one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace

from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND
from engine.domain.errors import KairosError
from engine.domain.model_status import Head, HeadStatus, RunState, TrainingRun
from engine.mind.checkpoint.files import Checkpoint, CheckpointError, Checkpoints, refuse_nonsense
from engine.mind.checkpoint.in_use import KeptModels
from engine.mind.checkpoint.manifest import Manifest, Part
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.train import FEATURES
from engine.mind.train.aside import put_aside, taken_back
from engine.mind.train.golden import KEY, golden_of
from engine.mind.train.learning import Course, Halted, Learned, Trainee, judged
from engine.mind.train.leaving_off import STOPPED
from engine.storage.training_runs import TrainingRunStore

SEED = 0
NO_MEMORY = "no_memory"
"""Note of a run for which the accelerator had too little memory, so that the processor did it."""

_GONE_ON_WITH_MS = 24 * MS_PER_HOUR  # an older run that was stopped is begun anew, with what happened since

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Class:
    """The heads of one history, and which time it spans (UTC milliseconds)."""

    trainees: Sequence[Trainee]
    data_from_ms: int
    data_to_ms: int


@dataclass(frozen=True, slots=True)
class RunParts:
    """What a run works with.

    gather: reads the history before a moment (UTC milliseconds) and returns who learns from it. aside: where heads
    that are done wait for the others. leave_off: why to stop, empty to go on. cpu_s: processor time of this process
    so far. after: called with a run that is done and its checkpoint, which is in use then, None where it has none.
    """

    runs: TrainingRunStore
    checkpoints: Checkpoints
    kept: KeptModels
    gather: Callable[[int], Class]
    aside: Callable[[int], Checkpoints]
    now_ms: Callable[[], int]
    cpu_s: Callable[[], float]
    leave_off: Callable[[int], str]
    after: Callable[[TrainingRun, Checkpoint | None], None]


class Training:
    """Trains once. Raises Storage errors and CheckpointError; the run before stays in use then."""

    def __init__(self, parts: RunParts) -> None:
        self._parts = parts

    def run(self) -> TrainingRun:
        """Train, or go on with a run that was stopped; returns how it ended."""
        run = self._begun()
        try:
            run, checkpoint = self._done(run)
        except BaseException as error:
            with suppress(KairosError):  # what went wrong first is what is told
                self._changed(run, RunState.FAILED, note=type(error).__name__)
            raise
        if run.state is RunState.DONE:  # whatever goes wrong from here on, its models are in use
            self._parts.after(run, checkpoint)
        return run

    def _begun(self) -> TrainingRun:
        parts, now_ms = self._parts, self._parts.now_ms()
        last = next(iter(parts.runs.latest(1)), None)
        if last is not None and self._can_go_on(last, now_ms):
            run = replace(last, state=RunState.RUNNING)
            parts.runs.change(run)
            return run
        if last is not None:
            parts.aside(last.id).clear()
        blank = TrainingRun(0, now_ms, now_ms, RunState.RUNNING, 0, now_ms, 0.0, 0, "cpu")
        return replace(blank, id=parts.runs.add(blank))

    def _can_go_on(self, run: TrainingRun, now_ms: int) -> bool:
        unfinished = run.state in {RunState.STOPPED, RunState.RUNNING}
        young = abs(now_ms - run.started_ms) < _GONE_ON_WITH_MS
        return unfinished and young and not self._parts.runs.history_changed(run.id)

    def _done(self, run: TrainingRun) -> tuple[TrainingRun, Checkpoint | None]:
        began_s, all_of = self._parts.cpu_s(), self._parts.gather(run.data_to_ms)
        run = replace(run, data_from_ms=all_of.data_from_ms)
        learned: dict[Head, Learned] = {}
        earlier = self._earlier()
        for trainee in all_of.trainees:
            one = self._learned(run, trainee, earlier)
            run = replace(run, finished_ms=self._parts.now_ms())
            if isinstance(one, str):
                return self._changed(run, RunState.STOPPED, self._parts.cpu_s() - began_s, note=one), None
            if one is not None:
                learned[trainee.head] = one
        if not learned:
            self._parts.kept.forget_changed()
            return self._changed(run, RunState.DONE, self._parts.cpu_s() - began_s), None
        heads = tuple(judged(head, one.compared) for head, one in learned.items())
        checkpoint = self._kept(run, learned, heads)
        run = replace(
            run,
            heads=heads,
            parameters=sum(array.size for array in checkpoint.tensors.values()),
            device=next((one.device for one in learned.values() if one.device != "cpu"), "cpu"),
        )
        note = NO_MEMORY if any(one.fell_back for one in learned.values()) else ""
        run = self._changed(run, RunState.DONE, self._parts.cpu_s() - began_s, note=note)
        self._parts.runs.use(run.id)
        self._parts.kept.forget_changed()
        self._parts.aside(run.id).clear()
        return run, checkpoint

    def _earlier(self) -> Checkpoint | None:
        """Return the models in use, to begin with; none that learned from what was erased or corrected since."""
        found = self._parts.kept.load().checkpoint
        if found is None or self._parts.runs.history_changed(found.manifest.run):
            return None
        return found

    def _learned(self, run: TrainingRun, trainee: Trainee, earlier: Checkpoint | None) -> Learned | str | None:
        """Return what the head has learned, now or before the run was stopped; why where it is to leave off."""
        aside, place = self._parts.aside(run.id), list(Head).index(trainee.head) + 1
        if place in aside.runs():
            try:
                return taken_back(aside.read(place), trainee.head)
            except KairosError:
                aside.remove(place)
        if why := self._parts.leave_off(run.id):
            return why
        before = None
        if earlier is not None and trainee.head.value in earlier.manifest.heads:
            before = earlier.manifest.heads[trainee.head.value].config, earlier.of(trainee.head.value)
        try:
            found = trainee.learn(
                Course(run.data_to_ms / MS_PER_SECOND, SEED, lambda: bool(self._parts.leave_off(run.id)), before)
            )
        except Halted:
            return self._parts.leave_off(run.id) or STOPPED
        if found is not None and not _sound(found):
            return None
        if found is not None:
            put_aside(aside, _manifest(run, {}, place), trainee.head, found)
        return found

    def _kept(self, run: TrainingRun, learned: Mapping[Head, Learned], heads: Sequence[HeadStatus]) -> Checkpoint:
        parts = {
            status.head.value: Part(
                status.live,
                {**learned[status.head].config, **_golden(status.head, learned[status.head])},
                {name: float(value) for name, value in asdict(status).items() if name in _METRICS},
            )
            for status in heads
        }
        tensors: Tensors = {
            f"{head.value}/{name}": array for head, one in learned.items() for name, array in one.tensors.items()
        }
        self._parts.checkpoints.write(_manifest(run, parts), tensors)
        return self._parts.checkpoints.read(run.id)

    def _changed(self, run: TrainingRun, state: RunState, cpu_s: float = 0.0, note: str = "") -> TrainingRun:
        changed = replace(run, state=state, cpu_s=run.cpu_s + cpu_s, note=note, finished_ms=self._parts.now_ms())
        self._parts.runs.change(changed)
        return changed


def _sound(learned: Learned) -> bool:
    """Return whether what was learned is numbers; what is not is no model, and keeps no other from being used."""
    try:
        refuse_nonsense(learned.tensors)
    except CheckpointError as error:
        _log.warning("left out: %s", error.message)
        return False
    return True


def _golden(head: Head, learned: Learned) -> dict[str, list[float]]:
    said = golden_of(head, learned.tensors)
    return {KEY: said} if said else {}


_METRICS = ("ours", "baseline", "low", "high", "cases")


def _manifest(run: TrainingRun, heads: dict[str, Part], number: int | None = None) -> Manifest:
    return Manifest(
        run=run.id if number is None else number,
        made_ms=run.started_ms,
        data_from_ms=run.data_from_ms,
        data_to_ms=run.data_to_ms,
        features=FEATURES,
        seed=SEED,
        heads=heads,
    )

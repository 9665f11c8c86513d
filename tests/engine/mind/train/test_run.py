"""A training run: heads learn, are judged, kept; stopped it goes on; what fails loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from helpers.school import HOUR_MS, START_MS, Pupil, School, compared

from engine.domain.model_status import Head, RunState, TrainingRun
from engine.mind.checkpoint.files import CheckpointError
from engine.mind.checkpoint.tensors import Tensors, pack
from engine.mind.train.learning import Course, Learned


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    made = School(tmp_path)
    yield made
    made.database.close()


def test_what_beats_its_baseline_is_live_and_all_is_kept(school: School) -> None:
    run = school.train()
    assert run.state is RunState.DONE
    assert {one.head: one.live for one in run.heads} == {Head.FOCUS: True, Head.NEXT_APP: False, Head.SWITCH: True}
    focus = run.heads[0]
    assert (focus.metric, focus.baseline_name, focus.cases, focus.baseline) == ("mrr", "most_recent", 200, 0.5)
    assert 0 < focus.low < focus.ours - focus.baseline < focus.high
    assert (run.parameters, run.cpu_s, run.data_to_ms) == (3 * 7, 1.5, START_MS)
    assert school.runs.in_use() == run == school.runs.get(run.id)
    found = school.used()
    assert {head: part.live for head, part in found.manifest.heads.items()} == {
        "focus": True, "next_app": False, "switch": True,
    }  # fmt: skip
    assert found.manifest.heads["focus"].config == {"width": 2}
    assert found.of("focus")["before"] == START_MS / 1000
    assert [one.id for one, _ in school.after] == [run.id]
    assert not (school.folder / f"unfinished-{run.id}").exists()


def test_too_few_cases_or_days_judge_nothing(school: School) -> None:
    school.pupils = [
        Pupil(Head.FOCUS, case=compared(0.5, cases=29)),
        Pupil(Head.SWITCH, case=compared(0.5, days=4)),
        Pupil(Head.NEXT_APP, case=compared(0.5, cases=30, days=5)),
        Pupil(Head.DOCUMENTS, case=compared(0.5, cases=0)),
    ]
    assert [one.live for one in school.train().heads] == [False, False, True, False]


def test_the_same_data_and_seed_give_the_same_bytes(school: School, tmp_path: Path) -> None:
    school.train()
    other = School(tmp_path / "other")
    other.train()
    first, second = school.kept().load().checkpoint, other.kept().load().checkpoint
    other.database.close()
    assert first is not None
    assert second is not None
    assert pack(first.tensors) == pack(second.tensors)


def test_a_run_that_was_stopped_goes_on_with_the_heads_that_are_missing(school: School) -> None:
    school.pupils[1].interrupted = True
    stopped = school.train()
    assert (stopped.state, stopped.heads) == (RunState.STOPPED, ())
    assert school.runs.in_use() is None
    school.pupils[1].interrupted = False
    whole = school.train(hours=2)
    assert whole.id == stopped.id
    assert whole.state is RunState.DONE
    assert whole.cpu_s == stopped.cpu_s + 1.5
    assert [len(pupil.lessons) for pupil in school.pupils] == [1, 2, 1]
    assert {course.before_s for pupil in school.pupils for course in pupil.lessons} == {START_MS / 1000}
    assert {one.head: one.live for one in whole.heads}[Head.FOCUS]


def test_told_before_a_head_begins_it_leaves_off_and_says_why(school: School) -> None:
    school.why = "no_power"
    run = school.train()
    assert (run.state, run.note) == (RunState.STOPPED, "no_power")
    assert not any(pupil.lessons for pupil in school.pupils)


def test_a_process_that_was_killed_is_gone_on_with(school: School) -> None:
    school.pupils[2].refuses = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        school.train()
    (killed,) = school.runs.latest(9)
    assert killed.state is RunState.FAILED
    school.runs.change(
        TrainingRun(**{name: getattr(killed, name) for name in killed.__slots__} | {"state": RunState.RUNNING})
    )
    school.pupils[2].refuses = None
    assert school.train().id == killed.id
    assert [len(pupil.lessons) for pupil in school.pupils] == [1, 1, 2]


@pytest.mark.parametrize("meanwhile", ["a day passed", "the past was erased", "what was kept aside is damaged"])
def test_it_begins_anew_where_going_on_would_be_wrong(school: School, meanwhile: str) -> None:
    school.pupils[1].interrupted = True
    stopped = school.train()
    school.pupils[1].interrupted = False
    if meanwhile == "the past was erased":
        school.erase(START_MS - 5 * HOUR_MS)
    if meanwhile == "what was kept aside is damaged":
        next((school.folder / f"unfinished-{stopped.id}").glob("*.safetensors")).write_bytes(b"x")
    whole = school.train(hours=25 if meanwhile == "a day passed" else 1)
    assert whole.state is RunState.DONE
    assert len(school.pupils[0].lessons) == 2
    assert list(school.folder.glob("unfinished-*")) == []


def test_the_next_run_begins_with_what_was_learned(school: School) -> None:
    first = school.train()
    school.train(hours=24)
    earlier: tuple[Mapping[str, Any], Tensors] | None = school.pupils[0].lessons[1].earlier
    assert school.pupils[0].lessons[0].earlier is None
    assert earlier is not None
    assert earlier[0] == {"width": 2}
    assert earlier[1]["before"] == first.data_to_ms / 1000


def test_what_fails_once_the_models_are_in_use_leaves_the_run_as_it_is(school: School) -> None:
    school.after_fails = ValueError("no forecast")
    with pytest.raises(ValueError, match="no forecast"):
        school.train()
    run = school.runs.in_use()
    assert run is not None
    assert (run.state, len(run.heads)) == (RunState.DONE, 3)


def test_a_head_that_cannot_learn_is_left_out(school: School) -> None:
    class Blank(Pupil):
        def learn(self, course: Course) -> Learned | None:
            return None

    school.pupils = [Blank(Head.NEXT_DOCUMENT), Pupil(Head.FOCUS)]
    assert [one.head for one in school.train().heads] == [Head.FOCUS]


def test_a_head_that_learned_what_is_no_number_keeps_no_other_from_being_used(school: School) -> None:
    class Lost(Pupil):
        def learn(self, course: Course) -> Learned | None:
            return Learned({"w": np.array([np.nan])}, compared(0.3))

    school.pupils = [Lost(Head.FOCUS), Pupil(Head.SWITCH)]
    assert [one.head for one in school.train().heads] == [Head.SWITCH]


def test_with_nothing_to_learn_from_nothing_is_in_use(school: School) -> None:
    school.pupils = []
    assert school.train().state is RunState.DONE
    assert school.runs.in_use() is None
    assert school.files.runs() == []


def _fails(error: BaseException) -> Callable[[School], None]:
    def fail(school: School) -> None:
        school.pupils[1].refuses = error

    return fail


def _no_room(school: School) -> None:
    (school.folder / "run-2.safetensors").mkdir()


@pytest.mark.parametrize(
    ("break_it", "error"),
    [(_fails(ValueError("a bug")), ValueError), (_fails(MemoryError()), MemoryError), (_no_room, CheckpointError)],
)
def test_where_it_fails_the_run_before_stays_in_use(
    school: School, break_it: Callable[[School], None], error: type[BaseException]
) -> None:
    first = school.train()
    break_it(school)
    with pytest.raises(error):
        school.train(hours=24)
    assert school.runs.in_use() == first
    assert school.used().manifest.run == first.id
    assert school.runs.latest(1)[0].state is RunState.FAILED

"""`kairos mind`, `recommend` and `feedback`: what they say of an empty profile, of models, and of bad input."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.command_line import Commands

from engine.cli.mind_words import (
    HEADS,
    NOTHING,
    NOTICES,
    STATES,
    block_line,
    first_reason,
    head_line,
    notice_lines,
    reason_words,
    run_json,
    status_lines,
    why_lines,
)
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.domain.model_status import Head, HeadStatus, MindStatus, RunState, TrainingRun
from engine.domain.offers import Offered
from engine.domain.recommended import (
    Abstention,
    FocusBlock,
    Kind,
    Notice,
    Offer,
    Reason,
    ReasonKind,
    Scored,
    Verdict,
)
from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.offers import OfferStore
from engine.storage.training_runs import TrainingRunStore

HOUR_MS = 3_600_000
NOON_MS = 1_795_262_400_000  # 2026-11-21 12:00 UTC
UTC = DayRule("UTC")
WHY = Scored(0.7, 0.4, (Reason(ReasonKind.HOURS, 0.35, amount=0.71), Reason(ReasonKind.SOON, -0.05, amount=4.5)))


@pytest.fixture
def database(kairos: Commands) -> Iterator[Database]:
    made = Database.open(ProfilePaths(kairos.folder).ensure().database)
    yield made
    made.close()


def test_an_empty_profile_says_what_is_missing(kairos: Commands) -> None:
    focus, documents = kairos("recommend", "focus"), kairos("recommend", "documents")
    assert focus.out.splitlines()[0] == NOTHING[Abstention.NO_HISTORY]
    assert documents.out.splitlines()[0] == NOTHING[Abstention.NO_DOCUMENTS]
    assert kairos("recommend", "focus", "--json").json() == {
        "block": None, "no_block": "no_history", "notices": ["baseline"],
    }  # fmt: skip
    assert "0 active days" in kairos("mind", "status").out
    assert kairos("mind", "status", "--json").json()["in_use"] is None


def test_training_on_nothing_says_so_and_changes_nothing(kairos: Commands) -> None:
    kairos("mind", "status")
    done = kairos("mind", "train")
    assert done.status == 0, done.err
    assert "too little history" in done.out
    assert kairos("mind", "status", "--json").json()["in_use"] is None
    assert kairos("mind", "train", "--json").json()["state"] == "done"


def test_two_trainings_at_once_are_refused(kairos: Commands) -> None:
    kairos("mind", "status")
    with ProcessLock(ProfilePaths(kairos.folder).worker_lock("train")) as lock:
        lock.acquire(who="worker")
        refused = kairos("mind", "train")
    assert (refused.status, refused.err.splitlines()) == (
        1, ["That cannot be done", "The models are being trained already. See: kairos mind status"],
    )  # fmt: skip


def test_comparing_without_a_history_says_so(kairos: Commands) -> None:
    assert kairos("mind", "evaluate").status == 1
    kairos("mind", "status")
    assert "too little history" in kairos("mind", "evaluate").out
    assert kairos("mind", "evaluate", "--json").json() == []


def test_going_back_and_forgetting(kairos: Commands, database: Database) -> None:
    assert "nothing to go back from" in kairos("mind", "rollback").err
    runs = TrainingRunStore(database)
    number = runs.add(TrainingRun(0, 1, 2, RunState.DONE, 0, 1, 3.0, 9, "cpu"))
    runs.use(number)
    assert kairos("mind", "rollback").out == "Simple rules are in use now.\n"
    assert kairos("mind", "reset", "--yes").status == 0
    assert kairos("mind", "status", "--json").json()["runs"] == []


def test_forgetting_asks_first(kairos: Commands, database: Database) -> None:
    TrainingRunStore(database).add(TrainingRun(0, 1, 2, RunState.DONE, 0, 1, 3.0, 9, "cpu"))
    assert "--yes" in kairos("mind", "reset").err
    assert len(kairos("mind", "status", "--json").json()["runs"]) == 1


def test_an_offer_is_explained_and_answered(kairos: Commands, database: Database) -> None:
    offer = Offered(Offer(0, NOON_MS, "greedy", 1.0, 0), Kind.BLOCK, WHY, interval=Interval(NOON_MS, NOON_MS + HOUR_MS))
    (number,) = OfferStore(database).add([offer])
    said = kairos("mind", "explain", str(number)).out
    assert "+0.350  At these hours 71 % of your quarter hours were focused" in said
    (told,) = kairos("mind", "explain", str(number), "--json").json()
    assert told["base"] + sum(one["adds"] for one in told["reasons"]) == pytest.approx(told["score"])
    assert kairos("feedback", str(number), "not-now").status == 0
    answered = kairos("feedback", str(number), "not-now", "--json").json()
    assert answered == {"number": number, "verdict": "not_now", "undone": False}
    (shown,) = OfferStore(database).history(0)
    assert [one.verdict for one in shown.said] == [Verdict.NOT_NOW]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("feedback", "7", "wrong"), 1),
        (("feedback", "99999999999999999999999", "wrong"), 2),
        (("mind", "explain", "7"), 1),
        (("feedback", "seven", "wrong"), 2),
        (("feedback", "7", "meh"), 2),
        (("mind", "explain", "x"), 2),
        (("mind", "dream"), 2),
        (("recommend", "lunch"), 2),
    ],
)
def test_bad_input_is_one_clear_message(kairos: Commands, words: tuple[str, ...], status: int) -> None:
    said = kairos(*words)
    assert said.status == status
    assert said.out == ""
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 2 if status == 1 else said.err


def test_everything_has_words() -> None:
    assert set(NOTHING) == set(Abstention)
    assert set(NOTICES) == set(Notice)
    assert set(STATES) == set(RunState)
    assert set(HEADS) == set(Head)
    for kind in ReasonKind:
        for subject in ("", "Plan\x1b[31m", "wrong"):
            said = reason_words(Reason(kind, 0.1, subject, 0.5))
            assert said
            assert "\x1b" not in said


def test_the_parts_of_a_score_are_told_with_their_sum() -> None:
    *parts, total = why_lines(WHY)
    assert sum(float(line.split()[0]) for line in parts) == pytest.approx(0.7)
    assert total.split()[0] == "0.700"
    assert first_reason(WHY) == "At these hours 71 % of your quarter hours were focused"
    assert first_reason(Scored(0.1, 0.1)) == ""


def test_a_block_tells_its_day_unless_it_is_today() -> None:
    block = FocusBlock(Offer(1, 0, "greedy", 1.0, 0), Interval(NOON_MS, NOON_MS + HOUR_MS), 0.7, 0.6, 0.8, 42.4, WHY)
    words = "12:00–13:00: focus is 70 % likely (60 % to 80 %), about 42 focused minutes"
    assert block_line(block, UTC, NOON_MS) == words
    assert block_line(block, UTC, NOON_MS - 24 * HOUR_MS) == f"Saturday 2026-11-21 {words}"


def test_models_are_told_beside_their_baselines() -> None:
    head = HeadStatus(Head.NEXT_APP, "MRR", 0.81, 0.79, "most recent", 0.01, 0.03, 1_204, live=True)
    blank = HeadStatus(Head.SWITCH, "", 0.0, 0.0, "", 0.0, 0.0, 0, live=False)
    run = TrainingRun(3, NOON_MS, NOON_MS, RunState.DONE, 0, 0, 41.5, 214_000, "cpu", (head, blank))
    lines = status_lines(MindStatus(run, (run, TrainingRun(2, 0, 0, RunState.FAILED, 0, 0, 0, 0, "")), 1, True), UTC)
    assert lines == [
        "1 active day of history.",
        "The models are being trained now.",
        "In use:",
        "Run 3, 2026-11-21 12:00: done, 42 s of the processor, 214,000 parameters, cpu",
        "    next app: MRR 0.810, most recent 0.790; difference +0.010 to +0.030 over 1,204 cases: used",
        "    no switch in 10 minutes: nothing to compare on yet, not used",
        "Run 2, 1970-01-01 00:00: failed, see the log",
    ]
    assert head_line(head).endswith("used")
    rate = HeadStatus(Head.SWITCH, "mrr", 0.5, 0.4, "rate app_elapsed", 0.01, 0.03, 9, live=True)
    assert "MRR 0.500, as often as before 0.400;" in head_line(rate)


def test_a_run_going_on_has_no_end_and_no_beginning_of_its_history() -> None:
    told = run_json(TrainingRun(3, NOON_MS, 0, RunState.RUNNING, 0, NOON_MS, 0, 0, ""))
    assert (told["finished"], told["data_from"], told["data_to"]) == (None, None, "2026-11-21T12:00:00.000Z")


def test_why_rules_stand_in_is_said_once_and_only_of_what_rests_on_them(kairos: Commands) -> None:
    assert notice_lines((Notice.MODEL_DAMAGED, Notice.BASELINE)) == [NOTICES[Notice.MODEL_DAMAGED]]
    assert notice_lines((Notice.BASELINE,)) == [NOTICES[Notice.BASELINE]]
    kairos("mind", "status")
    assert kairos("recommend", "focus").out == f"{NOTHING[Abstention.NO_HISTORY]}\n"

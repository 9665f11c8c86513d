"""Feedback by the front door, held against the history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.manual_clock import ManualClock
from helpers.offers import HOUR, of_document
from helpers.storage_documents import folder, put
from helpers.storage_samples import ZONE, seen

from engine.api.mind_feedback import MindFeedback
from engine.bootstrap.mind_feedback import build_mind_feedback
from engine.domain.activity import Activity
from engine.domain.days import DayRule
from engine.domain.documents import MatchedBy
from engine.domain.errors import UsageError
from engine.domain.presence import Presence
from engine.domain.recommended import Verdict
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.document_uses import DocumentUseStore, LookMatch
from engine.storage.heartbeat import HeartbeatFile
from engine.storage.offers import OfferStore

MINUTE = 60_000
MORNING = 1_760_000_400_000  # 2025-10-09 11:00 in Berlin


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "kairos.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING, zone=ZONE)


@pytest.fixture
def feedback(database: Database, clock: ManualClock, tmp_path: Path) -> MindFeedback:
    return build_mind_feedback(database, HeartbeatFile(tmp_path / "beat"), clock, lambda: DayRule(ZONE))


def _at(clock: ManualClock, wall_ms: int) -> None:
    clock.run(wall_ms - clock.now().wall_ms)


def test_what_was_shown_opened_and_read_shows_in_the_effect(
    database: Database, clock: ManualClock, feedback: MindFeedback
) -> None:
    paper = put(database, folder(database), "/docs/paper.pdf", "words")
    first, second = OfferStore(database).add([of_document(paper.id, MORNING), of_document(paper.id, MORNING + HOUR)])
    feedback.shown([first, second])
    _at(clock, MORNING + 2 * HOUR)
    feedback.say(second, Verdict.OPENED)
    ActivityStore(database).insert_many(
        [Activity(MORNING + 2 * HOUR, MORNING + 2 * HOUR + 9_000, seen("viewer", "paper.pdf"), ZONE)]
    )
    uses = DocumentUseStore(database)
    uses.match([LookMatch(uses.unmatched(1)[0].id, paper.id, 1.0, MatchedBy.TITLE)])
    assert [one.dwell_ms for one in feedback.effect().policies] == [0]
    _at(clock, MORNING + 3 * HOUR)
    effect = feedback.effect()
    assert [(one.policy, one.shown, one.opened, one.dwell_ms) for one in effect.policies] == [("thompson", 2, 1, 9_000)]
    assert [week for week, _ in effect.weeks] == ["2025-10-06"]
    assert feedback.offered(second).shown_ms == MORNING
    with pytest.raises(UsageError):
        feedback.say(99, Verdict.OPENED)


def _work(database: Database, until_ms: int, app: str = "editor") -> None:
    away = replace(seen("", ""), presence=Presence.IDLE, app="", title="")
    ActivityStore(database).insert_many(
        [
            Activity(until_ms - 42 * MINUTE, until_ms - 12 * MINUTE, seen(app, "x"), ZONE),
            Activity(until_ms - 12 * MINUTE, until_ms - 2 * MINUTE, away, ZONE),
            Activity(until_ms - 2 * MINUTE, until_ms, seen("editor", "x"), ZONE),
        ]
    )


def test_a_rating_is_wanted_after_a_break_and_three_times_a_day(
    database: Database, clock: ManualClock, feedback: MindFeedback
) -> None:
    assert not feedback.rating_due()
    for at in range(4):
        now_ms = MORNING + 2 * at * HOUR
        _work(database, now_ms)
        _at(clock, now_ms)
        assert feedback.rating_due() is (at < 3)
        feedback.rate(4)
        assert not feedback.rating_due()
    with pytest.raises(UsageError):
        feedback.rate(0)


def test_no_rating_is_wanted_of_a_meeting(database: Database, clock: ManualClock, feedback: MindFeedback) -> None:
    _work(database, MORNING, app="zoom")
    assert not feedback.rating_due()


def test_ratings_are_compared_with_the_history(database: Database, clock: ManualClock, feedback: MindFeedback) -> None:
    assert feedback.ratings_agreement() is None
    store = ActivityStore(database)
    for at in range(12):
        start = MORNING + 2 * at * HOUR
        pieces = 1 + 5 * (at % 4)
        step = 30 * MINUTE // pieces
        store.insert_many(
            [
                Activity(start + piece * step, start + (piece + 1) * step, seen(f"app {piece}", "x"), ZONE)
                for piece in range(pieces)
            ]
        )
        _at(clock, start + 30 * MINUTE)
        feedback.rate(5 - at % 4)
    assert feedback.ratings_agreement() == pytest.approx(1.0)

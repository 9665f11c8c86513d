"""Corrections through the front door: a real database, and a clock that stands at noon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.activities import MINUTE_MS, away, day_of_looks, seen
from helpers.manual_clock import MONDAY_NOON_MS, ManualClock

from engine.api.away import Away
from engine.api.corrections import Corrections
from engine.api.search import Search
from engine.domain.away import Because, Part
from engine.domain.categories import CategoryTree, Labels
from engine.domain.changes import Begin
from engine.domain.corrections import Changed, CorrectionKind, Said
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.health import RecorderState
from engine.domain.intervals import Interval
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.stretches import LabelledStretch, LabelOverride
from engine.history.service import History
from engine.settings import AskAway
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat, HeartbeatFile
from engine.storage.search import SearchStore

NINE_MS = MONDAY_NOON_MS - 180 * MINUTE_MS
MORNING = day_of_looks(
    NINE_MS,
    (60, seen("code", "plan")),
    (30, away(Presence.LOCKED)),
    (30, seen("mail", "Inbox")),
    (20, away(Presence.IDLE)),
    (39, seen("code", "plan")),
)


@dataclass
class Place:
    """Everything the front door needs, on one database."""

    database: Database
    store: ActivityStore
    heartbeat: HeartbeatFile
    clock: ManualClock
    categories: CategoryStore
    corrections: Corrections
    away: Away
    search: Search
    history: History
    wish: list[AskAway]


@pytest.fixture
def place(tmp_path: Path, clock: ManualClock) -> Iterator[Place]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    store, heartbeat = ActivityStore(database), HeartbeatFile(tmp_path / "heartbeat")
    said, categories = CorrectionStore(database), CategoryStore(database)
    corrections = Corrections(said, store, heartbeat, clock, lambda: CategoryTree(categories.all()))
    rule = DayRule("UTC")
    wish = [AskAway.NOW]
    asks = Away(corrections, clock, rule=lambda: rule, label=lambda look: rules(categories, look), when=lambda: wish[0])
    history = History(
        store, heartbeat, clock, recorder_runs=lambda: True, start_minute=lambda: 0, corrections=said.active
    )
    search = Search(SearchStore(database), said)
    yield Place(database, store, heartbeat, clock, categories, corrections, asks, search, history, wish)
    heartbeat.close()
    database.close()


def rules(categories: CategoryStore, look: Look) -> Labels:
    """Return the first category for what is called a meeting."""
    found = categories.all()
    return Labels(found[0].id) if found and look.title == "weekly" else Labels()


def at(start_min: int, end_min: int) -> tuple[int, int]:
    """Return minutes after nine as UTC milliseconds."""
    return NINE_MS + start_min * MINUTE_MS, NINE_MS + end_min * MINUTE_MS


def told(place: Place) -> list[tuple[int, str, str]]:
    stretches = place.corrections.stretches(NINE_MS, MONDAY_NOON_MS)
    return [((one.interval.end_ms - NINE_MS) // MINUTE_MS, one.what.app, one.what.title) for one in stretches]


def test_what_changed_comes_back_and_so_does_it_with_undo_and_redo(place: Place) -> None:
    place.store.insert_many(MORNING)
    before = told(place)
    made = place.corrections.change(*at(0, 30), Said(title="report", labels=LabelOverride(project="p")))
    assert made.interval == Interval(*at(0, 30))
    assert [one.kind for one in made.corrections] == [CorrectionKind.RETITLE, CorrectionKind.RELABEL]
    after = told(place)
    assert after[0] == (30, "code", "report")
    undone = place.corrections.undo()
    assert undone is not None
    assert (undone.interval, undone.group) == (made.interval, made.group)
    assert told(place) == before
    assert place.corrections.redo() is not None
    assert told(place) == after
    assert place.corrections.redo() is None


def test_undo_goes_back_to_the_start_and_redo_all_the_way(place: Place) -> None:
    place.store.insert_many(MORNING)
    seen_after = [told(place)]
    for minute in range(0, 50, 5):
        place.corrections.change(*at(minute, minute + 7), Said(title=f"part {minute}"))
        seen_after.append(told(place))
    for expected in reversed(seen_after[:-1]):
        assert place.corrections.undo() is not None
        assert told(place) == expected
    assert place.corrections.undo() is None
    for expected in seen_after[1:]:
        assert place.corrections.redo() is not None
        assert told(place) == expected


def test_all_actions_reach_the_history(place: Place) -> None:
    place.store.insert_many(MORNING)
    corrections = place.corrections
    corrections.split(*at(0, 60), at(40, 0)[0], Said(title="second"))
    corrections.add(*at(60, 90), Said(title="Call"))
    corrections.trim(*at(90, 120), Interval(*at(95, 120)))
    corrections.delete(*at(140, 179))
    assert told(place) == [
        (40, "code", "plan"), (60, "code", "second"), (90, "offline", "Call"), (120, "mail", "Inbox"), (140, "", ""),
    ]  # fmt: skip
    corrections.merge(*at(0, 60))
    assert told(place)[0] == (60, "code", "plan")
    assert place.history.day().active_ms == (60 + 30 + 25) * MINUTE_MS
    corrections.revert(*at(0, 179))
    assert place.history.day().active_ms == (60 + 30 + 39) * MINUTE_MS
    kinds = [[one.kind.value for one in action.corrections] for action in corrections.actions()]
    assert kinds == [["revert"], ["retitle"], ["delete"], ["delete"], ["add"], ["retitle"]]


def test_the_activity_still_going_on_can_be_corrected_up_to_now(place: Place) -> None:
    number = place.store.apply([Begin(NINE_MS, seen("code", "plan"), "UTC")])
    place.heartbeat.write(
        Beat(number or 0, MONDAY_NOON_MS, MONDAY_NOON_MS, 1, RecorderState.RECORDING, 0, 1), durable=False
    )
    place.corrections.change(*at(0, 60), Said(title="early"))
    assert told(place) == [(60, "code", "early"), (180, "code", "plan")]
    summary = place.history.day()
    assert summary.current == seen("code", "plan")
    with pytest.raises(UsageError, match="future"):
        place.corrections.delete(*at(0, 181))


def test_a_long_time_is_not_read_at_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.store.insert_many(MORNING)
    reads: list[int] = []
    read = place.corrections.stretches

    def counted(start_ms: int, end_ms: int) -> list[LabelledStretch]:
        reads.append(end_ms - start_ms)
        return read(start_ms, end_ms)

    monkeypatch.setattr(place.corrections, "stretches", counted)
    place.corrections.delete(NINE_MS, MONDAY_NOON_MS)
    place.clock.wall_ms += 400 * 24 * 60 * MINUTE_MS
    place.corrections.undo()
    place.corrections.delete(NINE_MS - MINUTE_MS, MONDAY_NOON_MS + 300 * 24 * 60 * MINUTE_MS)
    assert len(reads) == 2
    assert max(reads) <= 24 * 60 * MINUTE_MS


def test_a_category_that_is_gone_cannot_be_given(place: Place) -> None:
    place.store.insert_many(MORNING)
    with pytest.raises(UsageError, match="does not exist any more"):
        place.corrections.change(*at(0, 60), Said(labels=LabelOverride(99)))
    assert place.corrections.actions() == []


def test_times_are_of_the_day_the_clock_shows_even_at_night(place: Place, clock: ManualClock) -> None:
    clock.wall_ms = MONDAY_NOON_MS + 13 * 60 * MINUTE_MS  # one in the morning on Tuesday
    assert place.corrections.moment("00:30") == MONDAY_NOON_MS + 750 * MINUTE_MS


def guesses(place: Place) -> list[list[tuple[Because, str | None]]]:
    return [[(one.because, one.said.title if one.said else None) for one in gap.guesses] for gap in place.away.gaps()]


def test_gaps_of_today_with_their_guesses(place: Place) -> None:
    place.store.insert_many(MORNING)
    assert [gap.interval for gap in place.away.gaps()] == [Interval(*at(60, 90)), Interval(*at(120, 140))]
    assert guesses(place)[0] == [(Because.BREAK, None), (Because.BEFORE, "plan"), (Because.AFTER, "Inbox")]


def test_what_was_added_on_earlier_days_is_guessed_first(place: Place, clock: ManualClock) -> None:
    day_ms = 24 * 60 * MINUTE_MS
    clock.wall_ms -= day_ms
    place.corrections.add(at(65, 0)[0] - day_ms, at(85, 0)[0] - day_ms, Said(title="Stand-up"))
    clock.wall_ms += day_ms
    place.store.insert_many(MORNING)
    assert guesses(place)[0][0] == (Because.SAME_HOUR, "Stand-up")
    assert guesses(place)[1][0] == (Because.BREAK, None)


def test_answers_to_several_gaps_are_one_action_and_are_not_asked_again(place: Place) -> None:
    place.store.insert_many(MORNING)
    first, second = place.away.gaps()
    cut = at(70, 0)[0]
    parts = (Part(Interval(first.interval.start_ms, cut), Said(title="Call")), Part(Interval(cut, at(90, 0)[0]), None))
    changed: Changed = place.away.answer([(first.interval, parts), (second.interval, (Part(second.interval, None),))])
    assert changed.interval == Interval(first.interval.start_ms, second.interval.end_ms)
    assert place.away.gaps() == []
    assert place.history.day().active_ms == (60 + 10 + 30 + 39) * MINUTE_MS
    assert len(place.corrections.actions()) == 1
    place.corrections.undo()
    assert len(place.away.gaps()) == 2


def test_no_answers_are_no_action(place: Place) -> None:
    with pytest.raises(UsageError, match="Answer at least one"):
        place.away.answer([])
    assert place.corrections.actions() == []


def test_a_fresh_gap_is_brought_up_and_not_while_a_meeting_is_on(place: Place, clock: ManualClock) -> None:
    place.store.insert_many(MORNING[:-1])
    place.store.insert_many(day_of_looks(at(140, 0)[0], (5, "code"), (7, seen("firefox", "weekly"))))
    clock.wall_ms = at(152, 0)[0]
    gap = Interval(*at(120, 140))
    assert [one.interval for one in place.away.asking().gaps] == [gap]
    assert place.away.asking({gap}).gaps == ()
    place.categories.add("Meetings")
    assert place.away.asking().gaps == ()


def test_questions_come_when_the_person_wants_them(place: Place, clock: ManualClock) -> None:
    place.store.insert_many(MORNING)
    place.wish[0] = AskAway.EVENING
    assert place.away.asking().gaps == ()
    clock.wall_ms += 6 * 60 * MINUTE_MS
    assert place.away.asking().together
    place.wish[0] = AskAway.NEVER
    assert place.away.asking().gaps == ()


def test_time_after_a_meeting_is_not_asked_about(place: Place) -> None:
    place.categories.add("Meetings")
    place.store.insert_many(day_of_looks(NINE_MS, (30, seen("firefox", "weekly")), (30, away(Presence.IDLE)), (5, "x")))
    assert place.away.gaps() == []


def test_search_knows_both_the_record_and_the_person(place: Place) -> None:
    place.store.insert_many(MORNING)
    place.corrections.add(*at(60, 90), Said(title="Planning with Bo"))
    found = place.search.titles("PLAN")
    assert [(one.title, one.by_person) for one in found] == [
        ("plan", False), ("Planning with Bo", True), ("plan", False),
    ]  # fmt: skip
    assert len(place.search.titles("plan", limit=1)) == 1
    with pytest.raises(UsageError):
        place.search.titles(" ")

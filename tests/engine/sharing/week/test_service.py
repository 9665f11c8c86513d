"""What is shown is what is written; nothing is shared while it is off, too early, or of what is gone."""

from __future__ import annotations

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from helpers.share_room import BEGUN_MS, DAY_MS, LATER_MS, MONDAY, ShareRoom, block_row

from engine.domain.errors import ExportError
from engine.domain.sharing import GROUPS, MILLION, ShareError, ShareKind, group_of
from engine.sharing.week.service import millionths, monday_of

BOTH = pytest.mark.parametrize("kind", list(ShareKind))


@BOTH
def test_what_is_shown_is_what_is_written(room: ShareRoom, tmp_path: Path, kind: ShareKind) -> None:
    preview = room.sharing.preview(MONDAY, kind)
    written = room.sharing.save(preview, tmp_path / "week.txt")
    assert written.read_text(encoding="utf-8") == preview.text
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    read = room.sharing.read(written)
    assert (read.lines, read.digest, read.kind) == (preview.lines, preview.digest, kind)
    assert room.sharing.preview(MONDAY, kind).saved_before
    (line,) = room.sharing.shared()
    assert (line.kind, line.first_day, line.saved_ms) == (kind, MONDAY, LATER_MS)


@BOTH
def test_nothing_is_made_while_it_is_off(room: ShareRoom, tmp_path: Path, kind: ShareKind) -> None:
    preview = room.sharing.preview(MONDAY, kind)
    room.sharing.save(preview, tmp_path / "week.txt")
    room.sharing.turn(on=False)
    for ask in (
        lambda: room.sharing.offer(MONDAY, kind),
        lambda: room.sharing.preview(MONDAY, kind),
        lambda: room.sharing.save(preview, tmp_path / "other.txt"),
    ):
        with pytest.raises(ShareError, match="Turn it on in Settings, under Sharing, or with: kairos share on"):
            ask()
    assert room.sharing.read(tmp_path / "week.txt").kind is kind, "others' files can be read all the same"


def test_an_offer_costs_nothing_and_says_what_it_would(room: ShareRoom) -> None:
    offer = room.sharing.offer(MONDAY, ShareKind.PRIVATE)
    assert (offer.first_day, offer.last_day, offer.epsilon_millionths) == (MONDAY, date(2026, 3, 8), MILLION)
    assert offer.holds
    assert any("overall pattern" in one for one in offer.does_not_hide)
    assert room.sharing.shared() == ()
    assert room.sharing.budgets() == ()
    room.sharing.preview(MONDAY, ShareKind.PRIVATE)
    assert room.sharing.offer(MONDAY, ShareKind.PRIVATE).epsilon_millionths == 0
    assert room.sharing.offer(MONDAY, ShareKind.PRIVATE, anew=True).epsilon_millionths == MILLION
    assert room.sharing.offer(MONDAY, ShareKind.ANONYMISED).epsilon_millionths == 0


def test_rounded_figures_follow_the_history_and_cost_nothing(room: ShareRoom) -> None:
    first = room.sharing.preview(MONDAY, ShareKind.ANONYMISED)
    assert room.sharing.preview(MONDAY, ShareKind.ANONYMISED).id == first.id
    room.rows.written = [block_row(number, 1) for number in range(8)]
    second = room.sharing.preview(MONDAY, ShareKind.ANONYMISED)
    assert [(one.group, one.part, one.minutes) for one in second.lines if one.minutes] == [("focus", "night", 120)]
    assert room.sharing.budgets() == ()
    assert len(room.sharing.shared()) == 2


def test_every_day_of_a_week_means_that_week(room: ShareRoom) -> None:
    texts = {room.sharing.preview(MONDAY + timedelta(days=day), ShareKind.PRIVATE).text for day in range(7)}
    assert len(texts) == 1
    assert monday_of(date(2026, 11, 22)) == date(2026, 11, 16)


def test_a_week_that_is_not_over_is_not_shared(room: ShareRoom) -> None:
    room.clock.wall_ms = LATER_MS - 196 * DAY_MS
    with pytest.raises(ShareError, match="not over yet"):
        room.sharing.preview(MONDAY, ShareKind.PRIVATE)
    assert room.sharing.last_week() == MONDAY - timedelta(weeks=1)


def test_a_week_of_which_totals_alone_are_left_is_not_shared(room: ShareRoom) -> None:
    room.execute(f"INSERT INTO retained VALUES (1, 0, {LATER_MS})")  # noqa: S608
    with pytest.raises(ShareError, match="only totals of days"):
        room.sharing.offer(MONDAY, ShareKind.PRIVATE)


def test_a_place_that_cannot_be_written_is_told_and_not_noted(room: ShareRoom, tmp_path: Path) -> None:
    preview = room.sharing.preview(MONDAY, ShareKind.PRIVATE)
    with pytest.raises(ExportError, match="cannot be written"):
        room.sharing.save(preview, tmp_path / "none" / "week.txt")
    assert room.sharing.shared()[0].saved_ms is None


def test_a_persons_own_categories_have_no_name_here() -> None:
    assert group_of(("Focus", "My secret client")) == "focus"
    assert group_of(("学习", "课程")) == "learning"
    assert {group_of(path) for path in [(), ("My client",), ("Distraction", "News"), ("Personal",)]} == {"other"}
    assert all(name in GROUPS for name in map(group_of, [("会议",), ("Admin",), ("Communication",)]))


def test_epsilons_of_the_settings_become_whole_numbers() -> None:
    assert [millionths(one) for one in (1.0, 0.1, 0.3, 4.0, 0.01)] == [1_000_000, 100_000, 300_000, 4_000_000, 10_000]


@BOTH
def test_a_week_before_anything_was_recorded_is_not_shared_and_costs_nothing(room: ShareRoom, kind: ShareKind) -> None:
    before = MONDAY - timedelta(weeks=55)
    for ask in (
        lambda: room.sharing.offer(before, kind),
        lambda: room.sharing.preview(before, kind),
        lambda: room.sharing.preview(before, kind, anew=True),
    ):
        with pytest.raises(ShareError, match="Nothing was recorded yet"):
            ask()
    assert room.sharing.budgets() == ()
    assert room.sharing.shared() == ()
    room.record(BEGUN_MS - 50 * DAY_MS)
    assert room.sharing.preview(before, kind).first_day == before, "a week off, after the first record, can be shared"
    assert room.sharing.preview(MONDAY, kind).first_day == MONDAY, "time that was added by hand counts"


def test_what_was_made_of_a_week_stays_when_its_records_are_gone(room: ShareRoom) -> None:
    made = room.sharing.preview(MONDAY, ShareKind.PRIVATE)
    room.rows.written = []
    room.execute("DELETE FROM activity")
    assert room.sharing.preview(MONDAY, ShareKind.PRIVATE).text == made.text
    with pytest.raises(ShareError, match="Nothing was recorded yet"):
        room.sharing.preview(MONDAY, ShareKind.PRIVATE, anew=True)

"""The budget holds whatever is done to the clock, the database, the file, or by two at once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.share_misuse import Misuse, draw, most_spent
from helpers.share_room import DAY_MS, LATER_MS, MONDAY, ShareRoom, block_row
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.errors import ProfileError
from engine.domain.sharing import MILLION, ShareError, ShareKind
from engine.locks import ProcessLock
from engine.settings import SharingSettings


def drawn(room: ShareRoom, weeks: int = 0, *, most: int = 12) -> int:
    """Return how often it can be drawn anew."""
    count = 0
    with suppress(ShareError):
        while count < most:
            draw(room, weeks)
            count += 1
    return count


def test_four_a_month_and_no_more(room: ShareRoom) -> None:
    assert drawn(room) == 4
    with pytest.raises(ShareError, match=r"The budget of 2026-03 does not last: 4 of 4 is spent, and this costs 1\."):
        draw(room, 1)
    budget = room.sharing.budget(MONDAY)
    assert (budget.month, budget.spent, budget.allowed, budget.left) == ("2026-03", 4 * MILLION, 4 * MILLION, 0)


def test_a_week_costs_in_every_month_it_lies_in(room: ShareRoom) -> None:
    draw(room, 4)  # from 30 March to 5 April
    assert [(one.month, one.spent) for one in room.sharing.budgets()] == [("2026-04", MILLION), ("2026-03", MILLION)]
    assert drawn(room, 5) == 3
    assert drawn(room, 0) == 3
    assert drawn(room, 4) == 0


def test_writing_the_same_again_costs_nothing(room: ShareRoom) -> None:
    files = {draw(room, anew=False) for _ in range(20)}
    assert len(files) == 1
    assert room.sharing.budget(MONDAY).spent == MILLION


def test_the_same_file_comes_even_when_figures_changed_until_another_is_asked_for(room: ShareRoom) -> None:
    first = room.sharing.preview(MONDAY, ShareKind.PRIVATE)
    room.rows.written = [block_row(number, 1) for number in range(300)]
    second = room.sharing.preview(MONDAY, ShareKind.PRIVATE)
    assert (first.changed, second.changed, second.text) == (False, True, first.text)
    third = room.sharing.preview(MONDAY, ShareKind.PRIVATE, anew=True)
    assert third.lines[0].minutes is not None
    assert third.lines[0].minutes > 3_000
    assert room.sharing.budget(MONDAY).spent == 2 * MILLION


def test_an_earlier_file_is_still_given_when_the_budget_is_spent(room: ShareRoom) -> None:
    assert drawn(room) == 4
    room.settings = SharingSettings(on=True, monthly=0.0)
    assert draw(room, anew=False).startswith("kairos-week 1\n")


def test_the_clock_changes_nothing(room: ShareRoom) -> None:
    assert drawn(room) == 4
    for moment in (LATER_MS + 3_000 * DAY_MS, LATER_MS - 150 * DAY_MS, LATER_MS):
        room.clock.wall_ms = moment
        assert drawn(room) == 0


def test_a_restored_backup_gives_nothing_back(room: ShareRoom) -> None:
    draw(room)
    backup = room.copy_of_database()
    assert drawn(room) == 3
    room.put_back(backup)
    assert drawn(room) == 0
    assert room.sharing.budget(MONDAY).spent == 4 * MILLION


def test_an_empty_database_gives_nothing_back(room: ShareRoom) -> None:
    empty = room.copy_of_database()
    assert drawn(room) == 4
    room.put_back(empty)
    assert room.sharing.shared() == ()
    assert drawn(room) == 0
    assert drawn(room, 5) == 4, "another month is not touched"
    assert room.sharing.budget(MONDAY).spent == 4 * MILLION


def test_what_a_copy_of_the_profile_spent_counts_where_its_file_is_brought_along(room: ShareRoom) -> None:
    empty = room.copy_of_database()
    draw(room)
    there = room.paths.shared.read_bytes()
    room.put_back(empty)
    room.paths.shared.unlink()
    draw(room)  # the first charge again, under another name
    room.paths.shared.write_bytes(there)
    assert drawn(room) == 2
    room.paths.shared.unlink()
    assert drawn(room) == 0
    assert room.sharing.budget(MONDAY).spent == 4 * MILLION


@pytest.mark.parametrize("statement", ["DELETE FROM share_release", "UPDATE share_release SET epsilon_millionths = 0"])
def test_changed_rows_are_put_right_by_the_file(room: ShareRoom, statement: str) -> None:
    assert drawn(room) == 4
    room.execute(statement)
    assert drawn(room) == 0
    assert drawn(room, 5) == 4
    room.paths.shared.unlink()
    assert room.sharing.budget(MONDAY).spent == 4 * MILLION, "what the file knew is in the database again"


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_text(""),
        lambda path: path.write_text("kairos-shared 1\n"),
        lambda path: path.write_bytes(path.read_bytes()[:-30]),
        lambda path: path.write_text(path.read_text().replace(" 1000000 ", " 1 ")),
        lambda path: path.write_bytes(b"\xff" * 200),
    ],
)
def test_a_changed_file_is_put_right_by_the_database(room: ShareRoom, harm: Callable[[Path], object]) -> None:
    assert drawn(room) == 4
    whole = room.paths.shared.read_text()
    harm(room.paths.shared)
    assert drawn(room) == 0
    assert drawn(room, 5) == 4
    assert [line.split()[:4] for line in room.paths.shared.read_text().splitlines()[:5]] == [
        line.split()[:4] for line in whole.splitlines()
    ]


def test_rows_and_file_deleted_close_every_month_up_to_now(room: ShareRoom) -> None:
    draw(room)
    draw(room)
    room.execute("DELETE FROM share_release")
    room.paths.shared.unlink()
    with pytest.raises(ShareError, match="can no longer be told"):
        draw(room)
    assert room.sharing.budget(MONDAY).closed
    assert drawn(room, 20) == 0, "that month has data already, too"
    room.record(LATER_MS + 30 * DAY_MS)
    assert drawn(room, 20) == 0, "what was closed once stays so"
    room.clock.wall_ms += 100 * DAY_MS
    assert drawn(room, 32) == 4, "what comes after is not touched"


def test_a_whole_line_less_in_the_file_and_the_rows_gone_closes(room: ShareRoom) -> None:
    assert drawn(room) == 4
    room.execute("DELETE FROM share_release WHERE id > 2")
    lines = room.paths.shared.read_text().splitlines(keepends=True)
    room.paths.shared.write_text("".join(lines[:3]))
    assert drawn(room) == 0
    assert room.sharing.budget(MONDAY).closed


def test_erasing_everything_leaves_what_was_spent(room: ShareRoom) -> None:
    from engine.domain.erasing import EraseChoice
    from engine.storage.erase.store import EraseStore

    assert drawn(room) == 4
    EraseStore(room.database).erase(EraseChoice(everything=True), LATER_MS)
    assert room.sharing.shared() == ()
    assert (room.sharing.budget(MONDAY).left, room.sharing.budget(MONDAY).closed) == (0, False)
    assert drawn(room) == 0


def test_erased_days_take_the_figures_along_and_not_the_cost(room: ShareRoom) -> None:
    from engine.domain.erasing import Erasable, EraseChoice
    from engine.storage.erase.store import EraseStore

    first = draw(room)
    room.record(LATER_MS - 199 * DAY_MS)
    gone = EraseStore(room.database).erase(EraseChoice(0, LATER_MS - 100 * DAY_MS), LATER_MS)
    assert gone.of(Erasable.SHARED) == 1
    assert b"minutes by" not in room.copy_of_database()
    assert first.splitlines()[-1].encode() not in room.copy_of_database()
    assert draw(room, anew=False) != first
    assert room.sharing.budget(MONDAY).spent == 2 * MILLION


def test_two_at_once_never_spend_more_than_there_is(room: ShareRoom, tmp_path: Path) -> None:
    rooms = [ShareRoom(tmp_path / "profile", seed) for seed in (5, 6, 7)]
    with ThreadPoolExecutor(3) as pool:
        counts = list(pool.map(drawn, rooms))
    for one in rooms:
        one.close()
    assert sum(counts) == 4
    assert room.sharing.budget(MONDAY).spent == 4 * MILLION


def test_two_at_once_make_one_file(room: ShareRoom, tmp_path: Path) -> None:
    rooms = [ShareRoom(tmp_path / "profile", seed) for seed in (5, 6)]
    with ThreadPoolExecutor(2) as pool:
        texts = list(pool.map(lambda one: draw(one, anew=False), rooms))
    for one in rooms:
        one.close()
    assert texts[0] == texts[1]
    assert room.sharing.budget(MONDAY).spent == MILLION


def test_whoever_waits_too_long_is_told(room: ShareRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.sharing.week.charges_file._PATIENCE_S", 0.0)
    with ProcessLock(room.paths.shared_lock) as lock:
        lock.acquire(who="test")
        with pytest.raises(ShareError, match="Another Kairos is sharing"):
            draw(room)


def test_what_is_spent_is_noted_before_anything_is_drawn(room: ShareRoom) -> None:
    room.settings = replace(room.settings, epsilon=0.5)
    room.rows.rows = None  # type: ignore[method-assign, assignment]
    with pytest.raises(TypeError):
        draw(room, anew=False)
    room.reopen()
    assert room.sharing.shared() == ()
    assert room.sharing.budget(MONDAY).spent == MILLION // 2


def test_a_link_or_folder_in_the_place_of_the_file_is_refused(room: ShareRoom, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("")
    room.paths.shared.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProfileError, match="no file that Kairos wrote"):
        draw(room)
    room.paths.shared.unlink()
    room.paths.shared.mkdir()
    with pytest.raises(ProfileError, match="no file that Kairos wrote"):
        draw(room)
    assert (tmp_path / "elsewhere").read_text() == ""


def test_where_nothing_can_be_noted_nothing_is_drawn(room: ShareRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engine.sharing.week.charges_file.whole_file", full)
    with pytest.raises(ProfileError, match="No space left on device"):
        draw(room)
    assert room.sharing.shared() == ()


STEPS = st.sampled_from(sorted(name for name in vars(Misuse) if not name.startswith("_")))


@settings(max_examples=6, deadline=None)
@given(steps=st.lists(st.tuples(STEPS, st.integers(0, 5)), max_size=14))
def test_no_sequence_of_these_spends_more_than_allowed(steps: list[tuple[str, int]]) -> None:
    folder = Path(tempfile.mkdtemp())
    misuse = Misuse(ShareRoom(folder / "profile"))
    misuse.room.record()
    for step, week in steps:
        getattr(misuse, step)(week)
    misuse.room.close()
    shutil.rmtree(folder)
    assert most_spent(misuse.got_out) <= 4

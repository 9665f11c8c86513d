"""Whoever collects every file learns no more of a quarter-hour than the epsilons charged allow."""

from __future__ import annotations

from contextlib import suppress

from helpers.share_attack import KNOWN, Seen, bound, counts_of, drawn_in, success, width_of
from helpers.share_room import MONDAY, ShareRoom, block_row

from engine.domain.sharing import GROUPS, MILLION, ShareError, ShareKind
from engine.domain.stream_row import StreamRow


def test_one_file_betrays_a_quarter_hour_no_more_often_than_its_epsilon_allows() -> None:
    found = success(1, 700, 3)
    assert 0.55 < found < bound(1) + 0.05


def test_four_files_betray_more_and_no_more_than_theirs() -> None:
    found = success(4, 300, 4)
    assert success(1, 300, 4) < found < bound(4) + 0.01


def _rows(counts: dict[str, int]) -> list[StreamRow]:
    categories = [1 + GROUPS.index(name) for name in GROUPS for _ in range(counts[name] // 900)]
    return [block_row(block, category) for block, category in enumerate(categories)]


def collected(room: ShareRoom, *, focus: bool) -> set[Seen]:
    """Share the week again and again, with the figures corrected to and fro, and return all that anybody saw."""
    seen: set[Seen] = set()
    width = width_of(MILLION)
    for turn in range(12):
        room.rows.written = _rows(counts_of(focus=focus) if turn % 2 == 0 else KNOWN)
        for anew in (True, False, False):
            with suppress(ShareError):
                seen.add(drawn_in(room.sharing.preview(MONDAY, ShareKind.PRIVATE, anew=anew).lines, width))
    return seen


def test_sharing_again_and_again_gives_an_attacker_four_files_at_most(room: ShareRoom) -> None:
    files = collected(room, focus=True)
    assert 1 <= len(files) <= 4
    assert room.sharing.budget(MONDAY).spent == 4 * MILLION

"""Everything somebody may try to share more than the budget allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from helpers.share_room import DAY_MS, LATER_MS, MONDAY, ShareRoom

from engine.domain.sharing import ShareError, ShareKind

WEEK = timedelta(weeks=1)


def draw(room: ShareRoom, weeks: int = 0, *, anew: bool = True) -> str:
    """Share a week with noise and return its file."""
    return room.sharing.preview(MONDAY + weeks * WEEK, ShareKind.PRIVATE, anew=anew).text


class Misuse:
    """Everything somebody may try, in any order; and what got out meanwhile."""

    def __init__(self, room: ShareRoom) -> None:
        self.room = room
        self.got_out: set[tuple[int, str]] = set()
        self.kept = room.copy_of_database()

    def draws(self, week: int) -> None:
        with suppress(ShareError):
            self.got_out.add((week, draw(self.room, week)))

    def asks_again(self, week: int) -> None:
        with suppress(ShareError):
            self.got_out.add((week, draw(self.room, week, anew=False)))

    def keeps_a_copy(self, _week: int) -> None:
        self.kept = self.room.copy_of_database()

    def goes_back(self, _week: int) -> None:
        self.room.put_back(self.kept)

    def deletes_rows(self, _week: int) -> None:
        self.room.execute("DELETE FROM share_release")

    def deletes_the_file(self, _week: int) -> None:
        self._harms_the_file(Path.unlink)

    def tears_the_file(self, _week: int) -> None:
        self._harms_the_file(lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]))

    def _harms_the_file(self, harm: Callable[[Path], object]) -> None:
        """Harm it, unless the database is an older one, too: who changes both can hide it, as the README says."""
        noted = self.room.file.read()
        with self.room.store.looking() as looking:
            newest = looking.last_number()
        if noted is not None and all(one.number <= newest for one in noted.charges):
            harm(self.room.paths.shared)
            self.kept = self.room.copy_of_database()

    def sets_the_clock(self, week: int) -> None:
        self.room.clock.wall_ms = LATER_MS + (week - 1) * 40 * DAY_MS

    def blanks_one(self, _week: int) -> None:
        self.room.execute("UPDATE share_release SET content = '', figures = '' WHERE id = 1")


def most_spent(got_out: Iterable[tuple[int, str]]) -> int:
    """Return how many files there are of the month of which there are most: weeks count in each of their months."""
    spent: Counter[str] = Counter()
    for week, _ in got_out:
        first = MONDAY + week * WEEK
        spent.update({f"{day:%Y-%m}" for day in (first, first + timedelta(days=6))})
    return max(spent.values(), default=0)

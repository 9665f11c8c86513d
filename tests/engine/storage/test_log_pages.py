"""First pages are read off a log that others write meanwhile, without any lock."""

from __future__ import annotations

import io
import struct
from pathlib import Path

from helpers.storage_samples import ZONE, seen

from engine.domain.changes import Begin, End
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.log_pages import FRAME_HEAD, WAL_HEAD, first_pages, log_of, settled_pages

PAGE = 512


def a_log(salt: int, pages: list[tuple[int, bytes]]) -> bytes:
    """Return a log of these pages, each a transaction of its own."""
    head = WAL_HEAD.pack(0x377F0682, 3_007_000, PAGE, 0, salt, salt, 0, 0)
    frames = (FRAME_HEAD.pack(number, 1, salt, salt, 0, 0) + fill * PAGE for number, fill in pages)
    return head + b"".join(frames)


class Restarted(io.BytesIO):
    """A log that somebody starts anew after some reads."""

    def __init__(self, before: bytes, after: bytes, reads: int) -> None:
        super().__init__(before)
        self._after, self._reads = after, reads

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on, of the new log from some read on."""
        self._reads -= 1
        if self._reads == 0:
            at = self.tell()
            self.seek(0)
            self.write(self._after)
            self.seek(at)
        return super().read(size)


def test_a_log_started_anew_while_it_is_read_never_gives_another_page_for_the_first() -> None:
    before = a_log(7, [(2, b"a"), (1, b"1"), (3, b"b")])
    after = a_log(8, [(1, b"9"), (5, b"x"), (6, b"y")])
    for reads in range(1, 12):
        assert settled_pages(Restarted(before, after, reads)) in ([b"1" * PAGE], [b"9" * PAGE]), reads


def test_the_newest_committed_first_page_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "kairos.sqlite3"
    database = Database.open(path)
    ActivityStore(database).apply([Begin(0, seen(), ZONE), End(10)])
    pages = first_pages(path)
    assert pages
    assert all(page.startswith(b"SQLite format 3\0") for page in pages)
    assert log_of(path).stat().st_size > 0
    changes = [struct.unpack(">I", page[24:28])[0] for page in pages]
    assert changes == sorted(changes, reverse=True)
    database.close()
    assert first_pages(path) == []

"""Whatever bytes a file holds, a parser answers with spans or with an error fit for people, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.foreign_files import SAMPLES, parsed
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.domain.errors import KairosError
from engine.domain.imports import DateOrder, ForeignKind
from engine.importers.kinds import kind_of
from engine.importers.reading import ForeignFile
from engine.importers.tidy import EARLIEST_MS, LATEST_MS, LONGEST_MS

NAMES = sorted(path.name for path in SAMPLES.iterdir())
PIECES = (
    b'"', b"{", b"}", b"[", b"]", b",", b";", b"\t", b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"null", b"-1",
    b"1e999", b"9" * 30, b"9" * 5000, b"true", b'"2024-03-04T09:00:00Z"', b"0001-01-01 00:00:00",
    b"9999-12-31 23:59:59", "２０２４".encode(), b"\\ud800", b"NaN", b"<", b"&a;", b"-99:99", b"[[[[[[[[", b"24:00:00",
)  # fmt: skip


def answer(path: Path, kind: ForeignKind | None, order: DateOrder | None) -> None:
    try:
        found = parsed(path, kind, date_order=order)
    except KairosError:
        return
    for span in found.spans:
        assert EARLIEST_MS <= span.start_ms < span.end_ms <= LATEST_MS + LONGEST_MS
        assert span.end_ms - span.start_ms <= LONGEST_MS


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutations") / "file"


@pytest.mark.parametrize("kind", [*ForeignKind, None])
def test_arbitrary_bytes(file: Path, kind: ForeignKind | None) -> None:
    @given(st.binary(max_size=200) | st.lists(st.sampled_from(PIECES)).map(b"".join))
    @example(b"SQLite format 3\0" + b"\0" * 100)
    @example(b'{"buckets": {"a": {"type": "currentwindow", "events": [{"timestamp": "0001-01-01T00:00:00+14:00"}]}}}')
    def holds(data: bytes) -> None:
        file.write_bytes(data)
        answer(file, kind, DateOrder.DAY_FIRST)

    holds()


@pytest.mark.parametrize("name", NAMES)
def test_mutations_of_the_samples(file: Path, name: str) -> None:
    original = (SAMPLES / name).read_bytes()
    kind = kind_of(ForeignFile(SAMPLES / name))
    places = st.integers(0, len(original))
    edits = st.lists(st.tuples(places, st.integers(0, 12), st.sampled_from(PIECES) | st.binary(max_size=4)), max_size=4)

    @settings(max_examples=150)
    @given(edits, st.sampled_from(DateOrder) | st.none())
    def holds(changes: list[tuple[int, int, bytes]], order: DateOrder | None) -> None:
        data = original
        for place, length, piece in changes:
            data = data[:place] + piece + data[place + length :]
        file.write_bytes(data)
        answer(file, kind, order)

    holds()

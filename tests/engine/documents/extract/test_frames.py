"""What comes out of a locked process is believed only where its form is right to the last byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.extract.frames import (
    Frame,
    FrameError,
    FrameReader,
    attempts_frame,
    document_frame,
    trouble_frame,
)
from engine.documents.extract.sink import Allowance, Sink
from engine.documents.extract.troubles import Trouble
from engine.domain.documents import Extracted, Piece
from engine.egress import MOST_AT_ONCE

HASH = bytes(range(16))


def frame(*pieces: tuple[int | None, str, str], title: str = "Birds") -> bytes:
    sink = Sink(Allowance())
    sink.call(title)
    sink.pieces = [(page, heading.encode(), text.encode()) for page, heading, text in pieces]
    return document_frame(3, HASH, sink, cut=True)


def read(data: bytes, allowance: Allowance | None = None) -> list[Frame]:
    return list(FrameReader(allowance or Allowance(), 4).feed(data))


def test_what_was_written_is_read() -> None:
    expected = Extracted("Birds", (Piece("鹭", "H", 7), Piece("b")), cut=True)
    assert read(frame((7, "H", "鹭"), (None, "", "b"))) == [Frame(3, Trouble.NONE, HASH, expected)]
    assert read(trouble_frame(1, b"", Trouble.BOMB, "ratio"))[0].trouble is Trouble.BOMB
    assert read(trouble_frame(1, HASH, Trouble.BOMB))[0].content_hash == HASH


def test_frames_arrive_bit_by_bit() -> None:
    reader = FrameReader(Allowance(), 4)
    data = frame((1, "a", "b")) + trouble_frame(2, HASH, Trouble.TIME)
    told = [told for number in range(len(data)) for told in reader.feed(data[number : number + 1])]
    assert [one.file for one in told] == [3, 2]


def test_connections_refused_are_told_beside_files_and_no_more_than_can_be() -> None:
    reader = FrameReader(Allowance(), 4)
    [told] = reader.feed(attempts_frame(2) + trouble_frame(1, HASH, Trouble.BOMB) + attempts_frame(3))
    assert (told.file, reader.attempts) == (1, 5)
    for _ in range(3):
        assert list(reader.feed(attempts_frame(1 << 20))) == []
    assert reader.attempts == MOST_AT_ONCE


@pytest.mark.parametrize(
    "data",
    [
        attempts_frame(1)[:4] + b"\x01" + attempts_frame(1)[5:],
        attempts_frame(1)[:-6] + b"\x03\0\0\0abc",
        frame((0, "", "page nought")),
        frame((-2, "", "page less than nought")),
        frame((None, "x" * 2_000, "long heading")),
        frame((1, "", "a"))[:4] + b"\x63" + frame((1, "", "a"))[5:],
        b"\x04" + frame((1, "", "a"))[1:],
        frame((1, "", "abc")).replace(b"abc", b"ab\xff"),
        frame((1, "", "abc")).replace(b"abc", b"\xed\xa0\x80"),
        frame((1, "", "a"))[:5] + b"\x02" + frame((1, "", "a"))[6:],
        trouble_frame(0, b"", Trouble.TIME)[:-4] + b"\xff\xff\xff\xff",
    ],
)
def test_what_is_no_frame_is_refused(data: bytes) -> None:
    with pytest.raises(FrameError):
        read(data)


def test_more_than_is_allowed_is_refused() -> None:
    many = frame(*[(None, "", "a")] * 3)
    assert read(many, Allowance(pieces=3))
    with pytest.raises(FrameError):
        read(many, Allowance(pieces=2))
    with pytest.raises(FrameError):
        read(frame((None, "", "a" * 9_000)), Allowance(text_bytes=100, pieces=1))


@given(st.binary(max_size=200), st.integers(0, 60))
def test_any_bytes_are_frames_or_refused(noise: bytes, at: int) -> None:
    data = frame((1, "heading", "text"), (None, "", "more"))
    for damaged in (noise, data[:at] + noise + data[at + len(noise) :]):
        try:
            told = read(damaged)
        except FrameError:
            continue
        assert all(0 <= one.file < 4 for one in told)

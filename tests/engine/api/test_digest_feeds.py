"""The digest of feeds: every entry is something to read of its own, in its own words, and answered by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.documents.chunk import chunks_of
from engine.documents.extract.kinds import feed
from engine.documents.extract.sink import Allowance, Sink
from engine.domain.documents import DocumentKind, Extracted, Folder, Identity, Piece
from engine.domain.recommended import Kind, Verdict
from engine.mind.advise.heard import of_kind
from engine.paths import profile_at
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore

ENTRIES = {
    "Tides": "Tides in the harbour rise twice a day. The quay walls of the harbour were raised by half a metre.",
    "Quartet": "The violin quartet rehearsed the sonata three evenings. The cello part was rewritten for winter.",
    "Ledger": "Ledger accounts must balance at the end of every month. Refunds are booked under audit from now on.",
    "More tides": "Harbour tides rise higher this spring. The quay walls of the harbour keep the tides from the town.",
    "Empty": "",
}

Put = Callable[[str, DocumentKind, bytes], None]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty profile."""
    engine = build_engine(profile_at(tmp_path / "profile"))
    yield engine
    engine.close()


@pytest.fixture
def put(engine: Engine, tmp_path: Path) -> Iterator[Put]:
    """Return what indexes a file of a folder."""
    database = Database.open(engine.paths.database)
    number = FolderStore(database).add(Folder(0, str(tmp_path)))
    now_ms = engine.digest._clock.now().wall_ms

    def index(name: str, kind: DocumentKind, data: bytes) -> None:
        sink = Sink(Allowance())
        if kind is DocumentKind.FEED:
            feed.read(data, sink)
        else:
            sink.paragraph(data.decode())
        sink.flush()
        pieces = tuple(Piece(text.decode(), heading.decode(), page) for page, heading, text in sink.pieces)
        told = Extracted(sink.title or name, pieces)
        identity = Identity(str(tmp_path / name), len(data), now_ms * 1_000_000, sum(map(ord, name)), 1)
        with DocumentStore(database).writing() as writer:
            writer.put(number, identity, kind, told.title, b"0" * 16, chunks_of(told, kind), now_ms)

    yield index
    database.close()


def _rss() -> bytes:
    items = "".join(
        f"<item><title>{one}</title><description>{text}</description></item>" for one, text in ENTRIES.items()
    )
    return f"<rss><channel><title>Coast news</title>{items}</channel></rss>".encode()


def _titles(engine: Engine) -> list[str]:
    return [one.chosen.document.title for one in engine.digest.now().items]


def test_each_entry_is_told_in_its_own_words_and_the_first_ones_are_new(engine: Engine, put: Put) -> None:
    put("coast.rss", DocumentKind.FEED, _rss())
    found = engine.digest.now()
    assert found.unread == len(ENTRIES)
    assert [one.chosen.document.title for one in found.items][:3] == ["Tides", "Quartet", "Ledger"]
    for one in found.items:
        document = one.chosen.document
        assert document.feed == "Coast news"
        assert document.minutes == 1
        assert all(sentence in ENTRIES[document.title] for sentence in one.summary)


def test_less_like_an_entry_bars_it_and_what_reads_like_it(engine: Engine, put: Put) -> None:
    put("coast.rss", DocumentKind.FEED, _rss())
    first = engine.digest.now().items[0]
    engine.mind.say(first.offer, Verdict.LESS)
    left = engine.digest.now()
    told = [one.chosen.document.title for one in left.items]
    assert "Tides" not in told
    assert "More tides" not in told
    assert {"Quartet", "Ledger"} <= set(told)
    assert left.held >= 1, "it is told how many are left out for that"
    (said,) = [one for one in engine.digest._parts.offers.history(0) if one.said]
    assert of_kind((said,), Kind.DOCUMENT) == (), "it says nothing of the feed as a document to recommend"
    engine.mind.unsay(first.offer, Verdict.LESS)
    assert "Tides" in _titles(engine)


def test_an_entry_that_was_opened_is_read_and_the_others_are_not(engine: Engine, put: Put) -> None:
    put("coast.rss", DocumentKind.FEED, _rss())
    items = {one.chosen.document.title: one.offer for one in engine.digest.now().items}
    engine.mind.say(items["Quartet"], Verdict.OPENED)
    told = _titles(engine)
    assert "Quartet" not in told
    assert {"Tides", "Ledger"} <= set(told)


def test_an_outline_is_one_document(engine: Engine, put: Put) -> None:
    outline = b'<opml><head><title>Feeds</title></head><body><outline text="Birds of the lake"/></body></opml>'
    put("feeds.opml", DocumentKind.FEED, outline)
    assert engine.digest.now().unread == 1


def test_a_file_without_a_word_is_not_worth_reading(engine: Engine, put: Put) -> None:
    put("empty.txt", DocumentKind.TEXT, b"")
    put("dots.txt", DocumentKind.TEXT, b"... --- ...")
    assert engine.digest.now().items == ()


def test_chinese_takes_its_time_to_read(engine: Engine, put: Put) -> None:
    put("long.txt", DocumentKind.TEXT, ("港口的潮水每天涨落两次，码头的墙在春天加高了半米。" * 100).encode())
    (item,) = engine.digest.now().items
    assert 8 <= item.chosen.document.minutes <= 12  # 2,600 signs, some 260 a minute

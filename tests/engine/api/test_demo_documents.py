"""The demo's documents: real files that are indexed, known as used, and never written over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.documents.digest import digest
from engine.domain.documents import DocumentState
from engine.paths import profile_at


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    built = build_engine(profile_at(tmp_path / "profile"))
    yield built
    built.close()


def test_documents_are_files_indexed_and_known_as_used(engine: Engine, tmp_path: Path) -> None:
    engine.demo.fill(20, seed=1)
    folder = tmp_path / "documents"
    written = engine.demo.write_documents(folder, 20, seed=1)
    assert written > 30
    overview = engine.documents.overview()
    assert overview.indexed == written == sum(path.is_file() for path in folder.rglob("*"))
    assert engine.document_use.match() > 20
    used = engine.document_use.used(0, 2**53)
    assert len(used) > 15
    document = used[0].document
    assert document.state is DocumentState.INDEXED
    assert Path(document.identity.path).is_file()
    assert digest(document.identity) == document.content_hash  # so that indexing finds nothing to read again
    assert document.id in [hit.document.id for hit in engine.documents.search(document.title, typing=False)]


def test_what_is_there_already_stays_as_it_is(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    first = engine.demo.write_documents(folder, 10, seed=1)
    some = next(path for path in folder.rglob("*.md"))
    some.write_text("my own words", encoding="utf-8")
    assert engine.demo.write_documents(folder, 10, seed=1) == 0
    assert some.read_text(encoding="utf-8") == "my own words"
    assert engine.documents.overview().indexed == first
    assert len(engine.documents.folders()) == 1

"""A document that could not be read is read again when a person asks for it, though its file did not change."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from engine.bootstrap import build_engine
from engine.paths import ProfilePaths

PATIENCE_S = 60.0


def _until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_read_again(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    note = desk / "note.html"
    (desk / "plan.txt").write_text("A plan that can be read from the start.", encoding="utf-8")
    good = b"<p>Herons stand in the shallow lake.</p>"
    note.write_bytes(bytes(len(good)))  # no text at all
    os.utime(note, (1_000_000_000, 1_000_000_000))
    with closing(build_engine(ProfilePaths(tmp_path / "profile").ensure())) as engine:
        documents = engine.documents
        documents.add_folder(str(desk))
        assert documents.start_indexing()
        _until(documents.failures)
        [failed] = documents.failures()
        assert failed.reason
        note.write_bytes(good)
        os.utime(note, (1_000_000_000, 1_000_000_000))
        documents.read_again([failed.id])
        _until(lambda: documents.overview().indexed == 2)
        assert documents.failures() == []

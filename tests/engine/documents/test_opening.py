"""What may be handed to the desktop's own programme."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.documents.opening import openable
from engine.domain.documents import Document, DocumentKind, DocumentState, Identity
from engine.domain.errors import UsageError


def document(path: Path) -> Document:
    identity = Identity(str(path))
    return Document(1, 1, identity, DocumentKind.TEXT, DocumentState.INDEXED, "", "", b"", 1, 0)


def test_documents_are_opened_by_their_whole_path(tmp_path: Path) -> None:
    file = tmp_path / "plan; rm -rf x.pdf"
    file.touch()
    assert openable(document(file)) == file


@pytest.mark.parametrize("name", ["a.desktop", "b.Desktop", "d.exe", "e.jar", "f.url"])
def test_what_could_be_run_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(UsageError, match="could be run"):
        openable(document(tmp_path / name))


@pytest.mark.skipif(os.name != "posix", reason="only there files are marked executable")
def test_what_is_marked_executable_or_leads_to_it_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.touch(mode=0o755)
    file.chmod(0o755)
    (tmp_path / "starter.desktop").touch()
    (tmp_path / "letter.odt").symlink_to(tmp_path / "starter.desktop")
    for path in (file, tmp_path / "letter.odt"):
        with pytest.raises(UsageError, match="could be run"):
            openable(document(path))


def test_what_is_gone_or_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not there"):
        openable(document(tmp_path / "gone\x1b[31m.pdf"))
    with pytest.raises(UsageError, match="no file"):
        openable(document(tmp_path))

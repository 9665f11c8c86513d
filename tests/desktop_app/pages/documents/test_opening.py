"""Documents are opened, programs never."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from helpers.fake_documents import document
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app.pages.documents.opening import Opener, url_of
from engine.domain.documents import DocumentKind


class _System(QObject):
    """Takes every file address that is to be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Remember it."""
        self.opened.append(url.toLocalFile())


@pytest.fixture
def system(qapp: object) -> Iterator[_System]:
    made = _System()
    QDesktopServices.setUrlHandler("file", made, cast("Any", "take"))
    yield made
    QDesktopServices.unsetUrlHandler("file")


def _file(folder: Path, name: str, mode: int = 0o644) -> str:
    path = folder / name
    path.write_text("text")
    path.chmod(mode)
    return str(path)


@pytest.mark.parametrize(
    ("name", "kind", "mode", "opens"),
    [
        ("plan.pdf", DocumentKind.PDF, 0o755, True),  # file systems of other makers mark everything as a program
        ("预算 2027.docx", DocumentKind.DOCX, 0o644, True),
        ("tool.py", DocumentKind.CODE, 0o644, True),
        ("tool.py", DocumentKind.CODE, 0o755, False),
        ("notes", DocumentKind.TEXT, 0o700, False),
        ("notes.desktop", DocumentKind.TEXT, 0o644, False),
        ("Setup.EXE", DocumentKind.TEXT, 0o644, False),
    ],
)
def test_what_opens(system: _System, tmp_path: Path, name: str, kind: DocumentKind, mode: int, opens: bool) -> None:
    path = _file(tmp_path, name, mode)
    opener = Opener()
    said: list[str] = []
    opener.said.connect(said.append)
    opener.open(document(1, path, kind))
    assert system.opened == [path if opens else str(tmp_path)]
    assert bool(said) is not opens


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_what_a_link_leads_to_counts(system: _System, tmp_path: Path) -> None:
    (tmp_path / "letter.odt").symlink_to(_file(tmp_path, "starter.desktop"))
    Opener().open(document(1, str(tmp_path / "letter.odt"), DocumentKind.ODT))
    assert system.opened == [str(tmp_path)]


def test_what_is_gone_or_no_file_is_not_opened(system: _System, tmp_path: Path) -> None:
    opener = Opener()
    said: list[str] = []
    opener.said.connect(said.append)
    opener.open(document(1, str(tmp_path / "gone.pdf"), DocumentKind.PDF))
    opener.open(document(1, "/x/\0.pdf", DocumentKind.PDF))
    assert system.opened == []
    assert len(said) == 2
    os.mkfifo(tmp_path / "pipe.pdf")
    opener.open(document(1, str(tmp_path / "pipe.pdf"), DocumentKind.PDF))
    assert system.opened == [str(tmp_path)]


def test_the_path_is_copied_and_its_folder_shown(system: _System, tmp_path: Path) -> None:
    path = _file(tmp_path, "plan.pdf")
    opener = Opener()
    opener.copy_path(document(1, path, DocumentKind.PDF))
    assert QGuiApplication.clipboard().text() == path
    opener.reveal(document(1, path, DocumentKind.PDF))
    assert system.opened == [str(tmp_path)]


def test_a_name_that_is_no_text_keeps_its_bytes() -> None:
    assert bytes(url_of(os.fsdecode(b"/x/\xff #?%.pdf")).toEncoded().data()) == b"file:///x/%FF%20%23%3F%25.pdf"

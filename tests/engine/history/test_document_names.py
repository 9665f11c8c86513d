"""Documents read off the titles of editors, office programs and viewers."""

from __future__ import annotations

from time import thread_time

import pytest

from engine.history.document_names import document_of


@pytest.mark.parametrize(
    ("app", "title", "document"),
    [
        ("code", "● plan.py - atlas - Visual Studio Code", "plan.py"),
        ("gvim", "plan.py + (~/src/x) - GVIM", "~/src/x/plan.py"),
        ("org.gnome.gedit", "*notes.txt (~/Documents) - gedit", "~/Documents/notes.txt"),
        ("jetbrains-pycharm", "atlas – src/plan.py [atlas]", "src/plan.py"),
        ("libreoffice-writer", "季度报告.odt — LibreOffice Writer", "季度报告.odt"),
        ("WINWORD.EXE", "Document1 - Word", "Document1"),
        ("winword", "Offer v2.docx - Word", "Offer v2.docx"),
        ("wps", "预算.xlsx - WPS Office", "预算.xlsx"),
        ("obsidian", "water plan 2 - notes - Obsidian", "water plan 2"),
        ("org.gnome.Evince", "paper.pdf", "paper.pdf"),
        ("code", "Welcome - Visual Studio Code", ""),
        ("code", "Version 1.95 - Visual Studio Code", ""),
        ("firefox", "paper.pdf — Mozilla Firefox", ""),
        ("code", "", ""),
        ("", "plan.py", ""),
    ],
)
def test_document_of(app: str, title: str, document: str) -> None:
    assert document_of(app, title) == document


def test_a_huge_title_costs_nothing() -> None:
    began = thread_time()
    for part in ("a - ", "a.b ", "(~/", "* ", "[x] "):
        document_of("code", part * 30_000)
    assert thread_time() - began < 0.2

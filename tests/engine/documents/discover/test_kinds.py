"""Names tell kinds."""

from __future__ import annotations

import pytest

from engine.documents.discover.kinds import kind_of
from engine.domain.documents import DocumentKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("paper.PDF", DocumentKind.PDF),
        ("报告.docx", DocumentKind.DOCX),
        ("a.b.md", DocumentKind.MARKDOWN),
        ("README", DocumentKind.TEXT),
        ("Makefile", DocumentKind.CODE),
        ("feed.rss", DocumentKind.FEED),
        ("mail.eml", DocumentKind.EMAIL),
        ("inbox.mbox", DocumentKind.MBOX),
        ("film.srt", DocumentKind.SUBTITLES),
        ("work.ipynb", DocumentKind.NOTEBOOK),
        ("photo.jpg", None),
        ("noext", None),
        (".pdf", None),
        ("pdf", None),
        ("archive.tar.gz", None),
    ],
)
def test_names_tell_kinds(name: str, kind: DocumentKind | None) -> None:
    assert kind_of(name) is kind


def test_every_kind_has_a_name() -> None:
    names = "pdf docx pptx xlsx odt html md rst txt py eml mbox epub ipynb srt opml".split()
    assert {kind_of(f"x.{name}") for name in names} == set(DocumentKind)

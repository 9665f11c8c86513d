"""One honest document of every kind, as the programs that write them do, with the same words in each."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import xlsxwriter
from reportlab.pdfgen.canvas import Canvas

from engine.domain.documents import DocumentKind

WORDS = "The heron waits in the shallow water; 苍鹭在浅水中等待。"
LATIN = "The heron waits in the shallow water"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Birds</dc:title></cp:coreProperties>'
)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def added(archive: bytes, members: Mapping[str, str]) -> bytes:
    """Return the archive with further members."""
    file = io.BytesIO(archive)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return file.getvalue()


def relations(**targets: str) -> str:
    """Return relations by id, each `kind target`."""
    told = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/{value.split()[0]}" Target="{value.split()[1]}"/>'
        for key, value in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{told}</Relationships>'


def paragraph(text: str, style: str = "") -> str:
    told = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{told}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str, **more: str | bytes) -> bytes:
    styles = (
        f'<w:styles xmlns:w="{_W}"><w:style w:styleId="u1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="t"><w:name w:val="Title"/></w:style></w:styles>'
    )
    return packed({
        "_rels/.rels": relations(r1="officeDocument word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relations(s="styles styles.xml", n="footnotes footnotes.xml"),
        "word/styles.xml": styles,
        "word/footnotes.xml": f'<w:n xmlns:w="{_W}"><w:footnote>{paragraph("A note.")}</w:footnote></w:n>',
        "docProps/core.xml": _CORE,
        **more,
    })  # fmt: skip


def _table() -> str:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("bird", "legs"))
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def slide(title: str, text: str) -> str:
    return (
        '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree>'
        f'<p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:r><a:t>{title}</a:t></a:r></a:p></p:sp>'
        f"<p:sp><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sp></p:spTree></p:cSld></p:sld>"
    )


def pptx(**more: str) -> bytes:
    ids = "".join(f'<p:sldId xmlns:r="{_RELATION}" r:id="{key}"/>' for key in ("b", "a", "b"))
    return packed(
        {
            "ppt/presentation.xml": '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
            f"<p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(a="slide slides/slide1.xml", b="slide slides/slide2.xml"),
            "ppt/slides/slide1.xml": slide("Second", WORDS),
            "ppt/slides/slide2.xml": slide("First", "Birds of the lake"),
            "ppt/slides/_rels/slide1.xml.rels": relations(n="notesSlide ../notesSlides/notesSlide1.xml"),
            "ppt/notesSlides/notesSlide1.xml": slide("", "Speak slowly"),
            **more,
        }
    )


def xlsx() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.set_properties({"title": "Birds"})
        sheet = book.add_worksheet("Lake")
        sheet.write_row(0, 0, ["Bird", "Count", WORDS])
        sheet.write_row(9, 3, ["heron", 12, True])
        book.add_worksheet("Empty")
    return file.getvalue()


def odt(body: str, kind: str = "text") -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name if name != "draw" else "drawing"}:1.0"'
        for name in ("office", "text", "table", "draw")
    )
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document {names}><office:body>{body}</office:body></office:document>",
            "meta.xml": '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Birds</dc:title></m>',
        }
    )


def epub(chapter: str) -> bytes:
    item = '<item id="{0}" href="{0}.xhtml" media-type="application/xhtml+xml"/>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="OPS/book.opf"/></container>',
            "OPS/book.opf": "<package><metadata><title>Birds</title></metadata>"
            f"<manifest>{item.format('two')}{item.format('one')}</manifest>"
            '<spine><itemref idref="one"/><itemref idref="two"/></spine></package>',
            "OPS/one.xhtml": "<html><body><h2>Beginning</h2><p>Of the lake&nbsp;and its birds</p></body></html>",
            "OPS/two.xhtml": chapter,
        }
    )


def pdf(
    pages: tuple[str, ...] = (LATIN, "Second page"),
    title: str = "Birds",
    password: str = "",
    bookmarks: tuple[tuple[int, str], ...] = ((0, "Chapter 1"), (1, "Chapter 2")),
) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=password or None)
    canvas.setTitle(title)
    for number, text in enumerate(pages):
        for page, name in bookmarks:
            if page == number:
                canvas.bookmarkPage(name)
                canvas.addOutlineEntry(name, name)
        written = canvas.beginText(72, 700)
        written.textLines(text)
        canvas.drawText(written)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def message(subject: str = "Birds") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ännchen <a@example.org>", "b@example.org", subject
    mail.set_content(WORDS)
    mail.add_alternative(f"<p>not this <b>{WORDS}</b></p>", subtype="html")
    mail.add_attachment(b"\0\1", maintype="application", subtype="pdf", filename="heron.pdf")
    return bytes(mail)


def mbox() -> bytes:
    start = b"From a@example.org Thu Jan  1 00:00:00 2026\n"
    return start + message() + b"\n" + start + message("More birds") + b"\n"


PAGE = f"""<!DOCTYPE html><html><head><title>Birds &amp; lakes</title><style>p {{}}</style></head><body>
<h1>Herons</h1><p>{WORDS}</p><script>var hidden = "<p>secret</p>";</script><ul><li>one<li>two</ul>
<h2>Legs</h2>long&nbsp;ones
</body></html>"""

DOCUMENTS: dict[DocumentKind, bytes] = {
    DocumentKind.PDF: pdf(),
    DocumentKind.DOCX: docx(
        paragraph("All about birds", "t") + paragraph("Herons", "u1") + paragraph(WORDS) + _table()
    ),
    DocumentKind.PPTX: pptx(),
    DocumentKind.XLSX: xlsx(),
    DocumentKind.ODT: odt(f'<text:h>Herons</text:h><text:p>{WORDS}<text:s text:c="2"/>!</text:p>'),
    DocumentKind.EPUB: epub(f"<html><body><h1>Herons</h1><p>{WORDS}</p></body></html>"),
    DocumentKind.HTML: PAGE.encode(),
    DocumentKind.MARKDOWN: (
        f"# Birds\n\nOf [lakes](https://example.org/x)\n\nHerons\n------\n{WORDS}\n\n```\n# code\n```\n".encode()
    ),
    DocumentKind.RST: f"Birds\n=====\n\n.. note:: Careful\n\nHerons\n------\n\n{WORDS} :ref:`lake`\n".encode(),
    DocumentKind.TEXT: f"Herons\n\n{WORDS}\n".encode(),
    DocumentKind.CODE: f'"""{WORDS}"""\n\n\ndef herons(lake):\n    return lake.birds\n'.encode(),
    DocumentKind.EMAIL: message(),
    DocumentKind.MBOX: mbox(),
    DocumentKind.NOTEBOOK: json.dumps({
        "cells": [
            {"cell_type": "markdown", "source": ["# Herons\n", WORDS]},
            {"cell_type": "code", "source": "6 * 7", "outputs": [{"data": {"text/plain": ["42"]}}]},
        ],
        "nbformat": 4,
    }).encode(),
    DocumentKind.SUBTITLES: (
        f"1\n00:00:01,000 --> 00:00:03,500\n<i>{WORDS}</i>\n\n2\n00:05:00,000 --> 00:05:01,000\nLate\n".encode()
    ),
    DocumentKind.FEED: (
        '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "rss.dtd"><rss><channel><title>Birds</title><item>'
        f"<title>Herons</title><description>&lt;p&gt;{WORDS}&lt;/p&gt;</description></item></channel></rss>"
    ).encode(),
}  # fmt: skip

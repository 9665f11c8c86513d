"""Files made to hurt whoever reads them: each is written into a folder of the test's own."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from helpers import sample_documents as samples

from engine.domain.documents import DocumentKind

DEEP = 100_000
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Nasty:
    """One such file: what it is read as, what it holds, and words of the reason, empty where it must be read."""

    name: str
    kind: DocumentKind
    make: Callable[[], bytes]
    reason: str = ""
    either: bool = False  # read or refused, as long as it ends well


def _zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def ratio_bomb() -> bytes:
    """Return a document of 50 MB of the same letter, some 50 kB packed."""
    return samples.docx("", **{"word/document.xml": b"<d>" + b"a" * 50_000_000 + b"</d>"})


def nested_bomb() -> bytes:
    """Return archives within an archive, ten in each."""
    inner = _zip({"a": b"\0" * 1_000_000})
    for _ in range(3):
        inner = _zip({f"{number}.zip": inner for number in range(10)})
    return samples.docx(samples.paragraph(samples.WORDS), **{"word/embeddings/a.zip": inner})


def overlapping_bomb() -> bytes:
    """Return an archive in which every entry of the directory points to the same packed bytes."""
    data = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = data.compress(b"\0" * 1_000_000) + data.flush()
    check = zlib.crc32(b"\0" * 1_000_000)
    sizes = struct.pack("<III", check, len(packed), 1_000_000)
    local = struct.pack("<IHHHHH", 0x04034B50, 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", 17, 0)
    body = local + b"word/document.xml" + packed
    entry = struct.pack("<IHHHHHH", 0x02014B50, 20, 20, 0, 8, 0, 0) + sizes
    names = [b"word/document.xml"] + [b"word/docum%04d.xml" % number for number in range(3_000)]
    directory = b"".join(entry + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name for name in names)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(names), len(names), len(directory), len(body), 0)
    return body + directory + end


def many_members() -> bytes:
    """Return an archive of 50,000 empty members."""
    entry = b"PK\1\2" + b"\0" * 24 + struct.pack("<HHHHHII", 5, 0, 0, 0, 0, 0, 0)
    directory = b"".join(entry + b"%05d" % number for number in range(50_000))
    return directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 50_000, 50_000, len(directory), 0, 0)


def bad_names() -> bytes:
    """Return a document among members whose names lead elsewhere or are no names."""
    names = ["../../../../etc/passwd", "/etc/passwd", "word/../../x", "C:\\x", "\1", "a" * 60_000, "\u202egnp.exe", " "]
    return samples.docx(samples.paragraph(samples.WORDS), **dict.fromkeys(names, b"x"))


def locked_zip() -> bytes:
    """Return an archive whose members say that they are encrypted."""
    data = bytearray(samples.docx(samples.paragraph("x")))
    for mark, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def laughs(root: str = "rss") -> bytes:
    """Return a billion laughs in an XML document."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = f"<{root}><channel><title>&l9;</title></channel></{root}>"
    return f'<!DOCTYPE {root} [<!ENTITY l0 "lol">{entities}]>{body}'.encode()


def outside() -> bytes:
    """Return an XML document that asks for a file of this machine."""
    return b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>'


def deep_xml() -> bytes:
    return b"<rss>" + b"<a>" * DEEP + b"</a>" * DEEP + b"</rss>"


def deep_docx() -> bytes:
    return samples.docx("<w:p>" * DEEP + "</w:p>" * DEEP)


def deep_mime() -> bytes:
    """Return a message of multiparts within each other."""
    lines = [f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(DEEP)]
    return ("From: a\nSubject: deep\n" + "".join(lines) + "\nwords\n").encode()


def deep_json(mark: str = "[") -> bytes:
    return b'{"cells": ' + mark.encode() * DEEP


def deep_pdf() -> bytes:
    """Return a PDF file whose catalogue is arrays within each other."""
    return b"%PDF-1.7\n1 0 obj" + b"[" * DEEP + b"]" * DEEP + b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def looping_pdf() -> bytes:
    """Return a PDF file whose tree of pages, outline and streams lead back to themselves."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 99999999>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 3 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"4 0 obj<</First 5 0 R/Last 5 0 R>>endobj\n5 0 obj<</Title(x)/Next 5 0 R/First 4 0 R/Parent 5 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Prev 0>>\n%%EOF"
    )


def pdf_bomb() -> bytes:
    """Return a PDF file whose page is a stream packed twice over, 40 MB when unpacked."""
    data = b"BT /F 12 Tf (x) Tj ET\n" + b" " * 40_000_000
    for _ in range(2):
        data = zlib.compress(data, 9)
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter[/FlateDecode"
        b"/FlateDecode]/Length " + str(len(data)).encode() + b">>stream\n" + data + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


def empty_cells() -> bytes:
    """Return a workbook of two million cells with nothing in them."""
    row = "<row>" + '<c r="A1" s="1"/>' * 1_000 + "</row>"
    return _workbook(f"<worksheet><sheetData>{row * 2_000}</sheetData></worksheet>")


def _workbook(sheet: str) -> bytes:
    book = '<workbook xmlns:r="r"><sheets><sheet name="s" r:id="a"/></sheets></workbook>'
    return samples.packed(
        {
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": samples.relations(a="worksheet worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


def wild_numbers() -> bytes:
    """Return a workbook that names shared strings there are none of."""
    cells = "".join(f'<c t="s"><v>{told}</v></c>' for told in ("9" * 5_000, "-1", "7", "\u0663", "x"))
    return _workbook(f"<worksheet><sheetData><row>{cells}<c><v>5</v></c></row></sheetData></worksheet>")


def looping_slides() -> bytes:
    """Return a presentation whose slides and notes are related to themselves and each other."""
    loop = samples.relations(n="notesSlide ../slides/slide1.xml", s="slide slide2.xml", p="slide ../presentation.xml")
    return samples.pptx(**{f"ppt/slides/_rels/slide{number}.xml.rels": loop for number in (1, 2)})


def spaces_bomb() -> bytes:
    return samples.odt('<text:p>a<text:s text:c="999999999"/>b<text:s text:c="1e9"/></text:p>' * 100)


def endless_mbox() -> bytes:
    return b"From a\nSubject: one\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n" + b"words\n" * 200_000


def noise(size: int = 300_000) -> bytes:
    return random.Random(1).randbytes(size)


def _cut(kind: DocumentKind, share: float) -> Callable[[], bytes]:
    return lambda: samples.DOCUMENTS[kind][: int(len(samples.DOCUMENTS[kind]) * share)]


def _odd_tags(opening: bytes, closing: bytes) -> Callable[[], bytes]:
    return lambda: opening * DEEP + samples.WORDS.encode() + closing * DEEP


K = DocumentKind
CORPUS = [
    Nasty("ratio bomb", K.DOCX, ratio_bomb, "unpacks"),
    Nasty("nested bomb", K.DOCX, nested_bomb),
    Nasty("overlapping bomb", K.DOCX, overlapping_bomb, "unpacks"),
    Nasty("many members", K.EPUB, many_members, "unpacks"),
    Nasty("bad names", K.DOCX, bad_names),
    Nasty("locked archive", K.DOCX, locked_zip, "password"),
    Nasty("old format", K.DOCX, lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_096, "old format"),
    Nasty("unknown packing", K.DOCX, lambda: _zip({"word/document.xml": b"<d/>" * 99}, zipfile.ZIP_LZMA), "damaged"),
    Nasty("billion laughs", K.FEED, laughs, "unpacks"),
    Nasty("laughs in a document", K.DOCX, lambda: samples.docx("", **{"word/document.xml": laughs("d")}), "unpacks"),
    Nasty("entity from outside", K.FEED, outside, "unpacks"),
    Nasty("deep XML", K.FEED, deep_xml, "nested"),
    Nasty("deep document", K.DOCX, deep_docx, "nested"),
    Nasty("deep page", K.HTML, _odd_tags(b"<div>", b"</div>")),
    Nasty("page of unclosed comments", K.HTML, _odd_tags(b"<!--<", b""), either=True),
    Nasty("page of unclosed tags", K.HTML, _odd_tags(b'<a "', b""), either=True),
    Nasty("page of declarations", K.HTML, _odd_tags(b"<![", b""), either=True),
    Nasty("deep JSON", K.NOTEBOOK, deep_json, "nested"),
    Nasty("deep JSON of objects", K.NOTEBOOK, lambda: deep_json('{"a":'), "nested"),
    Nasty("large number", K.NOTEBOOK, lambda: b'{"cells": [' + b"9" * 1_000_000 + b"]}", "damaged"),
    Nasty("notebook that is none", K.NOTEBOOK, lambda: json.dumps({"cells": [1, None, {"source": 3}]}).encode()),
    Nasty("deep MIME", K.EMAIL, deep_mime, "nested"),
    Nasty("deep PDF", K.PDF, deep_pdf, "damaged"),
    Nasty("looping PDF", K.PDF, looping_pdf, either=True),
    Nasty("PDF bomb", K.PDF, pdf_bomb, either=True),
    Nasty("encrypted PDF", K.PDF, lambda: samples.pdf(password="heron"), "password"),  # noqa: S106
    *(Nasty(f"PDF cut at {share}", K.PDF, _cut(K.PDF, share), either=True) for share in (0.1, 0.5, 0.9)),
    Nasty("empty PDF", K.PDF, lambda: b"", "damaged"),
    Nasty("cut workbook", K.XLSX, _cut(K.XLSX, 0.8), "damaged"),
    Nasty("empty cells", K.XLSX, empty_cells, either=True),
    Nasty("wild numbers", K.XLSX, wild_numbers),
    Nasty("looping slides", K.PPTX, looping_slides),
    Nasty("spaces", K.ODT, spaces_bomb),
    Nasty("mailbox without end", K.MBOX, endless_mbox),
    Nasty("mailbox of beginnings", K.MBOX, lambda: b"From a\n\n" * 30_000, either=True),
    Nasty("endless line", K.TEXT, lambda: b"heron" * 1_000_000),
    Nasty("control characters", K.TEXT, lambda: b"\x01" * 1_000_000, "no text"),
    Nasty("scattered controls", K.TEXT, lambda: b"words\x01\x1b of text " * 100_000, either=True),
    Nasty("noise", K.TEXT, noise, "no text"),
    Nasty("empty lines", K.MARKDOWN, lambda: b"\n \n" * 500_000),
    Nasty("open brackets", K.MARKDOWN, lambda: b"[" * 300_000 + b"](" * 300_000),
    Nasty("underlines", K.RST, lambda: b"=" * 1_000_000 + b"\n`" + b"`a <" * 100_000),
    Nasty("code of one line", K.CODE, lambda: b"def " * 500_000),
    Nasty("arrows", K.SUBTITLES, lambda: b"00:00:00,0 --> 99:99:99,9\n" * 50_000 + b"<" * 300_000),
    Nasty("header without end", K.EMAIL, lambda: b"Subject: " + b"=?utf-8?b?YQ==?= " * 100_000, either=True),
    *(Nasty(f"noise as {kind}", kind, noise, either=True) for kind in (K.PDF, K.HTML, K.CODE, K.MARKDOWN, K.RST)),
    *(
        Nasty(f"noise as {kind}", kind, noise, "damaged")
        for kind in (K.DOCX, K.PPTX, K.XLSX, K.ODT, K.EPUB, K.MBOX, K.EMAIL, K.FEED)
    ),
]  # fmt: skip

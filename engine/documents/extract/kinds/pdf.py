"""PDF files by PDFium: page by page, under the bookmarks that lead to them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble

# Nobody hears it, and it would write where nothing may be written.
logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)

_MOST_PAGES = 20_000
_MOST_BOOKMARKS = 10_000
_DEEPEST_BOOKMARK = 10
_DIVIDED = re.compile("[\x02\ufffe\u00ad](?:\r?\n)?")  # where a word was divided at the end of a line
_PROGRAM = re.compile(r"^(?:microsoft word|microsoft powerpoint|untitled|slide \d|[^\s]+\.[a-z]{2,5}$)", re.IGNORECASE)
_HEAD = 1_024


def read(data: bytes, sink: Sink) -> None:
    """Read a PDF file."""
    document = _opened(data)
    named = document.get_metadata_value("Title")
    if not _PROGRAM.match(named.strip()):
        sink.call(named)
    bookmarks = list(_bookmarks(document))
    begins, ends = dict(reversed(bookmarks)), dict(bookmarks)  # the first and the last bookmark of each page
    unread, pages, heading = 0, min(len(document), _MOST_PAGES), ""
    for number in range(pages):
        sink.page(number + 1)
        sink.heading(begins.get(number, heading))
        heading = ends.get(number, heading)
        text = _page(document, number)
        unread += text is None
        sink.paragraph(text or "")
    if unread and unread == pages:
        raise Refused(Trouble.DAMAGED, "no page")


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Refused(Trouble.PASSWORD) from None
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise Refused(Trouble.PASSWORD, "unknown protection") from None
        detail = "damaged" if b"%PDF-" in data[:_HEAD] else "no PDF"
        raise Refused(Trouble.DAMAGED, detail) from None


def _bookmarks(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, str]]:
    """Yield pages from 0 and the bookmarks that lead to them, in order; a damaged outline costs headings only."""
    for _, bookmark in zip(range(_MOST_BOOKMARKS), document.get_toc(_DEEPEST_BOOKMARK), strict=False):
        place = bookmark.get_dest()
        page = place.get_index() if place is not None else None
        if page is not None and page >= 0:
            yield page, bookmark.get_title()


def _page(document: pypdfium2.PdfDocument, number: int) -> str | None:
    """Return a page's text, None where it cannot be read."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    try:
        return _DIVIDED.sub("", text_page.get_text_bounded())
    finally:
        text_page.close()
        page.close()


def sample() -> bytes:
    """Return a small file with a font that is not embedded, so that PDFium has looked for fonts."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length 33>>stream\nBT /F 12 Tf 9 9 Td (words) Tj ET \nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    ]
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj%s endobj\n" % told for told in enumerate(parts, start=1))
        + (b"trailer<</Root 1 0 R>>\n%%EOF\n")
    )

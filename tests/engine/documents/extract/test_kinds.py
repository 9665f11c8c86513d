"""What each kind of document says: its title, and its text under its headings and pages."""

from __future__ import annotations

import pytest
from helpers import sample_documents as samples
from helpers.sample_documents import DOCUMENTS, LATIN, WORDS

from engine.documents.chunk import chunks_of
from engine.documents.extract.readers import FAMILIES, Family, load
from engine.documents.extract.sink import Allowance, Sink
from engine.documents.extract.troubles import Refused, Trouble
from engine.domain.documents import DocumentKind, Extracted, Piece

READERS = {kind: reader for family in Family for kind, reader in load(family)[0].items()}
LETTER = "From: Ännchen <a@example.org>\nTo: b@example.org\nSubject: {}\n\n" + WORDS + "\n\nheron.pdf"

SAID: dict[DocumentKind, tuple[str, list[tuple[int | None, str, str]]]] = {
    DocumentKind.PDF: ("Birds", [(1, "Chapter 1", LATIN), (2, "Chapter 2", "Second page")]),
    DocumentKind.DOCX: (
        "Birds",
        [(None, "", "All about birds"), (None, "Herons", f"{WORDS}\n\nbird\tlegs"), (None, "", "A note.")],
    ),
    DocumentKind.PPTX: (
        "First",
        [(1, "First", "Birds of the lake"), (2, "Second", f"{WORDS}\n\nSpeak slowly")],
    ),
    DocumentKind.XLSX: ("Birds", [(None, "Lake", f"Bird\tCount\t{WORDS}\nheron\t12"), (None, "Empty", "Empty")]),
    DocumentKind.ODT: ("Birds", [(None, "Herons", f"{WORDS}  !")]),
    DocumentKind.EPUB: ("Birds", [(None, "Beginning", "Of the lake and its birds"), (None, "Herons", WORDS)]),
    DocumentKind.HTML: ("Birds & lakes", [(None, "Herons", f"{WORDS}\n\none\n\ntwo"), (None, "Legs", "long ones")]),
    DocumentKind.MARKDOWN: ("Birds", [(None, "Birds", "Of lakes"), (None, "Herons", f"{WORDS}\n\n# code")]),
    DocumentKind.RST: ("Birds", [(None, "Birds", "Careful"), (None, "Herons", f"{WORDS} lake")]),
    DocumentKind.TEXT: ("", [(None, "", f"Herons\n\n{WORDS}")]),
    DocumentKind.CODE: (
        "",
        [(None, "", f'"""{WORDS}"""'), (None, "herons", "def herons(lake):\n    return lake.birds")],
    ),
    DocumentKind.EMAIL: ("Birds", [(None, "Birds", LETTER.format("Birds"))]),
    DocumentKind.MBOX: (
        "",
        [(None, "Birds", LETTER.format("Birds")), (None, "More birds", LETTER.format("More birds"))],
    ),
    DocumentKind.NOTEBOOK: ("Herons", [(None, "Herons", f"{WORDS}\n\n6 * 7\n\n42")]),
    DocumentKind.SUBTITLES: ("", [(None, "0:00:01", WORDS), (None, "0:05:00", "Late")]),
    DocumentKind.FEED: ("Birds", [(None, "", "Birds"), (None, "Herons", WORDS)]),
}


def said(kind: DocumentKind, data: bytes) -> tuple[str, list[tuple[int | None, str, str]]]:
    sink = Sink(Allowance())
    READERS[kind](data, sink)
    sink.flush()
    return sink.title, [
        (page, heading.decode(), text.decode().replace("\r\n", "\n")) for page, heading, text in sink.pieces
    ]


def text(kind: DocumentKind, data: bytes | str) -> str:
    return "\n\n".join(text for _, _, text in said(kind, data.encode() if isinstance(data, str) else data)[1])


@pytest.mark.parametrize("kind", DocumentKind)
def test_each_kind_says_what_it_holds(kind: DocumentKind) -> None:
    assert said(kind, DOCUMENTS[kind]) == SAID[kind]


def test_every_kind_has_one_reader_and_a_sample_that_is_read() -> None:
    assert sorted(kind for kinds in FAMILIES.values() for kind in kinds) == sorted(DocumentKind)
    for family in Family:
        readers, small = load(family)
        for kind in readers:
            assert said(kind, small[kind])[1]


def test_deleted_and_doubled_words_of_a_document_are_left_out() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        '<w:r><w:tab/><w:t>line</w:t><w:br/></w:r><mc:A xmlns:mc="m"><mc:Choice><w:r><w:t>box</w:t></w:r></mc:Choice>'
        "<mc:Fallback><w:r><w:t>box</w:t></w:r></mc:Fallback></mc:A></w:p>"
    )
    assert text(DocumentKind.DOCX, samples.docx(body)) == "new\tline\nbox\n\nA note."


def test_slides_and_sheets_of_open_documents() -> None:
    slides = "<draw:page><text:p>one</text:p></draw:page><draw:page><text:h>Two</text:h></draw:page>"
    assert said(DocumentKind.ODT, samples.odt(slides, "presentation"))[1] == [(1, "", "one"), (2, "Two", "Two")]
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    sheet = f'<table:table table:name="Lake">{row.format("heron")}{row.format("")}{row.format("12")}</table:table>'
    assert said(DocumentKind.ODT, samples.odt(sheet, "spreadsheet"))[1] == [(None, "Lake", "heron\n\n12")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a<b>c</b>d", "acd"),
        ("1 < 2 &amp;&#x41; <3", "1 < 2 &A <3"),
        ("<td>a</td><td>b</td>", "a\tb"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>a\n   b<br>c", "a b\nc"),
        ("a<script>if (1 < 2) '</p>'</script>b", "ab"),
        ("a<STYLE>p</style >b<!-- no > -- > -->c", "abc"),
        ('<img src="x" alt="a heron">', "a heron"),
        ('<p title="a > b">c', "c"),
        ('<p title="never closed>a<p>b', "a\n\nb"),
        ("<![CDATA[a < b]]>c<?php x ?>d", "a < bcd"),
        ("<head><meta x><p>no end of the head", "no end of the head"),
        ("<svg><title>no</title></svg>a<select><option>no</select>b", "ab"),
        ("a<p", "a"),
        ("a<!--", "a"),
    ],
)
def test_pages_as_they_are_written(page: str, expected: str) -> None:
    assert text(DocumentKind.HTML, page) == expected


def test_the_title_of_a_text_is_in_its_front_matter() -> None:
    assert said(DocumentKind.MARKDOWN, b'---\ndate: x\ntitle: "Lakes"\n---\n# Herons\ntext')[0] == "Lakes"
    assert said(DocumentKind.MARKDOWN, b"---\nno end\n\ntext")[0] == ""


def test_a_library_of_feeds_is_an_outline() -> None:
    outline = '<opml><head><title>Feeds</title></head><body><outline text="Birds" xmlUrl="x:y"/></body></opml>'
    assert said(DocumentKind.FEED, outline.encode()) == ("Feeds", [(None, "", "Feeds\n\nBirds\nx:y")])
    atom = '<feed xmlns="a"><title>A</title><entry><title>B</title><content><p>c</p><p>d</p></content></entry></feed>'
    assert said(DocumentKind.FEED, atom.encode())[1] == [(None, "", "A"), (None, "B", "c d")]


def test_each_entry_of_a_feed_stands_under_its_own_title() -> None:
    entries = (
        "<item><description>&lt;h2&gt;Inside&lt;/h2&gt;&lt;p&gt;text of one&lt;/p&gt;</description>"
        "<title>One</title></item>"
        "<item><description>&lt;p&gt;No title here&lt;/p&gt;</description></item><item><title>Three</title></item>"
    )
    told = said(DocumentKind.FEED, f"<rss><channel><title>F</title>{entries}</channel></rss>".encode())[1]
    assert [heading for _, heading, _ in told] == ["", "One", "No title here", "Three"]
    assert "Inside" in told[1][2], "a heading within an entry begins no other"
    chunks = chunks_of(Extracted("F", tuple(Piece(text, heading) for _, heading, text in told)), DocumentKind.FEED)
    assert [one.heading for one in chunks] == ["", "One", "No title here", "Three"]


def test_words_divided_at_the_end_of_a_line_are_whole_in_a_pdf() -> None:
    assert text(DocumentKind.PDF, samples.pdf(("The heron divi-\nded the water",))) == "The heron divided the water"
    assert said(DocumentKind.PDF, samples.pdf(title="Microsoft Word - x.doc"))[0] == ""


def test_a_page_stands_under_its_first_bookmark_or_the_last_one_before() -> None:
    file = samples.pdf(("one", "two", "three"), bookmarks=((0, "A"), (0, "B"), (2, "C"), (2, "D")))
    assert said(DocumentKind.PDF, file)[1] == [(1, "A", "one"), (2, "B", "two"), (3, "C", "three")]


@pytest.mark.parametrize(
    "file",
    [
        "WEBVTT\n\nNOTE not this\n\n00:05.000 --> 00:06.000 align:left\n<v Ann>The heron\nwaits\n",
        "0:00:05.000,0:00:06.000\nThe heron\nwaits\n",
        "[Events]\nFormat: Layer, Start\nDialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,{\\i1}The heron\\Nwaits\n",
    ],
)
def test_subtitles_of_every_form(file: str) -> None:
    assert said(DocumentKind.SUBTITLES, file.encode())[1] == [(None, "0:00:05", "The heron\nwaits")]


@pytest.mark.parametrize("kind", [DocumentKind.FEED, DocumentKind.MBOX, DocumentKind.SUBTITLES, DocumentKind.EMAIL])
def test_what_is_something_else_is_refused(kind: DocumentKind) -> None:
    with pytest.raises(Refused) as refusal:
        said(kind, b"<html>just a page</html>")
    assert refusal.value.trouble is Trouble.DAMAGED


def test_protected_books_and_documents_say_so() -> None:
    locked = '<encryption><CipherReference URI="OPS/one.xhtml"/><CipherReference URI="OPS/two.xhtml"/></encryption>'
    for kind, data in {
        DocumentKind.EPUB: samples.added(DOCUMENTS[DocumentKind.EPUB], {"META-INF/encryption.xml": locked}),
        DocumentKind.ODT: samples.added(
            DOCUMENTS[DocumentKind.ODT], {"META-INF/manifest.xml": "<m><encryption-data/></m>"}
        ),
    }.items():
        with pytest.raises(Refused) as refusal:
            said(kind, data)
        assert refusal.value.trouble is Trouble.PASSWORD


def test_a_damaged_part_costs_itself_only() -> None:
    slides = samples.pptx(**{"ppt/slides/slide2.xml": "<p:sld><broken", "docProps/core.xml": "<"})
    assert said(DocumentKind.PPTX, slides) == ("Second", [(2, "Second", f"{WORDS}\n\nSpeak slowly")])
    with pytest.raises(Refused):
        said(DocumentKind.PPTX, samples.pptx(**dict.fromkeys(("ppt/slides/slide1.xml", "ppt/slides/slide2.xml"), "<")))

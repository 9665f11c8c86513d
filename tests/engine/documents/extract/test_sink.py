"""What is taken of a document is tidy, bounded and cut where words end."""

from __future__ import annotations

import pytest

from engine.documents.extract.sink import Allowance, Full, Sink, label, tidy


def filled(allowance: Allowance, *paragraphs: str) -> tuple[list[str], bool]:
    sink = Sink(allowance)
    try:
        for paragraph in paragraphs:
            sink.paragraph(paragraph)
        sink.flush()
    except Full:
        return [text.decode() for _, _, text in sink.pieces], True
    return [text.decode() for _, _, text in sink.pieces], False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x1b[1mc", "a b [1mc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeffsoft\u00adhyphen \u202egnp.exe", "softhyphen  gnp.exe"),
        ("half \ud800 character", "half   character"),
        ("\ufb01nd the \ufb02oor", "find the floor"),
        ("a\n \n\t\n\n\nb", "a\n\nb"),
        ("苍鹭 𝕏 👩‍🔬", "苍鹭 𝕏 👩‍🔬"),
    ],
)
def test_text_is_tidied(text: str, expected: str) -> None:
    assert tidy(text) == expected


def test_labels_are_one_short_line() -> None:
    assert label(" a\n b ") == "a b"
    assert len(label("x" * 10_000)) == 400


def test_long_text_is_cut_where_a_word_ends() -> None:
    pieces, cut = filled(Allowance(), "heron " * 20_000)
    assert not cut
    assert max(map(len, pieces)) <= 50_000
    assert all(piece.split() == ["heron"] * (len(piece.split())) for piece in pieces)
    assert "".join(pieces).split() == ["heron"] * 20_000


def test_no_more_than_allowed_is_taken() -> None:
    assert filled(Allowance(text_bytes=8), "苍鹭鹭", "more") == (["苍鹭"], True)
    pieces, cut = filled(Allowance(pieces=2), *["x" * 60_000] * 9)
    assert (len(pieces), cut) == (2, True)
    assert filled(Allowance(seconds=-1), "x") == ([], True)


def test_headings_and_pages_part_pieces_and_a_bare_heading_is_one() -> None:
    sink = Sink(Allowance())
    sink.page(1)
    sink.heading("Bare")
    sink.heading("Full")
    sink.paragraph("a")
    sink.page(2)
    sink.paragraph("b")
    sink.leave_heading()
    sink.paragraph("c")
    sink.flush()
    assert sink.pieces == [(1, b"Bare", b"Bare"), (1, b"Full", b"a"), (2, b"Full", b"b"), (2, b"", b"c")]


def test_the_first_title_that_says_something_stays() -> None:
    sink = Sink(Allowance())
    for title in ("", " \n", "First", "Second"):
        sink.call(title)
    assert sink.title == "First"

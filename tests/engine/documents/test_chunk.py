"""Chunks: nothing is lost, none is too large, headings and pages hold."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.documents.chunk import LONGEST, OVERLAP, WANTED, chunks_of, token_count
from engine.domain.documents import Extracted, Piece

_SENTENCE = "The quick brown fox number {} jumps over the lazy dog near the river bank at noon."


def document(*pieces: Piece) -> Extracted:
    return Extracted("title", pieces)


def long_text(sentences: int = 100) -> str:
    return " ".join(_SENTENCE.format(number) for number in range(sentences))


def test_a_short_document_is_one_chunk_as_it_is() -> None:
    (chunk,) = chunks_of(document(Piece("One line.\nAnother line.\n\nA paragraph.")))
    assert chunk.text == "One line.\nAnother line.\n\nA paragraph."
    assert chunk.position == 0


def test_nothing_written_gives_no_chunk() -> None:
    assert chunks_of(document()) == []
    assert chunks_of(document(Piece(" \n\n\t "), Piece(""))) == []


def test_running_text_is_cut_between_sentences_and_overlaps() -> None:
    chunks = chunks_of(document(Piece(long_text())))
    assert len(chunks) > 5
    assert [chunk.position for chunk in chunks] == list(range(len(chunks)))
    for before, after in pairwise(chunks):
        shared = after.text[: after.text.index(".") + 1]
        assert before.text.endswith(shared)
        assert 1 <= token_count(shared) <= OVERLAP
        assert after.text.startswith("The quick")
    assert all(WANTED / 2 < token_count(chunk.text) <= WANTED + OVERLAP for chunk in chunks[:-1])


def test_pages_are_never_mixed_and_large_headings_neither() -> None:
    chunks = chunks_of(
        document(
            Piece("End of page one.", "Begin", 1),
            Piece("Page two. " + long_text(4), "Begin", 2),
            Piece("Other. " + long_text(4), "Other", 2),
        )
    )
    assert [(chunk.heading, chunk.page) for chunk in chunks] == [("Begin", 1), ("Begin", 2), ("Other", 2)]


def test_small_parts_under_headings_share_a_chunk() -> None:
    chunks = chunks_of(document(*(Piece(f"Entry {number}.", f"Heading {number}") for number in range(8))))
    assert len(chunks) == 1
    assert "Entry 7." in chunks[0].text


def test_lines_of_code_stay_lines() -> None:
    code = "\n".join(f"value_{number} = compute(value_{number - 1})" for number in range(60))
    chunks = chunks_of(document(Piece(code)))
    assert len(chunks) > 1
    assert all("\nvalue_" in chunk.text for chunk in chunks)


def test_chinese_counts_by_character_and_is_cut_at_its_full_stops() -> None:
    chunks = chunks_of(document(Piece("我们研究了注意力和时间管理。" * 200)))
    assert len(chunks) > 10
    assert all(token_count(chunk.text) <= WANTED and chunk.text.endswith("。") for chunk in chunks)
    assert chunks[0].text == "我们研究了注意力和时间管理。" * (len(chunks[0].text) // 14)


def test_text_without_spaces_is_cut_all_the_same() -> None:
    for text in ("x" * 50_000, "中" * 5_000, "base64" * 4_000 + " " + "y" * 30_000):
        chunks = chunks_of(document(Piece(text)))
        assert max(len(chunk.text) for chunk in chunks) <= LONGEST
        assert max(token_count(chunk.text) for chunk in chunks) <= WANTED + OVERLAP


_words = st.text(st.sampled_from("abcé中日。.!? \n\t,x"), max_size=60)
_pieces = st.builds(
    Piece,
    st.lists(_words, max_size=30).map(" ".join),
    st.sampled_from(["", "A", "B"]),
    st.sampled_from([None, 1, 2]),
)


@settings(max_examples=80)
@given(st.lists(_pieces, max_size=8))
def test_nothing_is_lost_nothing_is_too_large(pieces: list[Piece]) -> None:
    chunks = chunks_of(document(*pieces))
    everything = "".join("".join(chunk.text.split()) for chunk in chunks)
    position = 0
    for piece in pieces:  # what is repeated aside, all characters are there in their order
        for character in "".join(piece.text.split()):
            position = everything.index(character, position) + 1
    assert all(token_count(chunk.text) <= WANTED + OVERLAP + 1 and len(chunk.text) <= LONGEST * 2 for chunk in chunks)
    assert all(chunk.text.strip() for chunk in chunks)

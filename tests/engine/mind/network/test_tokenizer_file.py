"""Tokenizer files: what is understood, and that the rest is refused with its name."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from helpers.encoder_folders import change_json, copy_of_small
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.errors import EncoderError
from engine.mind.network.charsmap import CharsMap
from engine.mind.network.tokenizer import AddedToken, Tokenizer
from engine.mind.network.tokenizer_file import read_tokenizer
from engine.mind.network.unigram import UnigramPieces
from engine.mind.network.wordpiece import BertWords, WordPieces

SMALL_WORDS = 989


def bert(**changes: Any) -> dict[str, Any]:
    """A BERT tokenizer of a few words as it stands in a file."""
    vocabulary = {piece: number for number, piece in enumerate("[PAD] [UNK] [CLS] [SEP] work ##ing É é e".split())}
    return {
        "added_tokens": [{"id": 3, "content": "[SEP]"}],
        "normalizer": {"type": "BertNormalizer", "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "vocab": vocabulary},
        **changes,
    }


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps(content))
    return path


def test_accents_go_only_where_the_file_says_so(tmp_path: Path) -> None:
    assert read_tokenizer(written(tmp_path, bert()), 9).tokens("Working É[SEP] of", 20) == [2, 4, 5, 8, 3, 1, 3]
    for strip, lower, expected in ((False, True, 7), (None, False, 6), (True, False, 1)):
        normaliser = {"type": "BertNormalizer", "lowercase": lower, "strip_accents": strip}
        assert read_tokenizer(written(tmp_path, bert(normalizer=normaliser)), 9).tokens("É", 20) == [2, expected, 3]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"model": {"type": "BPE"}}, "its kind is 'BPE'"),
        ({"model": {"type": "WordPiece", "unk_token": "no", "vocab": {}}}, "'no' is missing"),
        ({"model": {"type": "WordPiece", "unk_token": "a", "vocab": {"a": 9}}}, "beyond"),
        ({"model": {"type": "WordPiece", "unk_token": "a", "vocab": {"a": -1}}}, "beyond"),
        ({"model": {"type": "WordPiece", "unk_token": "a", "vocab": {"a": "1"}}}, "beyond"),
        ({"model": {"type": "WordPiece", "unk_token": "a" * 200, "vocab": {"a" * 200: 1}}}, "too long"),
        ({"model": {"type": "Unigram", "vocab": [["a", "b"]], "unk_id": 0}}, "could not convert"),
        ({"model": {"type": "Unigram", "vocab": [["a", 1]], "unk_id": 1}}, "unknown token"),
        ({"model": {"type": "Unigram", "vocab": [["a", 1]], "unk_id": 0, "byte_fallback": True}}, "bytes"),
        ({"model": {"type": "Unigram", "vocab": [["a", 1]], "unk_id": 0}}, "splits"),
        ({"model": []}, "has no attribute"),
        ({"model": None}, "has no attribute"),
        ({"normalizer": None}, "not subscriptable"),
        ({"normalizer": {"type": "NFKC"}}, "splits texts in another way"),
        ({"pre_tokenizer": {"type": "ByteLevel"}}, "splits texts in another way"),
        ({"post_processor": {"type": "ByteLevel"}}, "ends texts by 'ByteLevel'"),
        ({"post_processor": {"type": "BertProcessing", "sep": ["", 99], "cls": ["", 1]}}, "beyond"),
        ({"added_tokens": [{"id": 99, "content": "[X]"}]}, "beyond"),
        ({"added_tokens": [{"id": 1, "content": 5}]}, "has no attribute"),
        ({"added_tokens": 5}, "not iterable"),
    ],
)
def test_what_is_not_known_is_refused(changes: dict[str, Any], told: str, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=told) as refused:
        read_tokenizer(written(tmp_path, bert(**changes)), 9)
    assert "cannot be used" in refused.value.message


@pytest.mark.parametrize(
    "normaliser",
    [
        {"type": "Replace", "pattern": {"Regex": "(a+)+$"}, "content": ""},
        {"type": "Precompiled", "precompiled_charsmap": base64.b64encode(b"\xff\xff\xff\xff12345678").decode()},
        {"type": "Precompiled", "precompiled_charsmap": base64.b64encode(b"\0\0\0\0").decode()},
        {"type": "Precompiled", "precompiled_charsmap": "no base64!"},
        {"type": "Precompiled"},
        {"type": "Prepend"},
    ],
    ids=repr,
)
def test_a_normaliser_that_could_hang_or_point_outside_is_refused(normaliser: dict[str, Any], tmp_path: Path) -> None:
    path = copy_of_small(tmp_path) / "tokenizer.json"
    change_json(path, normalizer=normaliser)
    with pytest.raises(EncoderError):
        read_tokenizer(path, SMALL_WORDS)


@given(st.binary(max_size=80), st.text(max_size=20))
def test_a_table_of_noise_only_yields_text(noise: bytes, text: str) -> None:
    table = (len(noise) // 4 * 4 or 4).to_bytes(4, "little") + noise.ljust(4, b"\1")
    assert isinstance(CharsMap(table)(text), str)


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"[" * 100_000, b"\xff"])
def test_a_file_that_is_no_table_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_bytes(content)
    with pytest.raises(EncoderError):
        read_tokenizer(tmp_path / "tokenizer.json", 9)
    with pytest.raises(EncoderError, match="cannot be read"):
        read_tokenizer(tmp_path / "missing.json", 9)


def test_a_text_takes_no_more_than_it_may() -> None:
    calls: list[str] = []

    def words(text: str) -> list[str]:
        calls.append(text)
        return text.split()

    tokenizer = Tokenizer(words, lambda _: [1, 2], (7,), (8, 9), {})
    assert tokenizer.tokens("a b c", 20) == [7, 1, 2, 1, 2, 1, 2, 8, 9]
    assert tokenizer.tokens("a b c d e f", 8) == [7, 1, 2, 1, 2, 1, 8, 9]
    tokenizer.tokens("x " * 10**6, 8)
    assert len(calls[-1]) == 20_000


def test_an_added_token_takes_the_spaces_it_says() -> None:
    added = (AddedToken("<mask>", 5, lstrip=True), AddedToken("<m>", 6), AddedToken("<m>x", 7, rstrip=True))
    tokenizer = Tokenizer(list, lambda word: [ord(word)], (), (), {}, added)
    assert tokenizer.tokens("a  <mask> <m> <m>x  b", 20) == [97, 5, 32, 6, 32, 7, 98]


def test_a_long_run_of_spaces_costs_nothing(tmp_path: Path) -> None:
    tokenizer = read_tokenizer(copy_of_small(tmp_path) / "tokenizer.json", SMALL_WORDS)
    start = process_time()
    assert tokenizer.tokens("a" + " " * 19_000 + "b<mask>", 256)[-2] == SMALL_WORDS - 1
    assert process_time() - start < 1


def test_steps_of_normalising_follow_each_other(tmp_path: Path) -> None:
    path = copy_of_small(tmp_path) / "tokenizer.json"
    expected = read_tokenizer(path, SMALL_WORDS).tokens("the word σασ", 99)
    steps = [
        {"type": "Lowercase"},
        {"type": "Strip"},
        {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
    ]
    change_json(
        path,
        normalizer={"type": "Sequence", "normalizers": steps},
        pre_tokenizer={"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always"},
    )
    assert read_tokenizer(path, SMALL_WORDS).tokens("THE     Word   ΣΑΣ", 99) == expected


def test_pieces_are_the_longest_from_the_left_or_none() -> None:
    pieces = WordPieces({"un": 1, "unf": 2, "##it": 3, "##i": 4, "##f": 5}, 0)
    assert pieces("unfit") == [2, 3]
    assert pieces("unfix") == [0]
    assert pieces("u" * 101) == [0]


def test_words_are_those_of_bert() -> None:
    assert BertWords()("Ünïted\tNATIONS, 北京\u200b!x\x00y") == ["united", "nations", ",", "北", "京", "!", "xy"]
    assert BertWords(accents=True, lower=False)("Ünï 北京") == ["Ünï", "北", "京"]
    assert BertWords(ideographs=False)("北京") == ["北京"]


def test_the_likeliest_way_wins_and_neighbouring_unknowns_are_one() -> None:
    pieces = UnigramPieces([("<unk>", 0.0), ("ab", -3.0), ("a", -1.0), ("b", -1.5), ("abc", -2.0), ("c", -9.0)], 0)
    assert pieces("ab") == [2, 3]
    assert pieces("abc") == [4]
    assert pieces("xxaxyb") == [0, 2, 0, 3]
    assert pieces("") == []

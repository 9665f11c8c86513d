"""A tokenizer.json turned into a tokenizer: the kinds BERT and XLM-R use; any other is refused with its name."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from engine.domain.errors import EncoderError
from engine.mind.network.charsmap import CharsMap
from engine.mind.network.config import read_json
from engine.mind.network.tokenizer import AddedToken, Tokenizer
from engine.mind.network.unigram import SPACE_MARK, MarkedWords, UnigramPieces
from engine.mind.network.wordpiece import BertWords, WordPieces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LARGEST_FILE = 64 << 20
_LONGEST_PIECE = 128


class _Unknown(ValueError):
    """Something in the file that this module does not know; the message names it."""


def read_tokenizer(path: Path, words: int) -> Tokenizer:
    """Return the tokenizer of the file, all numbers of which are below words, the size of the network's table.

    Raises EncoderError for a kind that is not known and for a file that does not hold together.
    """
    found = read_json(path, _LARGEST_FILE)
    try:
        tokenizer = _tokenizer(found)
        numbers = [*tokenizer.vocabulary.values(), *tokenizer.before, *tokenizer.after]
        numbers += [token.number for token in tokenizer.added]
        if not numbers or not all(type(number) is int and 0 <= number < words for number in numbers):
            raise _Unknown("its numbers go beyond the network's table of words")
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError) as cause:
        raise EncoderError(f"{path} cannot be used: {_told(cause)}. Choose another encoder.") from cause
    return tokenizer


def _told(cause: Exception) -> str:
    return f"{cause} is missing" if isinstance(cause, KeyError) else str(cause)


def _tokenizer(found: dict[str, Any]) -> Tokenizer:
    kind = found["model"].get("type")
    if kind == "WordPiece":
        vocabulary, words, pieces = _wordpiece(found)
    elif kind == "Unigram":
        vocabulary, words, pieces = _unigram(found)
    else:
        raise _Unknown(f"its kind is {kind!r}, known are WordPiece and Unigram")
    before, after = _around(found["post_processor"])
    return Tokenizer(words, pieces, before, after, vocabulary, _added(found.get("added_tokens") or []))


_Parts = tuple["dict[str, int]", "Callable[[str], list[str]]", "Callable[[str], list[int]]"]


def _wordpiece(found: dict[str, Any]) -> _Parts:
    model, normaliser = found["model"], found["normalizer"]
    if normaliser["type"] != "BertNormalizer" or found["pre_tokenizer"]["type"] != "BertPreTokenizer":
        raise _Unknown("it splits texts in another way than BERT")
    lower = normaliser.get("lowercase", True) is True
    accents = normaliser.get("strip_accents")
    words = BertWords(
        clean=normaliser.get("clean_text", True) is True,
        ideographs=normaliser.get("handle_chinese_chars", True) is True,
        accents=not lower if accents is None else accents is not True,
        lower=lower,
    )
    vocabulary: dict[str, int] = {_piece(piece): number for piece, number in model["vocab"].items()}
    mark = model.get("continuing_subword_prefix", "##")
    return vocabulary, words, WordPieces(vocabulary, vocabulary[model["unk_token"]], _piece(mark))


def _unigram(found: dict[str, Any]) -> _Parts:
    model = found["model"]
    if model.get("byte_fallback"):
        raise _Unknown("it falls back to bytes")
    scores = [(_piece(piece), float(score)) for piece, score in model["vocab"]]
    unknown = model["unk_id"]
    if type(unknown) is not int or not 0 <= unknown < len(scores):
        raise _Unknown("its unknown token is none of its pieces")
    splitters = _flat(found["pre_tokenizer"], "pretokenizers")
    kinds = [splitter["type"] for splitter in splitters]
    if kinds not in (["Metaspace"], ["WhitespaceSplit", "Metaspace"]) or not _marks_first_word(splitters[-1]):
        raise _Unknown("it splits texts in another way than XLM-RoBERTa")
    words = MarkedWords(_normaliser(found.get("normalizer")), at_any_space=len(kinds) > 1)
    vocabulary = {piece: number for number, (piece, _) in enumerate(scores)}
    return vocabulary, words, UnigramPieces(scores, unknown)


def _marks_first_word(splitter: dict[str, Any]) -> bool:
    scheme = splitter.get("prepend_scheme", "always" if splitter.get("add_prefix_space", True) else "never")
    return scheme in ("always", "first") and splitter.get("replacement", SPACE_MARK) == SPACE_MARK


def _normaliser(found: dict[str, Any] | None) -> Callable[[str], str]:
    steps = [_step(step) for step in _flat(found, "normalizers")] if found else []

    def normalised(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return normalised


def _step(found: dict[str, Any]) -> Callable[[str], str]:
    """Return a step of normalising. Patterns are not run but for the one everybody has: some hang for ever."""
    kind = found["type"]
    if kind == "Precompiled":
        return CharsMap(base64.b64decode(found["precompiled_charsmap"], validate=True))
    if kind == "Replace" and found["pattern"] == {"Regex": " {2,}"}:
        one = _piece(found["content"])
        return lambda text: _with_runs_as(one, text)
    if kind == "Lowercase":
        return lambda text: text.replace("\u03a3", "\u03c3").lower()  # capital sigma never becomes a final one
    if kind == "Strip":
        return str.strip
    raise _Unknown(f"it normalises by {kind!r}")


def _with_runs_as(one: str, text: str) -> str:
    """Return the text with every run of two or more spaces replaced."""
    while "   " in text:
        text = text.replace("   ", "  ")
    return text.replace("  ", one)


def _flat(found: dict[str, Any], inner: str) -> list[dict[str, Any]]:
    return list(found[inner]) if found["type"] == "Sequence" else [found]


def _around(found: dict[str, Any]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the numbers before and after every text."""
    kind = found["type"]
    if kind in ("BertProcessing", "RobertaProcessing"):
        return (found["cls"][1],), (found["sep"][1],)
    if kind != "TemplateProcessing":
        raise _Unknown(f"it ends texts by {kind!r}")
    sides: tuple[list[int], list[int]] = ([], [])
    side = 0
    for part in found["single"]:
        if "Sequence" in part:
            side = 1
        else:
            sides[side].extend(found["special_tokens"][part["SpecialToken"]["id"]]["ids"])
    return tuple(sides[0]), tuple(sides[1])


def _added(found: list[dict[str, Any]]) -> tuple[AddedToken, ...]:
    return tuple(
        AddedToken(_piece(token["content"]), token["id"], token.get("lstrip") is True, token.get("rstrip") is True)
        for token in found
        if token["content"].strip()
    )


def _piece(text: object) -> str:
    if not isinstance(text, str) or len(text) > _LONGEST_PIECE:
        raise _Unknown("one of its pieces is no text or too long")
    return text

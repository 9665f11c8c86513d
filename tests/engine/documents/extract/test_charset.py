"""Bytes become text by mark, declaration or likelihood; what is no text is refused."""

from __future__ import annotations

import codecs

import pytest

from engine.documents.extract.charset import declared_within, decode
from engine.documents.extract.troubles import Refused

FRENCH = "Le garçon a mangé des crêpes à la fête de l'été, près de l'église où son frère était né. " * 3
CHINESE = "苍鹭在浅水中等待，直到一条鱼游过来。\n湖面很平静，没有风。" * 5
RUSSIAN = "Цапля стоит в мелкой воде и ждёт рыбу. Озеро спокойно, ветра нет совсем. " * 3
JAPANESE = "サギは浅い水の中で魚を待っています。\n湖は静かで、風はありません。" * 5


@pytest.mark.parametrize("text", [FRENCH, CHINESE, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_in_every_form(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [(FRENCH, "cp1252"), (CHINESE, "gb18030"), (RUSSIAN, "cp1251"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp")],
)
def test_older_encodings_are_told_apart(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text
    assert decode(text.encode(name), declared=name) == text


def test_a_declaration_is_borne_where_it_can_be_true() -> None:
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    assert declared_within(page) == "windows-1251"
    assert declared_within(b'<?xml version="1.0" encoding="koi8-r"?>') == "koi8-r"
    assert decode("Цапля".encode("cp1251"), declared="windows-1251") == "Цапля"
    assert decode("Цапля".encode(), declared="ascii") == "Цапля"
    for lie in ("no-such", "utf-16", "base64", "unicode_escape", "rot13", "zlib", "idna", "a" * 5_000):
        assert decode(b"plain \\u0041", declared=lie) in {"plain \\u0041", "plain A"}


def test_a_mark_stronger_than_a_declaration() -> None:
    assert decode(codecs.BOM_UTF8 + "é".encode(), declared="latin-1") == "é"


@pytest.mark.parametrize("data", [bytes(range(32)) * 100, b"\0\1\2" * 1_000, b"\x89PNG\r\n\x1a\n" + bytes(5_000)])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        decode(data)


def test_nothing_is_a_text() -> None:
    assert decode(b"") == ""

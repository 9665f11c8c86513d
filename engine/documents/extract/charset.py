"""Bytes into text: by their mark, by what they declare, as UTF-8, as UTF-16 without a mark, else by likelihood."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from engine.documents.extract.troubles import Refused, Trouble

MOST_BYTES = 24_000_000
"""More than this of a text is never decoded; more is never taken either."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 16_384
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_TOO_MANY_CONTROLS = 0.1
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_USUAL = re.compile("[\t\n\r\x20-\x7e\xa0-\u024f\u0370-\u06ff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff5e]")
_ENOUGH_USUAL = 0.95
# UTF-16 would have a mark or shows itself; the others are no way to write a whole text, and slow to undo.
_NEVER_DECLARED = (
    "utf-16",
    "utf-32",
    "utf-7",
    "utf16",
    "utf32",
    "ucs",
    "unicode",
    "raw-",
    "idna",
    "punycode",
    "undefined",
)
# What files without a mark are written in; rarer ones are mistaken for these more often than met.
_LIKELY = (
    "cp1252", "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1254", "cp1255",
    "cp1256", "cp1257", "cp1258", "cp866", "cp874", "mac_roman",
)  # fmt: skip
_KANA = re.compile("[\u3041-\u30ff]")
_ENOUGH_KANA = 0.2
_MOST_CUT = 3  # characters that the sample's ends and its middle may cut
_LIKELY_ORDER = ("gb18030", "cp1252")


def decode(data: bytes, *, declared: str = "") -> str:
    """Return the bytes as text, at most MOST_BYTES of them; raises Refused where they are none."""
    data = data[:MOST_BYTES]
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    text = _declared(data, declared)
    if text is None:
        text = _utf8(data)
    if text is None or "\x00" in text[:_SAMPLE]:
        text = _unmarked_utf16(data) or text
    if text is None:
        text = _likely(data)
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _TOO_MANY_CONTROLS * len(sample):
        raise Refused(Trouble.NO_TEXT)
    return text


def declared_within(data: bytes) -> str:
    """Return the encoding an HTML or XML document names near its beginning, empty where it names none."""
    found = _DECLARED.search(data[:2_048])
    return found[1].decode("ascii") if found else ""


def _declared(data: bytes, name: str) -> str | None:
    """Return the text where it is what it declares to be; what names UTF-16 and is readable as bytes lies."""
    plain = name.lower().replace("_", "-")
    if not name or plain.startswith(_NEVER_DECLARED):
        return None
    try:
        told = data.decode(name, "strict" if plain in {"utf-8", "utf8"} else "replace")
    except (LookupError, ValueError, AssertionError):
        return None
    return told if told.count("\ufffd") * 100 <= len(told) else None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        # A text that was cut in the middle of a character is still one.
        if error.start >= len(data) - 3 and len(data) == MOST_BYTES:
            return data.decode(errors="ignore")
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    best = (_ENOUGH_USUAL, "")
    for name in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) & ~1].decode(name, "replace")
        share = len(_USUAL.findall(text)) / max(len(text), 1)
        ordinary = any(mark in text for mark in (" ", "\n", "\u3000", "。"))
        if share > best[0] and ordinary:
            best = (share, name)
    return data.decode(best[1], "replace") if best[1] else None


def _likely(data: bytes) -> str:
    """Return the text in the encoding that makes most sense of its beginning and its middle."""
    middle = len(data) // 2
    sample = data if len(data) <= _SAMPLE else data[: _SAMPLE // 2] + data[middle : middle + _SAMPLE // 2]
    japanese = _japanese(sample)
    if japanese:
        return data.decode(japanese, "replace")
    best = from_bytes(sample, cp_isolation=list(_LIKELY)).best()
    for name in (best.encoding if best is not None else "", *_LIKELY_ORDER):
        if name:
            text = data.decode(name, "replace")
            if text.count("\ufffd") * 100 <= len(text):
                return text
    return data.decode("cp1252", "replace")


def _japanese(sample: bytes) -> str:
    """Return the Japanese encoding in which much of the sample is kana, empty for none; guesses miss it."""
    for name in ("euc_jp", "cp932"):
        text = sample.decode(name, "replace")
        foreign = sum(character > "\x7f" for character in text)
        if len(_KANA.findall(text)) > _ENOUGH_KANA * foreign and text.count("\ufffd") <= _MOST_CUT:
            return name
    return ""

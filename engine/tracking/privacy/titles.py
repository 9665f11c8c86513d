"""Window titles and app names made fit to be stored, compared and shown.

Titles come from anybody: a web page, a document, a remote shell. What is done, in this order:

1. Only the first 4,096 code points are looked at, so that a title of a megabyte costs no more than a long one.
2. UTF-16 surrogates are joined where they form a pair, and become U+FFFD where they do not.
3. White space of every kind, controls that mean a break and blank fillers become one space; all other
   controls, format characters, noncharacters and bidirectional embeddings, overrides and isolates go: one left
   open would turn round whatever is shown after the title. The marks LRM, RLM and ALM stay, for they reach no
   further than their neighbours and right-to-left titles need them.
4. A zero-width joiner or non-joiner stays only between characters it can join (emoji, Arabic, Indic scripts),
   tag characters only behind the black flag (the flags of England, Scotland, Wales). No character carries more
   than eight combining marks.
5. The text is brought to NFC.
6. Glyphs of a spinner in front go: a terminal that animates its title is one activity, not one per frame.
7. The text is cut to whole graphemes.

A grapheme here is a base with what combines with it: marks, joiners and what they join, skin tones, tags,
pairs of regional indicators, Hangul vowels and finals. That is UAX 29 but for the rules of single scripts
(Thai SARA AM, Indic conjuncts), whose parts count one by one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TITLE_GRAPHEMES = 1_024
NAME_GRAPHEMES = 256
_CODE_POINTS = 4_096
_MARKS = 8

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("[\\s\x00-\x1f\x7f-\x9f\u115f\u1160\u3164\uffa0]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
    "\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
)
_SPINNER = re.compile(
    "(?:[\u2800-\u28ff\u25d0-\u25d7\u25f0-\u25f7\u25dc-\u25e1\u2581-\u258f\u2596-\u259f\u2190-\u2199"
    "\u2722-\u2727\u2731-\u273d\u00b7\u2219\u25cb\u25cf\u23f3\u231b\U0001f311-\U0001f318\U0001f550-\U0001f567]"
    "\ufe0f?){1,3}(?: +|$)"
)
# Skin tones, tags, Hangul vowels and finals: they belong to the character before them.
_TRAILING = (("\U0001f3fb", "\U0001f3ff"), ("\U000e0020", "\U000e007f"), ("\u1161", "\u11ff"), ("\ud7b0", "\ud7fb"))
_ZWNJ, _ZWJ = "\u200c", "\u200d"
_JOINERS = frozenset((_ZWNJ, _ZWJ))
_STRAY_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+")
_STRAY_JOINERS = re.compile(
    "(?<![\u0300-\u200b\u200e-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0300-\u200b\u200e-\U0010ffff])"
)
_ALL_PLAIN = re.compile("[ -\u02ff]*")
_INVISIBLE = re.compile("[\u061c\u200c-\u200f\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef]")


def clean_title(text: str) -> str:
    """Return a window title as it may be stored: at most 1,024 graphemes, one line, no controls, NFC.

    Cleaning a clean title changes nothing; no text makes it raise.
    """
    return _clean(text, TITLE_GRAPHEMES)


def clean_name(text: str) -> str:
    """Return an app name or a path as it may be stored: cleaned like a title, at most 256 graphemes."""
    return _clean(text, NAME_GRAPHEMES)


def without_invisible(text: str) -> str:
    """Return a clean text without the characters that show nothing themselves, so that it can be searched."""
    return _INVISIBLE.sub("", text)


def _clean(text: str, graphemes: int) -> str:
    text = _CONTROLS.sub("", _without_surrogates(text[:_CODE_POINTS].rstrip(_ZWNJ + _ZWJ)))
    text = _BREAKS.sub(" ", _UNSEEN.sub("", text))
    if not _ALL_PLAIN.fullmatch(text):
        text = _BREAKS.sub(" ", _composed(text))
    text = _without_spinner(text.strip(" "))
    return _cut(text, graphemes).rstrip(f" {_ZWNJ}{_ZWJ}")


def _composed(text: str) -> str:
    """Return the text tamed and in NFC; composing may split marks and change what a joiner stands beside.

    Each round drops something or is the last, for composing a composed text adds nothing.
    """
    while (composed := unicodedata.normalize("NFC", _tame(text))) != text:
        text = composed
    return text


def _without_surrogates(text: str) -> str:
    if not _SURROGATE.search(text):
        return text
    joined = _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)
    return _SURROGATE.sub("\ufffd", joined)


def _without_spinner(text: str) -> str:
    while (frame := _SPINNER.match(text)) is not None:
        text = text[frame.end() :]
    return text


def _tame(text: str) -> str:
    """Drop tags that tag nothing, marks past the eighth and joiners that join nothing."""
    kept: list[str] = []
    marks = 0
    for char in _STRAY_TAGS.sub("", text):
        if _is_mark(char):
            marks += 1
            if marks > _MARKS:
                continue
        elif char not in _JOINERS:
            marks = 0
        kept.append(char)
    return _STRAY_JOINERS.sub("", "".join(kept))


@lru_cache(maxsize=1_024)
def _is_mark(char: str) -> bool:
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"


def _cut(text: str, graphemes: int) -> str:
    """Return the first graphemes of a text in NFC, bounded in code points and marks as well."""
    if len(text) <= graphemes or _ALL_PLAIN.fullmatch(text):
        return text[:graphemes]
    count = 0
    before = ""
    pair_open = False
    for place, char in enumerate(text[:_CODE_POINTS]):
        indicator = "\U0001f1e6" <= char <= "\U0001f1ff"
        if not (before and (_extends(before, char) or (indicator and pair_open))):
            count += 1
            if count > graphemes:
                return text[:place]
        pair_open = indicator and not pair_open
        before = char
    return text[:_CODE_POINTS]


def _extends(before: str, char: str) -> bool:
    """Say whether a character belongs to the grapheme of the one before it."""
    if char <= "\u02ff":
        return False
    return _trails(char) or (before == _ZWJ and unicodedata.category(char) == "So")


@lru_cache(maxsize=1_024)
def _trails(char: str) -> bool:
    return char in _JOINERS or _is_mark(char) or any(first <= char <= last for first, last in _TRAILING)

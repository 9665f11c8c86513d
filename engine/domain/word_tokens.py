"""What text is indexed and asked by: words of spaced scripts, pairs of characters of Chinese, Japanese and Korean.

Indexed text and questions go through the same preparation, so that they meet. After it the index splits at whatever is
no letter or number, folds capitals and accents, and takes English endings off.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from engine.domain.stop_words import STOP_WORDS

# Han with its radicals, marks and later planes, kana, Bopomofo, Hangul; after NFKC no half or full widths are left.
_PAIRED = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_PAIRED}]+")
_PIECE = re.compile(rf"(?P<run>[{_PAIRED}]+)|[^\W_{_PAIRED}]+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))  # they divide what is read as one word
_UNSEEN[0] = " "
_NO_TEXT = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class WordTerm:
    """What is looked for as one: a word, or a phrase where there are several.

    prefix: the last one may go on. weight: how much it counts, 1 for a word asked for once.
    """

    words: tuple[str, ...]
    prefix: bool = False
    weight: float = 1.0


def compatible(text: str) -> str:
    """Return the text in compatibility form (full widths, ligatures, composed accents), without unseen marks."""
    if text.isascii():
        return text.replace("\0", " ")
    return unicodedata.normalize("NFKC", _NO_TEXT.sub(" ", text)).translate(_UNSEEN)


def prepared(text: str) -> str:
    """Return what the index is fed with: the plain text, with runs of unspaced script as overlapping pairs.

    The last character of a run also stands alone, so that every character begins a token.
    """
    text = compatible(text)
    return text if text.isascii() else _RUN.sub(_spread, text)


def tokens(text: str) -> tuple[str, ...]:
    """Return the tokens of a question, in order and as often as they stand there."""
    return tuple(word for group in _groups(text) for word in group)


def terms(text: str, *, typing: bool = False) -> tuple[WordTerm, ...]:
    """Return what to look for when any of the words may be found: each once, weighing as often as it was said.

    Words that say nothing are left out unless there are no others. typing: the last word may be unfinished, where it
    is not one of those.
    """
    groups = _groups(text)
    said = Counter(word for group in groups for word in group)
    telling = {word: times for word, times in said.items() if word not in STOP_WORDS} or said
    found = [WordTerm((word,), _is_one_sign(word), float(times)) for word, times in telling.items()]
    if typing and groups and not text[-1:].isspace():
        found = _unfinished(found, groups[-1][-1])
    return tuple(found)


def phrase(text: str) -> WordTerm | None:
    """Return what to look for when all words must follow one another; None where there is none."""
    words = tokens(text)
    return WordTerm(words, _is_one_sign(words[-1])) if words else None


def _unfinished(found: list[WordTerm], last: str) -> list[WordTerm]:
    if last in STOP_WORDS:  # far too much begins so
        return found
    kept = [term for term in found if term.words != (last,)]
    return [*kept, WordTerm((last,), prefix=True)]


def _groups(text: str) -> list[tuple[str, ...]]:
    pieces = _PIECE.finditer(compatible(text))
    return [_pairs(piece[0]) if piece["run"] else (piece[0].lower(),) for piece in pieces]


def _pairs(run: str) -> tuple[str, ...]:
    return tuple(run[at : at + 2] for at in range(max(len(run) - 1, 1)))


def _spread(match: re.Match[str]) -> str:
    run = match[0]
    return f" {' '.join(run[at : at + 2] for at in range(len(run)))} "


def _is_one_sign(word: str) -> bool:
    """Whether the word is a single character of unspaced script, which begins a pair wherever it stands."""
    return len(word) == 1 and _RUN.fullmatch(word) is not None

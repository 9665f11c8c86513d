"""From titles and documents to words that say what they are about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from engine.domain.stop_words import STOP_WORDS
from engine.domain.word_tokens import compatible, tokens
from engine.insights.topics.han import cut, learned_words, runs, without_runs

LONGEST_TEXT = 4_000
"""So many characters of a text are read."""

DOCUMENTS = "\0documents"
"""The group of documents: what most of them say, as forms do, is no word of theirs either."""

_SHORTEST, _LONGEST = 3, 40  # letters of a word; what is longer is no word
_SITE = 6  # a last part that so many pages have is where they are, not what they say
_PARTS = re.compile(r" [-–—|·•»:] |[|｜]")
_PHRASE, _TITLES = 0.5, 6  # a word in so many of a group's texts is the group's own, where it has so many


@dataclass(frozen=True, slots=True)
class Text:
    """A title or a document. group: what it is a title in (an app), or DOCUMENTS. spoken: what it says."""

    name: str
    group: str
    spoken: str


def words_of(texts: Sequence[Text]) -> list[list[str]]:
    """Return the telling words of each text: without stop words, numbers and what an app writes in all its titles."""
    spoken = [compatible(one.spoken[:LONGEST_TEXT]) for one in texts]
    known = learned_words(spoken)
    found = [
        [*_spaced(one), *(word for run in runs(one) for word in cut(run, known) if len(word) > 1)] for one in spoken
    ]
    own = _own_words(texts, found)
    return [[word for word in words if word not in own[text.group]] for text, words in zip(texts, found, strict=True)]


def without_sites(titles: Sequence[str]) -> list[str]:
    """Return the titles of a browser's pages without the last parts that many pages share: site and browser."""
    parts = [_PARTS.split(title) for title in titles]
    having = Counter(part for each in parts for part in {one.strip() for one in each[1:]})
    return [" ".join(each[: _telling(each, having)]) for each in parts]


def _telling(parts: Sequence[str], having: Counter[str]) -> int:
    end = len(parts)
    while end > 1 and having[parts[end - 1].strip()] >= _SITE:
        end -= 1
    return end


def _spaced(text: str) -> list[str]:
    plain = without_runs(text)
    return [
        word
        for word in tokens(plain)
        if _SHORTEST <= len(word) <= _LONGEST and word not in STOP_WORDS and not any(sign.isdigit() for sign in word)
    ]


def _own_words(texts: Sequence[Text], found: Sequence[list[str]]) -> dict[str, frozenset[str]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for text, words in zip(texts, found, strict=True):
        if text.group:
            sizes[text.group] += 1
            counts[text.group].update(set(words))
    own: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for group, size in sizes.items():
        if size >= _TITLES:
            own[group] = frozenset(word for word, times in counts[group].items() if times > _PHRASE * size)
    return own

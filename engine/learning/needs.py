"""Words that much was read or searched about and that no skill covers: a hint, never more."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from engine.domain.learning import Need, SeenTitle
from engine.domain.stop_words import STOP_WORDS

MOST_NEEDS: Final = 3
_LEAST_MINUTES: Final = 30.0
_LEAST_TITLES: Final = 2
_SEARCH_MINUTES: Final = 10.0
"""A search counts as much as so many minutes of reading: it takes one, and says more."""
_WORD: Final = re.compile(r"[^\W\d_\u4e00-\u9fff]{4,30}|[\u4e00-\u9fff]{2,6}")
_SAYS_NOTHING: Final = frozenset(
    """
    annual backup chapter comments copy data docs document documents draft edition example file files final first
    google guide home index introduction invoice latest lecture letter main minutes monthly notes online overview
    page paper part plan presentation project readme report review scan search second section slides summary table
    template test text todo tutorial untitled using version volume week weekly with work year
    """.split()
)


SEARCH_MARKS: Final = ("google search", "google 搜索", "bing", "duckduckgo", "百度搜索", "startpage", "ecosia")
"""What the title of a page with search results holds, whatever the browser adds."""
_SEARCHED: Final = re.compile(
    rf"(?P<words>.+?)\s*(?:[-–—_|]| at )\s*(?:search - )?(?:{'|'.join(SEARCH_MARKS)})", re.IGNORECASE
)


def searched_words(title: str) -> str:
    """Return what was searched for, by the title of the page with the results; "" for another page."""
    found = _SEARCHED.match(title)
    return found["words"].strip() if found else ""


def needs_of(seen: Iterable[SeenTitle], skills: Sequence[str]) -> tuple[Need, ...]:
    """Return at most three needs, the one that weighs most first; skills: the names there are."""
    covered = {word for name in skills for word in _words(name)}
    minutes: dict[str, float] = defaultdict(float)
    weight: dict[str, float] = defaultdict(float)
    searches: dict[str, int] = defaultdict(int)
    titles: dict[str, dict[str, None]] = defaultdict(dict)
    for one in seen:
        for word in _words(one.text) - covered:
            minutes[word] += one.minutes
            weight[word] += max(one.minutes, _SEARCH_MINUTES) if one.searched else one.minutes
            searches[word] += one.searched
            titles[word][one.text] = None
    told = [word for word in weight if weight[word] >= _LEAST_MINUTES and len(titles[word]) >= _LEAST_TITLES]
    told.sort(key=lambda word: (-weight[word], word))
    return tuple(
        Need(word, minutes[word], tuple(titles[word])[:3], searches[word]) for word in _apart(told, titles)[:MOST_NEEDS]
    )


def _words(text: str) -> set[str]:
    found = {word.casefold() for word in _WORD.findall(text)}
    return {word for word in found if word not in STOP_WORDS and word not in _SAYS_NOTHING}


def _apart(words: Sequence[str], titles: dict[str, dict[str, None]]) -> list[str]:
    """Return the words of which none stands in just the titles of one before it: those are one subject."""
    kept: list[str] = []
    for word in words:
        if all(titles[word].keys() - titles[other].keys() for other in kept):
            kept.append(word)
    return kept

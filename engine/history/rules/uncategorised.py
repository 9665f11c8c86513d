"""What has no category yet, grouped so that one rule clears many looks, the largest groups first.

A look goes into the group of the first of these it has: a known site; in browsers the last part of the page's title,
which is what most sites call themselves, where other looks share it; in browsers a word that many remaining titles
share; its app. So groups never overlap and their minutes add up to all that is unknown.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.domain.labelling import Seen, Unknown
from engine.domain.rules import Expression, Field, How, Test
from engine.history.sites import is_browser, page_title, site_of

SHARED = 2  # looks that make something shared
_PARTS = re.compile(r" [-–—|·•] |[|｜_]")
_WORDS = re.compile(r"[^\W\d_]{4,40}|[\u4e00-\u9fff]{2,12}")
_LONGEST_NAME = 60
_MOST_WORDS = 200
_COMMON = frozenset(
    "about after again also before could does from have here home http https into just like made make more most much "
    "only other over page private search some tabs than that their them then there these they this using view what "
    "when where which will with without would your".split()
)


@dataclass(frozen=True, slots=True)
class _Key:
    """What a group shares."""

    match: Expression
    name: str


def group_unknown(unknown: Iterable[Seen], most: int = 100) -> tuple[Unknown, ...]:
    """Return at most so many groups by their time; each with the rule that would clear it.

    A proposed rule may match more than its group where looks it also fits have a label or a narrower group.
    """
    groups: defaultdict[_Key, list[Seen]] = defaultdict(list)
    pages: list[Seen] = []
    for seen in unknown:
        site = seen.look.site or site_of(seen.look.app, seen.look.title)
        if site:
            groups[_of_site(site)].append(seen)
        elif is_browser(seen.look.app) and seen.look.title:
            pages.append(seen)
        elif seen.look.app or seen.look.title:
            groups[_of_app(seen)].append(seen)
    for key, members in _of_pages(pages):
        groups[key].extend(members)
    made = [_unknown(key, members) for key, members in groups.items()]
    return tuple(sorted(made, key=lambda one: (-one.ms, one.name))[:most])


def _unknown(key: _Key, members: list[Seen]) -> Unknown:
    ranked = sorted(members, key=lambda seen: (-seen.ms, seen.look.id))
    return Unknown(key.match, key.name, tuple(ranked), sum(seen.ms for seen in ranked))


def _of_site(site: str) -> _Key:
    host = site.partition("/")[0]
    return _Key(Test(Field.SITE, How.EQUALS, host), host)


def _of_app(seen: Seen) -> _Key:
    app = seen.look.app
    if not app:
        return _Key(Test(Field.TITLE, How.EQUALS, seen.look.title), seen.look.title)
    return _Key(Test(Field.APP, How.EQUALS, app), app)


def _of_pages(pages: Sequence[Seen]) -> list[tuple[_Key, list[Seen]]]:
    endings = {seen.look.id: _PARTS.split(page_title(seen.look.title))[-1].strip() for seen in pages}
    counts = Counter(endings.values())
    groups: defaultdict[_Key, list[Seen]] = defaultdict(list)
    rest: list[Seen] = []
    for seen in pages:
        ending = endings[seen.look.id]
        shared = counts[ending] >= SHARED and 1 < len(ending) <= _LONGEST_NAME
        (groups[_of_title(ending)] if shared else rest).append(seen)
    return [*groups.items(), *_by_words(rest)]


def _by_words(pages: Sequence[Seen]) -> list[tuple[_Key, list[Seen]]]:
    """Group by the word that holds most time, then by that of what is left, and so on; the rest goes by app."""
    words = {seen.look.id: _words(seen) for seen in pages}
    counts = Counter(word for found in words.values() for word in found)
    holders: defaultdict[str, list[Seen]] = defaultdict(list)
    for seen in pages:
        for word in words[seen.look.id]:
            if counts[word] >= SHARED:
                holders[word].append(seen)
    ranked = sorted(holders, key=lambda word: (-sum(seen.ms for seen in holders[word]), word))[:_MOST_WORDS]
    groups: list[tuple[_Key, list[Seen]]] = []
    taken: set[int] = set()
    for word in ranked:
        members = [seen for seen in holders[word] if seen.look.id not in taken]
        if len(members) >= SHARED:
            taken.update(seen.look.id for seen in members)
            groups.append((_of_title(word), members))
    return groups + [(_of_app(seen), [seen]) for seen in pages if seen.look.id not in taken]


def _words(seen: Seen) -> frozenset[str]:
    found = (word.casefold() for word in _WORDS.findall(page_title(seen.look.title)))
    return frozenset(word for word in found if word not in _COMMON)


def _of_title(part: str) -> _Key:
    return _Key(Test(Field.TITLE, How.CONTAINS, part), part)

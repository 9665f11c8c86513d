"""Which of many comparisons hold for one field of a look, as the bits of a number."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterator, Mapping

from engine.domain.rules import Field, How, Test
from engine.history.rules.patterns import PatternSet
from engine.history.sites import site_from_url

_KEPT = 20_000


class FieldTests:
    """All comparisons with one field; each has a bit of its own.

    Without case, texts are compared after Unicode case folding. remember: keep answers, for fields of few values.
    """

    def __init__(self, field: Field, bits: Mapping[Test, int], *, remember: bool) -> None:
        self._site = field is Field.SITE
        self._equal: dict[bool, dict[str, int]] = {True: {}, False: {}}
        self._inside: dict[bool, list[tuple[str, int]]] = {True: [], False: []}
        self._globs: dict[bool, list[tuple[re.Pattern[str], int]]] = {True: [], False: []}
        regexes: list[tuple[str, bool, int]] = []
        for test, bit in bits.items():
            if test.field is not field:
                continue
            if test.how is How.REGEX:
                regexes.append((test.text, test.case, bit))
            else:
                self._add(test, bit)
        self._regexes = PatternSet([(text, case) for text, case, _ in regexes]) if regexes else None
        self._regex_bits = [bit for _, _, bit in regexes]
        self._cases = [case for case in (True, False) if self._equal[case] or self._inside[case] or self._globs[case]]
        self._known: dict[str, int] | None = {} if remember else None
        self.any = bool(self._cases or regexes)

    def _add(self, test: Test, bit: int) -> None:
        text = test.text if test.case else test.text.casefold()
        if test.how is How.EQUALS:
            key = as_site(text) if self._site else text
            self._equal[test.case][key] = self._equal[test.case].get(key, 0) | bit
        elif test.how is How.CONTAINS:
            self._inside[test.case].append((text, bit))
        else:
            self._globs[test.case].append((re.compile(fnmatch.translate(text)), bit))

    def hits(self, text: str) -> int:
        """Return the bits of the comparisons that hold for the text."""
        known = self._known
        if known is None:
            return self._hits(text)
        found = known.get(text)
        if found is None:
            if len(known) >= _KEPT:
                known.clear()
            found = known[text] = self._hits(text)
        return found

    def _hits(self, text: str) -> int:
        found = 0
        for case in self._cases:
            found |= self._plain_hits(text if case else text.casefold(), case=case)
        if self._regexes is not None:
            for place in self._regexes.found_in(text):
                found |= self._regex_bits[place]
        return found

    def _plain_hits(self, text: str, *, case: bool) -> int:
        found = self._equal_hits(text, case=case)
        for part, bit in self._inside[case]:
            if part in text:
                found |= bit
        for glob, bit in self._globs[case]:
            if glob.match(text):
                found |= bit
        return found

    def _equal_hits(self, text: str, *, case: bool) -> int:
        wanted = self._equal[case]
        if not self._site:
            return wanted.get(text, 0)
        found = 0
        for place in places_of(text) if wanted else ():
            found |= wanted.get(place, 0)
        return found


def as_site(text: str) -> str:
    """Return a site as it is written in looks, from what a person may write: a URL, "www.", a slash at the end."""
    return site_from_url(text) if "://" in text else text.removeprefix("www.").rstrip("/")


def places_of(site: str) -> Iterator[str]:
    """Yield the site and all it lies below: "a.b.c/d" gives a.b.c/d, a.b.c, b.c/d, b.c, c/d and c."""
    host, *steps = site.rstrip("/").split("/")
    labels = host.split(".")
    for first in range(len(labels)):
        upper = ".".join(labels[first:])
        for last in range(len(steps), -1, -1):
            yield "/".join([upper, *steps[:last]])

"""The person's own rules of privacy, applied to what other programs recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from engine.domain.activity import Observed, Window, Withheld
from engine.domain.presence import Presence

_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class PrivacyRules:
    """What decides, handed in by whoever builds the importer.

    admit: the filter every recorded window goes through. clean: makes a path or a site fit to be stored.
    titles: titles, sites and documents are kept at all. private: what was seen in private browsing is kept.
    patterns: there are patterns of titles to leave out.
    """

    admit: Callable[[Window], Observed]
    clean: Callable[[str], str]
    titles: bool
    private: bool
    patterns: bool


class Admission:
    """Lets through of imported stretches what the person would have had recorded; equal ones are judged once."""

    def __init__(self, rules: PrivacyRules) -> None:
        self._rules = rules
        self.admitted = lru_cache(maxsize=_KEPT)(self._decide)
        self._shown = lru_cache(maxsize=_KEPT)(self._filtered)
        self._clean = lru_cache(maxsize=_KEPT)(rules.clean)

    def _decide(self, seen: Observed) -> Observed:
        """Return what may be stored of it."""
        if seen.presence is not Presence.ACTIVE:
            return Observed(seen.presence)
        if seen.withheld is Withheld.PRIVATE and not self._rules.private:
            return Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE)
        # Sites and documents are searched like titles: a pattern that names one means it wherever it stands.
        for text in (seen.site, seen.document) if self._rules.patterns else ():
            found = self._shown(seen.app, text, "").withheld if text else Withheld.NO
            if found is not Withheld.NO:
                return Observed(Presence.ACTIVE, withheld=found)
        shown = self._shown(seen.app, seen.title, seen.platform)
        if shown.withheld is not Withheld.NO or not self._rules.titles:
            return shown
        return Observed(
            Presence.ACTIVE,
            shown.app,
            shown.title,
            shown.executable,
            shown.platform,
            self._clean(seen.site),
            self._clean(seen.document),
        )

    def _filtered(self, app: str, title: str, platform: str) -> Observed:
        return self._rules.admit(Window(app, title, platform=platform))

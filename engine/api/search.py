"""Looking for words in the history: what was recorded, and what the person said of it."""

from __future__ import annotations

from engine.domain.activity import Activity
from engine.domain.corrections import ADDED_SOURCE, Correction
from engine.domain.errors import UsageError
from engine.domain.found import Found
from engine.storage.corrections import CorrectionStore
from engine.storage.search import SearchStore

MOST = 1_000


class Search:
    """Finds stretches by any part of their app, title, site or document, capitals aside."""

    def __init__(self, recorded: SearchStore, corrections: CorrectionStore) -> None:
        self._recorded = recorded
        self._corrections = corrections

    def titles(self, words: str, limit: int = 100) -> list[Found]:
        """Return at most limit stretches that hold the words, the newest first; UsageError for no words."""
        words = words.encode("utf-8", "replace").decode().strip()  # half characters are stored so, too
        wanted = words.casefold()
        if not wanted:
            raise UsageError("Say what to look for: a part of a title, an app, a site or a document.")
        limit = min(limit, MOST)
        found = [_recorded(one) for one in self._recorded.search(words, limit=limit)]
        found += [_said(one) for one in self._in_force() if wanted in f"{one.app or ''}\n{one.title or ''}".casefold()]
        return sorted(found, key=lambda one: one.interval, reverse=True)[:limit]

    def _in_force(self) -> list[Correction]:
        actions = self._corrections.audit(MOST)
        return [one for action in actions if not action.undone for one in action.corrections]


def _recorded(one: Activity) -> Found:
    what = one.what
    return Found(one.interval, what.app, what.title, what.site, what.document, one.zone, one.source)


def _said(one: Correction) -> Found:
    return Found(one.interval, one.app or "", one.title or "", "", "", one.zone, ADDED_SOURCE, by_person=True)

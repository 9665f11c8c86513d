"""What has no category yet and what it seems to be, worked out from the looks the person gave one.

It loads NumPy, and torch with the meanings it is given: so it works in a process of its own, by words alone anywhere.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from engine.api.rules import Rules
from engine.domain.categories import Facet
from engine.domain.look import Look
from engine.domain.rule_suggestion import Meanings, RuleSuggestion, Suggested
from engine.domain.rules import Rule
from engine.history.rules.rule_set import RuleSet
from engine.storage.corrected_looks import CorrectedLookStore

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GROUPS = 60
"""Of what has no category so many groups are looked at, those with the most time."""

READING_S = 2.0
"""So long titles are looked up for one question; the rest is left for the next, so that others are answered between."""

_BY_RULES = 15  # looks of each category that rules labelled, as examples beside those of the person
_AT_ONCE = 32


class RuleGuesses:
    """Works out rules to suggest. meanings: builds what gives vectors of texts, asked each time."""

    def __init__(
        self,
        rules: Rules,
        corrected: CorrectedLookStore,
        meanings: Callable[[], Meanings],
        *,
        reading_s: float = READING_S,
    ) -> None:
        self._rules = rules
        self._corrected = corrected
        self._meanings = meanings
        self._reading_s = reading_s
        self._read_by: Meanings | None = None
        self._known: dict[str, NDArray[np.float32] | None] = {}

    def suggest(self) -> Suggested:
        """Return rules for what has no category; none while titles are left to be read. Raises Storage errors."""
        from engine.mind.category.groups import asked_of, suggested  # noqa: PLC0415  (NumPy, where it is asked for)
        from engine.mind.category.kinship import text_of  # noqa: PLC0415
        from engine.mind.category.prototypes import Example, learned  # noqa: PLC0415

        said = self._corrected.all()
        if not said:
            return Suggested()
        by_rules = self._labelled({look.id for look, _ in said})
        examples = [Example(*one) for one in said] + [Example(*one, said=False) for one in by_rules]
        groups = self._rules.unknown(GROUPS)
        looks = [example.look for example in examples] + [seen.look for one in groups for seen in asked_of(one)]
        vectors, unread = self._read(list(dict.fromkeys(text_of(look) for look in looks)))
        if unread:
            return Suggested(unread=unread)
        found = suggested(groups, learned(examples, vectors), vectors)
        return Suggested(tuple(one for one in found if not self._contradicts(one, said)), bool(vectors))

    def _read(self, texts: Sequence[str]) -> tuple[dict[str, NDArray[np.float32]], int]:
        """Return what texts mean, as far as there is time for it, and how many are left."""
        meanings, until = self._meanings(), time.monotonic() + self._reading_s
        if meanings is not self._read_by:
            self._read_by, self._known = meanings, {}
        missing = [text for text in texts if text not in self._known]
        for first in range(0, len(missing), _AT_ONCE):
            if first and time.monotonic() > until:
                return {}, len(missing) - first
            part = missing[first : first + _AT_ONCE]
            found = meanings(part)
            self._known.update((text, found.get(text)) for text in part)
        self._known = {text: self._known[text] for text in texts}
        return {text: vector for text, vector in self._known.items() if vector is not None}, 0

    def _labelled(self, without: set[int]) -> list[tuple[Look, int]]:
        """Return looks that rules labelled, the longest of each category."""
        count: Counter[int] = Counter()
        found: list[tuple[Look, int]] = []
        for seen in sorted(self._rules.history(), key=lambda seen: (-seen.ms, seen.look.id)):
            if not seen.ms:
                break
            category = self._rules.labels(seen.look).category_id
            if category and seen.look.id not in without and count[category] < _BY_RULES:
                count[category] += 1
                found.append((seen.look, category))
        return found

    def _contradicts(self, suggestion: RuleSuggestion, said: Sequence[tuple[Look, int]]) -> bool:
        """Return whether the rule would count as this what the person counted as something else."""
        rule = Rule(0, Facet.CATEGORY, suggestion.category_id, suggestion.unknown.match)
        rules = RuleSet([rule], self._rules.tree())
        return any(
            category != suggestion.category_id and rules.label(look).category_id == suggestion.category_id
            for look, category in said
        )

"""Rules suggested for what has no category, learned from the looks the person gave one.

They come from the process that knows what titles mean; where that does not answer, from here, by shared words alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from engine.api.rule_guesses import GROUPS
from engine.api.rules import Rules
from engine.domain.categories import Facet
from engine.domain.errors import (
    KairosError,
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageFull,
    StorageGone,
    UsageError,
)
from engine.domain.labelling import RulesChange
from engine.domain.rule_suggestion import RuleSuggestion, Suggested
from engine.domain.rule_suggestion_json import suggested_from_json
from engine.domain.rules import Rule
from engine.domain.rules_json import expression_to_json
from engine.storage.corrected_looks import CorrectedLookStore
from engine.storage.refused_rules import RefusedRuleStore
from engine.talking import Asker, NoAnswer, Silence, raise_told

_log = logging.getLogger(__name__)

MOST = 10
ANSWER_S = 60.0
"""So long an answer is waited for: the first one loads the encoder, which a busy machine does slowly."""

_MOST_STEPS = 500  # each reads titles for seconds; there are never so many
_KINDS: dict[str, type[KairosError]] = {
    kind.__name__: kind for kind in (StorageBusy, StorageDamaged, StorageError, StorageFull, StorageGone)
}


class RuleSuggestions:
    """Suggests rules and makes them; every method may raise Storage errors.

    asker: asks the process that knows meaning. by_words: suggests without it; it loads NumPy.
    """

    def __init__(
        self,
        rules: Rules,
        corrected: CorrectedLookStore,
        asker: Asker,
        by_words: Callable[[], Suggested],
        refused: RefusedRuleStore,
        *,
        patience_s: float = ANSWER_S,
    ) -> None:
        self._rules = rules
        self._corrected = corrected
        self._asker = asker
        self._by_words = by_words
        self._patience_s = patience_s
        self._refused = refused
        self._declined: set[str] | None = None
        self._unkept: dict[str, bool] = {}

    def suggest(self, most: int = MOST) -> Suggested:
        """Return rules for what has no category; it blocks until all titles are read, minutes the first time."""
        for _ in range(_MOST_STEPS):
            suggested = self.step(most)
            if not suggested.unread:
                return suggested
        return _first(self.left(self._by_words()), most)

    def step(self, most: int = MOST) -> Suggested:
        """Return the same, or that titles are left to be read; ask again then. It blocks for seconds."""
        if self._declined is None:
            self._declined = self._refused.all() | {one for one, declined in self._unkept.items() if declined}
        if not self._corrected.any():
            return Suggested()
        try:
            told = self._asker.ask({"ask": "rules"}, seconds=self._patience_s)
            raise_told(told, _KINDS)
            groups = {group.match: group for group in self._rules.unknown(GROUPS)}
            return _first(self.left(suggested_from_json(told["rules"], groups)), most)
        except NoAnswer as silence:
            if silence.why is Silence.CLOSED:
                return Suggested()
        except (KeyError, TypeError, ValueError, UsageError):
            _log.warning("what was told of rules is not understood")
        return _first(self.left(self._by_words()), most)

    def accept(self, suggestion: RuleSuggestion) -> RulesChange:
        """Make the rule; relabelling is due then. UsageError where its category is gone."""
        match = suggestion.unknown.match
        return self._rules.add_rule(Rule(None, Facet.CATEGORY, suggestion.category_id, match))

    def decline(self, suggestion: RuleSuggestion, *, declined: bool = True) -> None:
        """Do not suggest this category for this group again, declined: False takes it back; at once, stored by keep."""
        key = _key(suggestion)
        self._unkept[key] = declined
        if self._declined is not None:
            self._declined = self._declined | {key} if declined else self._declined - {key}

    def keep(self) -> None:
        """Store what was declined or taken back since."""
        for key in list(self._unkept):
            if self._unkept[key]:
                self._refused.add(key)
            else:
                self._refused.remove(key)
            del self._unkept[key]

    def left(self, suggested: Suggested) -> Suggested:
        """Return the same without what was declined."""
        declined = self._declined or set()
        found = (one for one in suggested.found if _key(one) not in declined)
        return replace(suggested, found=tuple(found))


def _key(suggestion: RuleSuggestion) -> str:
    return f"{suggestion.category_id} {expression_to_json(suggestion.unknown.match)}"


def _first(suggested: Suggested, most: int) -> Suggested:
    return replace(suggested, found=suggested.found[:most])

"""Rules suggested for what has no category, learned from the looks the person gave one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from engine.api.rules import Rules
from engine.domain.categories import Facet
from engine.domain.labelling import RulesChange
from engine.domain.look import Look
from engine.domain.rule_suggestion import Meanings, RuleSuggestion
from engine.domain.rules import Rule
from engine.history.rules.rule_set import RuleSet
from engine.storage.corrected_looks import CorrectedLookStore

MOST = 10
_GROUPS = 60  # of what has no category, those with the most time
_BY_RULES = 15  # looks of each category that rules labelled, as examples beside those of the person


class RuleSuggestions:
    """Suggests rules and makes them. meanings: builds what gives vectors of texts, when it is needed."""

    def __init__(self, rules: Rules, corrected: CorrectedLookStore, meanings: Callable[[], Meanings]) -> None:
        self._rules = rules
        self._corrected = corrected
        self._meanings = meanings

    def suggest(self, most: int = MOST) -> list[RuleSuggestion]:
        """Return rules for what has no category, what clears most time first; none where nothing is sure enough.

        It blocks for seconds where titles have to be read the first time. Raises Storage errors and EncoderError.
        """
        from engine.mind.category.groups import asked_of, suggested  # noqa: PLC0415  (NumPy, where it is asked for)
        from engine.mind.category.kinship import text_of  # noqa: PLC0415
        from engine.mind.category.prototypes import Example, learned  # noqa: PLC0415

        said = self._corrected.all()
        if not said:
            return []
        by_rules = self._labelled({look.id for look, _ in said})
        examples = [Example(*one) for one in said] + [Example(*one, said=False) for one in by_rules]
        groups = self._rules.unknown(_GROUPS)
        looks = [example.look for example in examples] + [seen.look for one in groups for seen in asked_of(one)]
        vectors = self._meanings()(list(dict.fromkeys(text_of(look) for look in looks)))
        found = suggested(groups, learned(examples, vectors), vectors)
        return [one for one in found if not self._contradicts(one, said)][:most]

    def accept(self, suggestion: RuleSuggestion) -> RulesChange:
        """Make the rule; relabelling is due then. UsageError where its category is gone."""
        match = suggestion.unknown.match
        return self._rules.add_rule(Rule(None, Facet.CATEGORY, suggestion.category_id, match))

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

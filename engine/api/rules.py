"""Categories and rules: looked at, tried, changed, and brought to bear on the whole history."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from engine.domain.categories import Category, CategoryTree, Facet, Labels
from engine.domain.errors import UsageError
from engine.domain.labelling import Decision, Overlap, Relabelled, RemovedCategory, RulesChange, Seen, Trial, Unknown
from engine.domain.look import Look
from engine.domain.rule_pack import Pack, PackRule, Remark, RulesFormat
from engine.domain.rules import Expression, Rule
from engine.history.labels import CurrentRules, RuleBook
from engine.history.relabelling import relabelling
from engine.history.rules.expressions import check
from engine.history.rules.files import read_rules, rules_text, write_rules
from engine.history.rules.merging import Additions, additions, as_pack
from engine.history.rules.overlaps import find_overlaps
from engine.history.rules.pack_reading import MOST_RULES, read_pack, tidy_path
from engine.history.rules.rule_set import RuleSet
from engine.history.rules.trial import SHOWN, try_out
from engine.history.rules.uncategorised import group_unknown
from engine.paths import resource
from engine.storage.categories import CategoryStore
from engine.storage.looks import LookStore
from engine.storage.rule_packs import PackStore
from engine.storage.rules import RuleStore

STARTERS = {"en": "rules/starter_en.toml", "zh": "rules/starter_zh.toml"}
_MOST_UNKNOWN = 20_000


class Rules:
    """The rules of one profile. What changes them returns what changed, and says whether relabelling is due.

    UsageError, PatternError and RulesFileError say what cannot be done, before anything is.
    """

    def __init__(
        self, current: CurrentRules, categories: CategoryStore, rules: RuleStore, packs: PackStore, looks: LookStore
    ) -> None:
        self._current = current
        self._categories = categories
        self._rules = rules
        self._packs = packs
        self._looks = looks
        self._before: RuleBook | None = None

    # ---------------------------------------------------------------- looking

    def tree(self) -> CategoryTree:
        """Return the categories."""
        return CategoryTree(self._categories.all())

    def all(self) -> list[Rule]:
        """Return the rules in their order."""
        return self._rules.all()

    def decide(self, look: Look) -> Decision:
        """Return what the rules in force make of a look, and why."""
        return RuleSet(self.all(), self.tree()).decide(look)

    def labels(self, look: Look) -> Labels:
        """Return what the rules in force count a look as; quick enough to ask of thousands."""
        return self._current(look)

    def history(self) -> tuple[Seen, ...]:
        """Return every distinct look with its time, to try expressions on; ask once and keep it while typing."""
        lengths = self._looks.lengths()
        return tuple(Seen(look, lengths.get(look.id, 0)) for look in self._looks.looks())

    def try_out(self, match: Expression, history: Sequence[Seen] | None = None, shown: int = SHOWN) -> Trial:
        """Return what an expression would match in the history, read anew for None."""
        return try_out(match, self.history() if history is None else history, shown)

    def overlaps(self) -> tuple[Overlap, ...]:
        """Return what is wrong with the rules among each other, judged by the whole history."""
        return find_overlaps(self.all(), self.tree(), self._looks.looks())

    def unknown(self, most: int = 100) -> tuple[Unknown, ...]:
        """Return what has no category, in groups that one rule clears, those with the most time first."""
        return group_unknown((Seen(look, ms) for look, ms in self._looks.top_unlabelled(_MOST_UNKNOWN)), most)

    # ---------------------------------------------------------------- changing

    def add_category(
        self, name: str, parent_id: int | None = None, colour: str | None = None, weight: int | None = None
    ) -> RulesChange:
        """Add a category below another one, or as a root."""
        return RulesChange(frozenset({self._categories.add(name, parent_id, colour, weight)}))

    def change_category(self, changed: Category) -> RulesChange:
        """Replace the category of the same number; a move can make another rule win."""
        moved = any(one.id == changed.id and one.parent_id != changed.parent_id for one in self._categories.all())
        self._remember()
        self._categories.change(changed)
        return RulesChange(frozenset({changed.id}), labels=moved)

    def remove_category(self, category_id: int) -> RulesChange:
        """Remove a category and its rules; what lay below it moves up, what it counted is decided anew."""
        gone = frozenset(rule.id or 0 for rule in self.all() if rule.target == category_id)
        below = frozenset(one.id for one in self.tree().children(category_id))
        self._remember()
        removed = self._categories.remove(category_id)
        return RulesChange(below | {category_id}, gone, labels=True, removed=removed)

    def restore_category(self, removed: RemovedCategory) -> RulesChange:
        """Put a removed category back, with its rules and goals and whatever named it; its time is sorted anew."""
        self._remember()
        self._categories.put_back(removed)
        rules = frozenset(rule.id or 0 for rule in removed.rules)
        return RulesChange(removed.below | {removed.category.id}, rules, labels=True)

    def add_rule(self, rule: Rule) -> RulesChange:
        """Add a rule after those there are."""
        check(rule.match)
        self._remember()
        return RulesChange(rules=frozenset({self._rules.add(replace(rule, id=None, position=0))}), labels=True)

    def add_named(self, facet: Facet, target: tuple[str, ...], match: Expression, *, create: bool) -> RulesChange:
        """Add a rule whose target is named by its path; create: a category that is missing is made, else UsageError."""
        check(match)
        target = tidy_path(target)
        if facet is Facet.CATEGORY and not create and self.tree().find(target) is None:
            raise UsageError(f"There is no category “{' > '.join(target)}”. To make it, add --create.")
        self._remember()
        return self._packs.add((), (PackRule(facet, target, match),))

    def change_rule(self, rule: Rule) -> RulesChange:
        """Replace the rule of the same number."""
        check(rule.match)
        self._remember()
        self._rules.change(rule)
        return RulesChange(rules=frozenset({rule.id or 0}), labels=True)

    def remove_rule(self, rule_id: int) -> RulesChange:
        """Remove a rule."""
        self._remember()
        self._rules.remove(rule_id)
        return RulesChange(rules=frozenset({rule_id}), labels=True)

    def move_rule(self, rule_id: int, before_id: int | None) -> RulesChange:
        """Put a rule right before another one, at the end for None; UsageError where either is gone."""
        order = [rule.id or 0 for rule in self.all()]
        if not {rule_id, before_id} <= {*order, None}:
            raise UsageError("This rule is gone. Load the rules anew.")
        order.remove(rule_id)
        order.insert(len(order) if before_id in {None, rule_id} else order.index(before_id or 0), rule_id)
        self._remember()
        self._rules.arrange(order)
        return RulesChange(rules=frozenset({rule_id}), labels=True)

    def _remember(self) -> None:
        """Keep the rules the history is labelled by, so that relabelling need only look at what an edit touches."""
        if self._before is None:
            with suppress(UsageError):
                self._before = self._current.now()

    # ---------------------------------------------------------------- packs and files

    def starter(self, language: str) -> Pack:
        """Return the pack to begin with for a language ("zh_CN" is "zh"); English for one that has none."""
        name = STARTERS.get(language[:2].lower(), STARTERS["en"])
        return read_pack(resource(name).read_text(encoding="utf-8"))

    def read(self, path: Path) -> Pack:
        """Return the pack a file of Kairos or of ActivityWatch holds, with what had to be left out; changes nothing."""
        return read_rules(path)

    def preview(self, pack: Pack) -> Additions:
        """Return what of a pack is not there yet; changes nothing."""
        return additions(pack, self.tree(), self.all())

    def install(self, pack: Pack) -> RulesChange:
        """Add what of a pack is not there yet, all of it or nothing."""
        rules = self.all()
        new = additions(pack, self.tree(), rules)
        if len(rules) + len(new.rules) > MOST_RULES:
            raise UsageError(f"There would be {len(rules) + len(new.rules)} rules; at most {MOST_RULES} can be used.")
        self._remember()
        return self._packs.add(new.categories, new.rules)

    def export(self, path: Path | None, form: RulesFormat = RulesFormat.KAIROS) -> tuple[str, tuple[Remark, ...]]:
        """Return all rules as text, and what the format cannot say; written to the file too where one is named."""
        text, left_out = rules_text(as_pack(self.tree(), self.all()), form)
        if path is not None:
            write_rules(path, text)
        return text, left_out

    # ---------------------------------------------------------------- relabelling

    def outdated(self) -> bool:
        """Return whether any look was labelled by rules that are not in force any more."""
        return bool(self._looks.outdated())

    def relabel(self) -> Iterator[Relabelled]:
        """Label anew what older rules have labelled and put the totals right, yielding how far it has come.

        Each step is kept by itself: stop asking at any time, and what is left is done by the next call.
        """
        yield from relabelling(self._looks, self._current, self._before)
        self._before = None

    def relabel_all(self) -> Relabelled:
        """Relabel to the end and return what was done."""
        return functools.reduce(lambda _, step: step, self.relabel(), Relabelled(0, 0, 0))

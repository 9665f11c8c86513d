"""The stored rules as a labeller: new looks are labelled by those in force when they are stored."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from engine.domain.categories import CategoryTree, Labels
from engine.domain.errors import UsageError
from engine.domain.look import Look
from engine.domain.rules import Rule
from engine.history.rules.rule_set import RuleSet
from engine.storage.categories import CategoryStore
from engine.storage.rules import RuleStore

log = logging.getLogger(__name__)

_TRUSTED_S = 2.0


@dataclass(frozen=True, slots=True)
class RuleBook:
    """One revision of the rules and categories, and the rules ready; revision 0 where they cannot be used."""

    revision: int
    rules: tuple[Rule, ...]
    tree: CategoryTree
    ready: RuleSet


_EMPTY = RuleBook(0, (), CategoryTree(()), RuleSet((), CategoryTree(())))


class CurrentRules:
    """The stored rules, ready; read again when another revision is in force. Any thread may ask.

    As a labeller it looks for another revision every two seconds at most: what is labelled by an older one
    meanwhile is known by its revision and labelled anew.
    """

    def __init__(self, rules: RuleStore, categories: CategoryStore) -> None:
        self._rules = rules
        self._categories = categories
        self._lock = Lock()
        self._book: RuleBook | None = None
        self._asked_s = 0.0

    @property
    def revision(self) -> int:
        """The revision by which the last label was given; 0 where the rules cannot be used."""
        return (self._book or self._trusted()).revision

    def __call__(self, look: Look) -> Labels:
        """Return the look's labels."""
        return self._trusted().ready.label(look)

    def now(self) -> RuleBook:
        """Return the rules in force at this moment; UsageError where they cannot be used."""
        with self._lock:
            book = self._read()
        if not book.revision:
            raise UsageError("The stored rules cannot be used. Remove or mend the one that “kairos rules list” names.")
        return book

    def _trusted(self) -> RuleBook:
        with self._lock:
            if self._book is not None and monotonic() - self._asked_s < _TRUSTED_S:
                return self._book
            return self._read()

    def _read(self) -> RuleBook:
        if self._book is None or self._rules.revision() != self._book.revision:
            try:
                rules, revision = self._rules.all_with_revision()
                tree = CategoryTree(self._categories.all())
                self._book = RuleBook(revision, tuple(rules), tree, RuleSet(rules, tree))
            except UsageError as trouble:  # recording goes on; what is stored meanwhile counts as out of date
                log.warning("The rules cannot be used: %s", trouble.message)
                self._book = _EMPTY
        self._asked_s = monotonic()
        return self._book

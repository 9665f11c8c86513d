"""The stored rules as a labeller: new looks are labelled by those in force when they are stored."""

from __future__ import annotations

import logging
from threading import Lock
from time import monotonic

from engine.domain.categories import CategoryTree, Labels
from engine.domain.errors import UsageError
from engine.domain.look import Look
from engine.history.rules.rule_set import RuleSet
from engine.storage.categories import CategoryStore
from engine.storage.rules import RuleStore

log = logging.getLogger(__name__)

_TRUSTED_S = 2.0


class CurrentRules:
    """The stored rules, ready; read again when another revision is in force. Any thread may ask.

    As a labeller it looks for another revision every two seconds at most: what is labelled by an older one
    meanwhile is known by its revision and labelled anew.
    """

    def __init__(self, rules: RuleStore, categories: CategoryStore) -> None:
        self._rules = rules
        self._categories = categories
        self._lock = Lock()
        self._ready: RuleSet | None = None
        self._revision = 0
        self._asked_s = 0.0

    @property
    def revision(self) -> int:
        """The revision by which the last label was given; 0 where the rules cannot be used."""
        if self._ready is None:
            self._trusted()
        return self._revision

    def __call__(self, look: Look) -> Labels:
        """Return the look's labels."""
        return self._trusted().label(look)

    def now(self) -> tuple[RuleSet, int]:
        """Return the rules of the revision in force at this moment, and its number.

        Raises UsageError where they cannot be used.
        """
        with self._lock:
            ready, revision = self._read()
        if not revision:
            raise UsageError("The stored rules cannot be used. Remove or mend the one that “kairos rules list” names.")
        return ready, revision

    def _trusted(self) -> RuleSet:
        with self._lock:
            if self._ready is not None and monotonic() - self._asked_s < _TRUSTED_S:
                return self._ready
            return self._read()[0]

    def _read(self) -> tuple[RuleSet, int]:
        if self._ready is None or self._rules.revision() != self._revision:
            try:
                rules, revision = self._rules.all_with_revision()
                self._ready, self._revision = RuleSet(rules, self._tree()), revision
            except UsageError as trouble:  # recording goes on; what is stored meanwhile counts as out of date
                log.warning("The rules cannot be used: %s", trouble.message)
                self._ready, self._revision = RuleSet((), CategoryTree(())), 0
        self._asked_s = monotonic()
        return self._ready, self._revision

    def _tree(self) -> CategoryTree:
        return CategoryTree(self._categories.all())

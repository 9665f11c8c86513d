"""Labels kept true: new looks are labelled by the rules in force, and after an edit all others anew, step by step."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Lock
from time import monotonic

from engine.domain.categories import CategoryTree, Labels
from engine.domain.errors import UsageError
from engine.domain.labelling import Relabelled
from engine.domain.look import Look
from engine.history.rules.rule_set import RuleSet
from engine.storage.categories import CategoryStore
from engine.storage.looks import LOOKS_AT_ONCE, LookStore
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


def relabelling(looks: LookStore, current: CurrentRules) -> Iterator[Relabelled]:
    """Label the looks anew that other rules than those in force have labelled, yielding how far it has come.

    What changes comes first, so that the totals are right long before the last look is marked as looked at. Every
    step is a transaction of its own: stopped or killed in between, what is left stays known as out of date.
    """
    ready, revision = current.now()
    outdated = looks.outdated()
    before = looks.labels() if outdated else {}
    decided = list(ready.label_many(outdated))
    decided.sort(key=lambda one: before.get(one[0]) == one[1])
    total, done, changed = len(decided), 0, 0
    yield Relabelled(done, total, changed)
    while done < total:
        step = decided[done : done + LOOKS_AT_ONCE]
        changed += looks.label_many(step, revision)
        done += len(step)
        yield Relabelled(done, total, changed)

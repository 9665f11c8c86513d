"""What the person said of documents, and what follows at once: quiet, never here, fewer like it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from engine.domain.clock import MS_PER_HOUR
from engine.domain.offers import Shown
from engine.domain.recommended import Verdict

QUIET_MS = 4 * MS_PER_HOUR
"""So long a document told "not now" is not shown."""

DAY_MS = 24 * MS_PER_HOUR
LESS_QUIET_MS = 7 * DAY_MS
"""So long a document told "less like this" is not shown itself."""

LESS_HALVES_MS = 28 * DAY_MS
"""After so long "less like this" weighs half."""

LESS_WEIGHT = 3.0
"""What being just like a document told "less" takes off, in standard deviations of the scores to choose from."""

_ALIKE_FROM = 0.35  # cosine; below it documents have nothing to do with each other

Alike = Callable[[int, int], float]
"""How alike two documents are, by number: a cosine, 1 for the same."""


@dataclass(slots=True)
class Spoken:
    """What was said up to a moment. quiet: until when, by document. never: document and context. less: how fresh."""

    now_ms: int
    quiet: dict[int, int] = field(default_factory=dict)
    never: set[tuple[int, str]] = field(default_factory=set)
    disliked: set[int] = field(default_factory=set)
    less: dict[int, float] = field(default_factory=dict)

    def bars(self, document: int, context: str) -> bool:
        """Return whether a document must not be shown in the context now."""
        return self.quiet.get(document, 0) > self.now_ms or (document, context) in self.never

    def may_explore(self, document: int) -> bool:
        """Return whether a document may be shown just to learn: never one that was told wrong or less."""
        return document not in self.disliked

    def takes_off(self, document: int, alike: Alike | None) -> float:
        """Return what "less like this" takes off a document, in standard deviations of the scores; 0 or more."""
        return LESS_WEIGHT * max((self._share(document, other, alike) for other in self.less), default=0.0)

    def _share(self, document: int, other: int, alike: Alike | None) -> float:
        if document == other:
            return self.less[other]
        near = 0.0 if alike is None else alike(document, other)
        return self.less[other] * min(1.0, max(0.0, (near - _ALIKE_FROM) / (1.0 - _ALIKE_FROM)))


def spoken(history: Iterable[Shown], now_ms: int) -> Spoken:
    """Return what the history of offered documents says at a moment; opening a document again lifts all but "never"."""
    found = Spoken(now_ms)
    told = [
        (said.at_ms, said.verdict, one.offered.document_id, one.offered.context)
        for one in history
        for said in one.said
        if one.offered.document_id is not None and said.at_ms <= now_ms
    ]
    for at_ms, verdict, document, context in sorted(told):
        _hear(found, at_ms, verdict, document, context)
    return found


def _hear(found: Spoken, at_ms: int, verdict: Verdict, document: int, context: str) -> None:
    match verdict:
        case Verdict.NOT_NOW:
            found.quiet[document] = max(found.quiet.get(document, 0), at_ms + QUIET_MS)
        case Verdict.WRONG:
            found.never.add((document, context))
            found.disliked.add(document)
        case Verdict.LESS:
            found.quiet[document] = max(found.quiet.get(document, 0), at_ms + LESS_QUIET_MS)
            found.less[document] = 0.5 ** ((found.now_ms - at_ms) / LESS_HALVES_MS)
            found.disliked.add(document)
        case Verdict.OPENED | Verdict.ACCEPTED:
            found.quiet.pop(document, None)
            found.less.pop(document, None)

"""A made-up person who reads documents of projects: by project, by time of day, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.mind.recommend.facts import DocumentFacts, DocumentUses
from engine.mind.recommend.words import with_words

DAY_S = 86_400.0
FIRST_S = 20_000 * DAY_S
_MINUTE_S = 60.0


@dataclass(frozen=True)
class Library:
    """What there is to read, and what was read; project of each document by its place."""

    facts: DocumentFacts
    uses: DocumentUses
    project: np.ndarray[tuple[int], np.dtype[np.int64]]

    @property
    def end_s(self) -> float:
        """The moment after the last use, on a working morning."""
        return float(self.uses.end_s[-1]) + _MINUTE_S


def library(
    *, documents: int = 60, days: int = 40, projects: int = 6, seed: int = 0, sessions: int = 3, vectors: int = 0
) -> Library:
    """Return a library read for so many days: each session one project, its favourites first, often in the same order.

    The first half of the projects is read in the morning, the other in the afternoon. Document n has number 10 + n.
    """
    rng = np.random.default_rng(seed)
    project = np.arange(documents) % projects
    facts = _facts(project, vectors, rng)
    rows: list[tuple[int, float, float, int]] = []
    for session in range(days * sessions):
        day, part = divmod(session, sessions)
        chosen = _project_of(part, sessions, projects, rng)
        own = np.flatnonzero(project == chosen)
        at = FIRST_S + day * DAY_S + (8.0 + 3.0 * part) * 3_600.0 + rng.uniform(0, 1_800)
        rows += _session(own, at, session, rng)
    return Library(facts, _columns(rows), project)


def _project_of(part: int, sessions: int, projects: int, rng: np.random.Generator) -> int:
    half = max(1, projects // 2)
    low = 0 if part < sessions / 2 else half
    return low + int(rng.integers(max(1, half if low == 0 else projects - half)))


def _session(
    own: np.ndarray[tuple[int], np.dtype[np.int64]], at: float, session: int, rng: np.random.Generator
) -> list[tuple[int, float, float, int]]:
    rows = []
    place = int(rng.zipf(1.6)) % len(own)
    for _ in range(int(rng.integers(3, 8))):
        long = float(rng.lognormal(4.5, 0.8))
        rows.append((int(own[place]) + 10, at, at + long, session))
        at += long + float(rng.uniform(0, 60))
        step = 1 if rng.random() < 0.6 else int(rng.zipf(1.6))
        place = (place + max(1, step % len(own))) % len(own)
    return rows


def _columns(rows: list[tuple[int, float, float, int]]) -> DocumentUses:
    document, start, end, session = (np.array(column) for column in zip(*rows, strict=True))
    again = np.concatenate([[False], session[1:] == session[:-1]])
    before = np.where(again, np.concatenate([[0], document[:-1]]), 0)
    return DocumentUses(document, start, end, start.copy(), session, before)


def _facts(
    project: np.ndarray[tuple[int], np.dtype[np.int64]], vectors: int, rng: np.random.Generator
) -> DocumentFacts:
    count = len(project)
    title = tuple(f"topic{of} theme{of} note{one} page{one % 7}" for one, of in enumerate(project))
    meaning = None
    if vectors:
        centre = rng.normal(size=(int(project.max()) + 1, vectors))
        meaning = (centre[project] + rng.normal(size=(count, vectors))).astype(np.float16)
    found = DocumentFacts(
        np.arange(count) + 10, tuple(f"/d/{one}.md" for one in range(count)), title, np.full(count, FIRST_S - DAY_S),
        vectors=meaning,
    )  # fmt: skip
    return with_words(found)

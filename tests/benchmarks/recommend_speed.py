"""How long learning and recommending take: one person with 10,000 documents, and 1,000 made-up employees."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator

import numpy as np
from helpers.reading_person import DAY_S, FIRST_S, Library, library
from numpy.typing import NDArray

from engine.mind.recommend.facts import DocumentUses
from engine.mind.recommend.moment import context_of
from engine.mind.recommend.recommender import Recommender, fit

_ASKED = 200
_PEOPLE, _READS, _DAYS, _LIBRARY, _TEAMS = 1_000, 5, 250, 20_000, 50


def speed() -> Iterator[str]:
    """Yield lines of figures."""
    one = library(documents=10_000, days=250, projects=200, vectors=384)
    yield from _measured("one person, 10,000 documents", one, one.uses, 20)
    many, own = employees()
    yield from _measured(f"{_PEOPLE:,} employees x {_READS} reads x {_DAYS} days", many, own, 30)


def _measured(name: str, read: Library, own: DocumentUses, wanted_ms: int) -> Iterator[str]:
    wall, processor = time.perf_counter(), time.process_time()
    made = fit(read.uses, read.facts, now_s=read.end_s)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    yield f"{name}: {len(read.uses):,} uses, learned in {wall:.1f} s, {processor:.1f} s of the processor"
    for clock, took in zip(("", " of the processor"), _asked(made.with_uses(own, read.end_s), own), strict=True):
        middle, late = np.percentile(took, [50, 95])
        yield f"  recommended in p50 {middle:.1f} ms, p95 {late:.1f} ms{clock} (at most {wanted_ms} wanted)"
    yield f"  most memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"


def _asked(made: Recommender, own: DocumentUses) -> NDArray[np.float64]:
    """Return the milliseconds of ranking for moments of the last weeks, warm: as they pass, and of the processor."""
    took = []
    for at in np.linspace(len(own) * 0.9, len(own) - 1, _ASKED + 10).astype(np.int64):
        context = context_of(own, float(own.start_s[at]), float(own.local_s[at]))
        wall, processor = time.perf_counter(), time.process_time()
        made.rank(context, 10)
        took.append((time.perf_counter() - wall, time.process_time() - processor))
    return np.array(took[10:]).T * 1_000


def employees() -> tuple[Library, DocumentUses]:
    """Return what all of them read, a session a person and day, and the uses of the first of them."""
    rng = np.random.default_rng(0)
    facts = library(documents=_LIBRARY, days=1, projects=_TEAMS * 4).facts
    team = rng.integers(_TEAMS * 4, size=_PEOPLE)
    count = _PEOPLE * _DAYS * _READS
    row = np.arange(count)
    session = row // _READS
    person, day = session % _PEOPLE, session // _PEOPLE
    of_team = rng.zipf(1.3, size=count) % (_LIBRARY // (_TEAMS * 4)) * _TEAMS * 4 + team[person]
    place = np.where(rng.random(count) < 0.8, of_team, rng.integers(_LIBRARY, size=count))
    start = FIRST_S + day * DAY_S + 9 * 3_600 + person * 2.0 + (row % _READS) * 4_000.0
    order = np.argsort(start, kind="stable")
    document = place + 10
    before = np.where(row % _READS == 0, 0, np.roll(document, 1))
    uses = DocumentUses(document, start, start + 600.0, start.copy(), session, before, person).rows(order)
    return Library(facts, uses, np.zeros(0, np.int64)), uses.own(0)

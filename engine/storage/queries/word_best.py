"""The best chunks for a question, as well as they can be told by reading so many entries of the index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from engine.storage.queries.word_match import Extent, Sought, any_of
from engine.storage.tables import WORDS

_BEST = f"""SELECT rowid, -bm25({WORDS}, {{weights}}) AS score FROM {WORDS}
WHERE {WORDS} MATCH ? AND rowid >= ?{{narrowed}} ORDER BY score DESC LIMIT ?"""  # noqa: S608  (our own names)
_REACHED = f"SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH ?{{narrowed}} ORDER BY rowid DESC LIMIT 1 OFFSET ?"  # noqa: S608
_HOLDING = f"SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH ? AND +rowid IN ({{ids}})"  # noqa: S608


_MOST_ASKED = 96  # words of one question; the time for each entry read grows with them
_MOST_LIFTING = 16


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked for; each once, the rarest first."""

    any: Sequence[Sought]
    must: Sequence[Sought]
    must_not: Sequence[Sought]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is asked, from which number on, about how many entries that reads, and what is left out."""

    match: str
    first: int
    reads: float
    left_out: Sequence[Sought]


def best_of(  # noqa: PLR0913, PLR0917  (what a question needs)
    connection: Connection,
    terms: Terms,
    extent: Extent,
    allowed: float,
    weights: tuple[float, float, float],
    narrowed: str,
    limit: int,
    *,
    again: bool = False,
) -> tuple[dict[int, float], float]:
    """Return scores by chunk, and how many entries were read for them.

    allowed: how many may be. weights: of title, heading, text. narrowed: a further condition on rowid, or nothing.
    again: the condition leaves out what was found before, which then takes nothing of what may be read.
    """
    plan = _plan(terms, extent, allowed)
    if again and plan.first > extent.first:
        plan = replace(plan, first=min(plan.first, _reached(connection, plan, extent, narrowed)))
    asked = _BEST.format(weights=", ".join(f"{weight:f}" for weight in weights), narrowed=narrowed)
    rows = connection.exec_driver_sql(asked, (plan.match, plan.first, limit))
    scores = {number: float(score) for number, score in rows}
    for term in plan.left_out:
        _lift(connection, scores, term, plan.match, term.rarity(extent.count))
    return scores, plan.reads


def _plan(terms: Terms, extent: Extent, allowed: float) -> _Plan:
    asked, left_out = (terms.any, []) if terms.must else _affordable(terms.any, allowed)
    if terms.must:
        needed = " AND ".join(f"({one.match})" for one in terms.must)
        wished = any_of([one.match for one in (*terms.must, *asked)])
        match, reads = (f"{needed} AND ({wished})" if asked else needed), float(min(one.chunks for one in terms.must))
    else:
        match, reads = any_of([one.match for one in asked]), float(sum(one.chunks for one in asked))
    if terms.must_not:
        match = f"({match}) NOT ({any_of([one.match for one in terms.must_not])})"
    if reads <= allowed:
        return _Plan(match, extent.first, reads, left_out)
    read = int((extent.last - extent.first + 1) * allowed / reads)
    return _Plan(match, extent.last - read, allowed, left_out)


def _reached(connection: Connection, plan: _Plan, extent: Extent, narrowed: str) -> int:
    """Return from which number on so many entries as may be read meet the condition; passing over others is cheap."""
    asked = (plan.match, int(plan.reads))
    found = connection.exec_driver_sql(_REACHED.format(narrowed=narrowed), asked).scalar_one_or_none()
    return extent.first if found is None else int(found)


def _affordable(wanted: Sequence[Sought], allowed: float) -> tuple[list[Sought], list[Sought]]:
    """Return the rarest terms that fit, at least one, as often as they count, and the terms left out."""
    asked: list[Sought] = []
    left_out: list[Sought] = []
    for one in wanted:
        if asked and (one.chunks > allowed or len(asked) >= _MOST_ASKED):
            left_out.append(one)
            continue
        copies = one.copies if one.copies * one.chunks <= allowed else 1
        asked += [one] * copies
        allowed -= copies * one.chunks
    return asked, left_out[:_MOST_LIFTING]


def _lift(connection: Connection, scores: dict[int, float], term: Sought, match: str, by: float) -> None:
    """Add what a term left out counts to the chunks that hold it; that it is there is read fast among those found."""
    if by <= 0 or not scores:
        return
    ids = ", ".join(f"{number:d}" for number in scores)
    for number in connection.exec_driver_sql(_HOLDING.format(ids=ids), (f"({term.match}) AND ({match})",)).scalars():
        scores[number] += by

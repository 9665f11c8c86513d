"""The public saves of papers by people: read, split by person, and ranked lists judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.mind.measures.metrics import ndcg, recall
from engine.mind.recommend.facts import DocumentFacts
from engine.mind.recommend.tables import Dense, Table, table

K = 20
_AT_ONCE = 500


@dataclass(frozen=True)
class Saves:
    """What people saved as a table (people, papers), and the tags of papers as words."""

    table: Table
    facts: DocumentFacts


@dataclass(frozen=True)
class Judged:
    """Recall and nDCG at K of each person something was held back from; person: which."""

    recall: NDArray[np.float64]
    ndcg: NDArray[np.float64]
    person: NDArray[np.int64]


def read_saves(folder: Path) -> Saves:
    """Return what lies in the folder (users.dat, item-tag.dat: of each line a count, then numbers)."""
    people, tags = _lines(folder / "users.dat"), _lines(folder / "item-tag.dat")
    words = _table(tags, 1 + max(max(line, default=0) for line in tags))
    words = words.with_data(np.ones_like(words.data))
    count = len(tags)
    names = tuple(f"paper {one}" for one in range(count))
    facts = DocumentFacts(np.arange(count) + 1, names, names, np.zeros(count), words=words)
    return Saves(_table(people, count), facts)


def halves(saves: Table, seed: int, share: float = 0.8) -> tuple[Table, Table]:
    """Return the two parts of a split of every person's saves, the first with the share given of them."""
    rng = np.random.default_rng(seed)
    kept: list[list[int]] = []
    held: list[list[int]] = []
    for person in range(saves.shape[0]):
        own = saves.indices[saves.indptr[person] : saves.indptr[person + 1]]
        mixed = own[rng.permutation(len(own))]
        cut = max(1, round(len(own) * share))
        kept.append(mixed[:cut].tolist())
        held.append(mixed[cut:].tolist())
    return _table(kept, saves.shape[1]), _table(held, saves.shape[1])


def judged(
    score: Callable[[Table], Dense], kept: Table, held: Table, allowed: NDArray[np.bool_] | None = None
) -> Judged:
    """Rank for each person all papers not kept (of those allowed) and compare the first K with what was held back."""
    found = []
    for rows in in_turn(kept.shape[0]):
        scores = np.where(kept.rows(rows).toarray() > 0, -np.inf, score(kept.rows(rows)))
        if allowed is not None:
            scores[:, ~allowed] = -np.inf
        first = np.argpartition(-scores, K, axis=1)[:, :K]
        order = np.argsort(-np.take_along_axis(scores, first, axis=1), axis=1, kind="stable")
        first = np.take_along_axis(first, order, axis=1)
        wanted = held.rows(rows).toarray() > 0
        right, relevant = np.take_along_axis(wanted, first, axis=1), wanted.sum(axis=1)
        found.append((recall(right, relevant, K), ndcg(right, relevant, K), relevant))
    figure, gain, relevant = (np.concatenate(column) for column in zip(*found, strict=True))
    some = relevant > 0
    return Judged(figure[some], gain[some], np.flatnonzero(some))


def in_turn(count: int) -> Iterator[slice]:
    """Yield slices of people, as many as fit into memory at once."""
    for start in range(0, count, _AT_ONCE):
        yield slice(start, min(count, start + _AT_ONCE))


def _lines(path: Path) -> list[list[int]]:
    with path.open(encoding="utf-8") as lines:
        return [[int(number) for number in line.split()[1:]] for line in lines]


def _table(lines: list[list[int]], columns: int) -> Table:
    rows = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    flat = np.array([number for line in lines for number in line], np.int64)
    return table(rows, flat, np.ones(len(flat)), (len(lines), columns))

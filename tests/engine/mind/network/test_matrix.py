"""The nearest vectors, against the plain product of all."""

from __future__ import annotations

import importlib.util
import sys
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.mind.network import matrix
from engine.mind.network.matrix import VectorMatrix
from engine.mind.network.shortlist import can_list

if TYPE_CHECKING:
    from engine.domain.encoding import HalfVectors, Vectors

WIDTH = 24

listing = pytest.mark.skipif(not can_list(), reason="faiss is not installed, or may not be used here")


@pytest.fixture(autouse=True)
def small_slabs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a few hundred vectors span several slabs."""
    monkeypatch.setattr(matrix, "_SLAB", 64)


def unit_vectors(count: int, seed: int) -> HalfVectors:
    found = np.random.default_rng(seed).standard_normal((count, WIDTH))
    scaled: HalfVectors = (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float16)
    return scaled


def brute(known: dict[int, HalfVectors], query: Vectors, k: int) -> list[int]:
    scores = {number: float(vector.astype(np.float32) @ query) for number, vector in known.items()}
    return sorted(scores, key=lambda number: (-scores[number], number))[:k]


def query_of(seed: int) -> Vectors:
    query: Vectors = unit_vectors(1, seed)[0].astype(np.float32)
    return query


def test_what_comes_and_goes_is_found_as_by_comparing_with_all() -> None:
    rng = np.random.default_rng(1)
    found = VectorMatrix(WIDTH)
    known: dict[int, HalfVectors] = {}
    for step in range(25):
        ids = rng.integers(0, 400, 40).astype(np.int64)
        vectors = unit_vectors(40, 100 + step)
        found.add(ids, vectors)
        known.update(dict(zip(ids.tolist(), vectors, strict=True)))
        gone = rng.integers(0, 400, 15).astype(np.int64)
        found.remove(gone)
        known = {number: vector for number, vector in known.items() if number not in set(gone.tolist())}
        query = query_of(step)
        assert [number for number, _ in found.top(query, 7)] == brute(known, query, 7)
        some = rng.integers(0, 500, 10 if step % 2 else 300).astype(np.int64)
        among = {number: vector for number, vector in known.items() if number in set(some.tolist())}
        assert [number for number, _ in found.top(query, 7, some)] == brute(among, query, 7)
    assert len(found) == len(known)


def test_loading_takes_the_place_of_what_was_there() -> None:
    found = VectorMatrix(WIDTH)
    found.add(np.array([1, 2]), unit_vectors(2, 1))
    vectors = unit_vectors(150, 2)
    found.load([(np.arange(10, 110), vectors[:100]), (np.arange(110, 160), vectors[100:])])
    assert len(found) == 150
    top = found.top(vectors[120].astype(np.float32), 1)
    assert top[0][0] == 130
    assert top[0][1] == pytest.approx(1, abs=2e-3)


def test_vectors_come_back_in_the_order_asked_for_and_zeros_for_strangers() -> None:
    found = VectorMatrix(WIDTH)
    vectors = unit_vectors(100, 3)
    found.add(np.arange(100)[::-1], vectors)
    back = found.of(np.array([5, 1000, 99, 5]))
    assert back.dtype == np.float32
    assert np.array_equal(back[[0, 2, 3]], vectors[[94, 0, 94]].astype(np.float32))
    assert not back[1].any()


def test_nothing_there_nothing_found() -> None:
    found = VectorMatrix(WIDTH)
    assert found.top(query_of(1), 5) == []
    assert found.top(query_of(1), 5, np.array([1, 2])) == []
    assert found.of(np.array([1])).shape == (1, WIDTH)
    found.add(np.array([4]), unit_vectors(1, 1))
    found.remove(np.array([4, 4, 5]))
    assert found.top(query_of(1), 5) == []
    assert len(found) == 0


def test_the_last_of_equal_ids_counts() -> None:
    found = VectorMatrix(WIDTH)
    vectors = unit_vectors(3, 4)
    found.add(np.array([7, 7, 7]), vectors)
    assert len(found) == 1
    assert np.array_equal(found.of(np.array([7]))[0], vectors[2].astype(np.float32))


def test_what_is_no_number_never_wins() -> None:
    found = VectorMatrix(WIDTH)
    broken = np.full((2, WIDTH), np.nan, dtype=np.float16)
    broken[1] = np.inf
    found.add(np.array([1, 2]), broken)
    query = query_of(5)
    found.add(np.array([3]), query[None].astype(np.float16))
    assert found.top(query, 1)[0][0] == 3
    assert [score for _, score in found.top(query, 3)[1:]] == [0, 0]


def test_near_ties_below_half_precision_are_told_apart() -> None:
    base = query_of(6)
    near = [(base + noise).astype(np.float16) for noise in unit_vectors(50, 7).astype(np.float32) * 1e-3]
    found = VectorMatrix(WIDTH)
    found.add(np.arange(50), np.stack(near))
    found.add(np.arange(50, 250), unit_vectors(200, 8) / np.float16(4))
    assert [number for number, _ in found.top(base, 10)] == brute(dict(enumerate(near)), base, 10)


@listing
def test_a_short_list_and_what_came_since_find_the_same() -> None:
    rng = np.random.default_rng(4)
    found = VectorMatrix(WIDTH)
    known = dict(enumerate(unit_vectors(4000, 20)))
    found.load([(np.arange(4000), np.stack(list(known.values())))])
    found.prepare()
    assert found._shortlist.near(query_of(1), 5) is not None
    gone = rng.choice(4000, 100, replace=False)
    found.remove(gone)
    known = {number: vector for number, vector in known.items() if number not in set(gone.tolist())}
    for number in range(3):  # takes the place of what went, replaces what is there, and goes beyond
        ids = np.concatenate([np.arange(5000 + 100 * number, 5100 + 100 * number), rng.choice(4000, 20)])
        vectors = unit_vectors(120, 30 + number)
        found.add(ids, vectors)
        known.update(dict(zip(ids.tolist(), vectors, strict=True)))
    hits = [0, 0]
    for seed in range(20):
        expected = brute(known, query_of(seed), 10)
        top = [number for number, _ in found.top(query_of(seed), 10)]
        assert set(top) <= known.keys()
        hits[0] += len(set(top) & set(expected))
        late = [number for number in expected if number >= 5000]
        hits[1] += len(set(late) - set(top))
    assert hits[0] >= 0.97 * 200
    assert hits[1] == 0, "what came since is all compared"


@listing
def test_the_lists_are_made_aside_once_there_are_enough_rows() -> None:
    found = VectorMatrix(WIDTH, listed_from=400)
    vectors = unit_vectors(500, 40)
    found.load([(np.arange(399), vectors[:399])])
    found.top(query_of(1), 3)
    assert "shortlist" not in {thread.name for thread in threading.enumerate()}
    found.add(np.arange(399, 500), vectors[399:])
    before = found.top(query_of(1), 3)
    for thread in threading.enumerate():
        if thread.name == "shortlist":
            thread.join()
    assert found._shortlist.near(query_of(1), 5) is not None
    assert found.top(query_of(1), 3) == before
    found.load([(np.arange(3), vectors[:3])])
    assert [number for number, _ in found.top(vectors[1].astype(np.float32), 1)] == [1]


def test_without_faiss_everything_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "faiss", None)  # an import would raise
    found = VectorMatrix(WIDTH, listed_from=10)
    vectors = unit_vectors(50, 41)
    found.add(np.arange(50), vectors)
    assert [number for number, _ in found.top(vectors[7].astype(np.float32), 1)] == [7]

"""Forecasts, ratings, vectors of titles and the key, as stored."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.errors import UsageError
from engine.domain.offers import FocusRating, SlotForecast
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.database import Database
from engine.storage.forecasts import KEPT_MS, ForecastStore
from engine.storage.mind_key import MindKeyStore
from engine.storage.ratings import RatingStore
from engine.storage.title_vectors import TitleVectorStore


def _slot(start_ms: int, made_ms: int, *, abstains: bool = False) -> SlotForecast:
    return SlotForecast(start_ms, made_ms, 0.5, 0.25, 0.75, 7.5, abstains, 3)


def test_of_each_slot_the_last_forecast_before_it_is_kept(database: Database) -> None:
    forecasts = ForecastStore(database)
    forecasts.replace([_slot(start, 10) for start in (0, 20, 40, 60)], 10)
    assert [slot.start_ms for slot in forecasts.between(0, 99)] == [20, 40, 60]
    forecasts.replace([_slot(40, 30, abstains=True)], 30)
    assert forecasts.between(0, 60) == [_slot(20, 10), _slot(40, 30, abstains=True)]
    assert forecasts.between(60, 99) == []
    forecasts.clear()
    assert forecasts.between(0, 99) == []


def test_forecasts_of_long_ago_go(database: Database) -> None:
    forecasts = ForecastStore(database)
    forecasts.replace([_slot(20, 10)], 10)
    forecasts.replace([_slot(40 + KEPT_MS, 20 + KEPT_MS)], 20 + KEPT_MS)
    assert [slot.start_ms for slot in forecasts.between(0, 99 + KEPT_MS)] == [20, 40 + KEPT_MS]
    forecasts.replace((), 21 + KEPT_MS)
    assert forecasts.between(0, 99 + KEPT_MS) == []


def test_ratings_come_back_in_order_and_only_one_to_five(database: Database) -> None:
    ratings = RatingStore(database)
    for at_ms, value in ((30, 5), (10, 1), (20, 3)):
        ratings.add(FocusRating(at_ms, value))
    assert ratings.since(20) == [FocusRating(20, 3), FocusRating(30, 5)]
    with pytest.raises(UsageError, match="1"):
        ratings.add(FocusRating(40, 6))
    ratings.clear()
    assert ratings.since(0) == []


def test_a_title_keeps_its_vector_until_it_is_erased(database: Database, store: ActivityStore) -> None:
    batches = BatchStore(database)
    with batches.begin("tockler", "x", "ab" * 32, ZONE, made_ms=5) as batch:
        batch.insert([Activity(0, 10, seen("a", "secret"), ZONE, "tockler")])
    store.insert_many([Activity(20, 30, seen("a", "plain"), ZONE)])
    store.insert_many([Activity(40, 50, seen("a", "late"), ZONE)])
    vectors = TitleVectorStore(database, "small")
    assert vectors.missing(2) == ["late", "plain"]
    given = {text: np.array([at, 0.5], np.float32) for at, text in enumerate(("secret", "plain", "unknown"))}
    assert vectors.put(given) == 2
    assert vectors.missing(9) == ["late"]
    found = vectors.get(["plain", "secret", "late"])
    assert {text: list(vector) for text, vector in found.items()} == {"plain": [1.0, 0.5], "secret": [0.0, 0.5]}
    assert found["plain"].dtype == np.float32
    batches.undo(batch.id, undone_ms=6)
    assert list(vectors.get(["plain", "secret"])) == ["plain"]
    other = TitleVectorStore(database, "other")
    assert other.get(["plain"]) == {}
    assert other.put({"plain": np.zeros(3, np.float32)}) == 1
    assert vectors.missing(9) == ["late", "plain"]
    assert database.integrity() == []


def test_the_key_is_made_once_and_another_one_after_it_was_thrown_away(database: Database) -> None:
    keys = MindKeyStore(database)
    key = keys.key()
    assert len(key) == 32
    assert MindKeyStore(database).key() == key
    keys.forget()
    assert keys.key() != key

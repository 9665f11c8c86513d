"""Rules suggested from corrections, on a real profile: made, and never against what the person said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.rules_room import engine_on_history
from helpers.small_encoder import SmallEncoder

from engine.api import Engine, RuleSuggestions
from engine.domain.activity import Activity, Observed
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.rules import Field, How, Test
from engine.domain.stretches import LabelOverride
from engine.storage.activities import ActivityStore
from engine.storage.corrected_looks import CorrectedLookStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database

WINDOWS = (
    ("viewer", "car one"),
    ("editor", "automobile two"),
    ("mail", "vehicle three"),
    ("viewer", "kitten four"),
    ("editor", "feline five"),
    ("mail", "cat six"),
    ("garage", "driving a vehicle"),
    ("garage", "car wash"),
    ("terminal", "zzz"),
)
FROM = 100


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    engine_on_history(tmp_path).close()
    opened = Database.open(tmp_path / "kairos.sqlite3")
    ActivityStore(opened).insert_many(
        Activity((FROM + at) * MS_PER_MINUTE, (FROM + at + 1) * MS_PER_MINUTE, Observed(Presence.ACTIVE, *what), "UTC")
        for at, what in enumerate(WINDOWS)
    )
    yield opened
    opened.close()


@pytest.fixture
def engine(tmp_path: Path, database: Database) -> Iterator[Engine]:
    made = engine_on_history(tmp_path)
    yield made
    made.close()


@pytest.fixture
def suggestions(engine: Engine, database: Database) -> RuleSuggestions:
    encoder = SmallEncoder()
    meanings = lambda texts: dict(zip(texts, encoder.encode(texts), strict=True))  # noqa: E731
    return RuleSuggestions(engine.rules, CorrectedLookStore(database), lambda: meanings)


def _teach(engine: Engine, database: Database, counts: int = 6) -> list[int]:
    categories = [next(iter(engine.rules.add_category(name).categories)) for name in ("Cars", "Cats")]
    said = [
        Correction(
            CorrectionKind.RELABEL,
            Interval((FROM + at) * MS_PER_MINUTE, (FROM + at + 1) * MS_PER_MINUTE),
            at,
            labels=LabelOverride(categories[at // 3]),
        )
        for at in range(counts)
    ]
    CorrectionStore(database).apply(said)
    return categories


def test_what_is_like_the_corrected_windows_gets_a_rule(
    engine: Engine, database: Database, suggestions: RuleSuggestions
) -> None:
    assert suggestions.suggest() == []
    cars, _ = _teach(engine, database)
    found = suggestions.suggest()
    by_name = {one.unknown.name: one for one in found}
    assert by_name["garage"].category_id == cars
    assert by_name["garage"].unknown.match == Test(Field.APP, How.EQUALS, "garage")
    assert "terminal" not in by_name
    change = suggestions.accept(by_name["garage"])
    assert change.labels
    assert engine.rules.relabel_all().changed == 2
    assert "garage" not in {one.unknown.name for one in suggestions.suggest()}


def test_no_rule_is_suggested_against_what_the_person_said(
    engine: Engine, database: Database, suggestions: RuleSuggestions
) -> None:
    _, cats = _teach(engine, database)
    garage = FROM + 7
    CorrectionStore(database).apply(
        [
            Correction(
                CorrectionKind.RELABEL,
                Interval(garage * MS_PER_MINUTE, (garage + 1) * MS_PER_MINUTE),
                9,
                labels=LabelOverride(cats),
            )
        ]
    )
    assert "garage" not in {one.unknown.name for one in suggestions.suggest()}

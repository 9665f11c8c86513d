"""Rules suggested from corrections, on a real profile: asked of a process, made, declined, never against one's word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from helpers.encoder_folders import copy_of_small
from helpers.played_worker import PlayedWorker
from helpers.rules_room import engine_on_history
from helpers.small_encoder import SmallEncoder

from engine.api import Engine, RuleSuggestions
from engine.api.rule_guesses import RuleGuesses
from engine.bootstrap.rule_suggestions import rule_answers
from engine.domain.activity import Activity, Observed
from engine.domain.clock import MS_PER_MINUTE, SystemClock
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.errors import StorageBusy
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.rule_suggestion import Suggested
from engine.domain.rule_suggestion_json import suggested_to_json
from engine.domain.rules import Field, How, Test
from engine.domain.stretches import LabelOverride
from engine.settings import DocumentSettings, Settings, save_settings
from engine.storage.activities import ActivityStore
from engine.storage.corrected_looks import CorrectedLookStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.refused_rules import RefusedRuleStore
from engine.talking import Asker

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


def names(suggested: Suggested) -> set[str]:
    return {one.unknown.name for one in suggested.found}


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


def guessing(engine: Engine, database: Database, reading_s: float = 60) -> Callable[[Mapping[str, Any]], Any]:
    """Return what answers as the worker does, with an encoder that knows a few words."""
    encoder = SmallEncoder()
    meanings = lambda texts: dict(zip(texts, encoder.encode(texts), strict=True))  # noqa: E731
    guesses = RuleGuesses(engine.rules, CorrectedLookStore(database), lambda: meanings, reading_s=reading_s)
    return lambda said: {said["ask"]: suggested_to_json(guesses.suggest())}


def asking(engine: Engine, database: Database, answer: Callable[[Mapping[str, Any]], Any]) -> RuleSuggestions:
    corrected = CorrectedLookStore(database)
    by_words = RuleGuesses(engine.rules, corrected, lambda: lambda _texts: {}).suggest
    refused = RefusedRuleStore(database, SystemClock(lambda: "UTC"))
    return RuleSuggestions(engine.rules, corrected, Asker(lambda: PlayedWorker(answer)), by_words, refused)


@pytest.fixture
def suggestions(engine: Engine, database: Database) -> Iterator[RuleSuggestions]:
    made = asking(engine, database, guessing(engine, database))
    yield made
    made._asker.close()


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
    assert suggestions.suggest() == Suggested()
    cars, _ = _teach(engine, database)
    suggested = suggestions.suggest()
    assert suggested.by_meaning
    found = suggested.found
    by_name = {one.unknown.name: one for one in found}
    assert by_name["garage"].category_id == cars
    assert by_name["garage"].unknown.match == Test(Field.APP, How.EQUALS, "garage")
    assert "terminal" not in by_name
    change = suggestions.accept(by_name["garage"])
    assert change.labels
    assert engine.rules.relabel_all().changed == 2
    assert "garage" not in names(suggestions.suggest())


def test_what_was_declined_is_not_suggested_again(
    engine: Engine, database: Database, suggestions: RuleSuggestions
) -> None:
    _teach(engine, database)
    (garage,) = [one for one in suggestions.suggest().found if one.unknown.name == "garage"]
    suggestions.decline(garage)
    assert "garage" not in names(suggestions.suggest())
    suggestions.keep()
    later = asking(engine, database, guessing(engine, database))
    with closing(later._asker):
        assert "garage" not in names(later.suggest()), "also once Kairos was closed"
        later.decline(garage, declined=False)
        later.keep()
        assert "garage" in names(later.suggest())
    suggestions.decline(garage, declined=False)
    assert "garage" in names(suggestions.suggest())


def test_titles_are_read_in_steps_until_all_are_read(engine: Engine, database: Database) -> None:
    _teach(engine, database)
    ActivityStore(database).insert_many(
        Activity(at * MS_PER_MINUTE, (at + 1) * MS_PER_MINUTE, Observed(Presence.ACTIVE, f"a{at}", f"t{at}"), "UTC")
        for at in range(200, 280)
    )
    in_steps = asking(engine, database, guessing(engine, database, reading_s=-1))
    at_once = asking(engine, database, guessing(engine, database))
    with closing(in_steps._asker), closing(at_once._asker):
        step = in_steps.step()
        assert step.unread > in_steps.step().unread > 0
        assert step.found == ()
        assert in_steps.suggest() == at_once.step()
        assert "garage" in names(in_steps.step())


@pytest.mark.parametrize("told", [{}, {"rules": {}}, {"rules": {"found": [{"match": "no"}]}}])
def test_where_nonsense_is_answered_words_alone_decide(engine: Engine, database: Database, told: object) -> None:
    cars, _ = _teach(engine, database, 6)
    ActivityStore(database).insert_many(
        [Activity(300 * MS_PER_MINUTE, 301 * MS_PER_MINUTE, Observed(Presence.ACTIVE, "x", "automobile two"), "UTC")]
    )
    suggestions = asking(engine, database, lambda _said: told)
    with closing(suggestions._asker):
        suggested = suggestions.suggest()
    assert not suggested.by_meaning
    assert {one.category_id for one in suggested.found} <= {cars, cars + 1}


@pytest.mark.parametrize("damage", ["no folder", "no weights", "bad settings", ""])
def test_the_worker_goes_by_words_where_its_encoder_cannot_be_used(
    engine: Engine, database: Database, tmp_path: Path, damage: str
) -> None:
    _teach(engine, database)
    folder = copy_of_small(tmp_path)
    if damage == "no weights":
        (folder / "model.safetensors").write_text("version https://git-lfs")
    chosen = tmp_path / "nowhere" if damage == "no folder" else folder
    save_settings(engine.paths.settings, Settings(documents=DocumentSettings(encoder_folder=str(chosen))))
    if damage == "bad settings":
        engine.paths.settings.write_text("[documents]\nencoder_folder = 5\n")
    answer = rule_answers(database, engine.paths)
    for _ in range(2):
        told = answer()["rules"]
        assert (told["by_meaning"], told["unread"]) == (damage == "", 0)


def test_where_no_process_can_be_started_words_alone_decide(engine: Engine, database: Database) -> None:
    _teach(engine, database)

    def refuse() -> PlayedWorker:
        raise OSError(12, "no memory")

    corrected = CorrectedLookStore(database)
    told = Suggested(by_meaning=False)
    refused = RefusedRuleStore(database, SystemClock(lambda: "UTC"))
    suggestions = RuleSuggestions(engine.rules, corrected, Asker(refuse), lambda: told, refused)
    assert suggestions.suggest() == told


def test_a_closed_engine_suggests_nothing(engine: Engine, database: Database, suggestions: RuleSuggestions) -> None:
    _teach(engine, database)
    suggestions._asker.close()
    assert suggestions.suggest() == Suggested()


def test_a_storage_error_is_told_as_it_is(engine: Engine, database: Database) -> None:
    _teach(engine, database)

    def busy(_said: Mapping[str, Any]) -> Any:
        raise StorageBusy("Another program has held it.")

    suggestions = asking(engine, database, busy)
    with closing(suggestions._asker), pytest.raises(StorageBusy, match="Another program"):
        suggestions.suggest()


def test_no_rule_is_suggested_against_what_the_person_said(
    engine: Engine, database: Database, suggestions: RuleSuggestions
) -> None:
    _, cats = _teach(engine, database)
    assert "garage" in names(suggestions.suggest())
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
    assert "garage" not in names(suggestions.suggest())

"""A suggestion takes effect once, whoever answers at the same time or ends in between; damage is no dead end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from helpers.letters import FOCUS, letter
from helpers.lived_weeks import lived_weeks

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.errors import UsageError
from engine.domain.letters import Letter, LetterAnswer, SuggestionKind
from engine.paths import profile_at
from engine.storage.database import Database
from engine.storage.letters import LetterStore


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A profile with made-up weeks, to be changed."""
    engine = lived_weeks(tmp_path / "profile", 1)
    yield engine
    engine.close()


def test_of_two_who_accept_at_once_one_plans(engine: Engine) -> None:
    week = engine.letters.of().letter.start
    other = build_engine(engine.paths)
    before = len(engine.plan.flexible()) + len(engine.goals.all())
    started = Barrier(2)
    said: list[str] = []

    def accept(one: Engine) -> None:
        started.wait()
        try:
            said.append(one.letters.accept(week).answer.value)
        except UsageError as error:
            said.append(str(error))

    both = [Thread(target=accept, args=(one,)) for one in (engine, other)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    other.close()
    assert len(engine.plan.flexible()) + len(engine.goals.all()) == before + 1
    assert set(said) == {LetterAnswer.ACCEPTED.value, "That letter's suggestion was answered already."}


def test_an_acceptance_that_was_cut_off_plans_once(engine: Engine) -> None:
    week = engine.letters.of().letter.start
    before = len(engine.plan.flexible()) + len(engine.goals.all())
    store = LetterStore(Database.open(engine.paths.database))
    now_ms = engine.letters._clock.now().wall_ms
    assert store.take(week, now_ms - 200_000)  # by one that ended before it said what came of it
    assert not store.take(week, now_ms - 190_000)
    suggestion = engine.letters.of().letter.suggestion
    assert suggestion is not None
    engine.letters._parts.act(suggestion)
    assert engine.letters.of().answer is LetterAnswer.NONE
    assert engine.letters.accept(week).answer is LetterAnswer.ACCEPTED
    assert len(engine.plan.flexible()) + len(engine.goals.all()) == before + 1
    store._database.close()


def test_a_suggestion_that_cannot_take_effect_stays_open(tmp_path: Path) -> None:
    engine = build_engine(profile_at(tmp_path / "profile"))
    store = LetterStore(Database.open(engine.paths.database))
    gone = letter(1, replace(FOCUS, kind=SuggestionKind.CAP, category_id=1, minutes=10_079, path=("Gone",)))
    store.add(gone)
    engine.letters._parts = replace(engine.letters._parts, act=_refuses)
    with pytest.raises(UsageError, match="cannot be"):
        engine.letters.accept(gone.start)
    assert engine.letters.all()[0].answer is LetterAnswer.NONE
    assert engine.letters.refuse(gone.start).answer is LetterAnswer.REFUSED
    store._database.close()
    engine.close()


def _refuses(_one: object) -> None:
    raise UsageError("It cannot be.")


DAMAGE = (
    "{",
    "[]",
    "null",
    '{"start": 5}',
    "swapped",
    "times 1000",
    "[" * 100_000,
)


def test_a_damaged_letter_is_written_anew_and_can_be_answered(engine: Engine) -> None:
    told = engine.letters.of().letter
    database = Database.open(engine.paths.database)
    before = len(engine.plan.flexible()) + len(engine.goals.all())
    for damage in DAMAGE:
        with database.writing() as connection:
            value = connection.exec_driver_sql("SELECT value FROM letter").scalar_one()
            hurt = _hurt(value, damage, told)
            assert hurt != value
            connection.exec_driver_sql("UPDATE letter SET value = ?", (hurt,))
        assert engine.letters.all() == []
        again = engine.letters.of()
        assert (again.letter.active, again.kept, again.answer) == (told.active, True, LetterAnswer.NONE), damage[:20]
    database.close()
    assert engine.letters.accept(told.start).answer is LetterAnswer.ACCEPTED
    assert len(engine.plan.flexible()) + len(engine.goals.all()) == before + 1


def _hurt(value: str, damage: str, told: Letter) -> str:
    if damage == "swapped":
        return value.replace(told.start.isoformat(), (told.start - timedelta(weeks=1)).isoformat())
    return value.replace(f'"ms": {told.active.ms}', f'"ms": {told.active.ms}000') if damage == "times 1000" else damage

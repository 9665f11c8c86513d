"""A small sample of the benchmark's questions over made-up days: the same numbers as the raw rows give."""

from __future__ import annotations

from pathlib import Path

from benchmarks.assistant import ask, asker_over, same, told
from helpers.asked_answers import RawDays

from engine.bootstrap import build_engine
from engine.domain.answers import Outcome
from engine.paths import profile_at


def test_a_sample_is_answered_exactly_or_not_at_all(tmp_path: Path) -> None:
    engine = build_engine(profile_at(tmp_path / "profile"))
    try:
        engine.rules.install(engine.rules.starter("en"))
        engine.demo.fill(75, 3)
        raw = RawDays(engine.paths.database, engine.history.rule().zone)
        for held in (False, True):
            for number, asked in enumerate(asker_over(engine, raw, 11).questions(held, 40)):
                answer, _ = ask(engine, asked, f"{held}-{number}")
                if asked.wanted is None:
                    assert answer.outcome in {Outcome.REFUSED, Outcome.ASKED_BACK}, asked
                else:
                    assert same(told(answer, asked.wanted), raw.answer(asked.wanted)), (asked, answer.text)
    finally:
        engine.close()

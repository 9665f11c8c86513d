"""What the worker says of questions, and what is done where it is silent, or says what it may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from helpers.encoder_folders import copy_of_small

from engine.bootstrap.questions import asked_nearness, asked_rewording, question_answers
from engine.domain.answers import Answer, Figure, Outcome, Quantity
from engine.domain.errors import UsageError
from engine.domain.questions import Days, Query
from engine.paths import ProfilePaths, profile_at
from engine.settings import AssistantSettings, DocumentSettings, Settings, save_settings
from engine.talking import Asker, NoAnswer, Silence

DAY = Query(days=Days(date(2026, 11, 16), date(2026, 11, 17)))
ANSWER = Answer(Outcome.ANSWERED, "Slack: 2 h 05 min.", "that day", DAY, (Figure(7_500_000, Quantity.MS, DAY),))


@dataclass
class Worker:
    """Answers what it is told to, None for silence."""

    says: dict[str, Any] | None
    asked: list[Mapping[str, Any]] = field(default_factory=list)

    def ask(self, question: Mapping[str, Any], *, seconds: float) -> dict[str, Any]:
        """Answer."""
        self.asked.append(question)
        if self.says is None:
            raise NoAnswer(Silence.LATE, str(seconds))
        return self.says


def _paths(tmp_path: Path, *, model: str = "", encoder: str = "") -> ProfilePaths:
    paths = profile_at(tmp_path / "profile").ensure()
    settings = Settings(assistant=AssistantSettings(model), documents=DocumentSettings(encoder_folder=encoder))
    save_settings(paths.settings, settings)
    return paths


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"reworded": "You used Slack for 2 hours and 5 minutes."}, "You used Slack for 2 hours and 5 minutes."),
        ({"reworded": "You used Slack for 9 hours."}, ANSWER.text),
        ({"reworded": ""}, ANSWER.text),
        ({"error": {"kind": "UsageError"}}, ANSWER.text),
        (None, ANSWER.text),
    ],
)
def test_a_wording_is_shown_only_where_it_is_faithful(tmp_path: Path, said: dict[str, Any] | None, text: str) -> None:
    worker = Worker(said)
    told = asked_rewording(cast("Asker", worker), _paths(tmp_path, model="/opt/a.gguf"))(ANSWER)
    assert (told.text, told.figures) == (text, ANSWER.figures)
    assert worker.asked == [{"ask": "reword", "text": ANSWER.text, "language": "en"}]


def test_without_a_language_model_nobody_is_asked(tmp_path: Path) -> None:
    worker = Worker({"reworded": "x"})
    assert asked_rewording(cast("Asker", worker), _paths(tmp_path))(ANSWER) is ANSWER
    assert worker.asked == []


def test_nearness_is_asked_where_there_is_an_encoder(tmp_path: Path) -> None:
    worker = Worker({"near": [0.5, 0.25]})
    there = _paths(tmp_path, encoder=str(copy_of_small(tmp_path)))
    assert asked_nearness(cast("Asker", worker), there)("harbour", ["a", "b"]) == [0.5, 0.25]
    assert asked_nearness(cast("Asker", Worker(None)), there)("harbour", ["a"]) is None
    nowhere = _paths(tmp_path, encoder=str(tmp_path / "none"))
    assert asked_nearness(cast("Asker", worker), nowhere)("harbour", ["a"]) is None
    assert len(worker.asked) == 1


def test_the_worker_answers_and_bounds_what_it_is_asked(tmp_path: Path) -> None:
    answers = question_answers(_paths(tmp_path, encoder=str(copy_of_small(tmp_path)), model="/opt/none.gguf"))
    (nearness,) = answers["near"]({"text": "the harbour survey", "texts": ["the harbour survey"]})["near"]
    assert nearness == pytest.approx(1.0, abs=1e-3)
    assert answers["near"]({"text": "the harbour"})["near"] is None
    assert answers["reword"]({"text": ANSWER.text, "language": "en"}) == {"reworded": ""}
    with pytest.raises(UsageError):
        answers["near"]({"text": "x" * 501, "texts": []})

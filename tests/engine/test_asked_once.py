"""A part that is started for one question: its answer, and how it is told that none came."""

from __future__ import annotations

import pytest

from engine.asked_once import asked_once
from engine.domain.egress import ProcessRole

ECHO = "json.tool"  # answers with what it was asked


def test_the_answer_is_what_the_part_says_of_the_question() -> None:
    question = {"do": "nothing", "named": "日本", "many": [1, 2]}
    assert asked_once(ECHO, ProcessRole.KEYS, question, 60) == question


def test_a_part_that_takes_too_long_is_told_apart_from_one_that_does_not_run() -> None:
    with pytest.raises(TimeoutError):
        asked_once(ECHO, ProcessRole.KEYS, {}, 0)
    with pytest.raises(ChildProcessError):
        asked_once("engine.no_such_part", ProcessRole.KEYS, {}, 60)

"""The process that advises answers questions for a week; whoever asks loads neither NumPy nor the solver."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from engine.bootstrap.mind_advice import advising
from engine.domain.proposal_json import week_from_json
from engine.domain.proposals import Basis
from engine.paths import ProfilePaths
from engine.planning.week.optimise import LONGEST_S
from engine.storage.database import Database


def test_a_week_is_answered_and_a_question_that_makes_no_sense_is_told(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path).ensure()
    Database.open(paths.database).close()
    with advising(paths) as listener:
        told = json.loads(listener._answer(b'{"id": 1, "ask": "week", "what": "suggest", "days": 7}'))
        week = week_from_json(told["week"])
        assert week.basis is Basis.EVEN
        # What is left of this week may be one of the few that the search does not get to the end of in its time.
        assert week.proposals
        assert week.exact or week.seconds >= LONGEST_S
        assert sum(one.interval.length_ms for one in week.proposals) <= 600 * 60_000
        for bad in (b'"days": 7', b'"what": "suggest"', b'"what": "all", "days": 7', b'"what": "check", "days": "x"'):
            told = json.loads(listener._answer(b'{"id": 2, "ask": "week", ' + bad + b"}"))
            assert told["error"]["kind"] == "UsageError"


def test_the_front_door_loads_no_numbers() -> None:
    code = (
        "import sys, engine.planning.planner, engine.bootstrap.planner; print({'numpy', 'highspy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

"""A profile with made-up weeks."""

from __future__ import annotations

from pathlib import Path

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.paths import profile_at


def lived_weeks(folder: Path, seed: int) -> Engine:
    """Return the open profile of a person made up by a seed, with rules and the last 45 days."""
    engine = build_engine(profile_at(folder))
    engine.rules.install(engine.rules.starter("en"))
    engine.rules.relabel_all()
    engine.demo.fill(45, seed)
    return engine

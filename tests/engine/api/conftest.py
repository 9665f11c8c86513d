"""Two profiles: one that gives packs, one that takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.paths import ProfilePaths


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Engine]]:
    """Opens profiles by name, with sharing on, and closes them in the end."""
    engines: list[Engine] = []

    def one(name: str) -> Engine:
        engines.append(build_engine(ProfilePaths(tmp_path / name).ensure()))
        settings = engines[-1].preferences.load()
        engines[-1].preferences.change(replace(settings, sharing=replace(settings.sharing, on=True)))
        return engines[-1]

    yield one
    for engine in engines:
        engine.close()


@pytest.fixture
def giver(opened: Callable[[str], Engine]) -> Engine:
    """Whoever makes packs."""
    return opened("giver")


@pytest.fixture
def taker(opened: Callable[[str], Engine]) -> Engine:
    """Whoever takes them."""
    return opened("taker")

"""The weights everybody begins with: they fit the networks, and a missing or damaged file costs nothing but time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.mind.checkpoint.tensors import pack
from engine.mind.next import next_thing
from engine.mind.train.population import FILE, HEADS, population_prior
from engine.paths import resource


def test_the_shipped_weights_fit_the_networks() -> None:
    found = population_prior(resource(FILE))
    assert set(found) == set(HEADS)
    for weights in found.values():
        assert next_thing.model_of(weights).weights().keys() == weights.keys()


@pytest.mark.parametrize(
    "content", [None, b"", b"version https://git-lfs.example", pack({"next_app/w": np.array([np.inf])})]
)
def test_without_sound_weights_models_begin_from_nothing(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "population.safetensors"
    if content is not None:
        path.write_bytes(content)
    assert population_prior(path) == {}
    assert population_prior(path, None) == {}


def test_another_file_than_the_published_one_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "population.safetensors"
    path.write_bytes(pack({"next_app/w": np.zeros(2)}))
    assert set(population_prior(path, None)) == {HEADS[0]}
    assert population_prior(path) == {}

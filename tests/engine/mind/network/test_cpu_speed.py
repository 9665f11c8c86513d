"""Which arithmetic is faster is measured once for a machine, and nothing in the kept file can do harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from helpers.encoder_folders import SMALL

from engine.mind.network import cpu_speed
from engine.mind.network.config import read_config
from engine.mind.network.cpu_speed import fastest_on_cpu
from engine.mind.network.safetensors import read_weights


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Says 2.0 for every measurement, and how many there were."""
    gains: list[float] = []

    def gain(*_: object) -> float:
        gains.append(2.0)
        return gains[-1]

    monkeypatch.setattr(cpu_speed, "_gain", gain)
    return gains


def fastest(kept: Path | None) -> torch.dtype:
    return fastest_on_cpu(read_config(SMALL), read_weights(SMALL / "model.safetensors").tensors, kept)


def test_it_is_measured_once(tmp_path: Path, measured: list[float]) -> None:
    kept = tmp_path / "speed.json"
    assert fastest(kept) is torch.bfloat16
    assert fastest(kept) is torch.bfloat16
    assert len(measured) == 1


def test_another_machine_measures_anew(tmp_path: Path, measured: list[float]) -> None:
    kept = tmp_path / "speed.json"
    kept.write_text(json.dumps({"machine": "another", "bfloat16": False}))
    assert fastest(kept) is torch.bfloat16
    assert len(measured) == 1


@pytest.mark.parametrize("content", ["", "{", "[]", "7", '{"machine": 1}', '{"bfloat16": true}', "[" * 20_000])
def test_a_damaged_file_measures_anew(content: str, tmp_path: Path, measured: list[float]) -> None:
    (tmp_path / "speed.json").write_text(content)
    assert fastest(tmp_path / "speed.json") is torch.bfloat16
    assert len(measured) == 1


def test_where_nothing_can_be_kept_it_works_all_the_same(tmp_path: Path, measured: list[float]) -> None:
    assert fastest(tmp_path) is torch.bfloat16
    assert fastest(None) is torch.bfloat16
    assert len(measured) == 2


def test_the_answer_that_was_kept_counts(tmp_path: Path) -> None:
    kept = tmp_path / "speed.json"
    first = fastest(kept)
    found = json.loads(kept.read_text())
    assert found["gain"] > 0
    kept.write_text(json.dumps(found | {"bfloat16": first is torch.float32}))
    assert fastest(kept) is not first

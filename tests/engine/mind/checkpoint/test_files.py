"""Checkpoints: written whole, verified, the last three kept, a damaged one passed over."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.keys.sealing import MAGIC, is_sealed, seal, unsealed
from engine.mind.checkpoint.files import KEPT, CheckpointError, Checkpoints
from engine.mind.checkpoint.manifest import Manifest, Part, shapes_of, signed
from engine.mind.checkpoint.tensors import Tensors, pack

KEY = b"k" * 32


def manifest(run: int) -> Manifest:
    return Manifest(run, 10, 1, 9, 1, 7, {"focus": Part(True, {"width": 2}, {"auc": 0.7}), "switch": Part(False)})


def tensors(value: float = 1.0) -> Tensors:
    return {"focus/w": np.full((2, 2), value, np.float32), "switch/w": np.zeros(3)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def kept(folder: Path) -> Checkpoints:
    made = Checkpoints(folder, KEY)
    made.write(manifest(1), tensors(1))
    made.write(manifest(2), tensors(2))
    return made


def test_what_was_written_is_read(kept: Checkpoints) -> None:
    found = kept.read(2)
    assert found.manifest.heads == manifest(2).heads
    assert found.manifest.seed == 7
    assert found.of("focus").keys() == {"w"}
    assert found.of("focus")["w"][0, 0] == 2


def test_the_newest_three_are_kept(kept: Checkpoints, folder: Path) -> None:
    for run in range(3, 7):
        kept.write(manifest(run), tensors())
    assert kept.runs() == [6, 5, 4]
    assert len(list(folder.iterdir())) == 2 * KEPT


def test_what_writing_left_half_done_goes_with_the_next_one(kept: Checkpoints, folder: Path) -> None:
    (folder / "run-1.json").unlink()
    for name in ("run-9.safetensors", "run-2.json.1a2b3c4d.part", "note.txt"):
        (folder / name).write_bytes(b"x")
    kept.write(manifest(3), tensors())
    there = {path.name for path in folder.iterdir()}
    assert there == {"run-2.json", "run-2.safetensors", "run-3.json", "run-3.safetensors", "note.txt"}


@pytest.mark.skipif(os.name != "posix", reason="permissions of Unix")
def test_they_are_the_persons_alone(kept: Checkpoints, folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def _cut(weights: Path, _json: Path) -> None:
    weights.write_bytes(weights.read_bytes()[:-1])


def _bit(weights: Path, _json: Path) -> None:
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)


def _gone(weights: Path, _json: Path) -> None:
    weights.unlink()


def _said(told: Path) -> Any:
    return json.loads(unsealed(told.read_bytes(), KEY, told.name))


def _a_link(weights: Path, _told: Path) -> None:
    elsewhere = weights.with_name("elsewhere")
    weights.rename(elsewhere)
    weights.symlink_to(elsewhere)


def _a_pipe(_weights: Path, told: Path) -> None:
    """Who opens it without a thought waits for ever."""
    told.unlink()
    os.mkfifo(told)


def _a_folder(weights: Path, _told: Path) -> None:
    weights.unlink()
    weights.mkdir()


def _huge_header(weights: Path, told: Path) -> None:
    content = (1 << 40).to_bytes(8, "little") + b"{}"
    weights.write_bytes(seal(content, KEY, weights.name))
    told.write_bytes(seal(signed(_with_shapes(manifest(2)), content, KEY), KEY, told.name))


def _too_large(weights: Path, _told: Path) -> None:
    with weights.open("r+b") as file:
        file.truncate((256 << 20) + 1)  # takes no room on the disk


def _exchanged(weights: Path, told: Path) -> None:
    """The one's bytes under the other's name."""
    content = weights.read_bytes()
    weights.write_bytes(told.read_bytes())
    told.write_bytes(content)


def _swapped(weights: Path, told: Path) -> None:
    """Sealed by us, under another name."""
    told.write_bytes(told.with_name("run-1.json").read_bytes())
    weights.write_bytes(weights.with_name("run-1.safetensors").read_bytes())


def _resealed(_weights: Path, told: Path) -> None:
    """Whoever has the key and writes nonsense."""
    told.write_bytes(seal(b"{}", KEY, told.name))


def _claimed(_weights: Path, told: Path) -> None:
    said = _said(told)
    said["heads"]["switch"]["live"] = True
    told.write_text(json.dumps(said))


def _unsigned(_weights: Path, told: Path) -> None:
    told.write_text(json.dumps({name: one for name, one in _said(told).items() if name != "hmac"}))


def _no_json(_weights: Path, told: Path) -> None:
    told.write_bytes(b"\x00\x01")


def _nested(_weights: Path, told: Path) -> None:
    told.write_bytes(b"[" * 100_000)


def _another_shape(weights: Path, told: Path) -> None:
    content = pack({"focus/w": np.zeros((4,), np.float32), "switch/w": np.zeros(3)})
    weights.write_bytes(content)
    told.write_bytes(signed(_with_shapes(manifest(2)), content, KEY))


def _not_a_number(weights: Path, told: Path) -> None:
    found = tensors(float("nan"))
    weights.write_bytes(pack(found))
    told.write_bytes(signed(_with_shapes(manifest(2)), pack(found), KEY))


def _another_runs(weights: Path, told: Path) -> None:
    for path in (weights, told):
        path.write_bytes(path.with_name(path.name.replace("2", "1")).read_bytes())


def _with_shapes(plain: Manifest) -> Manifest:
    plain.tensors.update(shapes_of(tensors()))
    return plain


DAMAGES = [
    _a_link,
    _a_pipe,
    _a_folder,
    _huge_header,
    _too_large,
    _exchanged,
    _cut,
    _bit,
    _gone,
    _swapped,
    _resealed,
    _claimed,
    _unsigned,
    _no_json,
    _nested,
    _another_shape,
    _not_a_number,
    _another_runs,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_one_is_refused(kept: Checkpoints, folder: Path, damage: Callable[[Path, Path], None]) -> None:
    damage(folder / "run-2.safetensors", folder / "run-2.json")
    with pytest.raises(CheckpointError, match=r"Run 2|no number"):
        kept.read(2)
    assert kept.read(1).manifest.run == 1


def test_another_key_opens_nothing(kept: Checkpoints, folder: Path) -> None:
    with pytest.raises(CheckpointError, match="seal does not fit"):
        Checkpoints(folder, b"x" * 32).read(2)


def test_what_is_no_number_is_not_written(kept: Checkpoints) -> None:
    with pytest.raises(CheckpointError, match="no number"):
        kept.write(manifest(3), tensors(float("inf")))
    assert kept.runs() == [2, 1]


def test_where_nothing_can_be_written_the_one_before_stays(kept: Checkpoints, folder: Path) -> None:
    (folder / "run-3.safetensors").mkdir()
    with pytest.raises(CheckpointError, match="cannot be written"):
        kept.write(manifest(3), tensors())
    assert kept.runs() == [2, 1]


def test_without_any_there_is_none(folder: Path) -> None:
    assert Checkpoints(folder, KEY).runs() == []
    with pytest.raises(CheckpointError, match="cannot be read"):
        Checkpoints(folder, KEY).read(1)


def test_forgetting(kept: Checkpoints, folder: Path) -> None:
    kept.remove(2)
    assert kept.runs() == [1]
    kept.remove(2)
    kept.clear()
    assert not folder.exists()


def _in_the_clear(folder: Path, run: int) -> None:
    """Leave the files as an older Kairos wrote them."""
    for name in (f"run-{run}.json", f"run-{run}.safetensors"):
        (folder / name).write_bytes(unsealed((folder / name).read_bytes(), KEY, name))


def test_nothing_of_a_model_can_be_read_without_the_key(kept: Checkpoints, folder: Path) -> None:
    for path in folder.iterdir():
        content = path.read_bytes()
        assert content.startswith(MAGIC), path
        assert b"focus" not in content
        assert b"width" not in content


def test_what_an_older_kairos_wrote_is_read_and_sealed(kept: Checkpoints, folder: Path) -> None:
    _in_the_clear(folder, 1)
    assert kept.read(1).manifest.run == 1
    kept.seal_all()
    assert kept.runs() == [2, 1]
    assert all(is_sealed(path.read_bytes()) for path in folder.iterdir())
    assert kept.read(1).tensors["focus/w"][0, 0] == 1


def test_under_another_key_they_are_the_same_models(kept: Checkpoints, folder: Path) -> None:
    (folder / "run-1.json").write_bytes(b"broken")
    kept.reseal(b"n" * 32)
    assert kept.runs() == [2]
    assert Checkpoints(folder, b"n" * 32).read(2).tensors["focus/w"][0, 0] == 2
    with pytest.raises(CheckpointError):
        Checkpoints(folder, KEY).read(2)

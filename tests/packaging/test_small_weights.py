"""The weights the packages carry: the published numbers, each in fewer bits."""

from __future__ import annotations

import hashlib
import json
import struct
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from small_weights import DIGEST, WORDS, made_small, put_small  # noqa: E402

from engine.mind.encoder import (  # noqa: E402
    SHIPPED_DIGEST,
    SMALL_BYTES,
    SMALL_DIGEST,
    WEIGHTS,
    find_encoder,
    shipped_folder,
)
from engine.mind.network.safetensors import read_weights  # noqa: E402


def _file(**tensors: np.ndarray) -> bytes:
    """Return a safetensors file."""
    kinds = {"float32": "F32", "int64": "I64"}
    header, numbers = {}, b""
    for name, tensor in tensors.items():
        places = [len(numbers), len(numbers) + tensor.nbytes]
        header[name] = {"dtype": kinds[str(tensor.dtype)], "shape": list(tensor.shape), "data_offsets": places}
        numbers += tensor.tobytes()
    told = json.dumps({"__metadata__": {"format": "pt"}, **header}).encode()
    return struct.pack("<Q", len(told)) + told + numbers


def _tensors(content: bytes, folder: Path) -> dict[str, np.ndarray]:
    """Return a file's tensors as the program reads them."""
    (folder / "file").write_bytes(content)
    return {name: tensor.numpy() for name, tensor in read_weights(folder / "file").tensors.items()}


def test_numbers_are_rounded_and_nothing_else_changes(tmp_path: Path) -> None:
    weights = np.array([[0.1, -2.0, 3e-6]], dtype=np.float32)
    places = np.arange(4, dtype=np.int64)
    made = made_small(_file(weights=weights, places=places))
    (length,) = struct.unpack_from("<Q", made)
    assert length % 8 == 0
    header = json.loads(made[8 : 8 + length])
    assert {name: (one["dtype"], one["shape"]) for name, one in header.items()} == {
        "weights": ("F16", [1, 3]),
        "places": ("I64", [4]),
    }
    found = _tensors(made, tmp_path)  # three numbers of 16 bits come first there, and each still lies where it may
    assert np.array_equal(found["weights"], weights.astype(np.float16))
    assert np.array_equal(found["places"], places)


def test_a_word_is_off_by_half_a_step_of_its_own_scale_at_most(tmp_path: Path) -> None:
    words = np.random.default_rng(3).normal(size=(40, 6)).astype(np.float32) * np.logspace(-4, 2, 40)[:, None]
    words[7] = 0
    made = made_small(_file(**{WORDS: words.astype(np.float32)}))
    assert len(made) < 40 * 6 * 2 + 300
    found = _tensors(made, tmp_path)[WORDS]
    assert found.dtype == np.float32
    assert not found[7].any()
    step = np.abs(words).max(axis=1, keepdims=True) / 127
    assert (np.abs(found - words) <= step * 0.5001).all()
    assert np.abs(found).max(axis=1) == pytest.approx(np.abs(words).max(axis=1)), "the largest of each is kept"


def test_a_number_16_bits_do_not_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="large holds numbers"):
        made_small(_file(large=np.array([1e6], dtype=np.float32)))


@pytest.mark.skipif(not (shipped_folder() / WEIGHTS).is_file(), reason="packaging/dev.py fetches the weights")
def test_the_published_weights_become_the_ones_the_program_knows(tmp_path: Path) -> None:
    folder = put_small(shipped_folder(), tmp_path / "encoder")
    with (folder / WEIGHTS).open("rb") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == SMALL_DIGEST == DIGEST
    assert (folder / WEIGHTS).stat().st_size == SMALL_BYTES
    small, full = find_encoder("", shipped=folder), find_encoder("")
    assert small is not None
    assert full is not None
    assert small.name.endswith(SMALL_DIGEST[:12])
    assert full.name.endswith(SHIPPED_DIGEST[:12]), "what was stored under one is not taken for the other's"

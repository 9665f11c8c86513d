"""The weights the packages carry: the published numbers, each rounded once."""

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

from half_weights import DIGEST, halved, put_halved  # noqa: E402

from engine.mind.encoder import (  # noqa: E402
    HALF_BYTES,
    HALF_DIGEST,
    SHIPPED_DIGEST,
    WEIGHTS,
    find_encoder,
    shipped_folder,
)


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


def test_numbers_are_rounded_and_nothing_else_changes() -> None:
    weights = np.array([[0.1, -2.0, 3e-6], [1.0, 0.0, 7.25]], dtype=np.float32)
    places = np.arange(4, dtype=np.int64)
    made = halved(_file(weights=weights, places=places))
    (length,) = struct.unpack_from("<Q", made)
    header = json.loads(made[8 : 8 + length])
    assert length % 8 == 0
    assert header["weights"] == {"dtype": "F16", "shape": [2, 3], "data_offsets": [0, 12]}
    assert header["places"] == {"dtype": "I64", "shape": [4], "data_offsets": [12, 44]}
    numbers = made[8 + length :]
    assert np.array_equal(np.frombuffer(numbers[:12], "<f2").reshape(2, 3), weights.astype(np.float16))
    assert np.array_equal(np.frombuffer(numbers[12:], "<i8"), places)


def test_a_number_16_bits_do_not_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="large holds numbers"):
        halved(_file(large=np.array([1e6], dtype=np.float32)))


@pytest.mark.skipif(not (shipped_folder() / WEIGHTS).is_file(), reason="packaging/dev.py fetches the weights")
def test_the_published_weights_become_the_ones_the_program_knows(tmp_path: Path) -> None:
    folder = put_halved(shipped_folder(), tmp_path / "encoder")
    with (folder / WEIGHTS).open("rb") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == HALF_DIGEST == DIGEST
    assert (folder / WEIGHTS).stat().st_size == HALF_BYTES
    half, full = find_encoder("", shipped=folder), find_encoder("")
    assert half is not None
    assert full is not None
    assert half.name.endswith(HALF_DIGEST[:12])
    assert full.name.endswith(SHIPPED_DIGEST[:12]), "what was stored under one is not taken for the other's"

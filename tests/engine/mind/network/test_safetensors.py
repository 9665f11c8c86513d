"""Weights files: what is read, and that no claim in a hostile one is believed."""

from __future__ import annotations

import hashlib
import json
import os
import struct
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.errors import EncoderError
from engine.mind.network.safetensors import read_weights


def written(path: Path, header: Any, numbers: bytes = b"", length: int | None = None) -> Path:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text) if length is None else length) + text + numbers)
    return path


def entry(dtype: str, shape: list[Any], begin: int, end: int) -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


def test_numbers_come_out_as_they_went_in(tmp_path: Path) -> None:
    header = {
        "__metadata__": {"format": "pt"},
        "a": entry("F32", [2, 2], 0, 16),
        "b": entry("F16", [3], 16, 22),
        "none": entry("F32", [0, 5], 24, 24),
        "one": entry("BF16", [], 22, 24),
    }
    content = struct.pack("<4f", 1, 2, 3, 4) + struct.pack("<3e", 0.5, -1, 2) + b"\x80\x3f"
    path = written(tmp_path / "w", header, content)
    found = read_weights(path, hashlib.sha256(path.read_bytes()).hexdigest())
    assert found.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert torch.equal(found.tensors["a"], torch.tensor([[1.0, 2], [3, 4]]))
    assert found.tensors["b"].tolist() == [0.5, -1, 2]
    assert found.tensors["none"].shape == (0, 5)
    assert found.tensors["one"].item() == 1


def test_a_table_in_8_bits_comes_out_with_its_scales(tmp_path: Path) -> None:
    header = {
        "a_scale": entry("F32", [2], 0, 8),
        "b_scale": entry("F32", [1], 8, 12),
        "a": entry("I8", [2, 2], 12, 16),
        "alone": entry("I8", [2], 16, 18),
        "b": entry("F16", [1], 18, 20),
    }
    content = struct.pack("<3f", 0.5, 2, 9) + struct.pack("<6b", 127, -128, 1, 0, 3, 4) + struct.pack("<e", 1.5)
    found = read_weights(written(tmp_path / "w", header, content)).tensors
    assert found["a"].dtype is torch.float32
    assert found["a"].tolist() == [[63.5, -64], [2, 0]]
    assert found["alone"].tolist() == [3, 4], "8 bits without a scale are numbers as they stand"
    assert found["b"].tolist() == [1.5], "and so are those of another kind, whatever lies beside them"
    assert found["b_scale"].tolist() == [9]
    assert "a_scale" not in found


@pytest.mark.parametrize(
    ("shape", "kind", "scales"),
    [
        ([2, 4], "F32", (1.0, 1.0, 1.0)),
        ([2, 4], "F32", (1.0,)),
        ([8], "F32", (1.0, 1.0)),
        ([2, 4], "F32", (1.0, float("nan"))),
        ([2, 4], "F32", (float("inf"), 1.0)),
        ([2, 4], "I32", (0.0, 0.0)),
    ],
    ids=repr,
)
def test_scales_that_do_not_fit_are_refused(
    shape: list[int], kind: str, scales: tuple[float, ...], tmp_path: Path
) -> None:
    size = 4 * len(scales)
    header = {"a_scale": entry(kind, [len(scales)], 0, size), "a": entry("I8", shape, size, size + 8)}
    with pytest.raises(EncoderError, match="sound safetensors"):
        read_weights(written(tmp_path / "w", header, struct.pack(f"<{len(scales)}f8b", *scales, *range(8))))


def test_one_scale_for_no_rows_is_refused(tmp_path: Path) -> None:
    header = {"a_scale": entry("F32", [], 0, 4), "a": entry("I8", [], 4, 5)}
    with pytest.raises(EncoderError, match="sound safetensors"):
        read_weights(written(tmp_path / "w", header, struct.pack("<fb", 1, 1)))


def test_other_weights_than_expected_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="not the file that was published"):
        read_weights(written(tmp_path / "w", {}), "0" * 64)


FOUR = struct.pack("<4f", 1, 2, 3, 4)


@pytest.mark.parametrize(
    "header",
    [
        {"a": entry("F32", [5], 0, 16)},
        {"a": entry("F32", [4], 0, 12)},
        {"a": entry("F32", [4], 4, 20)},
        {"a": entry("F32", [4], 16, 0)},
        {"a": entry("F32", [-4], 0, 16)},
        {"a": entry("F32", [-2, -2], 0, 16)},
        {"a": entry("F32", [2.0, 2], 0, 16)},
        {"a": entry("F32", [True, 4], 0, 16)},
        {"a": entry("F32", [1 << 62, 4, 0, 1 << 62], 0, 16)},
        {"a": entry("F32", [1 << 32, 1 << 32, 0], 0, 0)},
        {"a": entry("I8", [0, 1 << 63], 0, 0)},
        {"a": entry("F32", [1] * 9 + [4], 0, 16)},
        {"a": entry("F32", [3], 2, 14)},
        {"a": entry("F33", [4], 0, 16)},
        {"a": entry("F32", [1 << 40], 0, 1 << 42)},
        {"a": {"dtype": "F32", "shape": [4]}},
        {"a": {"dtype": "F32", "shape": 4, "data_offsets": [0, 16]}},
        {"a": {"dtype": ["F32"], "shape": [4], "data_offsets": [0, 16, 3]}},
        {"a": [1]},
        [1, 2],
        b"no JSON",
        b"\xff\xfe",
        b"[" * 200_000,
        b"",
    ],
    ids=repr,
)
def test_a_header_that_does_not_hold_together_is_refused(header: Any, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="sound safetensors"):
        read_weights(written(tmp_path / "w", header, FOUR))


@pytest.mark.parametrize("length", [9, 1 << 20, 1 << 40, (1 << 64) - 1])
def test_a_header_longer_than_the_file_is_refused(length: int, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="sound safetensors"):
        read_weights(written(tmp_path / "w", {}, length=length))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="cannot be read"):
        read_weights(tmp_path / "missing")
    with pytest.raises(EncoderError, match="is no file"):
        read_weights(tmp_path)
    if hasattr(os, "mkfifo"):  # to open one would wait for whoever writes into it
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(EncoderError, match="is no file"):
            read_weights(tmp_path / "pipe")
    sparse = tmp_path / "huge"
    with sparse.open("wb") as file:
        file.truncate(50 << 30)
    with pytest.raises(EncoderError, match="larger than"):
        read_weights(sparse)


@given(st.binary(max_size=200), st.integers(0, 300))
def test_no_bytes_do_anything_but_be_refused(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes, length: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "noise"
    path.write_bytes(struct.pack("<Q", length) + tail)
    try:
        read_weights(path)
    except EncoderError:
        return
    assert json.loads(tail[:length]) == {}

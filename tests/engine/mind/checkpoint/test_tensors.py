"""Arrays as safetensors bytes: what goes in comes out, and nothing else is believed."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.mind.checkpoint.tensors import Tensors, Unsound, pack, unpack
from engine.mind.network.safetensors import read_weights

ARRAYS: Tensors = {
    "a/weight": np.arange(6, dtype=np.float32).reshape(2, 3),
    "b": np.array(7.5),
    "empty": np.zeros((0, 4), np.float16),
    "counts": np.array([[1], [-2]], np.int64),
    "flags": np.array([True, False]),
}


def test_what_goes_in_comes_out() -> None:
    found = unpack(pack(ARRAYS))
    assert found.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        assert found[name].shape == array.shape
        assert np.array_equal(found[name], array)
    assert pack(dict(reversed(ARRAYS.items()))) == pack(ARRAYS)


def test_the_file_is_one_that_others_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(pack({name: one for name, one in ARRAYS.items() if one.size}))
    tensors = read_weights(path).tensors
    assert tensors["a/weight"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert tensors["b"].item() == 7.5


def test_a_slice_of_an_array_is_written_as_it_looks() -> None:
    turned = np.arange(6, dtype=np.float32).reshape(2, 3).T
    assert np.array_equal(unpack(pack({"t": turned}))["t"], turned)


def test_what_the_format_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        pack({"words": np.array(["a"])})


def _with_header(**entry: object) -> bytes:
    text = json.dumps({"x": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4], **entry}}).encode()
    return len(text).to_bytes(8, "little") + text + bytes(4)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(8),
        b"\xff" * 8,
        pack(ARRAYS)[:40],
        pack(ARRAYS)[:-1],
        _with_header(dtype="F31"),
        _with_header(shape=[2]),
        _with_header(shape=[-1]),
        _with_header(shape=[1.0]),
        _with_header(shape=[1] * 9),
        _with_header(shape=None),
        _with_header(data_offsets=[4, 8]),
        _with_header(data_offsets=[0]),
        (2).to_bytes(8, "little") + b"[]",
    ],
)
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    with pytest.raises(Unsound):
        unpack(content)


@given(st.binary(max_size=200))
def test_no_bytes_break_it(content: bytes) -> None:
    try:
        unpack(len(content).to_bytes(8, "little") + content)
    except Unsound:
        return

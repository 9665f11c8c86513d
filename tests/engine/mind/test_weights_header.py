"""What is no file of weights is known by its first bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.encoder_folders import SMALL

from engine.domain.errors import EncoderError
from engine.mind.weights_header import check_header


def test_real_weights_pass() -> None:
    check_header(SMALL / "model.safetensors")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 90868376\n",
        (90).to_bytes(8, "little") + b'{"a": ',
        (2).to_bytes(8, "little") + b"[]",
        (3).to_bytes(8, "little") + b"{{{",
        (0).to_bytes(8, "little"),
        (1 << 62).to_bytes(8, "little"),
    ],
)
def test_what_only_has_the_name_of_weights_is_refused(content: bytes, tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(content)
    with pytest.raises(EncoderError, match="holds no weights"):
        check_header(weights)

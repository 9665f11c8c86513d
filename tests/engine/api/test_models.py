"""A folder of a language model is looked at before it is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.encoder_folders import change_json, copy_of_small

from engine.api.models import Models
from engine.domain.errors import EncoderError


def test_a_sound_folder_passes_and_others_are_refused_with_the_reason(tmp_path: Path) -> None:
    models, folder = Models(), copy_of_small(tmp_path)
    models.check(str(folder))
    models.check("")  # the one that came with Kairos, if any
    with pytest.raises(EncoderError, match="not a whole path"):
        models.check("small")
    with pytest.raises(EncoderError, match=r"holds no config\.json"):
        models.check(str(tmp_path))
    weights = folder / "model.safetensors"
    content = weights.read_bytes()
    weights.write_bytes(b"version https://git-lfs.github.com/spec/v1")
    with pytest.raises(EncoderError, match="holds no weights"):
        models.check(str(folder))
    weights.write_bytes(content)
    change_json(folder / "tokenizer.json", model={"type": "BPE"})
    with pytest.raises(EncoderError, match="its kind is 'BPE'"):
        models.check(str(folder))

"""The encoder as others meet it: where it is found, what it refuses, what it reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from helpers.encoder_folders import SMALL, change_json, copy_of_small

from engine.domain.errors import EncoderError
from engine.mind.encoder import SHIPPED_DIGEST, SHIPPED_OTHERS, WEIGHTS, SentenceEncoder, find_encoder, shipped_folder

ROOT = Path(__file__).resolve().parents[3]


def test_without_weights_there_is_no_encoder(tmp_path: Path) -> None:
    assert find_encoder("", shipped=tmp_path) is None


def test_a_chosen_folder_is_used(tmp_path: Path) -> None:
    encoder = find_encoder(str(copy_of_small(tmp_path)), tmp_path / "speed.json")
    assert encoder
    assert encoder.name.startswith("small ")
    assert encoder.dimensions == 8
    vectors = encoder.encode(["one text", "另一个", ""])
    assert vectors.shape == (3, 8)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert json.loads((tmp_path / "speed.json").read_text())["bfloat16"] in (True, False)


def test_other_weights_have_another_name(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    before = SentenceEncoder(folder, None).name
    content = bytearray((folder / WEIGHTS).read_bytes())
    content[-1] ^= 1
    (folder / WEIGHTS).write_bytes(content)
    assert SentenceEncoder(folder, None).name != before


def test_weights_are_read_for_their_name_once(tmp_path: Path) -> None:
    folder, kept = copy_of_small(tmp_path), tmp_path / "encoder_digest.json"
    before = SentenceEncoder(folder, None, tmp_path / "speed.json").name
    found = json.loads(kept.read_text())
    kept.write_text(json.dumps(found | {"digest": "f" * 64}))
    assert SentenceEncoder(folder, None, tmp_path / "speed.json").name == "small ffffffffffff", "taken as kept"
    with pytest.raises(EncoderError, match="changed meanwhile"):
        SentenceEncoder(folder, None, tmp_path / "speed.json").encode(["a"])
    again = SentenceEncoder(folder, None, tmp_path / "speed.json")
    assert len(again.encode(["a"])) == 1
    assert again.name == before
    os.utime(folder / WEIGHTS, ns=(1, 1))
    kept.write_text(json.dumps(found | {"digest": "f" * 64}))
    assert SentenceEncoder(folder, None, tmp_path / "speed.json").name == before, "another time, another look"


@pytest.mark.parametrize("content", ["", "[]", '{"file": []}', "[" * 20_000])
def test_a_damaged_digest_is_worked_out_anew(content: str, tmp_path: Path) -> None:
    (tmp_path / "encoder_digest.json").write_text(content)
    assert SentenceEncoder(SMALL, None, tmp_path / "speed.json").name == SentenceEncoder(SMALL, None).name


def test_weights_that_change_after_they_were_named_are_refused(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    encoder = SentenceEncoder(folder, None)
    assert encoder.name
    content = bytearray((folder / WEIGHTS).read_bytes())
    content[-1] ^= 1
    (folder / WEIGHTS).write_bytes(content)
    with pytest.raises(EncoderError, match="changed meanwhile"):
        encoder.encode(["a"])


def test_shipped_weights_that_are_not_the_published_ones_are_refused(tmp_path: Path) -> None:
    encoder = find_encoder("", shipped=copy_of_small(tmp_path))
    assert encoder
    with pytest.raises(EncoderError, match="not the file that was published"):
        encoder.encode(["a"])


@pytest.mark.parametrize("missing", ["config.json", "tokenizer.json", WEIGHTS])
def test_an_incomplete_folder_is_told(missing: str, tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    (folder / missing).unlink()
    with pytest.raises(EncoderError, match=f"holds no {missing}"):
        find_encoder(str(folder))


def test_a_tokenizer_that_is_not_known_is_told_by_a_closer_look(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    change_json(folder / "tokenizer.json", model={"type": "BPE"})
    encoder = find_encoder(str(folder))
    assert encoder
    for closer in (encoder.check, lambda: encoder.reads("a"), lambda: encoder.encode(["a"])):
        with pytest.raises(EncoderError, match="its kind is 'BPE'"):
            closer()


@pytest.mark.parametrize("chosen", ["models/e5", "~nobody-of-that-name/e5", "."])
def test_only_whole_paths_are_folders(chosen: str) -> None:
    with pytest.raises(EncoderError, match="not a whole path"):
        find_encoder(chosen)


@pytest.mark.parametrize("chosen", ["/\0", "/" + "a" * 5000, "/dev/null"])
def test_what_cannot_be_a_folder_is_told(chosen: str) -> None:
    with pytest.raises(EncoderError):
        find_encoder(chosen)


@pytest.mark.parametrize(
    "changes",
    [
        {"model_type": "gpt2"},
        {"model_type": None},
        {"hidden_act": "relu"},
        {"position_embedding_type": "relative_key"},
        {"hidden_size": 9},
        {"hidden_size": 1 << 40},
        {"hidden_size": "8"},
        {"num_hidden_layers": 10**9},
        {"num_attention_heads": 3},
        {"num_attention_heads": True},
        {"vocab_size": 500},
        {"layer_norm_eps": 7},
        {"layer_norm_eps": float("nan")},
        {"max_position_embeddings": 0},
    ],
    ids=repr,
)
def test_a_network_that_is_not_known_is_refused_before_it_is_loaded(changes: dict[str, Any], tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    change_json(folder / "config.json", **changes)
    with pytest.raises(EncoderError):
        SentenceEncoder(folder, None).check()


@pytest.mark.parametrize("changes", [{"num_hidden_layers": 3}, {"intermediate_size": 32}, {"vocab_size": 1000}])
def test_weights_that_do_not_fit_the_config_are_refused(changes: dict[str, int], tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    change_json(folder / "config.json", **changes)
    with pytest.raises(EncoderError, match=r"do not fit its config\.json"):
        SentenceEncoder(folder, None).encode(["a"])


def test_weights_that_are_no_numbers_are_refused(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    content = (folder / WEIGHTS).read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    (folder / WEIGHTS).write_bytes(content[:start] + b"\xff" * (len(content) - start))
    with pytest.raises(EncoderError, match="yield no numbers"):
        SentenceEncoder(folder, None).encode(["a"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("modules.json", [{"type": "sentence_transformers.models.Dense"}]),
        ("modules.json", {"a": 1}),
        ("modules.json", 7),
        ("1_Pooling/config.json", {"pooling_mode_max_tokens": True}),
        ("1_Pooling/config.json", {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True}),
        ("config.json", [1]),
        ("sentence_bert_config.json", []),
    ],
)
def test_what_is_done_to_the_tokens_must_be_known(name: str, content: object, tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    (folder / name).write_text(json.dumps(content))
    with pytest.raises(EncoderError):
        find_encoder(str(folder))


def test_the_steps_of_an_ordinary_encoder_are_known(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path)
    kinds = [f"sentence_transformers.models.{kind}" for kind in ("Transformer", "Pooling", "Normalize")]
    (folder / "modules.json").write_text(json.dumps([{"type": kind} for kind in kinds]))
    (folder / "sentence_bert_config.json").write_text('{"max_seq_length": 16}')
    encoder = find_encoder(str(folder))
    assert encoder
    ends = encoder.encode(["word " * 14 + "one", "word " * 14 + "two"])
    assert np.allclose(ends[0], ends[1], atol=1e-3), "what lies behind the 16th token does not count"


@pytest.mark.skipif(not (shipped_folder() / WEIGHTS).is_file(), reason="packaging/dev.py fetches the weights")
@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("a plain English sentence", True),
        ("Größere Änderungen", True),
        ("如何在一台机器上训练注意力模型？", False),
        ("Python 装饰器教程", False),
        ("a long English passage that names 北京 once and goes on in English", True),
        ("Съешь же ещё этих мягких французских булок", False),
        ("こんにちは世界", False),
        ("안녕하세요", False),
        ("2026-01-15 !?", False),
        ("", False),
        ("ＦＵＬＬ ＷＩＤＴＨ", True),
    ],
)
def test_the_shipped_encoder_reads_latin_letters(text: str, reads: bool) -> None:
    encoder = find_encoder("")
    assert encoder
    assert encoder.reads(text) is reads


def test_torch_is_loaded_by_the_first_vector_only() -> None:
    code = f"""
import sys
from pathlib import Path
from engine.mind.encoder import SentenceEncoder
encoder = SentenceEncoder(Path({str(SMALL)!r}), None)
encoder.check(), encoder.name, encoder.dimensions, encoder.reads("text")
assert "torch" not in sys.modules and "numpy" not in sys.modules
encoder.encode(["text"])
heavy = {{"torch._dynamo", "torch._inductor", "sympy", "torch.onnx", "scipy"}} & set(sys.modules)
assert "torch" in sys.modules and not heavy, heavy
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", sorted(SHIPPED_OTHERS))
def test_what_lies_beside_the_shipped_weights_is_the_published_one(tmp_path: Path, name: str) -> None:
    encoder = find_encoder("", shipped=copy_of_small(tmp_path))
    assert encoder is not None
    (encoder._folder / name).write_text("{}")
    with pytest.raises(EncoderError, match="not the file that was published"):
        encoder.check()
    with pytest.raises(EncoderError, match="not the file that was published"):
        encoder._verify(name)


def test_what_was_published_is_what_set_up_fetches() -> None:
    said = (ROOT / "packaging" / "weights.py").read_text(encoding="utf-8")
    for name, digest in {**SHIPPED_OTHERS, WEIGHTS: SHIPPED_DIGEST}.items():
        assert f'"{name}": "{digest}"' in said

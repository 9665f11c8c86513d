"""Our encoder is the published one: the same tokens and the same vectors for 200 texts of every kind."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers.encoder_folders import (
    SMALL,
    change_json,
    copy_of_small,
    cosines,
    reference_texts,
    reference_tokens,
    reference_vectors,
)

from engine.mind.encoder import SHIPPED_DIGEST, WEIGHTS, shipped_folder
from engine.mind.network import embedder
from engine.mind.network.config import MOST_TOKENS, EncoderConfig, Pooling, read_config
from engine.mind.network.embedder import Embedder
from engine.mind.network.encoder import Network
from engine.mind.network.safetensors import read_weights
from engine.mind.network.tokenizer_file import read_tokenizer

weights = pytest.mark.skipif(
    not (shipped_folder() / WEIGHTS).is_file(),
    reason="the encoder's weights are not there; packaging/dev.py fetches them",
)


@weights
def test_the_tokens_are_the_same() -> None:
    tokenizer = read_tokenizer(shipped_folder() / "tokenizer.json", 30_522)
    texts = reference_texts()
    assert len(texts) == 200
    assert [tokenizer.tokens(text, MOST_TOKENS) for text in texts] == reference_tokens()


@weights
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16], ids=str)
def test_the_vectors_are_the_same(dtype: torch.dtype, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder, "fastest_on_cpu", lambda *_: dtype)
    folder = shipped_folder()
    loaded = Embedder(folder, read_tokenizer(folder / "tokenizer.json", 30_522), SHIPPED_DIGEST)
    # bfloat16 is shown on some, for a processor without it is slow at it.
    step = 1 if dtype is torch.float32 else 8
    ours = loaded.encode(reference_texts()[::step])
    assert ours.dtype == np.float32
    assert cosines(ours, reference_vectors()[::step]).min() >= 0.9999
    assert np.linalg.norm(ours, axis=1) == pytest.approx(1, abs=1e-5)


def test_the_tokens_of_a_unigram_are_the_same(tmp_path: Path) -> None:
    expected = json.loads((SMALL / "tokens.json").read_text())
    tokenizer = read_tokenizer(SMALL / "tokenizer.json", 989)
    assert [tokenizer.tokens(text, MOST_TOKENS) for text in reference_texts()] == expected
    # As e5 and paraphrase models write the same.
    path = copy_of_small(tmp_path) / "tokenizer.json"
    table = json.loads(path.read_text())["normalizer"]
    runs = {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}
    change_json(
        path,
        normalizer={"type": "Sequence", "normalizers": [table, runs]},
        pre_tokenizer={"type": "Metaspace", "replacement": "\u2581", "add_prefix_space": True},
    )
    tokenizer = read_tokenizer(path, 989)
    assert [tokenizer.tokens(text, MOST_TOKENS) for text in reference_texts()] == expected


def test_xlm_roberta_is_the_same() -> None:
    config = read_config(SMALL)
    assert config.most_tokens == 128
    assert config.pooling is Pooling.FIRST
    loaded = Embedder(SMALL, read_tokenizer(SMALL / "tokenizer.json", config.words))
    network = Network(config, read_weights(SMALL / WEIGHTS).tensors, torch.float32)
    reference = reference_vectors(SMALL / "vectors.npz")
    tokens = [
        found if len(found) <= 128 else [*found[:127], 2] for found in json.loads((SMALL / "tokens.json").read_text())
    ]
    with torch.inference_mode():
        alone = [network.vectors(torch.tensor([one]), torch.tensor([len(one)])).numpy()[0] for one in tokens[:40]]
    assert cosines(np.stack(alone), reference[:40]).min() >= 0.9999
    if loaded.dtype is torch.float32:
        assert cosines(loaded.encode(reference_texts()), reference).min() >= 0.9999


def test_batches_of_unlike_lengths_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder, "fastest_on_cpu", lambda *_: torch.float32)
    loaded = Embedder(SMALL, read_tokenizer(SMALL / "tokenizer.json", 989))
    texts = reference_texts()
    together = loaded.encode(texts)
    alone = np.concatenate([loaded.encode([text]) for text in texts[:60]])
    assert np.abs(together[:60] - alone).max() < 1e-5
    assert loaded.encode([]).shape == (0, 8)


def test_batches_hold_every_text_once_and_no_more_tokens_than_they_may() -> None:
    lengths = [2, 256, 3, 256, 17, 16, 300, 2, 2]
    batches = list(embedder._batches(lengths, 512))
    assert sorted(row for batch in batches for row in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[row] for row in batch) <= 512
    assert len(batches) == 3


def test_mean_pooling_counts_no_padding() -> None:
    config = EncoderConfig(words=50, width=8, layers=1, heads=2, inner=16, positions=20)
    shapes = {name: tensor.shape for name, tensor in read_weights(SMALL / WEIGHTS).tensors.items()}
    torch.manual_seed(1)
    tensors = {name: torch.randn(shape) for name, shape in shapes.items()}
    for name, rows in (("word", 50), ("position", 20), ("token_type", 2)):
        tensors[f"embeddings.{name}_embeddings.weight"] = torch.randn(rows, 8)
    network = Network(config, tensors, torch.float32)
    short, long = [3, 4, 5], [6, 7, 8, 9, 10, 11]
    both = network.vectors(torch.tensor([[*short, 0, 0, 0], long]), torch.tensor([3, 6]))
    alone = network.vectors(torch.tensor([short]), torch.tensor([3]))
    assert torch.allclose(both[0], alone[0], atol=1e-6)

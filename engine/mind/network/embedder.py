"""Texts into vectors: tokens, batches of like length, the network on the fastest arithmetic there is."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.domain.errors import EncoderError
from engine.mind.network.config import read_config
from engine.mind.network.cpu_speed import fastest_on_cpu
from engine.mind.network.encoder import Network
from engine.mind.network.safetensors import read_weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from engine.domain.encoding import Vectors
    from engine.mind.network.tokenizer import Tokenizer

# Tokens of one batch, padding among them; larger ones gain nothing on one thread.
_BATCH_TOKENS = 1024
_BATCH_TOKENS_CUDA = 65_536

_log = logging.getLogger(__name__)


class Embedder:
    """A loaded encoder."""

    def __init__(
        self, folder: Path, tokenizer: Tokenizer, expected_digest: str | None = None, speed_file: Path | None = None
    ) -> None:
        """Load the folder's weights, checked against the digest where one is given.

        speed_file: keeps which arithmetic this machine's processor is fast at. Raises EncoderError.
        """
        torch.set_num_threads(1)  # two threads collapse as soon as something else wants a core
        self._tokenizer = tokenizer
        config = read_config(folder)
        weights = read_weights(folder / "model.safetensors", expected_digest)
        self.digest = weights.digest
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        cuda = self._device == "cuda"
        self.dtype = torch.float16 if cuda else fastest_on_cpu(config, weights.tensors, speed_file)
        self._network = Network(config, weights.tensors, self.dtype).to(self._device)
        self._most_tokens = config.most_tokens
        self._batch_tokens = _BATCH_TOKENS_CUDA if cuda else _BATCH_TOKENS
        self._width = config.width
        _log.info("The encoder works on %s in %s.", self._device, self.dtype)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a float32 vector of length 1 per text, in order (texts, width)."""
        tokens = [self._tokenizer.tokens(text, self._most_tokens) for text in texts]
        vectors = np.zeros((len(tokens), self._width), dtype=np.float32)
        with torch.inference_mode():
            for rows in _batches([len(numbers) for numbers in tokens], self._batch_tokens):
                vectors[rows] = self._vectors([tokens[row] for row in rows])
        if not np.isfinite(vectors).all():
            raise EncoderError("The encoder's weights yield no numbers. Fetch them again, or choose another encoder.")
        return vectors

    def _vectors(self, tokens: list[list[int]]) -> Vectors:
        lengths = torch.tensor([len(numbers) for numbers in tokens])
        longest = int(lengths.max())
        padded = torch.tensor([numbers + [0] * (longest - len(numbers)) for numbers in tokens])
        found = self._network.vectors(padded.to(self._device), lengths.to(self._device))
        array: Vectors = found.cpu().numpy()
        return array


def _batches(lengths: Sequence[int], most_tokens: int) -> Iterator[list[int]]:
    """Yield the rows in batches of like length, so that little is padded: longest first, each padded to its first."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lambda row: -lengths[row]):
        if batch and (len(batch) + 1) * lengths[batch[0]] > most_tokens:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch

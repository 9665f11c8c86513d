"""The sentence encoder's network: BERT as plain tensors and functions, read from top to bottom.

Shapes in comments: B texts, T tokens each, W width, H heads, I inner width. It only ever runs forward. Linear maps
and attention work in the dtype asked for, norms and sums in float32: that halves bfloat16's error for a tenth of its
gain.
Source: Devlin et al., 2019 (BERT); Reimers and Gurevych, 2019 (mean pooling of sentences).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from engine.domain.errors import EncoderError
from engine.mind.network.config import EncoderConfig, Pooling

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Affine:
    """A weight with its bias: of a linear map (out, in) or of a layer norm (W)."""

    weight: torch.Tensor
    bias: torch.Tensor

    def __call__(self, x: torch.Tensor) -> torch.Tensor:
        """Return the linear map of x, worked out in the weight's dtype."""
        return functional.linear(x.to(self.weight.dtype), self.weight, self.bias)

    def norm(self, x: torch.Tensor, epsilon: float) -> torch.Tensor:
        """Return x with mean 0 and variance 1 per token, then stretched and moved."""
        return functional.layer_norm(x, self.weight.shape, self.weight, self.bias, epsilon)


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: attention between tokens, then two linear maps per token, each added to what came in."""

    look: Affine  # queries, keys and values at once: (3W, W)
    join: Affine  # (W, W)
    join_norm: Affine
    widen: Affine  # (I, W)
    narrow: Affine  # (W, I)
    narrow_norm: Affine


class Network:
    """The encoder with its weights; forward only."""

    def __init__(self, config: EncoderConfig, tensors: Mapping[str, torch.Tensor], dtype: torch.dtype) -> None:
        self.config = config
        take = _Taker(config, tensors, dtype)
        self._words = take.one("embeddings.word_embeddings.weight", config.words, config.width)
        places = take.one("embeddings.position_embeddings.weight", config.positions, config.width)
        kinds = take.one("embeddings.token_type_embeddings.weight", config.kinds, config.width)
        # Every token is of the first kind, so that its vector can be added to the places once.
        self._places = places[config.first_position :] + kinds[0]
        self._norm = take.norm("embeddings.LayerNorm")
        self._layers = [take.layer(f"encoder.layer.{number}.") for number in range(config.layers)]

    def to(self, device: str) -> Network:
        """Move the weights to the device; returns itself."""
        self._words, self._places = self._words.to(device), self._places.to(device)
        self._norm = _moved(self._norm, device)
        self._layers = [
            Layer(*(_moved(getattr(layer, name), device) for name in Layer.__slots__)) for layer in self._layers
        ]
        return self

    def vectors(self, tokens: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Return a vector of length 1 per text in float32 (B, W).

        tokens: ids (B, T), padded with anything known at the end; lengths: how many of a row count (B).
        """
        there = torch.arange(tokens.shape[1], device=tokens.device) < lengths[:, None]  # (B, T)
        x = functional.embedding(tokens, self._words) + self._places[: tokens.shape[1]]  # (B, T, W)
        x = self._norm.norm(x, self.config.epsilon)
        mask = None if bool(there.all()) else there[:, None, None, :]  # (B, 1, 1, T)
        for layer in self._layers:
            x = self._through(layer, x, mask)
        return functional.normalize(self._pooled(x, there), dim=1)

    def _through(self, layer: Layer, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        batch, length, width = x.shape
        heads, epsilon = self.config.heads, self.config.epsilon
        parts = layer.look(x).view(batch, length, 3, heads, width // heads)  # (B, T, 3, H, W/H)
        query, key, value = parts.permute(2, 0, 3, 1, 4)  # each (B, H, T, W/H)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = layer.join_norm.norm(x + layer.join(seen.transpose(1, 2).reshape(batch, length, width)), epsilon)
        return layer.narrow_norm.norm(x + layer.narrow(functional.gelu(layer.widen(x))), epsilon)

    def _pooled(self, x: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        if self.config.pooling is Pooling.FIRST:
            return x[:, 0]
        share = there.float() / there.sum(dim=1, keepdim=True)  # (B, T)
        return torch.bmm(share[:, None, :], x)[:, 0]


def _moved(affine: Affine, device: str) -> Affine:
    return Affine(affine.weight.to(device), affine.bias.to(device))


class _Taker:
    """Takes tensors of the file by name, each with the shape the config promised."""

    def __init__(self, config: EncoderConfig, tensors: Mapping[str, torch.Tensor], dtype: torch.dtype) -> None:
        self._config, self._tensors, self._dtype = config, tensors, dtype
        self._prefix = next((kind for kind in ("", "bert.", "roberta.") if f"{kind}{_FIRST}" in tensors), "")

    def one(self, name: str, *shape: int, dtype: torch.dtype = torch.float32) -> torch.Tensor:
        found = self._tensors.get(self._prefix + name)
        if found is None or found.shape != shape or not found.is_floating_point():
            told = "missing" if found is None else f"of the shape {tuple(found.shape)}, not {shape}"
            raise EncoderError(f"The encoder's weights do not fit its config.json: {name} is {told}.")
        # Where the large ones are converted the small ones are copied, so that the file's bytes can be let go.
        return found.to(dtype, copy=self._dtype is not torch.float32)

    def norm(self, name: str) -> Affine:
        width = self._config.width
        return Affine(self.one(f"{name}.weight", width), self.one(f"{name}.bias", width))

    def linear(self, name: str, out: int, into: int) -> Affine:
        weight = self.one(f"{name}.weight", out, into, dtype=self._dtype)
        return Affine(weight, self.one(f"{name}.bias", out, dtype=self._dtype))

    def layer(self, name: str) -> Layer:
        width, inner = self._config.width, self._config.inner
        look = [self.linear(f"{name}attention.self.{part}", width, width) for part in ("query", "key", "value")]
        return Layer(
            look=Affine(torch.cat([part.weight for part in look]), torch.cat([part.bias for part in look])),
            join=self.linear(f"{name}attention.output.dense", width, width),
            join_norm=self.norm(f"{name}attention.output.LayerNorm"),
            widen=self.linear(f"{name}intermediate.dense", inner, width),
            narrow=self.linear(f"{name}output.dense", width, inner),
            narrow_norm=self.norm(f"{name}output.LayerNorm"),
        )


_FIRST = "embeddings.word_embeddings.weight"

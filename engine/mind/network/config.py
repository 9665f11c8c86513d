"""What an encoder's folder says about the network in it, checked: which architecture, how large, how pooled."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from engine.domain.errors import EncoderError

if TYPE_CHECKING:
    from pathlib import Path

MOST_TOKENS = 256
_LARGEST_CONFIG = 4 << 20
# What a file may claim, lowest and highest: beyond it is a mistake or an attempt to exhaust the memory.
_BOUNDS = {
    "vocab_size": (100, 1_000_000),
    "hidden_size": (8, 4096),
    "num_hidden_layers": (1, 48),
    "num_attention_heads": (1, 64),
    "intermediate_size": (8, 16_384),
    "max_position_embeddings": (16, 32_768),
    "type_vocab_size": (1, 16),
}
_POOLING_MODULES = {"Transformer", "Pooling", "Normalize"}


class Pooling(StrEnum):
    """How the tokens' vectors become the text's: their mean, or the first one's."""

    MEAN = "mean"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class EncoderConfig:
    """The sizes of a BERT-like network; first_position is 0 for BERT, 2 for XLM-R, which counts after its padding."""

    words: int
    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    kinds: int = 2
    epsilon: float = 1e-12
    first_position: int = 0
    most_tokens: int = MOST_TOKENS
    pooling: Pooling = Pooling.MEAN


def read_config(folder: Path) -> EncoderConfig:
    """Return the folder's config; raises EncoderError for an architecture or a size that cannot be used."""
    config = read_json(folder / "config.json", _LARGEST_CONFIG)
    _refuse_unknown_modules(folder)
    kind = config.get("model_type")
    if kind not in ("bert", "xlm-roberta"):
        raise EncoderError(f"{folder} holds a model of the kind {kind!r}. Choose one of the kind BERT or XLM-RoBERTa.")
    if config.get("hidden_act", "gelu") != "gelu" or config.get("position_embedding_type", "absolute") != "absolute":
        raise EncoderError(f"{folder} holds an unusual variant of {kind}. Choose another encoder.")
    sizes = {name: _count(config, name, folder) for name in _BOUNDS}
    if sizes["hidden_size"] % sizes["num_attention_heads"]:
        raise EncoderError(f"{folder}/config.json: hidden_size cannot be shared among the heads.")
    first = 0 if kind == "bert" else 2
    return EncoderConfig(
        words=sizes["vocab_size"],
        width=sizes["hidden_size"],
        layers=sizes["num_hidden_layers"],
        heads=sizes["num_attention_heads"],
        inner=sizes["intermediate_size"],
        positions=sizes["max_position_embeddings"],
        kinds=sizes["type_vocab_size"],
        epsilon=_epsilon(config, folder),
        first_position=first,
        most_tokens=min(_most_tokens(folder), sizes["max_position_embeddings"] - first),
        pooling=_pooling(folder),
    )


def read_json(path: Path, largest: int) -> dict[str, Any]:
    """Return the table in the file; raises EncoderError where it is missing, larger than that, or no table."""
    try:
        with path.open("rb") as file:
            text = file.read(largest + 1)
        found = json.loads(text) if len(text) <= largest else None
    except OSError as cause:
        raise EncoderError(f"{path} cannot be read: {cause.strerror or cause}.") from cause
    except (ValueError, RecursionError) as cause:
        raise EncoderError(f"{path} is no sound JSON: {cause}.") from cause
    if not isinstance(found, dict):
        raise EncoderError(f"{path} is too large or holds no table.")
    return found


def _count(config: dict[str, Any], name: str, folder: Path) -> int:
    low, high = _BOUNDS[name]
    value = config.get(name, 2 if name == "type_vocab_size" else None)
    if type(value) is not int or not low <= value <= high:
        raise EncoderError(f"{folder}/config.json: {name} is {value!r}; it can be {low} to {high}.")
    return value


def _epsilon(config: dict[str, Any], folder: Path) -> float:
    value = config.get("layer_norm_eps", 1e-12)
    if not isinstance(value, float) or not 0 < value < 1:
        raise EncoderError(f"{folder}/config.json: layer_norm_eps is {value!r}; it must lie between 0 and 1.")
    return value


def _refuse_unknown_modules(folder: Path) -> None:
    """Refuse an encoder that does more after the network than pooling and scaling to length 1."""
    path = folder / "modules.json"
    if not path.exists():
        return
    try:
        steps = json.loads(path.read_bytes()[:_LARGEST_CONFIG])
        kinds = {str(step["type"]).rpartition(".")[2] for step in steps}
    except (OSError, ValueError, RecursionError, TypeError, KeyError) as cause:
        raise EncoderError(f"{path} is no sound list of steps: {cause}.") from cause
    if kinds - _POOLING_MODULES:
        raise EncoderError(
            f"{folder} has steps that are not known: {', '.join(sorted(kinds - _POOLING_MODULES))}. "
            "Choose another encoder."
        )


def _most_tokens(folder: Path) -> int:
    path = folder / "sentence_bert_config.json"
    value = read_json(path, _LARGEST_CONFIG).get("max_seq_length") if path.exists() else None
    return min(value, MOST_TOKENS) if type(value) is int and value > 2 else MOST_TOKENS  # noqa: PLR2004  (both ends)


def _pooling(folder: Path) -> Pooling:
    path = folder / "1_Pooling" / "config.json"
    if not path.exists():
        return Pooling.MEAN
    found = {
        name for name, on in read_json(path, _LARGEST_CONFIG).items() if name.startswith("pooling_mode") and on is True
    }
    if found == {"pooling_mode_mean_tokens"}:
        return Pooling.MEAN
    if found == {"pooling_mode_cls_token"}:
        return Pooling.FIRST
    raise EncoderError(f"{folder} pools its tokens in a way that is not known. Choose another encoder.")

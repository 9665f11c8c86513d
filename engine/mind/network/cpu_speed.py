"""Which arithmetic this machine's processor is faster at, measured once and kept."""

from __future__ import annotations

import hashlib
import json
import logging
import platform
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import torch

from engine.domain.whole_file import whole_file
from engine.mind.network.encoder import Network

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.mind.network.config import EncoderConfig

_ROUNDS = 3
_TEXTS, _TOKENS = 4, 64
# bfloat16 loses a little of each number: it must be clearly faster to be worth that.
_WORTH_IT = 1.25
_LARGEST_FILE = 10_000

_log = logging.getLogger(__name__)


def fastest_on_cpu(config: EncoderConfig, tensors: Mapping[str, torch.Tensor], kept: Path | None) -> torch.dtype:
    """Return bfloat16 where it is clearly faster than float32, float32 elsewhere.

    kept: a file with the answer for this processor and this torch, written where it is not there; a file that cannot
    be read or written only costs the time of measuring (about 0.1 s).
    """
    machine = _machine()
    known = None if kept is None else _read(kept, machine)
    if known is None:
        gain = _gain(replace(config, layers=1), tensors)
        known = gain >= _WORTH_IT
        _log.info("bfloat16 is %.1f times as fast as float32 here.", gain)
        if kept is not None:
            _write(kept, {"machine": machine, "bfloat16": known, "gain": round(gain, 2)})
    return torch.bfloat16 if known else torch.float32


def _gain(config: EncoderConfig, tensors: Mapping[str, torch.Tensor]) -> float:
    """Return how many times as fast bfloat16 is; the best of some rounds each, for the machine may be busy."""
    tokens = torch.arange(_TEXTS * _TOKENS).view(_TEXTS, _TOKENS) % config.words
    plain, short = Network(config, tensors, torch.float32), Network(config, tensors, torch.bfloat16)
    with torch.inference_mode():
        pairs = [(_seconds(plain, tokens), _seconds(short, tokens)) for _ in range(_ROUNDS)]
    return min(pair[0] for pair in pairs) / min(pair[1] for pair in pairs)


def _seconds(network: Network, tokens: torch.Tensor) -> float:
    lengths = torch.full((len(tokens),), tokens.shape[1])
    start = perf_counter()
    network.vectors(tokens, lengths)
    return perf_counter() - start


def _machine() -> str:
    """Return some letters that change with the processor's abilities or with torch."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
        abilities = sorted({line for line in lines if line.startswith(("model name", "flags", "Features"))})
    except OSError:
        abilities = [platform.processor(), platform.machine()]
    told = "\n".join([torch.__version__, torch.backends.cpu.get_cpu_capability(), *abilities])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _read(path: Path, machine: str) -> bool | None:
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST_FILE))
        answer = found["bfloat16"] if found["machine"] == machine else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return answer if isinstance(answer, bool) else None


def _write(path: Path, found: dict[str, object]) -> None:
    try:
        with whole_file(path) as file:
            file.write(json.dumps(found).encode())
    except OSError as cause:
        _log.info("Which arithmetic is faster could not be kept: %s", cause)

"""What one head has learned, kept aside until the others are done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.domain.model_status import Head
from engine.mind.checkpoint.files import Checkpoint, Checkpoints
from engine.mind.checkpoint.manifest import Manifest, Part
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.measures.compared import Compared
from engine.mind.train.learning import Learned

_CASES = ("ours", "baseline", "day")


def put_aside(aside: Checkpoints, manifest: Manifest, head: Head, learned: Learned) -> None:
    """Keep what a head has learned, and how it did case by case. Raises CheckpointError."""
    config: dict[str, Any] = {"config": learned.config, "device": learned.device, "fell_back": learned.fell_back}
    tensors: Tensors = {f"learned/{name}": array for name, array in learned.tensors.items()}
    if learned.compared is not None:
        config |= {"metric": learned.compared.metric, "baseline_name": learned.compared.baseline_name}
        tensors |= {f"cases/{name}": getattr(learned.compared, name) for name in _CASES}
    aside.write(replace(manifest, heads={head.value: Part(live=False, config=config)}), tensors)


def taken_back(kept: Checkpoint, head: Head) -> Learned:
    """Return what was kept."""
    config, cases = kept.manifest.heads[head.value].config, kept.of("cases")
    compared = Compared(config["metric"], config["baseline_name"], **cases) if cases else None
    return Learned(kept.of("learned"), compared, config["config"], config["device"], config["fell_back"])

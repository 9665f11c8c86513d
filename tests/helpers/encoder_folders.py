"""Encoder folders for tests: the small one of the test data, copied so that it can be damaged; its reference."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from engine.domain.encoding import Vectors

DATA = Path(__file__).resolve().parents[1] / "data" / "encoder"
SMALL = DATA / "xlmr"


def copy_of_small(tmp_path: Path) -> Path:
    """Return a copy of the small encoder that may be changed."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def change_json(path: Path, **changes: Any) -> None:
    """Change some keys of the table in the file; a value of None takes the key away."""
    found = json.loads(path.read_text(encoding="utf-8"))
    found.update(changes)
    path.write_text(json.dumps({key: value for key, value in found.items() if value is not None}), encoding="utf-8")


def reference_texts() -> list[str]:
    """Return the 200 texts."""
    return [str(entry["text"]) for entry in json.loads((DATA / "reference.json").read_text(encoding="utf-8"))]


def reference_tokens() -> list[list[int]]:
    """Return the token numbers all-MiniLM-L6-v2 has for them."""
    return [list(entry["tokens"]) for entry in json.loads((DATA / "reference.json").read_text(encoding="utf-8"))]


def reference_vectors(path: Path = DATA / "reference.npz") -> Vectors:
    """Return the reference's vectors of the texts."""
    with np.load(path, allow_pickle=False) as file:
        vectors: Vectors = file["vectors"].astype(np.float32)
    return vectors


def cosines(ours: Vectors, reference: Vectors) -> Vectors:
    """Return the cosine of each pair of rows."""
    lengths = np.linalg.norm(ours, axis=1) * np.linalg.norm(reference, axis=1)
    found: Vectors = (ours * reference).sum(axis=1) / lengths
    return found

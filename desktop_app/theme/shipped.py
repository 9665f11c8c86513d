"""Where the files lie that the look is made of."""

from __future__ import annotations

from pathlib import Path


def shipped(name: str) -> Path:
    """Return a file below resources/, beside the sources or as installed; a missing one raises FileNotFoundError."""
    root = Path(__file__).resolve().parents[2]
    for folder in (root / "resources", root / "kairos_resources"):
        if (found := folder / name).exists():
            return found
    raise FileNotFoundError(f"The program files of Kairos are incomplete: {root / 'resources' / name} is missing.")

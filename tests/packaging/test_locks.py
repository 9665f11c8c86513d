"""The locks hold what pyproject.toml asks for, with digests, and name no machine and no index."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from environment import torch_pin  # noqa: E402
from lock import CUDA, LOCKS, Locked, known_in, read_lock, torch_lines  # noqa: E402

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {"app": (), "test": ("test",), "release": ("release", "package")}


def versions(name: str) -> dict[str, str]:
    return {package.name: package.version for package in read_lock(known_in(name))}


@pytest.mark.parametrize("name", EXTRAS)
def test_every_requirement_is_locked_at_a_version_it_allows(name: str) -> None:
    locked = versions(name) | versions("torch")
    optional = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *(text for extra in EXTRAS[name] for text in optional[extra])]
    wrong = [
        text
        for text in asked
        if not Requirement(text).specifier.contains(locked.get(canonicalize_name(Requirement(text).name), "0"))
    ]
    assert wrong == []


def test_one_version_of_each_for_all() -> None:
    shipped = versions("app")
    for name in ("test", "release"):
        assert {key: version for key, version in versions(name).items() if key in shipped} == shipped


@pytest.mark.parametrize("path", sorted(LOCKS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_package_has_digests_and_nothing_says_from_where(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    packages = read_lock(text)
    assert len(packages) == len(re.findall(r"^[\w.-]+==", text, flags=re.MULTILINE)) > 0
    assert all(package.digests for package in packages)
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for package in packages for digest in package.digests)
    assert not re.search(r"://|^-|^\s+[^-\s#]|@ ", text, flags=re.MULTILINE)


def test_torch_is_apart_and_brings_no_cuda() -> None:
    pinned = torch_pin((ROOT / "pyproject.toml").read_text(encoding="utf-8")).removeprefix("torch==")
    found = {package.marker: package.version for package in read_lock(known_in("torch"))}
    assert found == {"sys_platform == 'linux'": f"{pinned}+cpu", "sys_platform != 'linux'": pinned}
    for name in EXTRAS:
        assert [key for key in versions(name) if key == "torch" or CUDA.match(key)] == []


def test_what_is_shipped_brings_no_client_of_a_network() -> None:
    clients = {"requests", "urllib3", "httpx", "aiohttp", "certifi", "websockets", "huggingface-hub", "anyio"}
    assert clients.isdisjoint(versions("app"))


def test_a_lock_is_read_as_it_was_written() -> None:
    package = Locked("some-thing", "1.2", "python_full_version < '3.12' and sys_platform == 'linux'", ("a" * 64, "b"))
    assert read_lock(f"# words\n{package.written()}\n    # via other\n{package.written()}\n") == [package, package]


def test_torchs_own_wheels_are_added_to_those_known(tmp_path: Path) -> None:
    (before,) = (package for package in read_lock(known_in("torch")) if package.version.endswith("+cpu"))
    wheel = tmp_path / "torch.whl"
    wheel.write_bytes(b"")
    version = before.version.removesuffix("+cpu")
    linux, others = torch_lines(Locked("torch", version, "", ("c",)), [wheel])
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert set(linux.digests) == {*before.digests, empty}
    assert (others.version, others.digests) == (version, ("c",))

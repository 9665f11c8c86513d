"""The copy of the package in which frames are measured: its own archive, with benchmarks in it."""

from __future__ import annotations

import importlib.util
import marshal
import sys
import zlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from linux import frames  # noqa: E402


def _archive(**modules: str) -> bytes:
    """Return an archive as PyInstaller lays it out."""
    made, entries = bytearray(b"PYZ\0" + importlib.util.MAGIC_NUMBER + b"\0" * 9), []
    for name, source in modules.items():
        code = zlib.compress(marshal.dumps(compile(source, name, "exec")))
        entries.append((name, (0, len(made), len(code))))
        made += code
    made[8:12] = len(made).to_bytes(4, "big")
    return bytes(made) + marshal.dumps(entries)


def _entries(content: bytes) -> dict[str, tuple[int, int, int]]:
    return dict(marshal.loads(content[int.from_bytes(content[8:12], "big") :]))  # noqa: S302  (made here)


def _run(content: bytes, name: str) -> dict[str, object]:
    """Run a module of the archive; return its names and its kind."""
    kind, start, size = _entries(content)[name]
    names: dict[str, object] = {"kind": kind}
    exec(marshal.loads(zlib.decompress(content[start : start + size])), names)  # noqa: S102, S302
    return names


def test_modules_are_added_and_replaced_and_all_others_stay() -> None:
    before = _archive(own="value = 1", other="value = 2")
    after = frames.with_modules(before, {"benchmarks": "", "benchmarks.one": "value = 3", "other": "value = 4"})
    found = {name: _run(after, name) for name in ("own", "other", "benchmarks.one", "benchmarks")}
    assert [found[name].get("value") for name in found] == [1, 4, 3, None]
    assert [found[name]["kind"] for name in found] == [0, 0, 0, 1]
    with pytest.raises(ValueError, match="another Python"):
        frames.with_modules(b"PYZ\0OLD\n" + before[8:], {})


def test_the_package_itself_stays_without_them(tmp_path: Path) -> None:
    folder = tmp_path / "kairos" / "_internal"
    folder.mkdir(parents=True)
    before = _archive(own="value = 1")
    (folder / "modules.pyz").write_bytes(before)
    (folder / "library.so").write_bytes(b"library")
    (folder.parent / "kairos").write_bytes(b"program")
    program = frames.measuring_copy(folder.parent / "kairos", tmp_path / "copy")
    assert (folder / "modules.pyz").read_bytes() == before
    assert program.samefile(folder.parent / "kairos")
    assert (program.parent / "_internal" / "library.so").samefile(folder / "library.so")
    measuring = (program.parent / "_internal" / "modules.pyz").read_bytes()
    programs = _run(measuring, "engine.programs")["MODULES"]
    assert isinstance(programs, dict)
    assert programs["engine.cli"] == "engine.cli.__main__"
    assert {f"benchmarks.{name}" for name in (*frames.FRAMES, *frames.PAINTS)} <= set(programs) & set(
        _entries(measuring)
    )

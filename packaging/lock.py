"""Write down exactly which packages Kairos is made of, each with its digests: packaging/locks/.

    python packaging/lock.py [--upgrade] [--torch WHEEL ...]

pyproject.toml says what would do; the locks say what was tried. Without --upgrade, versions that still do stay as they
are. One file serves Linux, macOS and Windows and every Python from 3.11 on, by markers. It needs uv (extra `release`)
and a connection to a package index, whose name is written nowhere.

torch is apart: see packaging/locks/torch.txt. --torch names CPU wheels whose digests are added there.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
OLDEST = "3.11"
# What only torch's CUDA build asks for, 2.5 GB on Linux; Kairos never computes on a graphics card by itself.
CUDA = re.compile(r"(nvidia|cuda)-|triton$")
_APART = "torch"
_FIRST_LINES = {
    "app": "What Kairos is made of; torch is in torch.txt.",
    "test": "What Kairos and its tests are made of; torch is in torch.txt.",
    "release": "Kairos and the tools that build and check a release; the tools go into none.",
    "torch": "torch itself: on Linux its build for the processor alone, whose version ends in +cpu.",
}
_EXTRAS = {"app": (), "test": ("test",), "release": ("release", "package")}


@dataclass(frozen=True)
class Locked:
    """One package of a lock: its name as indexes write it, its version, when it is wanted, and its digests."""

    name: str
    version: str
    marker: str
    digests: tuple[str, ...]

    def written(self) -> str:
        """Return it as pip reads it."""
        head = f"{self.name}=={self.version}" + (f" ; {self.marker}" if self.marker else "")
        return " \\\n    ".join((head, *(f"--hash=sha256:{digest}" for digest in self.digests)))


def read_lock(text: str) -> list[Locked]:
    """Return the packages of a lock file, in its order; comments are left out."""
    joined = text.replace("\\\n", " ")
    found = []
    for line in (line for line in joined.splitlines() if re.match(r"[a-z0-9]", line)):
        head, *digests = re.split(r"\s+--hash=sha256:", line.strip())
        wanted, _, marker = head.partition(" ; ")
        name, _, version = wanted.strip().partition("==")
        found.append(Locked(name, version, marker.strip(), tuple(digest.strip() for digest in digests)))
    return found


def write_lock(name: str, packages: list[Locked]) -> None:
    """Write a lock file."""
    lines = [f"# {_FIRST_LINES[name]}", "# Made by packaging/lock.py; not to be edited by hand."]
    text = "\n".join((*lines, *(package.written() for package in packages))) + "\n"
    (LOCKS / f"{name}.txt").write_text(text, encoding="utf-8")


def resolve(extras: tuple[str, ...], *, known: str, upgrade: bool) -> list[Locked]:
    """Let uv find versions that go together, those already known wherever they do."""
    output = LOCKS / ".resolved.txt"
    output.write_text("" if upgrade else known, encoding="utf-8")
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal"),
        *("--python-version", OLDEST, "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"),
        *(word for extra in extras for word in ("--extra", extra)),
        *("--output-file", str(output)),
    ]
    try:
        subprocess.run(command, cwd=ROOT, check=True)
        return read_lock(output.read_text(encoding="utf-8"))
    finally:
        output.unlink()


def known_in(*names: str) -> str:
    """Return what the lock files of these names hold, nothing of those that are not there."""
    return "\n".join(path.read_text(encoding="utf-8") for name in names if (path := LOCKS / f"{name}.txt").exists())


def torch_lines(torch: Locked, wheels: list[Path]) -> list[Locked]:
    """Return torch for Linux by CPU wheels and for the others as the index has it."""
    before = {package.version: package.digests for package in read_lock(known_in("torch"))}
    cpu = f"{torch.version}+cpu"
    digests = {*before.get(cpu, ()), *(sha256(wheel) for wheel in wheels)}
    return [
        Locked("torch", cpu, "sys_platform == 'linux'", tuple(sorted(digests))),
        Locked("torch", torch.version, "sys_platform != 'linux'", torch.digests),
    ]


def sha256(path: Path) -> str:
    """Return the file's digest."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(arguments: list[str]) -> int:
    """Write all locks; returns the exit status."""
    parser = argparse.ArgumentParser(description="Write packaging/locks/.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that do")
    parser.add_argument("--torch", type=Path, nargs="*", default=[], metavar="WHEEL", help="CPU wheels for Linux")
    given = parser.parse_args(arguments)
    LOCKS.mkdir(exist_ok=True)
    everything = resolve(("test", "release", "package"), known=known_in(*_EXTRAS), upgrade=given.upgrade)
    together = "\n".join(package.written() for package in everything)
    for name, extras in _EXTRAS.items():
        found = resolve(extras, known=together, upgrade=False)
        write_lock(name, [package for package in found if package.name != _APART and not CUDA.match(package.name)])
    write_lock("torch", torch_lines(next(package for package in everything if package.name == _APART), given.torch))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

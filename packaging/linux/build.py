"""Build a Linux package: the `.deb` for Debian and its kin, or the `.run` for everyone, installed without root.

    python3 packaging/linux/build.py deb|run|both [--out DIR] [--work DIR] [--payload DIR] [--version X.Y.Z]

It takes the environment packaging/dev.py made, with the extra `package`. makeself makes the `.run`, dpkg-deb the
`.deb`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

from environment import python_of  # noqa: E402  (run as a script, from anywhere)
from trouble import Trouble, say  # noqa: E402

TOOLS = {"deb": ("dpkg-deb", "objdump", "strip"), "run": ("makeself", "strip")}


def main(arguments: list[str]) -> int:
    """Build what is asked for; returns the exit status."""
    given = _parse(arguments)
    kinds = list(TOOLS) if given.kind == "both" else [given.kind]
    try:
        _require(kinds)
        for file in _build(given, kinds):
            say(f"{file}  {file.stat().st_size / 1e6:.1f} MB")
    except Trouble as trouble:
        say(str(trouble))
        return 1
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build a Linux package.")
    parser.add_argument("kind", choices=[*TOOLS, "both"])
    parser.add_argument("--out", type=Path, default=ROOT / "build", help="where the package goes")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "linux", help="where it is made")
    parser.add_argument("--payload", type=Path, help="what PyInstaller made before, to save its minutes")
    parser.add_argument("--version", default="", help="another version than the program's own, to try upgrades")
    return parser.parse_args(arguments)


def _require(kinds: list[str]) -> None:
    missing = sorted({tool for kind in kinds for tool in TOOLS[kind] if shutil.which(tool) is None})
    if missing:
        raise Trouble(f"Missing: {', '.join(missing)}. As root: apt install dpkg-dev binutils makeself")


def _build(given: argparse.Namespace, kinds: list[str]) -> list[Path]:
    from linux.deb import make_deb  # noqa: PLC0415  (of the environment's Python)
    from linux.parts import table  # noqa: PLC0415
    from linux.payload import make_payload  # noqa: PLC0415
    from linux.run_file import make_run  # noqa: PLC0415

    payload = given.payload or make_payload(given.work)
    say(table(payload))
    makers = {"deb": make_deb, "run": make_run}
    return [makers[kind](payload, given.work, given.out, given.version) for kind in kinds]


if __name__ == "__main__":
    python = python_of(ROOT / ".venv")
    if python.exists() and Path(sys.prefix) == Path(sys.base_prefix):
        os.execv(python, [str(python), *sys.argv])  # noqa: S606  (our own environment)
    sys.exit(main(sys.argv[1:]))

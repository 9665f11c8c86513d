"""Fill `.venv` for a release: Kairos, its libraries, torch and the tools that build it, every file by its digest.

    python3 packaging/prepare_release.py

Unlike packaging/dev.py it takes no other version where one is not to be had, and compiles nothing that comes compiled.
On Linux torch is the build for the processor alone: pip has to be told where it lies (PIP_EXTRA_INDEX_URL for the index
that torch's installation page names, or PIP_FIND_LINKS for a folder).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from environment import explain, install, make_environment, pip_install, python_of, translate
from lock import Locked, known_in, read_lock
from trouble import Trouble, say
from weights import FILES, prepare_weights

ROOT = Path(__file__).resolve().parent.parent
AS_SOURCE = ("xcffib",)
"""What comes as source alone."""


def main() -> int:
    """Prepare; returns 1 where that cannot be done, having said why."""
    try:
        prepare(ROOT / ".venv")
    except Trouble as trouble:
        say(f"Kairos: {trouble}")
        return 1
    return 0


def prepare(folder: Path) -> None:
    """Make and fill the environment; raises Trouble."""
    make_environment(folder)
    python = python_of(folder)
    libraries = read_lock(known_in("release"))
    put(python, "torch", read_lock(known_in("torch")), ["--only-binary=:all:"])
    put(python, "the libraries", [one for one in libraries if one.name not in AS_SOURCE], ["--only-binary=:all:"])
    # Built by the tools just installed, so that nothing is fetched for it that no lock lists.
    put(python, "the rest", [one for one in libraries if one.name in AS_SOURCE], ["--no-build-isolation"])
    install(python, "Kairos", ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    prepare_weights(python)
    if not all((folder / "share" / "kairos" / "encoder" / name).is_file() for name in FILES):
        raise Trouble("a package needs the sentence encoder, which could not be had.")
    translate(python, ROOT / "resources" / "translations")


def put(python: Path, what: str, packages: list[Locked], how: list[str]) -> None:
    """Install locked packages, each as one of the files whose digest is known; raises Trouble."""
    say(f"  installing {what} ...")
    with tempfile.TemporaryDirectory() as away:
        listed = Path(away) / "requirements.txt"
        listed.write_text("\n".join(package.written() for package in packages) + "\n", encoding="utf-8")
        done = pip_install(python, ["--require-hashes", "--no-deps", *how, "--requirement", str(listed)])
    if done.returncode:
        raise Trouble(f"{what} cannot be installed as packaging/locks/ lists them. {explain(done.stdout)}")


if __name__ == "__main__":
    sys.exit(main())

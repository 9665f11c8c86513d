"""Fill `.venv` for a release: Kairos, its libraries, torch and the tools that build it, every file by its digest.

    python3 packaging/prepare_release.py

Unlike packaging/dev.py it takes no other version where one is not to be had, and nothing that has to be compiled here.
On Linux torch is the build for the processor alone: pip has to be told where it lies (PIP_EXTRA_INDEX_URL for the index
that torch's installation page names, or PIP_FIND_LINKS for a folder).
"""

from __future__ import annotations

import sys
from pathlib import Path

from environment import explain, install, make_environment, pip_install, python_of, translate
from trouble import Trouble, say
from weights import FILES, prepare_weights

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
_BY_DIGEST = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--requirement"]


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
    for name in ("torch", "release"):
        say(f"  installing what packaging/locks/{name}.txt lists ...")
        done = pip_install(python, [*_BY_DIGEST, str(LOCKS / f"{name}.txt")])
        if done.returncode:
            raise Trouble(f"packaging/locks/{name}.txt cannot be installed as it is. {explain(done.stdout)}")
    install(python, "Kairos", ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    prepare_weights(python)
    if not all((folder / "share" / "kairos" / "encoder" / name).is_file() for name in FILES):
        raise Trouble("a package needs the sentence encoder, which could not be had.")
    translate(python, ROOT / "resources" / "translations")


if __name__ == "__main__":
    sys.exit(main())

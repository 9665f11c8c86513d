"""The self-extracting package for one person: no root, its own uninstaller, the person's data untouched."""

from __future__ import annotations

import platform
import shutil
import subprocess
from pathlib import Path

from linux.menu import own_version, put_menu

HERE = Path(__file__).parent
PROGRAM = "@PROGRAM@"
"""What the menu entry starts; install.sh writes the real path in its place."""


def make_run(payload: Path, work: Path, out: Path, version: str = "") -> Path:
    """Build the package from the payload and return its file. version: another than the program's own."""
    version = version or own_version()
    root = work / "run"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(payload, root / "app", symlinks=True)
    put_menu(root / "share", PROGRAM)
    for name in ("install.sh", "uninstall.sh"):
        shutil.copyfile(HERE / name, root / name)
        (root / name).chmod(0o755)
    (root / "version").write_text(f"{version}\n", encoding="utf-8")
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"kairos-{version}-{platform.machine()}.run"
    packing = ["makeself", "--gzip", "--sha256", "--nox11", "--quiet", "--tar-quietly"]
    subprocess.run([*packing, str(root), str(file), f"Kairos {version}", "./install.sh"], check=True)
    return file

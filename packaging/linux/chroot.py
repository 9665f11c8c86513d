"""A bare Debian in a folder, for trying packages: made once, and thrown-away changes on top of it. Needs root."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MIRROR = "http://deb.debian.org/debian"
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}


def bare(suite: str, folder: Path) -> Path:
    """Return the folder with the suite's smallest Debian, made by debootstrap where it is not there."""
    root = folder / suite
    if not (root / "etc" / "debian_version").exists():
        root.parent.mkdir(parents=True, exist_ok=True)
        made = ["debootstrap", "--variant=minbase", f"--keyring={KEYS}", suite, str(root), MIRROR]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    return root


@dataclass(frozen=True, slots=True)
class Chroot:
    """A root to run programs in."""

    root: Path

    def run(self, *words: str, check: bool = True, user: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        """Run a command in it and return what it said; settings are variables of its environment."""
        environment = {**ENVIRONMENT, "HOME": f"/home/{user}" if user else "/root", **settings}
        identity = ["--userspec", user] if user else []
        return subprocess.run(
            ["chroot", *identity, str(self.root), *words],
            env=environment,
            check=check,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def install(self, *packages: str) -> str:
        """Install packages, or files of packages by their path inside, without what is only recommended."""
        return self.run("apt-get", "install", "-y", "--no-install-recommends", *packages).stdout

    def put(self, file: Path, where: str) -> None:
        """Copy a file into it."""
        shutil.copy2(file, self.root / where.lstrip("/"))


@contextmanager
def opened(base: Path) -> Iterator[Chroot]:
    """Give a root like the base, with /proc, /dev and /sys; every change to it is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=base.parent) as name:
        places = {part: Path(name) / part for part in ("upper", "work", "root")}
        for place in places.values():
            place.mkdir()
        layers = f"lowerdir={base},upperdir={places['upper']},workdir={places['work']}"
        root = places["root"]
        mounts = [
            ["mount", "-t", "overlay", "overlay", "-o", layers, str(root)],
            ["mount", "-t", "proc", "proc", str(root / "proc")],
            ["mount", "-t", "sysfs", "sysfs", str(root / "sys")],
            ["mount", "-t", "tmpfs", "tmpfs", str(root / "tmp")],
            ["mount", "--bind", "/dev", str(root / "dev")],
            ["mount", "--bind", "/dev/pts", str(root / "dev" / "pts")],
        ]
        try:
            for one in mounts:
                subprocess.run(one, check=True)
            _connect(root)
            yield Chroot(root)
        finally:
            for mount in reversed(mounts):
                subprocess.run(["umount", "-l", mount[-1]], check=False)


def _connect(root: Path) -> None:
    """Let apt reach the mirror: names, and what this machine tells its own apt."""
    for name in ("resolv.conf", "hosts"):
        shutil.copy2(Path("/etc") / name, root / "etc" / name)
    for file in Path("/etc/apt/apt.conf.d").glob("99*"):
        shutil.copy2(file, root / "etc" / "apt" / "apt.conf.d" / file.name)
    for place in (root / "tmp", root / "tmp" / ".X11-unix"):  # the latter must be root's
        place.mkdir(exist_ok=True)
        place.chmod(0o1777)
    if os.environ.get("http_proxy"):
        line = f'Acquire::http::Proxy "{os.environ["http_proxy"]}";\n'
        (root / "etc" / "apt" / "apt.conf.d" / "98proxy").write_text(line, encoding="ascii")

"""Try the .run on a bare Debian as an ordinary user: install, use, upgrade, uninstall, data kept. Root makes the rest.

    python3 packaging/linux/try_run.py OLD.run NEW.run [--suite bookworm|trixie] [--roots DIR] [--out DIR]

A bare Debian has no desktop: the libraries every desktop has are installed beforehand, those the .deb depends on.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from linux.chroot import Chroot, bare, opened
from linux.system_libraries import HELD_BY
from linux.try_deb import PERSON, TOOLS

HOME = f"/home/{PERSON}"
APP = f"{HOME}/.local/share/kairos-app"


def main(arguments: list[str]) -> int:
    """Go through it all; returns the exit status."""
    parser = argparse.ArgumentParser(description="Try the .run on a bare Debian as an ordinary user.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--suite", default="bookworm", choices=["bookworm", "trixie"])
    parser.add_argument("--roots", type=Path, default=Path("/var/tmp/kairos-roots"))  # noqa: S108  (made once, kept)
    parser.add_argument("--quick", action="store_true", help="train no models")
    parser.add_argument("--out", type=Path, default=Path("build/tried"))
    given = parser.parse_args(arguments)
    with opened(bare(given.suite, given.roots)) as debian:
        _prepare(debian, given.suite)
        before = _files(debian)
        print(_run_file(debian, given.old))
        words = (f"{HOME}/.local/bin/kairos", f"{HOME}/seen", *(("quick",) if given.quick else ()))
        print(_as_person(debian, "sh", "/var/session.sh", *words))
        shutil.copytree(debian.root / f"{HOME}/seen".lstrip("/"), given.out / f"run-{given.suite}", dirs_exist_ok=True)
        kept = _as_person(debian, f"{HOME}/.local/bin/kairos", "today")
        print(_run_file(debian, given.new))
        same = kept == _as_person(debian, f"{HOME}/.local/bin/kairos", "today")
        print("after the upgrade, history kept:", same)
        print(_as_person(debian, f"{APP}/uninstall.sh"))
        left = sorted(file for file in _files(debian) - before if "kairos" in file and "/seen/" not in file)
        data = (f"{HOME}/.local/share/kairos/", f"{HOME}/demo", f"{HOME}/sealed/")  # as session.sh made it
        ours = [file for file in left if not f"{file}/".startswith(data)]
        print("left of the package:", ours or "nothing", "| files of the person's data:", len(left) - len(ours))
        return 0 if same and not ours and len(left) > len(ours) else 1


def _prepare(debian: Chroot, suite: str) -> None:
    debian.run("apt-get", "update")
    number = {"bookworm": 0, "trixie": -1}[suite]
    debian.install(*TOOLS, *(package.split(" | ")[number].split(" (")[0] for package in HELD_BY))
    debian.run("useradd", "--create-home", "--shell", "/bin/sh", PERSON)
    for name in ("session.sh", "sharing.sh"):
        debian.put(Path(__file__).with_name(name), f"/var/{name}")


def _run_file(debian: Chroot, package: Path) -> str:
    debian.put(package, "/var/kairos.run")
    return _as_person(debian, "sh", "/var/kairos.run")


def _as_person(debian: Chroot, *words: str) -> str:
    return debian.run("env", "-C", HOME, *words, user=PERSON, check=False).stdout


def _files(debian: Chroot) -> set[str]:
    return set(debian.run("find", HOME, "/usr", "/var/tmp", "/tmp").stdout.splitlines())  # noqa: S108


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

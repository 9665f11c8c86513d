"""Try the Debian package on a bare Debian: install, use, upgrade with data kept, remove, purge. Needs root.

    python3 packaging/linux/try_deb.py OLD.deb NEW.deb [--suite bookworm|trixie] [--roots DIR] [--out DIR]

OLD and NEW are the same program under two versions. What was seen is printed; pictures and exports go to --out.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from linux.chroot import Chroot, bare, opened

TOOLS = "xvfb openbox python3-xdg xdotool xterm imagemagick x11-utils dbus procps fonts-noto-cjk".split()
PERSON = "person"


def main(arguments: list[str]) -> int:
    """Go through it all; returns the exit status."""
    parser = argparse.ArgumentParser(description="Try the Debian package on a bare Debian.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--suite", default="bookworm", choices=["bookworm", "trixie"])
    parser.add_argument("--roots", type=Path, default=Path("/var/tmp/kairos-roots"))  # noqa: S108  (made once, kept)
    parser.add_argument("--quick", action="store_true", help="train no models")
    parser.add_argument("--out", type=Path, default=Path("build/tried"))
    given = parser.parse_args(arguments)
    with opened(bare(given.suite, given.roots)) as debian:
        _install(debian, given.old)
        _use(debian, given.out / given.suite, *(("quick",) if given.quick else ()))
        return _part(debian, given.new)


def _install(debian: Chroot, package: Path) -> None:
    debian.run("apt-get", "update")
    before = set(debian.run("dpkg-query", "-W", "-f", "${Package}\n").stdout.split())
    debian.put(package, "/var/old.deb")
    began = time.monotonic()
    debian.install("/var/old.deb")
    new = set(debian.run("dpkg-query", "-W", "-f", "${Package}\n").stdout.split()) - before
    print(f"installed in {time.monotonic() - began:.0f} s, {len(new)} packages with what it depends on")
    print(debian.run("dpkg-query", "-W", "-f", "${Package} ${Version} ${Installed-Size} kB\n", "kairos").stdout, end="")
    print(debian.run("kairos", "--version").stdout, end="")
    print("missing libraries:", _missing(debian) or "none")


def _missing(debian: Chroot) -> str:
    """Return what the loader does not find for any library of the package, on this bare system."""
    look = (
        "find /usr/lib/kairos -name '*.so*' -type f | LD_LIBRARY_PATH=/usr/lib/kairos/_internal xargs ldd 2>/dev/null"
    )
    told = debian.run("sh", "-c", f"{look} | grep 'not found' | sort | uniq -c", check=False)
    return told.stdout.strip()


def _use(debian: Chroot, out: Path, *words: str) -> None:
    debian.install(*TOOLS)
    debian.run("useradd", "--create-home", "--shell", "/bin/sh", PERSON)
    for name in ("session.sh", "sharing.sh"):
        debian.put(Path(__file__).with_name(name), f"/var/{name}")
    folder = f"/home/{PERSON}/seen"
    print(debian.run("sh", "/var/session.sh", "kairos", folder, *words, user=PERSON, check=False).stdout)
    shutil.copytree(debian.root / folder.lstrip("/"), out, dirs_exist_ok=True)


def _part(debian: Chroot, package: Path) -> int:
    before = _history(debian)
    debian.put(package, "/var/new.deb")
    debian.install("/var/new.deb")
    print("after the upgrade:", debian.run("dpkg-query", "-W", "-f", "${Version}", "kairos").stdout)
    after = _history(debian)
    print("history kept:", before == after, after.splitlines()[:2])
    debian.run("apt-get", "remove", "-y", "kairos")
    print("after removing, of the package:", _left(debian) or "nothing")
    debian.run("dpkg", "--purge", "kairos", check=False)  # where removing left nothing, there is nothing to purge
    left, data = _left(debian), (debian.root / "home" / PERSON / ".local/share/kairos/kairos.sqlite3").is_file()
    print("after purging, of the package:", left or "nothing", "| the person's data is there:", data)
    return 0 if data and not left and before == after else 1


def _history(debian: Chroot) -> str:
    return debian.run("kairos", "today", user=PERSON).stdout


def _left(debian: Chroot) -> str:
    places = ["/usr", "/etc", "/var/lib", "/var/cache", "/opt"]
    found = debian.run("find", *places, "-iname", "*kairos*", "-not", "-path", "/var/lib/apt/*").stdout.split()
    return " ".join(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

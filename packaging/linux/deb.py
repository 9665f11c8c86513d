"""The Debian package: the payload below /usr/lib/kairos, and what Debian asks for beside it."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from linux.menu import ROOT, own_version, put_menu
from linux.system_libraries import dependencies

NOBODY = "kairos@maintainer.invalid"
"""An address that reaches nobody and claims nobody's domain; who releases sets DEBEMAIL (packaging/RELEASING.md)."""
HOME = "usr/lib/kairos"
OVERRIDES = Path(__file__).parent / "lintian-overrides"
DESCRIPTION = """\
private attention and time manager
 Kairos records what you work on, plans blocks of time, and learns on your own
 computer when you focus best and what to read then. Nothing leaves the
 machine: it opens no network connection.
 .
 It watches X11, and on Wayland sway, labwc, KWin and GNOME Shell; what is
 private or excluded is never stored. The history lies in your own folder,
 encrypted where a keyring is at hand; removing the package leaves it alone."""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Kairos
Comment: The folder /usr/lib/kairos/_internal holds libraries of others, as
 their makers published them. The licence of each is in
 /usr/lib/kairos/_internal/licences, one file per library.

Files: *
Copyright: 2026 The Kairos developers
License: MIT
"""


def make_deb(payload: Path, work: Path, out: Path, version: str = "") -> Path:
    """Build the package from the payload and return its file. version: another than the program's own."""
    version = version or own_version()
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(payload, root / HOME, symlinks=True)
    put_menu(root / "usr" / "share", "kairos")
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "kairos").symlink_to("../lib/kairos/kairos")
    _put_documents(root / "usr" / "share", version)
    _set_modes(root)
    _put_control(root, payload, version)
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"kairos_{version}_{_architecture()}.deb"
    subprocess.run(
        [
            "dpkg-deb",
            "--root-owner-group",
            "--no-uniform-compression",
            "-Zzstd",
            "-z9",
            "--build",
            str(root),
            str(file),
        ],
        check=True,
    )
    return file


def maintainer() -> str:
    """Return who answers for the package, from the variables Debian's own tools read."""
    name = os.environ.get("DEBFULLNAME") or "The Kairos developers"
    return f"{name} <{os.environ.get('DEBEMAIL') or NOBODY}>"


def _put_documents(share: Path, version: str) -> None:
    documents = share / "doc" / "kairos"
    documents.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()[2:]
    told = COPYRIGHT + "".join(f" {line}\n" if line.strip() else " .\n" for line in licence)
    (documents / "copyright").write_text(told, encoding="utf-8")
    news = f"kairos ({version}) unstable; urgency=medium\n\n  * See changes.gz for what a person notices.\n\n"
    stamp = subprocess.run(["date", "-R"], capture_output=True, text=True, check=True, env={"LC_ALL": "C"}).stdout
    (documents / "changelog.gz").write_bytes(_packed(f"{news} -- {maintainer()}  {stamp}"))
    changes = (ROOT / "packaging" / "CHANGELOG.md").read_text(encoding="utf-8")
    (documents / "changes.gz").write_bytes(_packed(changes))
    overrides = share / "lintian" / "overrides" / "kairos"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(OVERRIDES, overrides)


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


def _set_modes(root: Path) -> None:
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or path == root / HOME / "kairos" or path.name == "torch_shm_manager"
        path.chmod(0o755 if runs else 0o644)


def _put_control(root: Path, payload: Path, version: str) -> None:
    depends, recommends = dependencies(payload)
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    control = root / "DEBIAN"
    control.mkdir()
    fields = {
        "Package": "kairos",
        "Version": version,
        "Architecture": _architecture(),
        "Maintainer": maintainer(),
        "Installed-Size": str(size),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(recommends),
        "Section": "utils",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (control / "control").write_text(text, encoding="utf-8")
    sums = (f"{_digest(path)}  {os.fspath(path.relative_to(root))}\n" for path in files)
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    for file in control.iterdir():
        file.chmod(0o644)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _architecture() -> str:
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()

"""Which libraries the package takes from the system, and the Debian packages that hold them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

HELD_BY = {
    "libc6 (>= 2.36)": "libc libm libdl libpthread librt libutil ld-linux-x86-64 ld-linux-aarch64",
    "libgcc-s1": "libgcc_s",
    "libstdc++6 (>= 12)": "libstdc++",
    "zlib1g": "libz",
    "libzstd1": "libzstd",
    "libbz2-1.0": "libbz2",
    "liblzma5": "liblzma",
    "libffi8": "libffi",
    "libexpat1": "libexpat",
    "libuuid1": "libuuid",
    "libssl3 | libssl3t64": "libcrypto libssl",
    "libglib2.0-0 | libglib2.0-0t64": "libglib-2 libgthread-2 libgobject-2 libgio-2",
    "libdbus-1-3": "libdbus-1",
    "libfontconfig1": "libfontconfig",
    "libfreetype6": "libfreetype",
    "libgl1": "libGL",
    "libegl1": "libEGL",
    "libopengl0": "libOpenGL",
    "libx11-6": "libX11",
    "libx11-xcb1": "libX11-xcb",
    "libxkbcommon0": "libxkbcommon",
    "libxkbcommon-x11-0": "libxkbcommon-x11",
    "libxcb1": "libxcb",
    "libxcb-cursor0": "libxcb-cursor",
    "libxcb-icccm4": "libxcb-icccm",
    "libxcb-image0": "libxcb-image",
    "libxcb-keysyms1": "libxcb-keysyms",
    "libxcb-randr0": "libxcb-randr",
    "libxcb-render0": "libxcb-render",
    "libxcb-render-util0": "libxcb-render-util",
    "libxcb-screensaver0": "libxcb-screensaver",
    "libxcb-shape0": "libxcb-shape",
    "libxcb-shm0": "libxcb-shm",
    "libxcb-sync1": "libxcb-sync",
    "libxcb-xfixes0": "libxcb-xfixes",
    "libxcb-xkb1": "libxcb-xkb",
    "libxcb-glx0": "libxcb-glx",
    "libxcb-util1": "libxcb-util",
    "libwayland-client0": "libwayland-client",
    "libwayland-cursor0": "libwayland-cursor",
    "libwayland-egl1": "libwayland-egl",
    "libcups2 | libcups2t64": "libcups",
}
"""By Debian's package, or its name on Debian 12 and on 13, the names of libraries up to `.so`."""

OPENED = ("libxcb1",)
"""Loaded by name while Kairos runs, so that no file says it needs them."""
BESIDES = ("fonts-dejavu-core | fonts-noto-core | fonts-liberation", "tzdata")
"""Needed though they are no libraries: without a font Qt draws no letter, without zones no day begins."""
RECOMMENDED = ("fonts-noto-cjk", "default-dbus-session-bus | dbus-session-bus", "xdg-desktop-portal", "xdg-utils")
NOT_NEEDED = ("libcups2 | libcups2t64",)
"""What only a plug-in wants, which does without it where it is missing: recommended."""


class UnknownLibrary(Exception):
    """The payload needs libraries that neither it nor the table above holds."""


def dependencies(payload: Path) -> tuple[list[str], list[str]]:
    """Return what the package depends on and what it recommends, in Debian's words; raises UnknownLibrary."""
    inside = {file.name for file in payload.rglob("*.so*")}
    return packages_of({name for name in needed(payload) if name not in inside})


def packages_of(wanted: set[str]) -> tuple[list[str], list[str]]:
    """Return what holds the libraries of these names, as dependencies and recommendations; raises UnknownLibrary."""
    held = {name: package for package, names in HELD_BY.items() for name in names.split()}
    unknown = sorted(name for name in wanted if _short(name) not in held)
    if unknown:
        raise UnknownLibrary(", ".join(unknown))
    found = {held[_short(name)] for name in wanted} | set(OPENED)
    return sorted({*(found - set(NOT_NEEDED)), *BESIDES}), sorted({*RECOMMENDED, *(found & set(NOT_NEEDED))})


def needed(payload: Path) -> Iterator[str]:
    """Return the names of libraries that files of the payload say they need."""
    files = [str(file) for file in payload.rglob("*") if file.is_file() and not file.is_symlink() and _is_program(file)]
    read = subprocess.run(["objdump", "-p", *files], capture_output=True, text=True, check=True)
    yield from sorted({line.split()[1] for line in read.stdout.splitlines() if line.strip().startswith("NEEDED")})


def _is_program(file: Path) -> bool:
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def _short(name: str) -> str:
    return name.partition(".so")[0].removesuffix(".0")

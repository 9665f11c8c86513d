"""What the operating system must bring: Qt's libraries, Python's venv, the desktops the tests start."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys

from trouble import Trouble, last_line, quietly, say

# What Qt loads and its wheels do not bring, by the Debian package that holds it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# What the tests of real desktops start; and git, whose reading of ignore files ours is compared with.
TEST_PACKAGES = [
    *("xvfb", "openbox", "xfwm4", "dbus", "dbus-x11", "x11-utils", "x11-xserver-utils", "xdotool", "wmctrl"),
    *("xterm", "mousepad", "zathura", "imagemagick", "sway", "foot", "wtype", "grim", "dunst", "python3-dbusmock"),
    *("gnome-keyring", "at-spi2-core", "python3-pyatspi"),
    *("strace", "procps", "util-linux", "git", "fonts-dejavu-core", "fonts-noto-cjk"),
]


def prepare_system(*, for_tests: bool) -> None:
    """Install, or name, what the operating system must bring: Qt's libraries, venv, the tests' desktops."""
    if not sys.platform.startswith("linux"):
        return
    needed = sorted({package for name, package in LIBRARIES.items() if not loads(name)})
    if not has_venv() and sys.prefix == sys.base_prefix and sys.executable.startswith("/usr/bin"):
        needed.append(f"python3.{sys.version_info[1]}-venv")
    wanted = absent(TEST_PACKAGES) if for_tests and on_debian() else []
    if on_debian() and is_root():
        apt_install(needed + wanted)
        return
    if needed:
        raise Trouble(f"these system libraries are missing: {named(needed)}")
    if wanted:
        say(f"Some tests will be left out, most of real desktops; for all of them: {named(wanted)}")


def loads(library: str) -> bool:
    """Return whether the dynamic loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_venv() -> bool:
    """Return whether this Python can make virtual environments; Debian ships the parts apart."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def on_debian() -> bool:
    """Return whether packages come by apt (Debian, Ubuntu and their kin)."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg-query") is not None


def is_root() -> bool:
    """Return whether system packages may be installed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def absent(packages: list[str]) -> list[str]:
    """Return the Debian packages that are not installed."""
    answer = quietly(["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\\n", *packages])
    present = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in packages if package not in present]


def named(packages: list[str]) -> str:
    """Return the one line that tells how to get the packages."""
    if on_debian():
        return "sudo apt-get install --no-install-recommends " + " ".join(packages)
    return " ".join(packages) + " (Debian's names; your system's package manager knows them under similar ones)"


def apt_install(packages: list[str]) -> None:
    """Install Debian packages as root; the list of packages is fetched first, since a bare machine has none."""
    if not packages:
        return
    say(f"Installing system packages: {' '.join(packages)}")
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        unattended = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
        done = quietly([*unattended, *step])
        if done.returncode:
            raise Trouble(f"apt-get {step[0]} failed: {last_line(done.stdout)} Install by hand: {named(packages)}")

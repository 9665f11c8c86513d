"""The virtual environment of a checkout: made, filled and stamped once, then found as it is."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from system_packages import has_venv
from trouble import Trouble, last_line, quietly, say
from weights import prepare_weights

LOCK = Path("packaging") / "locks" / "test.txt"
_NOT_THERE = ("No matching distribution found", "requires a different Python", "Failed to build", "Failed building")


def prepare_environment(root: Path) -> Path:
    """Return the Python of `.venv`, made and filled first where the stamp in it is not today's."""
    folder = root / ".venv"
    python = python_of(folder)
    stamp = folder / "kairos-stamp"
    wanted = stamp_of(root / "pyproject.toml")
    if read(stamp) != wanted or not python.exists():
        if not os.access(folder if folder.exists() else root, os.W_OK):
            raise Trouble(f"{root} cannot be written. Copy the checkout to a folder of your own and start there.")
        say("Setting up Kairos in .venv; this happens once and takes a minute or two.")
        make_environment(folder)
        fill_environment(python, root)
        stamp.write_text(wanted, encoding="utf-8")
    prepare_weights(python)
    translate(python, root / "resources" / "translations")
    return python


def python_of(folder: Path) -> Path:
    """Return where a virtual environment keeps its Python."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_of(project: Path) -> str:
    """Return what decides whether an environment is still right: the project's settings, the lock and this Python."""
    digest = hashlib.sha256(project.read_bytes() + read(project.parent / LOCK).encode()).hexdigest()
    return f"{digest} {sys.version_info[0]}.{sys.version_info[1]} {sys.platform} {project.parent}"


def read(path: Path) -> str:
    """Return the file's text, nothing where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def make_environment(folder: Path) -> None:
    """Make the virtual environment; one of another Python version, or one that does not start, is made anew."""
    if version_of(python_of(folder)) == f"{sys.version_info[0]}.{sys.version_info[1]}":
        return
    if not has_venv():
        raise Trouble(
            "this Python cannot make virtual environments (venv or ensurepip is missing). On Debian and Ubuntu: "
            f"sudo apt-get install python3.{sys.version_info[1]}-venv"
        )
    done = quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
    if done.returncode:
        raise Trouble(f"the virtual environment {folder} cannot be made: {last_line(done.stdout)}")


def version_of(python: Path) -> str:
    """Return "3.11" for a Python that starts and has pip, nothing for one that does not."""
    try:
        done = quietly([str(python), "-c", "import sys, pip; print('%d.%d' % sys.version_info[:2])"])
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def fill_environment(python: Path, root: Path) -> None:
    """Install torch first, so that nothing can pull in another, then what the lock lists, then the project itself.

    torch is held by its version, not by a digest: where pip is told of a build for the processor alone, that one is
    taken, which no index knows. Of everything else only files of the lock's digests are installed.
    """
    torch = torch_pin(read(root / "pyproject.toml"))
    install(python, torch, [torch])
    install_libraries(python, root)
    # The tools that build it are in the lock, too: nothing else is fetched for it.
    install(python, "Kairos", ["--no-deps", "--no-build-isolation", "--editable", str(root)])


def install_libraries(python: Path, root: Path) -> None:
    """Install the libraries as locked, or, where the index or this Python has other versions only, as pyproject allows.

    A file whose digest is another one than the lock's is never installed in its place.
    """
    lock = root / LOCK
    if lock.exists():
        say("  installing the libraries ...")
        done = pip_install(python, ["--require-hashes", "--no-deps", "--requirement", str(lock)])
        if done.returncode == 0:
            return
        if not any(sign in done.stdout for sign in _NOT_THERE):
            raise Trouble(f"The libraries could not be installed. {explain(done.stdout)}")
        say(
            f"  They are not all to be had as {LOCK} lists them: taking versions that pyproject.toml allows,"
            " whose digests nobody has checked. Do not build a release from this."
        )
    install(python, "the libraries", ["--editable", f"{root}[test]"])


def install(python: Path, what: str, arguments: list[str]) -> None:
    """Install something by pip; raises Trouble with the reason."""
    say(f"  installing {what} ...")
    done = pip_install(python, arguments)
    if done.returncode:
        raise Trouble(f"{what} could not be installed. {explain(done.stdout)}")


def pip_install(python: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Let the environment's pip install, and return how that went."""
    return quietly([str(python), "-m", "pip", "install", "--quiet", "--no-input", *arguments])


def torch_pin(project: str) -> str:
    """Return the exact torch the project names, from the text of its pyproject.toml."""
    found = re.search(r'"(torch==[^"]+)"', project)
    if not found:
        raise Trouble("pyproject.toml does not pin torch to one version.")
    return found.group(1)


def explain(output: str) -> str:
    """Return what pip's output comes down to, in one line."""
    for sign, meaning in (
        ("No space left on device", "The disk is full: about 2 GB are needed."),
        ("name resolution", "There is no connection to the package index: check the network, then start this again."),
        (
            "NewConnectionError",
            "There is no connection to the package index: check the network, then start this again.",
        ),
        ("No module named pip", "pip is missing in .venv: delete that folder, then start this again."),
        ("DO NOT MATCH THE HASHES", f"A file is not the one {LOCK.as_posix()} lists; do not use what it came from."),
        ("CERTIFICATE_VERIFY_FAILED", "The package index's certificate is not trusted here: see pip's option --cert."),
    ):
        if sign in output:
            return meaning
    return f"pip says: {last_line(output)}"


def translate(python: Path, folder: Path) -> None:
    """Turn the translations into the form Qt reads, where they changed."""
    for source in folder.glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            tool = python.with_name("pyside6-lrelease" + (".exe" if os.name == "nt" else ""))
            done = quietly([str(tool), str(source), "-qm", str(compiled)])
            if done.returncode:
                raise Trouble(f"{source} cannot be translated: {last_line(done.stdout)}")

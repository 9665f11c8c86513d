"""The set-up script: what it decides, and the one line it says where it cannot go on."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
PIN = 'dependencies = ["torch==2.13.0"]\n'


pytestmark = pytest.mark.usefixtures("packaging_on_path")


@pytest.fixture
def packaging_on_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the modules of packaging/, which is no package, be imported by their file names."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    yield
    for path in PACKAGING.glob("*.py"):
        sys.modules.pop(path.stem, None)


def module(name: str) -> ModuleType:
    spec = importlib.util.find_spec(name)
    assert spec
    assert spec.origin == str(PACKAGING / f"{name}.py")
    return importlib.import_module(name)


def dev(*arguments: str, root: Path = PACKAGING.parent, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", str(root / "packaging" / "dev.py"), *arguments],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("build",), ("--help",)])
def test_an_unknown_command_gets_the_usage(arguments: tuple[str, ...]) -> None:
    done = dev(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: python3 packaging/dev.py run")


def test_an_old_python_is_told_so() -> None:
    refusal = module("dev").refusal
    assert "3.11 or newer is needed, this is 3.9." in refusal((3, 9))
    assert refusal((3, 11)) == ""
    assert refusal((3, 14)) == ""


def test_an_old_python_can_read_the_script() -> None:
    compile((PACKAGING / "dev.py").read_text(), "dev.py", "exec", dont_inherit=True)
    assert "__future__" not in (PACKAGING / "dev.py").read_text(), "Python before 3.7 stops at it"


def test_the_stamp_changes_with_the_project_only(tmp_path: Path) -> None:
    stamp_of = module("environment").stamp_of
    project = tmp_path / "pyproject.toml"
    project.write_text(PIN)
    before = stamp_of(project)
    assert stamp_of(project) == before
    project.write_text(PIN + "# more\n")
    assert stamp_of(project) != before


def test_a_stamped_environment_is_taken_as_it_is(tmp_path: Path) -> None:
    environment = module("environment")
    (tmp_path / "pyproject.toml").write_text(PIN)
    python = environment.python_of(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.write_text("")  # would not start: any attempt to use it fails
    (tmp_path / ".venv" / "kairos-stamp").write_text(environment.stamp_of(tmp_path / "pyproject.toml"))
    assert environment.prepare_environment(tmp_path) == python


def test_torch_is_installed_by_the_projects_own_pin() -> None:
    environment = module("environment")
    assert environment.torch_pin((PACKAGING.parent / "pyproject.toml").read_text()) == "torch==2.13.0"
    with pytest.raises(environment.Trouble, match="pin torch"):
        environment.torch_pin('dependencies = ["torch>=2"]')


@pytest.mark.parametrize(
    ("output", "meaning"),
    [
        ("WARNING: ... Temporary failure in name resolution\nERROR: No matching distribution", "no connection"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full"),
        (
            "noise\nERROR: Package 'x' requires a different Python\n\nmore noise",
            "pip says: ERROR: Package 'x' requires",
        ),
        ("", "(no message)"),
    ],
)
def test_pips_failure_comes_down_to_one_line(output: str, meaning: str) -> None:
    line = module("environment").explain(output)
    assert meaning in line
    assert "\n" not in line


def test_an_environment_of_another_python_is_no_environment(tmp_path: Path) -> None:
    version_of = module("environment").version_of
    assert version_of(Path(sys.executable)) == f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert version_of(tmp_path / "missing") == ""
    broken = tmp_path / "python"
    broken.write_text("not a program")
    assert version_of(broken) == ""


def may_mount() -> bool:
    return bool(shutil.which("unshare")) and subprocess.run(["unshare", "--mount", "true"], check=False).returncode == 0


@pytest.mark.skipif("not may_mount()", reason="mounts a folder read-only")
def test_a_read_only_checkout_is_named_in_one_line(tmp_path: Path) -> None:
    shutil.copytree(PACKAGING, tmp_path / "kairos" / "packaging")
    (tmp_path / "kairos" / "pyproject.toml").write_text(PIN)
    mounted = f"mount --bind -o ro {tmp_path}/kairos {tmp_path}/kairos && exec {sys.executable} -B"
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", f"{mounted} {tmp_path}/kairos/packaging/dev.py run"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"Kairos: {tmp_path}/kairos cannot be written.")


def test_missing_packages_are_named_in_one_line() -> None:
    packages = module("system_packages")
    assert packages.loads("libc.so.6") or sys.platform != "linux"
    assert not packages.loads("libnever-heard-of.so.1")
    line = packages.named(["libgl1", "libegl1"])
    assert "libgl1 libegl1" in line
    assert "\n" not in line


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="Debian's list of packages")
def test_only_absent_packages_are_asked_for() -> None:
    assert module("system_packages").absent(["dpkg", "never-heard-of"]) == ["never-heard-of"]


def fake_python(folder: Path) -> Path:
    """A stand-in for .venv's Python that writes down how it was called and ends well."""
    folder.mkdir(parents=True)
    python = folder / "python"
    python.write_text(f'#!/bin/sh\necho "$*" >> {folder}/calls\n')
    python.chmod(0o755)
    return python


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")
def test_without_a_screen_today_is_printed_and_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    python = fake_python(tmp_path / "bin")
    status = module("commands").open_app(tmp_path, python, ["--profile", "/p"])
    assert status == 0
    assert (tmp_path / "bin" / "calls").read_text().splitlines() == [
        "-m engine.cli today --profile /p",
        f"-m desktop_app --screenshot today {tmp_path}/build/today.png --profile /p",
    ]
    said = capsys.readouterr().err
    assert "There is no screen here" in said
    assert f"{tmp_path}/bin/kairos record --profile /p" in said


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")
def test_with_a_screen_the_app_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    python = fake_python(tmp_path / "bin")
    assert module("commands").open_app(tmp_path, python, ["--lang", "en"]) == 0
    assert (tmp_path / "bin" / "calls").read_text().splitlines() == ["-m desktop_app --lang en"]


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are looked for on Linux only")
def test_an_ordinary_user_is_told_which_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = module("system_packages")
    monkeypatch.setattr(packages, "LIBRARIES", {"libc.so.6": "libc6", "libnever-heard-of.so.1": "libnever1"})
    monkeypatch.setattr(packages, "is_root", lambda: False)
    with pytest.raises(packages.Trouble, match=r"these system libraries are missing: .*libnever1$"):
        packages.prepare_system(for_tests=False)
